"""What takes long to make of files that ship -> kept in ``__pycache__`` beside them, as Python keeps its byte code.

It holds for just these bytes of the files that it was made of; it is made anew where they changed, and where
nothing may be written (``PYTHONDONTWRITEBYTECODE``, a folder that is read-only) it is made in every run.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import sys
from collections.abc import Callable, Iterable
from importlib.util import source_hash
from pathlib import Path
from typing import Any

Plain = tuple[Any, ...]  # of values that ``marshal`` knows


def kept(folder: Path, name: str, sources: Iterable[Path], make: Callable[[], Plain]) -> Plain:
    """What ``make`` makes of ``sources``, or made of them in an earlier run."""
    digest = b"".join(source_hash(path.read_bytes()) for path in sources)
    file = folder / "__pycache__" / f"{name}.{sys.implementation.cache_tag}.kept"
    with contextlib.suppress(OSError, EOFError, ValueError, TypeError):
        raw = file.read_bytes()
        if raw.startswith(digest):
            found: Plain = marshal.loads(raw[len(digest) :])
            return found
    made = make()
    if not sys.dont_write_bytecode:
        _write(file, digest + marshal.dumps(made))
    return made


def _write(file: Path, content: bytes) -> None:
    """Another process may read or write at the same time: the file appears whole or not at all."""
    unfinished = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(exist_ok=True)
        unfinished.write_bytes(content)
        os.replace(unfinished, file)
    except OSError:
        with contextlib.suppress(OSError):
            unfinished.unlink()
