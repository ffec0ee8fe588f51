"""What a kind of finding is: a declaration and one pure function from the coverage of an event to findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from crossread.comparison.coverage import Coverage
from crossread.metric import Options
from crossread.model import (
    Analysis,
    Cell,
    Citation,
    FigureInfo,
    Finding,
    FindingKindInfo,
    FindingRule,
    FoundKind,
    Quality,
)
from crossread.telling import listed


class FindingKind(Struct, frozen=True, kw_only=True):
    """A kind of finding as its file declares it.

    `id` is the file's name: a noun, never a verdict. `find(coverage, options)` is pure: no input or output,
    no clock, no network, no randomness, no HTML; its findings come in the order a reader wants them. It is
    called with at least two different texts in the languages listed (an empty tuple means any).
    """

    id: str
    title: str
    meaning: str
    limits: tuple[str, ...]
    rules: tuple[FindingRule, ...]
    unit: str = ""  # of `Cell.value`
    counts: tuple[FigureInfo, ...] = ()  # of `Cell.counts`
    sources: tuple[Citation, ...] = ()
    quality: tuple[Quality, ...] = ()
    unmeasured: str = "not measured against annotations"
    options: type[Options] = Options
    languages: tuple[str, ...] = ("en",)
    find: Callable[[Coverage, Any], Iterable[Finding]]

    def info(self) -> FindingKindInfo:
        """The declaration as it travels with the result."""
        return FindingKindInfo(**{name: getattr(self, name) for name in FindingKindInfo.__struct_fields__})

    def finding(
        self,
        rules: Sequence[str],
        label: str,
        sentence: str,
        cells: Sequence[Cell],
        *,
        base: str | None = None,
        only_in: str | None = None,
        note: str = "",
        size: float = 0.0,
        certainty: float | None = None,
    ) -> Finding:
        """A finding of this kind; it is as certain as its first rule unless told otherwise."""
        if certainty is None:
            certainty = next((rule.certainty for rule in self.rules if rule.id in rules[:1]), 1.0)
        return Finding(
            id=self.id,  # numbered when all are known
            kind=self.id,
            rules=tuple(rules),
            label=label,
            sentence=sentence,
            cells=tuple(cells),
            base=base,
            only_in=only_in,
            note=note,
            size=round(min(max(size, 0.0), 1.0), 4),
            certainty=round(certainty, 4),
        )


def run_kind(kind: FindingKind, coverage: Coverage, options: Options) -> FoundKind:
    """All findings of one kind, or why there can be none. A kind that raises has `failed`."""
    apart = [a for a in coverage.analyses if not _in_languages(a, kind.languages)]
    kept = {a.id for a in coverage.analyses} - {a.id for a in apart}
    left_out = ""
    if apart:
        verb = "is" if len(apart) == 1 else "are"
        tongues = listed(sorted({a.metadata.language.value for a in apart if a.metadata.language}))
        left_out = f"made for {', '.join(kind.languages)}; {coverage.named({a.id for a in apart})} {verb} in {tongues}"
    if len(kept) < 2:
        return FoundKind(kind.id, "not_applicable", reason=left_out or "needs two different texts; this set has one")
    try:
        found = list(kind.find(coverage.only(kept) if apart else coverage, options))
    except Exception as error:  # a kind may be a third party's: whatever it raises stays its own
        return FoundKind(kind.id, "failed", reason=f"{type(error).__name__}: {error}")
    numbered = [msgspec.structs.replace(each, id=f"{kind.id}-{number}") for number, each in enumerate(found, start=1)]
    return FoundKind(kind.id, "measured", tuple(numbered), left_out)


def _in_languages(analysis: Analysis, languages: Sequence[str]) -> bool:
    language = analysis.metadata.language
    return not languages or language is None or language.value in languages
