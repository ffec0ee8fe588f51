"""A user's own word lists: outlets, bodies, roles and cues beside those shipped.

A file of the same form as the shipped ones, `term, category, note` separated by tabs. The category says
what a line adds: an outlet, a body, somebody's role (by the kind of speaker it makes), or a reporting verb
(by its stance). docs/configuration.md describes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path
from typing import get_args

from crossread.errors import ConfigError
from crossread.lexicon import Entry, added_entries, lexicon_hashes, numbered_entries
from crossread.model import SpeakerKind, Stance

MAX_BYTES = 1_000_000
# The kinds a role can make of a person, and a body can be.
ROLE_KINDS: tuple[SpeakerKind, ...] = (
    "official", "politician", "expert", "business", "civil_society", "media", "witness", "person",
)  # fmt: skip
STANCES: tuple[str, ...] = get_args(Stance)
CATEGORIES: tuple[str, ...] = ("outlet", "body", *ROLE_KINDS, *STANCES)
_CUE_NOTE = re.compile(r"[a-z][a-z' -]*(?:; [a-z]{1,8})?")
_SKIPPED = "#"
_FRAMES = "cq"  # "X verbs that ...", "“...,” X verbs"


def read_own_lexicon(path: Path) -> dict[str, list[Entry]]:
    """The entries of a user's file by the shipped list they go to. Raises ConfigError with `file:line: what` lines."""
    lines = _content(path).splitlines()
    try:
        numbered = list(numbered_entries(str(path), list(_completed(lines))))
    except ValueError as error:
        raise ConfigError(str(error)) from None
    found: dict[str, list[Entry]] = {}
    problems = []
    for number, entry in numbered:
        if entry.category == _SKIPPED:
            continue
        problem = _problem(entry)
        if problem:
            problems.append(f"{path}:{number}: {problem}")
        else:
            name, made = _placed(entry)
            found.setdefault(name, []).append(made)
    if problems:
        raise ConfigError("\n".join(problems))
    return found


@contextmanager
def own_lexicons(paths: Sequence[str | Path]) -> Iterator[None]:
    """Within it articles are parsed with these files beside the shipped lists. Raises ConfigError for a broken one."""
    added: dict[str, list[Entry]] = {}
    hashes: dict[str, str] = {}
    shipped = lexicon_hashes() if paths else {}
    for path in map(Path, paths):
        for name, entries in read_own_lexicon(path).items():
            added.setdefault(name, []).extend(entries)
        told = f"own/{path.name}" if path.name in shipped or path.name in hashes else path.name
        hashes[told] = sha256(path.read_bytes()).hexdigest()
    with added_entries(added, hashes):
        yield


def _completed(lines: Sequence[str]) -> Iterator[str]:
    """The lines with the note a hand may leave out, and with empty lines and remarks (#) as entries to be skipped."""
    for number, line in enumerate(lines):
        if number and (not line.strip() or line.startswith("#")):
            yield f"#\t{_SKIPPED}\t"
        else:
            yield f"{line}\t" if line.count("\t") == 1 else line


def _content(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read as a word list: {error.strerror}") from None
    if len(content) > MAX_BYTES:
        raise ConfigError(f"{path}: larger than {MAX_BYTES:,} bytes, which a word list may have")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ConfigError(f"{path}: not in UTF-8; save it in that encoding") from None


def _problem(entry: Entry) -> str | None:
    if not entry.words:
        return f'the term "{entry.term}" holds no word'
    if entry.category not in CATEGORIES:
        near = get_close_matches(entry.category, CATEGORIES, n=1)
        hint = f'did you mean "{near[0]}"?' if near else f"there are {', '.join(CATEGORIES)}"
        return f'unknown category "{entry.category}"; {hint}'
    if entry.category == "body" and entry.note and entry.note not in (*ROLE_KINDS, "institution"):
        return f'the note of a body is empty or its kind, not "{entry.note}"'
    if entry.category in STANCES and entry.note and not _CUE_NOTE.fullmatch(entry.note):
        return f'the note of a verb is its lemma, as in "riff" or "riff; cq", not "{entry.note}"'
    return None


def _placed(entry: Entry) -> tuple[str, Entry]:
    """The shipped list an entry goes to, and the entry in that list's form."""
    if entry.category in ("outlet", "body"):
        return "organisations", entry
    term = " ".join(entry.words)
    if entry.category in STANCES:
        lemma, _, frames = (entry.note or term).partition("; ")
        return "reporting_verbs", Entry(term, entry.words, entry.category, f"{lemma}; {frames or _FRAMES}")
    return "roles", Entry(term, entry.words, entry.category, "")
