"""The types that fields can have, each with how to draw a value of it.

A whole float is drawn only where the type says `float`: elsewhere JavaScript could not tell it from an integer.
"""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

from . import texts
from .named import Address, Color, Item, Person, Priority


@dataclass(frozen=True)
class Kind:
    """A type as specs write it, and how to draw a value of it."""

    spec: str
    value: Callable[[Random], Any]


INTEGERS = [0, 1, -1, 2, 7, 42, -13, 1000, 2**31, 2**53 - 1, -(2**53) + 1, 10**15]
FLOATS = [
    0.0, 1.0, 3.0, -2.0, 0.5, -0.25, 0.1, 0.1 + 0.2, 1e16, 1e15, 1e-7, 1e-4, 123456.789, 1e22, 5e-324, -0.0,
    123456789012345680000.0, 1e100, 0.00001, 99999999999999990.0, 2.5e-8, 1 / 3, 1.7976931348623157e308,
]  # fmt: skip
FRACTIONS = [0.5, -0.25, 0.1, 0.1 + 0.2, 1e-7, 1e-4, 123456.789, 1 / 3, 2.5e-8]


def integer(rng: Random) -> int:
    return rng.choice(INTEGERS)


def floating(rng: Random) -> float:
    return rng.choice(FLOATS)


def fraction(rng: Random) -> float:
    return rng.choice(FRACTIONS)


def boolean(rng: Random) -> bool:
    return rng.random() < 0.5


def several(rng: Random, one: Callable[[Random], Any], most: int = 3) -> list[Any]:
    return [one(rng) for _ in range(rng.choice([0, 1, 1, 2, 2, most]))]


def entries(rng: Random, one: Callable[[Random], Any]) -> dict[str, Any]:
    return {texts.key(rng): one(rng) for _ in range(rng.choice([0, 1, 2, 2]))}


def anything(rng: Random, depth: int = 2) -> Any:
    leaves = [texts.text, integer, fraction, boolean, lambda _: None]
    roll = rng.random()
    if depth == 0 or roll < 0.6:
        return rng.choice(leaves)(rng)
    inner = lambda rng: anything(rng, depth - 1)  # noqa: E731
    return several(rng, inner, 2) if roll < 0.8 else entries(rng, inner)


def address(rng: Random) -> Address:
    return Address(street=texts.text(rng), zip_code=rng.choice(["75001", "", "SW1A 1AA"]))


def person(rng: Random) -> Person:
    optional: dict[str, Any] = {
        "tags": several(rng, texts.text, 2),
        "nickname": rng.choice([None, "Al", texts.text(rng)]),
        "address": rng.choice([None, address(rng)]),
    }
    given = {name: value for name, value in optional.items() if rng.random() < 0.5}
    return Person(name=texts.text(rng), age=rng.choice([0, 7, 33]), **given)


def item(rng: Random) -> Item:
    return Item(sku=rng.choice(["A-1", "β-2", texts.text(rng)]), quantity=rng.choice([0, 1, 5]), price=floating(rng))


SCALARS = [
    Kind("str", texts.text),
    Kind("int", integer),
    Kind("float", floating),
    Kind("bool", boolean),
]
LITERALS = [
    Kind("Literal['billing', 'technical']", lambda rng: rng.choice(["billing", "technical"])),
    Kind("Literal[1, 2, 3]", lambda rng: rng.choice([1, 2, 3])),
    Kind("""Literal["it's", 'q"q', "plain"]""", lambda rng: rng.choice(["it's", 'q"q', "plain"])),
    Kind("""Literal['both\\'s "x"', 'a; b', '']""", lambda rng: rng.choice(['both\'s "x"', "a; b", ""])),
    Kind("Literal['x', 3, True]", lambda rng: rng.choice(["x", 3, True])),
    Kind("Literal['yes', None]", lambda rng: rng.choice(["yes", None])),
    Kind("Literal['été', 'new\\nline', 'tab\\t']", lambda rng: rng.choice(["été", "new\nline", "tab\t"])),
]
NAMED = [
    Kind("Person", person),
    Kind("Item", item),
    Kind("Address", address),
    Kind("Color", lambda rng: rng.choice(list(Color))),
    Kind("Priority", lambda rng: rng.choice(list(Priority))),
]
UNIONS = [
    Kind("Union[int, str]", lambda rng: rng.choice([integer, texts.text])(rng)),
    Kind("int | float", lambda rng: rng.choice([integer, fraction])(rng)),
    Kind("Union[bool, int, None]", lambda rng: rng.choice([True, 3, None])),
    Kind("str | list[str]", lambda rng: rng.choice([texts.text, lambda rng: several(rng, texts.text)])(rng)),
    Kind("Union[Item, Address]", lambda rng: rng.choice([item, address])(rng)),
    Kind("dict[str, int] | None", lambda rng: rng.choice([None, entries(rng, integer)])),
    Kind("Union[str, int, None]", lambda rng: rng.choice([None, 5, texts.text(rng)])),
    Kind("Union[Literal['a', 'b'], int]", lambda rng: rng.choice(["a", "b", 4])),
]
LOOSE = [
    Kind("Any", anything),
    Kind("dict", lambda rng: entries(rng, anything)),
    Kind("list", lambda rng: several(rng, anything)),
    Kind("dict[str, Any]", lambda rng: entries(rng, anything)),
    Kind("list[Any]", lambda rng: several(rng, anything)),
]
LEAVES = [*SCALARS, *SCALARS, *LITERALS[:3], *NAMED]
TEXT = SCALARS[0]


def list_of(kind: Kind) -> Kind:
    return Kind(f"list[{kind.spec}]", lambda rng: several(rng, kind.value))


def dict_of(kind: Kind) -> Kind:
    return Kind(f"dict[str, {kind.spec}]", lambda rng: entries(rng, kind.value))


def optional(kind: Kind, spelling: str = "Optional[{}]") -> Kind:
    return Kind(spelling.format(kind.spec), lambda rng: None if rng.random() < 0.3 else kind.value(rng))


def pair_of(first: Kind, second: Kind) -> Kind:
    return Kind(f"tuple[{first.spec}, {second.spec}]", lambda rng: (first.value(rng), second.value(rng)))


def row_of(kind: Kind) -> Kind:
    return Kind(f"tuple[{kind.spec}, ...]", lambda rng: tuple(several(rng, kind.value)))


def composed(rng: Random, depth: int) -> Kind:
    def part() -> Kind:
        return rng.choice(LEAVES) if depth <= 1 or rng.random() < 0.6 else composed(rng, depth - 1)

    return rng.choice(
        [
            lambda: list_of(part()),
            lambda: list_of(part()),
            lambda: dict_of(part()),
            lambda: optional(part()),
            lambda: optional(rng.choice(LEAVES), rng.choice(["{} | None", "None | {}", "Union[{}, None]"])),
            lambda: pair_of(part(), part()),
            lambda: row_of(part()),
        ]
    )()


def ordinary(rng: Random) -> Kind:
    """A type of ordinary data; text is the commonest."""
    roll = rng.random()
    if roll < 0.25:
        return TEXT
    if roll < 0.42:
        return rng.choice(SCALARS)
    if roll < 0.5:
        return rng.choice(LITERALS)
    if roll < 0.6:
        return rng.choice(NAMED)
    if roll < 0.68:
        return rng.choice(UNIONS)
    if roll < 0.76:
        return rng.choice(LOOSE)
    return composed(rng, 2)
