"""Whether everything crossread needs is there, and the command that mends what is not.

Every check stands alone and catches what it meets: the doctor must not fall ill itself.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from importlib import import_module
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.resources import files
from io import StringIO
from typing import NamedTuple

OLDEST_PYTHON = (3, 11)
NOTO = "fonts-noto-core fonts-noto-cjk"
REINSTALL = "pip install --force-reinstall --no-deps crossread"


class Check(NamedTuple):
    """One thing looked at; `mend` is the command to run when it is not `ok`."""

    name: str
    ok: bool
    found: str
    mend: str = ""

    def line(self) -> str:
        """The check as one line of text."""
        mend = "" if self.ok or not self.mend else f"; to mend it: {self.mend}"
        return f"{'ok     ' if self.ok else 'missing'}  {self.name}: {self.found}{mend}"


class Library(NamedTuple):
    """A system library WeasyPrint loads: its Debian package and the names it goes by elsewhere."""

    name: str
    package: str
    files: tuple[str, ...]


LIBRARIES = (
    Library("GObject", "libglib2.0-0", ("libgobject-2.0.so.0", "libgobject-2.0.0.dylib", "libgobject-2.0-0.dll")),
    Library("Pango", "libpango-1.0-0", ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll")),
    Library(
        "PangoFT2",
        "libpangoft2-1.0-0",
        ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll"),
    ),
    Library("fontconfig", "libfontconfig1", ("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll")),
    Library("HarfBuzz", "libharfbuzz0b", ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll")),
    Library(
        "HarfBuzz subset",
        "libharfbuzz-subset0",
        ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll"),
    ),
)


def examine() -> list[Check]:
    """Look at everything; nothing is changed."""
    return [
        _python(),
        *_dependencies(requires("crossread") or []),
        *(_library(library) for library in LIBRARIES),
        _guarded("PDF engine", _make_pdf, "pip install --force-reinstall weasyprint"),
        _guarded("fonts", _load_fonts, REINSTALL),
        _guarded("fonts of other scripts", _draw_scripts, install_command(NOTO)),
        _guarded("syllables of the CMU dictionary", _count_syllables, REINSTALL),
        _guarded("list of easy words", _read_easy_words, "pip install --force-reinstall textstat"),
        _guarded("word lists", _compare_lexicons, REINSTALL),
    ]


def _guarded(name: str, look: Callable[[], str], mend: str) -> Check:
    try:
        return Check(name, True, look())
    except Exception as error:  # a broken installation can fail in any way
        return Check(name, False, " ".join(f"{type(error).__name__}: {error}".split())[:200], mend)


def _python() -> Check:
    wanted = ".".join(map(str, OLDEST_PYTHON))
    found = ".".join(map(str, sys.version_info[:3]))
    return Check("Python", sys.version_info[:2] >= OLDEST_PYTHON, found, f"install Python {wanted} or newer")


def _dependencies(requirements: list[str]) -> Iterator[Check]:
    """What the package declares it needs, without the extras; only `name>=least,<too_new` occurs there."""
    for requirement in requirements:
        match = re.fullmatch(r"([A-Za-z0-9._-]+)((?:\s*,?\s*[<>]=?\s*[0-9.]+)*)", requirement)
        if match is None:
            continue
        name = match[1]
        bounds = dict(re.findall(r"(<|>=)\s*([0-9.]+)", match[2]))
        bound, limit = bounds.get(">="), bounds.get("<")
        mend = f'pip install "{requirement}"'
        try:
            found = version(name)
        except PackageNotFoundError:
            yield Check(name, False, "not installed", mend)
        else:
            if bound and _numbers(found) < _numbers(bound):
                yield Check(name, False, f"{found}, older than {bound}", mend)
            elif limit and _numbers(found) >= _numbers(limit):
                yield Check(name, False, f"{found}, not older than {limit}", mend)
            else:
                yield Check(name, True, found, mend)


def _numbers(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", number)[:4])


def _library(library: Library) -> Check:
    for name in library.files:
        try:
            ctypes.CDLL(name)
        except OSError:
            continue
        return Check(library.name, True, name)
    found = ctypes.util.find_library(library.files[0].removeprefix("lib").partition(".so")[0])
    if found:
        return Check(library.name, True, found)
    return Check(library.name, False, f"{library.files[0]} not found", install_command(library.package))


def install_command(package: str, platform: str = sys.platform) -> str:
    """How to get a system library on this kind of machine."""
    if platform == "darwin":
        return "brew install pango"
    if platform == "win32":
        return "install Pango with MSYS2: pacman -S mingw-w64-ucrt-x86_64-pango"
    return f"sudo apt-get install {package}"


def _make_pdf() -> str:
    with redirect_stdout(StringIO()):  # WeasyPrint prints there what it misses
        import weasyprint

    size = len(weasyprint.HTML(string="<p>.</p>").write_pdf())
    return f"WeasyPrint {weasyprint.__version__} makes a page of {size} bytes"


def _load_fonts() -> str:
    fonts = import_module("fontTools.ttLib")
    folder = files("crossread.templates") / "fonts"
    names = sorted(item.name for item in folder.iterdir() if item.name.endswith((".ttf", ".otf", ".woff2")))
    if not names:
        raise FileNotFoundError("no font is bundled")
    for name in names:
        with (folder / name).open("rb") as stream:
            fonts.TTFont(stream)["cmap"].getBestCmap()
    return ", ".join(names)


def _draw_scripts() -> str:
    """Which scripts a PDF can show. One without a font is no fault: not everybody reads it."""
    from crossread.reports.missing_glyphs import SAMPLES, watched
    from crossread.reports.pdf import laid_out

    with watched() as characters:
        laid_out(f"<p>{' '.join(SAMPLES.values())}</p>").write_pdf()
    missing = [name for name, sample in SAMPLES.items() if sample in characters]
    drawn = ", ".join(name for name in SAMPLES if name not in missing)
    if not missing:
        return drawn
    get = install_command(NOTO) if sys.platform.startswith("linux") else "install the Noto fonts"
    return f"{drawn}; none in a PDF for {', '.join(missing)}; to get them: {get}"


def _count_syllables() -> str:
    from crossread.text.syllables import count_syllables, syllable_table

    if count_syllables("reading") != 2:
        raise ValueError('"reading" does not have two syllables')
    return f"{len(syllable_table()):,} words"


def _read_easy_words() -> str:
    from crossread.text.syllables import easy_words

    if "house" not in easy_words():
        raise ValueError("the list of textstat is not as expected")
    return f"{len(easy_words()):,} words"


def _compare_lexicons() -> str:
    """Each word list against the sha256 its PROVENANCE.yaml gives."""
    import yaml

    from crossread.lexicon import lexicon_hashes

    recorded: dict[str, str] = {}
    for folder in (files("crossread.data"), files("crossread.metrics") / "lexicons"):
        stated = yaml.safe_load((folder / "PROVENANCE.yaml").read_text(encoding="utf-8"))
        recorded.update((name, entry["sha256"]) for name, entry in stated["files"].items())
    hashes = lexicon_hashes()
    wrong = [name for name, digest in hashes.items() if recorded.get(name) != digest]
    if wrong or not hashes:
        raise ValueError(f"not as recorded in PROVENANCE.yaml: {', '.join(wrong) or 'no word list at all'}")
    return f"{len(hashes)} files, as recorded"
