"""Who replies, and who was accused: the speaker or name that words of reply belong to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from crossread.document import Document
from crossread.model import Attribution, Name

_ACCUSING = "accuse"
_NOT = ("not", "never")
_HEAD = 6  # words of what an accuser says among which the accused is named
_ARTICLES = frozenset("a an the both neither".split())
_SUBJECT = 8  # words of a phrase that opens a sentence: "A spokesman for the board"
_TITLES = 3  # words before a name: "the former mayor"
_NO_NOUNS = frozenset("also has have had was were is are who and but then later never did does do".split())


class Repliers:
    """Looks up whom words of reply belong to: the attribution they are the cue of, else the name before them."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._speakers = {speaker.id: speaker for speaker in document.speakers}
        self._cues = sorted(
            (span.start, span.end, attribution.speaker)
            for attribution in document.attributions
            if attribution.cue is not None and attribution.speaker is not None
            for span in attribution.cue.spans
        )
        self._names = [name.start for name in document.names]

    def of(self, start: int, end: int) -> str:
        """The name of whoever the words [start, end) are said of; "" where our rules cannot tell."""
        at = bisect_left(self._cues, (end,))
        for place in reversed(self._cues[max(0, at - 3) : at]):
            if place[1] > start:
                return self._speakers[place[2]].name
        return self._subject(start)

    def _subject(self, start: int) -> str:
        """The short phrase that opens the sentence, or the name right before with its noun: "the Reed campaign"."""
        words = self._document.words
        first = words.by_sentence[words.sentences[bisect_left(words.starts, start)]].start
        opening = words.text[words.starts[first] : start]
        if words.forms[first] in _ARTICLES and opening[:1].isupper() and opening.count(" ") <= _SUBJECT:
            return "" if any(mark in opening for mark in ",;:—–“") else opening.strip()
        index = bisect_left(self._names, start) - 1
        if index < 0:
            return ""
        name, text = self._document.names[index], self._document.text
        between = text[name.end : start].split()
        if len(between) > 1 or (between and not between[0].isalpha()):
            return ""
        noun = between and between[0].islower() and not between[0].endswith("ly") and between[0] not in _NO_NOUNS
        return text[name.start : name.end] + (f" {between[0]}" if noun else "")

    def accused(self) -> Iterator[tuple[Name, bool]]:
        """Each one the article says was accused, where first named so, and whether words of theirs were found."""
        seen = set[str]()
        heard = {attribution.speaker for attribution in self._document.attributions if attribution.speaker}
        for attribution in self._document.attributions:
            name = self._accused_in(attribution)
            if name is not None and name.key not in seen:
                seen.add(name.key)
                yield name, self._speaker_by_key.get(name.key) in heard

    def _accused_in(self, attribution: Attribution) -> Name | None:
        if attribution.cue is None or attribution.cue.lemma != _ACCUSING:
            return None
        words, content, cue = self._document.words, attribution.content[0], attribution.cue.spans[0]
        said = words.within(cue.start, cue.end)
        if any(form in _NOT or form.endswith("n't") for form in words.forms[said.start : said.stop]):
            return None
        within = words.within(content.start, content.end)[:_HEAD]
        stop = next((words.starts[i] for i in within if words.forms[i] in ("of", "for")), content.end)
        index = bisect_left(self._names, content.start)
        if not within or index == len(self._names) or self._names[index] >= min(stop, words.ends[within[-1]]):
            return None
        name = self._document.names[index]
        if words.voices[within[0]] is None:
            return None
        before, after = words.text[content.start : name.start].split(), words.text[name.end : name.end + 4]
        whole = not any(word[0].isupper() for word in before)  # "the Justice Department", not "Department"
        alone = not after[:1].isspace() or after.startswith((" of ", " for"))  # nor "Reed" of "Reed allies"
        return name if whole and alone and after[:2] not in ("'s", "’s") and len(before) <= _TITLES else None

    @cached_property
    def _speaker_by_key(self) -> dict[str, str]:
        """The id of the speaker each name belongs to, by the name's key."""
        keys = {name.start: name.key for name in self._document.names}
        return {
            keys[mention.start]: speaker.id
            for speaker in self._document.speakers
            for mention in speaker.mentions
            if mention.start in keys
        }
