"""How answers are marked. The browser's grader (course-grading.js) passes the same cases: tests/grading/*.json.

A response is a list of texts: option ids; step ids in order; `pair=right` for each pair; the number as typed.

- single: 1 for the key, otherwise 0.
- multiple: right choices less wrong ones, as a share of the keys, never below 0.
- numeric: 1 when the number differs from the answer by no more than the tolerance, otherwise 0.
- ordering: of all pairs of steps those in the right order less those in the wrong one, as a share, never below 0;
  0 when steps are missing.
- matching: the share of pairs put together rightly; distractors cost nothing but the pair they take.
- A question with a red line has no partial credit.

An answer is correct only when its score is 1.
"""

from collections.abc import Collection, Sequence
from itertools import combinations
from typing import NamedTuple, assert_never

from .model.question import Choice, Matching, Numeric, Ordering, Question
from .number import parse_number


class Mark(NamedTuple):
    """`score` lies between 0 and 1; `correct` means full marks."""

    score: float
    correct: bool


def grade(question: Question, response: Sequence[str]) -> Mark:
    """Marks a response to a question of any kind."""
    mark = _grade(question, response)
    return Mark(0, False) if question.red_line and not mark.correct else mark


def _grade(question: Question, response: Sequence[str]) -> Mark:
    match question:
        case Choice():
            return grade_choice(question.keys, response)
        case Numeric():
            return grade_numeric(question.answer, question.tolerance or 0, response[0] if response else "")
        case Ordering():
            return grade_ordering([step.id for step in question.steps], response)
        case Matching():
            return grade_matching([pair.id for pair in question.pairs], response)
        case _:
            assert_never(question)


def grade_choice(keys: Collection[str], response: Collection[str]) -> Mark:
    """Marks the chosen option ids against the ids of the keys; for one key this is the rule of `single`."""
    chosen = set(response)
    right = len(chosen.intersection(keys))
    return _mark((2 * right - len(chosen)) / len(keys))


def grade_numeric(answer: float, tolerance: float, typed: str) -> Mark:
    """Marks a number as typed; `answer` and `tolerance` in the question's unit."""
    number = parse_number(typed)
    return _mark(number is not None and abs(number - answer) <= tolerance + 1e-9 * max(1, abs(answer)))


def grade_ordering(order: Sequence[str], response: Sequence[str]) -> Mark:
    """Marks step ids as ordered by the learner against the right order."""
    if sorted(order) != sorted(response):
        return _mark(0)
    pairs = list(combinations((response.index(id) for id in order), 2))
    right = sum(first < second for first, second in pairs)
    return _mark((2 * right - len(pairs)) / len(pairs))


def grade_matching(pairs: Collection[str], response: Collection[str]) -> Mark:
    """Marks `pair=right` texts; a right side bears the id of its pair or of a distractor."""
    given = set(response)
    return _mark(sum(f"{id}={id}" in given for id in pairs) / len(pairs))


def _mark(score: float) -> Mark:
    kept = max(0.0, float(score))
    return Mark(kept, kept == 1)
