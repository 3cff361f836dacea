"""streaming: what a StreamListener tells of a reply that comes in pieces."""

import json
import re
from random import Random
from typing import Any

import dspy
from dspy.streaming import StreamListener
from litellm.types.utils import Delta, ModelResponseStream, StreamingChoices

from . import texts
from .drawn import DrawnSignature
from .formats import ADAPTERS
from .kinds import TEXT
from .recording import Skipped, Vector, attempt

OUTPUTS = [["answer"], ["answer"], ["title", "summary"], ["answer", "text"], ["label", "notes", "q"]]
# `@` stands for the name of a field.
NEAR_MARKERS = [
    "", " ", "[[", "a [[ b", "[[ ##", "x [[ ## y", "[[1]] and [[2]]", "[[ ## @", "see [[ ## @ ## ]] there",
    "see [[ ## other ## ]]\nthere", "]] ## [[", "a[0] = b[[1, 2]]", "# heading\n## two\n\n[[", "[", "ends with [",
    "</", "a </ b", "<@", "see </b> there", "1 < 2 </", "<b>bold</b> and plain", "it is <@>", "a > b", "x <", "<",
    "{", "}", "{}", 'say {"@": 1}', "if (x) { y } else { z }", "ends with }", "{ never closed", '"}', '",', '": "',
    'she said "yes", twice', 'a "quoted" word', '"', '\\"', "back\\slash", "C:\\new\\table", 'end with \\"',
    '"@": "me"', '"@":', "one\ntwo\n\nthree", "\n\nboth ends\n\n", "  padded  ", "tab\there", "a & b", "&amp; &lt;",
    "naïve café", "東京 🗼", "👩\u200d👩\u200d👧 🇫🇷", "line\u2028separator", "ends in a break\n", "one\r\ntwo",
]  # fmt: skip
PLAIN = [
    "Paris", "Because it is wet.", "The capital of France is Paris.", "42", "two words", "A first line.\nA second.",
    "Clouds bring rain, and rain brings growth; so it goes on.",
]  # fmt: skip
MARKERS = {
    "chat": re.compile(r"\[\[ ## \w+ ## \]\]"),
    "json": re.compile(r'[{,]?\s*"\w+":\s*"|"\s*\}'),
    "xml": re.compile(r"</?\w+>"),
}
# About where tokenizers cut: line breaks go with the signs before them, a space with what follows.
TOKEN = re.compile(r"\s?\w+|\s?[^\w\s]{1,3}\n*|\s+")


def streaming_vector(rng: Random) -> tuple[str, Vector]:
    name = rng.choice(list(ADAPTERS))
    drawn = DrawnSignature(
        {"question": TEXT}, dict.fromkeys(rng.choice(OUTPUTS), TEXT), chain_of_thought=rng.random() < 0.3
    )
    signature = drawn.build()
    reply = draw_reply(rng, name, signature)
    parsed = attempt("parse", lambda: ADAPTERS[name].parse(signature, reply))
    cut, chunks = draw_chunks(rng, name, reply)
    field = rng.choice(list(drawn.all_outputs))
    return name, {
        "adapter": name,
        "signature": drawn.record(),
        "field": field,
        "cut": cut,
        "chunks": chunks,
        **listened(ADAPTERS[name], field, chunks),
        "parsed": parsed,
    }


def draw_reply(rng: Random, adapter: str, signature: type[dspy.Signature]) -> str:
    names = list(signature.output_fields)
    values = {name: draw_value(rng, names) for name in names}
    reply = ADAPTERS[adapter].format_assistant_message_content(signature, values)
    roll = rng.random()
    if adapter == "json" and roll < 0.5:
        reply = json.dumps(values, ensure_ascii=roll < 0.3, indent=rng.choice([None, None, 2]))
    if adapter == "xml" and roll < 0.4:
        # As most models write it: nothing escaped.
        reply = "\n".join(f"<{name}>{value}</{name}>" for name, value in values.items())
    if adapter == "chat" and roll < 0.15:
        reply = reply.replace("[[ ## completed ## ]]", "").rstrip()
    if rng.random() < 0.1:
        return f"Sure, here it is:\n{reply}"
    return reply


def draw_value(rng: Random, names: list[str]) -> str:
    roll = rng.random()
    if roll < 0.3:
        return rng.choice(PLAIN)
    drawn = rng.choice(NEAR_MARKERS)
    if roll > 0.75:
        drawn = rng.choice(PLAIN) + rng.choice([" ", "\n"]) + drawn + rng.choice(["", " "]) + texts.plain(rng)
    return drawn.replace("@", rng.choice(names))


def draw_chunks(rng: Random, adapter: str, reply: str) -> tuple[str, list[str]]:
    """The reply in pieces, and how they were cut."""
    roll = rng.random()
    if roll < 0.36:
        # The same place in every marker: before it, within it, behind it.
        offset = rng.randint(0, 24)
        marks = MARKERS[adapter].finditer(reply)
        return f"in markers, {offset}", split_at(reply, [min(mark.start() + offset, mark.end()) for mark in marks])
    if roll < 0.66:
        return "tokens", TOKEN.findall(reply)
    if roll < 0.9:
        size = rng.choice([1, 2, 3, 3, 5, 8])
        return f"by {size}", split_at(reply, list(range(size, len(reply), size)))
    if roll < 0.97:
        return "at random", split_at(reply, rng.choices(range(1, len(reply)), k=rng.randint(1, 24)))
    return "whole", [reply]


def split_at(text: str, positions: list[int]) -> list[str]:
    bounds = sorted({0, *positions, len(text)})
    return [text[start:end] for start, end in zip(bounds, bounds[1:], strict=False)]


def listened(adapter: dspy.Adapter, field: str, chunks: list[str]) -> dict[str, Any]:
    """What the listener tells; only the last piece can be marked as such."""
    listener = StreamListener(field)

    def run() -> list[Any]:
        with dspy.context(adapter=adapter):
            told = [listener.receive(as_response(chunk)) for chunk in chunks]
            return [piece for piece in [*told, listener.finalize()] if piece]

    pieces = attempt("listener", run)
    if any(piece.is_last_chunk for piece in pieces[:-1]):
        raise Skipped("a last piece before the last")
    return {
        "told": [piece.chunk for piece in pieces],
        "hasLast": bool(pieces) and pieces[-1].is_last_chunk,
    }


def as_response(chunk: str) -> ModelResponseStream:
    return ModelResponseStream(choices=[StreamingChoices(delta=Delta(content=chunk))])
