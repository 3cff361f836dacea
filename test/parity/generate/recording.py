"""Where vectors go: drawn until there are enough, each once, DSPy's crashes counted."""

import json
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .spelling import Unspellable

Vector = dict[str, Any]


class Skipped(Exception):
    """A draw that is not worth recording, and why."""


@dataclass
class Recording:
    """The vectors of one file, and the draws left out of it by reason."""

    kind: str
    vectors: list[Vector] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)

    def write(self, folder: Path) -> int:
        lines = [json.dumps(vector, ensure_ascii=False, allow_nan=False) + "\n" for vector in self.vectors]
        text = "".join(lines).encode()
        (folder / f"{self.kind}.jsonl").write_bytes(text)
        return len(text)


def record(kind: str, seed: int, count: int, draw_one: Callable[[random.Random], tuple[str, Vector]]) -> Recording:
    """Draws (subkind, vector) pairs until `count` differing vectors are there, or draws stop bringing new ones."""
    recording = Recording(kind)
    rng = random.Random(f"{kind} {seed}")
    seen: set[str] = set()
    for _ in range(count * 6):
        if len(recording.vectors) == count:
            break
        try:
            subkind, vector = draw_one(rng)
        except (Skipped, Unspellable) as reason:
            recording.skipped[str(reason)] += 1
            continue
        text = json.dumps(vector, sort_keys=False)
        if text in seen:
            recording.skipped["drawn before"] += 1
            continue
        seen.add(text)
        number = len(recording.vectors) + 1
        recording.vectors.append({"id": f"{kind}-{subkind}-{number:04}", **vector})
    return recording


def attempt(what: str, run: Callable[[], Any]) -> Any:
    """What DSPy gives, or a skipped draw named after its failure."""
    try:
        return run()
    except Exception as error:
        first_line = str(error).split("\n")[0][:80]
        raise Skipped(f"{what}: {type(error).__name__}: {first_line}") from error
