"""streams: replies cut into pieces in every way, and what DSPy's StreamListener tells of each field."""

import json
import re
from collections.abc import Callable
from random import Random
from types import SimpleNamespace
from typing import Any

import dspy
from dspy.adapters.utils import format_field_value
from dspy.streaming import StreamListener

from . import texts
from .drawn import DrawnSignature, Values
from .formats import ADAPTERS
from .kinds import SCALARS, Kind, list_of
from .recording import Vector, attempt

NAMES = ["answer", "reasoning", "query", "title", "summary", "judgement", "note", "a", "x1"]
WORDS = [
    "Paris", "the", "capital", "of", "France", "is", "42", "[", "]]", "[[", "[[ ##", "##", "## ]]", "<", "</", "< b",
    "> c", "{", "}", '"', "'", "\\", ",", ":", "naïve", "東京", "🗼", "e.g.", "a_b", "[x]", "f(x)", "x < y", "-", "`code`",
]  # fmt: skip
MARKUP = re.compile(r"[<>&\x00-\x08\x0b\x0c\x0e-\x1f]")
TEXT, NUMBER, TRUTH, LIST = SCALARS[0], Kind("int", lambda rng: rng.randint(-99, 9999)), SCALARS[3], list_of(SCALARS[0])


def stream_vector(rng: Random) -> tuple[str, Vector]:
    name = rng.choice(list(ADAPTERS))
    drawn = draw_outputs(rng, name)
    values = {field: value_of(rng, kind) for field, kind in drawn.outputs.items()}
    if name == "xml":
        # DSPy tells references as they are written, and reads nothing that is not well-formed.
        values = {field: MARKUP.sub("", value) if isinstance(value, str) else value for field, value in values.items()}
    reply = written_reply(rng, name, drawn, values)
    pieces = cut(rng, name, reply)
    signature = drawn.build()
    parsed = attempt("parse", lambda: ADAPTERS[name].parse(signature, reply))
    told = {field: listen(name, field, pieces) for field in drawn.outputs}
    fields = {field: settled(name, drawn, field, told[field], parsed[field]) for field in drawn.outputs}
    return name, {"adapter": name, "signature": drawn.record(), "pieces": pieces, "fields": fields}


def draw_outputs(rng: Random, adapter: str) -> DrawnSignature:
    names = rng.sample(NAMES, rng.choice([1, 1, 2, 2, 3]))
    others = [NUMBER, TRUTH, LIST] if adapter == "chat" else [NUMBER, TRUTH]
    outputs = {name: TEXT if rng.random() < 0.8 else rng.choice(others) for name in names}
    return DrawnSignature({"question": TEXT}, outputs)


def value_of(rng: Random, kind: Kind) -> Any:
    if kind is not TEXT:
        return [text_of(rng) for _ in range(rng.randint(0, 3))] if kind is LIST else kind.value(rng)
    return text_of(rng) if rng.random() < 0.8 else texts.text(rng)


def text_of(rng: Random) -> str:
    return "".join(rng.choice(WORDS) + rng.choice([" ", " ", " ", "", "\n", "\n\n"]) for _ in range(rng.randint(1, 12)))


def written_reply(rng: Random, adapter: str, drawn: DrawnSignature, values: Values) -> str:
    if adapter == "json":
        return json.dumps(values, ensure_ascii=rng.random() < 0.2, indent=rng.choice([None, None, 2]))
    signature = drawn.build()
    shown = {field: format_field_value(signature.output_fields[field], value) for field, value in values.items()}
    if adapter == "xml":
        return rng.choice(["\n", "\n\n"]).join(f"<{field}>\n{value}\n</{field}>" for field, value in shown.items())
    sections = [f"[[ ## {field} ## ]]\n{value}" for field, value in shown.items()]
    return "\n\n".join([*sections, "[[ ## completed ## ]]"]) + rng.choice(["", "\n"])


def cut(rng: Random, adapter: str, reply: str) -> list[str]:
    """The reply by characters, in tokens, in pieces of some length, or cut within one marker."""
    way = rng.choice(["characters", "tokens", "tokens", "lengths", "markers", "markers"])
    if way == "characters":
        return list(reply)
    if way == "tokens":
        return re.findall(r"\s?\w{1,6}|\s|[^\w\s]{1,3}", reply)
    if way == "lengths":
        return by_length(reply, lambda: rng.randint(1, rng.choice([3, 8, 30])))
    marker = {"chat": r"\[\[ ## \w+ ## \]\]", "json": r'"\w+":|",|"\}', "xml": r"</?\w+>"}[adapter]
    cuts = sorted({rng.randint(found.start(), found.end()) for found in re.finditer(marker, reply)} | {0, len(reply)})
    return [reply[start:end] for start, end in zip(cuts, cuts[1:])]


def by_length(reply: str, length: Callable[[], int]) -> list[str]:
    pieces = []
    while reply:
        size = length()
        pieces.append(reply[:size])
        reply = reply[size:]
    return pieces


def listen(adapter: str, field: str, pieces: list[str]) -> list[Any]:
    """What a listener says of the pieces, its last words included."""
    listener = StreamListener(signature_field_name=field, predict_name="self")
    with dspy.context(adapter=ADAPTERS[adapter]):
        said = [attempt("listen", lambda piece=piece: listener.receive(chunk(piece))) for piece in pieces]
        said.append(attempt("finalize", listener.finalize))
    return [one for one in said if one is not None]


def chunk(piece: str) -> Any:
    """What of LiteLLM's chunk a listener looks at."""
    return SimpleNamespace(choices=[SimpleNamespace(delta=SimpleNamespace(content=piece))])


def settled(adapter: str, drawn: DrawnSignature, field: str, said: list[Any], parsed: Any) -> dict[str, Any]:
    """The field's text as it should be told, and what DSPy told: at times it tells of markers, or nothing."""
    told = "".join(one.chunk or "" for one in said)
    shown = format_field_value(drawn.build().output_fields[field], parsed)
    text = json.dumps(parsed) if adapter == "json" and not isinstance(parsed, str) else str(shown)
    is_once = [one.is_last_chunk for one in said].count(True) == 1
    is_same = (json_text(told) if adapter == "json" else told.strip()) == text
    return {"text": text, "told": told, "same": is_once and is_same}


def json_text(told: str) -> str | None:
    """A listener to JSON tells the value as it is written, and at times a comma and a quote behind it."""
    try:
        value, end = json.JSONDecoder().raw_decode(told.strip())
    except ValueError:
        return None
    if re.fullmatch(r'[\s,"}]*', told.strip()[end:]) is None:
        return None
    return value if isinstance(value, str) else json.dumps(value)
