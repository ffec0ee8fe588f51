"""Pages that are no article are named as what they are; articles pass, whatever else they speak of."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from crossread.reading.html.stubs import find_stub

STORY = "The council of Brill voted on Monday to mend the harbour wall before the next winter begins. " * 4
NOT_FREE = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>'
OFFER = "<div><p>Subscribe now to continue reading.</p><p>Already a subscriber? Log in.</p></div>"
CONSENT = (
    "<h1>Before you continue</h1><p>We and our 812 partners use cookies and similar means to store and read "
    "data on your device. You can accept or refuse, or manage preferences at any time.</p>"
    "<p>Some partners rely on legitimate interest. See our cookie policy and privacy policy.</p>"
    "<button>Accept all</button><button>Reject all</button>"
)


def stub(body: str, words: int, head: str = "") -> str | None:
    return find_stub(document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>"), words)


@pytest.mark.parametrize(
    ("body", "words", "head", "named"),
    [
        ("<noscript>You need to enable JavaScript.</noscript><div id='root'></div>", 0, "", "JavaScript"),
        ("<p>Please enable JavaScript to read this site.</p>", 7, "", "JavaScript"),
        ("<p>JavaScript is disabled in your browser.</p>", 6, "", "JavaScript"),
        ("<div id='app'> </div><script src='app.js'></script>", 0, "", "JavaScript"),
        ("<p>Bitte aktivieren Sie JavaScript.</p>", 4, "", "JavaScript"),
        (CONSENT, 45, "", "cookie or consent wall"),
        (f"<p>{STORY}</p>{OFFER}", 68, NOT_FREE, "paywalled"),
        (f"<p>{STORY}</p>{OFFER}", 68, "", "paywalled"),
        (f"<p>{STORY}</p>", 68, NOT_FREE, "paywalled"),
        (f"<p>{STORY}</p>", 68, '<meta property="article:content_tier" content="locked">', "paywalled"),
        (f"<p>{STORY * 3}</p>{OFFER}", 204, NOT_FREE, "paywalled"),
        (f"<p>{STORY * 3}</p><div class='paywall'>{OFFER}</div>", 204, "", "paywalled"),
        ("<h1>One moment</h1><p>Verify you are human by completing this.</p>", 9, "", "check for robots"),
    ],
)  # fmt: skip
def test_a_page_without_its_article_is_named(body: str, words: int, head: str, named: str) -> None:
    message = stub(body, words, head)
    assert message is not None
    assert named in message
    assert message.startswith("this page ")
    assert "; " in message  # what to do


def test_the_message_of_a_paywall_counts_the_open_words() -> None:
    message = stub(f"<p>{STORY}</p>{OFFER}", 68, NOT_FREE)
    assert message is not None
    assert "(68 words)" in message


@pytest.mark.parametrize(
    ("body", "words", "head"),
    [
        (f"<p>{STORY}</p>", 68, ""),
        (f"<p>{STORY * 9}</p>{OFFER}", 612, NOT_FREE),
        (f"<p>{STORY}</p><footer>Subscribe to our newsletter. Sign in to comment. Register to vote.</footer>", 68, ""),
        (f"<p>{STORY * 3}</p><header>Already a subscriber? Log in</header>", 204, ""),
        (f"<p>{STORY * 3}</p><p>Subscribe now to read more of our stories.</p>", 204, ""),
        (f"<p>{STORY}</p><noscript>Please enable JavaScript to see comments.</noscript>", 68, ""),
        (f"<p>{STORY}</p><div>{CONSENT}</div>", 68, '<meta property="og:type" content="article">'),
        (f"<p>{STORY * 3}</p><div>This site uses cookies. Accept all. Cookie policy. Privacy policy.</div>", 204, ""),
        ("<p>The firm's partners met. Cookies were served.</p>", 7, ""),
        (f"<p>{STORY}</p>", 68, NOT_FREE.replace("false", "true")),
    ],
)
def test_an_article_passes(body: str, words: int, head: str) -> None:
    assert stub(body, words, head) is None


def test_a_page_of_many_hidden_drawings_ends() -> None:
    drawing = "<svg>" + "<g><path d='M0'/></g>" * 20_000 + "</svg>"
    assert stub(f"{drawing}<p>{STORY}</p>", 68) is None


@pytest.mark.parametrize("run", ["1" * 40_000, "we " * 13_000, "java " * 8_000, "to continue reading " * 2_000])
def test_long_runs_of_a_pattern_s_beginning_end(run: str) -> None:
    assert stub(f"<p>{run}</p>", 100) is None
