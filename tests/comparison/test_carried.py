from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from msgspec import structs
from sample_analysis import build_analysis

from crossread.comparison.coverage import Coverage
from crossread.comparison.names.carried import Item
from crossread.model import Analysis, Found, NameKind, Zone

Build = Callable[..., Analysis]


def items(*articles: Analysis) -> dict[tuple[str, str], Item]:
    return {(item.kind, item.label): item for item in Coverage(articles).items}


def words(item: Item, articles: Sequence[Analysis]) -> list[str]:
    return [articles[order].text[span.start : span.end] for order in item.orders for span in item.places(order)]


def titled(article: Analysis) -> Analysis:
    """The article with its first paragraph as headline."""
    first, *rest = article.zones
    sentences = tuple(s for s in article.sentences if s.start >= first.end)
    return structs.replace(article, zones=(Zone("title", first.start, first.end, "test"), *rest), sentences=sentences)


def published(article: Analysis, day: str) -> Analysis:
    return structs.replace(article, metadata=structs.replace(article.metadata, published=Found(day, "test")))


def test_a_name_of_one_article_is_its_alone_with_its_sentence(build: Build) -> None:
    one = build("The rain fell. Anna Berg came late. It stopped.", names={"Anna Berg": "person"})
    two = build("The rain fell.")
    item = items(one, two)["person", "Anna Berg"]
    assert item.orders == [0]
    assert words(item, [one, two]) == ["Anna Berg"]
    assert item.sentences(0, Coverage([one, two]).bodies[0]) == [1]


def test_a_name_is_linked_by_key_in_an_article_and_by_spelling_between_two(build: Build) -> None:
    one = build(
        "Alexander Marenko came. Marenko spoke.",
        names={"Alexander Marenko": "person", "Marenko": "person"},
        links={"Marenko": "Alexander Marenko"},
    )
    two = build("Aleksandr Marenka left.", names={"Aleksandr Marenka": "person"})
    item = items(one, two)["person", "Alexander Marenko"]
    assert item.orders == [0, 1]
    assert words(item, [one, two]) == ["Alexander Marenko", "Marenko", "Aleksandr Marenka"]


def test_a_person_and_a_place_of_one_name_are_two_items(build: Build) -> None:
    one = build("Jordan spoke.", names={"Jordan": "person"})
    two = build("They flew to Jordan.", names={"Jordan": "place"})
    assert list(items(one, two)) == [("person", "Jordan"), ("place", "Jordan")]


@pytest.mark.parametrize(
    ("name", "kind", "other", "label"),
    [
        ("Norwegian", "other", "Norway", "Norway"),
        ("Texan", "other", "Texas", "Texas"),
        ("Americans", "other", "United States", "United States"),
        ("Afghan", "other", "Afghanistan", "Afghanistan"),
    ],
)
def test_a_place_is_not_called_missing_where_its_people_are_named(
    build: Build, name: str, kind: NameKind, other: str, label: str
) -> None:
    one = build(f"The {name} ships sailed.", names={name: kind})
    two = build(f"The ships left {other}.", names={other: "place"})
    (item,) = Coverage([one, two]).items
    assert (item.kind, item.label, words(item, [one, two])) == ("place", label, [name, other])


def test_a_people_counts_where_the_name_rules_did_not_list_it(build: Build) -> None:
    one = build("They left Norway.", names={"Norway": "place"})
    two = build("The Norwegian ship sailed.")
    assert words(items(one, two)["place", "Norway"], [one, two]) == ["Norway", "Norwegian"]


def test_a_party_and_its_members_are_one_thing(build: Build) -> None:
    one = build("The Republican Party won.", names={"Republican Party": "organisation"})
    two = build("Ohio Republicans cheered.", names={"Ohio Republicans": "person"})
    (item,) = (item for item in Coverage([one, two]).items if item.kind == "other")
    assert item.orders == [0, 1]


def test_a_place_inside_a_longer_name_is_not_called_missing(build: Build) -> None:
    one = build("They met in Bergen.", names={"Bergen": "place"})
    two = build("The Bergen Institute said so.", names={"Bergen Institute": "organisation"})
    assert words(items(one, two)["place", "Bergen"], [one, two]) == ["Bergen", "Bergen"]


def test_an_acronym_inside_a_longer_name_is_not_called_missing(build: Build) -> None:
    one = build("They told KQB so.", names={"KQB": "organisation"})
    two = build("A KQB Harbour Forecast said so.", names={"KQB Harbour Forecast": "other"})
    assert words(items(one, two)["organisation", "KQB"], [one, two]) == ["KQB", "KQB"]


def test_a_body_in_small_letters_is_not_called_missing(build: Build) -> None:
    one = build("The Harbour Board met.", names={"Harbour Board": "organisation"})
    two = build("Members of the harbour board met.")
    assert items(one, two)["organisation", "Harbour Board"].orders == [0, 1]


def test_a_short_name_joins_the_one_body_whose_name_ends_so(build: Build) -> None:
    short = build("The Works Committee met.", names={"Works Committee": "organisation"})
    long = build("The Senate Works Committee met.", names={"Senate Works Committee": "organisation"})
    assert list(items(short, long)) == [("organisation", "Senate Works Committee")]
    house = build("The House Works Committee met.", names={"House Works Committee": "organisation"})
    assert len(items(short, long, house)) == 3


def test_the_court_of_a_country_or_state_is_not_just_any_court(build: Build) -> None:
    short = build("The Supreme Court ruled.", names={"Supreme Court": "organisation"})
    state = build("The Ohio Supreme Court ruled.", names={"Ohio Supreme Court": "organisation"})
    assert ("organisation", "Ohio Supreme Court") in items(short, state)
    country = build("The U.S. Supreme Court ruled.", names={"U.S. Supreme Court": "organisation"})
    assert list(items(short, country)) == [("organisation", "Supreme Court")]


@pytest.mark.parametrize(
    ("first", "second"),
    [("Ohioan John Reed", "John Reed"), ("Democrat Ann Lee", "Ann Lee"), ("J. Peter Hale", "Peter Hale")],
)
def test_what_stands_before_a_persons_name_makes_no_other_person(build: Build, first: str, second: str) -> None:
    one, two = build(f"{first} came.", names={first: "person"}), build(f"{second} came.", names={second: "person"})
    (item,) = Coverage([one, two]).items
    assert item.orders == [0, 1]


def test_a_given_name_alone_is_the_one_person_who_bears_it(build: Build) -> None:
    one = build("John Reed came.", names={"John Reed": "person"})
    two = build("They cheered for John.", names={"John": "other"})
    assert items(one, two)["person", "John Reed"].orders == [0, 1]


@pytest.mark.parametrize("piece", ["R", "R-Ohio", "Sens", "We've", "Security Officer", "Department"])
def test_pieces_of_names_and_titles_are_nothing_an_article_carries(build: Build, piece: str) -> None:
    kind: NameKind = "organisation" if piece == "Department" else "other"
    assert Coverage([build(f"Then {piece} came.", names={piece: kind}), build("It rained.")]).items == ()


def test_words_that_stand_in_the_other_article_are_not_called_missing(build: Build) -> None:
    one = build("They met in Tromso.", names={"Tromso": "place"})
    two = build("Tromso’s mayor came. Tromsoites came too.")
    assert words(items(one, two)["place", "Tromso"], [one, two]) == ["Tromso", "Tromso"]


def test_the_surname_of_another_person_is_no_sign_of_the_first(build: Build) -> None:
    links = {"Smith": "John Smith"}
    one = build("John Smith came. Smith left.", names={"John Smith": "person", "Smith": "person"}, links=links)
    links = {"Smith": "Jane Smith"}
    two = build("Jane Smith came. Smith left.", names={"Jane Smith": "person", "Smith": "person"}, links=links)
    found = items(one, two)
    assert found["person", "John Smith"].orders == [0]
    assert found["person", "Jane Smith"].orders == [1]


def test_a_number_is_shared_whatever_way_it_is_written(build: Build) -> None:
    one = build("It took nearly 10 months. It cost $3.5 million.")
    two = build("After ten months they paid 3.5 million dollars to 12 men.")
    shared = {text: item.orders for (kind, text), item in items(one, two).items() if kind == "number"}
    assert shared == {"ten months": [0, 1], "3.5 million dollars": [0, 1], "12 men": [1]}


def test_large_counts_agree_by_value_and_small_ones_by_what_they_count() -> None:
    one = build_analysis("They sent 50 trucks, 9 boats and 40 percent.")
    two = build_analysis("They saw 50 vehicles, 9 ships and 40 houses.")
    found = {text: item.orders for (_, text), item in items(one, two).items()}
    assert found == {"50 vehicles": [0, 1], "9 boats": [0], "9 ships": [1], "40 percent": [0], "40 houses": [1]}


def test_a_year_before_a_noun_is_a_year() -> None:
    one, two = build_analysis("The 2012 candidates met."), build_analysis("It was in 2012.")
    assert {key: item.orders for key, item in items(one, two).items()} == {("date", "2012"): [0, 1]}


def test_a_date_without_a_year_is_the_one_date_it_can_be(build: Build) -> None:
    one = build("It began on 16 December 2022.")
    two = build("It began on December 16.")
    (item,) = Coverage([one, two]).items
    assert (item.kind, item.label, item.orders) == ("date", "16 December 2022", [0, 1])
    assert len(Coverage([build("On 16 December 2022 and 16 December 2021."), two]).items) == 3


@pytest.mark.parametrize(
    ("day", "text", "orders"),
    [
        ("2022-12-19", "It began on Friday.", [0, 1]),
        ("2022-12-16T21:00:00Z", "It began on Friday.", [0, 1]),
        ("2022-12-19", "It began on Thursday.", [0]),
        ("2022-12-26", "It began on Friday.", [0]),
        ("2022-12-19", "It begins next Friday.", [0]),
        ("some day", "It began on Friday.", [0]),
    ],
)
def test_a_weekday_is_the_date_it_stands_for_where_the_day_of_publication_is_known(
    day: str, text: str, orders: list[int]
) -> None:
    one, two = build_analysis("It began on 16 December 2022."), published(build_analysis(text), day)
    assert items(one, two)["date", "16 December 2022"].orders == orders


def test_weekdays_alone_are_nothing_an_article_carries() -> None:
    assert (
        Coverage([published(build_analysis("It began on Friday."), "2022-12-19"), build_analysis("Rain.")]).items == ()
    )


def test_furniture_has_no_items(build: Build) -> None:
    one = build("9 views\n\nIt took 10 months in Oslo.", names={"Oslo": "place"})
    zones = (type(one.zones[0])("furniture", 0, 7, "test"), *one.zones[1:])
    sentences = tuple(s for s in one.sentences if s.start > 7)
    article = structs.replace(one, zones=zones, sentences=sentences)
    assert sorted(item.label for item in Coverage([article, build("Rain.")]).items) == ["10 months", "Oslo"]


def test_a_name_in_the_headline_alone_is_not_called_missing(build: Build) -> None:
    one = build("They met in Oslo.", names={"Oslo": "place"})
    two = titled(build("Rain In Oslo\n\nIt rained."))
    item = items(one, two)["place", "Oslo"]
    assert (item.orders, [two.text[s.start : s.end] for s in item.titles[1]]) == ([0, 1], ["Oslo"])


def test_a_surname_two_people_bear_is_neither_of_them_in_a_headline(build: Build) -> None:
    names: dict[str, NameKind] = {"John Smith": "person", "Jane Smith": "person"}
    one = titled(build("Smith Wins\n\nJohn Smith met Jane Smith.", names=names))
    assert all(not item.titles for item in Coverage([one, build("It rained.")]).items)


def test_who_speaks_and_stands_first_is_more_prominent_than_one_named_at_the_end(build: Build) -> None:
    text = (
        "Oslo Talks\n\nAnna Berg came to Oslo. “It is over,” she said. Anna Berg left.\n\nIt rained. Tom Hale saw it."
    )
    names: dict[str, NameKind] = {"Anna Berg": "person", "Tom Hale": "person", "Oslo": "place"}
    one = titled(build(text, names=names, said=[("Anna Berg", "person", "“It is over,”")]))
    coverage = Coverage([one, build("It rained.")])
    made = {item.label: item.prominence(0, coverage.bodies[0]) for item in coverage.items}
    # There, one further sentence, first paragraph, heard; there, headline, first paragraph, of a place; there.
    assert made == pytest.approx({"Anna Berg": 0.1 + 0.08 + 0.15 + 0.1, "Oslo": 0.5 * 0.45 * 0.6, "Tom Hale": 0.1})


def test_things_alike_in_all_but_their_places_have_an_order(build: Build) -> None:
    one = build("Smith met Smith.", names={"John Smith": "person"})
    two = build("John Smith met Ann. Jane Smith met Ann.", names={"John Smith": "person", "Jane Smith": "person"})
    names = [build(f"Smith came on day {i}.", names={"Smith": "person"}) for i in range(2)]
    found = Coverage([one, two, *names]).items
    assert found == Coverage([one, two, *names]).items
    assert sorted(item.label for item in found if item.kind == "person") == ["Jane Smith", "John Smith", "Smith"]


def test_the_names_other_findings_read_stay_as_they_are(build: Build) -> None:
    one = build("The Norwegian ship sailed.", names={"Norwegian": "other"})
    coverage = Coverage([one, build("They left Norway.", names={"Norway": "place"})])
    before = [
        (entity.heading, dict(entity.forms), dict(entity.keys), dict(entity.spans)) for entity in coverage.entities
    ]
    assert coverage.items
    assert [(e.heading, dict(e.forms), dict(e.keys), dict(e.spans)) for e in coverage.entities] == before


def test_a_headline_repeated_in_the_body_names_nobody(build: Build) -> None:
    one = build(
        "Tired Reed Takes Off Boxing Gloves\n\nIt rained.", names={"Tired Reed Takes Off Boxing Gloves": "other"}
    )
    assert Coverage([one, build("It snowed.")]).items == ()


def test_one_person_all_take_for_known_is_one_though_a_word_was_taken_for_a_given_name(build: Build) -> None:
    articles = [
        build("Plus Reed came.", names={"Plus Reed": "person"}),
        build("John Reed came.", names={"John Reed": "person"}),
        build("Reed came.", names={"Reed": "person"}),
    ]
    (item,) = Coverage(articles).items
    assert (item.label, item.orders) == ("Reed", [0, 1, 2])


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Hale Stores Inc", "Hale"),
        ("KQB News", "KQB"),
        ("Norby University", "Norby"),
        ("James R. Clap Jr", "James Clap"),
    ],
)
def test_a_name_is_looked_for_without_what_it_may_lack(build: Build, full: str, short: str) -> None:
    kind: NameKind = "person" if "Jr" in full else "organisation"
    one, two = build(f"Then {full} grew.", names={full: kind}), build(f"So {short} grew.")
    assert [item.orders for item in Coverage([one, two]).items] == [[0, 1]]


@pytest.mark.parametrize(
    ("written", "kind", "label"),
    [
        ("Democrat Ann Lee", "person", "Ann Lee"),
        ("Texan Ann Lee", "person", "Ann Lee"),
        ("Presidents Reed", "person", "Reed"),
        ("Paris Ann Lee", "person", "Paris Ann Lee"),
    ],
)
def test_what_labels_a_person_is_no_part_of_the_name(build: Build, written: str, kind: NameKind, label: str) -> None:
    (item,) = Coverage([build(f"Then {written} came.", names={written: kind}), build("It rained.")]).items
    assert item.label == label


def test_an_acronym_is_not_called_missing_where_its_words_stand(build: Build) -> None:
    one = build("They signed HOONA.", names={"HOONA": "organisation"})
    spelt, other = build("The Harbour Order of Norby Act holds."), build("The Harbour Order of Norby fell.")
    assert [item.orders for item in Coverage([one, spelt, other]).items] == [[0, 1]]
    assert words(Coverage([one, spelt]).items[0], [one, spelt]) == ["HOONA", "Harbour Order of Norby Act"]


def test_a_form_only_a_headline_within_the_body_has_is_no_name_of_the_person(build: Build) -> None:
    names: dict[str, NameKind] = {"Fill Reed": "person", "Reed": "person"}
    one = build("Mayor Picks Former Aide To Fill Reed Seat.\n\nThe seat of Reed is free.", names=names)
    two = build("John Reed came.", names={"John Reed": "person"})
    assert {item.label: item.orders for item in Coverage([one, two]).items if item.kind == "person"} == {"Reed": [0, 1]}


def test_a_name_of_unknown_kind_that_is_given_words_is_a_person(build: Build) -> None:
    one = build("“It is over,” Bo Ek said.", names={"Bo Ek": "other"}, said=[("Bo Ek", "person", "“It is over,”")])
    assert [item.kind for item in Coverage([one, build("It rained.")]).items] == ["person"]


def test_a_name_used_far_more_than_a_longer_one_is_no_cut_of_it(build: Build) -> None:
    short, longer = "Quay Party", "Norby Quay Party"
    one = build(f"The {short} met. " * 8, names={short: "organisation"})
    two = build(f"The {longer} met.", names={longer: "organisation"})
    assert {item.label for item in Coverage([one, two]).items} == {short, longer}


@pytest.mark.parametrize(
    ("name", "kind"),
    [("White House", "organisation"), ("U.S. Senate", "organisation"), ("Fox News", "organisation"), ("Oslo", "place")],
)
def test_what_any_article_names_in_passing_is_worth_less_than_another_body(
    build: Build, name: str, kind: NameKind
) -> None:
    one = build(f"{name} and the Harbour Board met.", names={name: kind, "Harbour Board": "organisation"})
    coverage = Coverage([one, build("It rained.")])
    made = {item.label: item.prominence(0, coverage.bodies[0]) for item in coverage.items}
    assert made.pop("Harbour Board") > 1.9 * max(made.values())
