"""What a reader could follow: the links of the story and where they lead, and the documents its words name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from crossread.document import Document
from crossread.indicators.named_documents import named_documents
from crossread.lexicon import context_words
from crossread.metric import Metric, Options, rate_interval
from crossread.model import BODY_ZONES, Citation, Detail, Evidence, FigureInfo, Link, Measurement
from crossread.quality import read_by_one

# What leads to the thing itself and not to an account of it, by the address's host and path.
_HOSTS = (
    ("a court", re.compile(r"(?:^|\.)(?:supremecourt|uscourts|supremecourts?|courts?|judiciary|curia|icc-cpi|echr)\.")),
    (
        "a legislature or its laws",
        re.compile(r"(?:^|\.)(?:congress|parliament|legislation|legislature|senate|eur-lex)\."),
    ),
    (
        "a public body",
        re.compile(r"(?:^|\.)(?:gov|mil|gob|gouv|govt|int)(?:\.[a-z]{2})?$|(?:^|\.)europa\.eu$|(?:^|\.)un\.org$"),
    ),
    ("a paper", re.compile(r"(?:^|\.)(?:doi|arxiv|ssrn|jstor|plos|pubmed|medrxiv|biorxiv|nber|handle)\.[a-z]{2,4}$")),
    ("a university or college", re.compile(r"\.edu(?:\.[a-z]{2})?$|\.ac\.[a-z]{2}$")),
    (
        "a collection of documents",
        re.compile(r"(?:^|\.)(?:documentcloud|scribd|courtlistener|wikileaks|archives)\.[a-z]{2,4}$"),
    ),
)
_PDF = re.compile(r"\.pdf$", re.IGNORECASE)
_HOST = re.compile(r"https?://(?:www\.)?([^/:?#]+)([^?#]*)", re.IGNORECASE)
_LONGEST = 500  # characters of an address that are looked at
_KINDS = {
    "study": "Studies and polls",
    "report": "Reports of a body",
    "court": "Documents of a court or of the law",
    "record": "Records, letters and files",
}
_LINK_RULES = ("links.out", "links.own_site", "links.primary")
_PLAIN = "this copy is plain text, which holds no links"
_NO_LINKS = "no link found in the story of this copy"


def measure(document: Document, options: Options) -> Measurement:
    """Documents named per 100 words of the body, by kind; links out, to the own site and to primary documents."""
    words = document.words
    named = named_documents(document, document.matches["documents"], context_words("documents_context"))
    marks = [Evidence(d.start, d.end, f"links.{d.kind}", d.note, d.voice) for d in named]
    lengths = {
        number: len(within)
        for number, (sentence, within) in enumerate(zip(document.sentences, words.by_sentence, strict=True))
        if within and sentence.zone in BODY_ZONES
    }
    total = sum(lengths.values())
    hits = Counter(words.sentences[words.within(mark.start, mark.end)[0]] for mark in marks)
    counts = Counter(mark.rule for mark in marks)
    links = list(_links(document))
    return METRIC.measured(
        100 * len(marks) / total if total else None,
        total,
        interval=rate_interval(hits, lengths),
        details=[
            Detail("documents", len(marks), n=total, rules=tuple(f"links.{kind}" for kind in _KINDS)),
            *(Detail(f"documents_{k}", counts[f"links.{k}"], n=len(marks), rules=(f"links.{k}",)) for k in _KINDS),
            *_of_links(document, links, total),
        ],
        evidence=[*marks, *links],
    )


def _links(document: Document) -> Iterator[Evidence]:
    """The links of the body, each once, by where they lead."""
    words, seen = document.words, set[tuple[int, int]]()
    for link in document.article.links:
        within = words.within(link.start, link.end)
        voice = words.voices[within[0]] if within else None
        if voice is not None and (link.start, link.end) not in seen:
            seen.add((link.start, link.end))
            rule, note = _leads_to(link)
            yield Evidence(link.start, link.end, rule, note, voice)


def _leads_to(link: Link) -> tuple[str, str]:
    """The rule a link falls under, and the note: its host, and what makes it a primary document."""
    match = _HOST.match(link.url[:_LONGEST])
    host, path = (match[1].lower(), match[2]) if match else ("", "")
    what = next((what for what, pattern in _HOSTS if pattern.search(host)), "a PDF" if _PDF.search(path) else "")
    if what:
        return "links.primary", f"{what}: {host}"
    return ("links.own_site", f"own site: {host}") if link.own_site else ("links.out", f"another site: {host}")


def _of_links(document: Document, links: Sequence[Evidence], total: int) -> Iterator[Detail]:
    """Counts and shares of the links; nothing where the copy holds none and cannot tell what the page had."""
    reason = ""
    if not document.article.links:
        reason = _PLAIN if document.article.origin.format == "text" else _NO_LINKS
    counts = Counter(link.rule for link in links)
    found = len(links)
    known = not reason
    yield Detail("links", found if known else None, n=total, reason=reason, rules=_LINK_RULES)
    for rule in _LINK_RULES:
        figure = f"{rule.partition('.')[2]}_links"
        yield Detail(figure, counts[rule] if known else None, n=found, reason=reason, rules=(rule,))
    share = 100 * counts["links.primary"] / found if found else None
    yield Detail("primary_share", share, n=found, reason="" if found else reason or _NO_LINKS, rules=("links.primary",))


METRIC = Metric(
    id="links",
    title="Documents and links",
    theme="sourcing",
    unit="documents per 100 words",
    n_unit="words",
    direction="descriptive",
    meaning="How often the words name a document or study that a reader could look for, and, where the copy has kept "
    "them, where the story's links lead: to other sites, to its own, or to a primary document.",
    formula="places that name a document × 100 ÷ words of the body; links are counted and not in the rate",
    limits=(
        "Plain text loses links, and some saved pages do: then the link figures are left open.",
        "A document named is not a document read; one named twice counts twice.",
        "A primary document is told by its address: .gov, .mil, .int, .edu, courts, legislatures, doi.org, arXiv, PDF. "
        "Such a page may hold no document, and a document may lie elsewhere.",
        "Phrases and sources of our lists; a document called otherwise is missed.",
    ),
    sources=(
        Citation(
            "Zhang, A. X. et al.",
            2018,
            "A Structured Response to Misinformation: Defining and Annotating Credibility Indicators in News Articles",
            "https://doi.org/10.1145/3184558.3188731",
        ),
        Citation("The Trust Project", 2017, "The 8 Trust Indicators", "https://thetrustproject.org/trust-indicators/"),
    ),
    quality=(read_by_one("documents and studies named", 0.89, 64, "links"),),
    figures=(
        FigureInfo("documents", "Documents named", "places", "In every voice of the body."),
        *(
            FigureInfo(f"documents_{kind}", label, "places", "Of the documents named.")
            for kind, label in _KINDS.items()
        ),
        FigureInfo("links", "Links", "links", "In the body."),
        FigureInfo("out_links", "Links to other sites", "links", "Primary documents apart."),
        FigureInfo("own_site_links", "Links to its own site", "links", "Primary documents apart."),
        FigureInfo("primary_links", "Links to primary documents", "links", "By the class of the address."),
        FigureInfo("primary_share", "Share of primary documents", "% of links", "Of the links in the body."),
    ),
    minimum_words=50,
    decimals=2,
    measure=measure,
)
