"""Readability: figures worked out by hand, textstat as reference, voices, names and evidence."""

from __future__ import annotations

import math
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.document import Document
from crossread.errors import InputError
from crossread.metric import run_metric
from crossread.metrics.readability import METRIC, ReadabilityOptions
from crossread.model import Detail, Measurement
from crossread.parse import document_from_text
from crossread.text import formulas
from crossread.text.syllables import packed_facts
from crossread.text.textstat_engine import load_textstat, textstat_scores

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
TITLE = "Council votes on the new road\n\nBy Ada Miller\n\n"
EASY = "The man who sold the bread thought that his wife would come home soon. "  # 14 words of one syllable
HARD = (
    "The administration subsequently encountered considerable uncertainty concerning the international "
    "organisation's negotiating capabilities and institutional responsibilities. "
)


@pytest.fixture(scope="module")
def textstat() -> Any:
    """textstat itself; skipped where NLTK refuses a checkout that others may write to."""
    try:
        return load_textstat()
    except InputError as error:
        pytest.skip(str(error))


def measured(text: str, **options: Any) -> tuple[Document, Measurement]:
    document = document_from_text(TITLE + text)
    return document, run_metric(METRIC, document, ReadabilityOptions(**options))


def detail(measurement: Measurement, name: str) -> Detail:
    return next(item for item in measurement.details if item.id == name)


def test_figures_of_short_sentences_are_worked_out_by_hand() -> None:
    _, found = measured(EASY * 10)
    assert found.value == pytest.approx(206.835 - 1.015 * 14 - 84.6)
    assert found.n == 140
    assert detail(found, "flesch_kincaid").value == pytest.approx(0.39 * 14 + 11.8 - 15.59)
    assert detail(found, "gunning_fog").value == pytest.approx(0.4 * 14)
    assert detail(found, "lix").value == pytest.approx(14 + 100 / 14)  # "thought" is long


def test_harder_words_and_longer_sentences_lower_the_ease_and_raise_every_grade() -> None:
    _, easy = measured(EASY * 10)
    _, hard = measured(HARD * 10)
    assert easy.value is not None
    assert hard.value is not None
    assert easy.value > hard.value
    for name in ("flesch_kincaid", "gunning_fog", "automated_readability", "coleman_liau", "dale_chall", "lix"):
        low, high = detail(easy, name).value, detail(hard, name).value
        assert isinstance(low, float)
        assert isinstance(high, float)
        assert low < high, name


def test_title_byline_and_bio_are_not_counted() -> None:
    _, bare = measured(EASY * 10)
    _, with_bio = measured(EASY * 10 + "\n\nAda Miller is a reporter based in Leeds. She covers transport.")
    assert bare.n == with_bio.n == 140


def test_below_100_words_there_is_no_value() -> None:
    _, found = measured(EASY * 7)
    assert (found.status, found.value) == ("not_applicable", None)
    assert "100 words" in found.reason


def test_smog_is_given_from_30_sentences_on() -> None:
    _, short = measured(EASY * 29)
    assert detail(short, "smog").value is None
    assert "30 sentences" in detail(short, "smog").reason
    assert detail(short, "grade_median").n == 4
    _, long = measured(EASY * 30)
    assert detail(long, "smog").value == pytest.approx(3.1291)
    assert detail(long, "grade_median").n == 5


def test_grade_spread_runs_from_the_lowest_to_the_highest_formula() -> None:
    _, found = measured((EASY + HARD) * 20)
    names = ("flesch_kincaid", "gunning_fog", "automated_readability", "coleman_liau", "smog")
    grades = sorted(float(detail(found, name).value or 0) for name in names)
    assert detail(found, "grade_lowest").value == grades[0]
    assert detail(found, "grade_median").value == grades[2]
    assert detail(found, "grade_highest").value == grades[-1]


def test_sentence_lengths_are_a_median_a_90th_percentile_and_the_longest() -> None:
    nine = "".join(f"The man {'sat and ' * (n - 2)}thought that she would come home. " for n in range(2, 11))
    longest = "The man " + "sat and " * 40 + "thought that she would come home. "
    _, found = measured(nine + longest)
    assert detail(found, "sentence_median").value == 8 + 2 * 4.5
    assert detail(found, "sentence_ninetieth").value == 8 + 2 * 8
    assert detail(found, "sentence_longest").value == 88


def test_hardest_sentences_are_the_evidence_with_their_figures() -> None:
    document, found = measured(EASY * 10 + HARD + EASY * 4)
    texts = [document.text[item.start : item.end] for item in found.evidence]
    assert HARD.strip() in texts
    assert len(texts) <= 4
    note = found.evidence[texts.index(HARD.strip())].note
    assert note.startswith("15 words, 3.")
    assert "reading ease −" in note
    assert {item.rule for item in found.evidence} == {"readability.hard_sentence"}


def test_the_longest_sentence_is_among_the_evidence() -> None:
    longest = "The man " + "sat and " * 20 + "thought that she would come home. "
    document, found = measured(HARD * 5 + longest + EASY * 3)
    texts = [document.text[item.start : item.end] for item in found.evidence]
    assert longest.strip() in texts


def test_a_voice_needs_100_words_of_its_own() -> None:
    quotation = f"“{EASY.strip()}”\n\n"
    _, found = measured(HARD * 10 + "\n\n" + quotation * 9)
    assert found.by_voice["quoted"].value == pytest.approx(206.835 - 1.015 * 14 - 84.6)
    assert found.by_voice["quoted"].n == 126
    assert found.by_voice["reported"].value is None
    narrator = found.by_voice["narrator"].value
    assert narrator is not None
    assert narrator < 0
    _, short = measured(HARD * 10 + "\n\n" + quotation * 7)
    assert short.by_voice["quoted"].value is None


def test_names_can_be_left_out_of_the_averages_over_words() -> None:
    text = "Envoy Sviatlana Tsikhanouskaya thought that the man would soon come home to Svetlogorsk. " * 12
    _, kept = measured(text)
    _, left_out = measured(text, names="leave_out")
    assert kept.value is not None
    assert left_out.value is not None
    assert left_out.value > kept.value
    assert left_out.value == pytest.approx(float(detail(kept, "flesch_without_names").value or 0))
    assert left_out.n == kept.n


def test_without_names_the_figures_are_the_same() -> None:
    _, found = measured(EASY * 10)
    assert detail(found, "flesch_without_names").value == pytest.approx(found.value)


def test_interval_holds_the_value_and_closes_when_all_sentences_are_alike() -> None:
    _, alike = measured(EASY * 10)
    assert alike.interval is not None
    assert alike.interval.low == pytest.approx(alike.interval.high)
    _, mixed = measured((EASY + HARD) * 10)
    assert mixed.interval is not None
    assert mixed.value is not None
    assert mixed.interval.low < mixed.value < mixed.interval.high
    _, few = measured(HARD * 2 + "The man " + "sat and " * 50 + "thought that she would come home. ")
    assert few.interval is None


def counted(forms: Sequence[str], characters: int) -> formulas.SentenceCounts:
    return formulas.SentenceCounts(len(forms), len(forms), characters, packed_facts(forms))


def test_interval_is_close_to_the_jackknife() -> None:
    parts = [counted(["word"] * n + ["negotiation"] * (n % 5), 100) for n in range(8, 40)]
    interval = formulas.flesch_interval(parts)
    assert interval is not None
    left_out = [formulas.flesch_reading_ease(formulas.total(parts[:i] + parts[i + 1 :])) for i in range(len(parts))]
    mean, n = sum(left_out) / len(left_out), len(left_out)
    error = 1.96 * math.sqrt((n - 1) / n * sum((value - mean) ** 2 for value in left_out))
    assert (interval.high - interval.low) / 2 == pytest.approx(error, rel=0.2)


# ------------------------------------------------------------------------- textstat as reference

SIMPLE_WORDS = [
    "river",
    "minister",
    "of",
    "the",
    "negotiation",
    "a",
    "street",
    "understanding",
    "bread",
    "commission",
    "they",
    "parliament",
    "go",
]


def own_scores(document: Document) -> dict[str, float]:
    words = document.words
    parts = []
    for sentence in document.body_sentences:
        within = words.within(sentence.start, sentence.end)
        characters = len("".join(document.text[sentence.start : sentence.end].split()))
        parts.append(counted(words.forms[within.start : within.stop], characters))
    return formulas.all_scores(formulas.total(parts))


def textstats_view(document: Document) -> str:
    """The body as textstat cuts it the same way: our words, spaced and plain, our sentences, full stops."""
    words = document.words
    lines = []
    for sentence in document.body_sentences:
        within = words.within(sentence.start, sentence.end)
        lines.append(" ".join(words.forms[i].replace(".", "").replace(",", "") for i in within) + ".")
    return " ".join(lines)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from(SIMPLE_WORDS), min_size=3, max_size=30), min_size=8, max_size=40))
def test_formulas_equal_textstats_on_text_both_cut_alike(textstat: Any, sentences: list[list[str]]) -> None:
    text = " ".join(" ".join(words) + "." for words in sentences)
    counts = formulas.total(
        [counted(words, sum(map(len, words)) + 1) for words in sentences]  # 1 for the full stop
    )
    assert formulas.all_scores(counts) == pytest.approx(textstat_scores(text), rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_formulas_equal_textstats_on_the_seeds(textstat: Any, path: Path) -> None:
    view = textstats_view(document_from_text(path.read_text(encoding="utf-8")))
    sentences = [line.split() for line in view.rstrip(".").split(". ")]
    counts = formulas.total(
        [counted(words, sum(map(len, words)) + 1) for words in sentences],
    )
    assert len(sentences) == textstat.sentence_count(view)
    assert formulas.all_scores(counts) == pytest.approx(textstat_scores(view), rel=1e-9, abs=1e-9)


def test_engine_textstat_gives_textstats_own_figures(textstat: Any) -> None:
    document, found = measured((EASY + HARD) * 20, engine="textstat")
    body = "\n".join(document.text[s.start : s.end] for s in document.body_sentences)
    assert found.value == textstat.flesch_reading_ease(body)
    assert detail(found, "coleman_liau").value == textstat.coleman_liau_index(body)
    assert detail(found, "dale_chall").value == textstat.dale_chall_readability_score(body)
    assert found.interval is None


def test_engine_textstat_opens_no_socket(textstat: Any) -> None:
    code = """
import socket
def refuse(*args, **kwargs):
    raise AssertionError("a socket was opened")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
from crossread.text.syllables import packed_facts
from crossread.text.textstat_engine import textstat_scores
scores = textstat_scores("The man who sold the bread thought that his wife would come home soon.")
assert abs(scores["flesch"] - (206.835 - 1.015 * 14 - 84.6)) < 1e-9, scores
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_our_engine_imports_neither_textstat_nor_nltk() -> None:
    code = (
        "import sys; from crossread.parse import document_from_text; from crossread.metrics import readability as r; "
        f"r.METRIC.measure(document_from_text({TITLE + EASY * 10!r}), r.ReadabilityOptions()); "
        "assert not {'textstat', 'nltk'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_reading_ease_lies_in_the_range_of_the_other_ways_to_count() -> None:
    document = document_from_text(
        "Council meets on the harbour\n\n"
        + "“It leaks. It rots. It fell apart,” said Mr. Lee of the U.S. Navy, whose harbour it is. " * 12
    )
    found = METRIC.measure(document, METRIC.options())
    low, high = (detail.value for detail in found.details if detail.id in ("flesch_lowest", "flesch_highest"))
    assert isinstance(low, float)
    assert isinstance(high, float)
    assert found.value is not None
    assert low < found.value < high
