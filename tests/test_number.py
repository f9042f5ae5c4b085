"""Numbers as typed: the cases that the browser's parser passes too."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursepack.number import parse_number

CASES = json.loads((Path(__file__).parent / "numbers" / "numbers.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.get("why") or case["text"])
def test_number(case: dict) -> None:
    assert parse_number(case["text"]) == case["number"]


@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    number = parse_number(text)
    assert number is None or isinstance(number, float)


@given(st.integers(-(10**15), 10**15), st.integers(0, 2))
def test_what_a_spreadsheet_writes_is_read_back(whole: int, places: int) -> None:
    assert parse_number(f"{whole:,.{places}f}") == whole
    assert parse_number(f"¥{whole}") == whole
