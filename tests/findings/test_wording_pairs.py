"""What the kind `wording` finds in invented pairs of articles, and what it leaves alone."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from crossread.comparison.coverage import Coverage
from crossread.finding import run_kind
from crossread.findings.wording import KIND
from crossread.metric import Options
from crossread.model import Analysis, Finding
from crossread.pipeline import analyse
from crossread.reading import article_from_text

HEAD = "Two reports of one day\n\n"


def analysis(story: str) -> Analysis:
    return analyse(article_from_text(f"{HEAD}{story}\n"), {})


def found(*stories: str) -> Sequence[Finding]:
    return run_kind(KIND, Coverage([analysis(story) for story in stories]), Options()).findings


def told(*stories: str) -> set[tuple[str, str]]:
    """Each finding as its first rule and its label."""
    return {(finding.rules[0], finding.label) for finding in found(*stories)}


WAR = "War, conflict, invasion or operation"
GOVERNMENT = "Government or regime"
ARMED = "Fighter, militant, rebel or terrorist"
PROTEST = "Protest, riot, unrest or uprising"
STATUS = "Illegal or undocumented immigrants"
AFFAIR = "Controversy, affair or scandal"
ATTACK = "Attack, incident, terrorist attack or massacre"
COUP = "Coup, ouster or transition"
RULER = "Rulan Beke"

# (A, B, rule, label): the finding that must be among those made.
FIRES: list[tuple[str, str, str, str]] = [
    (
        "Trade stopped after the invasion of Ukraine.",
        "Trade stopped after the war in Ukraine.",
        "own_voice",
        f"{WAR}: Ukraine",
    ),
    (
        "The invasion of Georgia began at dawn.",
        "The conflict in Georgia began at dawn.",
        "own_voice",
        f"{WAR}: Georgia",
    ),
    (
        "Russia’s invasion of Ukraine goes on. Prices rose with the invasion.",
        "The special military operation in Ukraine goes on.",
        "own_voice",
        f"{WAR}: Ukraine",
    ),
    (
        "Grain rotted after the incursion into Mali.",
        "Grain rotted after the military operation in Mali.",
        "own_voice",
        f"{WAR}: Mali",
    ),
    (
        "The invasion of Iraq cost lives.",
        "Iraqi towns still count the cost of the war against Iraq.",
        "own_voice",
        f"{WAR}: Iraq",
    ),
    (
        "The invasion of Ukraine split the council.",
        "“The war in Ukraine split us,” the mayor said.",
        "left_to_speakers",
        f"{WAR}: Ukraine",
    ),
    (
        "The invasion of Ukraine split the council.",
        "The attacks on Ukraine split the council.",
        "own_voice",
        f"{WAR}: Ukraine",
    ),
    (
        "Kenya closed the port. Kenya’s aggression against Uganda began in May.",
        "The conflict with Uganda began in May.",
        "own_voice",
        f"{WAR}: Uganda",
    ),
    (
        "“The aggression against Mali must end,” the envoy said.",
        "“The conflict in Mali must end,” the envoy said.",
        "told",
        f"{WAR}: Mali",
    ),
    (
        "The Syrian regime closed the road.",
        "The Syrian government closed the road.",
        "own_voice",
        f"{GOVERNMENT}: Syria",
    ),
    (
        "The regime in Damascus closed the road.",
        "The Syrian government closed the road.",
        "own_voice",
        f"{GOVERNMENT}: Syria",
    ),
    (
        "The Minsk regime closed the road.",
        "The government of Belarus closed the road.",
        "own_voice",
        f"{GOVERNMENT}: Belarus",
    ),
    (
        "The Burmese junta met on Friday.",
        "The government of Myanmar met on Friday.",
        "own_voice",
        f"{GOVERNMENT}: Myanmar",
    ),
    (
        "Chadian President Rulan Beke spoke. The Beke regime fell.",
        "The Chadian government fell.",
        "own_voice",
        f"{GOVERNMENT}: Chad",
    ),
    (
        "The Cuban regime met. Later the regime closed the port.",
        "The Cuban leadership met.",
        "own_voice",
        f"{GOVERNMENT}: Cuba",
    ),
    ("The Cuban government met.", "“The Cuban regime met,” the exile said.", "told", f"{GOVERNMENT}: Cuba"),
    (
        "The talks began in Cuba. “The Cuban regime met,” the exile said.",
        "The talks began in Cuba at noon.",
        "one_side",
        f"{GOVERNMENT}: Cuba",
    ),
    ("The Cuban dictatorship held the port.", "The ships left Cuba at noon.", "one_side", f"{GOVERNMENT}: Cuba"),
    ("Syrian rebels took the bridge.", "Syrian terrorists took the bridge.", "own_voice", f"{ARMED}: Syria"),
    (
        "Kurdish militants took the bridge.",
        "Kurdish freedom fighters took the bridge.",
        "own_voice",
        f"{ARMED}: Kurdistan",
    ),
    ("The militants in Gaza fired at noon.", "The gunmen in Gaza fired at noon.", "own_voice", f"{ARMED}: Gaza"),
    ("The protests in Tunisia went on.", "The riots in Tunisia went on.", "own_voice", f"{PROTEST}: Tunisia"),
    ("The protests in Kenya went on.", "The uprising in Kenya went on.", "own_voice", f"{PROTEST}: Kenya"),
    ("The march in Nairobi ended at dusk.", "The riot in Nairobi ended at dusk.", "own_voice", f"{PROTEST}: Kenya"),
    ("The protest closed the square in Norby.", "The riot closed the square in Norby.", "own_voice", PROTEST),
    ("Buses carried undocumented immigrants north.", "Buses carried illegal aliens north.", "own_voice", STATUS),
    (
        "Buses carried illegal immigrants north.",
        "“Buses took undocumented immigrants,” the driver said.",
        "left_to_speakers",
        STATUS,
    ),
    (
        "The state keeps Obamacare.",
        "The state keeps the Affordable Care Act.",
        "own_voice",
        "Affordable Care Act or Obamacare",
    ),
    ("The estate tax stays.", "The death tax stays.", "own_voice", "Estate tax or death tax"),
    ("The bill is about gun control.", "The bill is about gun safety.", "own_voice", "Gun control or gun safety"),
    ("Ferries carried migrants.", "Ferries carried refugees.", "own_voice", "Migrants, refugees or asylum seekers"),
    (
        "The plan is about climate change.",
        "The plan is about the climate emergency.",
        "own_voice",
        "Climate change, global warming or climate crisis",
    ),
    ("The Harbour Board scandal grew.", "The Harbour Board controversy grew.", "own_voice", f"{AFFAIR}: Harbour Board"),
    ("The shooting in Oslo shook the town.", "The massacre in Oslo shook the town.", "own_voice", f"{ATTACK}: Norway"),
    (
        "The bombing in Oslo shook the town.",
        "The terrorist attack in Oslo shook the town.",
        "own_voice",
        f"{ATTACK}: Norway",
    ),
    ("The shooting in Oslo shook the town.", "The incident in Oslo shook the town.", "own_voice", f"{ATTACK}: Norway"),
    (
        "The coup in Niger began at night.",
        "The transition of power in Niger began at night.",
        "own_voice",
        f"{COUP}: Niger",
    ),
    (
        "The ouster in Niger began at night.",
        "The military coup in Niger began at night.",
        "own_voice",
        f"{COUP}: Niger",
    ),
    (
        "The annexation of Crimea was signed.",
        "The accession of Crimea was signed.",
        "own_voice",
        "Annexation, accession or reunification: Crimea",
    ),
    ("They met in Burma on Monday.", "They met in Myanmar on Monday.", "own_voice", "Myanmar or Burma"),
    ("Ships left the Falklands at noon.", "Ships left the Malvinas at noon.", "own_voice", "Falklands or Malvinas"),
    (
        "Homes were built in the West Bank.",
        "Homes were built in Judea and Samaria.",
        "own_voice",
        "West Bank, occupied territories, or Judea and Samaria",
    ),
    (
        "The bill brings a path to citizenship.",
        "The bill brings amnesty.",
        "own_voice",
        "Legal status, reform or amnesty",
    ),
    ("On Monday strongman Rulan Beke met the mayor.", "President Rulan Beke met the mayor.", "described", RULER),
    ("The Chadian dictator Rulan Beke met the mayor.", "Chadian leader Rulan Beke met the mayor.", "described", RULER),
    ("Rulan Beke, the dictator, met the mayor.", "Rulan Beke met the mayor.", "described", RULER),
    (
        "Rulan Beke, an agitator from the north, met the mayor.",
        "Rulan Beke, a politician from the north, met the mayor.",
        "described",
        RULER,
    ),
    ("The disgraced senator Rulan Beke left.", "Senator Rulan Beke left.", "described", RULER),
    (
        "“The dictator Rulan Beke must go,” the exile said.",
        "“President Rulan Beke must go,” the exile said.",
        "told",
        RULER,
    ),
    ("Trains left Kyiv at noon.", "Trains left Kiev at noon.", "spelling", "Kyiv"),
    ("Trains left Kharkiv at noon.", "Trains left Kharkov at noon.", "spelling", "Kharkov"),
    (
        "President Aliaksandr Lukashenka spoke.",
        "President Alexander Lukashenko spoke.",
        "spelling",
        "Aliaksandr Lukashenka",
    ),
]

# Pairs that must give no finding at all.
SILENT: list[tuple[str, str]] = [
    ("The invasion of Ukraine goes on.", "The invasion of Ukraine goes on."),
    ("The invasion of Ukraine goes on today.", "The invasion of Ukraine began."),
    ("The war in Ukraine goes on.", "The conflict in Ukraine goes on."),
    ("The invasion of Ukraine goes on.", "The trade war goes on."),
    ("The invasion of Ukraine goes on.", "The civil war in Ukraine Street, a film, opens."),
    ("The invasion of Ukraine goes on.", "A war would be costly."),
    ("The home invasion was solved.", "The war in Mali goes on."),
    ("The Syrian government met.", "The Syrian administration met."),
    ("The Syrian government met.", "The new tax regime began."),
    ("A training regime helps.", "The government helps."),
    ("Governments come and go.", "Regimes come and go."),
    ("The club has a new beauty regime.", "The mayor met the Cuban government."),
    ("Fighter jets crossed the bay.", "Rebels against the bill met."),
    ("Rebel lawmakers met.", "Two fighter jets crossed the bay of Naples."),
    ("Riot police stood by.", "The protest closed the square."),
    ("He told of a riot of colour.", "The rally closed the square."),
    ("They signed in protest.", "The mob boss was held."),
    ("The market rally went on.", "The unrest in Kenya went on."),
    ("A cloud of scandal hung there.", "The controversy went on."),
    ("She works in business administration.", "The junta met."),
    ("Buses carried people north.", "Buses carried illegal aliens north."),
    ("The estate tax stays.", "The inheritance tax stays."),
    ("The law is old.", "The death tax is old."),
    ("Mr. Rulan Beke met the mayor.", "Rulan Beke met the mayor."),
    ("President Rulan Beke met the mayor.", "Mr. Beke, as Rulan Beke is known, met the mayor."),
    ("President Rulan Beke met the mayor.", "Chadian leader Rulan Beke met the mayor."),
    ("Prime Minister Rulan Beke met the mayor.", "Premier Rulan Beke met the mayor."),
    ("Spokesman Rulan Beke met the mayor.", "Spokesperson Rulan Beke met the mayor."),
    ("A stunning victory over Senator Rulan Beke followed.", "Senator Rulan Beke lost."),
    ("It was a scandalous attack on Senator Rulan Beke.", "It was Senator Rulan Beke who lost."),
    ("The dictator met Rulan Beke, the mayor.", "The president met Rulan Beke, the mayor."),
    ("A tyrant of old, and not Rulan Beke, built it.", "It was not Rulan Beke who built it."),
    ("Ships left the United States.", "Ships left the US."),
    ("Ships left Britain.", "Ships left the United Kingdom."),
    ("Raúl Castro spoke.", "Raul Castro spoke."),
    ("Anna Reed spoke.", "Anna Reid spoke."),
    ("The attack on the bill failed.", "The incident on the bridge ended."),
    ("The council met.", "The board met."),
    ("Syrian rebels met in Oslo.", "In Syria and elsewhere terrorists with guns kill."),
    ("Islamic militants met.", "Islamic terrorists met."),
    ("The incident in Norway ended.", "Norway is cold. “The shooting ended,” she said."),
    ("The terror attack in Oslo went on.", "“The terrorist attack in Oslo went on,” she said."),
    ("Ida Moss sternly reprimanded Mr. Rulan Beke.", "Ida Moss met Rulan Beke."),
    ("They asked Rulan Beke, the Terrorist Crimes Office and others.", "They asked Rulan Beke."),
    ("Rulan Beke, a human rights activist, left.", "Rulan Beke, an opposition leader, left."),
    ("The protest closed the square.", "The riot closed the mill."),
    ("Unions met in Norby to rally teachers.", "The uprising in 2004 began in Norby."),
    ("The invasion of Ukraine goes on.", "A museum tells of the war."),
    ("", "The Cuban regime met."),
]


@pytest.mark.parametrize(("one", "other", "rule", "label"), FIRES)
def test_articles_that_name_one_thing_differently_are_told(one: str, other: str, rule: str, label: str) -> None:
    assert (rule, label) in told(one, other)


@pytest.mark.parametrize(("one", "other"), SILENT)
def test_other_pairs_are_left_alone(one: str, other: str) -> None:
    assert told(one, other) == set()


@pytest.mark.parametrize(("one", "other"), [row[:2] for row in FIRES if row[2] != "spelling"])
def test_the_order_of_the_articles_changes_nothing_but_the_letters(one: str, other: str) -> None:
    assert told(one, other) == told(other, one)
