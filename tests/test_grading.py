"""The Python grader on the cases that the browser's grader passes too."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursepack.grading import grade_choice

CASES = json.loads((Path(__file__).parent / "grading" / "multiple.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_multiple(case: dict) -> None:
    mark = grade_choice(case["keys"], case["response"])
    assert mark.score == pytest.approx(case["score"])
    assert mark.correct == case["correct"]


@given(st.sets(st.text(max_size=3), min_size=1), st.sets(st.text(max_size=3)))
def test_score_is_a_share_and_full_only_for_the_keys(keys: set[str], response: set[str]) -> None:
    mark = grade_choice(keys, response)
    assert 0 <= mark.score <= 1
    assert mark.correct == (response == keys)
