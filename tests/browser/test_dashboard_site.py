"""The learner's dashboard in the built course: everything stands in the page, it passes axe, fits a phone and prints on one sheet."""

import json
import re

import pytest
from dashboard_records import event, record
from small_course import ROOT
from test_elements import KEY
from test_site import CLIPPED, LANGS, place, scheme, settle, sheets_of_paper, tab_to, violations

from coursepack.course import load
from coursepack.play import Graph

COURSE = load(ROOT)
PAGE = "progress.html"


LESSONS = [page.lesson for page in COURSE.lessons("en")]
IDS = {*(lesson.id for lesson in LESSONS), *(one.id for lesson in LESSONS for one in lesson.objectives), *COURSE.cases, *COURSE.exams}


def learner(lessons: int) -> str:
    """A record of somebody who is some lessons into the course, has played and has sat the tests, right and wrong by turns."""
    events = []
    for page in list(COURSE.lessons("zh"))[:lessons]:
        checks = [placed.question.id for placed in COURSE.quizzes[page.key].checks]
        events += [{"read": page.lesson.id, "seconds": 400}]
        events += [{"answered": id, "score": number % 2 if len(events) % 3 else 1} for number, id in enumerate(checks)]
    for id, play in COURSE.role_plays.items():
        graph = Graph(play)
        run = graph.play(graph.typical)
        events += [{"practised": id, "steps": run.steps, "ending": run.ending, "score": run.score, "seconds": 400}]
    events += [{"examined": id, "score": 0.7, "passed": number % 2 == 0} for number, id in enumerate(COURSE.exams)]
    return record([event(number, one) for number, one in enumerate([*events, {"read": "a-lesson-of-old"}])])


def open_built(page, course: str, lang: str, text: str | None = None) -> None:
    page.goto(f"{course}/{place(lang, PAGE)}")
    if text:
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
        page.reload()


@pytest.mark.parametrize("lang", LANGS)
def test_everything_that_can_be_learnt_stands_in_the_page(open_page, course, built, lang):
    page = open_page()
    open_built(page, course, lang)
    found = page.evaluate("CourseCatalogue.read(document.querySelector('course-progress'))")
    lessons = list(COURSE.lessons(lang))
    assert [lesson["id"] for lesson in found["lessons"]] == [page.lesson.id for page in lessons]
    assert [one["id"] for one in found["objectives"]] == [one.id for page in lessons for one in page.lesson.objectives]
    objectives = {id: one["id"] for one in found["objectives"] for id in one["questions"]}
    assert objectives == {placed.question.id: placed.question.objective for placed in COURSE.questions}
    review = {id for one in found["objectives"] for id in one["review"]}
    assert review == {placed.question.id for placed in COURSE.questions if "review" in placed.question.use}
    plays = {play["id"]: play["most"] for play in found["plays"]}
    assert plays == {id: graph.play(graph.best).steps for id, play in COURSE.role_plays.items() for graph in [Graph(play)]}
    assert [exam["id"] for exam in found["exams"] if exam["final"]] == [id for id, exam in COURSE.exams.items() if exam.certificate]
    root = (built / place(lang, PAGE)).parent
    for target in page.locator("course-progress a[href]").evaluate_all("links => links.map((link) => link.getAttribute('href'))"):
        file, _, part = target.partition("#")
        assert (root / file).is_file(), target
        assert not part or f'id="{part}"' in (root / file).read_text(encoding="utf-8"), target


@pytest.mark.parametrize("lang", LANGS)
def test_a_full_dashboard_passes_axe_and_fits_a_phone(open_page, course, axe, lang):
    page = open_page(reduced_motion="reduce", color_scheme="light")
    open_built(page, course, lang, learner(4))
    page.evaluate(axe)
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true })")
    assert violations(page) == []
    page.locator("label[for=__palette_1]").click()
    assert (scheme(page), violations(page, "color-contrast", "link-in-text-block")) == ("slate", [])
    for width in (640, 360, 320):
        page.set_viewport_size({"width": width, "height": 640})
        settle(page)
        assert page.evaluate(CLIPPED) == [], width
    assert page.locator("[data-part=next] li").count() == 3
    shown = page.locator("course-progress").inner_text()
    assert not re.search(r"\{\w+\}|undefined|NaN", shown)
    assert not [id for id in IDS if re.search(rf"\b{re.escape(id)}\b", shown)]


MORE_MODULES = """total => {
    const modules = [...document.querySelectorAll(".progress-module")];
    for (let number = modules.length; number < total; number += 1) modules[modules.length - 1].after(modules[modules.length - 1].cloneNode(true));
}"""


@pytest.mark.parametrize("lang", LANGS)
def test_it_prints_on_one_sheet(open_page, course, lang):
    page = open_page()
    open_built(page, course, lang, learner(7))
    page.evaluate(MORE_MODULES, 8)
    assert sheets_of_paper(page) == 1
    page.emulate_media(media="print")
    for part in (".progress-sign", ".progress-head", ".progress-figures", "[data-step]", "[data-picked]", ".progress-next li", ".progress-recent li"):
        assert page.locator(part).first.is_visible(), part
    assert page.locator("course-progress button:visible, course-progress summary:visible, noscript:visible").count() == 0


@pytest.mark.parametrize("lang", LANGS)
def test_without_script_it_lists_the_course_and_says_so(open_page, course, lang):
    page = open_page(java_script_enabled=False)
    page.goto(f"{course}/{place(lang, PAGE)}")
    assert page.locator("course-progress noscript p").is_visible()
    for page_of in COURSE.lessons(lang):
        assert page.locator(f'tr[data-lesson="{page_of.lesson.id}"] a', has_text=page_of.lesson.title).is_visible()
    assert page.locator(".progress-next a").count() == 1
    assert page.locator("course-progress button:visible").count() == 0
    assert page.locator("tr[data-role-play] a:visible").count() == len(COURSE.role_plays)


def test_by_keyboard_to_the_next_lesson(open_page, course):
    page = open_page()
    open_built(page, course, "zh", learner(2))
    tab_to(page, '.progress-next a:not([href*="#"])')
    target = page.evaluate("document.activeElement.href")
    page.keyboard.press("Enter")
    page.wait_for_url(target)
    assert page.locator("h1").is_visible()


def test_what_it_says_is_not_found_by_search(built):
    index = json.loads((built / "search" / "search_index.json").read_text(encoding="utf-8"))
    text = next(entry["text"] for entry in index["docs"] if entry["location"] == PAGE)
    assert "还没演过" not in text.replace("\u200b", "")
