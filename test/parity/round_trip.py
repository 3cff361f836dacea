"""The other half of python-round-trip.test.ts: saves a tuned program, or loads one and tells its prompts."""

import json
import sys

import dspy

IMAGE = "data:image/png;base64,iVBORw0KGgo="


class Describe(dspy.Module):
    def __init__(self):
        self.look = dspy.Predict(
            dspy.Signature(
                "photo: Image, tags: list[str] -> caption, score: float",
                custom_types={"Image": dspy.Image},
            )
        )
        self.steps = [dspy.ChainOfThought("question -> answer"), dspy.Predict("answer -> verdict: bool")]


def tuned() -> Describe:
    program = Describe()
    program.look.signature = program.look.signature.with_instructions("Describe the photo.\n\nBe brief — 東京.")
    program.look.demos = [
        dspy.Example(photo=dspy.Image(IMAGE), tags=["a", "b"], caption="A dot.", score=3.0, augmented=True)
    ]
    program.steps[0].predict.demos = [{"question": "2+2?", "reasoning": 'It\'s "easy".', "answer": "4"}]
    return program


def messages(program: Describe) -> dict:
    adapter = dspy.ChatAdapter()
    return {
        name: adapter.format(predictor.signature, predictor.demos, {field: "probe" for field in predictor.signature.input_fields})
        for name, predictor in program.named_predictors()
    }


if __name__ == "__main__":
    action, path = sys.argv[1:]
    if action == "save":
        program = tuned()
        program.save(path)
    else:
        program = Describe()
        program.load(path)
    print(json.dumps(messages(program), ensure_ascii=False))
