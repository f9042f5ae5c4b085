"""What mkdocs-quiz does to a course that does not watch out: one test a trap, most on the built course, some on a small one."""

import copy
import html
import json
import os
import re
import shutil
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest
import yaml
from conftest import missing, serve_site
from small_course import ROOT, build_course, built_pages, copy_minimal, elements, squeeze

from coursepack import checks
from coursepack.course import load
from coursepack.deploy import inline_scripts
from coursepack.yaml_source import parse

LESSON = "1-preparation/2-nature.html"
COURSE = load(ROOT)
SMALL_QUIZ = "quizzes/1-basics/1-first.yml"
ODD = ["[[x]]", "a --> b", "</quiz>", "<!-- c", "- [x] d", "> e"]


def checks_of(page: str):
    key = page.removeprefix("en/").removesuffix(".html")
    return [placed.question for placed in COURSE.quizzes[key].checks]


def text_of(built: Path, page: str = LESSON) -> str:
    return (built / page).read_text(encoding="utf-8")


def change_quiz(root: Path, change) -> None:
    """Rewrites the small course's questions; `change` gets the list of them."""
    data = parse((root / SMALL_QUIZ).read_text(encoding="utf-8"), SMALL_QUIZ).data
    change(data["questions"])
    (root / SMALL_QUIZ).write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")


def option(id: str, text: str, **more) -> dict:
    both = {"zh": text, "en": text}
    return {"id": id, "text": both, "feedback": {"zh": f"{id} 的理由", "en": f"why {id}"}, **more}


@pytest.fixture
def small(tmp_path) -> Path:
    return copy_minimal(tmp_path / "course")


@pytest.fixture(scope="module")
def odd(tmp_path_factory) -> Path:
    """The small course, built, with texts in its question that mkdocs-quiz takes for its own marks."""
    root = copy_minimal(tmp_path_factory.mktemp("odd") / "course")
    options = [option(f"o{n}", text, correct=n == 0) for n, text in enumerate(ODD)]
    change_quiz(root, lambda questions: questions[0].update(prompt={"zh": " ".join(ODD), "en": "x"}, options=options))
    return build_course(root, root.parent / "site", checked=False)


# What comes into the page


def test_no_script_or_style_is_pasted_into_a_page(built):
    plain = set(inline_scripts(text_of(built, "glossary.html")))
    for page in built_pages(built):
        text = page.read_text(encoding="utf-8")
        assert set(inline_scripts(text)) <= plain, page
        assert "<style" not in text and "quiz-progress-sidebar" not in text, page


def test_its_script_is_a_file_of_its_own_where_a_quiz_is_and_as_it_came(built):
    original = (resources.files("mkdocs_quiz") / "js" / "quiz.js").read_bytes()
    assert (built / "assets" / "js" / "mkdocs-quiz.js").read_bytes() == original
    for page in built_pages(built):
        found = elements(page)
        quizzes = sum(element.name == "course-quiz" for element in found)
        scripts = sum((element.get("content") or "").endswith("mkdocs-quiz.js") for element in found)
        assert scripts == (1 if quizzes else 0), page


def test_no_source_of_a_question_is_embedded(built):
    for page in built_pages(built):
        assert not re.search(r"- \[[x ]\] |&lt;quiz&gt;|<quiz>|data-quiz-source|mkdocs-quiz-source", page.read_text(encoding="utf-8")), page


def test_its_forms_carry_no_handlers(built):
    for page in built_pages(built):
        forms = [element for element in elements(page) if element.name == "form"]
        assert not [form for form in forms if form.get("onsubmit") is not None or form.get("action") is not None], page


def test_ids_come_from_the_question(built):
    found = elements(built / LESSON)
    for question in checks_of(LESSON):
        ids = {element.get("id") for element in found}
        mine = f"quiz-{question.id}"
        assert {mine, f"{mine}-question", *(f"{mine}-option-{option.id}" for option in question.options)} <= ids
        values = [e.get("value") for e in found if e.name == "input" and (e.get("id") or "").startswith(f"{mine}-")]
        assert values == [option.id for option in question.options]
    assert not re.search(r'"#?quiz-\d|value="\d+"', text_of(built))


def test_its_words_are_in_the_language_of_the_page(built):
    assert ">提交</button>" in text_of(built) and ">Submit<" not in text_of(built)
    assert ">Submit</button>" in text_of(built, f"en/{LESSON}")


# What search may know


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_text_of_a_question_is_in_the_search_index(built, lang):
    file = built / ("" if lang == "zh" else "en") / "search" / "search_index.json"
    index = json.loads(file.read_text(encoding="utf-8"))
    known = squeeze(html.unescape(" ".join(f"{entry['title']} {entry['text']}" for entry in index["docs"])))
    prose = squeeze(" ".join(line.text for page in COURSE.pages[lang].values() for line in page.lines))
    texts = [getattr(text, lang) for placed in COURSE.questions for text in texts_of(placed.question)]
    found = [text for text in texts if len(squeeze(text)) > 8 and squeeze(text) in known and squeeze(text) not in prose]
    assert texts and found == []


def texts_of(question) -> list:
    options = getattr(question, "options", ())
    return [question.prompt, question.explanation, *(text for one in options for text in (one.text, one.feedback))]


# What a learner does


def test_one_arrow_key_submits_nothing(open_page, course):
    page = open_page()
    page.goto(f"{course}/{LESSON}")
    quiz = page.locator("course-quiz").first
    quiz.locator("input").first.focus()
    page.keyboard.press("ArrowDown")
    assert quiz.locator("input:checked").count() == 1
    assert quiz.get_attribute("data-answered") is None
    assert page.evaluate("courseRecord.events()") == []


def test_a_half_right_answer_is_not_praised_and_every_reason_shows(open_page, course):
    page = open_page()
    page.goto(f"{course}/{LESSON}")
    question = next(question for question in checks_of(LESSON) if question.kind == "multiple")
    quiz = page.locator(f'course-quiz[data-question="{question.id}"]')
    first = next(option for option in question.options if option.correct)
    quiz.locator(f'label[for$="-{first.id}"]').click()
    quiz.locator("button[type=submit]").click()
    assert quiz.get_attribute("data-answered") == "partly"
    assert quiz.locator(".quiz-feedback").inner_text() == quiz.get_attribute("data-text-partly")
    shown = squeeze(quiz.inner_text())
    assert [option.id for option in question.options if squeeze(option.feedback.zh) not in shown] == []
    assert squeeze(question.explanation.zh) in shown


def test_answers_follow_a_reordered_quiz_and_a_renamed_page(open_page, small):
    site = build_course(small, small.parent / "site")
    server = serve_site(site)
    page = open_page()
    page.goto(f"{server.address}/1-basics/1-first.html")
    page.locator('course-quiz label[for$="-request"]').click()
    page.locator("course-quiz button[type=submit]").click()

    change_quiz(small, rearrange)
    for path in [*small.glob("docs/*/1-basics/1-first.md"), small / SMALL_QUIZ]:
        path.rename(path.with_name(path.name.replace("1-first", "2-second")))
    for path in small.glob("docs/*/index.md"):
        path.write_text(path.read_text(encoding="utf-8").replace("1-first", "2-second"), encoding="utf-8")
    build_course(small, site, checked=False)
    page.goto(f"{server.address}/1-basics/2-second.html")
    server.shutdown()
    states = page.locator("course-quiz").evaluate_all("all => all.map((one) => [one.dataset.question, one.dataset.answered])")
    assert states == [["second-request", None], ["first-request", "right"]]
    chosen = page.locator("course-quiz input:checked")
    assert chosen.evaluate_all("all => all.map((one) => one.value)") == ["request"]


def rearrange(questions: list) -> None:
    first = questions[0]
    second = {**copy.deepcopy(first), "id": "second-request"}
    first["options"].reverse()
    questions.insert(0, second)


@pytest.mark.parametrize("way", ["print", "no script"])
def test_answers_are_there_in_print_and_without_script(open_page, course, way):
    page = open_page(java_script_enabled=way == "print")
    page.goto(f"{course}/{LESSON}")
    if way == "print":
        page.emulate_media(media="print")
    else:
        page.locator(".answers summary").click()
    block = page.locator("course-answers")
    for question in checks_of(LESSON):
        for text in (question.prompt.zh, *(option.feedback.zh for option in question.options)):
            line = block.get_by_text(text, exact=True).first
            assert line.evaluate("one => one.checkVisibility() && one.getBoundingClientRect().height > 0"), text
    if way == "print":
        below = "(block) => [...document.querySelectorAll('article > *')].filter((one) => one.checkVisibility()).at(-1) === block"
        assert block.evaluate(below)
        assert page.locator("course-quiz .answer-feedback:visible, course-quiz section:visible").count() == 0


# Texts that mean something to it


def test_its_marks_in_a_text_are_shown_as_they_are(open_page, odd):
    server = serve_site(odd)
    page = open_page()
    page.goto(f"{server.address}/1-basics/1-first.html")
    server.shutdown()
    quiz = page.locator("course-quiz")
    assert quiz.count() == 1
    assert quiz.locator(".quiz-question").inner_text().strip() == " ".join(ODD)
    assert [text.strip() for text in quiz.locator("label").all_inner_texts()] == ODD
    assert quiz.locator("input[type=radio]").count() == len(ODD)
    assert quiz.locator("input[type=text]").count() == 0


def test_options_alike_are_refused_for_it_tells_right_from_wrong_by_text(small):
    change_quiz(small, lambda questions: questions[0]["options"][0].update(text=dict(questions[0]["options"][1]["text"])))
    assert "duplicate-option" in {problem.rule for problem in checks.run(load(small)).problems}


def test_a_multiple_with_one_key_would_show_radios_and_is_refused(small):
    change_quiz(small, lambda questions: questions[0].update(kind="multiple"))
    problems = checks.run(load(small)).problems
    assert [problem.rule for problem in problems if problem.level == "error"]


# A Windows machine in China


@pytest.fixture(scope="session")
def gbk(tmp_path_factory) -> dict[str, str]:
    """An environment in which Python reads and writes GBK by default."""
    folder = tmp_path_factory.mktemp("locale")
    if not shutil.which("localedef"):
        missing("localedef is not installed")
    subprocess.run(["localedef", "-i", "zh_CN", "-f", "GBK", folder / "zh_CN.GBK"], capture_output=True)
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONUTF8", "PYTHONIOENCODING")}
    environment |= {"LC_ALL": "zh_CN.GBK", "LOCPATH": str(folder)}
    told = subprocess.run(
        [sys.executable, "-c", "import locale; print(locale.getencoding())"], env=environment, capture_output=True, text=True
    )
    if told.stdout.strip().upper() != "GBK":
        missing("localedef made no GBK locale (the package locales has its sources)")
    return environment


@pytest.mark.parametrize("command", [["check"], ["build", "--out", "site"], ["explain", "option-length"]])
def test_it_works_where_the_system_speaks_gbk(gbk, small, command):
    done = subprocess.run([sys.executable, "-m", "coursepack.cli", *command], cwd=small, env=gbk, capture_output=True)
    assert done.returncode == 0, done.stderr.decode("gbk", "replace")
    told = done.stdout.decode("gbk")
    if command[0] == "explain":
        assert re.search("[\u4e00-\u9fff]{10}", told)
    if command[0] == "build":
        assert "写好了" in told
        assert "申请在谁手里？" in (small / "site" / "1-basics" / "1-first.html").read_text(encoding="utf-8")
