"""gzip: one file packed, as in page.html.gz; what is in it is read in its turn."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from crossread.errors import InputError
from crossread.reading.page import Item, Problem, Raw, Reader
from crossread.text.late import late

MAX_UNPACKED = 200_000_000  # bytes; the reader of what is in it has its own bound
_MAX_MEMBERS = 200_000
_MAGIC = b"\x1f\x8b\x08"
_PIECE = 16_384
_PADDING = late(rb"\0*")


class GzipStream:
    """The unpacked bytes of gzip data, a piece at a time; nothing is held but the piece.

    It ends at damage, at a cut, and at `limit` bytes; `fault` then says which, and "" means that all
    was read. Several members one after the other, as in WARC files, are one stream.
    """

    def __init__(self, data: bytes, limit: int = MAX_UNPACKED) -> None:
        self._data = data
        self._at = 0
        self._inflater = zlib.decompressobj(wbits=31)
        self._fed = self._members = 0  # bytes given to this member; members begun before it
        self._limit = self._left = limit
        self.bomb = False
        self.fault = ""

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes (about 64 kB where it is negative); none only at the end."""
        while not self.fault:
            tail = self._inflater.unconsumed_tail
            piece = tail or self._data[self._at : self._at + _PIECE]
            self._at += 0 if tail else len(piece)
            if not piece:
                self.fault = "" if self._whole() else "the gzip data is cut off"
                return b""
            try:
                got = self._inflater.decompress(piece, size if size > 0 else 65_536)
            except zlib.error:
                self.fault = "the gzip data is damaged"
                return b""
            self._fed += len(piece)
            if self._inflater.eof:
                self._next_member(len(self._inflater.unused_data))
            if got:
                return self._counted(got)
        return b""

    def _whole(self) -> bool:
        return self._fed == 0 and self._members > 0

    def _next_member(self, unused: int) -> None:
        self._at -= unused
        padding = _PADDING.match(self._data, self._at)
        self._at = padding.end() if padding else self._at
        self._inflater = zlib.decompressobj(wbits=31)
        self._fed = 0
        self._members += 1
        if self._members > _MAX_MEMBERS:
            self.fault = f"it has more than {_MAX_MEMBERS:,} gzip members"
        elif self._at < len(self._data) and not self._data.startswith(_MAGIC, self._at):
            self.fault = "what follows the gzip data is no gzip data"

    def _counted(self, got: bytes) -> bytes:
        self._left -= len(got)
        if self._left >= 0:
            return got
        self.bomb = True
        self.fault = f"it unpacks to more than {self._limit // 1_000_000} MB"
        return b""

    # What a WARC parser asks of a file; going back is never needed.
    def tell(self) -> int:
        """Not known and not asked for: 0."""
        return 0

    def seek(self, offset: int, whence: int = 0) -> int:
        """Refused: the stream only runs on."""
        raise OSError("a gzip stream does not seek")

    def close(self) -> None:
        """Nothing to close: the bytes are the caller's."""


def first_bytes(data: bytes, size: int = 512) -> bytes:
    """The first unpacked bytes of gzip data that may be cut; b"" for anything else."""
    if not data.startswith(_MAGIC):
        return b""
    try:
        return zlib.decompressobj(wbits=31).decompress(data, size)
    except zlib.error:
        return b""


def recognises(raw: Raw) -> bool:
    """gzip data with anything but a WARC in it."""
    return raw.data.startswith(_MAGIC) and not first_bytes(raw.data).startswith(b"WARC/")


def read(raw: Raw) -> Iterator[Item]:
    """The file in it; of a cut or damaged one what can be unpacked, and a problem."""
    if first_bytes(raw.data)[257:262] == b"ustar":
        raise InputError(f"{raw.where}: this is a tar archive of files; unpack it and give the folder")
    stream = GzipStream(raw.data)
    data = b"".join(iter(stream.read, b""))
    if stream.bomb:
        raise InputError(
            f"{raw.where}: it unpacks to more than {MAX_UNPACKED // 1_000_000} MB, more than any article has; "
            "check where it comes from"
        )
    if not data:
        raise InputError(f"{raw.where}: {stream.fault or 'there is nothing in it'}; download or save it again")
    name = raw.name[:-3] if raw.name.lower().endswith(".gz") else ""
    yield Raw(
        data,
        raw.locator,
        name=name,
        url=raw.url,
        part=raw.part,
        retrieved=raw.retrieved,
        claims=raw.claims,
        columns=raw.columns,
    )
    if stream.fault:
        yield Problem(raw.part or name or "gzip", f"{stream.fault}; what came before was read")


READER = Reader("gzip", "gzip", (".gz",), recognises, read, max_bytes=200_000_000)
