"""How answers are marked. The browser's grader passes the same cases: tests/grading/*.json.

- single: 1 for the key, otherwise 0.
- multiple: right choices less wrong ones, as a share of the keys, never below 0; correct only when the score is 1.
"""

from collections.abc import Collection
from typing import NamedTuple


class Mark(NamedTuple):
    """`score` lies between 0 and 1; `correct` means full marks."""

    score: float
    correct: bool


def grade_choice(keys: Collection[str], response: Collection[str]) -> Mark:
    """Marks the chosen option ids against the ids of the keys; for one key this is the rule of `single`."""
    chosen = set(response)
    right = len(chosen.intersection(keys))
    score = max(0.0, (2 * right - len(chosen)) / len(keys))
    return Mark(score, score == 1)
