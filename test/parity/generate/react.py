"""react: whole runs of ReAct, every message, reply and parsed step of them."""

from random import Random
from typing import Any

import dspy
from dspy.utils.callback import BaseCallback

from . import texts
from .drawn import DrawnSignature
from .formats import ADAPTERS
from .kinds import LITERALS, SCALARS, Kind, list_of
from .lms import ScriptedLM
from .recording import Skipped, Vector, attempt
from .spelling import spelled, spelled_tool


def search(query: str, limit: int = 3) -> list[str]:
    """Searches the web."""
    return [f"{query} {number}" for number in range(limit)]


def add(a: float, b: float) -> float:
    """Adds two numbers."""
    return a + b


def lookup(key: str, deep: bool = False, note: str | None = None) -> dict[str, Any]:
    """Looks "things" up.
    On several lines."""
    return {"key": key, "deep": deep, "note": note}


def say(text: str) -> str:
    return text


def nothing() -> None:
    """Does nothing."""


TOOLS = [search, add, lookup, say, nothing]
OUTPUTS = [
    {"answer": SCALARS[0]},
    {"answer": SCALARS[0], "score": SCALARS[2]},
    {"label": LITERALS[0], "tags": list_of(SCALARS[0])},
]
REACT_TYPES = {"trajectory": "str", "next_thought": "str", "next_tool_args": "dict[str, Any]"}


class Watcher(BaseCallback):
    """Keeps what adapters were given to format; DSPy tells of a call once more for each class that inherits it."""

    def __init__(self) -> None:
        self.formats: list[dict[str, Any]] = []

    def on_adapter_format_start(self, call_id: str, instance: Any, inputs: dict[str, Any]) -> None:
        if "signature" in inputs:
            self.formats.append(dict(inputs))


def react_vector(rng: Random) -> tuple[str, Vector]:
    name = rng.choice(list(ADAPTERS))
    outputs = rng.choice(OUTPUTS)
    drawn = DrawnSignature({"question": SCALARS[0]}, outputs, texts.instructions(rng))
    tools = rng.sample(TOOLS, rng.randint(1, 3))
    react = dspy.ReAct(drawn.build(), tools=tools, max_iters=rng.choice([2, 4]))
    replies = draw_replies(rng, name, react, drawn, tools)
    lm, watcher = ScriptedLM(replies), Watcher()
    question = texts.text(rng)
    with dspy.context(lm=lm, adapter=ADAPTERS[name], callbacks=[watcher]):
        prediction = attempt("react", lambda: react(question=question))
    if "Traceback" in str(prediction.trajectory):
        raise Skipped("a tool's failure, told with the paths of this machine")
    return name, {
        "adapter": name,
        "signature": drawn.record(),
        "tools": [spelled_tool(dspy.Tool(tool)) for tool in tools],
        "maxIters": react.max_iters,
        "inputs": {"question": question},
        "calls": recorded_calls(ADAPTERS[name], lm, watcher, drawn),
        "prediction": spelled(dict(prediction.items())),
    }


def draw_replies(rng: Random, adapter: str, react: dspy.ReAct, drawn: DrawnSignature, tools: list[Any]) -> list[str]:
    """A few steps, an end to them, and the answer."""
    steps = [(tool.__name__, draw_args(rng, tool.__name__)) for tool in rng.choices(tools, k=rng.randint(0, 2))]
    steps = [*steps, ("finish", {})] if len(steps) < react.max_iters else steps
    react_replies = [
        ADAPTERS[adapter].format_assistant_message_content(
            react.react.signature,
            {"next_thought": texts.text(rng), "next_tool_name": tool, "next_tool_args": args},
        )
        for tool, args in steps[: react.max_iters]
    ]
    answer = {"reasoning": texts.text(rng), **{name: kind.value(rng) for name, kind in drawn.outputs.items()}}
    extract = ADAPTERS[adapter].format_assistant_message_content(react.extract.predict.signature, answer)
    return [*react_replies, extract]


def draw_args(rng: Random, tool: str) -> dict[str, Any]:
    drawn: dict[str, dict[str, Any]] = {
        "search": {"query": texts.plain(rng), **({"limit": rng.randint(0, 2)} if rng.random() < 0.6 else {})},
        "add": {"a": rng.choice([0.5, 1.25, -3.5]), "b": rng.choice([0.25, 10.125])},
        "lookup": {"key": texts.plain(rng), **({"deep": True} if rng.random() < 0.5 else {})},
        "say": {"text": texts.text(rng)},
        "nothing": {},
    }
    return drawn[tool]


def recorded_calls(adapter: dspy.Adapter, lm: ScriptedLM, watcher: Watcher, drawn: DrawnSignature) -> list[Vector]:
    last = len(lm.requests) - 1
    return [
        {
            "predictor": "extract.predict" if index == last else "react",
            "signature": recorded_signature(asked["signature"], drawn),
            "inputs": spelled(asked["inputs"]),
            "messages": request["messages"],
            "reply": lm.replies[index],
            "parsed": spelled(adapter.parse(asked["signature"], lm.replies[index])),
        }
        for index, (request, asked) in enumerate(zip(lm.requests, watcher.formats, strict=True))
    ]


def recorded_signature(signature: type[dspy.Signature], drawn: DrawnSignature) -> dict[str, Any]:
    """A predictor's signature, whole, as vectors write signatures."""

    def kind(name: str, info: Any) -> Kind:
        if name == "next_tool_name":
            return Kind(f"Literal[{', '.join(map(repr, info.annotation.__args__))}]", lambda _: None)
        known = {**drawn.inputs, **drawn.outputs}
        return known[name] if name in known else Kind(REACT_TYPES.get(name, "str"), lambda _: None)

    inputs = {name: kind(name, info) for name, info in signature.input_fields.items()}
    outputs = {name: kind(name, info) for name, info in signature.output_fields.items()}
    return DrawnSignature(inputs, outputs, signature.instructions).record()
