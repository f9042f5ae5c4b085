"""Whatever an author writes, `run` raises nothing."""

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coursepack import checks
from coursepack.course import load

# --- questions and data files: whatever an author writes into a text, the rules answer with problems, never with a traceback

TEXT = st.one_of(
    st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"]), min_size=1, max_size=40).filter(str.strip),
    st.lists(
        st.sampled_from(["[[", "-->", "<b>", "</quiz>", "javascript:", "以上都对", "哪一项不", "永远", "never ", "“", "”", "\\", "\n\n", "İ", "ﬁ", "：", "[a: b]", "[a：b]", "申请在谁手里", "which is not", "１，０００"]),
        min_size=1,
        max_size=6,
    ).map("".join),
)  # fmt: skip
BOTH = st.fixed_dictionaries({"zh": TEXT, "en": TEXT})
ASKED = {
    "id": st.sampled_from(["one", "two", "first"]),
    "objective": st.sampled_from(["first.ask", "first.aks", "x.y"]),
    "level": st.sampled_from(["remember", "apply"]),
    "use": st.lists(st.sampled_from(["check", "exam"]), min_size=1, max_size=2),
    "prompt": BOTH,
    "explanation": BOTH,
}
LOCAL = st.sampled_from(["a", "b", "c", "d", "e"])
STEP = st.fixed_dictionaries({"id": LOCAL, "text": BOTH})
OPTION = st.fixed_dictionaries({"id": LOCAL, "text": BOTH, "feedback": BOTH, "correct": st.booleans()})
PAIR = st.fixed_dictionaries({"id": LOCAL, "left": BOTH, "right": BOTH})
NUMBER = st.one_of(st.integers(), st.floats(-1e9, 1e9).map(lambda number: round(number, 3)))
QUESTION = st.one_of(
    st.fixed_dictionaries({**ASKED, "kind": st.sampled_from(["single", "multiple"]), "options": st.lists(OPTION, max_size=6)}),
    st.fixed_dictionaries({**ASKED, "kind": st.just("numeric"), "answer": NUMBER}, optional={"tolerance": NUMBER, "unit": BOTH}),
    st.fixed_dictionaries({**ASKED, "kind": st.just("ordering"), "steps": st.lists(STEP, max_size=4)}),
    st.fixed_dictionaries({**ASKED, "kind": st.just("matching"), "pairs": st.lists(PAIR, max_size=4)}, optional={"distractors": st.lists(STEP, max_size=2)}),
)  # fmt: skip
FIELD = st.fixed_dictionaries({"id": LOCAL, "kind": st.sampled_from(["line", "choice"]), "label": BOTH}, optional={"options": st.lists(STEP, max_size=2)})
PART = st.fixed_dictionaries({"id": LOCAL, "title": BOTH}, optional={"fields": st.lists(FIELD, max_size=2), "rows": st.integers(-1, 3), "columns": st.lists(FIELD, max_size=2), "letter": BOTH})
WORKSHEET = st.fixed_dictionaries({"id": LOCAL, "title": BOTH, "purpose": BOTH, "parts": st.lists(PART, min_size=1, max_size=2)})
FORMS = st.fixed_dictionaries({"zh": st.lists(TEXT, max_size=2), "en": st.lists(TEXT, max_size=2)})
QUOTA = st.fixed_dictionaries({"objectives": st.lists(st.sampled_from(["first", "first.ask", "first.aks", "", "x"]), max_size=3), "count": st.integers(-1, 4)}, optional={"levels": st.lists(st.sampled_from(["apply", "aply"]), max_size=2)})
EXAM = st.fixed_dictionaries({"id": LOCAL, "title": BOTH, "purpose": BOTH, "draw": st.lists(QUOTA, max_size=3)}, optional={"unseen": NUMBER, "minutes": NUMBER, "certificate": st.booleans()})
TERM = st.fixed_dictionaries({"id": LOCAL, "term": BOTH, "definition": BOTH}, optional={"also": FORMS, "avoid": FORMS})
MINIMAL = Path(__file__).parent / "courses" / "minimal"


@pytest.fixture(scope="module")
def copied_course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(MINIMAL, tmp_path_factory.mktemp("any") / "course"))


def write(path: Path, data: object) -> None:
    """JSON is YAML; libyaml reads it as an author's file would be read."""
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8", errors="replace")


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(questions=st.lists(QUESTION, max_size=5), worksheet=WORKSHEET, exam=EXAM, terms=st.lists(TERM, max_size=3))
def test_any_text_in_data_files_is_answered_with_problems(copied_course: Path, questions: list, worksheet: dict, exam: dict, terms: list) -> None:
    (copied_course / "docs/data/exams").mkdir(exist_ok=True)
    write(copied_course / "docs/data/exams/a.yml", exam)
    write(copied_course / "quizzes/1-basics/1-first.yml", {"questions": questions})
    write(copied_course / "docs/data/worksheets/slip.yml", worksheet)
    write(copied_course / "docs/data/glossary.yml", {"terms": terms})
    for problem in checks.run(load(copied_course)).problems:
        assert problem.place.line >= 1 and problem.place.column >= 1 and problem.place.length >= 1
        assert problem.message.zh and problem.message.en and problem.remedy.zh and problem.remedy.en


# --- pages and pictures: any lines below any front matter, in either language, and any SVG

LINE = st.one_of(
    st.text(max_size=30),
    st.sampled_from(["## 好 {#scene}", "### a {#}", "# x", "##y", "{#a .b}", "```quiz", "```dialogue good", "````", "```", "甲：乙", "a: [Listen] b", "[x](../..)", "[x](#)", "[](%00)", "![](//a)", "[a]: data:x", "<!--", "</", "| a | b |", "[LAW-01]", "[id: a", "“ ”", "先 ，48万!", "---", "\ue000", "**a**", "- a", "&#x6a;avascript:", "[" * 9, "    a", "\t- a", "｜ a ｜", "＃＃ a {#b}", "！[a]（b.svg）", "【a】(b.md)", "**", "【law-01、LAW-2】", "[LAW-01][LAW01]", "TO WRITE: a"]),
)
FRONT = st.sampled_from(["", "---\ntitle: a\n---\n", "---\ntitle：a\n---\n", "---\n- a\n---\n", "---\ntitle: [\n---\n", "---\nid: 1\nobjectives: {a: 1}\naccept: [x]\n---\n", "---\naccept: {1: 2}\nobjectives: [1, {text: 2}]\nsources: x\n---\n"])
SVG = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(["<svg", " viewBox='0 0 360 9'", " viewBox='x'", " font-size='.'", ">", "<text>", "</text>", "</svg>", "<!DOCTYPE a>", "<?xml?>", "&a;", "图", " class='a'"]), max_size=9).map("".join))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(zh=st.lists(LINE, max_size=12), en=st.lists(LINE, max_size=12), front=FRONT, svg=SVG, whole=st.booleans())
def test_any_page_and_picture_is_answered_with_problems(copied_course: Path, zh: list[str], en: list[str], front: str, svg: str, whole: bool) -> None:
    for lang, lines in (("zh", zh), ("en", en)):
        lesson = MINIMAL / "docs" / lang / "1-basics/1-first.md"
        start = lesson.read_text(encoding="utf-8") if whole else front
        (copied_course / "docs" / lang / "1-basics/1-first.md").write_text(start + "\n".join(lines), encoding="utf-8", errors="replace")
    (copied_course / "docs/en/1-basics/images/steps.svg").write_text(svg, encoding="utf-8", errors="replace")
    for problem in checks.run(load(copied_course)).problems:
        assert problem.place.line >= 1 and problem.place.column >= 1 and problem.place.length >= 0
        assert problem.message.zh and problem.message.en and problem.remedy.zh and problem.remedy.en
