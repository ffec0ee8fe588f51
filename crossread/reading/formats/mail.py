"""EML: a mail saved as a file, most often a newsletter, and mailboxes of several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from crossread.errors import InputError
from crossread.model import Claim
from crossread.reading.authors import split_authors
from crossread.reading.blocks import TextBlock, find_blocks
from crossread.reading.decode import decode, normalise
from crossread.reading.mime import (
    charset_of,
    content,
    header_date,
    header_fields,
    header_text,
    leaves,
    parse_message,
)
from crossread.reading.page import Item, Page, Raw, Reader, claim
from crossread.text.late import late

if TYPE_CHECKING:
    from email.message import Message

_SPOKEN = frozenset(("from", "subject", "date", "to", "cc", "reply-to", "sender"))
_TECHNICAL = frozenset(("mime-version", "message-id", "received", "return-path", "delivered-to", "content-type",
                        "list-id", "dkim-signature", "content-transfer-encoding", "x-mailer"))  # fmt: skip
_ENOUGH = 40  # words: a shorter text is a note that goes with an attachment
_MOST_MAILS = 1000
_NEXT_MAIL = late(rb"\r?\n\r?\n(?=From [^\r\n]{1,300}\d{4}\r?\n[A-Za-z-]{2,60}:)")
_PREFIX = late(r"(?:(?:fwd?|re|aw|wg|tr|rv)\s?(?:\[\d{1,3}\])?:\s*){1,9}", re.I)
_FORWARDED = late(r"(?:re:\s*)?(?:fwd?|wg|tr|rv)\s?:", re.I)
_AT_OUTLET = late(r"(?P<name>.{3,60}?)(?:\s+(?:at|from|of|via)\s+|\s*[|@·]\s*|,\s+)(?P<outlet>.{3,80})$")
_OUTLET = late(
    r"^the\b|\d|\b(?:news\w*|times|post|gazette|daily|weekly|herald|tribune|journal|review|guardian|telegraph|observer|"
    r"chronicle|briefing|bulletin|digest|magazine|media|press|today|report|update|alert|team|editors?|staff|service|"
    r"institute|foundation|council|agency|office|ministry|club|group|network|tv|radio|online|blog|podcast|substack|"
    r"morning|evening|inc|ltd|gmbh|ev)\b",
    re.I,
)
_READABLE = {
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "message/rfc822": ".eml",
}
_TAG = late(r"<[^<>]{0,2000}>")
_VIEW = late(r"(?:view|read|open|see)\b.{0,60}\b(?:web|browser|online|app)\b.{0,300}$", re.I | re.S)
_FOOTER = late(
    r"(?:click here to |to )?(?:unsubscribe|(?:manage|update|change) your (?:e-?mail )?(?:preferences|subscription))\b"
    r"|you(?: are|['’]re) receiving th(?:is|ese)|you receive(?:d)? th(?:is|ese)|this (?:e-?)?mail was sent to",
    re.I,
)
_FOOTER_BLOCKS = 10  # a longer rest is more than a footer


def recognises(raw: Raw) -> bool:
    """Header fields of a mail at the very start, among them what only mails have, or three that they all have."""
    fields = header_fields(raw.data[:65_536]).keys()
    spoken, technical = len(fields & _SPOKEN), len(fields & _TECHNICAL)
    if raw.name.lower().endswith(".eml") or raw.media_type == "message/rfc822":
        return spoken + technical > 0
    return spoken > 2 or (spoken > 0 and technical > 0 and spoken + technical > 2)


def read(raw: Raw) -> Iterator[Item]:
    """The mail's HTML, or its text, or the article attached to a short note; of a mailbox, each mail."""
    mails = _NEXT_MAIL.split(raw.data, maxsplit=_MOST_MAILS) if raw.data.startswith(b"From ") else [raw.data]
    if len(mails) > 1:
        for number, mail in enumerate(mails[:_MOST_MAILS], start=1):
            yield Raw(mail, raw.locator, "mail.eml", "message/rfc822", part=f"mail {number}")
        return
    message = parse_message(raw.data, raw.where)
    parts = [(part, content(part)) for part in leaves(message)]
    shown = [(part, body) for part, body in parts if part.get_content_disposition() != "attachment" and body.strip()]
    html = next(((part, body) for part, body in shown if part.get_content_type() == "text/html"), None)
    plain = next(((part, body) for part, body in shown if part.get_content_type() == "text/plain"), None)
    attached = list(_attachments([part for part, _ in parts], raw))
    if attached and _words(html) < _ENOUGH and _words(plain) < _ENOUGH:
        yield from attached
        return
    claims = (*raw.claims, *_claims(message))
    if html and _words(html):
        part, body = html
        url = header_text(part, "Content-Location") or header_text(part, "Content-Base")
        url = url if url.startswith(("http://", "https://")) else raw.url
        yield Raw(body, raw.locator, raw.name, "text/html", charset_of(part), url, raw.part, raw.retrieved, claims)
    elif plain:
        yield _plain_page(*plain, raw, claims, [each.part for each in attached])
    else:
        raise InputError(
            f"{raw.where}: the mail holds no text; save the article itself, or check that the mail is whole"
        )


def _words(found: tuple[Message, bytes] | None) -> int:
    """Roughly how many words a part shows: enough to tell a note from a story."""
    if found is None:
        return 0
    part, body = found
    text = body[:200_000].decode("latin-1")
    if part.get_content_type() == "text/html":
        text = _TAG.sub(" ", text.rsplit("</style>", 1)[-1] if "</style>" in text[:100_000] else text)
    return sum(any(char.isalpha() for char in word) for word in text.split())


def _attachments(parts: Sequence[Message], raw: Raw) -> Iterator[Raw]:
    """The attachments an article can be read from."""
    for part in parts:
        kind = part.get_content_type()
        name = " ".join((part.get_filename() or "").split())[:200]
        ending = name[name.rfind(".") :].lower() if "." in name else ""
        if kind in _READABLE or ending in _READABLE.values():
            inner = part.get_payload()
            whole = inner[0] if kind == "message/rfc822" and isinstance(inner, list) and inner else None
            data = content(part) if whole is None or isinstance(whole, str) else whole.as_bytes()
            if data:
                name = name or f"attachment{_READABLE[kind]}"
                yield Raw(data, raw.locator, name, kind if kind in _READABLE else "", part=_within(raw, name))


def _within(raw: Raw, name: str) -> str:
    return f"{raw.part}, {name}" if raw.part else name


def _plain_page(part: Message, body: bytes, raw: Raw, claims: Sequence[Claim], attached: Sequence[str]) -> Page:
    charset = charset_of(part)
    try:
        written, encoding = body.decode(charset or "utf-8"), charset or "utf-8"
    except (LookupError, ValueError):
        written, encoding = decode(body, raw.where)
    if str(part.get_param("format", "")).lower() == "flowed":
        written = _unfolded(written)
    text = normalise(written)
    warnings = [f"the attachment {name} was not read; save it as a file of its own" for name in attached]
    return Page(text, tuple(_blocks(text)), tuple(claims), warnings=tuple(warnings), encoding=encoding)


def _blocks(text: str) -> list[TextBlock]:
    """The blocks of a mail's text; the first line's way to the web and the sender's footer are furniture."""
    blocks = find_blocks(text)
    if len(blocks) > 1 and _VIEW.match(text, blocks[0].start, blocks[0].end):
        blocks[0] = replace(blocks[0], kind="furniture", rule="furniture.mail_view")
    last = len(blocks) - _FOOTER_BLOCKS
    ends = [n for n, each in enumerate(blocks) if n >= max(last, 1) and _FOOTER.match(text, each.start, each.end)]
    for n in range(ends[0], len(blocks)) if ends else ():
        blocks[n] = replace(blocks[n], kind="furniture", rule="furniture.mail_footer")
    first = next((n for n, each in enumerate(blocks) if each.kind is None), None)
    if first is not None and text[blocks[first].end - 1] in ".,":  # a greeting or a sentence: the title is the subject
        blocks[first] = replace(blocks[first], kind="body", rule="body.mail")
    return blocks


def _unfolded(written: str) -> str:
    """Flowed text (RFC 3676): a line that ends in a space goes on in the next."""
    lines: list[str] = []
    flowing = False
    for line in written.splitlines():
        line = line.removeprefix(" ")
        if flowing and not line.startswith(">"):
            lines[-1] += line
        else:
            lines.append(line)
        flowing = line.endswith(" ") and line != "-- "
    return "\n".join(lines)


def _claims(message: Message) -> Iterator[Claim]:
    """Title, date and sender. Who forwards a mail is not its author, nor is its date that of the article."""
    subject = header_text(message, "Subject")
    yield from claim("title", _PREFIX.sub("", subject, count=1) if _PREFIX.match(subject) else subject, "mail.subject")
    if _FORWARDED.match(subject):
        return
    yield from claim("published", header_date(message), "mail.date")
    from email.utils import parseaddr

    name, address = parseaddr(header_text(message, "From"))
    yield from _sender(name.strip(" '\""), address.partition("@")[0].lower())
    mailing_list = header_text(message, "List-Id").partition("<")[0].strip(' "')
    if " " in mailing_list:
        yield from claim("publisher", mailing_list, "mail.list_id")


def _sender(name: str, mailbox: str) -> Iterator[Claim]:
    """A person is the author, anything else the publisher; "Ann Lee at The Harbour" gives both."""
    both = _AT_OUTLET.match(name)
    if both and _is_person(both["name"], mailbox):
        yield from claim("author", both["name"], "mail.from")
        yield from claim("publisher", both["outlet"], "mail.from")
    elif _is_person(name, mailbox):
        yield from claim("author", name, "mail.from")
    else:
        yield from claim("publisher", name if "@" not in name else "", "mail.from")


def _is_person(name: str, mailbox: str) -> bool:
    """Two to four capitalised words of which none is an outlet's, or a name that the address repeats."""
    words = name.split()
    if _OUTLET.search(name) or not 2 <= len(words) <= 4:
        return False
    if any(author.organisation for author in split_authors(name)):
        return False
    return all(word[:1].isupper() for word in (words[0], words[-1])) or words[-1].lower() in mailbox


READER = Reader(
    id="mail",
    title="a mail (EML)",
    endings=(".eml",),
    recognises=recognises,
    read=read,
    max_bytes=40_000_000,  # pictures and attachments are in it
)
