"""Figures that are alike in every article: told in a line under the table, where a row each would hide the others."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from crossread.model import Detail, VoiceValue
from crossread.reports.messages import t
from crossread.reports.rows import voice_reason
from crossread.telling import listed, number

_NOT_FOUND = "not found"  # how a value in words begins that says nothing was found


class _Zero(Struct, frozen=True, gc=False):
    """A figure that is zero; `ends` are the upper ends of its intervals, none without."""

    label: str
    unit: str
    ends: tuple[str, ...]
    rules: tuple[str, ...]


class Alike:
    """Takes the figures of one metric that are zero, or without a value, in every article that was measured."""

    def __init__(self, labels: Sequence[str], count: int, decimals: int) -> None:
        """`labels` are those of the articles measured, of `count` in all."""
        self._labels = labels
        self._decimals = decimals
        self._where = _where(len(labels), count)
        self._zeros: list[_Zero] = []
        self._without: dict[str, list[str]] = {}
        self._words: dict[str, list[str]] = {}

    def takes_figure(self, label: str, unit: str, details: Sequence[Detail | None]) -> bool:
        """Whether a figure is alike everywhere and so told here; details are of the articles measured."""
        known = [detail for detail in details if detail is not None]
        if not known or len(known) < len(details):
            return False
        if all(detail.value is None for detail in known):
            self._reasons([detail.reason for detail in known]).append(_inside(label))
        elif all(_is_zero(detail) for detail in known):
            ends = tuple(number(d.interval.high, self._decimals) for d in known if d.interval)
            self._zeros.append(_Zero(_inside(label), unit, ends, known[0].rules))
        elif isinstance(value := known[0].value, str) and _nothing_found(value, known):
            self._words.setdefault(value, []).append(_inside(label))
        else:
            return False
        return True

    def takes_voice(self, voice: str, values: Sequence[VoiceValue | None]) -> bool:
        """Whether a voice's values are alike everywhere and so told here."""
        known = [value for value in values if value is not None]
        if not known or len(known) < len(values):
            return False
        if all(value.value is None for value in known):
            self._reasons([voice_reason(value) for value in known]).append(t("row.voice", voice=voice))
        elif all(value.value == 0 for value in known):
            self._zeros.append(_Zero(t("row.voice", voice=voice), "", (), ()))
        else:
            return False
        return True

    def lines(self) -> tuple[str, ...]:
        """One sentence for each way of being alike."""
        where = self._where
        zeros: dict[str, list[str]] = {}
        for label, bound in self._zero_labels():
            zeros.setdefault(bound, []).append(label)
        sentences = [t("alike.zero", where=where, bound=bound, figures=_joined(f)) for bound, f in zeros.items()]
        for words, found in self._words.items():
            words = f"{words[:1].upper()}{words[1:]}"
            sentences.append(t("alike.words", where=where, words=words, figures=_joined(found)))
        for reason, found in self._without.items():
            key = "alike.without_because" if reason else "alike.without"
            sentences.append(t(key, where=where, figures=_joined(found), reason=reason))
        return tuple(sentences)

    def _zero_labels(self) -> list[tuple[str, str]]:
        """(label, what is known of its interval); a count whose rate has an interval is told with it, once."""
        counts = {(zero.rules, zero.label): zero for zero in self._zeros if not zero.ends and zero.rules}
        told: set[str] = set()
        found = []
        for zero in self._zeros:
            if not zero.ends:
                continue
            same = [label for rules, label in counts if rules == zero.rules and zero.label.startswith(label)]
            told.update(same)
            found.append((same[0] if same else zero.label, self._bound(zero)))
        plain = [(zero.label, "") for zero in self._zeros if not zero.ends and zero.label not in told]
        return [*plain, *found]

    def _bound(self, zero: _Zero) -> str:
        """ " (95 % interval up to 1.2 per 100 words in A and 1.5 in B)"."""
        if len(zero.ends) < len(self._labels):
            return ""
        unit = f" {zero.unit}" if zero.unit else ""
        first, *rest = zero.ends
        ends = [f"{first}{unit}", *rest]
        if len(self._labels) > 1:
            ends = [t("alike.end_in", end=end, label=label) for end, label in zip(ends, self._labels, strict=True)]
        return t("alike.bound", ends=listed(ends))

    def _reasons(self, reasons: Sequence[str]) -> list[str]:
        """The labels that have these reasons, one for each article."""
        return self._without.setdefault(by_article(reasons, self._labels), [])


def by_article(reasons: Sequence[str], labels: Sequence[str]) -> str:
    """Reasons in one line: the one there is, or each with its articles."""
    found: dict[str, list[str]] = {}
    for reason, label in zip(reasons, labels, strict=True):
        found.setdefault(reason, []).append(label)
    if len(found) < 2:
        return next(iter(found), "")
    return "; ".join(f"{listed(where)}: {reason}" for reason, where in found.items() if reason)


def _where(measured: int, count: int) -> str:
    where = "here" if count == 1 else "everywhere"
    return t(f"alike.{where}" if measured == count else f"alike.measured_{where}")


def _is_zero(detail: Detail) -> bool:
    """Zero, and with an interval that begins there."""
    return not isinstance(detail.value, str) and detail.value == 0 and (not detail.interval or detail.interval.low >= 0)


def _nothing_found(value: str, details: Sequence[Detail]) -> bool:
    return value.startswith(_NOT_FOUND) and all(detail.value == value for detail in details)


def _inside(label: str) -> str:
    """A label as it is written inside a sentence."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


def _joined(labels: Sequence[str]) -> str:
    return ("; " if any("," in label for label in labels) else ", ").join(labels)
