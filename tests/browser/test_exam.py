"""Sitting an exam in a real browser, from the first press to the result."""

import pytest
from exam_pages import Sitting

from coursepack.render.html import say


def tab_to(page, locator) -> None:
    """Presses Tab until the element has the focus."""
    for _ in range(80):
        if locator.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"the Tab key never reaches {locator}")


def press_by_key(exam: Sitting, key: str) -> None:
    tab_to(exam.page, exam.button(key))
    exam.page.keyboard.press("Enter")


def answer_by_key(exam: Sitting) -> None:
    """The right answer, by keyboard alone."""
    question, keyboard, right = exam.question, exam.page.keyboard, exam.right()
    match question.get_attribute("data-kind"):
        case "single":
            tab_to(exam.page, question.locator("input").first)
            keyboard.press("Space")
            while exam.response != right:
                keyboard.press("ArrowDown")
        case "multiple":
            for id in right:
                tab_to(exam.page, question.locator(f'[value="{id}"]'))
                keyboard.press("Space")
        case "numeric":
            tab_to(exam.page, question.locator("input"))
            keyboard.type(right[0])
        case "ordering":
            while exam.response != right:
                steps = question.locator("[data-step]").evaluate_all("all => all.map((one) => one.dataset.step)")
                wrong = next((id for place, id in enumerate(right) if steps[place] != id), right[1])
                tab_to(exam.page, question.locator(f'[data-step="{wrong}"] [data-move=up]'))
                keyboard.press("Enter")
        case "matching":
            for select, pair in zip(question.locator("select").all(), right, strict=True):
                tab_to(exam.page, select)
                while select.input_value() != pair.split("=")[1]:
                    keyboard.press("ArrowDown")


# The whole way


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_whole_exam_by_keyboard(sit, lang):
    exam = sit(lang=lang)
    press_by_key(exam, "exam_begin")
    exam.question.wait_for()
    kinds = []
    for number in range(1, 7):
        assert exam.place == say("exam_place", lang, number=number, total=6)
        assert exam.page.evaluate("document.activeElement.dataset.sheet") == "place"
        kinds.append(exam.question.get_attribute("data-kind"))
        answer_by_key(exam)
        press_by_key(exam, "exam_next" if number < 6 else "exam_check")
    assert sorted(kinds) == ["matching", "multiple", "numeric", "ordering", "single", "single"]
    press_by_key(exam, "exam_submit")
    assert exam.verdict == say("exam_passed", lang, title={"zh": "小考", "en": "Small exam"}[lang])
    assert exam.page.evaluate("document.activeElement.dataset.result") == "verdict"
    (event,) = exam.events("examined")
    assert (event["item"], event["result"]["score"], event["result"]["passed"]) == ("first-exam", 1, True)
    assert exam.events("draft") == []


def test_no_feedback_before_the_end(sit):
    exam = sit().begin()
    exam.answer_all(wrong="first-")
    assert exam.page.locator("[data-verdict], [data-key]").count() == 0
    exam.hand_in()
    assert exam.page.locator("course-question[data-verdict]").count() == 6


def test_the_overview_shows_and_reaches_every_question(sit):
    exam = sit().begin()
    exam.answer()
    exam.press("exam_flag")
    first = exam.page.locator(".exam-grid button").first
    assert exam.cells == ["answered", *["open"] * 5]
    assert first.get_attribute("aria-label") == "第 1 题，已答，已标记"
    first.focus()
    exam.page.keyboard.press("End")
    exam.page.keyboard.press("ArrowLeft")
    exam.page.keyboard.press("Enter")
    assert exam.place == say("exam_place", "zh", number=5, total=6)
    assert exam.page.locator('.exam-grid [aria-current="step"]').inner_text() == "5"
    exam.press("exam_check")
    assert exam.page.locator("[data-sheet=left] button").count() == 6
    exam.page.locator("[data-sheet=left] button").first.click()
    assert exam.place == say("exam_place", "zh", number=1, total=6)
    assert exam.button("exam_flag").get_attribute("aria-pressed") == "true"


def test_open_questions_are_asked_about_before_handing_in(sit):
    exam = sit().begin()
    exam.answer()
    exam.press("exam_check")
    exam.press("exam_submit")
    box = exam.page.locator("dialog[open]")
    assert say("exam_ask", "zh", left=5) in box.inner_text()
    box.get_by_role("button", name=say("cancel", "zh")).click()
    assert exam.view == "asking"
    exam.press("exam_back")
    exam.hand_in()
    assert exam.view == "result"


def test_earlier_results_which_hold_answers_cannot_be_opened_while_one_is_asked(sit):
    exam = sit().begin()
    exam.hand_in()
    exam.press("exam_again")
    result = exam.page.locator("course-exam-history button")
    assert result.is_visible()
    exam.begin()
    assert result.is_hidden()
    exam.press("exam_pause")
    result.click()
    assert exam.view == "result"
    exam.press("exam_again")
    assert exam.view == "paused"


# Passing and failing


def test_one_wrong_answer_in_six_passes(sit):
    exam = sit().begin()
    exam.answer_all(wrong="first-rate" if exam.page.locator('[data-question="first-rate"]').count() else "first-days")
    exam.hand_in()
    assert exam.verdict == say("exam_passed", "zh", title="小考")
    assert say("exam_outcome", "zh", score=83, mark=80, right=5, total=6, minutes=1, date="").split("，用时")[0] in exam.page.locator("[data-result=summary]").inner_text()
    assert exam.page.locator("[data-result=red-line]").is_hidden()
    weak = exam.page.locator("[data-result=again] [data-lesson]")
    assert weak.locator("a").get_attribute("href") == "1-basics/1-first.html"
    assert weak.locator("b").inner_text() == say("exam_count", "zh", right=5, total=6)
    assert weak.locator("[data-objective]:visible").evaluate_all("all => all.map((one) => one.dataset.objective)") == ["first.ask"]
    number = say("certificate_number", "zh", attempt=exam.events("examined")[0]["result"]["attempt"])
    assert exam.page.locator("[data-result=attempt]").inner_text() == number


def test_a_red_line_fails_whatever_the_score(sit):
    exam = sit().begin()
    exam.answer_all(wrong="first-line")
    exam.hand_in()
    assert exam.verdict == say("exam_failed", "zh", title="小考")
    assert exam.page.locator("[data-result=red-line]").inner_text() == say("exam_crossed", "zh", crossed=1)
    assert exam.page.locator(".exam-feedback em:visible").count() == 1
    assert exam.page.locator("course-certificate").is_hidden()


def test_a_retake_has_other_questions_and_earlier_results_stay(sit):
    exam = sit()
    forms = []
    for wrong in ("first-line", ""):
        exam.begin()
        exam.answer_all(wrong=wrong)
        exam.hand_in()
        forms.append({answer["item"] for answer in exam.events("examined")[-1]["result"]["answers"]})
        exam.press("exam_again")
    assert not forms[0] & forms[1]
    rows = exam.page.locator("course-exam-history li")
    outcomes = [row.split("，")[-1] for row in rows.locator("span").all_inner_texts()]
    assert outcomes == ["通过", "没有通过"]
    exam.page.reload()
    rows.last.get_by_role("button").click()
    exam.page.locator("[data-result=red-line]").wait_for()
    assert exam.verdict == say("exam_failed", "zh", title="小考")
