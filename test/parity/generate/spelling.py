"""Python values in the JSON spelling that a TypeScript user writes."""

import math
from collections.abc import Mapping
from enum import Enum
from typing import Any

import dspy
from dspy.adapters.types.tool import ToolCallResults, ToolCalls
from dspy.experimental import Citations, Document
from pydantic import BaseModel

SAFE_INTEGER = 2**53 - 1


class Unspellable(Exception):
    """A value that JSON in TypeScript cannot hold."""


def spelled(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        return {"$float": str(value)}
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > SAFE_INTEGER:
        raise Unspellable("integer beyond 2**53")
    if isinstance(value, str):
        return joined_surrogates(value)
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Enum):
        return spelled(value.value)
    if isinstance(value, Mapping):
        return {str(key): spelled(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [spelled(item) for item in value]
    if isinstance(value, BaseModel):
        return spelled_model(value)
    raise Unspellable(type(value).__name__)


def joined_surrogates(text: str) -> str:
    """The text as UTF-16 has it: DSPy may read an escaped pair as two characters, which JavaScript has as one."""
    try:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except UnicodeDecodeError:
        raise Unspellable("lone surrogate") from None


def spelled_model(value: BaseModel) -> Any:
    match value:
        case dspy.Code():
            return value.code
        case dspy.Reasoning():
            return value.content
        case dspy.Audio():
            return {"data": value.data, "format": value.audio_format}
        case dspy.File():
            return present(data=value.file_data, fileId=value.file_id, filename=value.filename)
        case Document():
            return present(data=value.data, title=value.title, mediaType=value.media_type, context=value.context)
        case dspy.Tool():
            return spelled_tool(value)
        case ToolCalls():
            return spelled_tool_calls(value)
        case ToolCallResults():
            return spelled_results(value)
        case Citations():
            return {"citations": [spelled_citation(citation) for citation in value.citations]}
        case _:
            return {name: spelled(getattr(value, name)) for name in type(value).model_fields}


def spelled_tool(tool: dspy.Tool) -> dict[str, Any]:
    function = tool.format_as_litellm_function_call()["function"]
    return {name: spelled(function[name]) for name in ("name", "description", "parameters")}


def spelled_tool_calls(value: ToolCalls) -> dict[str, Any]:
    calls = [{**present(id=call.id), "name": call.name, "args": spelled(call.args)} for call in value.tool_calls]
    if value.tool_call_results is None:
        return {"toolCalls": calls}
    return {"toolCalls": calls, "toolCallResults": spelled(value.tool_call_results)}


def spelled_results(value: ToolCallResults) -> list[dict[str, Any]]:
    return [
        {
            "callId": result.call_id,
            "name": result.name,
            "value": spelled(result.value),
            "isError": result.is_error,
        }
        for result in value.tool_call_results
    ]


def spelled_citation(citation: Citations.Citation) -> dict[str, Any]:
    return present(
        type=citation.type,
        citedText=citation.cited_text,
        documentIndex=citation.document_index,
        documentTitle=citation.document_title,
        startCharIndex=citation.start_char_index,
        endCharIndex=citation.end_char_index,
        supportedText=citation.supported_text,
    )


def present(**properties: Any) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value is not None}
