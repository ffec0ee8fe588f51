"""A user's own word lists: what each category adds, what is said of a broken file, and that a run leaves no trace."""

from __future__ import annotations

from pathlib import Path

import pytest

from crossread.config import load_config
from crossread.errors import ConfigError
from crossread.lexicon import lexicon_hashes, load_lexicon
from crossread.own_lexicons import own_lexicons, read_own_lexicon
from crossread.parse import document_from_text
from crossread.run import run

HEADER = "term\tcategory\tnote\n"


def write(folder: Path, lines: str, header: str = HEADER) -> Path:
    path = folder / "mine.tsv"
    path.write_text(header + lines, encoding="utf-8")
    return path


def test_an_outlet_of_ones_own_is_second_hand(tmp_path: Path) -> None:
    path = write(tmp_path, "Skerry Packet\toutlet\n")
    text = "Minister Ann Lee told the Skerry Packet that it leaked."
    assert [a.second_hand for a in document_from_text(text).attributions] == [None]
    with own_lexicons([path]):
        (found,) = [a.second_hand for a in document_from_text(text).attributions]
    assert found is not None
    assert found.chain == ("Ann Lee", "Skerry Packet")


@pytest.mark.parametrize(
    ("line", "text", "kind"),
    [
        ("dykegrave\tofficial\n", "Ann Lee, a dykegrave, said it leaked.", "official"),
        ("kelp farmer\tbusiness\n", "Ann Lee, a kelp farmer, said it leaked.", "business"),
        ("Tide Pool Nine\tbody\tcivil_society\n", "Tide Pool Nine said it leaked.", "civil_society"),
    ],
)
def test_a_role_or_body_of_ones_own_makes_its_kind(tmp_path: Path, line: str, text: str, kind: str) -> None:
    assert document_from_text(text).speakers[0].kind != kind
    with own_lexicons([write(tmp_path, line)]):
        assert document_from_text(text).speakers[0].kind == kind


def test_a_cue_of_ones_own_attributes_with_its_stance(tmp_path: Path) -> None:
    text = "Minister Ann Lee blethered that it leaked."
    assert document_from_text(text).attributions == ()
    with own_lexicons([write(tmp_path, "blethered\tdoubting\tblether\n")]):
        (found,) = document_from_text(text).attributions
    assert found.cue is not None
    assert (found.cue.lemma, found.stance) == ("blether", "doubting")


def test_a_line_of_ones_own_takes_the_place_of_a_shipped_one(tmp_path: Path) -> None:
    text = "Minister Ann Lee said that it leaked."
    with own_lexicons([write(tmp_path, "said\temotive\tsay; cqn\n")]):
        assert [a.stance for a in document_from_text(text).attributions] == ["emotive"]
    assert [a.stance for a in document_from_text(text).attributions] == ["neutral"]


def test_notes_may_be_left_out_and_remarks_and_empty_lines_are_skipped(tmp_path: Path) -> None:
    path = write(tmp_path, "# the island's papers\n\nSkerry Packet\toutlet\nSkerry Echo\toutlet\tweekly\n")
    assert [entry.term for entry in read_own_lexicon(path)["organisations"]] == ["Skerry Packet", "Skerry Echo"]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("Skerry Packet\toutlte\n", 'mine.tsv:2: unknown category "outlte"; did you mean "outlet"?'),
        ("Skerry Packet\n", "mine.tsv:2: expected term, category, note, separated by tabs"),
        ("# papers\n\n…\toutlet\n", 'mine.tsv:4: the term "…" holds no word'),
        ("Tide Watch\tbody\tnice\n", 'mine.tsv:2: the note of a body is empty or its kind, not "nice"'),
        ("riffed\tneutral\tRIFF!\n", 'mine.tsv:2: the note of a verb is its lemma, as in "riff" or "riff; cq"'),
    ],
)
def test_a_broken_list_is_told_with_its_line(tmp_path: Path, lines: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read_own_lexicon(write(tmp_path, lines))
    assert message in str(caught.value)


def test_every_broken_line_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        read_own_lexicon(write(tmp_path, "a\tx\nb\toutlet\nc\ty\n"))
    assert [line.rpartition("mine.tsv:")[2][:2] for line in str(caught.value).splitlines()] == ["2:", "4:"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"caf\xe9\toutlet\n", "not in UTF-8"),
        (b"name,kind\n", "mine.tsv:1: the header must be term, category, note"),
        (b"x" * 1_000_001, "larger than 1,000,000 bytes"),
    ],
)
def test_what_is_no_list_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "mine.tsv"
    path.write_bytes(content)
    with pytest.raises(ConfigError, match=message):
        read_own_lexicon(path)


def test_the_configuration_tells_the_place_of_both_files(tmp_path: Path) -> None:
    write(tmp_path, "Skerry Packet\toutlte\n")
    config = tmp_path / "config.yaml"
    config.write_text("reports: {one: {inputs: [a.txt]}}\ndefaults:\n  lexicons: [mine.tsv, none.tsv]\n")
    with pytest.raises(ConfigError) as caught:
        load_config(config)
    first, second = str(caught.value).replace(f"{tmp_path}/", "").splitlines()
    assert first == 'config.yaml:3:13: mine.tsv:2: unknown category "outlte"; did you mean "outlet"?'
    assert second.startswith("config.yaml:3:13: none.tsv: cannot be read as a word list")


def test_a_run_uses_the_list_names_its_hash_and_leaves_nothing_behind(tmp_path: Path) -> None:
    write(tmp_path, "Skerry Packet\toutlet\n")
    (tmp_path / "a.txt").write_text("Wall leaks\n\nMinister Ann Lee told the Skerry Packet that it leaked.\n")
    config = tmp_path / "config.yaml"
    config.write_text("reports: {one: {inputs: [a.txt], lexicons: [mine.tsv]}}\n")
    before, shipped = lexicon_hashes(), load_lexicon("crossread.data", "organisations")
    result = run(load_config(config).reports["one"], tmp_path)
    assert result.articles[0].attributions[0].second_hand is not None
    assert set(result.tool.lexicons) - set(before) == {"mine.tsv"}
    assert result.config["lexicons"] == ["mine.tsv"]
    assert lexicon_hashes() == before
    assert load_lexicon("crossread.data", "organisations").entries == shipped.entries


def test_a_list_with_the_name_of_a_shipped_one_does_not_hide_it(tmp_path: Path) -> None:
    path = tmp_path / "roles.tsv"
    path.write_text(HEADER + "dykegrave\tofficial\n", encoding="utf-8")
    before = lexicon_hashes()
    with own_lexicons([path]):
        assert lexicon_hashes() == before | {"own/roles.tsv": lexicon_hashes()["own/roles.tsv"]}
