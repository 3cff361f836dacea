"""DSPy's own types: media, conversations, tools, code, reasoning, citations."""

from random import Random
from typing import Any

import dspy
from dspy.adapters.types.tool import ToolCallResults, ToolCalls
from dspy.experimental import Citations, Document

from . import texts
from .kinds import SCALARS, Kind, anything, boolean, dict_of, list_of, optional
from .named import NAMED_TYPES

URLS = [
    "https://example.com/cat.png", "https://example.com/a%20b.jpg?x=1&y=2", "data:image/png;base64,iVBORw0KGgo=",
    "data:image/svg+xml;base64,PHN2Zy8+", "gs://bucket/dir/photo.webp", "http://localhost:8080/x",
]  # fmt: skip
CODES = [
    "print(1)",
    "def f(x):\n    return x < 1 && 'a'\n",
    "",
    "SELECT * FROM t;",
    "int x = 0;\n\n// «done»\t",
    "`a`",
    " x ",
]
FILE_DATA = ["data:application/pdf;base64,JVBERi0=", "data:text/plain;base64,aGk="]
TOOL_NAMES = ["search", "get_weather", "lookupUser", "add", "send_mail", "f", "calc2"]


def image(rng: Random) -> dspy.Image:
    return dspy.Image(url=rng.choice(URLS))


def audio(rng: Random) -> dspy.Audio:
    return dspy.Audio(data=rng.choice(["UklGRg==", "SUQz"]), audio_format=rng.choice(["wav", "mp3", "flac"]))


def file(rng: Random) -> dspy.File:
    data, name = rng.choice(FILE_DATA), rng.choice(["report.pdf", 'the "final" one.txt', "naïve 東京.pdf"])
    choices = [{"file_data": data}, {"file_id": "file-abc123"}, {"file_data": data, "filename": name}]
    return dspy.File(**rng.choice([*choices, {"file_id": "file-9", "filename": name}]))


def document(rng: Random) -> Document:
    extras = {
        "title": rng.choice(["Facts", 'A "title"', ""]),
        "context": "from the handbook",
        "media_type": "application/pdf",
    }
    given = {name: value for name, value in extras.items() if rng.random() < 0.4}
    return Document(data=texts.text(rng), **given)


def code(rng: Random) -> dspy.Code:
    return dspy.Code(code=rng.choice(CODES))


def code_in(language: str) -> Kind:
    return Kind(f'Code["{language}"]', lambda rng: NAMED_TYPES[f"Code_{language}"](code=rng.choice(CODES)))


def citation(rng: Random) -> Citations.Citation:
    extras = {"document_title": rng.choice(["Guide", 'A "b"', ""]), "supported_text": texts.text(rng)}
    given = {name: value for name, value in extras.items() if rng.random() < 0.5}
    start = rng.randint(0, 20)
    return Citations.Citation(
        cited_text=texts.text(rng),
        document_index=rng.randint(0, 2),
        start_char_index=start,
        end_char_index=start + rng.randint(1, 30),
        **given,
    )


def citations(rng: Random) -> Citations:
    return Citations(citations=[citation(rng) for _ in range(rng.randint(0, 2))])


def parameter(rng: Random, depth: int = 1) -> dict[str, Any]:
    """A JSON Schema as a tool's argument has it."""
    shapes: list[dict[str, Any]] = [
        {"type": "string"},
        {"type": "integer"},
        {"type": "number"},
        {"type": "boolean"},
        {"type": "null"},
        {},
        {"type": "string", "enum": ["a", "it's", 'q"q']},
        {"type": "array", "items": {"type": "string"}},
        {"type": "array"},
        {"anyOf": [{"type": "integer"}, {"type": "null"}]},
        {"type": "integer", "minimum": 0, "maximum": 10},
        {"type": "object", "additionalProperties": {"type": "number"}},
        {"type": "object", "properties": {}, "additionalProperties": False},
    ]
    schema = dict(rng.choice(shapes))
    if depth and rng.random() < 0.2:
        inner = {texts.key(rng) or "k": parameter(rng, 0) for _ in range(2)}
        schema = {"properties": inner, "required": list(inner), "title": "Inner", "type": "object"}
    if rng.random() < 0.35:
        schema["description"] = rng.choice(
            [
                "what to look for",
                "it's one",
                'a "quoted" one',
                "both ' and \"",
                "two\nlines",
                "naïve 🗼\\",
                "nul\x00 \x1b \x85 \u2028 \xa0 \u200b",
            ]
        )
    if rng.random() < 0.35:
        schema["default"] = rng.choice(
            [None, True, False, 5, 0.5, "text", "it's", [], [1, None], {}, {"a": True}, 1e-7, "\ud7ff é"]
        )
    return schema


def tool(rng: Random) -> dspy.Tool:
    names = rng.sample(
        ["query", "limit", "city", "unit", "options", "deep", "x", "userId", "größe"], rng.choice([0, 1, 1, 2, 3])
    )
    descriptions = [
        "Searches the web.",
        "Two\nlines of it.",
        'Says "hi" & <bye>',
        "",
        "  padded ",
        "It's 東京 «x»",
        "a\r\nb",
    ]
    return dspy.Tool(
        func=lambda **_: None,
        name=rng.choice(TOOL_NAMES),
        desc=rng.choice(descriptions),
        args={name: parameter(rng) for name in names},
        arg_types={},
    )


def tools(rng: Random) -> list[dspy.Tool]:
    return [tool(rng) for _ in range(rng.choice([1, 1, 2]))]


def call_args(rng: Random) -> dict[str, Any]:
    return {name: anything(rng, 1) for name in rng.sample(["query", "limit", "city", "deep"], rng.randint(0, 2))}


def tool_calls(rng: Random, with_ids: bool = False) -> ToolCalls:
    ids = with_ids or rng.random() < 0.2
    calls = [
        {"name": rng.choice(TOOL_NAMES), "args": call_args(rng), **({"id": f"call_{index}"} if ids else {})}
        for index in range(rng.choice([0, 1, 1, 2]))
    ]
    return ToolCalls.from_dict_list(calls)


def answered_calls(rng: Random, with_ids: bool) -> ToolCalls:
    """Tool calls with the results they had."""
    calls = tool_calls(rng, with_ids)
    values = [anything(rng, 1) for _ in calls.tool_calls]
    errors = [boolean(rng) for _ in calls.tool_calls]
    results = ToolCallResults.from_tool_calls_and_values(calls, values, errors)
    return calls.model_copy(update={"tool_call_results": results})


MEDIA = [Kind("Image", image), Kind("Audio", audio), Kind("File", file), Kind("Document", document)]
TOOL_CALLS = Kind("ToolCalls", tool_calls)
TOOLS = Kind("list[Tool]", tools)
REASONING = Kind("Reasoning", lambda rng: dspy.Reasoning(content=texts.text(rng)))
CITATIONS = Kind("Citations", citations)
CODE_KINDS = [Kind("Code", code), code_in("java"), code_in("SQL"), code_in("TypeScript"), list_of(Kind("Code", code))]


def media(rng: Random) -> Kind:
    """A medium, alone or inside a container."""
    kind = rng.choice([MEDIA[0], *MEDIA])
    wrap = rng.choice([lambda kind: kind, lambda kind: kind, list_of, dict_of, optional])
    return wrap(kind)


def special_input(rng: Random) -> Kind:
    roll = rng.random()
    if roll < 0.3:
        return rng.choice(SCALARS)
    if roll < 0.7:
        return media(rng)
    if roll < 0.82:
        return rng.choice([TOOLS, Kind("Tool", tool)])
    return rng.choice([*CODE_KINDS, REASONING, CITATIONS, TOOL_CALLS])


def special_output(rng: Random) -> Kind:
    roll = rng.random()
    if roll < 0.35:
        return rng.choice([*SCALARS, list_of(SCALARS[0])])
    if roll < 0.55:
        return TOOL_CALLS
    return rng.choice([*CODE_KINDS, *CODE_KINDS, REASONING, CITATIONS, MEDIA[0], optional(CODE_KINDS[0])])
