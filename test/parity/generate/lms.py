"""Scripted language models: replies in, requests out; nothing leaves the process."""

import copy
from typing import Any

import dspy
from pydantic import BaseModel


class ScriptedLM(dspy.BaseLM):
    """Gives its replies in order, the last one for ever, and keeps what it was asked."""

    def __init__(self, replies: list[Any] | None = None, model: str = "scripted/model", **kwargs: Any) -> None:
        super().__init__(model, **{"cache": False, **kwargs})
        self.replies = replies or [""]
        self.requests: list[dict[str, Any]] = []

    def __call__(self, *_: Any, messages: Any = None, **kwargs: Any) -> list[Any]:
        reply = self.replies[min(len(self.requests), len(self.replies) - 1)]
        self.requests.append({"messages": copy.deepcopy(messages), **kwargs})
        return [reply]


class CapableLM(ScriptedLM):
    """A scripted model that says what it supports."""

    def __init__(self, capabilities: dict[str, Any], reply: Any) -> None:
        super().__init__([reply], capabilities["model"])
        self.capabilities = capabilities

    @property
    def supports_function_calling(self) -> bool:
        return self.capabilities["functionCalling"]

    @property
    def supports_reasoning(self) -> bool:
        return self.capabilities["reasoning"]

    @property
    def supports_response_schema(self) -> bool:
        return self.capabilities["responseSchema"]

    @property
    def supported_params(self) -> set[str]:
        return {"response_format"}


def response_format(asked: Any) -> dict[str, Any] | None:
    """How a request's response format is recorded."""
    if asked is None:
        return None
    if isinstance(asked, type) and issubclass(asked, BaseModel):
        return {"kind": "schema", "schema": asked.model_json_schema()}
    return {"kind": asked["type"]}
