"""values, type-names, schema and prefixes: how DSPy writes values, types, schemas and names."""

import math
from random import Random
from typing import Any

from dspy.adapters.json_adapter import _get_structured_outputs_response_format
from dspy.adapters.utils import format_field_value, get_annotation_name, translate_field_type
from dspy.signatures.signature import infer_prefix
from pydantic import TypeAdapter

from . import kinds, texts
from .drawn import draw_signature
from .kinds import Kind
from .named import annotation_of, dspy_signature
from .recording import Vector, attempt
from .special import CITATIONS, CODE_KINDS, MEDIA, REASONING, TOOL_CALLS
from .spelling import spelled

UNUSUAL_FLOATS = [math.nan, math.inf, -math.inf]
UNUSUAL_VALUES = [
    Kind("float", lambda rng: rng.choice(UNUSUAL_FLOATS)),
    Kind("list[float]", lambda rng: [rng.choice(UNUSUAL_FLOATS), kinds.floating(rng)]),
    Kind("str", lambda rng: kinds.several(rng, texts.text, 4)),
    Kind("str", lambda rng: [rng.choice(["two\nlines", "«a»", "\n", "a\r\nb"]) for _ in range(2)]),
    Kind("str", lambda rng: rng.choice([3, True, None, 0.5, {"a": None}])),
    Kind("list[Any]", lambda rng: [True, None, False, kinds.fraction(rng), texts.text(rng)]),
    Kind("dict[str, list[list[int]]]", lambda rng: {texts.key(rng): [[], [kinds.integer(rng)]]}),
    Kind("dict[str, dict[str, float]]", lambda rng: {texts.key(rng): kinds.entries(rng, kinds.floating)}),
]


def value_vector(rng: Random) -> tuple[str, Vector]:
    kind = rng.choice([*UNUSUAL_VALUES, *(kinds.SCALARS[2:3] * 3)]) if rng.random() < 0.35 else kinds.ordinary(rng)
    value = kind.value(rng)
    field = dspy_signature(f"x: {kind.spec} -> y").input_fields["x"]
    text = attempt("format_field_value", lambda: format_field_value(field, value))
    return "input", {"type": kind.spec, "side": "input", "value": spelled(value), "text": text}


def type_vector(rng: Random) -> tuple[str, Vector]:
    special = [*MEDIA, *CODE_KINDS, REASONING, TOOL_CALLS, CITATIONS, Kind("History", lambda _: None)]
    roll = rng.random()
    kind = rng.choice(special) if roll < 0.15 else kinds.composed(rng, 3) if roll < 0.6 else kinds.ordinary(rng)
    annotation = annotation_of(kind.spec)
    field = dspy_signature(f"-> x: {kind.spec}").output_fields["x"]
    schema = attempt("json_schema", lambda: TypeAdapter(annotation).json_schema())
    note = translate_field_type("x", field).removeprefix("{x}")
    return "output", {
        "type": kind.spec,
        "name": get_annotation_name(annotation),
        "note": note,
        "jsonSchema": schema,
    }


def schema_vector(rng: Random) -> tuple[str, Vector]:
    special = [*CODE_KINDS, REASONING, TOOL_CALLS, CITATIONS, MEDIA[0]]
    drawn = draw_signature(
        rng,
        kind_of=lambda rng: rng.choice(kinds.SCALARS),
        output_kind_of=lambda rng: rng.choice(special) if rng.random() < 0.1 else kinds.ordinary(rng),
    )
    return "json", {"signature": drawn.record(), "schema": structured_output_schema(drawn.build())}


def structured_output_schema(signature: Any) -> dict[str, Any] | None:
    """The schema that JSONAdapter sends, or None where it refuses to make one."""
    try:
        return _get_structured_outputs_response_format(signature).model_json_schema()
    except Exception:
        return None


def prefix_vector(rng: Random) -> tuple[str, Vector]:
    parts = [
        "a",
        "B",
        "API",
        "Http",
        "url",
        "2",
        "42",
        "_",
        "__",
        "x1",
        "1x",
        "é",
        "É",
        "名",
        "ß",
        "iOS",
        "userName",
        "v",
        "Z9",
    ]
    name = (
        rng.choice(texts.NAMES) if rng.random() < 0.3 else "".join(rng.choice(parts) for _ in range(rng.randint(1, 5)))
    )
    return "name", {"name": name, "prefix": infer_prefix(name)}
