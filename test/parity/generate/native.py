"""native: whole adapter calls, where tools, reasoning and citations go by the provider's own means."""

import json
from random import Random
from typing import Any

import dspy

from . import texts
from .drawn import DrawnSignature, Values, spelled_values
from .formats import add_history
from .kinds import SCALARS, Kind, ordinary
from .lms import CapableLM, response_format
from .recording import Skipped, Vector
from .special import CITATIONS, MEDIA, REASONING, TOOL_CALLS, TOOLS, call_args, citation, tool
from .spelling import present

MODELS = ["openai/gpt-4o-mini", "anthropic/claude-sonnet-4", "openai/gpt-5", "scripted/model"]
BROKEN_ARGUMENTS = ["", "{}", '{"query": "x",}', "{'limit': 3}", '{"city": "Par', "not json", "[1]", '{"deep": True}']


def native_vector(rng: Random) -> tuple[str, Vector]:
    name = rng.choice(["chat", "json"])
    drawn = draw_native_signature(rng)
    capabilities = draw_capabilities(rng, drawn)
    demos, inputs = drawn.draw_demos(rng, most=1), drawn.draw_inputs(rng, missing=0)
    if rng.random() < (0.6 if "calls" in drawn.outputs else 0.2):
        demos = add_history(rng, drawn, demos, inputs, native=True)
    lm_kwargs = {"reasoning_effort": rng.choice(["high", "minimal", None])} if rng.random() < 0.15 else {}
    reply = draw_reply(rng, name, drawn, capabilities)
    lm = CapableLM(capabilities, lm_output(reply))
    result = called(new_adapter(name), lm, dict(lm_kwargs), drawn, demos, inputs)
    if not lm.requests:
        raise Skipped(f"before the request: {result['error']}")
    return name, {
        "adapter": name,
        "signature": drawn.record(),
        "capabilities": capabilities,
        "lmKwargs": lm_kwargs,
        "demos": [spelled_values(demo) for demo in demos],
        "inputs": spelled_values(inputs),
        "reply": reply,
        "request": recorded_request(lm.requests[0]),
        "calls": len(lm.requests),
        **result,
    }


def new_adapter(name: str) -> dspy.Adapter:
    if name == "json":
        return dspy.JSONAdapter()
    return dspy.ChatAdapter(use_native_function_calling=True, use_json_adapter_fallback=False)


def draw_native_signature(rng: Random) -> DrawnSignature:
    inputs: dict[str, Kind] = {"question": SCALARS[0]}
    outputs: dict[str, Kind] = {}
    feature = rng.choice(["tools", "tools", "reasoning", "citations", "tools and reasoning"])
    if "tools" in feature:
        inputs["tools"] = TOOLS if rng.random() < 0.85 else Kind("Tool", tool)
        outputs["calls"] = TOOL_CALLS
    if "reasoning" in feature:
        outputs["thinking"] = REASONING
    if feature == "citations":
        inputs["documents"] = rng.choice([MEDIA[3], Kind("list[Document]", lambda rng: [MEDIA[3].value(rng)])])
        outputs["sources"] = CITATIONS
    if feature != "tools" or rng.random() < 0.7:
        outputs["answer"] = rng.choice([SCALARS[0], SCALARS[0], ordinary(rng)])
    fields = list(outputs.items())
    rng.shuffle(fields)
    return DrawnSignature(inputs, dict(fields), texts.instructions(rng) if rng.random() < 0.4 else None)


def draw_capabilities(rng: Random, drawn: DrawnSignature) -> dict[str, Any]:
    model = rng.choice(MODELS)
    if "sources" in drawn.outputs and rng.random() < 0.7:
        model = MODELS[1]
    return {
        "functionCalling": rng.random() < 0.85,
        "reasoning": rng.random() < 0.7,
        "responseSchema": rng.random() < 0.5,
        "model": model,
    }


def draw_reply(rng: Random, adapter: str, drawn: DrawnSignature, capabilities: dict[str, Any]) -> dict[str, Any]:
    """What the model gives back; its text mostly as the adapter asked for it."""
    reply: dict[str, Any] = {"text": reply_text(rng, adapter, drawn, capabilities)}
    if "calls" in drawn.outputs and capabilities["functionCalling"] and rng.random() < 0.7:
        reply["toolCalls"] = [drawn_call(rng, index) for index in range(rng.choice([1, 1, 2]))]
        if rng.random() < 0.5:
            reply["text"] = rng.choice([None, "", "Let me look that up."])
    if capabilities["reasoning"] and rng.random() < 0.8:
        reply["reasoning"] = texts.text(rng)
    if "sources" in drawn.outputs and rng.random() < 0.8:
        reply["citations"] = [citation(rng).format() for _ in range(rng.randint(0, 2))]
    return reply


def reply_text(rng: Random, adapter_name: str, drawn: DrawnSignature, capabilities: dict[str, Any]) -> str | None:
    if rng.random() < 0.08:
        return rng.choice([None, "", "Nothing that reads as an answer."])
    adapter = new_adapter(adapter_name)
    signature = adapter._call_preprocess(CapableLM(capabilities, ""), {}, drawn.build(), {"tools": []})
    values = {name: value for name, value in drawn.draw_outputs(rng).items() if name in signature.output_fields}
    return adapter.format_assistant_message_content(signature, values)


def drawn_call(rng: Random, index: int) -> dict[str, Any]:
    arguments = rng.choice(BROKEN_ARGUMENTS) if rng.random() < 0.25 else json.dumps(call_args(rng), ensure_ascii=False)
    return {"id": f"call_{index}", "name": rng.choice(["search", "get_weather", "add"]), "arguments": arguments}


def lm_output(reply: dict[str, Any]) -> Any:
    """The reply as DSPy's models return it."""
    if list(reply) == ["text"]:
        return reply["text"]
    renamed = {"reasoning": "reasoning_content", "citations": "citations", "text": "text"}
    output = {renamed[key]: value for key, value in reply.items() if key in renamed}
    calls = [
        {"id": call["id"], "type": "function", "function": {"name": call["name"], "arguments": call["arguments"]}}
        for call in reply.get("toolCalls", [])
    ]
    return {**output, "tool_calls": calls} if calls else output


def called(
    adapter: dspy.Adapter, lm: CapableLM, lm_kwargs: Values, drawn: DrawnSignature, demos: list[Values], inputs: Values
) -> dict[str, Any]:
    try:
        [prediction] = adapter(lm, lm_kwargs, drawn.build(), demos, inputs)
    except Exception as error:
        return {"expected": None, "error": type(error).__name__}
    return {"expected": spelled_values(prediction), "error": None}


def recorded_request(request: dict[str, Any]) -> dict[str, Any]:
    return present(
        messages=request["messages"],
        tools=request.get("tools"),
        responseFormat=response_format(request.get("response_format")),
        reasoningEffort=request.get("reasoning_effort"),
    )
