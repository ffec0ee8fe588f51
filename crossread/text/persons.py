"""Personal names in parts, and whether two of them may be one person's."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from crossread.text.spelling import fold_name, given_skeleton, loose_skeleton, strict_skeleton, strip_titles


class PersonName(Struct, frozen=True, gc=False):
    """A personal name in parts: given names folded, surname as written and folded."""

    given: tuple[str, ...]
    surname: str

    @classmethod
    def parse(cls, name: str) -> PersonName:
        """The name without titles; a single word counts as the surname."""
        return _parse(name)

    def compatible(self, other: PersonName) -> bool:
        """True when both may be one person: the surnames agree and no given name disagrees."""
        if not self.surname or not other.surname:
            return False
        same_surname = strict_skeleton(self.surname) == strict_skeleton(other.surname)
        if not self.given or not other.given:
            return same_surname
        first, second = self.given[0], other.given[0]
        if not same_surname and (
            len(first) == 1 or len(second) == 1 or loose_skeleton(self.surname) != loose_skeleton(other.surname)
        ):
            return False
        if same_surname and (_goes_by_second(self.given, other.given) or _goes_by_second(other.given, self.given)):
            return True
        return _given_agree(first, second) and all(
            _given_agree(a, b) for a, b in zip(self.given[1:], other.given[1:], strict=False)
        )


@lru_cache(maxsize=4096)
def _parse(name: str) -> PersonName:
    tokens = strip_titles(fold_name(name).split())
    if "of" in tokens[2:]:
        tokens = tokens[: tokens.index("of", 2)]  # "Ann Lee of Norland"
    return PersonName(tuple(tokens[:-1]), tokens[-1]) if tokens else PersonName((), "")


def _given_agree(first: str, second: str) -> bool:
    if len(first) == 1 or len(second) == 1:
        return given_skeleton(first)[:1] == given_skeleton(second)[:1] or first[0] == second[0]
    return given_skeleton(first) == given_skeleton(second)


def _goes_by_second(full: tuple[str, ...], used: tuple[str, ...]) -> bool:
    """Whether someone with an initial in front goes by the name behind it: "A. Barry Rand" is "Barry Rand"."""
    return (
        len(full[0]) == 1 and len(full) > 1 and len(full[1]) > 1 and given_skeleton(full[1]) == given_skeleton(used[0])
    )
