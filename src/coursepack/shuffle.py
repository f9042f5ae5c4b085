"""The same order everywhere for the same seed, here and in the browser (course-shuffle.js): tests/grading/shuffle.json.

The seed is hashed (FNV-1a, 32 bits) and feeds mulberry32, which draws for Fisher and Yates.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")
MASK = 0xFFFFFFFF


def shuffle(seed: str, items: Sequence[T]) -> list[T]:
    """`items` in the order that `seed` (ASCII) gives."""
    draw, result = _numbers(seed), list(items)
    for last in range(len(result) - 1, 0, -1):
        other = draw() % (last + 1)
        result[last], result[other] = result[other], result[last]
    return result


def _numbers(seed: str) -> Callable[[], int]:
    state = _hash(seed)

    def draw() -> int:
        nonlocal state
        state = (state + 0x6D2B79F5) & MASK
        mixed = (state ^ (state >> 15)) * (state | 1) & MASK
        mixed = (mixed + ((mixed ^ (mixed >> 7)) * (mixed | 61) & MASK) & MASK) ^ mixed
        return mixed ^ (mixed >> 14)

    return draw


def _hash(seed: str) -> int:
    value = 0x811C9DC5
    for byte in seed.encode("ascii"):
        value = (value ^ byte) * 0x01000193 & MASK
    return value
