"""state: programs as DSPy saves them, and the messages they send after loading."""

import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import dspy

from . import texts
from .kinds import floating, several
from .lms import ScriptedLM
from .named import dspy_signature
from .recording import Vector
from .special import image
from .spelling import spelled


class Two(dspy.Module):
    def __init__(self) -> None:
        super().__init__()
        self.draft = dspy.Predict("question -> draft")
        self.refine = dspy.ChainOfThought("question, draft -> answer, score: float")


class Inner(dspy.Module):
    def __init__(self) -> None:
        super().__init__()
        self.answer = dspy.ChainOfThought("question -> answer, score: float")


class Nested(dspy.Module):
    def __init__(self) -> None:
        super().__init__()
        self.steps = [dspy.Predict("question -> draft"), dspy.ChainOfThought("question, draft -> draft2")]
        self.tools = {"search": dspy.Predict("query -> results: list[str]")}
        self.inner = Inner()


class Media(dspy.Module):
    def __init__(self) -> None:
        super().__init__()
        self.describe = dspy.Predict(dspy_signature("photo: Image, notes: list[str] -> caption, tags: list[str]"))


PROGRAMS: dict[str, Callable[[], dspy.Module]] = {
    "predict": lambda: dspy.Predict("question -> answer"),
    "cot": lambda: dspy.ChainOfThought("question -> answer"),
    "two": Two,
    "nested": Nested,
    "media": Media,
}
DRAW_BY_TYPE: dict[Any, Callable[[Random], Any]] = {
    str: texts.text,
    float: floating,
    list[str]: lambda rng: several(rng, texts.text),
    dspy.Image: image,
}
PROBES = {str: "probe", list[str]: ["probe", "two"], dspy.Image: dspy.Image(url="https://example.com/probe.png")}


def state_vector(rng: Random) -> tuple[str, Vector]:
    name = rng.choice(list(PROGRAMS))
    program = PROGRAMS[name]()
    for _, predictor in program.named_predictors():
        change_predictor(rng, predictor)
    state = saved(program)
    if rng.random() < 0.3:
        del state["metadata"]
    loaded = PROGRAMS[name]()
    loaded.load_state(state, allow_unsafe_lm_state=True)
    predictors = dict(loaded.named_predictors())
    inputs = {path: probes(predictor) for path, predictor in predictors.items()}
    messages = {
        path: dspy.ChatAdapter().format(predictor.signature, predictor.demos, inputs[path])
        for path, predictor in predictors.items()
    }
    return name, {"program": name, "state": state, "inputs": spelled(inputs), "messages": messages}


def change_predictor(rng: Random, predictor: dspy.Predict) -> None:
    """What optimizers do to a predictor: demos, instructions, descriptions, prefixes, a model."""
    signature = predictor.signature
    predictor.demos = [draw_demo(rng, signature) for _ in range(rng.choice([0, 0, 1, 1, 2]))]
    if rng.random() < 0.6:
        signature = signature.with_instructions(texts.instructions(rng) or "Do it.")
    for field in signature.fields:
        if rng.random() < 0.2:
            signature = signature.with_updated_fields(field, desc=rng.choice(texts.DESCRIPTIONS))
        if rng.random() < 0.1:
            signature = signature.with_updated_fields(field, prefix=rng.choice(["Q:", "The Answer Is:", "名:", ""]))
    predictor.signature = signature
    if rng.random() < 0.2:
        predictor.lm = rng.choice(
            [ScriptedLM(temperature=0.5), dspy.LM("openai/gpt-4o-mini", temperature=0.25, max_tokens=99)]
        )


def draw_demo(rng: Random, signature: type[dspy.Signature]) -> dspy.Example:
    values = {name: DRAW_BY_TYPE[info.annotation](rng) for name, info in signature.fields.items()}
    if rng.random() < 0.25:
        values.pop(rng.choice(list(values)))
    if rng.random() < 0.1:
        values[rng.choice(list(signature.fields))] = None
    if rng.random() < 0.4:
        values = {"augmented": True, **values}
    return dspy.Example(**values)


def saved(program: dspy.Module) -> dict[str, Any]:
    """The program's state by way of a file, as DSPy saves it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "program.json"
        program.save(path)
        return json.loads(path.read_text(encoding="utf-8"))


def probes(predictor: dspy.Predict) -> dict[str, Any]:
    return {name: PROBES[info.annotation] for name, info in predictor.signature.input_fields.items()}
