"""The MIME structure (RFC 2045, 5322) of mails and of web pages saved as MHTML."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from crossread.errors import InputError
from crossread.text.late import late

if TYPE_CHECKING:
    from email.message import Message

_FIELD = late(rb"([A-Za-z][A-Za-z0-9-]{0,60}):[ \t]?")
_MOST_FIELDS = 200
_MOST_PARTS = 500
_LONGEST = 4000  # bytes of a header field: what is read of one
_FIRST_LINE = late(rb"From [^\r\n]{1,400}\r?\n")  # in mailboxes, before each mail


def header_fields(head: bytes) -> dict[str, str]:
    """The header fields that open the bytes, names in lower case; none when anything else opens them."""
    fields: dict[str, str] = {}
    name = ""
    for line in without_first_line(head).split(b"\n", _MOST_FIELDS)[:_MOST_FIELDS]:
        line = line.rstrip(b"\r")
        match = _FIELD.match(line)
        if match:
            name = match[1].decode("ascii").lower()
            fields.setdefault(name, line[match.end() : _LONGEST].decode("latin-1"))
        elif line[:1] in (b" ", b"\t") and name:
            fields[name] = f"{fields[name]} {line.strip().decode('latin-1')}"[:_LONGEST]
        elif not line and fields:
            return fields
        else:
            return {}
    return {}


def without_first_line(data: bytes) -> bytes:
    """The mail without the "From " line that a mailbox puts before it."""
    match = _FIRST_LINE.match(data)
    return data[match.end() :] if match else data


def parse_message(data: bytes, where: str) -> Message:
    """The message in the bytes, whatever its defects. Raises InputError when its parts are nested without end."""
    from email import message_from_bytes

    try:
        return message_from_bytes(without_first_line(data))
    except RecursionError:
        raise InputError(f"{where}: its parts are nested too deeply to be read; save the article itself") from None


def leaves(message: Message) -> Iterator[Message]:
    """The parts that hold something, in their order, and attached mails whole; at most five hundred."""
    waiting, found = [message], 0
    while waiting and found < _MOST_PARTS:
        part = waiting.pop()
        inner = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inner, list):
            waiting.extend(each for each in reversed(inner[:_MOST_PARTS]) if not isinstance(each, str))
        else:
            found += 1
            yield part


def header_text(message: Message, name: str) -> str:
    """A header field as text, encoded words decoded; "" when the message lacks it."""
    from email.header import decode_header, make_header

    value = message.get(name)
    if value is None:
        return ""
    written = str(value)[:_LONGEST]
    with suppress(LookupError, ValueError, AssertionError):  # an unknown charset, damaged base64
        written = str(make_header(decode_header(written)))
    return " ".join(written.split())


def header_date(message: Message) -> str | None:
    """The Date field in ISO 8601; None for none and for one that is no date."""
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(str(message.get("Date", ""))[:200]).isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def content(part: Message) -> bytes:
    """The bytes of a part, its transfer encoding undone."""
    inner = part.get_payload(decode=True)
    return inner if isinstance(inner, bytes) else b""


def charset_of(part: Message) -> str:
    """The charset a part states, in lower case; "" when it states none."""
    stated = part.get_param("charset")
    return str(stated).strip().lower()[:60] if isinstance(stated, str) else ""
