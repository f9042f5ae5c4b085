"""The question element: every kind asked, answered, kept and explained; and the rules that it shares with Python."""

import json
from pathlib import Path

import pytest
from exam_pages import PAGE, fill

from coursepack.render.html import say

TESTS = Path(__file__).parents[1]
SINGLE, MULTIPLE, NUMERIC = "first-words", "first-papers-a", "first-rate"
ORDERING, MATCHING, RED = "first-order-a", "first-match-a", "first-line-a"
ASK = """async ([id, seed, response]) => {
    const bank = await CourseBank.questions(["1-basics"]);
    const question = CourseQuestion.create();
    document.querySelector("article").prepend(question);
    question.ask(bank.get(id), seed, response);
    question.addEventListener("course-response", () => { window.heard = (window.heard ?? 0) + 1; });
    question.focusPrompt();
}"""


@pytest.fixture
def ask(open_page, exam_site):
    """Shows one question at the top of the page, in the order that the seed gives, with an earlier response."""
    page = open_page()

    def ask(id: str, seed: str = "a1", response: tuple[str, ...] = (), lang: str = "zh"):
        page.goto(f"{exam_site}/{PAGE[lang]}")
        page.evaluate(ASK, [id, seed, list(response)])
        return page.locator("article > course-question")

    return ask


def cases(path: str) -> list:
    return json.loads((TESTS / path).read_text(encoding="utf-8"))


def response(question) -> list[str]:
    return question.evaluate("question => question.response")


def complete(question) -> bool:
    return question.evaluate("question => question.complete")


def reveal(question) -> dict:
    return question.evaluate("question => question.reveal()")


def heard(question) -> int:
    return question.evaluate("() => window.heard ?? 0")


RIGHT = {
    SINGLE: ["batch"],
    MULTIPLE: ["invoice", "note"],
    NUMERIC: ["12"],
    ORDERING: ["books", "request", "date"],
    MATCHING: ["goods=goods", "price=price"],
    RED: ["letter"],
}


@pytest.mark.parametrize("id", RIGHT)
def test_each_kind_is_answered_and_explained(ask, id):
    question = ask(id)
    assert (response(question), complete(question)) == ([], False)
    fill(question, RIGHT[id])
    assert (sorted(response(question)), complete(question)) == (sorted(RIGHT[id]), True)
    assert heard(question) > 0
    assert reveal(question) == {"score": 1, "correct": True}
    assert question.locator("[data-part=verdict]").inner_text() == say("question_right", "zh")
    assert question.locator("[data-part=explanation]").inner_text() != ""
    assert question.locator(".question-option [data-part=feedback]:visible").count() == question.locator(".question-option").count()


@pytest.mark.parametrize("id", RIGHT)
def test_an_earlier_response_is_shown_without_an_event(ask, id):
    question = ask(id, response=tuple(RIGHT[id]))
    assert (sorted(response(question)), heard(question)) == (sorted(RIGHT[id]), 0)
    assert reveal(question)["correct"]


@pytest.mark.parametrize(
    ("id", "stored", "kept"),
    [
        (SINGLE, ["gone", "understand", "batch"], ["understand"]),
        (MULTIPLE, ["note", "note", "gone"], ["note"]),
        (ORDERING, ["books", "date"], []),
        (ORDERING, ["books", "date", "date"], []),
        (MATCHING, ["goods=money", "goods=price", "gone=goods", "price", "price=gone"], ["goods=money"]),
        (NUMERIC, ["  "], []),
    ],
)
def test_what_a_question_no_longer_has_is_left_out(ask, id, stored, kept):
    assert response(ask(id, response=tuple(stored))) == kept


def test_options_stand_in_the_order_of_the_seed(ask):
    values = "all => all.map((one) => one.value)"
    orders = {tuple(ask(MULTIPLE, seed).locator("input").evaluate_all(values)) for seed in ("a1", "a2", "a3", "a4", "a1")}
    assert len(orders) > 1
    assert all(set(order) == {"note", "invoice", "brochure"} for order in orders)


@pytest.mark.parametrize("seed", [str(number) for number in range(12)])
def test_steps_never_start_in_the_right_order(ask, seed):
    steps = ask(ORDERING, seed).locator("[data-step]").evaluate_all("all => all.map((one) => one.dataset.step)")
    assert sorted(steps) == sorted(RIGHT[ORDERING])
    assert steps != RIGHT[ORDERING]


def test_steps_are_moved_by_keyboard_and_told(ask):
    question = ask(ORDERING)
    page = question.page
    first = question.locator("[data-step]").first
    name = first.locator("[data-part=text]").inner_text()
    question.get_by_role("button", name=f"{say('question_down', 'zh')} {name}").focus()
    page.keyboard.press("Enter")
    assert question.locator("[role=status]").inner_text() == say("question_moved", "zh", text=name, place=2, total=3)
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")  # it is the last one now: nothing happens, and the focus stays
    assert question.locator("[data-step]").last.inner_text().startswith(name)
    assert page.evaluate("document.activeElement.getAttribute('aria-disabled')") == "true"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    assert question.locator("[data-step]").nth(1).inner_text().startswith(name)


@pytest.mark.parametrize(("typed", "reading"), [("12", ""), ("１２％", "12%"), ("0.12 万", "1,200%"), ("12。5", "12.5%")])
def test_what_was_read_is_told_where_it_was_typed_otherwise(ask, typed, reading):
    question = ask(NUMERIC)
    question.locator("input").press_sequentially(typed)
    wanted = say("question_reading", "zh", number=reading, unit="").strip() if reading else ""
    assert question.locator("[data-part=reading]").inner_text() == wanted


def test_an_unreadable_number_is_explained_beside_the_field(ask):
    question = ask(NUMERIC)
    field = question.locator("input")
    field.press_sequentially("大概 12 吧")
    assert question.locator("[data-part=reading]").inner_text() == ""  # not while typing
    field.blur()
    assert question.locator("[data-part=reading]").inner_text() == say("question_unreadable", "zh")
    assert field.get_attribute("aria-invalid") == "true"
    assert field.get_attribute("aria-describedby") == question.locator("[data-part=reading]").get_attribute("id")
    assert (response(question), complete(question)) == (["大概 12 吧"], False)
    field.fill("12")
    assert field.get_attribute("aria-invalid") == "false"
    assert complete(question)


def test_one_letter_for_two_lines_is_told(ask):
    question = ask(MATCHING)
    for select in question.locator("select").all():
        select.select_option("goods")
    letter = question.locator("select option:checked").first.inner_text()[0]
    assert question.locator("[role=status]").inner_text() == say("question_twice", "zh", letters=letter)
    question.locator("select").nth(1).select_option("money")
    assert question.locator("[role=status]").inner_text() == ""


def test_a_half_right_answer_says_so_and_why(ask):
    question = ask(MULTIPLE, response=("note",))
    assert reveal(question) == {"score": 0.5, "correct": False}
    assert question.locator("[data-part=verdict]").inner_text() == say("question_partly", "zh")
    chosen = question.locator(".question-option", has=question.page.locator("input[value=note]"))
    assert say("question_chosen", "zh") in chosen.inner_text()
    assert chosen.locator("input").is_disabled()


def test_a_wrong_pair_names_the_right_one(ask):
    question = ask(MATCHING, response=("goods=money", "price=price"), lang="en")
    assert reveal(question)["score"] == 0.5
    reasons = question.locator("[data-part=reason]").all_inner_texts()
    assert "should be" in reasons[0] and "the goods arrived" in reasons[0]
    assert reasons[1] == "right"


def test_a_red_line_is_named_when_it_is_over(ask):
    question = ask(RED, response=("post",))
    assert question.locator("[data-part=red-line]").is_hidden()
    reveal(question)
    assert question.locator("[data-part=red-line]").is_visible()


def test_nothing_answered(ask):
    question = ask(ORDERING)
    assert reveal(question) == {"score": 0, "correct": False}
    assert question.locator("[data-part=verdict]").inner_text() == say("question_none", "zh")
    assert question.locator(".question-order li").count() == 3


# What browser and Python share


@pytest.fixture
def run(open_page, exam_site):
    """Runs JavaScript on a page that has the scripts of the exam."""
    page = open_page()
    page.goto(f"{exam_site}/{PAGE['zh']}")
    return page.evaluate


def test_forms_are_drawn_as_in_python(run):
    for case in cases("exams/draw.json"):
        form = run("(one) => CourseDraw.draw(one.pools, one.unseen, one.seed, one.earlier)", case)
        assert form == case["form"], case["name"]


def test_every_kind_is_marked_as_in_python(run):
    mark = """({question, response}) => {
        const items = (ids) => ids?.map((id) => ({id, correct: question.keys?.includes(id) ?? false}));
        return CourseGrading.mark({...question, options: items(question.options), steps: items(question.steps),
            pairs: items(question.pairs)}, response);
    }"""
    for case in cases("grading/kinds.json"):
        found = run(mark, case)
        assert found == {"score": pytest.approx(case["score"]), "correct": case["score"] == 1}, case["name"]


def test_the_order_is_that_of_python(run):
    for case in cases("grading/shuffle.json"):
        assert run("(one) => CourseShuffle.list(one.seed, one.items)", case) == case["order"], case["seed"]


def test_a_form_keeps_its_questions_when_the_bank_loses_some(run):
    pools = [{"count": 2, "questions": ["a", "b", "c"], "unseen": ["c"]}, {"count": 1, "questions": ["d", "e"], "unseen": []}]
    mend = "([pools, form]) => CourseDraw.mend(pools, form, 's')"
    assert run(mend, [pools, ["d", "b"]]) == ["d", "b", "c"]
    assert run(mend, [pools, ["b", "d", "a"]]) == ["b", "d", "a"]
    assert sorted(run(mend, [pools, []])[:2]) in (["a", "c"], ["b", "c"])
