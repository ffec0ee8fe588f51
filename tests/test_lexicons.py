"""The word lists: where they come from, that they parse, and what each category is for."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest
import yaml

from crossread import metrics
from crossread.lexicon import lexicon_hashes, load_lexicon, parse_lexicon
from crossread.parse import document_from_text
from crossread.registry import all_metrics

FOLDER = Path(metrics.__path__[0]) / "lexicons"
FILES = sorted(path.name for path in FOLDER.glob("*.tsv"))
STATED = sorted([*FILES, "contrast_sets.yaml"])  # the sets have tests of their own
STORY = "The harbour board met on Tuesday and chose a pilot for the channel beside the old lighthouse.\n\n" * 2
BIO = "Board meets\n\n" + STORY + "Mara Quill {}"

# (file, category) -> the rule it serves, a page where that rule must fire, one where it must not.
EXAMPLES: dict[tuple[str, str], tuple[str, str, str]] = {
    ("hedging.tsv", "hedge"): ("hedging.hedge", "The ferry may be late.", "The ferry fair is in May."),
    ("hedging.tsv", "approximation"): ("hedging.rounding", "It sank about 40 boats.", "They talked about the boats."),
    ("hedging.tsv", "unspecific"): ("hedging.unspecific", "Several boats sank.", "Seven boats sank."),
    ("hedging.tsv", "booster"): ("hedging.booster", "The wall is clearly new.", "The wall is not clearly new."),
    ("hedging.tsv", "distancing"): ("hedging.distancing", "The owner allegedly fled.", "He claimed victory at noon."),
    ("hedging.tsv", "probability"): ("hedging.band_55_80", "A strike is likely.", "A strike is not likely."),
    ("hedging.tsv", "exempt"): ("hedging.hedge", "A possible leak is feared.", "Call as soon as possible."),
    ("hedging_context.tsv", "negation"): ("hedging.hedge", "It is not clearly so.", "It is clearly so."),
    ("hedging_context.tsv", "number"): (
        "hedging.rounding",
        "It sank about forty boats.",
        "It sank about the time of rain.",
    ),
    ("hedging_context.tsv", "unit after a"): ("hedging.rounding", "It took about a week.", "It was about a boat."),
    ("hedging_context.tsv", "before might the noun"): ("hedging.hedge", "The wall might fall.", "It showed its might."),
    ("hedging_context.tsv", "past saying"): ("hedging.hedge", "A dam would break.", "They feared a dam would break."),
    ("hedging_context.tsv", "won by claiming"): (
        "hedging.distancing",
        "The owner claimed that it rained.",
        "The rower claimed her third medal.",
    ),
    ("hedging_context.tsv", "after estimate the noun"): (
        "hedging.hedge",
        "The board estimates that it sank.",
        "The old estimates of it sank.",
    ),
    ("hedging_context.tsv", "subject"): ("hedging.hedge", "He was seen as a friend.", "He was seen as he fled."),
    ("agency.tsv", "be"): ("agency.passive_agentless", "The road was closed.", "The road was long."),
    ("agency.tsv", "get"): ("agency.passive_agentless", "The cook got fired.", "The cook got home."),
    ("agency.tsv", "action"): (
        "agency.nominalisation_agentless",
        "The closure of the road came late.",
        "The closure came late.",
    ),
    ("agency.tsv", "action after the"): (
        "agency.nominalisation_agentless",
        "The delivery of boats came late.",
        "A delivery of boats came late.",
    ),
    ("agency.tsv", "action on"): (
        "agency.nominalisation_agentless",
        "The raid on the quay came late.",
        "The raid on Monday came late.",
    ),
    ("agency.tsv", "action to"): (
        "agency.nominalisation_agentless",
        "The decision to sail came late.",
        "The decision came late.",
    ),
    ("agency.tsv", "exempt"): (
        "agency.nominalisation_agentless",
        "The order to sail came late.",
        "In order to sail they met.",
    ),
    ("agency_context.tsv", "participle"): (
        "agency.passive_agentless",
        "The pier was rebuilt.",
        "The pier was built-in.",
    ),
    ("agency_context.tsv", "adjective"): ("agency.passive_agentless", "The cook was hired.", "The cook was worried."),
    ("agency_context.tsv", "degree"): (
        "agency.passive_agentless",
        "The toll was reduced.",
        "The toll was very reduced.",
    ),
    ("agency_context.tsv", "adverb"): (
        "agency.passive_agentless",
        "The pier was well built.",
        "The pier was beside built walls.",
    ),
    ("agency_context.tsv", "no agent"): (
        "agency.passive_agentless",
        "It was closed by Friday.",
        "It was closed by the board.",
    ),
    ("agency_context.tsv", "agent in -ing"): (
        "agency.passive_agent",
        "It was closed by leading captains.",
        "It was closed by sinking boats in it.",
    ),
    ("agency_context.tsv", "unit"): (
        "agency.passive_agentless",
        "It was raised by nine points.",
        "It was raised by nine captains.",
    ),
    ("agency_context.tsv", "work by"): (
        "agency.passive_agentless",
        "It was named in a report by the board.",
        "It was named in a rush by the board.",
    ),
    ("agency_context.tsv", "actor word"): (
        "agency.nominalisation_agent",
        "The police killing of a cook came late.",
        "The quick killing of a cook came late.",
    ),
    ("agency_context.tsv", "before action to"): (
        "agency.nominalisation_agentless",
        "They praised the decision to sail.",
        "They made the decision to sail.",
    ),
    ("prediction.tsv", "will"): ("prediction.prediction", "The old wall will fall.", "The old will was read."),
    ("prediction.tsv", "outlook"): ("prediction.prediction", "It is likely to rain.", "They rowed, likely to Norby."),
    ("prediction.tsv", "scheduled"): ("prediction.scheduled", "The hearing is set for May.", "The table set for tea."),
    ("prediction.tsv", "intention"): (
        "prediction.prediction",
        "The board plans to row.",
        "The board has plans to the east.",
    ),
    ("prediction.tsv", "open"): ("prediction.prediction", "Why it sank remains to be seen.", "The wall can be seen."),
    ("prediction.tsv", "if"): ("prediction.conditional", "If it rains, they row.", "They asked if it rains."),
    ("prediction.tsv", "would"): ("prediction.conditional", "A dam would break.", "They feared a dam would break."),
    ("prediction.tsv", "could"): ("prediction.conditional", "The dam could break.", "They ran as they could."),
    ("prediction.tsv", "narrative"): ("prediction.past_future", "It would later sink.", "It would sink in a storm."),
    ("prediction.tsv", "exempt"): ("prediction.conditional", "If it rains, they row.", "Losses, if any, were low."),
    ("prediction_context.tsv", "arranged"): (
        "prediction.scheduled",
        "The board will meet on Tuesday.",
        "The board will shrink on Tuesday.",
    ),
    ("prediction_context.tsv", "period"): (
        "prediction.scheduled",
        "The board will meet next week.",
        "The board will meet next door.",
    ),
    ("prediction_context.tsv", "day"): ("prediction.scheduled", "They will meet tomorrow.", "They will meet again."),
    ("prediction_context.tsv", "asking"): (
        "prediction.conditional",
        "It sinks if it rains.",
        "He wondered if it rains.",
    ),
    ("prediction_context.tsv", "habit"): (
        "prediction.past_future",
        "Sometimes it would break.",
        "Some day it would break.",
    ),
    ("prediction_context.tsv", "wonder"): (
        "prediction.conditional",
        "It is a dam that they would break.",
        "It is strange that they would break it.",
    ),
    ("prediction_context.tsv", "refusing"): (
        "prediction.conditional",
        "The dam would not break.",
        "The owner would not comment.",
    ),
    ("prediction_context.tsv", "no verb"): (
        "prediction.prediction",
        "The board is going to row.",
        "The board is going to the fair.",
    ),
    ("hedging.tsv", "degree"): ("hedging.degree", "The wall is fairly old.", "The crew was treated fairly."),
    ("hedging.tsv", "frequency"): ("hedging.frequency", "The ferry is usually late.", "The ferry is late."),
    ("hedging.tsv", "rating"): ("hedging.rating", "It is one of the best piers.", "It is one of the piers."),
    ("hedging.tsv", "superlative"): ("hedging.rating", "It is his most famous boat.", "It has the most boats."),
    ("hedging.tsv", "absolute"): ("hedging.absolute", "The board never listens.", "The captain never married."),
    ("hedging_context.tsv", "clause opening"): (
        "hedging.possibility",
        "When it rains, hulls may leak.",
        "The wall is old and may leak.",
    ),
    ("hedging_context.tsv", "concession"): ("hedging.hedge", "The ferry may be late.", "They sail whatever may come."),
    ("hedging_context.tsv", "doubt after may"): ("hedging.hedge", "Hulls may soon leak.", "Hulls may leak."),
    ("hedging_context.tsv", "done at will"): (
        "hedging.possibility",
        "The form may be downloaded.",
        "The wall may be doomed.",
    ),
    ("hedging_context.tsv", "permitted"): ("hedging.possibility", "The crew may not enter.", "The crew may not agree."),
    ("hedging_context.tsv", "definite"): ("hedging.possibility", "Old hulls may leak.", "These old hulls may leak."),
    ("hedging_context.tsv", "ability before could"): (
        "hedging.hedge",
        "A storm could wreck it.",
        "Nobody could wreck it.",
    ),
    ("hedging_context.tsv", "ability after could"): ("hedging.hedge", "He could resign.", "He could swim."),
    ("hedging_context.tsv", "past after would"): ("hedging.hedge", "A dam would flood it.", "He would later flood it."),
    ("hedging_context.tsv", "refused"): ("hedging.hedge", "A dam would not help.", "The board would not comment."),
    ("hedging_context.tsv", "before others"): (
        "hedging.unspecific",
        "Others left at noon.",
        "The others left at noon.",
    ),
    ("hedging_context.tsv", "preposition"): (
        "hedging.unspecific",
        "Most crews left at noon.",
        "The bell woke the town in most houses.",
    ),
    ("hedging_context.tsv", "judged"): (
        "hedging.unspecific",
        "It is often regarded as old.",
        "It is often repaired at night.",
    ),
    ("hedging_context.tsv", "needs a rule"): ("hedging.absolute", "Nobody will ever sail it.", "Nobody was hurt."),
    ("hedging_context.tsv", "verb of a rule"): (
        "hedging.absolute",
        "Everyone wants the pier.",
        "Everyone left the pier.",
    ),
    ("hedging_context.tsv", "topic before about"): (
        "hedging.rounding",
        "It sank about two boats.",
        "They talked about two boats.",
    ),
    ("hedging_context.tsv", "voters"): ("hedging.band_55_80", "A strike is likely.", "They asked likely voters."),
    ("hedging_context.tsv", "measured most"): (
        "hedging.rating",
        "It is one of the most odd piers.",
        "It is one of the most visited piers.",
    ),
    ("hedging_context.tsv", "chance"): (
        "hedging.band_01_05",
        "The chance of rain is remote.",
        "The wall is old and remote.",
    ),
    ("hedging_context.tsv", "taken by assuming"): (
        "hedging.hedge",
        "They assume that it sank.",
        "They assume the role of pilots.",
    ),
    ("hedging_context.tsv", "denied by not"): ("hedging.hedge", "It is not certainly old.", "It is not actually old."),
    ("hedging_context.tsv", "rated most"): (
        "hedging.rating",
        "It is the most beautiful pier.",
        "It is the most northern pier.",
    ),
    ("claims.tsv", "prediction"): ("claims.prediction", "It will be hard.", "The will is a long text."),
    ("claims.tsv", "accusation"): ("claims.accusation", "Holt is guilty of it.", "Holt is good at it."),
    ("claims.tsv", "accusation verb"): ("claims.accusation", "Holt defrauded them.", "Holt was robbed."),
    ("claims.tsv", "accusation noun"): ("claims.accusation", "His fraud cost much.", "A fraud costs much."),
    ("claims.tsv", "exempt"): ("claims.accusation", "The boss stole the boat.", "The boss stole the show."),
    ("claims_context.tsv", "court"): (
        "claims.accusation_sourced",
        "A jury heard that Holt defrauded them.",
        "The boss defrauded them.",
    ),
    ("claims_context.tsv", "negation"): ("claims.accusation", "He lied about it.", "He never lied about it."),
    ("claims_context.tsv", "condition"): (
        "claims.accusation",
        "He lied about it.",
        "If he lied about it, all is lost.",
    ),
    ("claims_context.tsv", "compound"): ("claims.accusation", "His fraud cost much.", "His fraud case cost much."),
    ("claims_context.tsv", "event"): ("claims.prediction", "The board will fail.", "The board will meet."),
    ("claims_context.tsv", "question"): ("claims.prediction", "It will fail.", "Nobody can see how it will fail."),
    ("claims_context.tsv", "day"): ("claims.prediction", "It will fail.", "It will fail on Monday."),
    ("claims_context.tsv", "takes up"): (
        "claims.number_sourced",
        "Holt said it was dear. It cost $40.",
        "Holt said it was dear. The wall cost $40.",
    ),
    ("claims_context.tsv", "outcome"): ("claims.prediction", "The wall will fall.", "The board will own the wall."),
    ("claims_context.tsv", "poll"): ("claims.number_sourced", "In a poll 40 percent did.", "At noon 40 percent did."),
    ("claims_context.tsv", "street"): ("claims.number", "He left 44 crowns.", "He left 44 Mill Street."),
    ("claims_context.tsv", "grave"): ("claims.number", "It left two men dead.", "It left two men cold."),
    ("documents.tsv", "study"): ("links.study", "It is in a study by the port.", "He had a study at home."),
    ("documents.tsv", "report"): ("links.report", "It is in a report by the port.", "They report to the port."),
    ("documents.tsv", "court"): ("links.court", "It is in court documents.", "The court is old."),
    ("documents.tsv", "record"): ("links.record", "It is in an internal memo.", "It is a record time."),
    ("documents_context.tsv", "study"): (
        "links.study",
        "The census showed that it fell.",
        "The mayor showed that it fell.",
    ),
    ("documents_context.tsv", "report"): (
        "links.report",
        "The audit showed that it fell.",
        "The tweet said that it fell.",
    ),
    ("documents_context.tsv", "court"): (
        "links.court",
        "The petition says that it fell.",
        "The mayor says that it fell.",
    ),
    ("documents_context.tsv", "record"): (
        "links.record",
        "The memo said that it fell.",
        "The speech said that it fell.",
    ),
    ("reply.tsv", "denial"): ("reply.denial", "Holt pleaded not guilty.", "Holt pleaded with them."),
    ("reply.tsv", "deny"): ("reply.denial", "Holt denied that it fell.", "Holt denied them a permit."),
    ("reply.tsv", "rejection"): ("reply.denial", "Holt rejected the charge.", "Holt rejected the boat."),
    ("reply.tsv", "no answer"): ("reply.no_answer", "Holt could not be reached.", "The top was reached."),
    ("reply.tsv", "opportunity"): ("reply.opportunity", "Asked for comment, he left.", "Asked for bread, he left."),
    ("reply.tsv", "statement"): ("reply.statement", "Holt hit back in a letter.", "Holt hit the wall."),
    ("reply_context.tsv", "accusation"): ("reply.denial", "Holt rejected the charge.", "Holt rejected the boat."),
    ("reply_context.tsv", "asked"): (
        "reply.no_answer",
        "Holt did not respond to the letter.",
        "The rudder did not respond to the wheel.",
    ),
    ("reply_context.tsv", "denied"): ("reply.denial", "Holt denied any part in it.", "Holt denied a boy in need."),
    ("sourcing.tsv", "group"): ("sourcing.vague", "Experts say it is old.", "Experts met at noon."),
    ("sourcing.tsv", "quantity"): ("sourcing.vague", "Many believe it is old.", "Many boats are old."),
    ("sourcing.tsv", "existential"): ("sourcing.vague", "There are reports of rain.", "There are nine boats."),
    ("sourcing.tsv", "rumour"): ("sourcing.vague", "There was talk of a strike.", "The talk of the board was long."),
    ("sourcing.tsv", "filler"): ("sourcing.vague", "Critics have long said so.", "Critics on the quay sang."),
    ("sourcing.tsv", "verb"): ("sourcing.vague", "Observers warn of a flood.", "The bells warn of a flood."),
    ("sourcing.tsv", "phrase"): ("sourcing.vague", "Rumour has it that he fled.", "The rumour was denied by him."),
    ("asides.tsv", "credential"): (
        "asides.bio_credential",
        BIO.format("is a reporter who lives in Eastport."),
        BIO.format("is a mother of two who lives in Eastport."),
    ),
    ("asides.tsv", "identity"): (
        "asides.bio_identity",
        BIO.format("is a proud patriot who lives in Eastport."),
        BIO.format("is a reporter who lives in Eastport."),
    ),
    ("asides.tsv", "call"): ("asides.call", "The fair is over. Join us next year.", "They asked the crew to join us."),
    ("asides.tsv", "call opening"): ("asides.call", "The fair is free. Donate today.", "The crew would donate a rope."),
    ("asides.tsv", "reader"): ("asides.reader", "Make no mistake: it is old.", "They make no boats here."),
    ("asides.tsv", "evaluation"): ("asides.parenthesis", "He (sadly) fled.", "Sadly he (the pilot) fled."),
    ("asides_pronouns.tsv", "first person"): ("asides.first_person", "On Monday we met.", "The US and he met."),
    ("asides_pronouns.tsv", "reader"): ("asides.reader", "It may cost you.", "“It may cost you,” said Anna Holt."),
    ("loading.tsv", "attack"): ("loading.attack", "The mayor slammed it.", "The mayor shut it."),
    ("loading.tsv", "colour"): ("loading.colour", "They squandered it.", "They spent it."),
    ("loading.tsv", "evaluation"): ("loading.evaluation", "It was a shameful act.", "It was an early act."),
    ("loading.tsv", "judgement"): ("loading.judgement", "The fair was a debacle.", "The fair was an event."),
    ("loading.tsv", "person"): ("loading.person", "His cronies sang.", "His sons sang."),
    ("loading.tsv", "label"): ("loading.label", "The regime fell.", "The government fell."),
    ("loading.tsv", "intensifier"): ("loading.intensifier", "It was utterly dark.", "It was dark."),
    ("loading.tsv", "rhetoric"): ("loading.rhetoric", "It was a drop in the ocean.", "It was a drop in the glass."),
    ("loading.tsv", "emphasis"): (
        "loading.most_loaded",
        "Even you must see the shameful hall.",
        "The crew saw the shameful hall.",
    ),
    ("loading.tsv", "exempt"): ("loading.evaluation", "It was a radical plan.", "It was a free radical."),
    ("loading_context.tsv", "charge"): ("loading.judgement", "It was a scam.", "He was charged with a scam."),
    ("loading_context.tsv", "verdict"): ("loading.judgement", "The trial was a scam.", "The trial for a scam began."),
    ("provenance.tsv", "agency"): ("provenance.credit", STORY + "Rain fell. (Reuters)", STORY + "Reuters reported it."),
    ("provenance.tsv", "credit"): (
        "provenance.credit",
        STORY * 3 + "Tom Reed contributed to this report.",
        STORY * 3 + "Tom Reed contributed a rope.",
    ),
    ("provenance.tsv", "republication"): (
        "provenance.credit",
        "Board meets\n\n" + "The board met at noon. " * 20 + "This text was first published by the Packet.",
        "Board meets\n\n" + "The board met at noon. " * 20 + "The novel was first published by the Packet.",
    ),
    ("provenance.tsv", "text noun"): (
        "provenance.credit",
        "Board meets\n\n" + "The board met at noon. " * 20 + "This essay first appeared in the Packet.",
        "Board meets\n\n" + "The board met at noon. " * 20 + "The essay first appeared in the Packet.",
    ),
    ("provenance.tsv", "correction"): (
        "provenance.correction",
        STORY + "The wall is old. An earlier version of this article gave another year.",
        STORY + "The wall is old. An earlier version of this wall fell in another year.",
    ),
}
HEADED = "{}\n\n" + STORY
CLOSES = "{}\n\n" + STORY + "The harbour board {} the northern channel before the fair."
EXAMPLES |= {
    ("headline_context.tsv", "curiosity"): (
        "headline.curiosity",
        HEADED.format("You won't believe what the board chose"),
        HEADED.format("The board won't believe you"),
    ),
    ("headline_context.tsv", "forward reference"): (
        "headline.forward_reference",
        HEADED.format("This is why the board met"),
        HEADED.format("This is the board that met"),
    ),
    ("headline_context.tsv", "forward opening"): (
        "headline.forward_reference",
        HEADED.format("This photo shows the old lighthouse"),
        HEADED.format("Board gets this photo of the lighthouse"),
    ),
    ("headline_context.tsv", "second person"): (
        "headline.second_person",
        HEADED.format("The board chose your pilot"),
        HEADED.format("Board to pilot: “You may go”"),
    ),
    ("headline_context.tsv", "superlative"): (
        "headline.superlative",
        HEADED.format("Board chose the oldest pilot"),
        HEADED.format("Board chose an old pilot"),
    ),
    ("headline_context.tsv", "hyperbole"): (
        "headline.hyperbole",
        HEADED.format("Board chose an unbelievable pilot"),
        HEADED.format("Board chose “unbelievable” pilot"),
    ),
    ("headline_context.tsv", "exempt"): (
        "headline.superlative",
        HEADED.format("Board chose the best pilot"),
        HEADED.format("Board chose at best a pilot"),
    ),
    ("headline_context.tsv", "list noun"): (
        "headline.list_number",
        HEADED.format("7 things the board chose"),
        HEADED.format("7 pilots the board chose"),
    ),
    ("headline_context.tsv", "question opening"): (
        "headline.question",
        HEADED.format("Did the board choose a pilot?"),
        HEADED.format("The board did choose a pilot?"),
    ),
    ("headline_words_context.tsv", "function"): (
        "headline.not_found.word",
        HEADED.format("Board met underwater"),
        HEADED.format("Board met without them"),
    ),
    ("headline_words_context.tsv", "label"): (
        "headline.not_found.word",
        HEADED.format("The board chose an exclusive pilot"),
        HEADED.format("Exclusive: the board chose a pilot"),
    ),
    ("headline_equivalents_context.tsv", "equivalent"): (
        "headline.reworded",
        CLOSES.format("Harbour board starts probe", "opened an investigation of"),
        CLOSES.format("Harbour board starts investigation", "opened an investigation of"),
    ),
}

# Frame -> a common word of it, the same or a like word in another sense, a name of it, that name's words as others.
FRAMES = {
    "economic": ("The recession came.", "They paid a price.", "The World Bank met.", "The whole world met."),
    "capacity": ("The shortage grew.", "He spoke in his capacity as pilot.", "", ""),
    "morality": ("It was immoral.", "They met in Church Street.", "The Bible lay there.", "The log lay there."),
    "fairness": ("The inequality grew.", "It was equal to it.", "The Civil Rights Act passed.", "An act passed."),
    "legality": ("The lawsuit failed.", "The laws of physics hold.", "The Supreme Court met.", "The club met."),
    "policy": (
        "The legislation passed.",
        "The insurance policy lapsed.",
        "They read of the New Deal.",
        "A new deal came.",
    ),
    "crime": ("He was arrested.", "She wrote a crime novel.", "The FBI met.", "The club met."),
    "security": ("The invasion began.", "It was a war of words.", "The Pentagon met.", "A pentagon was drawn."),
    "health": ("The disease spread.", "It got a healthy dose of rain.", "The Red Cross met.", "A red cross was drawn."),
    "quality_of_life": (
        "The housing is old.",
        "It is of the old school.",
        "It is on Social Security.",
        "It is on the quay.",
    ),
    "cultural_identity": (
        "The heritage is old.",
        "The corporate culture is old.",
        "Latinos and Muslims met.",
        "Rowers met.",
    ),
    "public_opinion": (
        "The protesters met.",
        "The demonstration of it ended.",
        "Gallup asked them.",
        "A gallop ended.",
    ),
    "political": ("The election came.", "The ad campaign ended.", "The Labour Party met.", "The garden party ended."),
    "external": ("The diplomats met.", "He left of his own accord.", "The European Union met.", "The rowers met."),
}
for _frame, (_word, _other, _name, _others) in FRAMES.items():
    EXAMPLES["frames.tsv", _frame] = (f"frames.{_frame}", _word, _other)
    if _name:
        EXAMPLES["frames_names.tsv", _frame] = (f"frames.{_frame}", _name, _others)
EXAMPLES["frames.tsv", "exempt"] = ("frames.security", "The army met.", "The army of volunteers met.")


def rules(page: str, rule: str) -> set[str]:
    document = document_from_text(page if "\n\n" in page else f"Board meets\n\n{page}\n")
    metric = all_metrics()[rule.partition(".")[0]]
    return {evidence.rule for evidence in metric.measure(document, metric.options()).evidence}


def test_every_list_states_its_origin_and_hash() -> None:
    stated = yaml.safe_load((FOLDER / "PROVENANCE.yaml").read_text(encoding="utf-8"))["files"]
    assert sorted(stated) == STATED
    for name, entry in stated.items():
        assert sorted(entry) == ["licence", "made", "sha256", "source", "what"]
        assert entry["sha256"] == sha256((FOLDER / name).read_bytes()).hexdigest(), name


def test_the_result_carries_every_lists_hash() -> None:
    hashes = lexicon_hashes()
    assert {name: hashes[name] for name in STATED} == {
        name: sha256((FOLDER / name).read_bytes()).hexdigest() for name in STATED
    }


@pytest.mark.parametrize("name", FILES)
def test_every_entry_parses_and_can_be_matched(name: str) -> None:
    lexicon = load_lexicon("crossread.metrics", name.removesuffix(".tsv"))
    assert lexicon.entries
    for entry in lexicon.entries:
        assert entry.words, entry.term
        assert entry.term == entry.term.strip()


@pytest.mark.parametrize("name", FILES)
def test_no_term_stands_twice(name: str) -> None:
    entries = load_lexicon("crossread.metrics", name.removesuffix(".tsv")).entries
    by_category = name.endswith("_context.tsv")  # read around a word, one category at a time
    counts = Counter((entry.words, entry.category if by_category else "") for entry in entries)
    assert [words for words, count in counts.items() if count > 1] == []


def test_every_category_has_a_sentence_that_fires_and_one_that_does_not() -> None:
    categories = {
        (name, entry.category)
        for name in FILES
        for entry in load_lexicon("crossread.metrics", name.removesuffix(".tsv")).entries
    }
    assert set(EXAMPLES) == categories


@pytest.mark.parametrize(
    ("example", "rule", "fires"), [(key, rule, fires) for key, (rule, fires, _) in EXAMPLES.items()]
)
def test_category_fires(example: tuple[str, str], rule: str, fires: str) -> None:
    assert rule in rules(fires, rule), example


@pytest.mark.parametrize(
    ("example", "rule", "silent"), [(key, rule, silent) for key, (rule, _, silent) in EXAMPLES.items()]
)
def test_category_stays_silent(example: tuple[str, str], rule: str, silent: str) -> None:
    assert rule not in rules(silent, rule), example


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("word\tkind\nmay\thedge\t\n", "list.tsv:1: the header must be term, category, note"),
        ("term\tcategory\tnote\nmay\thedge\n", "list.tsv:2: expected term, category, note"),
        ("term\tcategory\tnote\nmay\thedge\tmodal\n\thedge\t\n", "list.tsv:3: expected term, category, note"),
    ],
)
def test_a_broken_list_is_refused_with_its_line(content: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse_lexicon("list.tsv", content)
