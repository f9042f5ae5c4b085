"""Every validation error that the shapes can raise has a wording for authors; a shape that brings a new one fails here."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursepack.model import data, lesson, question, quiz, shape
from coursepack.model.shape import RANGE_ERRORS, TYPE_NAMES, Shape, read
from coursepack.yaml_source import Source, parse

WORDED = {"extra_forbidden", "missing", "literal_error", "string_pattern_mismatch", "string_too_short", "too_short", "too_long", "date_text", *TYPE_NAMES, *RANGE_ERRORS}
RAISED_BY = {  # kind of schema → the errors of strict validation of what YAML can hold
    "str": {"string_type", "string_pattern_mismatch", "string_too_short"},
    "int": {"int_type", "greater_than_equal", "less_than_equal"},
    "float": {"float_type"},
    "bool": {"bool_type"},
    "list": {"list_type"},
    "tuple": {"tuple_type", "too_short"},
    "dict": {"dict_type"},
    "literal": {"literal_error"},
    "model": {"model_type"},
    "model-fields": {"missing", "extra_forbidden"},
    "any": set(),
    "function-before": {"date_text"},
    "no-info": set(),
    "nullable": set(),
    "default": set(),
    "model-field": set(),
    "definitions": set(),
    "definition-ref": set(),
}
CONSTRAINTS = {"pattern", "min_length", "ge", "le", "strict", "type", "schema"}
# QuestionFile serves the JSON Schema only: questions are read one by one, by kind.
SHAPES = sorted({part for module in (data, lesson, question, quiz, shape) for part in vars(module).values() if isinstance(part, type) and issubclass(part, Shape) and part is not quiz.QuestionFile}, key=lambda part: part.__name__)
ANYTHING = st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3), max_leaves=6)
NOWHERE = Source("any.yml", "", None, None)


def _schemas(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        if isinstance(part.get("type"), str):
            yield part
        for key, value in part.items():
            if key not in ("metadata", "serialization", "config"):
                yield from _schemas(value)
    elif isinstance(part, (list, tuple)):
        for value in part:
            yield from _schemas(value)


@pytest.mark.parametrize("model", SHAPES, ids=lambda model: model.__name__)
def test_every_error_that_a_shape_can_raise_has_a_wording(model: type[Shape]) -> None:
    for schema in _schemas(model.__pydantic_core_schema__):
        assert schema["type"] in RAISED_BY, f"new kind of schema: {schema['type']}"
        assert RAISED_BY[schema["type"]] <= WORDED
        if schema["type"] in ("str", "int", "float", "tuple", "list", "dict"):
            limits = {key for key in schema if key.startswith(("min", "max", "g", "l", "pattern", "multiple", "allow"))}
            assert limits <= CONSTRAINTS, f"new constraint: {limits - CONSTRAINTS}"


@given(st.sampled_from(SHAPES), st.data())
@settings(max_examples=300)
def test_no_value_raises(model: type[Shape], draw: st.DataObject) -> None:
    value = draw.draw(ANYTHING | st.fixed_dictionaries({}, optional=dict.fromkeys(model.model_fields, ANYTHING)))
    result, problems = read(model, value, NOWHERE)
    assert (result is None) == bool(problems)
    for problem in problems:
        assert problem.message.zh and problem.message.en and problem.remedy.zh and problem.remedy.en


def test_a_missing_key_that_stands_there_misspelt_is_one_problem() -> None:
    source = parse("id: a\ntxt: {zh: 好, en: good}\n", "any.yml")
    assert [problem.rule for problem in read(data.FieldChoice, source.data, source)[1]] == ["unknown-key"]


def test_a_list_with_a_faulty_item_is_not_also_too_short() -> None:
    source = parse("- 1\n", "any.yml")
    _, problems = read(data.Retired, {"retired": source.data}, source)
    assert [problem.rule for problem in problems] == ["wrong-type"]
