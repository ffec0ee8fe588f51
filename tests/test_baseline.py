"""Reference distributions: making a baseline with the command, and holding articles against it."""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec.structs import replace

from crossread import baseline
from crossread.baseline import SCHEMA, SHIPPED, FigureKey, Spread, default_baseline, dumps, loads
from crossread.cli import main
from crossread.config import load_config
from crossread.corpus import FEWEST, measure_corpus
from crossread.errors import ConfigError, InputError
from crossread.lexicon import lexicon_hashes
from crossread.model import Analysis, Detail, Found, Measurement, Metadata, MetricInfo, Reference
from crossread.pipeline import analyse
from crossread.reading import article_from_text
from crossread.reference import refer
from crossread.registry import BUILT_IN
from crossread.reports.standings import explanation, note_on, outsiders, standings
from crossread.run import run as run_report

Build = Callable[..., Analysis]
INFOS = tuple(metric.info() for metric in BUILT_IN)


def text(number: int, sentences: int = 12) -> str:
    """A report of its own length and with a number of hedges of its own."""
    hedges = ["may", "might", "will"]
    lines = [
        f"Member {chr(65 + i)}{number} {hedges[(i * number) % 3]} vote for quay {i * 7 + number} on the harbour plan."
        for i in range(sentences + number % 5)
    ]
    return f"Harbour plan {number} goes to the vote\n\n" + "\n\n".join(lines) + "\n"


def command(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert isinstance(ended.value.code, int)
    return ended.value.code


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with 30 reports in a table, and two files beside it."""
    folder = tmp_path_factory.mktemp("corpus")
    rows = [json.dumps({"text": text(number)}) for number in range(30)]
    (folder / "reports").mkdir()
    (folder / "reports" / "rows.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (folder / "one.txt").write_text(text(77), encoding="utf-8")
    (folder / "two.txt").write_text(text(78), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def own(corpus: Path) -> Path:
    """The baseline of the reports, as the command writes it."""
    path = corpus / "own.json"
    assert command("baseline", str(corpus / "reports"), "-o", str(path), "--of", "harbour reports", "--quiet") == 0
    return path


# ------------------------------------------------------------------------------------ making one


def test_the_command_writes_figures_and_no_text(own: Path) -> None:
    made = json.loads(own.read_text(encoding="utf-8"))
    assert (made["schema"], made["name"], made["of"], made["articles"]) == (SCHEMA, "own", "harbour reports", 30)
    assert made["genres"] == {"report": 30}
    assert made["words"]["least"] <= made["words"]["low"] <= made["words"]["high"] <= made["words"]["most"]
    assert made["lexicons"]["hedging.tsv"]
    assert {(each["metric"], each["figure"]) for each in made["figures"]} >= {
        ("hedging", None),
        ("sourcing", "attributions"),
    }
    assert all(each["points"] == sorted(each["points"]) for each in made["figures"])
    assert "harbour plan" not in own.read_text(encoding="utf-8").lower()
    assert str(own.parent) not in own.read_text(encoding="utf-8")


def test_the_same_corpus_gives_the_same_bytes(corpus: Path, own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    again = corpus / "again" / "own.json"
    command("baseline", str(corpus / "reports"), "-o", str(again), "--of", "harbour reports", "--quiet")
    assert again.read_bytes() == own.read_bytes()
    assert capsys.readouterr().out.strip() == str(again)


def test_a_corpus_of_few_articles_is_refused(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("baseline", str(corpus / "one.txt"), "-o", str(corpus / "few.json")) == 2
    assert "needs 20 articles or more; found 1" in capsys.readouterr().err
    assert not (corpus / "few.json").exists()


def test_a_metric_left_out_has_no_figures(corpus: Path) -> None:
    path = corpus / "without.json"
    command("baseline", str(corpus / "reports"), "-o", str(path), "--without", "hedging", "--quiet")
    assert "hedging" not in {spread.metric for spread in baseline.load(path).figures}


def test_an_unknown_metric_to_leave_out_is_told() -> None:
    articles = [article_from_text(text(number)) for number in range(FEWEST)]
    with pytest.raises(ConfigError, match="hegding"):
        measure_corpus(articles, name="x", without=["hegding"])


def test_what_is_written_is_read_back_the_same(own: Path) -> None:
    held = baseline.load(own)
    assert loads(dumps(held), "own.json") == held


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"{", "no file of `crossread baseline`"),
        (b"\xff\xfe{}", "no file of `crossread baseline`"),
        (b'{"schema": "crossread/result/1"}', "no file of `crossread baseline`"),
    ],
)
def test_what_is_no_baseline_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        loads(data, "own.json")


def test_another_version_is_refused(own: Path) -> None:
    with pytest.raises(InputError, match="crossread/baseline/0"):
        loads(own.read_bytes().replace(SCHEMA.encode(), b"crossread/baseline/0"), "own.json")


# --------------------------------------------------------------------------------- holding against


@pytest.mark.parametrize(
    ("points", "value", "below", "equal"),
    [
        ((1.0, 2.0, 3.0, 4.0), 2.5, 50, 0),
        ((1.0, 2.0, 3.0, 4.0), 2.0, 37.5, 25),
        ((0.0, 0.0, 0.0, 7.0), 0.0, 37.5, 75),
        ((1.0, 2.0), -5.0, 0, 0),
        ((1.0, 2.0), 9.0, 100, 0),
        ((0.333, 0.667), 1 / 3, 25, 50),
    ],
)
def test_equal_values_count_half(points: tuple[float, ...], value: float, below: float, equal: float) -> None:
    assert Spread("hedging", None, "", 4, points).standing(value) == (below, equal)


@pytest.mark.parametrize(
    ("points", "share", "value"),
    [
        ((1.0, 2.0, 3.0, 4.0), 50, 2.5),
        ((1.0, 2.0, 3.0, 4.0), 37.5, 2.0),  # where 2.0 stands itself
        ((1.0, 2.0, 3.0, 4.0), 5, 1.0),
        ((1.0, 2.0, 3.0, 4.0), 95, 4.0),
        ((7.0,), 25, 7.0),
    ],
)
def test_a_quantile_is_the_value_of_that_standing(points: tuple[float, ...], share: float, value: float) -> None:
    assert Spread("hedging", None, "", 4, points).quantile(share) == value


def info(metric: str, unit: str = "per 100 words") -> MetricInfo:
    return replace(INFOS[0], id=metric, unit=unit, figures=())


@pytest.fixture
def held(tmp_path: Path) -> Callable[..., str]:
    """`held(figures=..., ...)`: the path of a baseline with these fields."""

    def write(**fields: object) -> str:
        spread = Spread("hedging", None, "per 100 words", 50, tuple(map(float, range(100))))
        made = replace(default_baseline(), figures=(spread,), **fields)
        path = tmp_path / "held.json"
        path.write_bytes(dumps(made))
        return str(path)

    return write


def placed(build: Build, path: str, changed: tuple[str, ...] = (), infos: Any = (), **known: Any) -> Reference:
    measurement = Measurement(
        "hedging", "measured", 41.5, "per 100 words", 100, "words", details=(Detail("odd", 3), Detail("class", "text"))
    )
    words = known.pop("words", 300)
    analysis = build("word " * words, measurements=[measurement])
    analysis = replace(analysis, metadata=Metadata(**known))
    reference, _ = refer([analysis], infos or [info("hedging")], changed, path)
    assert reference is not None
    return reference


def test_a_figure_stands_where_the_values_say(build: Build, held: Callable[..., str]) -> None:
    (placement,) = placed(build, held()).placements
    (standing,) = placement.standings
    assert (standing.metric, standing.figure, standing.below, standing.equal, standing.n) == (
        "hedging",
        None,
        42,
        0,
        50,
    )
    assert placement.outside == ""


def test_the_spread_of_a_main_value_travels_with_the_result(build: Build, held: Callable[..., str]) -> None:
    (spread,) = placed(build, held()).quantiles
    assert (spread.metric, spread.n) == ("hedging", 50)
    assert (spread.p5, spread.p25, spread.p50, spread.p75, spread.p95) == (4.5, 24.5, 49.5, 74.5, 94.5)
    assert placed(build, held(), changed=("hedging",)).quantiles == ()


def test_a_figure_in_another_unit_has_no_standing(build: Build, held: Callable[..., str]) -> None:
    assert placed(build, held(), infos=[info("hedging", "per 1,000 words")]).placements[0].standings == ()


@pytest.mark.parametrize(("n", "standings"), [(2, 0), (4, 0), (5, 1), (40, 1)])
def test_a_share_of_hardly_anything_has_no_standing(tmp_path: Path, build: Build, n: int, standings: int) -> None:
    spread = Spread("naming", None, "% surname only", 50, tuple(map(float, range(100))))
    (tmp_path / "held.json").write_bytes(dumps(replace(default_baseline(), figures=(spread,))))
    measurement = Measurement("naming", "measured", 50.0, "% surname only", n, "mentions")
    analysis = build("word " * 300, measurements=[measurement])
    reference, _ = refer([analysis], [info("naming", "% surname only")], (), str(tmp_path / "held.json"))
    assert reference is not None
    assert len(reference.placements[0].standings) == standings


def test_a_metric_with_options_of_ones_own_has_no_standing(build: Build, held: Callable[..., str]) -> None:
    assert placed(build, held(), changed=("hedging",)).placements[0].standings == ()


@pytest.mark.parametrize(
    ("known", "outside"),
    [
        ({"genre": Found("opinion", "label")}, "opinion, reference has report"),
        ({"language": Found("de", "page")}, "language de, reference in en"),
        ({"words": 20}, "20 words, reference has"),
        ({"words": 9000}, "9,000 words, reference has"),
        ({"genre": Found("report", "label"), "language": Found("en", "page")}, ""),
    ],
)
def test_an_article_of_another_kind_says_so_instead(
    build: Build, held: Callable[..., str], known: dict[str, Any], outside: str
) -> None:
    (placement,) = placed(build, held(), **known).placements
    assert placement.outside.startswith(outside)
    assert bool(placement.outside) == bool(outside)
    assert bool(placement.standings) != bool(outside)


def test_without_a_baseline_there_is_no_reference(build: Build) -> None:
    assert refer([build("Words.")], INFOS, (), "none") == (None, [])


def test_other_word_lists_are_told_of_a_file_of_ones_own_only(build: Build, held: Callable[..., str]) -> None:
    assert refer([build("Words.")], INFOS, (), held(lexicons=lexicon_hashes()))[1] == []
    path = held(lexicons={**lexicon_hashes(), "hedging.tsv": "0" * 64, "old.tsv": "1" * 64})
    _, notices = refer([build("Words.")], INFOS, (), path)
    assert [(n.level, n.subject) for n in notices] == [("warning", "held.json")]
    assert "hedging.tsv" in notices[0].message
    assert refer([build("Words.")], INFOS, (), "default")[1] == []


# ------------------------------------------------------------------------------------- the shipped one


def test_every_figure_of_the_shipped_reference_is_declared_in_its_unit() -> None:
    declared: dict[FigureKey, str] = {(metric.id, None): metric.unit for metric in BUILT_IN}
    declared |= {(metric.id, figure.id): figure.unit for metric in BUILT_IN for figure in metric.figures}
    stale = {spread.key for spread in default_baseline().figures if declared.get(spread.key) != spread.unit}
    assert stale == set(), "make baseline"


def test_the_shipped_reference_is_small_and_names_no_place() -> None:
    data = SHIPPED.read_bytes()
    assert len(data) < 100_000
    assert b"/" not in data.replace(b"crossread/baseline/1", b"")


def test_a_report_of_usual_length_has_standings_in_the_shipped_reference() -> None:
    analysis = analyse(article_from_text(text(5, sentences=20)))
    reference, _ = refer([analysis], INFOS, (), "default")
    assert reference is not None
    assert {"sourcing", "hedging", "readability"} <= {s.metric for s in reference.placements[0].standings}


# --------------------------------------------------------------------------------- runs and reports


def test_a_configuration_names_a_file_from_its_folder(corpus: Path, own: Path) -> None:
    path = corpus / "config.yaml"
    path.write_text(
        "defaults: {baseline: own.json}\nreports:\n  here: {inputs: [one.txt, two.txt]}\n"
        "  plain: {inputs: [one.txt], baseline: none}\n",
        encoding="utf-8",
    )
    config = load_config(path)
    result = run_report(config.reports["here"], config.base)
    assert result.reference is not None
    assert (result.reference.name, len(result.reference.placements)) == ("own", 2)
    assert result.config["baseline"] == "own.json"
    assert run_report(config.reports["plain"], config.base).reference is None


@pytest.mark.parametrize("written", ["missing.json", "one.txt"])
def test_a_configuration_with_a_file_that_is_none_is_refused(corpus: Path, written: str) -> None:
    path = corpus / "wrong.yaml"
    path.write_text(f"reports:\n  here:\n    inputs: [one.txt]\n    baseline: {written}\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=rf"wrong.yaml:4:15: .*{written}"):
        load_config(path)


def test_the_page_says_where_figures_stand(corpus: Path, own: Path) -> None:
    path = corpus / "config.yaml"
    path.write_text("reports: {here: {inputs: [one.txt, two.txt], baseline: own.json}}\n", encoding="utf-8")
    assert command("run", "--config", str(path), "--quiet") == 0
    page = (corpus / "briefings" / "here.html").read_text(encoding="utf-8")
    assert "Among 30 harbour reports" in page
    assert "where a copy that states none counts as a report" in page


def test_standings_in_words(build: Build, held: Callable[..., str]) -> None:
    reference = placed(build, held(of="news reports"))
    (placement,) = reference.placements
    for below, equal, rank in (
        (42.4, 0.0, "higher than 42\u202f%"),
        (99.9, 0.0, "higher than over 99\u202f%"),
        (0.2, 0.0, "higher than under 1\u202f%"),
        (45.0, 90.0, "the same in 90\u202f%"),
    ):
        moved = replace(placement, standings=(replace(placement.standings[0], below=below, equal=equal),))
        found = standings(replace(reference, placements=(moved,)), placement.article)
        assert found.place("hedging", None) == (rank, "50 news reports")
        assert found.place("hedging", "odd") == ("", "")
    assert note_on(reference).endswith("see Methods.")
    assert outsiders(reference, {placement.article: "A"}) == ()


def test_an_article_outside_is_told_once_and_beside_each_value(build: Build, held: Callable[..., str]) -> None:
    reference = placed(build, held(), words=20)
    (placement,) = reference.placements
    assert standings(reference, placement.article).place("hedging", None) == ("outside the reference", "")
    (sentence,) = outsiders(reference, {placement.article: "A"})
    assert sentence.startswith("A is outside the reference (20 words, reference has")
    assert note_on(reference) == ""
    assert explanation(None) == ()


def test_the_shipped_reference_is_the_one_its_provenance_describes() -> None:
    entry = yaml.safe_load((SHIPPED.parent / "PROVENANCE.yaml").read_text(encoding="utf-8"))["files"][SHIPPED.name]
    assert sha256(SHIPPED.read_bytes()).hexdigest() == entry["sha256"]
    assert all(entry[key] for key in ("what", "source", "licence", "made"))


def test_the_shipped_reference_was_measured_with_the_word_lists_of_today() -> None:
    assert dict(default_baseline().lexicons) == lexicon_hashes(), "make it anew: make baseline CORPUS=..."
