"""parse: replies, right and mutated, and what DSPy reads from them."""

import json
import re
from collections.abc import Callable
from functools import partial
from random import Random
from typing import Any

import dspy
from dspy.adapters.utils import format_field_value, serialize_for_json

from .drawn import DrawnSignature, draw_signature, spelled_values
from .formats import ADAPTERS
from .kinds import SCALARS, Kind, ordinary
from .recording import Skipped, Vector, attempt
from .special import CODE_KINDS, MEDIA, REASONING, TOOL_CALLS

Mutation = Callable[[Random, str], str]

ODD_NUMBERS = [
    "3", "3.0", " 3 ", "-7", "+7", "1e3", "1,234.5", "95%", "0x10", "1_000", "three", '"3"', "'2'", "3 apples",
    "NaN", "Infinity", "1.0e400", "9007199254740991", "007", "1.", ".5", "True", "[3]", "3\n", "**3**", "$5", "1/2",
    "-0", "null", "",
]  # fmt: skip
ODD_BOOLEANS = [
    "yes",
    "no",
    "True",
    "false",
    "TRUE",
    "y",
    "off",
    "on",
    "1",
    "0",
    "2",
    "1.0",
    '"true"',
    "true.",
    "None",
    "",
    "[true]",
    "t",
]
ODD_CHOICES = [
    "Literal['billing']", "str[billing]", "billing", "Billing", " billing ", '"billing"', "'technical'", "RED",
    "Color.RED", "dark blue", "DARK_BLUE", "low", "HIGH", "2", "2.0", "'2'", "it's", '"it\'s"', "plain", "x",
    "True", "None", "", "été",
]  # fmt: skip
ODD_STRUCTURES = [
    "[1, 2]", "[1, 2", "(1, 2)", "{'a': 1}", '{"a": 1,}', '{"a": null}', "[]", "{}", "- a\n- b", "a, b",
    "```json\n[1]\n```", "null", "None", '["a", "b"]', "['a', 'b']", '[1, "a"]', '{"name": "Ann", "age": "7"}',
    '{"street": "x", "zip_code": 5}', "[[1], [2]]", "[true, null]", '{"sku": "A", "quantity": -1, "price": 2}',
    '[{"sku": "A", "quantity": 1, "price": "2.5"}]', "[True, None]", "// c\n[1]", "", "a",
    '{"street": "x", "zip_code": "y", "extra": 1}', '{"name": "Al", "age": 7.0, "tags": null}',
    '{"sku": "A", "quantity": 2, "price": 3}', '["red", "DARK_BLUE"]', '{"a": "low"}', '[0.5, "1"]', '"[1, 2]"',
    '{"a": {"b": [1, 2.0, "x"]}}', "[1] [2]", '[{"a": 1}, {"b": 2}]', "(1,)",
]  # fmt: skip
ODD_TEXTS = [
    "", " ", "None", "null", "'quoted'", '"quoted"', "```\ntext\n```", "<b>x</b>", "a & b", "3", "3.0", "true",
    "[1, 2]", '{"a": 1}', "“curly”", "\\n", '"a\\nb"', "it's", "two\n\nlines", "  padded  ", "\tx", "{",
    "[[ ## nothing ## ]]", "a: b", "N/A", "\x1c", "\x85x\u2028y",
]  # fmt: skip
CODE_VALUES = [
    "```python\nprint(1)\n```", "```\nx\n```", "```x = 1```", "```java\nint x;", "print(1)",
    "text\n```py\na\n```\nmore", '{"code": "x = 1"}', '{"code": 3}', "```a\nb\n``` ```c\nd\n```", '"quoted"',
    "[1, 2]", "{}", "3",
]  # fmt: skip
TOOL_CALL_VALUES = [
    '{"tool_calls": [{"name": "search", "args": {"query": "x"}}]}', '[{"name": "search", "args": {}}]',
    '{"tool_calls": []}', "[]", '{"name": "search", "args": {"limit": 3}}',
    '{"name": "search", "arguments": "{\\"query\\": \\"x\\"}"}',
    '{"tool_calls": [{"id": "c1", "type": "function", "function": {"name": "f", "arguments": "{\\"a\\": 1}"}}]}',
    '[{"function": {"name": "f", "arguments": {"a": [1]}}}]', '{"name": "search"}',
    '{"tool_calls": [{"name": "f"}]}', "null", "",
    '{"tool_calls": [{"call_id": "c2", "name": "f", "args": {"a": null}}]}',
    '{"tool_calls": {"name": "f", "args": {}}}', "search",
    '```json\n{"tool_calls": [{"name": "f", "args": {"x": 0.5}}]}\n```', "{'name': 'f', 'args': {'x': True}}",
    '{"function": 3}', '{"tool_calls": [{"name": "f", "args": "{broken"}]}',
    '{"tool_calls": [{"name": "f", "args": {}}], "tool_call_results": null}', '{"name": "f", "args": [1]}',
    '{"name": 3, "args": {}}', '[{"name": "f", "args": {}}, {"x": 1}]',
]  # fmt: skip
REASONING_VALUES = [
    "Because.",
    '{"content": "x"}',
    '{"content": 3}',
    '{"other": 1}',
    "[1]",
    "3",
    "",
    '"quoted"',
    "two\nlines",
]
IMAGE_VALUES = [
    '{"url": "https://example.com/a.png"}', "https://example.com/a.png", "data:image/png;base64,iVBORw0KGgo=",
    '{"url": 3}', "not a url", '"https://example.com/a.png"', '{"image_url": {"url": "x"}}',
]  # fmt: skip


ODD_BY_TYPE = {
    r".*Code": CODE_VALUES,
    "ToolCalls": TOOL_CALL_VALUES,
    "Reasoning": REASONING_VALUES,
    "Image": IMAGE_VALUES,
    r"(Optional\[)?(str|Any)\b": ODD_TEXTS,
    r"(Optional\[|Union\[)?(int|float)\b": ODD_NUMBERS,
    r"(Optional\[|Union\[)?bool\b": ODD_BOOLEANS,
    r"(Optional\[|Union\[)?(Literal|Color|Priority)\b": ODD_CHOICES,
}


def parse_vector(rng: Random) -> tuple[str, Vector]:
    name = rng.choice(list(ADAPTERS))
    drawn = draw_signature(rng, kind_of=lambda rng: rng.choice(SCALARS), output_kind_of=output_kind, most=2)
    drawn.instructions, drawn.descriptions, drawn.constraints = None, {}, {}
    completion = draw_completion(rng, name, drawn)
    return name, {
        "adapter": name,
        "signature": drawn.record(),
        "completion": completion,
        **parsed(ADAPTERS[name], drawn.build(), completion),
    }


def output_kind(rng: Random) -> Kind:
    return (
        rng.choice([*CODE_KINDS, TOOL_CALLS, TOOL_CALLS, REASONING, MEDIA[0]]) if rng.random() < 0.15 else ordinary(rng)
    )


def parsed(adapter: dspy.Adapter, signature: type[dspy.Signature], completion: str) -> dict[str, Any]:
    try:
        values = adapter.parse(signature, completion)
    except Exception as error:
        return {"expected": None, "error": type(error).__name__}
    return {"expected": spelled_values(values), "error": None}


def draw_completion(rng: Random, adapter: str, drawn: DrawnSignature) -> str:
    """A right reply, or one with odd values in some fields, or one mutated as a whole, or both."""
    signature = drawn.build()
    odd = 0.6 if rng.random() < 0.5 else 0.0
    parts = {}
    for name, value in drawn.draw_outputs(rng).items():
        field = signature.output_fields[name]
        odd_text = rng.choice(odd_values(drawn.all_outputs[name])) if rng.random() < odd else None
        write = partial(FIELD_WRITERS[adapter], rng, name, field, value, odd_text)
        parts[name] = attempt("reply", write)
    text = assembled(adapter, list(parts.values()))
    for _ in range(rng.choice([0, 0, 1, 1, 2] if odd == 0 else [0, 0, 1])):
        text = rng.choice(MUTATIONS[adapter])(rng, text)
    if len(text) > 4000:
        raise Skipped("a very long reply")
    return text


def odd_values(kind: Kind) -> list[str]:
    """Odd things that a model may give for a type."""
    for pattern, values in ODD_BY_TYPE.items():
        if re.match(pattern, kind.spec):
            return values
    return ODD_STRUCTURES


def chat_field(_: Random, name: str, field: Any, value: Any, odd: str | None) -> str:
    return f"[[ ## {name} ## ]]\n{format_field_value(field, value) if odd is None else odd}"


def json_field(rng: Random, name: str, _: Any, value: Any, odd: str | None) -> str:
    text = json.dumps(serialize_for_json(value), ensure_ascii=rng.random() < 0.2)
    if odd is not None:
        text = odd if rng.random() < 0.6 and odd.strip() else json.dumps(odd, ensure_ascii=False)
    return f"{json.dumps(name, ensure_ascii=False)}: {text}"


def xml_field(rng: Random, name: str, field: Any, value: Any, odd: str | None) -> str:
    if odd is None:
        return ADAPTERS["xml"].format_field_with_value({_FieldAndName(name, field): value})
    escaped = odd.replace("&", "&amp;").replace("<", "&lt;") if rng.random() < 0.8 else odd
    return f"<{name}>{escaped}</{name}>"


class _FieldAndName:
    """What adapters take a field by: its name and its information."""

    def __init__(self, name: str, info: Any) -> None:
        self.name, self.info = name, info


FIELD_WRITERS = {"chat": chat_field, "json": json_field, "xml": xml_field}


def assembled(adapter: str, parts: list[str]) -> str:
    if adapter == "json":
        return "{" + ", ".join(parts) + "}"
    return "\n\n".join(parts) + ("\n\n[[ ## completed ## ]]\n" if adapter == "chat" else "")


def replaced(pattern: str, new: str, flags: re.RegexFlag = re.NOFLAG) -> Mutation:
    """Replaces one match, at random, of a pattern; `\\g<0>` in the new text is the match."""

    def mutate(rng: Random, text: str) -> str:
        matches = list(re.finditer(pattern, text, flags))
        if not matches:
            return text
        match = rng.choice(matches)
        return text[: match.start()] + match.expand(new) + text[match.end() :]

    return mutate


def truncated(rng: Random, text: str) -> str:
    return text[: rng.randint(0, max(0, len(text) - 1))]


def wrapped(before: str, after: str) -> Mutation:
    return lambda _, text: before + text + after


def blocks_changed(separator: str) -> Mutation:
    """Swaps, drops or doubles one of the text's blocks."""

    def mutate(rng: Random, text: str) -> str:
        blocks = text.split(separator)
        place = rng.randrange(len(blocks))
        change = rng.choice(["swap", "drop", "double", "double"])
        if change == "swap":
            rng.shuffle(blocks)
        elif change == "drop":
            del blocks[place]
        else:
            blocks.append(blocks[place])
        return separator.join(blocks)

    return mutate


def char_dropped(rng: Random, text: str) -> str:
    place = rng.randrange(len(text)) if text else 0
    return text[:place] + text[place + 1 :]


ANY_REPLY: list[Mutation] = [
    truncated,
    char_dropped,
    wrapped("Sure, here it is:\n\n", ""),
    wrapped("", "\n\nHope this helps!"),
    wrapped("  \n", "\n\n "),
    wrapped("```\n", "\n```"),
    lambda _, text: text.replace("\n", "\r\n"),
    replaced(r" ", "  "),
    replaced(r"\n", "\u2028"),
]
HEADER = r"\[\[ ## (\w+) ## \]\]"
CHAT: list[Mutation] = [
    *ANY_REPLY,
    blocks_changed("\n\n"),
    replaced(HEADER + r"\n", r"[[ ## \1 ## ]] "),
    replaced(HEADER, r"  [[ ## \1 ## ]]"),
    replaced(HEADER, r"[[ ##\1## ]]"),
    replaced(HEADER, r"**[[ ## \1 ## ]]**"),
    replaced(HEADER, r"[[ ## \1 ## ]]]"),
    replaced(HEADER, r"\1:"),
    replaced(HEADER, r"text [[ ## \1 ## ]]"),
    replaced(HEADER, r"[[ ## other ## ]]\nunknown\n\n\g<0>"),
    replaced(HEADER + r"\n", ""),
    replaced(HEADER, r"\t\g<0>\tafter"),
    lambda _, text: text.replace("[[ ## completed ## ]]", ""),
    lambda _, text: text.replace("\n\n[[", " [["),
    lambda _, text: re.sub(HEADER, lambda match: match.group(0).upper(), text),
]
JSON: list[Mutation] = [
    *ANY_REPLY,
    blocks_changed(", "),
    wrapped("```json\n", "\n```"),
    wrapped("[", "]"),
    wrapped('{"response": ', "}"),
    wrapped("Answer: ", " (done)"),
    lambda _, text: text[:-1] + ",}",
    lambda _, text: text[:-1],
    lambda _, text: text.replace('"', "'"),
    lambda _, text: text.replace("true", "True").replace("null", "None"),
    lambda _, text: text.replace(": ", ":\n  "),
    lambda _, text: text + text,
    lambda _, text: text + "\n" + '{"x": 1}',
    replaced(r'"(\w+)":', r"\1:"),
    replaced(r'"(\w+)":', r'"\1" = '),
    replaced(r", ", " "),
    replaced(r", ", ", // a comment\n"),
    replaced(r", ", ", /* a comment */ "),
    replaced(r", ", ', "extra": [1, {"a": 2}], '),
    replaced(r'"', ""),
    replaced(r'"', "“"),
    replaced(r'"', r'\\"'),
    replaced(r"[\]}]", ""),
    replaced(r"\\n", "\n"),
    replaced(r'"([a-z]+)"', r'"\1 "inner" \1"'),
]
TAG = r"<(\w+)>"
XML: list[Mutation] = [
    *ANY_REPLY,
    blocks_changed("\n\n"),
    blocks_changed("><"),
    replaced(TAG, r'<\1 type="x">'),
    replaced(TAG, r"<\1 >"),
    replaced(TAG, r"< \1>"),
    replaced(TAG, ""),
    replaced(r"</\w+>", ""),
    replaced(TAG, r"<\1/>\n\g<0>"),
    replaced(TAG, r"\g<0><!-- a comment -->"),
    replaced(TAG, r"<?pi data?>\g<0>"),
    replaced(TAG, r"\g<0>\n<b>bold</b> & more"),
    replaced(TAG, r"\g<0><i>in</i>tail"),
    replaced(TAG, r"\g<0>&lt;x&gt; &amp;amp; &#65;&#x42; &quot;"),
    replaced(TAG, r"\g<0>&nbsp;"),
    replaced(TAG, r"<extra>1</extra>\g<0>"),
    replaced(TAG + r"([^<]*)</\1>", r"<\1><![CDATA[\2]]></\1>"),
    replaced(TAG + r"([^<]*)</\1>", r"<\1><\1>\2</\1></\1>"),
    replaced(TAG + r"([^<]*)</\1>", r"\g<0>\n\g<0>"),
    replaced(TAG + r"([^<]*)</\1>", r'<entry key="\1">\2</entry>'),
    replaced(r"<item>", r"<element>"),
    wrapped("<answer>", "</answer>"),
    wrapped('<?xml version="1.0"?>\n', ""),
    wrapped("<!DOCTYPE x>\n", ""),
    wrapped("```xml\n", "\n```"),
    wrapped("", "\x00"),
    lambda _, text: re.sub(r"<(/?\w+)", lambda match: match.group(0).upper(), text),
]
MUTATIONS = {"chat": CHAT, "json": JSON, "xml": XML}
