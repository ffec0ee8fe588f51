"""Checks YAML nodes against declared types and says in plain words what was expected where."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from crossread.telling import nearest
from crossread.yaml_source import Mapping, Node, Problems, Scalar, Sequence

_MOST_TOLD = 30  # names listed where none is near
_OLD_BOOLEANS = {"yes": "true", "on": "true", "no": "false", "off": "false"}
_UNION_KINDS = (Union, type(int | str))


class Invalid:
    """The type of `INVALID`, which stands for a value whose problem has been noted."""


INVALID = Invalid()


def read_fields(node: Node, struct: type[msgspec.Struct], problems: Problems, what: str = "key") -> dict[str, Any]:
    """The fields of `struct` that `node` gives, each of its type; everything else is a problem.

    Only fields that are given and valid are returned, so that layers can be laid over one another.
    """
    if not isinstance(node, Mapping):
        problems.add(node.position, f"expected {what}s with values, found {describe(node)}")
        return {}
    hints = _fields(struct)
    found = {}
    for key, child in node.entries:
        if key.text not in hints:
            problems.add(key.position, unknown(what, key.text, hints))
            continue
        value = read_value(child, hints[key.text], problems)
        if not isinstance(value, Invalid):
            found[key.text] = value
    return found


def read_value(node: Node, kind: Any, problems: Problems) -> Any:
    """The value of `node` as `kind`, or INVALID after noting why not."""
    base = _without_none(kind)
    if base is not kind and isinstance(node, Scalar) and node.value is None:
        return None
    origin = get_origin(_without_notes(base))
    if origin in _UNION_KINDS:  # text, or a mapping that says more
        fitting = [member for member in get_args(base) if _is_struct(member) == isinstance(node, Mapping)]
        base = fitting[0] if len(fitting) == 1 else base
    if origin in (tuple, list):
        return _read_sequence(node, base, problems)
    if origin is dict and isinstance(node, Mapping):
        return _read_mapping(node, base, problems)
    if _is_struct(base) and isinstance(node, Mapping):
        before = len(problems.found)
        fields = read_fields(node, base, problems)
        given = {key.text for key, _ in node.entries}
        for field in msgspec.structs.fields(base):
            if field.required and field.encode_name not in given:
                problems.add(node.position, f'missing key "{field.encode_name}"')
        return _convert(node, fields, base, problems) if len(problems.found) == before else INVALID
    if not isinstance(node, Scalar):
        problems.add(node.position, f"expected {name_kind(base)}, found {describe(node)}")
        return INVALID
    return _convert(node, node.value, base, problems)


def _is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def _fields(struct: type[msgspec.Struct]) -> dict[str, Any]:
    """The types of a struct's fields by the names they have in a file ("from", where Python has "from_")."""
    hints = get_type_hints(struct, include_extras=True)
    return {field.encode_name: hints[field.name] for field in msgspec.structs.fields(struct)}


def unknown(what: str, name: str, known: Iterable[str]) -> str:
    """The message for a name that does not exist, with the nearest one that does."""
    names = list(known)
    near = nearest(name, names)
    told = ", ".join(names[:_MOST_TOLD]) + (f" and {len(names) - _MOST_TOLD} more" if len(names) > _MOST_TOLD else "")
    hint = f'did you mean "{near}"?' if near else f"known: {told}" if names else "there are none"
    return f'unknown {what} "{name}"; {hint}'


def boolean_hint(node: Scalar) -> str:
    """What to write for YAML 1.1's other words for true and false, which are text here."""
    meant = _OLD_BOOLEANS.get(node.text.lower()) if isinstance(node.value, str) else None
    return f"; write {meant}" if meant else ""


def describe(node: Node) -> str:
    """What a value is, in words: `text "abc"`, `the number 3`, `a list`."""
    if isinstance(node, Sequence):
        return "a list"
    if isinstance(node, Mapping):
        return "a mapping"
    if node.value is None:
        return "nothing"
    if isinstance(node.value, bool):
        return "true" if node.value else "false"
    shown = node.text if len(node.text) <= 40 else f"{node.text[:37]}..."
    return f'text "{shown}"' if isinstance(node.value, str) else f"the number {shown}"


def name_kind(kind: Any) -> str:
    """What a type is called in a message, with its bounds: `a number of at least 0`."""
    origin = get_origin(kind)
    if origin is Annotated:
        base, *notes = get_args(kind)
        described = [note for note in notes if isinstance(note, msgspec.Meta)]
        titles = [note.title for note in described if note.title]
        return titles[0] if titles else name_kind(base) + "".join(_name_bounds(note) for note in described)
    if origin is Literal:
        return "one of " + ", ".join(str(choice) for choice in get_args(kind))
    if origin in _UNION_KINDS:
        return " or ".join(name_kind(member) for member in get_args(kind) if member is not type(None))
    plain = {bool: "true or false", int: "a whole number", float: "a number", str: "text"}
    return plain.get(origin or kind, "a list" if origin in (tuple, list) else "keys with values")


def _name_bounds(note: msgspec.Meta) -> str:
    bounds = ((note.ge, "of at least"), (note.gt, "above"), (note.le, "of at most"), (note.lt, "below"))
    parts = [f"{words} {bound:g}" for bound, words in bounds if bound is not None]
    return " " + " and ".join(parts) if parts else ""


def _read_sequence(node: Node, kind: Any, problems: Problems) -> Any:
    if not isinstance(node, Sequence):
        problems.add(node.position, f"expected a list, found {describe(node)}")
        return INVALID
    values = [read_value(item, get_args(_without_notes(kind))[0], problems) for item in node.items]
    if any(isinstance(value, Invalid) for value in values):
        return INVALID
    return _convert(node, values, kind, problems)


def _read_mapping(node: Mapping, kind: Any, problems: Problems) -> Any:
    key_kind, value_kind = get_args(_without_notes(kind))
    known = get_args(key_kind) if get_origin(key_kind) is Literal else ()
    wrong = [key for key, _ in node.entries if known and key.text not in known]
    for key in wrong:
        problems.add(key.position, unknown("key", key.text, known))
    if wrong:
        return INVALID
    names = [read_value(Scalar(key.text, key.text, key.position), key_kind, problems) for key, _ in node.entries]
    values = {key.text: read_value(child, value_kind, problems) for key, child in node.entries}
    if any(isinstance(value, Invalid) for value in (*names, *values.values())):
        return INVALID
    return _convert(node, values, kind, problems)


def _convert(node: Node, value: Any, kind: Any, problems: Problems) -> Any:
    """`value` as `kind` by msgspec, which knows every bound a type can carry."""
    try:
        if isinstance(value, float) and not math.isfinite(value):
            raise ValueError
        return msgspec.convert(value, kind)
    except (ValueError, msgspec.ValidationError) as error:
        problems.add(node.position, _refusal(node, kind, str(error)))
        return INVALID


def _refusal(node: Node, kind: Any, reason: str) -> str:
    if isinstance(node, Sequence) and not node.items:
        return "the list is empty; it needs at least one entry"
    if isinstance(node, Mapping) and len(node.entries) < (least := _least(kind)):
        return f"expected at least {least} {'entry' if least == 1 else 'entries'}, found {len(node.entries)}"
    if not isinstance(node, Scalar):
        return reason[:1].lower() + reason[1:]
    message = f"expected {name_kind(kind)}, found {describe(node)}"
    plain = _without_notes(_without_none(_without_notes(kind)))
    if plain is bool:
        return message + boolean_hint(node)
    if plain is str and not isinstance(node.value, str) and node.value is not None:
        return f"{message}; put it in quotation marks"
    if get_origin(plain) is Literal:
        near = nearest(node.text, [str(choice) for choice in get_args(plain)])
        return f'{message}; did you mean "{near}"?' if near else message
    return message


def _least(kind: Any) -> int:
    """How many entries a type asks for."""
    notes = get_args(kind)[1:] if get_origin(kind) is Annotated else ()
    return max((note.min_length or 0 for note in notes if isinstance(note, msgspec.Meta)), default=0)


def _without_notes(kind: Any) -> Any:
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


def _without_none(kind: Any) -> Any:
    """`X` for `X | None`; anything else as it is."""
    if get_origin(kind) in _UNION_KINDS and type(None) in get_args(kind):
        members = [member for member in get_args(kind) if member is not type(None)]
        return members[0] if len(members) == 1 else Union[tuple(members)]  # noqa: UP007 - built at run time
    return kind
