"""Signatures drawn at random, as recorded and as DSPy has them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

import dspy

from . import texts
from .kinds import Kind, ordinary
from .named import dspy_signature
from .spelling import spelled

Values = dict[str, Any]


@dataclass
class DrawnSignature:
    """A signature: each field by name with its kind, and everything a user can say about it."""

    inputs: dict[str, Kind]
    outputs: dict[str, Kind]
    instructions: str | None = None
    descriptions: dict[str, str] = field(default_factory=dict)
    constraints: dict[str, dict[str, float]] = field(default_factory=dict)
    chain_of_thought: bool = False

    @property
    def spec(self) -> str:
        return f"{written(self.inputs)} -> {written(self.outputs)}".strip()

    @property
    def all_outputs(self) -> dict[str, Kind]:
        reasoning = {"reasoning": Kind("str", texts.text)} if self.chain_of_thought else {}
        return {**reasoning, **self.outputs}

    def record(self) -> dict[str, Any]:
        """The signature as vectors write it."""
        constraints = {"constraints": self.constraints} if self.constraints else {}
        return {
            "spec": self.spec,
            "instructions": self.instructions,
            "descriptions": self.descriptions,
            "chainOfThought": self.chain_of_thought,
            **constraints,
        }

    def build(self) -> type[dspy.Signature]:
        """The signature as DSPy has it."""
        bare = dspy_signature(self.spec)
        fields = {name: (info.annotation, self._field(name, bare)) for name, info in bare.fields.items()}
        made = dspy.Signature(fields, self.instructions)
        if not self.chain_of_thought:
            return made
        return made.prepend("reasoning", dspy.OutputField(desc="${reasoning}"), type_=str)

    def _field(self, name: str, bare: type[dspy.Signature]) -> Any:
        described = {"desc": self.descriptions[name]} if name in self.descriptions else {}
        make = dspy.InputField if name in bare.input_fields else dspy.OutputField
        return make(**described, **self.constraints.get(name, {}))

    def draw_inputs(self, rng: Random, missing: float = 0.1, none: float = 0.0) -> Values:
        given = [name for name in self.inputs if rng.random() >= missing]
        return {name: None if rng.random() < none else self.inputs[name].value(rng) for name in given}

    def draw_outputs(self, rng: Random) -> Values:
        return {name: kind.value(rng) for name, kind in self.all_outputs.items()}

    def draw_demos(self, rng: Random, most: int = 2) -> list[Values]:
        return [self._draw_demo(rng) for _ in range(rng.choice([0, 0, 1, most]))]

    def _draw_demo(self, rng: Random) -> Values:
        """A demonstration: complete, lacking fields, holding None, or of no use."""
        complete = {**self.draw_inputs(rng, missing=0), **self.draw_outputs(rng)}
        roll = rng.random()
        if roll < 0.5:
            return {"augmented": True, **complete} if rng.random() < 0.1 else complete
        if roll < 0.72:
            return {name: value for name, value in complete.items() if rng.random() < 0.7}
        if roll < 0.9:
            return {name: None if rng.random() < 0.3 else value for name, value in complete.items()}
        useless = [{}, {name: complete[name] for name in self.inputs}, {name: complete[name] for name in self.outputs}]
        return rng.choice(useless)


def written(fields: dict[str, Kind]) -> str:
    return ", ".join(f"{name}: {kind.spec}" if kind.spec != "str" else name for name, kind in fields.items())


def draw_constraints(rng: Random, kind: Kind) -> dict[str, float]:
    if kind.spec in ("int", "float"):
        bounds: dict[str, float] = {"gt": 0, "ge": -1, "lt": 100, "le": 1000, "multiple_of": 2}
        if kind.spec == "float":
            bounds |= {"gt": -0.5, "le": 0.75}
    else:
        bounds = {"min_length": 1, "max_length": 200}
    chosen = rng.sample(sorted(bounds), rng.randint(1, 2))
    return {name: bounds[name] for name in chosen}


def draw_signature(
    rng: Random,
    kind_of: Callable[[Random], Kind] = ordinary,
    output_kind_of: Callable[[Random], Kind] | None = None,
    most: int = 3,
) -> DrawnSignature:
    """A signature of a few fields; at times one without inputs, at times one of up to eight fields."""
    if rng.random() < 0.04:
        in_count, out_count = rng.randint(3, 4), rng.randint(3, 4)
    else:
        in_count = rng.choice([1, 1, 1, 2, 2, most, 0 if rng.random() < 0.4 else 1])
        out_count = rng.choice([1, 1, 1, 2, 2, most])
    names = texts.names(rng, in_count + out_count)
    output_kind_of = output_kind_of or kind_of
    inputs = {name: kind_of(rng) for name in names[:in_count]}
    outputs = {name: output_kind_of(rng) for name in names[in_count:]}
    drawn = DrawnSignature(inputs, outputs, texts.instructions(rng), chain_of_thought=rng.random() < 0.25)
    add_remarks(rng, drawn)
    return drawn


def add_remarks(rng: Random, drawn: DrawnSignature) -> None:
    """Gives some fields a description, some constraints."""
    for name, kind in {**drawn.inputs, **drawn.outputs}.items():
        if rng.random() < 0.3:
            described = rng.choice(texts.DESCRIPTIONS)
            drawn.descriptions[name] = described.replace("${name}", f"${{{name}}}")
        if kind.spec in ("int", "float", "str", "list[str]") and rng.random() < 0.12:
            drawn.constraints[name] = draw_constraints(rng, kind)


def spelled_values(values: Values) -> dict[str, Any]:
    return {name: spelled(value) for name, value in values.items()}
