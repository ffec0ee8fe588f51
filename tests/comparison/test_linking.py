from __future__ import annotations

import pytest

from crossread.comparison.names.linking import NameUse, NameUseKind, link


def linked(*names: tuple[str, NameUseKind]) -> list[list[str]]:
    uses = [NameUse((name,), kind) for name, kind in names]
    groups: dict[int, list[str]] = {}
    for use, number in zip(uses, link(uses), strict=True):
        groups.setdefault(number, []).append(use.forms[0])
    return list(groups.values())


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Alexander Lukashenko", "Alexander Lukashenko"),
        ("Alexander Lukashenko", "Lukashenko"),
        ("Alexander Lukashenko", "Aleksandr Lukashenka"),
        ("Alexander Lukashenko", "A. Lukashenko"),
        ("Alexander Lukashenko", "President Lukashenko"),
        ("Lukashenko", "Lukashenka"),
        ("Volodymyr Zelenskyy", "Vladimir Zelensky"),
        ("Sviatlana Tsikhanouskaya", "Svetlana Tikhanovskaya"),
        ("Sergey Lavrov", "Sergei Lavrov"),
        ("Yevhen Yenin", "Evhen Enin"),
        ("Joe Biden", "Joseph R. Biden Jr"),
        ("Emmanuel Macron", "Mr Macron"),
        ("J. Christopher Reed", "Chris Reed"),
        ("Charles E. Reed", "Chuck Reed"),
        ("José Muñoz", "Jose Munoz"),
        ("Xi Jinping", "Xi"),
        ("Donald Trump", "Donald J. Trump"),
    ],
)
def test_two_spellings_of_one_person_are_linked(first: str, second: str) -> None:
    assert linked((first, "person"), (second, "person")) == [[first, second]]
    assert linked((second, "person"), (first, "person")) == [[second, first]]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("John Smith", "Jane Smith"),
        ("Robert Kennedy", "Rose Kennedy"),
        ("George W. Bush", "George H. W. Bush"),
        ("Maria Hansen", "Maria Jansen"),
        ("Karin Jensen", "Karen Jonson"),
        ("Tsai", "Tai"),
        ("Sviatlana", "Sviatlana Tsikhanouskaya"),
        ("Dmitry Peskov", "Dmitry Medvedev"),
        ("B. Johnson", "Alice Johnson"),
    ],
)
def test_two_persons_are_not_linked(first: str, second: str) -> None:
    assert linked((first, "person"), (second, "person")) == [[first], [second]]


def test_a_bare_surname_stays_alone_when_two_people_bear_it() -> None:
    found = linked(("John Smith", "person"), ("Jane Smith", "person"), ("Smith", "person"))
    assert found == [["John Smith"], ["Jane Smith"], ["Smith"]]


def test_an_initial_stays_alone_when_it_fits_two_people() -> None:
    found = linked(("John Smith", "person"), ("Jane Smith", "person"), ("J. Smith", "person"))
    assert found == [["John Smith"], ["Jane Smith"], ["J. Smith"]]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Institute for the Study of War", "ISW"),
        ("the Institute for the Study of War (ISW)", "ISW"),
        ("U.S.-based Institute for the Study of War", "ISW"),
        ("Tass", "TASS"),
        ("U.S.", "United States"),
        ("European Union", "EU"),
        ("Ministry of Defence", "Defense Ministry"),
        ("Kyiv", "Kiev"),
    ],
)
def test_two_names_of_one_body_are_linked(first: str, second: str) -> None:
    assert linked((first, "body"), (second, "body")) == [[first, second]]


@pytest.mark.parametrize(
    "names",
    [
        [("Institute for the Study of War", "body"), ("International Swimming Week", "body"), ("ISW", "body")],
        [("Interior Ministry", "body"), ("Defence Ministry", "body")],
        [("Jordan", "person"), ("Jordan", "body")],
        [("Ian Samuel West", "person"), ("ISW", "body")],
    ],
)
def test_names_that_may_differ_stay_apart(names: list[tuple[str, NameUseKind]]) -> None:
    assert linked(*names) == [[name] for name, _ in names]


def test_a_name_of_unknown_kind_joins_the_one_person_it_fits() -> None:
    assert linked(("Putin", "unknown"), ("Vladimir Putin", "person")) == [["Putin", "Vladimir Putin"]]
    apart = linked(("Smith", "unknown"), ("John Smith", "person"), ("Jane Smith", "person"))
    assert apart == [["Smith"], ["John Smith"], ["Jane Smith"]]


def test_further_forms_of_a_person_do_not_bridge_two_people() -> None:
    uses = [NameUse(("John Smith", "Smith"), "person"), NameUse(("Jane Smith", "Smith"), "person")]
    assert link(uses) == [0, 1]


def test_an_acronym_two_articles_explain_differently_does_not_bridge_them() -> None:
    uses = [NameUse(("Senate Bill", "SB"), "body"), NameUse(("Super Bowl", "SB"), "body"), NameUse(("SB",), "body")]
    assert link(uses) == [0, 1, 2]
