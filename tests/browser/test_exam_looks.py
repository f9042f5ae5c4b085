"""The statement and the result on paper, and every page of an exam for everybody: axe, both schemes, a phone."""

import pytest
from exam_pages import Sitting
from test_site import CLIPPED, violations

from coursepack.render.html import say


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_statement_keeps_the_name_and_prints_on_one_sheet(sit, lang):
    exam = sit(lang=lang).begin()
    exam.answer_all()
    exam.hand_in()
    page = exam.page
    page.locator("course-certificate input").fill("周宁 Zhou Ning")
    attempt = exam.events("examined")[0]["result"]["attempt"]
    sheet = page.locator(".certificate").inner_text()
    for part in ("周宁 Zhou Ning", "small", attempt, say("certificate_note", lang), say("certificate_title", lang), say("certificate_red_lines", lang, red=1)):
        assert part in sheet
    page.evaluate("print = () => {}")
    page.locator("course-certificate button").click()
    page.evaluate("addEventListener('afterprint', (event) => event.stopImmediatePropagation(), true)")
    pdf = page.pdf(prefer_css_page_size=True)
    assert pdf.count(b"/Type /Page\n") == 1
    assert b"/MediaBox [0 0 841" in pdf
    page.reload()
    page.locator("course-exam-history button").click()
    page.locator("course-certificate input").wait_for()
    assert page.locator("[data-certificate=name]").inner_text() == "周宁 Zhou Ning"


def test_the_result_prints_with_every_answer(sit):
    exam = sit().begin()
    exam.answer_all()
    exam.hand_in()
    page = exam.page
    page.evaluate("print = () => {}")
    page.get_by_role("button", name=say("exam_print", "zh")).click()
    page.emulate_media(media="print")
    assert page.locator("course-question .question-explanation:visible").count() == 6
    assert page.locator("course-exam button:visible").count() == 0
    assert page.locator("course-certificate").is_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".course-printing").count() == 0


def test_the_time_left_stays_in_sight_and_covers_nothing_that_has_the_focus(sit):
    exam = sit(viewport={"width": 360, "height": 640}).begin(timed=True)
    bar, page = exam.page.locator(".exam-bar"), exam.page
    for cell in (0, 1, 2, 3, 4, 5):
        page.locator(".exam-grid button").nth(cell).click()
        exam.button("exam_check").focus()
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        assert bar.bounding_box()["y"] >= 40
        while not page.evaluate("document.activeElement.matches('[data-action=pause]')"):
            page.keyboard.press("Shift+Tab")
            top = page.evaluate("document.activeElement.getBoundingClientRect().top")
            assert top >= bar.bounding_box()["y"] + bar.bounding_box()["height"] or page.evaluate("document.activeElement.closest('.exam-bar') !== null")


def faults(exam: Sitting) -> list[str]:
    """What axe finds wrong, and what is cut off or wider than the page."""
    found = violations(exam.page)
    for width in (360, 320):
        exam.page.set_viewport_size({"width": width, "height": 700})
        found += exam.page.evaluate(CLIPPED)
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_page_of_the_exam_is_accessible_and_fits_a_phone(sit, axe, lang, scheme):
    exam = sit(lang=lang, color_scheme=scheme, reduced_motion="reduce")
    exam.page.evaluate(axe)
    assert faults(exam) == []
    exam.begin()
    cells = exam.page.locator(".exam-grid button")
    for index in range(cells.count()):
        cells.nth(index).click()
        exam.answer(index % 2 == 0)
        if index == 2:
            exam.press("exam_flag")
        assert (exam.question.get_attribute("data-kind"), faults(exam)) == (exam.question.get_attribute("data-kind"), [])
    exam.press("exam_check")
    assert faults(exam) == []
    exam.press("exam_pause")
    assert faults(exam) == []
    exam.resume()
    exam.hand_in()
    exam.page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true })")
    assert faults(exam) == []
