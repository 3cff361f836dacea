"""metrics: what DSPy's metrics on normalized text say of a prediction and the answers that are right."""

from random import Random

from dspy import Example, Prediction
from dspy.evaluate import answer_exact_match, answer_passage_match
from dspy.evaluate.metrics import F1, HotPotF1

from . import texts
from .recording import Vector, attempt

WORDS = [
    "Paris", "paris", "PARIS!", "The", "the", "a", "an", "Eiffel", "Tower", "tower's", "in", "France,", "1,889",
    "1889", "-5", "3.14", "yes", "no", "Yes.", "noanswer", "no answer", "É", "E\u0301", "é", "ﬁn", "İ", "ß", "Σίσυφος",
    "ΟΔΟΣ", "東京", "東", "京都", "🗼", "שלום", "मराठी", "naïve", "e-mail", "email", "½", "x²", "A.B.", "“quoted”", "’s",
    "\u200b", "\u00ad", "_", "snake_case", "\ufeff", "Ǆ", "ﷺ", "Å", "\u212b", "한국", "\u1112\u1161\u11ab",
]  # fmt: skip
SPACES = [" ", " ", " ", " ", "  ", "\n", "\t", "\xa0", "\u3000", "", "-", ", "]


def metric_vector(rng: Random) -> tuple[str, Vector]:
    answers = [answer(rng) for _ in range(rng.choice([1, 1, 1, 2, 3]))]
    prediction = near(rng, rng.choice(answers)) if rng.random() < 0.6 else answer(rng)
    passages = [passage(rng, answers) for _ in range(rng.choice([0, 1, 2, 3]))]
    gold = answers[0] if len(answers) == 1 and rng.random() < 0.7 else answers
    example = Example(answer=gold)
    fraction = rng.choice([0.2, 0.5, 0.8])
    return "text", {
        "prediction": prediction,
        "gold": gold,
        "passages": passages,
        "exact": attempt("EM", lambda: answer_exact_match(example, Prediction(answer=prediction))),
        "f1": attempt("F1", lambda: F1(prediction, answers)),
        "hotpotF1": attempt("HotPotF1", lambda: HotPotF1(prediction, answers)),
        "threshold": fraction,
        "passes": attempt("frac", lambda: answer_exact_match(example, Prediction(answer=prediction), frac=fraction)),
        "inPassages": attempt("passage", lambda: answer_passage_match(example, Prediction(context=passages))),
    }


def answer(rng: Random) -> str:
    roll = rng.random()
    if roll < 0.06:
        return rng.choice(["", " ", "the", "!?", "yes", "no", "noanswer", "Yes!"])
    if roll < 0.2:
        return texts.text(rng)
    return "".join(rng.choice(WORDS) + rng.choice(SPACES) for _ in range(rng.randint(1, 4)))


def near(rng: Random, text: str) -> str:
    """The text in other case, with more or fewer words, or with an article: mostly still right."""
    change = rng.choice([str.upper, str.title, str.lower, lambda text: f"The {text}.", lambda text: text])
    changed = change(text)
    if rng.random() < 0.3:
        changed += " " + rng.choice(WORDS)
    if rng.random() < 0.2:
        changed = " ".join(changed.split()[1:])
    return changed


def passage(rng: Random, answers: list[str]) -> str:
    parts = [rng.choice(WORDS) for _ in range(rng.randint(1, 6))]
    if rng.random() < 0.4:
        parts.insert(rng.randint(0, len(parts)), near(rng, rng.choice(answers)))
    return rng.choice(SPACES).join(parts)
