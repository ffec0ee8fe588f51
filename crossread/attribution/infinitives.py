"""Speech as a deed: "took the stage to praise the plan", "has the courage to admit it"."""

from __future__ import annotations

from crossread.attribution.content import content_after, content_limit, skip_to_content
from crossread.attribution.cues import CueWord, infinitive_cue
from crossread.attribution.page import Line, WordSpan
from crossread.attribution.sources import subject_of
from crossread.lexicon import Match
from crossread.model import Span

# With these no speech is told of, or only what somebody else is to say.
_NO_DEED_BEFORE = frozenset(
    "designed expected likely unlikely meant intended used supposed easy hard harder easier difficult impossible "
    "possible important safe fair enough how what where when whether not him her them us me you people voters way time "
    "reason".split()
)
# Told of as a purpose these are no speech: "came to see it", "worked to support his family".
_NO_SPEECH = frozenset(
    "see show find know learn discover decide feel add maintain hold understand think realize realise back offer plan "
    "present cast read seek want agree remember prove demonstrate answer reflect imagine".split()
) | {"focus on", "respond to"}


def infinitive(line: Line, match: Match) -> tuple[CueWord, WordSpan, list[Span]] | None:
    """The cue "to praise" of a verb that reports nothing itself, whose subject speaks, and what is said."""
    cue = infinitive_cue(line, match)
    if cue is None or cue.lemma in _NO_SPEECH or line.forms[cue.group - 1] in _NO_DEED_BEFORE:
        return None
    source = subject_of(line, cue.group)
    if source is None:
        return None
    limit = content_limit(line, cue, None, source)
    after, _ = skip_to_content(line, cue, limit)
    content = content_after(line, cue, after, limit)
    return (cue, source, content) if content else None
