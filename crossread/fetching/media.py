"""What a Content-Type header says."""

from __future__ import annotations

import re

_TYPE = re.compile(r"[a-z0-9!#$&^_.+-]{1,127}/[a-z0-9!#$&^_.+-]{1,127}")
_CHARSET = re.compile(r"[a-z0-9_.:+()-]{1,40}")


def media_type_and_charset(header: str) -> tuple[str, str]:
    """Both in lower case, each "" when it is missing or cannot be one."""
    kind, *parameters = header.lower().split(";")
    media_type = kind.strip() if _TYPE.fullmatch(kind.strip()) else ""
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "charset":
            charset = value.strip().strip("\"'").strip()
            return media_type, charset if _CHARSET.fullmatch(charset) else ""
    return media_type, ""
