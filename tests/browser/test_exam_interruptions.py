"""Whatever interrupts an exam (a reload, a crash, another window, a missing file, the clock), no answer is lost."""

import pytest
from exam_pages import KEY, Sitting

from coursepack.render.html import say

DENIED = "Object.defineProperty(window, 'localStorage', {configurable: true, get() { throw new DOMException('', 'SecurityError') }})"
BANK = "**/assets/bank/1-basics.js*"
ASLEEP = "addEventListener('storage', (event) => event.stopImmediatePropagation(), true)"
FULL = """() => {
    for (let text = "x".repeat(2 ** 20), number = 0; text; number += 1) {
        try { localStorage.setItem(`filled ${number}`, text); } catch { text = text.slice(text.length / 2 + 1); }
    }
}"""


def test_a_reload_at_every_question_loses_nothing(sit):
    exam = sit().begin()
    given = {}
    for number in range(1, 7):
        exam.answer()
        given[exam.current] = exam.response
        exam.page.reload()
        assert exam.view == "paused"
        assert exam.question.count() == 0 or exam.question.is_hidden()
        exam.resume()
        assert exam.place == say("exam_place", "zh", number=number, total=6)
        assert exam.response == given[exam.current]
        if number < 6:
            exam.press("exam_next")
    assert exam.cells == ["answered"] * 6
    exam.hand_in()
    assert {answer["item"]: answer["response"] for answer in exam.events("examined")[0]["result"]["answers"]} == given


def test_a_crash_loses_nothing(sit):
    exam = sit().begin()
    exam.answer()
    given = exam.response
    exam.press("exam_flag")
    other = sit(exam.page.context)  # the first window never hears that it closes
    assert other.view == "paused"
    other.resume()
    assert (other.response, other.button("exam_flag").get_attribute("aria-pressed")) == (given, "true")


def test_two_windows_show_the_same_answers_and_end_together(sit):
    one = sit().begin()
    two = sit(one.page.context)
    two.resume()
    one.answer()
    two.page.wait_for_function("() => document.querySelector('course-exam-sheet course-question').response.length")
    assert two.response == one.response
    two.press("exam_next")
    two.answer()
    one.page.wait_for_function("() => document.querySelectorAll('.exam-grid [data-state=answered]').length === 2")
    two.hand_in()
    one.page.locator("[data-result=verdict]").wait_for()
    assert one.message.inner_text() == say("exam_ended", "zh")
    assert one.view == "result" and len(one.events("examined")) == 1


def test_a_new_start_or_a_deleted_record_in_another_window_is_told(sit):
    one = sit().begin()
    two = sit(one.page.context)
    two.press("exam_restart")
    two.page.locator("dialog[open]").get_by_role("button", name=say("exam_restart", "zh")).click()
    two.begin()
    one.message.wait_for()
    assert (one.view, one.message.inner_text()) == ("paused", say("exam_replaced", "zh"))
    two.page.evaluate("courseRecord.reset()")
    assert (two.view, two.message.inner_text()) == ("start", say("exam_gone", "zh"))
    one.page.wait_for_function("() => document.querySelector('course-exam').dataset.view === 'start'")


def test_a_window_that_slept_does_not_put_its_old_attempt_before_a_new_one(open_page, exam_site):
    page = open_page()
    page.add_init_script(ASLEEP)
    one = Sitting(page, exam_site).open().begin()
    two = Sitting(open_page(page.context), exam_site).open()
    two.press("exam_restart")
    two.page.locator("dialog[open]").get_by_role("button", name=say("exam_restart", "zh")).click()
    two.begin()
    two.answer()
    page.wait_for_timeout(1100)  # a second more on the old attempt's clock
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert (one.view, one.message.inner_text()) == ("paused", say("exam_replaced", "zh"))
    two.page.reload()
    two.resume()
    assert two.cells[0] == "answered"


def test_one_exam_at_a_time(sit):
    exam = sit()
    exam.page.evaluate("""() => {
        const other = document.querySelector("course-exam").cloneNode(true);
        other.dataset.exam = "another";
        document.querySelector("article").append(other);
    }""")
    one, other = (exam.page.locator("course-exam").nth(number) for number in (0, 1))
    one.locator("[data-action=begin]").click()
    one.locator("course-question").first.wait_for()
    other.locator("[data-action=begin]").click()
    other.locator("course-question").first.wait_for()
    assert [one.get_attribute("data-view"), other.get_attribute("data-view")] == ["paused", "asking"]


def test_the_other_language_goes_on_with_the_same_answers(sit):
    exam = sit().begin()
    exam.answer()
    given = exam.response
    exam.lang = "en"
    exam.open().resume()
    assert exam.place == say("exam_place", "en", number=1, total=6)
    assert (exam.response, exam.cells[0]) == (given, "answered")


def test_giving_up_can_be_called_off(sit):
    exam = sit().begin()
    exam.answer()
    exam.page.reload()
    exam.press("exam_restart")
    exam.page.locator("dialog[open]").get_by_role("button", name=say("cancel", "zh")).click()
    exam.resume()
    assert exam.cells[0] == "answered"


def test_denied_storage_is_told_and_the_exam_works(open_page, exam_site):
    page = open_page(viewport={"width": 360, "height": 640})
    page.add_init_script(DENIED)
    exam = Sitting(page, exam_site).open().begin()
    exam.answer_all()
    assert page.locator("course-record").inner_text() == say("record_denied", "zh")
    assert exam.message.inner_text() == say("exam_unsaved", "zh")
    exam.hand_in()
    assert exam.verdict == say("exam_passed", "zh", title="小考")


def test_leaving_is_asked_about_where_answers_are_not_kept(new_page, exam_site):
    page, asked = new_page(), []
    page.on("dialog", lambda box: (asked.append(box.type), box.dismiss()))
    exam = Sitting(page, exam_site).open().begin()
    exam.answer()
    page.evaluate(FULL)
    exam.press("exam_next")
    assert exam.message.inner_text() == say("exam_unsaved", "zh")
    exam.answer()
    given = exam.response
    page.evaluate("location.reload()")
    page.wait_for_timeout(300)
    assert asked == ["beforeunload"] and exam.response == given
    page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('filled')).forEach((key) => localStorage.removeItem(key))")
    exam.press("exam_next")
    assert exam.message.is_hidden()
    page.reload()
    exam.resume()
    assert exam.cells.count("answered") == 2 and len(asked) == 1


def test_from_a_folder_without_a_server(open_page, exam_folder):
    exam = Sitting(open_page(), exam_folder.as_uri()).open().begin()
    exam.answer_all()
    exam.hand_in()
    assert exam.verdict == say("exam_passed", "zh", title="小考")


def test_without_script_a_note_and_nothing_to_press(open_page, exam_site):
    exam = Sitting(open_page(java_script_enabled=False), exam_site).open()
    assert exam.page.locator("course-exam noscript").inner_text() == say("exam_no_script", "zh")
    assert exam.page.locator("course-exam button:visible").count() == 0


@pytest.mark.parametrize("answer", ["missing", "another page"])
def test_a_missing_bank_is_told_and_can_be_asked_again(new_page, exam_site, answer):
    page = new_page()
    exam = Sitting(page, exam_site).open()
    page.route(BANK, lambda route: route.abort() if answer == "missing" else route.fulfill(body="404", content_type="text/javascript"))
    exam.press("exam_begin")
    exam.message.wait_for()
    assert (exam.view, exam.message.inner_text()) == ("start", say("exam_no_bank", "zh"))
    page.unroute(BANK)
    exam.begin()
    assert exam.message.is_hidden()


@pytest.mark.parametrize("cached", [True, False])
def test_questions_of_an_older_build_are_fetched_anew_or_told(new_page, exam_site, exam_folder, cached):
    page = new_page()
    old = (exam_folder / "assets/bank/1-basics.js").read_text(encoding="utf-8").replace('"id":"first-', '"id":"old-')
    exam = Sitting(page, exam_site).open()

    def answer(route):  # a browser's cache gives the old file until it is asked under another address
        if cached and "?" in route.request.url:
            route.continue_()
        else:
            route.fulfill(body=old, content_type="text/javascript")

    page.route(BANK, answer)
    if cached:
        exam.begin()
        assert exam.cells == ["open"] * 6 and exam.message.is_hidden()
    else:
        exam.press("exam_begin")
        exam.message.wait_for()
        assert (exam.view, exam.message.inner_text(), exam.events("draft")) == ("start", say("exam_no_bank", "zh"), [])


# Drafts that no longer fit


def draft(item: str, response: list[str], seconds: int, of: str = "first-exam", attempt: str = "a1b2c3d4e5f6") -> dict:
    return {"id": f"{item} {attempt}", "at": f"2026-03-01T08:00:{seconds:02}.000Z", "verb": "draft", "item": item, "result": {"of": of, "attempt": attempt, "response": response}, "seconds": seconds}


FORM = ["first-rate", "first-words", "first-papers-a", "first-order-a", "first-match-a", "first-line-a"]
BAD = {
    "questions that are gone": ([*FORM[:4], "gone-a", "gone-b"], [], 6),
    "one question twice": ([*FORM, "first-rate"], [], 6),
    "an empty form": ([], [], 6),
    "questions of no exam": (["first", "x"], [], 6),
    "answers that are gone": (FORM, [draft("first-words", ["gone"], 2), draft("first-match-a", ["x=y", "goods"], 3), draft("first-order-a", ["books"], 4)], 6),
    "a question that is not in the form": (FORM, [draft("first-days", ["8"], 2)], 6),
}


def test_a_form_of_another_blueprint_is_asked_as_it_was_begun(sit):
    form = ["first-rate", "first-days", "first-words", "first-line-a", "first-line-b", "first-papers-a", "first-papers-b"]
    exam = sit()
    record = {"format": "coursepack-record", "version": 2, "course": "getting-paid", "events": [draft("first-exam", form, 1)]}
    exam.page.evaluate("([key, record]) => localStorage.setItem(key, JSON.stringify(record))", [KEY, record])
    exam.page.reload()
    exam.resume()
    assert exam.cells == ["open"] * 7 and exam.message.is_hidden()


@pytest.mark.parametrize("name", BAD)
def test_drafts_that_no_longer_fit(sit, name):
    form, answers, size = BAD[name]
    exam = sit()
    events = [draft("first-exam", form, 1), *answers]
    record = {"format": "coursepack-record", "version": 2, "course": "getting-paid", "events": events}
    exam.page.evaluate("([key, record]) => localStorage.setItem(key, JSON.stringify(record))", [KEY, record])
    exam.page.reload()
    exam.resume()
    assert exam.cells == ["open"] * size
    gone = len(set(form) - set(FORM))
    if gone:
        assert exam.message.inner_text() == say("exam_mended", "zh", gone=gone, added=size - len(set(form) & set(FORM)))
    exam.answer_all()
    exam.hand_in()
    assert exam.verdict == say("exam_passed", "zh", title="小考")


# Time


def clocked(open_page, exam_site, timed: bool = True) -> Sitting:
    page = open_page()
    page.clock.install()
    return Sitting(page, exam_site).open().begin(timed)


def clock(exam: Sitting) -> str:
    return exam.page.locator("[role=timer]").inner_text()


def test_time_is_told_warned_of_and_handed_in(open_page, exam_site):
    exam = clocked(open_page, exam_site)
    assert clock(exam) == say("exam_left", "zh", minutes=10)
    exam.answer()
    exam.page.clock.run_for("04:30")
    assert exam.message.is_hidden()
    exam.page.clock.run_for("00:35")
    assert exam.message.inner_text() == say("exam_warning", "zh", minutes=5)
    exam.page.clock.run_for("04:00")
    assert exam.message.inner_text() == say("exam_warning", "zh", minutes=1)
    assert "秒" in clock(exam)
    exam.press("exam_check")
    exam.press("exam_submit")  # the question whether to hand in is open when time is up
    exam.page.clock.run_for("01:05")
    assert (exam.view, exam.message.inner_text()) == ("result", say("exam_time_up", "zh"))
    assert 48 <= exam.message.bounding_box()["y"] < 300
    assert exam.page.locator("dialog[open]").count() == 0
    (event,) = exam.events("examined")
    assert [bool(answer["response"]) for answer in event["result"]["answers"]].count(True) == 1
    assert 600 <= event["seconds"] <= 610


def test_a_pause_hides_the_question_and_stops_the_time(open_page, exam_site):
    exam = clocked(open_page, exam_site)
    exam.answer()
    exam.page.clock.run_for("02:00")
    exam.press("exam_pause")
    assert exam.question.is_hidden()
    assert say("exam_so_far", "zh", answered=1, total=6, minutes=2) == exam.page.locator("[data-exam-part=so-far]").inner_text()
    exam.page.clock.run_for("30:00")
    exam.resume()
    assert clock(exam) == say("exam_left", "zh", minutes=8)
    assert exam.cells[0] == "answered"


def test_time_used_survives_a_reload_and_a_crash(open_page, exam_site):
    exam = clocked(open_page, exam_site)
    exam.page.clock.run_for("03:10")
    exam.page.reload()
    exam.resume()
    exam.page.clock.run_for("00:35")
    other = Sitting(open_page(exam.page.context), exam_site).open()
    other.resume()
    assert say("exam_left", "zh", minutes=7) == other.page.locator("[role=timer]").inner_text()


def test_the_focus_stays_on_the_last_look_while_time_is_kept(open_page, exam_site):
    exam = clocked(open_page, exam_site)
    exam.press("exam_check")
    left = exam.page.locator("[data-sheet=left] button").nth(2)
    left.focus()
    exam.page.clock.run_for("00:35")
    assert left.evaluate("button => button === document.activeElement")


def test_without_a_limit_time_is_only_counted(open_page, exam_site):
    exam = clocked(open_page, exam_site, timed=False)
    exam.page.clock.run_for("25:00")
    assert (exam.view, clock(exam)) == ("asking", say("exam_used", "zh", minutes=25))
    assert exam.message.is_hidden()
