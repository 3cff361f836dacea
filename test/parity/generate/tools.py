"""tools: how DSPy writes a tool, in a prompt and for a provider."""

from random import Random

from .recording import Vector
from .special import tool
from .spelling import spelled_tool


def tool_vector(rng: Random) -> tuple[str, Vector]:
    drawn = tool(rng)
    return "tool", {
        "tool": spelled_tool(drawn),
        "text": str(drawn),
        "functionCall": drawn.format_as_litellm_function_call(),
    }
