from __future__ import annotations

from collections.abc import Callable

from crossread.comparison.items import compare_items
from crossread.model import Analysis, ItemComparison, Place

Build = Callable[..., Analysis]


def items(*articles: Analysis) -> dict[tuple[str, str], ItemComparison]:
    return {(item.kind, item.text): item for item in compare_items(articles)}


def words(place: Place, *articles: Analysis) -> str:
    return next(a.text[place.start : place.end] for a in articles if a.id == place.article)


def test_a_name_of_one_article_is_shown_with_its_sentence(build: Build) -> None:
    one = build("The rain fell. Anna Berg came late. It stopped.", names={"Anna Berg": "person"})
    two = build("The rain fell.")
    item = items(one, two)["person", "Anna Berg"]
    assert item.only_in == one.id
    assert [words(place, one, two) for place in item.places] == ["Anna Berg"]
    assert [words(place, one, two).strip() for place in item.sentences] == ["Anna Berg came late."]


def test_a_name_is_linked_by_key_in_an_article_and_by_spelling_between_two(build: Build) -> None:
    one = build(
        "Alexander Marenko came. Marenko spoke.",
        names={"Alexander Marenko": "person", "Marenko": "person"},
        links={"Marenko": "Alexander Marenko"},
    )
    two = build("Aleksandr Marenka left.", names={"Aleksandr Marenka": "person"})
    item = items(one, two)["person", "Alexander Marenko"]
    assert item.only_in is None
    assert [words(place, one, two) for place in item.places] == ["Alexander Marenko", "Marenko", "Aleksandr Marenka"]


def test_a_person_and_a_place_of_one_name_are_two_items(build: Build) -> None:
    one = build("Jordan spoke.", names={"Jordan": "person"})
    two = build("They flew to Jordan.", names={"Jordan": "place"})
    kinds = [(item.kind, item.text) for item in compare_items([one, two])]
    assert kinds == [("person", "Jordan"), ("place", "Jordan")]


def test_a_people_is_not_its_country(build: Build) -> None:
    one = build("The Norwegian ship sailed.", names={"Norwegian": "other"})
    two = build("The ship left Norway.", names={"Norway": "place"})
    found = items(one, two)
    assert found["other", "Norwegian"].only_in == one.id
    assert found["place", "Norway"].only_in == two.id


def test_words_that_stand_in_the_other_article_are_not_called_missing(build: Build) -> None:
    one = build("They met in Tromso.", names={"Tromso": "place"})
    two = build("Tromso’s mayor came. Tromsoites came too.")
    item = items(one, two)["place", "Tromso"]
    assert item.only_in is None
    assert [words(place, one, two) for place in item.places] == ["Tromso", "Tromso"]


def test_the_surname_of_another_person_is_no_sign_of_the_first(build: Build) -> None:
    links = {"Smith": "John Smith"}
    one = build("John Smith came. Smith left.", names={"John Smith": "person", "Smith": "person"}, links=links)
    links = {"Smith": "Jane Smith"}
    two = build("Jane Smith came. Smith left.", names={"Jane Smith": "person", "Smith": "person"}, links=links)
    found = items(one, two)
    assert found["person", "John Smith"].only_in == one.id
    assert found["person", "Jane Smith"].only_in == two.id


def test_a_number_is_shared_whatever_way_it_is_written(build: Build) -> None:
    one = build("It took nearly 10 months. It cost $3.5 million.")
    two = build("After ten months they paid 3.5 million dollars to 12 men.")
    found = items(one, two)
    shared = {text: item.only_in for (kind, text), item in found.items() if kind == "number"}
    assert shared == {"ten months": None, "3.5 million dollars": None, "12 men": two.id}


def test_a_date_without_a_year_is_the_one_date_it_can_be(build: Build) -> None:
    one = build("It began on 16 December 2022.")
    two = build("It began on December 16.")
    (item,) = compare_items([one, two])
    assert (item.text, item.only_in) == ("16 December 2022", None)
    assert len(compare_items([build("On 16 December 2022 and 16 December 2021."), two])) == 3


def test_furniture_has_no_items(build: Build) -> None:
    one = build("9 views\n\nIt took 10 months in Oslo.", names={"Oslo": "place"})
    zones = (type(one.zones[0])("furniture", 0, 7, "test"), *one.zones[1:])
    sentences = tuple(s for s in one.sentences if s.start > 7)
    article = Analysis(
        **{**{f: getattr(one, f) for f in one.__struct_fields__}, "zones": zones, "sentences": sentences}
    )
    assert sorted(item.text for item in compare_items([article, build("Rain.")])) == ["10 months", "Oslo"]


def test_shared_items_come_before_those_of_one_article(build: Build) -> None:
    names = {"Oslo": "place", "Bergen": "place", "Anna Berg": "person"}
    one = build("Oslo, Bergen and Anna Berg.", names=names)
    two = build("Oslo is wet.", names={"Oslo": "place"})
    assert [item.text for item in compare_items([one, two])] == ["Anna Berg", "Oslo", "Bergen"]


def test_items_alike_in_all_but_their_places_have_an_order(build: Build) -> None:
    one = build("Smith met Smith.", names={"John Smith": "person"})
    two = build("John Smith met Ann. Jane Smith met Ann.", names={"John Smith": "person", "Jane Smith": "person"})
    names = [build(f"Smith came on day {i}.", names={"Smith": "person"}) for i in range(2)]
    found = compare_items([one, two, *names])
    assert found == compare_items([one, two, *names])
    assert [item.text for item in found if item.kind == "person"] == ["Smith", "Jane Smith", "John Smith"]
