"""Records the vectors of `vectors/recorded`, and the list of DSPy's public names, by running DSPy itself.

    pip install dspy==3.3.1
    python generate.py [--seed N] [--out DIR] [--scale X]

Everything is drawn from the seed: the same seed gives the same bytes. No network is used, and no
model but scripted ones. The committed recording was made on Python 3.11 with dspy 3.3.1, pydantic 2.13.5 and
json_repair 0.62.0; `meta.json` beside the vectors says which versions made them.
"""

import argparse
import json
import logging
import platform
import sys
import warnings
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from random import Random

warnings.simplefilter("ignore")

from generate.formats import baml_vector, format_vector, special_vector, two_step_vector  # noqa: E402
from generate.metrics import metric_vector  # noqa: E402
from generate.names import public_names  # noqa: E402
from generate.native import native_vector  # noqa: E402
from generate.parses import parse_vector  # noqa: E402
from generate.react import react_vector  # noqa: E402
from generate.react_v2 import react_v2_vector  # noqa: E402
from generate.recording import Recording, Vector, record  # noqa: E402
from generate.signatures import signature_vector  # noqa: E402
from generate.state import state_vector  # noqa: E402
from generate.streaming import streaming_vector  # noqa: E402
from generate.tools import tool_vector  # noqa: E402
from generate.types_and_values import prefix_vector, schema_vector, type_vector, value_vector  # noqa: E402

RECORDED_WITH = {"python": "3.11", "dspy": "3.3.1", "pydantic": "2.13.5", "json_repair": "0.62.0"}
KINDS: dict[str, tuple[int, Callable[[Random], tuple[str, Vector]]]] = {
    "format": (900, format_vector),
    "special": (350, special_vector),
    "native": (100, native_vector),
    "parse": (700, parse_vector),
    "baml": (80, baml_vector),
    "two-step": (80, two_step_vector),
    "values": (200, value_vector),
    "type-names": (120, type_vector),
    "schema": (120, schema_vector),
    "signatures": (150, signature_vector),
    "prefixes": (100, prefix_vector),
    "tools": (60, tool_vector),
    "state": (60, state_vector),
    "react": (24, react_vector),
    "react-v2": (24, react_v2_vector),
    "streaming": (600, streaming_vector),
    "metrics": (500, metric_vector),
}


def main() -> None:
    arguments = parsed_arguments()
    logging.disable(logging.CRITICAL)
    versions = {
        "python": ".".join(platform.python_version_tuple()[:2]),
        **{name: version(name) for name in ("dspy", "pydantic", "json_repair")},
    }
    warn_of_other_versions(versions)
    arguments.out.mkdir(parents=True, exist_ok=True)
    recordings = [
        record(kind, arguments.seed, max(1, round(count * arguments.scale)), draw)
        for kind, (count, draw) in KINDS.items()
    ]
    total = sum(report(recording, recording.write(arguments.out)) for recording in recordings)
    (arguments.out / "dspy-names.json").write_text(json.dumps(public_names(), indent=2) + "\n")
    meta = {"seed": arguments.seed, "scale": arguments.scale, **versions}
    (arguments.out / "meta.json").write_text(json.dumps(meta, indent=2) + "\n")
    print(f"{sum(len(recording.vectors) for recording in recordings)} vectors, {total} bytes", file=sys.stderr)


def parsed_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Records parity vectors from DSPy.")
    parser.add_argument("--seed", type=int, default=20261121)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent / "vectors" / "recorded")
    parser.add_argument("--scale", type=float, default=1.0, help="how many times the usual number of vectors")
    return parser.parse_args()


def warn_of_other_versions(versions: dict[str, str]) -> None:
    for name, recorded in RECORDED_WITH.items():
        if versions[name] != recorded:
            print(
                f"warning: {name} is {versions[name]}; the committed vectors were made with {recorded}", file=sys.stderr
            )


def report(recording: Recording, size: int) -> int:
    """Says on stderr what a file got and what was left out; returns the file's size."""
    print(f"{recording.kind}: {len(recording.vectors)} vectors, {size} bytes", file=sys.stderr)
    for reason, count in recording.skipped.most_common():
        print(f"    left out {count}: {reason}", file=sys.stderr)
    return size


if __name__ == "__main__":
    main()
