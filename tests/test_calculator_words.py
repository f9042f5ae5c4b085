"""The words of the calculators: both languages complete and alike, every fact known, nothing that course texts may not say."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from small_course import ROOT

from coursepack.checks.american_spelling import WORDS
from coursepack.checks.spacing import EN, ZH
from coursepack.model.calculator import CALCULATORS
from coursepack.render.calculator import calculator_html, calculators

PLACE = re.compile(r"\{[\w-]+(?::(\w+))?\}")
SHOWN = {
    "money": "1 元",
    "days": "1 天",
    "date": "1 日",
    "weekday": "1 日（周一）",
}  # a figure in Chinese, by its format


def texts(data: Any, path: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """Every text in both languages, with where it stands."""
    if isinstance(data, dict) and data.keys() == {"zh", "en"}:
        yield path, data
    elif isinstance(data, (dict, list)):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from texts(value, f"{path}.{key}")


TEXTS = [(path, text) for path, text in texts(calculators()) if ".formats." not in path and not path.endswith(".rows")]


def facts(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        yield from data.get("facts", []) if isinstance(data.get("facts"), list) else []
        for value in data.values():
            yield from facts(value)
    elif isinstance(data, list):
        for value in data:
            yield from facts(value)


def test_every_name_has_its_words() -> None:
    assert tuple(calculators()["calculators"]) == CALCULATORS


def test_both_languages_say_the_same_figures() -> None:
    assert len(TEXTS) > 300
    for path, text in TEXTS:
        assert text["zh"].strip() and text["en"].strip(), path
        zh, en = (sorted(match.group() for match in PLACE.finditer(text[lang])) for lang in ("zh", "en"))
        assert zh == en, path


def test_every_fact_is_in_the_list() -> None:
    references = yaml.safe_load((ROOT / "docs" / "data" / "references.yml").read_text(encoding="utf-8"))
    cited = set(facts(calculators()))
    assert cited and cited <= {fact["id"] for fact in references["references"]}


def test_the_words_keep_the_rules_of_course_texts() -> None:
    for path, text in TEXTS:
        zh = PLACE.sub(lambda match: SHOWN.get(match[1], "1"), text["zh"])
        en = PLACE.sub("x", text["en"])
        assert not ZH.search(zh), (path, ZH.search(zh))
        assert not re.search(r'[!！"\']|[\u4e00-\u9fff][,;:?]', zh), path
        assert not EN.search(en), (path, EN.search(en))
        assert not re.search(r'[!"\u4e00-\u9fff]', en.replace("48 万", "")), path
        assert not WORDS.keys() & set(re.findall(r"[a-z]+", en.lower())), path


@pytest.mark.parametrize("name", CALCULATORS)
def test_unknown_facts_are_named_but_not_linked(name: str) -> None:
    bare = calculator_html(name, "en", "law.html", set())
    assert "law.html" not in bare
    assert calculator_html(name, "en", "../law.html", {"AR-06"}).count("../law.html#fact-ar-06") == bare.count(
        ">AR-06<"
    )
