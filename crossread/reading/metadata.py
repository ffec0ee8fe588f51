"""What a copy says about itself, each piece with where it was found: the places weighed in one spot."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from crossread.model import BODY_ZONES, Claim, Found, Metadata, MetadataField, Zone
from crossread.reading.authors import Author, fold_name, is_intermediary, organisation, split_authors
from crossread.reading.dates import iso_date, same_day
from crossread.reading.genre import find_genre
from crossread.reading.language import find_language
from crossread.reading.text_claims import find_text_claims
from crossread.reading.titles import fold_site, fold_title, is_cut_off, titles_agree, without_site
from crossread.reading.trust import is_timid, place_of, trust_of
from crossread.text.late import late

_NO_SECTIONS = frozenset("home homepage frontpage all post posts article articles uncategorized uncategorised".split())
_ENOUGH_WORDS = 40  # of the body, from which on its own words tell the language better than its markup
_MOST = 60  # claims of one field that are weighed: no page in earnest makes more
_MOST_CONFLICTS = 12  # of one field
_CODE = late(r"([A-Za-z]{2})(?:$|[-_])")

Agree = Callable[[str, str], bool]


def find_metadata(text: str, zones: Sequence[Zone], claims: Sequence[Claim] = ()) -> Metadata:
    """All that the copy and its markup say of it, the most trusted place believed and the others' dissent kept.

    Equal after folding (case, white space, the day of a date) is agreement. Where what was believed also
    stands in a fitting zone of the text, its `start` and `end` lead there.
    """
    # A table's or feed's claims come after the page's own: the sort keeps their order within a place.
    return _Weighing(text, zones, sorted([*claims, *find_text_claims(text, zones)], key=trust_of)).metadata()


class _Weighing:
    """The claims of one article, in order of trust, and the dissent gathered while weighing them."""

    def __init__(self, text: str, zones: Sequence[Zone], claims: Sequence[Claim]) -> None:
        self.text, self.zones, self.claims = text, zones, claims
        self.conflicts: list[Claim] = []
        self._host = next((fold_site(f.value) for f in self._of("publisher") if f.rule == "address.host"), "")

    def metadata(self) -> Metadata:
        self._demote_intermediaries()
        publisher = self._one("publisher", self._sites_agree)
        sites = list(dict.fromkeys([fold_site(found.value) for found in self._of("publisher")]))
        title = self._title([site for site in sites if site])
        sure = [found for found in self._of("publisher") if not is_timid(found.rule)]
        authors = self._authors([fold_site(found.value) for found in (*sure, *filter(None, [publisher]))])
        published, modified = self._date("published"), self._date("modified")
        self.claims = [c for c in self.claims if c.field != "section" or not self._says_nothing(c.found.value, sites)]
        section = self._one("section", _words_agree)
        url = self._one("url", _addresses_agree)
        genre, other_genres = find_genre(
            self.text, self.zones, self.claims, section.value if section else None, url.value if url else ""
        )
        self.conflicts.extend(Claim("genre", other) for other in other_genres)
        return Metadata(
            title=title,
            authors=authors,
            publisher=publisher,
            published=published,
            modified=modified,
            section=section,
            genre=genre,
            language=self._language(),
            url=url,
            paywall=self._one("paywall", _words_agree),
            corrections=self._all("correction"),
            based_on=self._all("based_on"),
            backstory=self._one("backstory", _words_agree),
            conflicts=tuple(self.conflicts),
        )

    def _demote_intermediaries(self) -> None:
        """An agency or a blog service is believed to be the publisher only where no other name is given."""
        self.claims = sorted(
            self.claims,
            key=lambda c: (
                c.field == "publisher"
                and place_of(c.found.rule) != "row"
                and is_intermediary(c.found.value, self._host)
            ),
        )

    def _of(self, field: MetadataField) -> list[Found]:
        return [claim.found for claim in self.claims if claim.field == field][:_MOST]

    def _one(self, field: MetadataField, agree: Agree) -> Found | None:
        """The most trusted claim, with the place in the text of one that agrees."""
        said = self._of(field)
        if not said:
            return None
        first = said[0]
        self._dissent(field, [found for found in said[1:] if not agree(first.value, found.value)], agree)
        place = next((f for f in said if f.start is not None and agree(first.value, f.value)), None)
        return Found(first.value, first.rule, place.start, place.end, first.note) if place else first

    def _dissent(self, field: MetadataField, others: Sequence[Found], agree: Agree) -> None:
        """Keeps each dissenting value once, under its most trusted place."""
        kept: list[Found] = []
        for found in others:
            if not is_timid(found.rule) and not any(agree(found.value, known.value) for known in kept):
                kept.append(found)
        self.conflicts.extend(Claim(field, found) for found in kept[:_MOST_CONFLICTS])

    def _title(self, sites: Sequence[str]) -> Found | None:
        """The title. What the page shows as its title, and any other place confirms, is what readers read."""
        said = [
            found if found.start is not None else Found(without_site(found.value, sites), found.rule, note=found.note)
            for found in self._of("title")
        ]
        shown = [found for found in said if found.start is not None]
        told = [found for found in said if found.start is None]
        winner: Found | None = None
        for on_page in shown:
            by = next((found for found in told if titles_agree(on_page.value, found.value)), None)
            if by and fold_title(on_page.value) not in sites:
                winner = Found(self.text[on_page.start : on_page.end], by.rule, on_page.start, on_page.end)
                break
        if winner is None:
            if not said:
                return None
            winner = said[0]
            if is_cut_off(winner.value):
                whole = [f for f in told if titles_agree(f.value, winner.value) and not is_cut_off(f.value)]
                winner = whole[0] if whole else winner
        self._dissent("title", [f for f in said if not titles_agree(f.value, winner.value)], titles_agree)
        return winner

    def _authors(self, sites: Sequence[str]) -> tuple[Found, ...]:
        """The authors of the most trusted place that names persons, or else of the first that names anyone."""
        everyone = list(islice(self._named(sites), _MOST))
        by_place: dict[str, list[tuple[Author, Found]]] = {}
        for author, found in everyone:
            key = found.rule if is_timid(found.rule) else place_of(found.rule)
            by_place.setdefault(key, []).append((author, found))
        if not by_place:
            return ()
        winners = next(iter(by_place.values()))
        if all(author.organisation for author, _ in winners):
            winners = next(filter(_names_a_person, by_place.values()), winners)
        chosen: list[Found] = []
        for author, found in winners:
            if not any(_names_agree(author.name, known.value) for known in chosen):
                alike = [(a, f) for a, f in everyone if _names_agree(a.name, author.name)]
                note = next((note for a, f in [(author, found), *alike] if (note := f.note or a.note)), "")
                place = next(((f.start, f.end) for _, f in alike if f.start is not None), self._in_byline(author.name))
                chosen.append(Found(author.name, found.rule, *place, note))
        dissent = [
            Found(author.name, found.rule, found.start, found.end, found.note or author.note)
            for author, found in everyone
            if not any(_names_agree(author.name, known.value) for known in chosen)
        ]
        self._dissent("author", dissent, _names_agree)
        return tuple(chosen)

    def _named(self, sites: Sequence[str]) -> Iterator[tuple[Author, Found]]:
        """Everyone whom a claim names as author, but for the publisher itself."""
        for found in self._of("author"):
            whole = found.rule.endswith("author_organisation")
            for author in organisation(found.value) if whole else split_authors(found.value):
                if fold_site(author.name) not in sites and fold_title(author.name) != self._host:
                    yield author, found

    def _in_byline(self, name: str) -> tuple[int | None, int | None]:
        """Where a name stands in a byline, in whatever case."""
        pattern = late(r"\s+".join(map(re.escape, name.split())), re.I)
        for zone in self.zones:
            match = pattern.search(self.text, zone.start, zone.end) if zone.kind == "byline" else None
            if match:
                return match.start(), match.end()
        return None, None

    def _date(self, field: MetadataField) -> Found | None:
        """The date, with the date line of the same day as its place.

        A date line that shows the other one of the two dates is no dissent.
        """
        said = self._of(field)
        if not said:
            return None
        first = said[0]
        other: MetadataField = "modified" if field == "published" else "published"
        others = [found for found in self._of(other) if place_of(found.rule) != "text"]
        lines = [found for found in said if found.start is not None]
        self._dissent(
            field,
            [
                found
                for found in said[1:]
                if iso_date(found.value)
                and not same_day(first.value, found.value)
                and not (found.start is not None and any(same_day(found.value, each.value) for each in others))
            ],
            same_day,
        )
        if first.start is not None:
            return first
        place = next((line for line in lines if same_day(first.value, line.value)), None)
        return Found(first.value, first.rule, place.start, place.end, first.note) if place else first

    def _language(self) -> Found | None:
        """The language of the body's words where they are enough, or else what the markup says."""
        own = find_language(self.text, self.zones)
        told = [
            Found(code[1].lower(), f.rule, note=f.value) for f in self._of("language") if (code := _CODE.match(f.value))
        ]
        words = sum(self.text.count(" ", z.start, z.end) + 1 for z in self.zones if z.kind in BODY_ZONES)
        # English with hardly any of its common words is what the detector calls tables and lists of names.
        sure = own is not None and words >= _ENOUGH_WORDS and (own.value, own.rule) != ("en", "language.lingua")
        ranked = [own, *told] if sure or not told else [*told, own]
        said = [found for found in ranked if found]
        if said:
            self._dissent("language", [f for f in said[1:] if f.value != said[0].value], _words_agree)
        return said[0] if said else None

    def _all(self, field: MetadataField) -> tuple[Found, ...]:
        """Every claim of a field that may have several, each once, with its place in the text where there is one."""
        kept: list[Found] = []
        for found in self._of(field):
            same = next((i for i, known in enumerate(kept) if _contains(known.value, found.value)), None)
            if same is None:
                kept.append(found)
            elif kept[same].start is None and found.start is not None:
                known = kept[same]
                kept[same] = Found(known.value, known.rule, found.start, found.end, known.note)
        return tuple(kept)

    @staticmethod
    def _says_nothing(section: str, sites: Sequence[str]) -> bool:
        """Whether a section is the whole site under another name."""
        return fold_site(section) in sites or fold_title(section) in _NO_SECTIONS

    def _sites_agree(self, one: str, other: str) -> bool:
        return fold_site(one) == fold_site(other) or fold_site(other) == self._host


def _names_a_person(place: Sequence[tuple[Author, Found]]) -> bool:
    """Whether a place names someone by more than one word; containers of a byline hold towns and hours too."""
    return any(
        not author.organisation and len(author.name.split()) > 1 and not is_timid(found.rule) for author, found in place
    )


def _words_agree(one: str, other: str) -> bool:
    return fold_title(one) == fold_title(other)


def _contains(one: str, other: str) -> bool:
    left, right = fold_title(one), fold_title(other)
    return left == right or (bool(left and right) and (left in right or right in left))


def _names_agree(one: str, other: str) -> bool:
    """The same name, or one of them with a middle name more."""
    left, right = fold_name(one).split(), fold_name(other).split()
    return left == right or (
        min(len(left), len(right)) > 1 and len(left) != len(right) and (left[0], left[-1]) == (right[0], right[-1])
    )


def _addresses_agree(one: str, other: str) -> bool:
    def fold(url: str) -> str:
        url = re.split(r"[?#]", url.casefold())[0].rstrip("/")
        return re.sub(r"^https?://(?:www\.|m\.|amp\.)?", "", url)

    return fold(one) == fold(other)
