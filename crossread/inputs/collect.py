"""The articles of a report: what is named is opened or fetched, chosen from, read, and each kept once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from msgspec.structs import replace

from crossread.errors import InputError
from crossread.fetching.settings import FetchSettings
from crossread.inputs.duplicates import without_copies
from crossread.inputs.entries import Entry, entry_of, select
from crossread.inputs.expand import expand_inputs
from crossread.inputs.settings import Input, as_input, is_address
from crossread.model import Article, Notice
from crossread.reading import only_article, read, read_bytes
from crossread.reading.compose import OriginKind
from crossread.reading.decode import whole_characters
from crossread.reading.page import Problem, Raw, Reference
from crossread.reading.readers import read_raw, read_whole

if TYPE_CHECKING:
    from crossread.fetching import Fetched, Fetcher

Answers = dict[str, "Fetched | InputError"]


def collect(
    inputs: Sequence[str | Input],
    base: Path,
    fetching: FetchSettings | None = None,
    tell: Callable[[str], None] = lambda doing: None,
) -> tuple[list[Article], list[Notice]]:
    """Every article the inputs name that can be read, each once and in their order, and what to say of the rest.

    Addresses are fetched side by side, first those named and then those that feeds and tables lead to.
    `tell` is called with a word on each step.
    """
    named = [as_input(item) for item in inputs]
    locators, notices = expand_inputs(named, base)
    with ExitStack() as closing:
        collector = _Collector(base, fetching or FetchSettings(), closing, tell)
        collector.notices += notices
        collector.locators += locators
        answers = collector.fetch(locator for locator in locators if is_address(locator))
        found: list[list[Entry]] = [[] for _ in named]
        for place, (locator, number) in enumerate(locators.items()):
            found[number].extend(collector.entries(locator, named[number], place, answers))
        chosen = [entry for item, held in zip(named, found, strict=True) for entry in collector.choose(item, held)]
        chosen.sort(key=lambda entry: entry.order)
        answers = collector.fetch(entry.item.url for entry in chosen if isinstance(entry.item, Reference))
        articles = [article for entry in chosen for article in collector.articles(entry, answers)]
        kept, copies = without_copies(articles)
        told = [*collector.notices, *collector.troubles(), *copies, *_reservations(kept)]
        # A file's name may be bytes no encoding knows; what is told of it must be fit to be saved.
        return kept, [Notice(n.level, whole_characters(n.subject), whole_characters(n.message)) for n in told]


def read_one(locator: str, fetching: FetchSettings | None = None) -> Article:
    """The article in a file or at an address. Raises InputError where there is none, or several."""
    if not is_address(locator):
        return read(locator)
    from crossread.fetching import Fetcher

    with Fetcher(fetching or FetchSettings()) as fetcher:
        raw, kind = _answered(locator, {locator: fetcher.get(locator)})
    return only_article(raw, kind)


class _Collector:
    """The inputs and notices of a run, and its one fetcher, which is there once an address is met."""

    def __init__(self, base: Path, fetching: FetchSettings, closing: ExitStack, tell: Callable[[str], None]) -> None:
        self.base = base
        self.fetching = fetching
        self.closing = closing
        self.tell = tell
        self.fetcher: Fetcher | None = None
        self.notices: list[Notice] = []
        self.locators: list[str] = []  # files and addresses, by the place in an entry's order

    def fetch(self, urls: Iterable[str]) -> Answers:
        """What each address answered."""
        wanted = list(dict.fromkeys(urls))
        if not wanted:
            return {}
        if self.fetcher is None:
            from crossread.fetching import Fetcher

            self.fetcher = self.closing.enter_context(Fetcher(self.fetching))
        return dict(zip(wanted, self.fetcher.get_all(wanted, self.tell), strict=True))

    def troubles(self) -> list[Notice]:
        """What went wrong with fetching without stopping anything."""
        return [Notice("warning", "fetch", problem) for problem in (self.fetcher.problems if self.fetcher else ())]

    def entries(self, locator: str, item: Input, place: int, answers: Answers) -> Iterator[Entry]:
        """What one file or address holds: a single article, or the entries of a container."""
        self.tell(f"reading {locator}")
        try:
            raw, kind = _answered(locator, answers) if is_address(locator) else read_bytes(locator, self.base)
            for number, part in enumerate(_parts(replace(raw, columns=item.columns), kind)):
                if isinstance(part, Problem):
                    self.left_out(f"{locator}, {part.part}" if part.part else locator, part.message)
                else:
                    yield entry_of(part, kind, (place, number))
        except InputError as error:
            self.left_out(locator, str(error))

    def choose(self, item: Input, entries: list[Entry]) -> list[Entry]:
        """The entries an input wants."""
        if not item.chooses:
            return entries
        kept, told = select(entries, item)
        if entries and not kept:
            told = f"none of its {len(entries)} entries meets the conditions" + (f"; {told}" if told else "")
        if told:
            self.notices.append(Notice("warning" if kept else "error", item.from_, told))
        return kept

    def articles(self, entry: Entry, answers: Answers) -> Iterator[Article]:
        """The article an entry is or leads to."""
        if isinstance(entry.item, Article):
            yield entry.item
            return
        where = entry.item.url if isinstance(entry.item, Reference) else entry.item.where
        try:
            raw = _followed(entry.item, answers) if isinstance(entry.item, Reference) else entry.item
            kind: OriginKind = "url" if isinstance(entry.item, Reference) else entry.kind
            self.tell(f"reading {where}")
            for found in read_whole(raw, kind, depth=1):
                if isinstance(found, Article):
                    yield found
                elif isinstance(found, Problem):
                    self.left_out(f"{where}, {found.part}", found.message)
                else:
                    self.left_out(found.url, f"not followed: {where} is itself a list of links; name it as an input")
        except InputError as error:
            message = str(error).removeprefix(f"{where}: ")
            if isinstance(entry.item, Reference):  # nobody has named this address, so say where it comes from
                message += f"; {self.locators[entry.order[0]]} leads to it"
            self.left_out(where, message)

    def left_out(self, subject: str, message: str) -> None:
        """Note that something named could not be read."""
        self.notices.append(Notice("error", subject, message.removeprefix(f"{subject}: ")))


def _parts(raw: Raw, kind: OriginKind, depth: int = 0) -> Iterator[Article | Raw | Reference | Problem]:
    """What is in an input. A wrapper around one thing (a compressed page, a mail) is opened; parts of many stay."""
    for item in read_raw(raw, kind, depth):
        if isinstance(item, Raw) and not item.part:
            yield from _parts(item, kind, depth + 1)
        else:
            yield item


def _answered(url: str, answers: Answers) -> tuple[Raw, OriginKind]:
    answer = answers[url]
    if isinstance(answer, InputError):
        raise answer
    name = PurePosixPath(urlsplit(answer.url).path).name
    raw = Raw(answer.data, url, name, answer.media_type, answer.charset, answer.url, retrieved=answer.retrieved)
    return raw, "url"


def _followed(reference: Reference, answers: Answers) -> Raw:
    raw, _ = _answered(reference.url, answers)
    return replace(raw, claims=reference.claims)


def _reservations(articles: Sequence[Article]) -> list[Notice]:
    """What was read with a reservation, such as comments beyond a bound."""
    told = []
    for article in articles:
        where = article.origin.where
        told += [Notice("warning", where, warning) for warning in article.warnings]
        for cut in article.cut:
            many = f"{cut.blocks} {'block' if cut.blocks == 1 else 'blocks'} ({cut.characters} characters)"
            told.append(
                Notice("warning", where, f"{many} of the kind {cut.kind} left out of the text: the page has too many")
            )
    return told
