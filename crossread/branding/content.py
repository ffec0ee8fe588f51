"""The bytes of a file that a brand names, within a bound."""

from __future__ import annotations

from pathlib import Path

from crossread.errors import ConfigError


def content_of(path: Path, most: int) -> bytes:
    """The bytes of a file. Raises ConfigError where it cannot be read, is empty or holds more than `most` bytes."""
    try:
        with path.open("rb") as stream:
            data = stream.read(most + 1)
    except FileNotFoundError:
        raise ConfigError(f"{path}: there is no such file; paths start from the brand file's folder") from None
    except IsADirectoryError:
        raise ConfigError(f"{path}: this is a folder; name the file in it") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ConfigError(f"{path}: cannot be read ({reason}); check its permissions") from None
    if not data:
        raise ConfigError(f"{path}: the file is empty")
    if len(data) > most:
        raise ConfigError(f"{path}: larger than {most // 1000} kB; every briefing would carry it: make it smaller")
    return data
