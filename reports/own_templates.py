"""Templates of the user's own: a folder whose files take the place of shipped ones, filled in a sandbox.

The shipped template stays within reach under `crossread/`, so that one's own can extend it. A folder may
come from somebody else: its templates see the view model and nothing of Python, files or the network.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, ChoiceLoader, Environment, PrefixLoader, StrictUndefined, TemplateNotFound
from jinja2.exceptions import TemplateSyntaxError
from jinja2.loaders import split_template_path
from jinja2.meta import find_referenced_templates
from jinja2.sandbox import ImmutableSandboxedEnvironment

from crossread import templates
from crossread.errors import RenderError
from crossread.reports.template_errors import explain
from crossread.telling import nearest

SHIPPED = "crossread"  # the folder that shipped templates are reached in
MAX_BYTES = 1_000_000
_KINDS = (".j2", ".css", ".html", ".jinja", ".jinja2", ".js")  # files somebody means to be templates
_MOST = 2_000  # files looked at
_MISSING = StrictUndefined()._undefined_obj  # what Jinja has for a name that nothing holds


def sandbox(folder: Path, shipped: BaseLoader, settings: Mapping[str, Any]) -> Environment:
    """The environment in which the templates of a folder, and the shipped ones they use, are filled in."""
    loader = ChoiceLoader([PrefixLoader({SHIPPED: shipped}), _Folder(folder), shipped])
    made = ImmutableSandboxedEnvironment(undefined=_Undefined, loader=loader, **settings)
    del made.filters["random"], made.globals["lipsum"]  # the same result gives the same bytes
    return made


def fill_own(made: Environment, folder: Path, name: str, values: Mapping[str, object]) -> str:
    """The template `name` filled in. Raises RenderError with the file and line of what is wrong with it."""
    if not folder.is_dir():
        raise RenderError(f"{folder}: there is no such folder of templates; make it or name another")
    try:
        return made.get_template(name).render(**values)
    except Exception as error:  # a template can go wrong in any way Python can
        raise RenderError(explain(error, folder, made)) from error


def shipped_names() -> list[str]:
    """The templates that come with crossread, each of which a file of the same name replaces."""
    root = Path(templates.__path__[0])
    return sorted(
        path.relative_to(root).as_posix() for path in root.rglob("*") if path.suffix in (".j2", ".css", ".js")
    )


def unused(folder: Path) -> tuple[str, ...]:
    """A line for each template of the folder that takes no template's place and that none includes."""
    shipped = shipped_names()
    own = _own_names(folder)
    used = [name for name in own if name in shipped]
    for name in used:  # grows while it is read
        wanted = _references(_Folder(folder), name)
        if wanted is None:
            return ()
        used += [each for each in own if each in wanted and each not in used]
    return tuple(_unused(folder / name, nearest(name, shipped)) for name in own if name not in used)


class _Folder(BaseLoader):
    """Loads from one folder and from nowhere else: a link that leads out of it is refused."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The text of a template and its path. TemplateSyntaxError for what is no text."""
        path = self.folder.joinpath(*split_template_path(template))
        if not path.is_file():
            raise TemplateNotFound(template)
        if not path.resolve().is_relative_to(self.folder.resolve()):
            raise _refused(path, "the link leads out of the folder; copy the file into it")
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
        if len(content) > MAX_BYTES:
            raise _refused(path, f"larger than {MAX_BYTES // 1000} kB; shorten it")
        try:
            return content.decode("utf-8-sig"), str(path), lambda: True
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            raise _refused(path, "not UTF-8 text; save the file as UTF-8", line) from None

    def list_templates(self) -> list[str]:
        """The templates of the folder."""
        return _own_names(self.folder)


class _Undefined(StrictUndefined):
    """A name that is not there, with the nearest one that is."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        name, holder = self._undefined_name, self._undefined_obj
        if self._undefined_hint:
            return self._undefined_hint
        if holder is _MISSING or not isinstance(name, str):
            return f'"{name}" is not defined here; docs/templates.md lists what each template is given'
        known = [each for each in dir(holder) if not each.startswith("_")]
        near = nearest(name, known)
        hint = f'did you mean "{near}"?' if near else f"it has: {', '.join(known)}"
        return f'{type(holder).__name__} has no "{name}"; {hint}'


def _refused(path: Path, message: str, line: int = 1) -> TemplateSyntaxError:
    return TemplateSyntaxError(message, line, path.name, str(path))


def _own_names(folder: Path) -> list[str]:
    """The files of a folder that are meant to be templates, by their names within it."""
    if not folder.is_dir():
        return []
    found = []
    for path, _ in zip(folder.rglob("*"), range(_MOST), strict=False):
        name = path.relative_to(folder)
        if path.suffix in _KINDS and path.is_file() and not any(part.startswith(".") for part in name.parts):
            found.append(name.as_posix())
    return sorted(found)


def _references(loader: _Folder, name: str) -> set[str] | None:
    """The templates that one names; None where that cannot be told before it is filled in."""
    plain = Environment(autoescape=True)
    try:
        named = set(find_referenced_templates(plain.parse(loader.get_source(plain, name)[0])))
    except (TemplateSyntaxError, OSError):  # told when a report needs it
        return None
    return {each for each in named if each} if None not in named else None


def _unused(path: Path, near: str | None) -> str:
    hint = f'did you mean "{near}"?' if near else "docs/templates.md lists the names"
    return f"{path}: takes the place of no template, and none includes it; {hint}"
