"""signatures: what DSPy makes of specs, right and wrong, and of edits to them."""

from random import Random
from typing import Any

import dspy
from dspy.adapters.utils import get_annotation_name

from . import kinds, texts
from .drawn import written
from .named import annotation_of, dspy_signature
from .recording import Vector

ODD_SPECS = [
    "a", "a ->", "-> a", "->", "a -> a", "a, b -> b, a", "a, a -> b", "a -> b, b", "a -> b -> c", "a b -> c",
    "a,, b -> c", "a, -> b", ", a -> b", "a: Foo -> b", "a: -> b", "a: list[ -> b", "a: list[Foo] -> b", "1a -> b",
    "a-b -> c", "_a -> b", "a->b", "  a  ,  b  ->  c  ", "a\n-> b", "a,\n  b -> c",
    "a: str | None -> b: None | int", "a: Optional[int, str] -> b", "a: int=3 -> b", "a: 'int' -> b",
    "a: Literal['->'] -> b", "a: Literal[-1] -> b", "a: dict[str, list[int]]->b:list[str]", "größe -> 名前",
    "class -> b", "a.b -> c", "*a -> b", "a => b", "", "a: Union[int] -> b", "a: list[int, str] -> b",
    "a: Literal['x, y', \"it's\"] -> b: Literal[1]", "a: tuple[int, ...] -> b: tuple[()]",
    "a: float|int|str -> b: bool", "a: typing.Optional[int] -> b: typing.List[str]",
    "a: List[int] -> b: Dict[str, int]", "a: set[int] -> b: bytes", "None -> b", "a: (int) -> b",
    "a: int -> b: str  # comment", "self -> b", "a: dict -> b: Any", "a / b -> c",
]  # fmt: skip
BASE_NAMES = ["question", "context", "answer", "score", "userId", "x"]


def signature_vector(rng: Random) -> tuple[str, Vector]:
    if rng.random() < 0.35:
        return "spec", outcome(rng.choice(ODD_SPECS), texts.instructions(rng) if rng.random() < 0.3 else None, [])
    names = rng.sample(BASE_NAMES, rng.randint(2, 4))
    cut = rng.randint(0 if rng.random() < 0.1 else 1, len(names) - 1)
    sides = [{name: kinds.ordinary(rng) for name in part} for part in (names[:cut], names[cut:])]
    spec = f"{written(sides[0])} -> {written(sides[1])}".strip()
    instructions = "" if rng.random() < 0.05 else texts.instructions(rng)
    return "edits", outcome(spec, instructions, [draw_edit(rng, names) for _ in range(rng.choice([0, 1, 1, 2, 3]))])


def draw_edit(rng: Random, names: list[str]) -> dict[str, Any]:
    def new_field() -> dict[str, Any]:
        name = rng.choice(names) if rng.random() < 0.1 else rng.choice(texts.NAMES)
        described = {"description": rng.choice(texts.DESCRIPTIONS)} if rng.random() < 0.4 else {}
        return {"side": rng.choice(["input", "output"]), "name": name, "type": kinds.ordinary(rng).spec, **described}

    def changed_field() -> dict[str, Any]:
        name = rng.choice(names) if rng.random() < 0.9 else "absent"
        changes = {"type": kinds.ordinary(rng).spec, "description": rng.choice(texts.DESCRIPTIONS), "prefix": "Given:"}
        return {"name": name, **{change: changes[change] for change in rng.sample(sorted(changes), rng.randint(1, 2))}}

    edits = {
        "prepend": new_field,
        "append": new_field,
        "insert": lambda: {"index": rng.randint(-5, 5), **new_field()},
        "delete": lambda: {"name": rng.choice([*names, "absent"])},
        "withInstructions": lambda: {"instructions": rng.choice([*texts.INSTRUCTIONS, "", ""])},
        "withField": changed_field,
    }
    op = rng.choice(list(edits))
    return {"op": op, **edits[op]()}


def outcome(spec: str, instructions: str | None, edits: list[dict[str, Any]]) -> Vector:
    try:
        signature = dspy_signature(spec, instructions)
        for edit in edits:
            signature = edited(signature, edit)
        result: dict[str, Any] = {"result": described(signature), "error": None}
    except Exception as error:
        result = {"result": None, "error": type(error).__name__}
    return {"spec": spec, "instructions": instructions, "edits": edits, **result}


def edited(signature: type[dspy.Signature], edit: dict[str, Any]) -> type[dspy.Signature]:
    match edit["op"]:
        case "delete":
            return signature.delete(edit["name"])
        case "withInstructions":
            return signature.with_instructions(edit["instructions"])
        case "withField":
            type_ = annotation_of(edit["type"]) if "type" in edit else None
            renamed = {"description": "desc", "prefix": "prefix"}
            changes = {renamed[key]: value for key, value in edit.items() if key in renamed}
            return signature.with_updated_fields(edit["name"], type_, **changes)
        case "insert":
            return signature.insert(edit["index"], edit["name"], new_field_info(edit), annotation_of(edit["type"]))
        case op:
            return getattr(signature, op)(edit["name"], new_field_info(edit), annotation_of(edit["type"]))


def new_field_info(edit: dict[str, Any]) -> Any:
    make = dspy.InputField if edit["side"] == "input" else dspy.OutputField
    return make(desc=edit["description"]) if "description" in edit else make()


def described(signature: type[dspy.Signature]) -> dict[str, Any]:
    return {
        "instructions": signature.instructions,
        "inputs": [described_field(name, info) for name, info in signature.input_fields.items()],
        "outputs": [described_field(name, info) for name, info in signature.output_fields.items()],
    }


def described_field(name: str, info: Any) -> dict[str, Any]:
    extra = info.json_schema_extra
    return {
        "name": name,
        "type": get_annotation_name(info.annotation),
        "description": extra["desc"],
        "prefix": extra["prefix"],
        "constraints": extra.get("constraints"),
    }
