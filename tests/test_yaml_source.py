"""What the reader of YAML promises: it never raises, agrees with PyYAML on our subset, and points at the right spot."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from coursepack import yaml_source
from coursepack.course import load
from coursepack.text import CONTROL
from coursepack.yaml_source import MAX_BYTES, YAML_ERRORS, decode, parse

MINIMAL = Path(__file__).parent / "courses" / "minimal"
PIECES = st.sampled_from(["a", "zh", "：", "，", ": ", "- ", "\n", "  ", "\t", "[", "]", "{", "}", "&a", "*a", "!b", "'", '"', "|", ">", "#", "%", "@", "`", "\\", "1", "0.5", "true", "null", "付款", "---\n", "...", "? ", "\r\n"])
PLAIN = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=20).filter(lambda text: not CONTROL.search(text))
WHOLE = st.integers(-(10**14), 10**14)
DECIMAL = st.floats(-1e6, 1e6).map(lambda number: round(number, 4))
VALUES = st.recursive(PLAIN | WHOLE | DECIMAL | st.booleans() | st.none(), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(PLAIN, inner, max_size=3), max_leaves=12)


@given(st.text(max_size=200) | st.lists(PIECES, max_size=30).map("".join))
@settings(max_examples=500)
def test_no_text_raises(text: str) -> None:
    source = parse(text, "any.yml")
    for problem in source.problems:
        assert problem.place.line >= 1 and problem.place.column >= 1


@given(st.binary(max_size=200))
def test_no_bytes_raise(raw: bytes) -> None:
    text, problems = decode(raw, "any.yml")
    assert not problems or text == ""


@given(st.dictionaries(PLAIN.filter(lambda key: "：" not in key), VALUES, max_size=4), st.booleans(), st.booleans())
@settings(max_examples=300)
def test_reads_our_subset_as_pyyaml_does(data: dict[str, Any], flow: bool, unix: bool) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow, width=10**6)
    if "!!" in text or "&id" in text:
        return
    source = parse(text if unix else text.replace("\n", "\r\n"), "any.yml")
    if not source.problems:
        assert _with_text_dates(source.data) == _with_text_dates(yaml.safe_load(text))
    else:
        assert {problem.rule for problem in source.problems} <= {"full-width-punctuation", "yaml-anchor", "yaml-tag"}, source.problems


def _with_text_dates(data: Any) -> Any:
    """safe_load writes large floats as 1e+16, which we keep as text; nothing else may differ."""
    return data


@given(st.lists(PLAIN.filter(str.strip), min_size=1, max_size=5), st.booleans(), st.booleans())
def test_places_point_at_the_text(texts: list[str], bom: bool, crlf: bool) -> None:
    lines = ["items:", *(f"  - '{text.replace(chr(39), chr(39) * 2)}'" for text in texts)]
    raw = ("\r\n" if crlf else "\n").join(lines).encode("utf-8-sig" if bom else "utf-8")
    text, _ = decode(raw, "any.yml")
    source = parse(text, "any.yml")
    for index, wanted in enumerate(texts):
        place = source.place("items", index)
        assert (place.line, place.column) == (index + 2, 5)
        assert source.data["items"][index] == wanted
        assert source.line(place.line - 1)[place.column - 1 : place.column - 1 + place.length] == f"'{wanted.replace(chr(39), chr(39) * 2)}'"


@given(st.text("ab \n", max_size=30), st.sampled_from("\x00\x08\x1b\x7f\x85\u200b\u202e\u2028\ufeff\ufffe"), st.text("ab \n", max_size=30))
def test_a_control_character_is_the_one_problem_and_has_its_place(before: str, mark: str, after: str) -> None:
    problems = parse(before + mark + after, "any.yml").problems
    assert [problem.rule for problem in problems] == ["control-character"]
    assert (problems[0].place.line, problems[0].place.column) == (before.count("\n") + 1, len(before) - before.rfind("\n"))


@pytest.mark.parametrize("text", ["[" * 200_000, "- " * 200_000 + "a", "{a: " * 100_000, "? " * 100_000, "[\n" * 50_000, "9" * 5_000, "a: " + "9" * 5_000])
def test_monsters_neither_raise_nor_crash(text: str) -> None:
    parse(text, "any.yml")


@pytest.mark.parametrize(("text", "value"), [("no", "no"), ("on", "on"), ("0x10", "0x10"), ("010", "010"), ("1_000", "1_000"), ("1e3", "1e3"), ("2026-03-04", "2026-03-04"), ("12:30", "12:30"), ("True", "True"), ("true", True), ("~", None), ("-3", -3), ("0.50", 0.5), ("+1", "+1"), (".5", ".5"), ("9" * 16, "9" * 16)])
def test_only_plain_words_and_numbers_are_not_text(text: str, value: Any) -> None:
    data = parse(f"a: {text}", "any.yml").data["a"]
    assert data == value and type(data) is type(value)


SAMPLES = {
    "mapping values are not allowed": "a: b: c",
    "did not find expected key": "a:\n  b: 1\n c: 2",
    "could not find expected ':'": "a: 1\nb\nc: 2",
    "did not find expected '-' indicator": "a:\n  - b\n  c: 1",
    "did not find expected ',' or": "a: [b\nc: 1",
    "found character that cannot start any token": "a: @b",
    "found a tab character": "a:\n  - b\n\tc",
    "found undefined alias": "a: *b",
    "found unexpected end of stream": 'a: "b',
    "found unexpected document indicator": 'a: "b\n---\nc',
    "did not find expected <document start>": "  a: 1\nb: 2",
    "expected a single document": "a: 1\n---\nb: 2",
    "block sequence entries are not allowed": "a: - b",
    "unknown escape character": 'a: "\\d"',
    "undefined tag handle": "a: !x!y b",
    "did not find expected alphabetic or numeric character": "a: **b** c",
    "did not find expected whitespace or line break": "a: !重要 b",
    "did not find expected comment or line break": "a: | b",
    "did not find expected node content": "a: [b, , c]",
    yaml_source.TOO_DEEP: "[" * 3_000,
    "found duplicate anchor": "a: &x 1\nb: &x 2",
}


@pytest.mark.parametrize("start", YAML_ERRORS)
def test_every_wording_can_be_reached(start: str) -> None:
    problem = parse(SAMPLES[start], "any.yml").problems[0]
    assert problem.message.en.startswith(YAML_ERRORS[start][0].en)
    assert problem.rule in ("yaml-syntax", "yaml-anchor", "yaml-tag")


def test_valid_lines_in_braces_are_not_blamed_for_an_error_elsewhere() -> None:
    problems = parse("a: {zh: 你好，再见, en: Hello}\nb: 1\nc: d: e\n", "any.yml").problems
    assert [(problem.rule, problem.place.line) for problem in problems] == [("yaml-syntax", 3)]


def test_a_file_over_the_limit_is_a_problem() -> None:
    assert [problem.rule for problem in decode(b" " * (MAX_BYTES + 1), "any.yml")[1]] == ["file-size"]
    assert decode(b" " * MAX_BYTES, "any.yml")[1] == []


def test_a_file_that_cannot_be_opened_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "retired.yml":
            raise PermissionError(13, "Permission denied")
        return read(path)

    assert load(MINIMAL).problems == ()
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert [(problem.rule, problem.place.file) for problem in load(MINIMAL).problems] == [("unreadable", "docs/data/retired.yml")]


def test_a_list_as_a_key_beside_a_repeated_key_is_a_problem_not_a_crash() -> None:
    source = parse("q:\n- a: 1\n  []: 2\n  a: 3\n  []: 4\n", "f.yml")
    assert {problem.rule for problem in source.problems} <= {"yaml-syntax", "duplicate-key"} and source.problems
