"""A small course with an exam that asks every kind of question, and a learner who sits it. No fixtures here."""

import shutil
from pathlib import Path

from small_course import build_course, copy_minimal

from coursepack.render.html import say

OVERLAY = Path(__file__).parent / "exam_course"
PAGE = {"zh": "exam.html", "en": "en/exam.html"}
KEY = "coursepack.getting-paid"
RIGHT = """(id) => {
    const question = courseBank.flatMap((file) => Object.values(file.parts ?? {})).flat().find((one) => one.id === id);
    if (question.kind === "numeric") return [String(question.answer)];
    if (question.kind === "ordering") return question.steps.map((step) => step.id);
    if (question.kind === "matching") return question.pairs.map((pair) => `${pair.id}=${pair.id}`);
    return question.options.filter((option) => option.correct).map((option) => option.id);
}"""


def build_exam_course(folder: Path) -> Path:
    """The built site of the minimal course with an exam on top."""
    root = copy_minimal(folder / "course")
    shutil.copytree(OVERLAY, root, dirs_exist_ok=True)
    return build_course(root, folder / "site")


class Sitting:
    """An exam on a page, and what the learner presses."""

    def __init__(self, page, site: str, lang: str = "zh") -> None:
        self.page, self.site, self.lang = page, site, lang

    def open(self) -> "Sitting":
        self.page.goto(f"{self.site}/{PAGE[self.lang]}")
        return self

    def button(self, key: str):
        return self.page.get_by_role("button", name=say(key, self.lang), exact=True)

    def press(self, key: str) -> None:
        self.button(key).click()

    def begin(self, timed: bool = False) -> "Sitting":
        if timed:
            self.page.get_by_role("radio", name=say("exam_timed", self.lang, minutes=10)).check()
        self.press("exam_begin")
        self.question.wait_for()
        return self

    def resume(self) -> None:
        self.press("exam_resume")
        self.question.wait_for()

    @property
    def view(self) -> str:
        return self.page.locator("course-exam").get_attribute("data-view")

    @property
    def question(self):
        return self.page.locator("course-exam-sheet course-question")

    @property
    def current(self) -> str:
        return self.question.get_attribute("data-question")

    @property
    def place(self) -> str:
        return self.page.locator('[data-sheet="place"]').inner_text()

    @property
    def message(self):
        return self.page.locator("course-exam > [role=alert]")

    @property
    def cells(self) -> list[str]:
        return self.page.locator(".exam-grid button").evaluate_all("all => all.map((one) => one.dataset.state)")

    @property
    def response(self) -> list[str]:
        return self.question.evaluate("question => question.response")

    def right(self) -> list[str]:
        return self.page.evaluate(RIGHT, self.current)

    def answer(self, right: bool = True) -> None:
        """The question on the page, with the right answer, or with one that is plainly wrong."""
        fill(self.question, self.right(), right)

    def answer_all(self, wrong: str = "") -> None:
        """Every question from the first; those whose id begins with `wrong` wrongly."""
        cells = self.page.locator(".exam-grid button")
        for index in range(cells.count()):
            cells.nth(index).click()
            self.answer(not wrong or not self.current.startswith(wrong))

    def hand_in(self) -> None:
        self.press("exam_check")
        self.press("exam_submit")
        if self.page.locator("dialog[open]").count():
            self.page.locator("dialog[open]").get_by_role("button", name=say("exam_submit", self.lang)).click()
        self.page.locator("course-exam-result [data-result=verdict]").wait_for()

    @property
    def verdict(self) -> str:
        return self.page.locator("[data-result=verdict]").inner_text()

    def events(self, verb: str) -> list[dict]:
        return [event for event in self.page.evaluate("courseRecord.events()") if event["verb"] == verb]


def fill(question, right: list[str], rightly: bool = True) -> None:
    """Answers a `<course-question>` of any kind."""
    match question.get_attribute("data-kind"):
        case "numeric":
            question.locator("input").fill(right[0] if rightly else "7000")
        case "ordering":
            order(question, right if rightly else right[::-1])
        case "matching":
            for select, pair in zip(question.locator("select").all(), right if rightly else right[::-1], strict=True):
                select.select_option(pair.split("=")[1])
        case _:
            for input in question.locator("input").all():
                chosen = (input.get_attribute("value") in right) == rightly
                if chosen:
                    input.check()


def order(question, wanted: list[str]) -> None:
    steps = question.locator("[data-step]")
    for place, id in enumerate(wanted):
        while steps.evaluate_all("all => all.map((one) => one.dataset.step)").index(id) > place:
            question.locator(f'[data-step="{id}"] [data-move=up]').click()
    if question.evaluate("question => question.response.length") == 0:  # it stood there by chance, which counts as no answer
        question.locator("[data-move=down]").first.click()
        question.locator("[data-move=up]").nth(1).click()
