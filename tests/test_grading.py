"""The Python grader and its order on the cases that the browser passes too: grading/*.json."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursepack.grading import grade, grade_choice
from coursepack.model.question import KINDS, Question
from coursepack.shuffle import shuffle


def cases(name: str) -> list[dict[str, Any]]:
    return json.loads((Path(__file__).parent / "grading" / f"{name}.json").read_text(encoding="utf-8"))


CASES = cases("multiple")
TEXT = {"zh": "字", "en": "word"}
ASKED = {"id": "one", "objective": "first.ask", "level": "apply", "use": ("exam",), "prompt": TEXT, "explanation": TEXT}


def question(short: dict[str, Any]) -> Question:
    """The question that a case describes by its ids, in full."""
    keys = short.get("keys", ())
    full = {name: short[name] for name in ("answer", "tolerance", "red_line") if name in short}
    for name, texts in {"options": ("text", "feedback"), "steps": ("text",), "pairs": ("left", "right")}.items():
        if name in short:
            full[name] = tuple({"id": id, **dict.fromkeys(texts, TEXT), **({"correct": id in keys} if name == "options" else {})} for id in short[name])
    return KINDS[short["kind"]].model_validate({**ASKED, "kind": short["kind"], **full})


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


@pytest.mark.parametrize("case", cases("kinds"), ids=lambda case: case["name"])
def test_every_kind(case: dict) -> None:
    mark = grade(question(case["question"]), case["response"])
    assert mark.score == pytest.approx(case["score"])
    assert mark.correct == (case["score"] == 1)


@pytest.mark.parametrize("case", cases("shuffle"), ids=lambda case: f"{case['seed']} {len(case['items'])}")
def test_order(case: dict) -> None:
    assert shuffle(case["seed"], case["items"]) == case["order"]
