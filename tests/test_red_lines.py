"""Finding phrases that must not be said: the cases that the browser passes too, and the course's own list."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursepack.course import load
from coursepack.model.workshop import RedLine
from coursepack.red_lines import crossed

HERE = Path(__file__).parent
CASES = json.loads((HERE / "red_lines" / "cases.json").read_text(encoding="utf-8"))
LINES = json.loads((HERE / "red_lines" / "lines.json").read_text(encoding="utf-8"))  # held against the course's own list
LIST = load(HERE.parent).red_lines.red_lines
TEXT = {"zh": "话", "en": "words"}


def red_line(zh: list[str], en: list[str]) -> RedLine:
    return RedLine.model_validate({"id": "one", "law": "LAW-44", "phrases": {"zh": zh, "en": en}, "why": TEXT, "instead": TEXT})


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_phrases(case: dict) -> None:
    found = crossed(case["text"], [red_line(["发到你们行业群", "送…购物卡"], ["name and shame", "won't let you leave", "call … wife"])])
    assert [phrase for _, phrase in found] == ([case["phrase"]] if case["phrase"] else [])


@pytest.mark.parametrize("one", LIST, ids=lambda one: one.id)
def test_every_phrase_of_the_list_is_found_and_what_to_say_instead_is_clean(one: RedLine) -> None:
    for phrase in (*one.phrases.zh, *one.phrases.en):
        assert one in [found for found, _ in crossed(f"您好，{phrase.replace('…', ' ')} ok", LIST)], phrase
    for text in (one.instead.zh, one.instead.en):
        assert not list(crossed(text, LIST))


@pytest.mark.parametrize("line", LINES["crossed"], ids=lambda line: line["text"])
def test_what_people_say_when_pressed_is_found(line: dict) -> None:
    assert line["red_line"] in [found.id for found, _ in crossed(line["text"], LIST)]


@pytest.mark.parametrize("text", LINES["innocent"])
def test_harmless_lines_are_left_alone(text: str) -> None:
    assert [phrase for _, phrase in crossed(text, LIST)] == []


@given(st.text(), st.lists(st.text(min_size=1).filter(str.strip), min_size=1, max_size=3))
def test_any_text_and_any_phrase(text: str, phrases: list[str]) -> None:
    for _, phrase in crossed(text, [red_line(phrases, phrases)]):
        assert phrase in phrases
