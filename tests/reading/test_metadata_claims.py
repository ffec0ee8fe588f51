"""Claims of several places weighed: who is believed, what counts as agreement, what is kept as conflict."""

from __future__ import annotations

import itertools

import pytest

from crossread.model import Claim, Found, Metadata, MetadataField, Zone, ZoneKind
from crossread.reading.metadata import find_metadata

BODY = (
    "The council of Brill voted on Monday to mend the harbour wall before the next winter begins, and it will be "
    "paid for by the port, which has said that there is money for the work and that the ships are to wait."
)


def claim(field: MetadataField, value: str, rule: str, note: str = "") -> Claim:
    return Claim(field, Found(value, rule, note=note))


def weigh(*claims: Claim, head: tuple[tuple[ZoneKind, str, str], ...] = (), body: str = BODY) -> tuple[str, Metadata]:
    """The text of a page with these head blocks (kind, rule, words) and its metadata."""
    text, zones = "", []
    for kind, rule, words in (*head, ("body", "body.paragraph", body)):
        zones.append(Zone(kind, len(text), len(text) + len(words), rule))
        text += words + "\n\n"
    return text, find_metadata(text, zones, claims)


def conflicts(metadata: Metadata) -> list[tuple[str, str, str]]:
    return [(each.field, each.found.value, each.found.rule) for each in metadata.conflicts]


SAID = {  # one place each, the most trusted first
    "row.author": "Ann Row",
    "json_ld.author": "Ann Json",
    "meta.author": "Ann Meta",
    "microdata.author": "Ann Item",
    "mail.from": "Ann Mail",
    "feed.author": "Ann Feed",
    "front_matter.author": "Ann Front",
    "docx.creator": "Ann Word",
    "pdf.author": "Ann Pdf",
}


@pytest.mark.parametrize(("trusted", "less"), list(itertools.pairwise(SAID)))
def test_the_more_trusted_place_is_believed_whatever_the_order(trusted: str, less: str) -> None:
    one, other = claim("author", SAID[trusted], trusted), claim("author", SAID[less], less)
    for claims in ((one, other), (other, one)):
        _, metadata = weigh(*claims)
        assert [author.value for author in metadata.authors] == [SAID[trusted]]
        assert conflicts(metadata) == [("author", SAID[less], less)]


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        ("title", "The wall is mended", "THE WALL  is mended"),
        ("title", "The wall’s end", "The wall's end"),
        ("title", "The wall is mended", "The wall is mended | Brill Courier"),
        ("title", "The wall is mended", "Opinion | The wall is mended"),
        ("title", "The wall is mended by the port after years of waiting", "The wall is mended by the port…"),
        ("publisher", "The Brill Courier", "brillcourier.com"),
        ("published", "2021-05-04T23:30:00-05:00", "2021-05-05"),
        ("published", "2021-05-04", "May 4, 2021"),
        ("language", "en-GB", "en_US"),
        ("section", "Harbour", "HARBOUR"),
        ("url", "https://www.brill.example/wall/?from=x", "http://brill.example/wall"),
        ("author", "René Roe", "RENE ROE"),
        ("author", "Ann B. Lee", "Ann Lee"),
    ],
)
def test_what_is_equal_after_folding_is_no_conflict(field: MetadataField, one: str, other: str) -> None:
    _, metadata = weigh(claim(field, one, "json_ld.x"), claim(field, other, "meta.x"))
    assert metadata.conflicts == ()


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        ("title", "The wall is mended", "Port to pay for wall"),
        ("publisher", "Brill Courier", "Brill Herald"),
        ("published", "2021-05-04", "2021-05-09"),
        ("section", "Harbour", "Sport"),
        ("paywall", "paywalled", "metered"),
        ("url", "https://brill.example/wall", "https://port.example/wall"),
    ],
)
def test_real_disagreement_is_kept_once(field: MetadataField, one: str, other: str) -> None:
    again = claim(field, other.upper(), "meta.y")
    _, metadata = weigh(claim(field, one, "json_ld.x"), claim(field, other, "meta.x"), again)
    assert conflicts(metadata) == [(field, other, "meta.x")]


def test_the_title_on_the_page_wins_when_any_place_confirms_it() -> None:
    text, metadata = weigh(
        claim("title", "Harbour wall: port to pay (SEO)", "json_ld.headline"),
        claim("title", "The wall is mended - Brill Courier", "meta.og_title"),
        head=(("title", "title.heading", "The wall is mended"),),
    )
    title = metadata.title
    assert title is not None
    assert (title.value, title.rule) == ("The wall is mended", "meta.og_title")
    assert title.start is not None
    assert text[title.start : title.end] == title.value
    assert conflicts(metadata) == [("title", "Harbour wall: port to pay (SEO)", "json_ld.headline")]


def test_a_title_that_only_the_page_shows_is_dissent() -> None:
    head: tuple[tuple[ZoneKind, str, str], ...] = (("title", "title.heading", "Brill’s finest"),)
    _, metadata = weigh(claim("title", "The wall is mended", "json_ld.headline"), head=head)
    assert metadata.title == Found("The wall is mended", "json_ld.headline")
    assert conflicts(metadata) == [("title", "Brill’s finest", "title.heading")]


def test_the_site_is_cut_from_a_title_that_nothing_confirms() -> None:
    site = claim("publisher", "Brill Courier", "meta.og_site_name")
    for written in ("The wall - Brill Courier", "The wall | brillcourier.com", "Brill Courier: The wall", "The wall"):
        _, metadata = weigh(site, claim("title", written, "html.title"))
        assert metadata.title == Found("The wall", "html.title")


def test_a_title_that_was_cut_off_is_replaced_by_the_whole_one() -> None:
    _, metadata = weigh(
        claim("title", "The wall of the harbour is mended...", "json_ld.headline"),
        claim("title", "The wall of the harbour is mended by the port", "meta.og_title"),
    )
    assert metadata.title == Found("The wall of the harbour is mended by the port", "meta.og_title")


def test_an_author_leads_to_the_byline_whatever_its_case() -> None:
    text, metadata = weigh(
        claim("author", "Ann Lee", "json_ld.author", "Editor"), head=(("byline", "byline.by", "By ANN LEE"),)
    )
    (author,) = metadata.authors
    assert (author.value, author.rule, author.note) == ("Ann Lee", "json_ld.author", "Editor")
    assert author.start is not None
    assert text[author.start : author.end] == "ANN LEE"
    assert metadata.conflicts == ()


def test_a_job_is_taken_from_a_less_trusted_place() -> None:
    _, metadata = weigh(
        claim("author", "Ann Lee", "meta.author"),
        head=(("byline", "byline.by", "By Ann Lee, Science Editor"),),
    )
    assert [(author.value, author.note) for author in metadata.authors] == [("Ann Lee", "Science Editor")]


@pytest.mark.parametrize(
    ("claims", "authors"),
    [
        ([("Brill Courier", "json_ld.author")], []),
        ([("Brill Courier", "json_ld.author_organisation"), ("Ann Lee", "meta.author")], ["Ann Lee"]),
        ([("Associated Press", "json_ld.author_organisation")], ["Associated Press"]),
        ([("Associated Press", "json_ld.author"), ("Ann Lee", "microdata.author")], ["Ann Lee"]),
        ([("Associated Press", "json_ld.author"), ("Brill", "html.byline")], ["Associated Press"]),
        ([("Ann Lee and Bo Ek", "meta.author")], ["Ann Lee", "Bo Ek"]),
        ([("Share on Twitter", "json_ld.author"), ("Ann Lee", "meta.author")], ["Ann Lee"]),
        ([("Roe and Lee Partners", "json_ld.author_organisation")], ["Roe and Lee Partners"]),
    ],
)
def test_the_publisher_is_no_author_and_persons_go_before_agencies(
    claims: list[tuple[str, str]], authors: list[str]
) -> None:
    site = claim("publisher", "The Brill Courier", "meta.og_site_name")
    _, metadata = weigh(site, *(claim("author", value, rule) for value, rule in claims))
    assert [author.value for author in metadata.authors] == authors


@pytest.mark.parametrize(
    ("words", "authors"),
    [
        ("Ann Lee", ["Ann Lee"]),
        ("Ann Lee and Bo Ek, Reporter", ["Ann Lee", "Bo Ek"]),
        ("Show more sharing options", []),
        ("Filed under: Harbour", []),
        ("Brill", []),
    ],
)
def test_a_container_named_byline_counts_where_its_words_form_names(words: str, authors: list[str]) -> None:
    _, metadata = weigh(head=(("byline", "byline.container_name", words),))
    assert [author.value for author in metadata.authors] == authors


def test_a_line_that_says_by_silences_other_containers() -> None:
    _, metadata = weigh(
        head=(("byline", "byline.container", "By Ann Lee"), ("byline", "byline.container", "Brill Port"))
    )
    assert [author.value for author in metadata.authors] == ["Ann Lee"]


def test_a_date_leads_to_the_date_line_of_the_same_day() -> None:
    text, metadata = weigh(
        claim("published", "2021-05-04T09:30:00Z", "json_ld.date_published"),
        claim("modified", "2021-05-06T09:30:00Z", "json_ld.date_modified"),
        head=(
            ("date_line", "date_line.date_alone", "4 May 2021"),
            ("date_line", "date_line.date_alone", "Updated 6 May 2021"),
        ),
    )
    published, modified = metadata.published, metadata.modified
    assert published is not None
    assert modified is not None
    assert published.value == "2021-05-04T09:30:00Z"
    assert text[published.start : published.end] == "4 May 2021"
    assert text[modified.start : modified.end] == "6 May 2021"
    assert metadata.conflicts == ()


def test_a_date_line_that_shows_the_other_date_is_no_dissent() -> None:
    line: tuple[ZoneKind, str, str] = ("date_line", "date_line.date_alone", "6 May 2021")
    published = claim("published", "2021-05-04", "json_ld.date_published")
    _, metadata = weigh(published, claim("modified", "2021-05-06", "json_ld.date_modified"), head=(line,))
    assert metadata.conflicts == ()
    _, metadata = weigh(published, head=(line,))
    assert conflicts(metadata) == [("published", "6 May 2021", "date_line.date_alone")]


def test_a_date_in_another_language_is_read_from_its_line() -> None:
    text, metadata = weigh(head=(("date_line", "date_line.container_name", "Publiziert am 4. März 2021"),))
    assert metadata.published is not None
    assert text[metadata.published.start : metadata.published.end] == metadata.published.value == "4. März 2021"


@pytest.mark.parametrize(
    ("told", "body", "language", "rule"),
    [
        ("fr", BODY, "en", "language.english_function_words"),
        ("de-AT", "Der Rat tagt.", "de", "html.lang"),
        ("pt", "Qualifying session race results driver team laps gap " * 6, "pt", "html.lang"),
        (
            "en",
            "Der Rat hat am Montag beschlossen, die alte Mauer am Hafen neu zu bauen. " * 5,
            "de",
            "language.lingua",
        ),
    ],
)
def test_the_words_tell_the_language_where_they_are_enough(told: str, body: str, language: str, rule: str) -> None:
    _, metadata = weigh(claim("language", told, "html.lang"), body=body)
    assert metadata.language is not None
    assert (metadata.language.value, metadata.language.rule) == (language, rule)


def test_a_language_told_otherwise_is_kept() -> None:
    _, metadata = weigh(claim("language", "fr-FR", "html.lang"))
    assert conflicts(metadata) == [("language", "fr", "html.lang")]


def test_an_agency_or_a_blog_service_is_the_publisher_only_of_its_own_site() -> None:
    host = claim("publisher", "brill.example", "address.host")
    for middleman in ("Associated Press", "Blogger"):
        _, metadata = weigh(
            claim("publisher", middleman, "json_ld.publisher"), claim("publisher", "Brill", "meta.og_site_name"), host
        )
        assert metadata.publisher == Found("Brill", "meta.og_site_name")
        assert conflicts(metadata) == [("publisher", middleman, "json_ld.publisher")]
    own = claim("publisher", "reuters.com", "address.host")
    _, metadata = weigh(
        claim("publisher", "Reuters", "json_ld.publisher"), claim("publisher", "U.S.", "meta.og_site_name"), own
    )
    assert metadata.publisher == Found("Reuters", "json_ld.publisher")
    _, metadata = weigh(
        claim("publisher", "Reuters", "row.publisher"), claim("publisher", "Brill", "json_ld.publisher")
    )
    assert metadata.publisher == Found("Reuters", "row.publisher")


def test_a_copyright_line_fills_a_gap_and_contradicts_nobody() -> None:
    line: tuple[ZoneKind, str, str] = ("furniture", "furniture.legal", "© 2021 Brill Media Ltd. All rights reserved")
    _, metadata = weigh(claim("publisher", "Brill Courier", "meta.og_site_name"), head=(line,))
    assert (metadata.publisher, metadata.conflicts) == (Found("Brill Courier", "meta.og_site_name"), ())
    _, metadata = weigh(head=(line,))
    assert metadata.publisher is not None
    assert metadata.publisher.value == "Brill Media Ltd"


@pytest.mark.parametrize("section", ["Brill Courier", "Front Page", "uncategorized"])
def test_a_section_that_is_the_whole_site_is_none(section: str) -> None:
    _, metadata = weigh(
        claim("publisher", "Brill Courier", "meta.og_site_name"), claim("section", section, "meta.article_section")
    )
    assert metadata.section is None


def test_corrections_of_the_markup_and_of_the_page_are_one_where_they_say_the_same() -> None:
    text, metadata = weigh(
        claim("correction", "The wall is 90 metres long, not 80.", "json_ld.correction", "2021-05-06"),
        head=(
            ("correction", "correction.label", "Correction: The wall is 90 metres long, not 80."),
            ("correction", "correction.label", "Editor’s note: the port has since replied."),
        ),
    )
    first, second = metadata.corrections
    assert (first.rule, first.note) == ("json_ld.correction", "2021-05-06")
    assert text[first.start : first.end].startswith("Correction:")
    assert second.value.startswith("Editor’s note")


def test_all_works_it_is_based_on_are_kept() -> None:
    works = [claim("based_on", f"Report {n}", "json_ld.is_based_on", f"https://port.example/{n}") for n in (1, 2)]
    _, metadata = weigh(*works, claim("backstory", "We asked.", "json_ld.backstory"))
    assert [found.note for found in metadata.based_on] == ["https://port.example/1", "https://port.example/2"]
    assert metadata.backstory == Found("We asked.", "json_ld.backstory")


def test_thousands_of_claims_are_weighed_in_part() -> None:
    names = [", ".join(f"Ann{chr(97 + i % 26)} Lee{j}" for j in "abcdefghij") for i in range(4000)]
    crowd = [claim("author", name, "meta.author") for name in names]
    titles = [claim("title", f"Title {'x' * (i % 400)} - {i}", "meta.og_title") for i in range(4000)]
    _, metadata = weigh(*crowd, *titles)
    assert metadata.title is not None
    assert len(metadata.conflicts) <= 12
