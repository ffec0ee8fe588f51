"""Shares of voice: all words of the body, the speakers heard most, the others counted."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from crossread.model import Analysis, Speaker, VoiceSpan
from crossread.reports.anchors import Anchors
from crossread.reports.body import Body
from crossread.reports.shares import MOST, ArticleShares, shares_of
from crossread.reports.templating import environment

Build = Callable[..., Analysis]
TEXT = "The wall is old, “it will not hold,” said Holt.\n\nReed said that it would."


def article(build: Build, *speakers: Speaker) -> Analysis:
    """Eleven words of the body are the narrator's, four quoted, none reported."""
    quote = TEXT.index("“"), TEXT.index("”") + 1
    first, second = build(TEXT).zones
    voices = (
        VoiceSpan(first.start, quote[0], "narrator"),
        VoiceSpan(*quote, "quoted"),
        VoiceSpan(quote[1], first.end, "narrator"),
        VoiceSpan(second.start, second.end, "narrator"),
    )
    return replace(build(TEXT, said=[("Holt", "expert", "it will not hold")]), voices=voices, speakers=speakers)


def speaker(name: str, direct: int, indirect: int) -> Speaker:
    return Speaker(f"id of {name}", name, None, "person", True, (), words_direct=direct, words_indirect=indirect)


def shares(*articles: Analysis) -> tuple[ArticleShares, ...]:
    return shares_of([Body(each) for each in articles], Anchors(articles), "ABCD"[: len(articles)])


def drawn(macro: str, found: Sequence[ArticleShares], *, paper: bool = False) -> str:
    return str(getattr(environment().get_template("parts/voices.svg.j2").module, macro)(found, paper))


def test_the_parts_are_all_words_of_the_body_one_after_the_other(build: Build) -> None:
    (found,) = shares(article(build))
    assert found.words == 15
    assert [(part.voice, part.words, part.start, part.width) for part in found.parts] == [
        ("narrator", 11, 0, 73.33),
        ("quoted", 4, 73.33, 26.67),
    ]
    assert found.text == "Article A: narrator 73\u202f% (11 words), quoted 27\u202f% (4 words)."
    assert 'role="img" aria-label="Article A: narrator 73' in drawn("split", [found])


def test_one_article_needs_no_comparison_and_one_without_a_body_says_so(build: Build) -> None:
    (found,) = shares(replace(build("x"), zones=(), voices=()))
    assert (found.words, found.parts, found.text) == (0, (), "Article A: no words in the body.")
    assert "no words in the body" in drawn("split", [found])
    assert "No speaker was found by our rules." in drawn("speakers", [found])


def test_bars_of_all_articles_are_on_one_scale_direct_before_indirect(build: Build) -> None:
    first, second = shares(article(build, speaker("Holt", 30, 10)), article(build, speaker("Reed", 0, 20)))
    (holt,), (reed,) = first.speakers, second.speakers
    assert (holt.direct_width, holt.indirect_width) == (75, 25)
    assert (reed.direct_width, reed.indirect_width) == (0, 50)
    assert holt.text == "Holt in A: 30 words quoted, 10 reported"
    source = drawn("speakers", [first, second])
    assert 'class="f-quoted" x="0%" width="75.0%"' in source
    assert 'class="f-reported edge" x="75.0%" width="25.0%"' in source
    assert "30 + 10" in source


def test_speakers_not_drawn_are_counted_with_their_words(build: Build) -> None:
    many = [speaker(f"Speaker {number}", number + 1, 1) for number in range(MOST + 2)]
    (found,) = shares(article(build, *many, speaker("Silent", 0, 0)))
    assert [each.name for each in found.speakers] == ["Speaker 6", "Speaker 5", "Speaker 4", "Speaker 3", "Speaker 2"]
    assert found.more == "and 2 more speakers with 5 words"
    assert "and 2 more speakers with 5 words" in drawn("speakers", [found])


def test_a_speaker_leads_to_their_first_words(build: Build) -> None:
    (found,) = shares(article(build, speaker("Holt", 4, 0), speaker("Nobody", 1, 0)))
    assert [each.href for each in found.speakers] == [f"#at-a1-{TEXT.index('it will')}", "#a1"]


def test_a_hostile_name_stays_text(build: Build) -> None:
    found = shares(article(build, speaker('"><script>alert(1)</script>', 4, 0)))
    for paper in (False, True):
        source = drawn("speakers", found, paper=paper)
        assert "<script>" not in source
        assert "&lt;script&gt;alert(1)" in source
