"""What is said of a template that cannot be filled in: its file, the line, what is wrong and what to do."""

from __future__ import annotations

import re
from pathlib import Path
from traceback import walk_tb

from jinja2 import Environment, TemplateNotFound
from jinja2.exceptions import SecurityError, TemplateAssertionError, TemplateSyntaxError, UndefinedError

from crossread import templates
from crossread.telling import nearest

_NO_NAME = re.compile(r"No (filter|test) named '(.*)'\.?$")
_NO_EXPORT = re.compile(
    r"the template '(?P<part>[^']*)' \(imported on line \d+ in '(?P<by>[^']*)'\)"
    r" does not export the requested name '(?P<name>[^']*)'"
)
_MEND = "mend it, or remove the file to have the shipped template again"


def explain(error: Exception, folder: Path, environment: Environment) -> str:
    """`FOLDER/file:line: what is wrong; what to do`, on one line."""
    file, line = _place(error, folder)
    missing = _NO_EXPORT.search(str(error)) if isinstance(error, UndefinedError) else None
    if missing and (folder / missing["part"]).is_file():
        file, line = str(folder / missing["part"]), 1
        told = f'defines no macro "{missing["name"]}", which {missing["by"]} imports; add it, {_from(missing["part"])}'
    else:
        told = _told(error, environment)
    return " ".join(f"{file}:{line}: {told}".split())


def _place(error: Exception, folder: Path) -> tuple[str, int]:
    """The innermost line of the user's templates that led to the error, else of the shipped ones."""
    if isinstance(error, TemplateSyntaxError):
        return _shown(error.filename or error.name or str(folder)), error.lineno
    root = Path(templates.__path__[0])
    frames = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
    own = [place for place in frames if Path(place[0]).is_relative_to(folder)]
    shipped = [place for place in frames if Path(place[0]).is_relative_to(root) and not place[0].endswith(".py")]
    file, line = (own or shipped or [(str(folder), 1)])[-1]
    return _shown(file), line


def _shown(file: str) -> str:
    """A shipped template by the name it is reached under; one of the user's by its path."""
    root = Path(templates.__path__[0])
    return f"crossread/{Path(file).relative_to(root).as_posix()}" if Path(file).is_relative_to(root) else file


def _told(error: Exception, environment: Environment) -> str:
    """What is wrong, and what to do about it."""
    if isinstance(error, TemplateAssertionError) and (found := _NO_NAME.match(error.message or "")):
        kind, name = found.groups()
        near = nearest(name, environment.filters if kind == "filter" else environment.tests)
        return f'there is no {kind} "{name}"; ' + (f'did you mean "{near}"?' if near else _MEND)
    if isinstance(error, TemplateSyntaxError):
        message = (error.message or "cannot be understood").rstrip(".")
        return message if ";" in message else f"{message}; {_MEND}"
    if isinstance(error, TemplateNotFound):
        near = nearest(str(error.name), environment.list_templates(extensions=["j2", "css", "html"]))
        return f'there is no template "{error.name}"; ' + (f'did you mean "{near}"?' if near else _MEND)
    if isinstance(error, SecurityError):
        return f"{str(error).rstrip('.')}; templates run in a sandbox and see the briefing's values alone"
    if isinstance(error, RecursionError):
        return f"templates include or extend one another without end; {_from('NAME')}"
    if isinstance(error, UndefinedError):
        return str(error) if ";" in str(error) else f"{error}; {_MEND}"
    return f"{type(error).__name__}: {error}; {_MEND}"


def _from(part: str) -> str:
    return f"the shipped template is reached as crossread/{part}"
