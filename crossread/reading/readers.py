"""Which reader an input is for, and what all of them together make of it.

Readers are asked in a fixed order, third parties' first: the first that recognises the content reads it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from crossread.errors import InputError
from crossread.installed import plug_ins
from crossread.model import Article
from crossread.reading.compose import OriginKind, compose
from crossread.reading.page import Page, Problem, Raw, Reader, Reference

GROUP = "crossread.readers"
HEAD = 65_536  # bytes a reader is shown to recognise its format by
_DEPTH = 4  # a mail within an archive within an archive is no article any more


@cache
def built_in() -> tuple[Reader, ...]:
    """Our readers, the surest signs first; plain text, which anything could be, comes last."""
    from crossread.reading.formats import (
        csv,
        docx,
        feed,
        gzip,
        html,
        json,
        jsonl,
        mail,
        markdown,
        mhtml,
        parquet,
        pdf,
        text,
        warc,
    )

    modules = (pdf, docx, parquet, warc, gzip, mhtml, mail, feed, html, jsonl, json, markdown, csv, text)
    return tuple(module.READER for module in modules)


@cache
def all_readers() -> dict[str, Reader]:
    """Every reader by its id, in the order they are asked.

    An entry point of the group `crossread.readers` names a `Reader`; one that does not, or that takes
    the id of another, is a ConfigError.
    """
    ours = {reader.id: reader for reader in built_in()}
    return {**plug_ins(GROUP, Reader, ours), **ours}


def choose_reader(raw: Raw) -> Reader:
    """The reader for these bytes, of which the first 64 kB are enough.

    A part of a container is what the container says it is: the text of a row that opens with "From:"
    is no mail.
    """
    readers = all_readers()
    said = {"text/plain": "text", "text/html": "html"}.get(raw.media_type)
    if raw.part and said:
        return readers[said]
    return next(reader for reader in readers.values() if reader.recognises(raw))


def read_raw(raw: Raw, kind: OriginKind = "file", depth: int = 0) -> Iterator[Article | Raw | Reference | Problem]:
    """What is in the bytes: articles, and of a container its parts as they are.

    A part that is a `Raw` is yielded unread, for a caller that wants some of them only; give it to this
    function in its turn. Raises InputError when nothing can be read.
    """
    if depth > _DEPTH:
        raise InputError(f"{raw.where}: containers within containers; unpack the file and read what is in it")
    reader = choose_reader(raw)
    if len(raw.data) > reader.max_bytes:
        raise InputError(too_large(raw.where, reader))
    for item in _guarded(reader, raw):
        yield compose(item, raw, reader.id, kind) if isinstance(item, Page) else item


def read_whole(raw: Raw, kind: OriginKind = "file", depth: int = 0) -> Iterator[Article | Reference | Problem]:
    """As `read_raw`, with every part read; a part that cannot be is a `Problem`, and the others go on."""
    for item in read_raw(raw, kind, depth):
        if not isinstance(item, Raw):
            yield item
            continue
        try:
            yield from read_whole(item, kind, depth + 1)
        except InputError as error:
            if not item.part:  # a wrapper and not one of many
                raise
            yield Problem(item.part, str(error).removeprefix(f"{item.where}: "))


def too_large(where: str, reader: Reader) -> str:
    """The message for an input beyond its format's bound."""
    limit = f"{reader.max_bytes / 1e6:.0f} MB"
    return f"{where}: this is more than the {limit} that {reader.title} may have here; cut it into parts"


def _guarded(reader: Reader, raw: Raw) -> Iterator[Page | Raw | Reference | Problem]:
    """The reader's items; what a library raises on damaged bytes becomes an InputError that says where."""
    try:
        yield from reader.read(raw)
    except InputError:
        raise
    except RecursionError:
        raise InputError(f"{raw.where}: nested too deeply to be read as {reader.title}") from None
    except Exception as error:  # a library met bytes it was not made for: one bad input never stops the others
        told = " ".join(str(error).split())[:200] or type(error).__name__
        raise InputError(f"{raw.where}: damaged, or not {reader.title} at all ({told}); save it again") from error
