"""Parquet: a table in columns, one article or link a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from crossread.errors import InputError
from crossread.reading.columns import choose_columns
from crossread.reading.page import Item, Problem, Raw, Reader
from crossread.reading.rows import Row, read_rows

_MAGIC = b"PAR1"
_BATCH = 32  # rows unpacked at a time: one page of a dictionary can stand for many long cells
_MAX_GROUP = 500_000_000  # bytes the wanted columns of a row group may unpack to
_MAX_NAMES = 5000


def recognises(raw: Raw) -> bool:
    """The mark every Parquet file begins with."""
    return raw.data.startswith(_MAGIC)


def read(raw: Raw) -> Iterator[Item]:
    """An article or link a row; only the columns that are wanted are unpacked."""
    file = _open(raw)
    names = _names(file.schema_arrow)
    columns = choose_columns(raw, names)
    wanted = sorted({name for found in columns.values() for name in found}, key=names.index)
    yield from read_rows(raw, columns, _rows(file, wanted))


def _open(raw: Raw) -> Any:
    try:
        from pyarrow import ArrowException, BufferReader
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise InputError(
            f"{raw.where}: Parquet needs a package that is not installed: pip install 'crossread[parquet]'"
        ) from error
    try:
        return ParquetFile(BufferReader(raw.data))
    except (ArrowException, OSError, ValueError) as error:
        raise InputError(f"{raw.where}: this Parquet file is damaged or cut off; save it again") from error


def _names(schema: Any) -> list[str]:
    """The columns, and the fields of those that are structures as "outer.inner"."""
    found: dict[str, None] = {}

    def collect(fields: Any, prefix: str) -> None:
        for field in fields:
            if len(found) >= _MAX_NAMES:
                return
            found.setdefault(prefix + field.name)
            if field.type.num_fields and hasattr(field.type, "field") and prefix.count(".") < 3:
                collect((field.type.field(at) for at in range(field.type.num_fields)), f"{prefix}{field.name}.")

    collect(schema, "")
    return list(found)


def _rows(file: Any, wanted: list[str]) -> Iterator[Row | Problem]:
    number = 0
    try:
        for group in range(file.metadata.num_row_groups):
            size = _unpacked(file.metadata.row_group(group), wanted)
            if size > _MAX_GROUP:
                raise ValueError(f"it unpacks to {size // 1_000_000} MB at once; write smaller row groups")
            for batch in file.iter_batches(_BATCH, row_groups=[group], columns=wanted, use_threads=False):
                for values in batch.to_pylist():
                    number += 1
                    yield Row(number, values)
    except (ValueError, OSError, MemoryError, NotImplementedError, KeyError) as error:
        reason = " ".join(str(error).split())[:200]
        yield Problem(f"row {number + 1}", f"the table is damaged or too large here ({reason}); nothing after was read")


def _unpacked(group: Any, wanted: list[str]) -> int:
    total = 0
    for at in range(group.num_columns):
        column = group.column(at)
        if any(column.path_in_schema == name or column.path_in_schema.startswith(f"{name}.") for name in wanted):
            total += max(column.total_uncompressed_size, 0)
    return total


READER = Reader("parquet", "Parquet", (".parquet",), recognises, read, max_bytes=200_000_000)
