"""What takes long to make of files that ship -> kept in a folder of the package, as Python keeps its byte code.

The wheel brings it along. It holds for just these bytes of the files that it was made of: where they changed it is
made anew, and kept unless byte code is not either (``PYTHONDONTWRITEBYTECODE``, a folder that is read-only).
"""

from __future__ import annotations

import contextlib
import os
import pickle
import sys
from collections.abc import Callable, Iterable
from importlib.util import source_hash
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1] / "ready"
PROTOCOL = 5


def kept(name: str, sources: Iterable[Path], make: Callable[[], Any]) -> Any:
    """What ``make`` makes of ``sources``, or made of them in an earlier run."""
    digest = b"".join(source_hash(path.read_bytes()) for path in sources)
    file = FOLDER / f"{name}.pickle"
    with contextlib.suppress(OSError):
        raw = file.read_bytes()
        if raw.startswith(digest):
            return pickle.loads(raw[len(digest) :])
    made = make()
    if not sys.dont_write_bytecode:
        _write(file, digest + pickle.dumps(made, PROTOCOL))
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
