"""The named types that specs use: the five of `vectors/types.json` and DSPy's own."""

import re
from enum import Enum
from typing import Any

import dspy
from dspy.adapters.types.tool import ToolCalls
from dspy.experimental import Citations, Document
from pydantic import BaseModel, Field


class Address(BaseModel):
    street: str
    zip_code: str


class Person(BaseModel):
    name: str
    age: int
    tags: list[str] = []
    nickname: str | None = None
    address: Address | None = None


class Item(BaseModel):
    sku: str = Field(description="stock keeping unit")
    quantity: int = Field(ge=0)
    price: float


class Color(Enum):
    RED = "red"
    GREEN = "green"
    DARK_BLUE = "dark blue"


class Priority(Enum):
    LOW = "low"
    HIGH = "high"


LANGUAGES = {f"Code_{language}": dspy.Code[language] for language in ("java", "python", "SQL", "TypeScript")}
NAMED_TYPES: dict[str, Any] = {
    "Address": Address,
    "Person": Person,
    "Item": Item,
    "Color": Color,
    "Priority": Priority,
    "Image": dspy.Image,
    "Audio": dspy.Audio,
    "File": dspy.File,
    "Document": Document,
    "History": dspy.History,
    "Code": dspy.Code,
    "Reasoning": dspy.Reasoning,
    "Tool": dspy.Tool,
    "ToolCalls": ToolCalls,
    "Citations": Citations,
    **LANGUAGES,
}


def dspy_signature(spec: str, instructions: str | None = None) -> type[dspy.Signature]:
    """The signature of a spec; DSPy reads `Code["java"]` only outside strings, so it gets a name there."""
    readable = re.sub(r'Code\["(\w+)"\]', r"Code_\1", spec)
    return dspy.Signature(readable, instructions, custom_types=NAMED_TYPES)


def annotation_of(type_spec: str) -> Any:
    return dspy_signature(f"-> x: {type_spec}").output_fields["x"].annotation
