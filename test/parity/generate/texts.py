"""Texts, names and instructions, ordinary and nasty."""

from random import Random

ORDINARY = [
    "Paris",
    "What is the capital of France?",
    "billing",
    "The invoice is wrong.",
    "42",
    "yes",
    "a short note",
    "two\nlines",
    "naïve café — 東京 🗼",
    "",
    "None",
    "null",
    "true",
    "0.5",
    "to be, or not to be",
]
NASTY = [
    "  padded  ", " ", "\n", "\t", "\n\nboth ends\n\n", "tab\there", "ends with newline\n", "\r\n",
    "one\r\ntwo\rthree", "nul\x00byte", "fs\x1cgs\x1d", "\x1c", "nel\x85here", "ls\u2028ps\u2029", "\ufeffbom",
    "nbsp\xa0", "\u3000wide\u3000", "zero\u200bwidth", "\x0bvt\x0cff", "del\x7f", "bell\x07", "\x1b[31mred\x1b[0m",
    "👩\u200d👩\u200d👧 🇫🇷 e\u0301", "𝒳𝒴", "«quoted»", "«", "»\n«", "[[ ## answer ## ]]", "[[ ## completed ## ]]",
    "text [[ ## x ## ]] text\n[[ ## y ## ]]\nmore", "<b>bold & brave</b>", "</answer>", "<![CDATA[x]]>",
    "&lt;&amp;&#10;", "a < b && c > d", "<!-- c -->", '<a href="x">', '{"k": 1}', '{"a": [1, {"b": null}]}',
    "[1, 2]", "[[1, 2]]", "{", '"', "'", "it's \"both\"", "back\\slash \\n \\u0041", "```python\nprint(1)\n```",
    "```", "# heading\n- item\n- item", "{name}", "${name}", "%s %d", "a: b, c -> d", "{{double}}", "\\", "\\\"",
    "$&$1$`", "C:\\dir\\new", "1e5", "NaN", "Infinity", "-0", "007", "ß ẞ İ ı ſ", "שלום", "مرحبا",
    "# note: the value you produce", "Respond with the corresponding output fields", "\u2060", "\u00ad", "�", "ﬁ",
    "\ue000",
]  # fmt: skip
DESCRIPTIONS = [
    "the question to answer", 'short, "quoted" description', "it's one", "between 0 and 1", "", " ",
    "trailing spaces  ", "  leading", "two\nlines", "ends\n", "\n", "tab\there", "${name}", "a `code` one",
    "naïve 東京 🗼", "with \\ backslash", "crlf\r\nhere", "line\u2028separator", "<tag> & more", "[[ ## x ## ]]",
    "a\n\n\nb", "Constraints: none",
]  # fmt: skip
INSTRUCTIONS = [
    "Answer the question.", "Classify the text.\nBe strict.\n\nNever guess.",
    "  Indented first line\n    and second", 'Use `code` and "quotes".', "first\n    second\n  third",
    "\n\nBlank lines around.\n\n", "tab\tin\n\tit", "\tall\n\ttabbed", "    deep\n  less\n        more",
    "Trailing blank.\n    ", "  \n  text\n\n   \n  end", "one\r\ntwo\r\n", "line\u2028separator\u2029here",
    "nel\x85here", "vt\x0bff\x0c", "fs\x1c", " single space", "ends in spaces   ", " ",
    "Schritt für Schritt 🗼\n\n    1. eins\n    2. zwei", "\n", "a\n \tb\n\t c", "    x\n\ty",
    "{braces} and ${dollar}", "\ufeffbom first", "First.\n\n\n\n\nLast.", "nbsp\xa0first\n\xa0\xa0nbsp indent",
    "\u3000wide\n\u3000indent",
]  # fmt: skip
NAMES = [
    "question", "answer", "context", "title", "text", "tags", "items", "label", "score", "summary", "topic",
    "notes", "user_id", "userName", "HTMLBody", "is_valid", "max_count", "parsedURL", "q", "x", "Z", "k1", "q2a",
    "field_3", "v2_final", "snake_case_text", "camelCaseText", "text2number", "a_b_c", "XMLHttpRequest", "ID",
    "size_", "two__underscores", "größe", "naïve", "名前", "completed", "constructor", "toString", "length",
    "prototype", "content", "value", "item", "key", "entry", "role", "default", "type_", "dspy_root", "valueOf",
    "then", "kind", "spec", "Δx", "id", "input", "output",
]  # fmt: skip


def text(rng: Random) -> str:
    """A text: mostly an ordinary one, often a nasty one, at times several in one."""
    roll = rng.random()
    if roll < 0.5:
        return rng.choice(ORDINARY)
    if roll < 0.83:
        return rng.choice(NASTY)
    if roll < 0.86:
        return rng.choice("ab東-") * rng.randint(60, 200)
    glue = rng.choice(["", " ", "\n", "\n\n", ", "])
    return glue.join(rng.choice(rng.choice([ORDINARY, NASTY])) for _ in range(rng.randint(2, 3)))


def plain(rng: Random) -> str:
    """A text without surprises."""
    return rng.choice(["alpha", "beta gamma", "delta", "Paris", "a b c", "no", "x1", "東京"])


def key(rng: Random) -> str:
    """An object's key; not an integer's spelling, for JavaScript would move it to the front."""
    odd = [
        'quo"te',
        "new\nline",
        "back\\slash",
        "with space",
        "é",
        "🗼",
        "",
        "a.b",
        "x-y",
        "<t>",
        "&",
        "1st",
        "constructor",
    ]
    return rng.choice(["a", "b", "key", "size", "name", "first_one", "Zwei"]) if rng.random() < 0.7 else rng.choice(odd)


def names(rng: Random, count: int) -> list[str]:
    return rng.sample(NAMES, count)


def instructions(rng: Random) -> str | None:
    roll = rng.random()
    if roll < 0.25:
        return None
    if roll < 0.8:
        return rng.choice(INSTRUCTIONS)
    indents = ["", "", " ", "  ", "    ", "\t", " \t"]
    lines = [
        rng.choice(indents) + rng.choice(["Do it.", "", "Be brief.", "- item", "Step"])
        for _ in range(rng.randint(2, 6))
    ]
    return "\n".join(lines) + rng.choice(["", "", "\n", "\n  "])
