"""The built review page at made-up dates with made-up records, for the tests of the review and of its counter. No fixtures here."""

import json

from test_site import COURSE

KEY = "coursepack.getting-paid"
TODAY = "2026-03-12T10:00:00+08:00"
LESSONS = [page.lesson.id for page in COURSE.lessons("zh")]
ASKED = {
    lesson: [
        placed.question.id
        for placed in COURSE.questions
        if "review" in placed.question.use and placed.question.objective.split(".")[0] == lesson
    ]
    for lesson in LESSONS
}
EVERY = [id for ids in ASKED.values() for id in ids]
FIRST = next(lesson for lesson in LESSONS if ASKED[lesson])


def event(number: int, at: str, verb: str, item: str, **result) -> dict:
    return {"id": f"e{number}", "at": at, "verb": verb, "item": item, **({"result": result} if result else {})}


def read(*lessons: str, at: str = "2026-03-10T02:00:00.000Z") -> list[dict]:
    return [event(number, at, "read", lesson) for number, lesson in enumerate(lessons)]


def answered(*items: str, at: str = "2026-03-10T02:00:00.000Z") -> list[dict]:
    return [event(100 + number, at, "answered", item, correct=True, response=["x"], score=1) for number, item in enumerate(items)]


def record_text(events: list[dict]) -> str:
    return json.dumps({"format": "coursepack-record", "version": 2, "course": "getting-paid", "events": events})


def storage(course: str, events=()) -> dict:
    """The state of a browser that holds a record of these events for the course at this address."""
    kept = {"name": KEY, "value": record_text(list(events))}
    return {"origins": [{"origin": course, "localStorage": [kept]}]}


def open_review(open_page, course, events=(), now: str = TODAY, path: str = "review.html", context=None, **options):
    """Opens a page of the built course at a date, with this in the record."""
    usual = {"timezone_id": "Asia/Shanghai", "reduced_motion": "reduce", "color_scheme": "light"}
    page = open_page(context, **({} if context else {"storage_state": storage(course, events), **usual, **options}))
    page.clock.set_fixed_time(now)
    page.goto(f"{course}/{path}")
    return page


def heading(page) -> str:
    page.locator('[data-plan="heading"]').wait_for()
    return page.locator('[data-plan="heading"]').inner_text()


def begin(page) -> None:
    page.locator('[data-plan="begin"]').click()
    page.locator("course-question").wait_for()


def current(page) -> str:
    return page.locator("course-review-sheet course-question").get_attribute("data-question")


ANSWER = """(element, wrong) => {
    const {kind, options = [], steps = [], pairs = [], answer} = element.question;
    const ids = (items) => items.map((item) => item.id);
    const right = {numeric: [String(answer)], ordering: ids(steps), matching: pairs.map(({id}) => `${id}=${id}`)}[kind];
    const false_ = {numeric: [String(answer + 1e9)], ordering: ids(steps).reverse(), matching: pairs.map(({id}, at) => `${id}=${pairs[(at + 1) % pairs.length].id}`)}[kind];
    const chosen = (key) => ids(options.filter((option) => Boolean(option.correct) === key));
    element.response = wrong ? (false_ ?? chosen(false).slice(0, 1)) : (right ?? chosen(true));
}"""


def answer(page, wrong: bool = False, confidence: int = 3) -> str:
    """Answers what is asked and submits; gives the id of the question."""
    id = current(page)
    page.locator("course-review-sheet course-question").evaluate(ANSWER, wrong)
    page.locator(f'input[name="review-confidence"][value="{confidence}"]').check()
    page.locator('[data-sheet="submit"]').click()
    page.locator("course-review-sheet .question-verdict").wait_for()
    return id


def next_question(page) -> None:
    page.locator('[data-sheet="next"]').click()


def reviews(page) -> list[tuple]:
    """What the storage holds of reviews: (question, correct, confidence). The clock stands still here, so the order says nothing."""
    events = json.loads(page.evaluate("key => localStorage.getItem(key)", KEY))["events"]
    return [(one["item"], one["result"]["correct"], one["result"]["confidence"]) for one in events if one["verb"] == "reviewed"]
