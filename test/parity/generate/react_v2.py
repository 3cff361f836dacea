"""react-v2: whole runs of ReActV2, with tools called natively or in words, every request and reply of them."""

import json
from random import Random
from typing import Any

import dspy

from . import texts
from .drawn import DrawnSignature
from .kinds import SCALARS
from .lms import CapableLM
from .native import lm_output, new_adapter
from .react import OUTPUTS, TOOLS, draw_args
from .recording import Skipped, Vector, attempt
from .spelling import present, spelled, spelled_tool


class ConversationLM(CapableLM):
    """A model that says what it supports and has a reply for every call."""

    def __init__(self, capabilities: dict[str, Any], replies: list[Any]) -> None:
        super().__init__(capabilities, "")
        self.replies = replies


def react_v2_vector(rng: Random) -> tuple[str, Vector]:
    name = rng.choice(["chat", "json"])
    native = rng.random() < 0.7
    drawn = DrawnSignature({"question": SCALARS[0]}, rng.choice(OUTPUTS), texts.instructions(rng))
    tools = rng.sample(TOOLS, rng.randint(1, 3))
    react = dspy.ReActV2(drawn.build(), tools=tools, max_iters=4)
    capabilities = {
        "functionCalling": native,
        "reasoning": rng.random() < 0.3,
        "responseSchema": False,
        "model": "scripted/model",
    }
    adapter = new_adapter(name)
    # With tool messages for a model that cannot call tools, DSPy sends what servers refuse.
    adapter.use_native_function_calling = native
    replies = draw_replies(rng, adapter, react, drawn, tools, capabilities)
    lm = ConversationLM(capabilities, [lm_output(reply) for reply in replies])
    question = texts.text(rng)
    with dspy.context(lm=lm, adapter=adapter):
        prediction = attempt("react-v2", lambda: react(question=question))
    if prediction.termination_reason != "submit" or len(lm.requests) != len(replies):
        raise Skipped(f"ended by {prediction.termination_reason}")
    return name, {
        "adapter": name,
        "signature": drawn.record(),
        "instructions": react.react.signature.instructions,
        "tools": [spelled_tool(tool) for tool in react.tools.values()],
        "capabilities": capabilities,
        "inputs": {"question": question},
        "replies": replies,
        "requests": [
            present(messages=request["messages"], tools=request.get("tools")) for request in lm.requests
        ],
        "outputs": {name: spelled(prediction[name]) for name in drawn.outputs},
        "history": spelled(prediction.history.messages),
    }


def draw_replies(
    rng: Random,
    adapter: dspy.Adapter,
    react: dspy.ReActV2,
    drawn: DrawnSignature,
    tools: list[Any],
    capabilities: dict[str, Any],
) -> list[dict[str, Any]]:
    """A few turns of one or more calls, and a submit."""
    answer = {name: kind.value(rng) for name, kind in drawn.outputs.items()}
    turns = [
        [(tool.__name__, draw_args(rng, tool.__name__)) for tool in rng.choices(tools, k=rng.randint(1, 3))]
        for _ in range(rng.randint(0, 2))
    ]
    return [
        draw_reply(rng, adapter, react, capabilities, calls, turn)
        for turn, calls in enumerate([*turns, [("submit", answer)]])
    ]


def draw_reply(
    rng: Random,
    adapter: dspy.Adapter,
    react: dspy.ReActV2,
    capabilities: dict[str, Any],
    calls: list[tuple[str, dict[str, Any]]],
    turn: int,
) -> dict[str, Any]:
    signature = adapter._call_preprocess(CapableLM(capabilities, ""), {}, react.react.signature, {"tools": []})
    values = {
        "next_thought": texts.plain(rng),
        "tool_calls": {"tool_calls": [{"name": name, "args": args} for name, args in calls]},
    }
    told = {name: value for name, value in values.items() if name in signature.output_fields}
    reply: dict[str, Any] = {"text": adapter.format_assistant_message_content(signature, told) if told else ""}
    if capabilities["functionCalling"]:
        reply["toolCalls"] = [
            {"id": f"id_{turn}_{at}", "name": name, "arguments": json.dumps(args, ensure_ascii=False)}
            for at, (name, args) in enumerate(calls)
        ]
    if "next_thought" not in signature.output_fields:
        reply["reasoning"] = values["next_thought"]
    return reply
