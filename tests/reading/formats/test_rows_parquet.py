from __future__ import annotations

import datetime as dt
import io
import sys
from typing import Any

import pytest

from crossread.errors import InputError
from crossread.reading.formats.parquet import READER
from crossread.reading.page import Item, Problem, Raw, Reference

pyarrow: Any = pytest.importorskip("pyarrow")
parquet: Any = pytest.importorskip("pyarrow.parquet")


def written(columns: dict[str, Any], **options: Any) -> bytes:
    file = io.BytesIO()
    parquet.write_table(pyarrow.table(columns), file, **options)
    return file.getvalue()


def read(data: bytes, **more: Any) -> list[Item]:
    return list(READER.read(Raw(data, "a.parquet", **more)))


def test_each_row_is_an_article_or_a_link() -> None:
    moment = dt.datetime(2026, 3, 4, 10, tzinfo=dt.UTC)
    data = written({
        "title": ["Ferry sails", None, None], "text": ["The ferry sailed.", None, None], "date": [moment] * 3,
        "url": [None, "https://a.example/1", None], "authors": [["Ann Lee", "Bo Ek"], [], None],
    })  # fmt: skip
    assert READER.recognises(Raw(data[:65_536], "-"))
    article, link, problem = read(data)
    assert isinstance(article, Raw)
    assert {claim.field: claim.found.value for claim in article.claims} == {
        "title": "Ferry sails", "author": "Ann Lee; Bo Ek", "published": "2026-03-04T10:00:00+00:00"
    }  # fmt: skip
    assert isinstance(link, Reference)
    assert link.url == "https://a.example/1"
    assert isinstance(problem, Problem)
    assert problem.part == "row 3"


def test_a_column_within_a_structure_is_reached_by_its_dotted_name() -> None:
    data = written({"doc": [{"words": "The ferry sailed."}]})
    (item,) = read(data, columns={"text": "doc.words"})
    assert isinstance(item, Raw)
    assert item.data == b"The ferry sailed."


def test_a_missing_column_is_named_with_those_there_are() -> None:
    with pytest.raises(InputError, match=r'no column "boddy".*did you mean "body"\? There are: n, body\.'):
        read(written({"n": [1], "body": ["x"]}), columns={"text": "boddy"})


def test_one_long_cell_that_stands_for_many_is_bounded() -> None:
    cells = pyarrow.DictionaryArray.from_arrays(pyarrow.array([0] * 20_000), ["a" * 1_000_000])
    *rows, last = read(written({"text": cells}))
    assert len(rows) == 51
    assert isinstance(last, Problem)
    assert "only the first 51 rows were read" in last.message


def test_damage_in_the_middle_keeps_the_rows_before() -> None:
    text = [f"The ferry sailed, trip {number}." for number in range(500)]
    data = bytearray(written({"text": text}, row_group_size=100, compression="gzip", use_dictionary=False))
    start = parquet.ParquetFile(io.BytesIO(bytes(data))).metadata.row_group(3).column(0).data_page_offset
    data[start + 30 : start + 200] = bytes(170)
    items = read(bytes(data))
    assert [type(item) for item in items[:300]] == [Raw] * 300
    assert isinstance(items[-1], Problem)
    assert items[-1].message.endswith("nothing after was read")


def test_without_pyarrow_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    data = written({"text": ["x"]})
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(InputError, match=r"pip install 'crossread\[parquet\]'"):
        read(data)
