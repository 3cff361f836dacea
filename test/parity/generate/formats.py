"""format, special, baml and two-step: the messages that adapters make."""

from random import Random
from typing import Any

import dspy
from dspy.adapters.baml_adapter import BAMLAdapter

from . import texts
from .drawn import DrawnSignature, Values, draw_signature, spelled_values
from .kinds import TEXT, Kind, several
from .lms import ScriptedLM
from .recording import Skipped, Vector, attempt
from .special import TOOL_CALLS, answered_calls, special_input, special_output

ADAPTERS: dict[str, dspy.Adapter] = {
    "chat": dspy.ChatAdapter(),
    "json": dspy.JSONAdapter(use_native_function_calling=False),
    "xml": dspy.XMLAdapter(),
}


def formatted(adapter: dspy.Adapter, drawn: DrawnSignature, demos: list[Values], inputs: Values) -> Vector:
    messages = attempt("format", lambda: adapter.format(drawn.build(), demos, inputs))
    return {
        "signature": drawn.record(),
        "demos": [spelled_values(demo) for demo in demos],
        "inputs": spelled_values(inputs),
        "messages": messages,
    }


def format_vector(rng: Random) -> tuple[str, Vector]:
    name = rng.choice(list(ADAPTERS))
    drawn = draw_signature(rng)
    inputs = with_list_for_text(rng, drawn, drawn.draw_inputs(rng, none=0.03))
    return name, {"adapter": name, **formatted(ADAPTERS[name], drawn, drawn.draw_demos(rng), inputs)}


def with_list_for_text(rng: Random, drawn: DrawnSignature, inputs: Values) -> Values:
    """At times gives a list to a field of type `str`, which DSPy numbers."""
    return {
        name: several(rng, texts.text, 3) if drawn.inputs[name] is TEXT and rng.random() < 0.12 else value
        for name, value in inputs.items()
    }


def special_vector(rng: Random) -> tuple[str, Vector]:
    name = rng.choice(list(ADAPTERS))
    drawn = draw_signature(rng, special_input, special_output, most=2)
    demos = drawn.draw_demos(rng)
    inputs = drawn.draw_inputs(rng, missing=0.05, none=0.03)
    if rng.random() < 0.4:
        demos = add_history(rng, drawn, demos, inputs)
    return name, {"adapter": name, **formatted(ADAPTERS[name], drawn, demos, inputs)}


def add_history(
    rng: Random, drawn: DrawnSignature, demos: list[Values], inputs: Values, native: bool = False
) -> list[Values]:
    """Gives the signature a conversation, the inputs most times one too; returns the demos, some with theirs."""
    position = rng.randint(0, len(drawn.inputs))
    fields = list(drawn.inputs.items())
    kind = Kind("History", lambda rng: history(rng, drawn, native))
    fields.insert(position, ("history", kind))
    if rng.random() < 0.93:
        inputs["history"] = None if rng.random() < 0.04 else kind.value(rng)
    of_demo = Kind("History", lambda rng: None if rng.random() < 0.2 else kind.value(rng))
    added = [{**demo, "history": of_demo.value(rng)} if rng.random() < 0.35 else demo for demo in demos]
    drawn.inputs = dict(fields)
    return added


def history(rng: Random, drawn: DrawnSignature, native: bool) -> dspy.History:
    return dspy.History(messages=[turn(rng, drawn, native) for _ in range(rng.choice([0, 1, 1, 2]))])


def turn(rng: Random, drawn: DrawnSignature, native: bool) -> Values:
    kinds = {name: kind for name, kind in {**drawn.inputs, **drawn.all_outputs}.items() if kind.spec != "History"}
    kept = 0.95 if rng.random() < 0.6 else 0.5
    values = {name: kind.value(rng) for name, kind in kinds.items() if rng.random() < kept}
    if rng.random() < 0.2 and values:
        values[rng.choice(list(values))] = None
    for name, value in values.items():
        if kinds[name] is TOOL_CALLS and value is not None and rng.random() < (0.8 if native else 0.3):
            values[name] = answered_calls(rng, with_ids=native and rng.random() < 0.8)
    return values


def baml_vector(rng: Random) -> tuple[str, Vector]:
    drawn = draw_signature(rng)
    return "baml", formatted(BAMLAdapter(), drawn, drawn.draw_demos(rng), drawn.draw_inputs(rng))


def two_step_vector(rng: Random) -> tuple[str, Vector]:
    drawn = draw_signature(rng)
    extractor = ScriptedLM()
    adapter = dspy.TwoStepAdapter(extractor)
    vector = formatted(adapter, drawn, drawn.draw_demos(rng), drawn.draw_inputs(rng))
    completion = texts.text(rng)
    return "chat", {**vector, "extraction": extraction(adapter, extractor, drawn, completion)}


def extraction(
    adapter: dspy.TwoStepAdapter, extractor: ScriptedLM, drawn: DrawnSignature, completion: str
) -> dict[str, Any]:
    """The messages that the extracting model is sent for a completion; its reply does not matter."""
    try:
        adapter.parse(drawn.build(), completion)
    except Exception:
        if not extractor.requests:
            raise Skipped("extraction: no request") from None
    return {"completion": completion, "messages": extractor.requests[0]["messages"]}
