"""The custom elements on hand-written pages in a real browser: what storage does to the record, what the reader sees.

Malformed records are files: records/<reason>.<what is wrong>.json. Partial credit is shared with the Python grader:
tests/grading/multiple.json.
"""

import json
import re
import time
from pathlib import Path

import pytest

HERE = Path(__file__).parent
RECORDS = HERE / "records"
RELEASED = sorted(path.name for path in RECORDS.glob("record-v*.json"))
REFUSED = sorted(path.name for path in RECORDS.glob("*.*.json"))
GRADING = json.loads((HERE.parent / "grading" / "multiple.json").read_text(encoding="utf-8"))
KEY = "coursepack.getting-paid"
SINGLE, MULTIPLE = "prep-reasons-quality-claim", "prep-reasons-proof"
DENIED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('', 'SecurityError') }})"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }"


def record_text(name: str = "record-v1.json") -> str:
    return (RECORDS / name).read_text(encoding="utf-8", errors="replace")


def stored(page, key: str = KEY):
    return page.evaluate("key => localStorage.getItem(key)", key)


def eventually(holds) -> bool:
    """Whether it comes to hold within a few seconds; for what the browser does in a task of its own."""
    for _ in range(100):
        if holds():
            return True
        time.sleep(0.05)
    return False


def events(page) -> list:
    return page.evaluate("courseRecord.events()")


def open_with(page, site: str, name: str, text: str):
    """Opens the page with this text in storage."""
    page.goto(f"{site}/page.css")
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
    page.goto(f"{site}/{name}")


def question(page, item: str):
    return page.locator(f'course-quiz[data-question="{item}"]')


def submit(page, item: str, *options: str):
    quiz = question(page, item)
    for option in options:
        quiz.locator(f'[value="{option}"]').check()
    quiz.locator('button[type="submit"]').click()
    return quiz


def verdict(quiz) -> tuple:
    return quiz.get_attribute("data-answered"), quiz.locator(".quiz-feedback").inner_text()


def chosen(quiz) -> list:
    return quiz.locator("input").evaluate_all("all => all.filter(one => one.checked).map(one => one.value).sort()")


def shown_feedback(quiz) -> int:
    return quiz.locator(".answer-feedback:visible").count()


# The record and its storage


def test_empty_storage(page, site):
    page.goto(f"{site}/quiz.html")
    assert events(page) == []
    assert page.locator("course-record").is_hidden()
    assert stored(page) is None


@pytest.mark.parametrize(("fault", "notice"), [(DENIED, "浏览器不让保存"), (FULL, "存储已满")])
def test_failing_storage_is_told_and_the_page_works(page, site, fault, notice):
    page.add_init_script(fault)
    page.goto(f"{site}/quiz.html")
    quiz = submit(page, SINGLE, "ask-evidence")
    assert verdict(quiz) == ("right", "答对了")
    assert page.locator("course-record[role=status]").inner_text() == notice
    assert page.evaluate(f"courseRecord.latest('{SINGLE}', 'answered').result.correct")
    submit(page, MULTIPLE, "statement")
    assert len(events(page)) == 2


def test_room_again_saves_what_was_kept_in_memory(page, site):
    page.goto(f"{site}/quiz.html")
    page.evaluate("() => { window.real = Storage.prototype.setItem; " + FULL + " }")
    submit(page, SINGLE, "wait")
    page.evaluate("() => { Storage.prototype.setItem = window.real }")
    submit(page, MULTIPLE, "statement")
    assert len(json.loads(stored(page))["events"]) == 2
    assert page.locator("course-record").is_hidden()


@pytest.mark.parametrize("name", [name for name in REFUSED if not name.startswith("newer")])
def test_corrupt_storage_is_set_aside(page, site, name):
    text = record_text(name) or "{"
    open_with(page, site, "quiz.html", text)
    assert page.locator("course-record").inner_text() == "记录已损坏"
    assert stored(page, f"{KEY}.broken") == text
    submit(page, SINGLE, "ask-evidence")
    page.reload()
    assert len(events(page)) == 1
    assert page.locator("course-record").is_hidden()


def test_corruption_under_an_open_page_loses_nothing(page, site):
    open_with(page, site, "quiz.html", record_text())
    page.evaluate("key => localStorage.setItem(key, '{')", KEY)
    page.evaluate("courseRecord.record({verb: 'read', item: 'nego-plan'})")
    assert len(json.loads(stored(page))["events"]) == 6


def test_corrupt_and_full_at_once(page, site):
    page.add_init_script(FULL)
    page.goto(f"{site}/page.css")
    page.evaluate("key => { localStorage[key] = '{' }", KEY)
    page.goto(f"{site}/quiz.html")
    submit(page, SINGLE, "ask-evidence")
    submit(page, MULTIPLE, "statement")
    assert len(events(page)) == 2


def test_a_newer_record_is_left_alone(page, site):
    text = record_text("newer.version-3.json")
    open_with(page, site, "quiz.html", text)
    submit(page, SINGLE, "ask-evidence")
    assert page.locator("course-record").inner_text() == "记录来自更新的版本"
    assert len(events(page)) == 1
    page.evaluate("courseRecord.reset()")
    assert stored(page) == text


def test_odd_events_are_dropped(page, site):
    open_with(page, site, "quiz.html", record_text("odd-events.json"))
    assert [event["verb"] for event in events(page)] == ["read", "answered"]
    assert sorted(events(page)[1]) == ["at", "id", "item", "result", "verb"]


def test_two_tabs_in_turn(new_page, site):
    one = new_page()
    two = new_page(one.context)
    one.goto(f"{site}/quiz.html")
    two.goto(f"{site}/quiz.html")
    submit(one, SINGLE, "wait")
    submit(two, MULTIPLE, "statement")
    question(one, SINGLE).locator(".quiz-reset-button").click()
    submit(one, SINGLE, "ask-evidence")
    for tab in (one, two):
        tab.reload()
        assert chosen(question(tab, SINGLE)) == ["ask-evidence"]
        assert chosen(question(tab, MULTIPLE)) == ["statement"]
        assert len(events(tab)) == 3


def test_a_reset_in_another_tab_stands(new_page, site):
    one = new_page()
    two = new_page(one.context)
    one.goto(f"{site}/quiz.html")
    submit(one, SINGLE, "wait")
    two.goto(f"{site}/quiz.html")
    two.evaluate("courseRecord.reset()")
    submit(one, MULTIPLE, "statement")
    assert [event["item"] for event in events(one)] == [MULTIPLE]


def test_a_change_in_another_tab_is_heard(new_page, site):
    one = new_page()
    two = new_page(one.context)
    one.goto(f"{site}/lesson.html")
    two.goto(f"{site}/quiz.html")
    one.get_by_role("button", name="标为已读").click()
    two.locator(".md-status--prep-reasons.course-read").wait_for(state="attached")


def test_the_first_attempt_and_the_latest(page, site):
    open_with(page, site, "quiz.html", record_text())
    assert page.evaluate(f"courseRecord.first('{SINGLE}', 'answered').result.correct") is False
    assert page.evaluate(f"courseRecord.latest('{SINGLE}', 'answered').result.correct") is True
    assert page.evaluate("[courseRecord.has('prep-reasons', 'read'), courseRecord.has('prep-ledger', 'read')]") == [
        True,
        False,
    ]


def test_notes_are_compacted_and_a_clock_put_back_does_no_harm(page, site):
    page.goto(f"{site}/form.html")
    page.evaluate("""() => {
        const note = (value) => courseRecord.record({verb: "note", item: "sheet.field", result: {value}});
        note("one");
        const now = Date.now;
        Date.now = () => now() - 86400000;
        note("two");
    }""")
    assert [event["result"]["value"] for event in events(page)] == ["two"]


def test_ids_without_random_uuid(page, site):
    page.add_init_script("delete Crypto.prototype.randomUUID")
    page.goto(f"{site}/quiz.html")
    page.evaluate("courseRecord.record({verb: 'read', item: 'one'}, {verb: 'read', item: 'two'})")
    assert len({event["id"] for event in events(page)}) == 2


def test_another_sink_starts_from_what_it_holds(page, site):
    open_with(page, site, "quiz.html", record_text())
    page.evaluate("""() => {
        window.kept = null;
        courseRecord.use({load: () => window.kept, save: (text) => { window.kept = text }});
        courseRecord.record({verb: "read", item: "nego-plan"});
    }""")
    assert [event["item"] for event in json.loads(page.evaluate("window.kept"))["events"]] == ["nego-plan"]
    assert json.loads(stored(page)) == json.loads(record_text())


# Lesson checks


def test_grading_cases(page, site):
    page.goto(f"{site}/quiz.html")
    grades = page.evaluate("cases => cases.map(({keys, response}) => CourseGrading.choice(keys, response))", GRADING)
    for case, grade in zip(GRADING, grades, strict=True):
        assert grade == {"score": case["score"], "correct": case["correct"]}, case["name"]


def test_loading_records_nothing(page, site):
    open_with(page, site, "quiz.html", record_text())
    assert json.loads(stored(page)) == json.loads(record_text())
    assert stored(page, "quiz_progress_/pages/quiz.html") is None


def test_empty_submit(page, site):
    page.goto(f"{site}/quiz.html")
    quiz = submit(page, SINGLE)
    assert verdict(quiz) == (None, "请先选一项")
    assert quiz.locator(".quiz-feedback").evaluate("box => box === document.activeElement")
    assert quiz.locator("section").is_hidden()
    quiz.locator("[value=wait]").check()
    assert quiz.locator(".quiz-feedback").is_hidden()
    assert events(page) == []


def test_a_wrong_answer(page, site):
    page.goto(f"{site}/quiz.html")
    quiz = submit(page, SINGLE, "wait")
    assert verdict(quiz) == ("wrong", "不对")
    assert shown_feedback(quiz) == 3
    assert quiz.locator("section").is_visible()
    event = events(page)[0]
    assert event["result"] == {"correct": False, "response": ["wait"], "score": 0}
    assert (event["item"], event["verb"]) == (SINGLE, "answered")
    assert event["seconds"] >= 0


def test_a_half_right_answer_says_so(page, site):
    page.goto(f"{site}/quiz.html")
    quiz = submit(page, MULTIPLE, "statement", "delivery-note", "memory")
    assert verdict(quiz) == ("partly", "部分正确")
    assert shown_feedback(quiz) == 4
    assert events(page)[0]["result"] == {
        "correct": False,
        "response": ["delivery-note", "memory", "statement"],
        "score": 0.5,
    }


def test_keyboard_only(page, site):
    page.goto(f"{site}/quiz.html")
    quiz = question(page, SINGLE)
    quiz.locator("[value=send-letter]").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert chosen(quiz) == ["ask-evidence"]
    assert events(page) == []
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert verdict(quiz) == ("right", "答对了")
    assert quiz.locator(".quiz-feedback").evaluate("box => box === document.activeElement")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert chosen(quiz) == []
    assert quiz.locator("input").first.evaluate("input => input === document.activeElement")


def test_trying_again(page, site):
    page.goto(f"{site}/quiz.html")
    quiz = submit(page, SINGLE, "wait")
    again = quiz.locator(".quiz-reset-button")
    assert again.all_inner_texts() == ["再试一次"]
    again.click()
    assert (chosen(quiz), shown_feedback(quiz), quiz.get_attribute("data-answered")) == ([], 0, None)
    assert quiz.locator(".quiz-feedback").is_hidden()
    submit(page, SINGLE, "ask-evidence")
    assert [event["result"]["correct"] for event in events(page)] == [False, True]


def test_reload_restores(page, site):
    page.goto(f"{site}/quiz.html")
    submit(page, SINGLE, "ask-evidence")
    submit(page, MULTIPLE, "statement", "own-ledger", "delivery-note")
    page.reload()
    single, multiple = question(page, SINGLE), question(page, MULTIPLE)
    assert (verdict(single), shown_feedback(single)) == (("right", "答对了"), 3)
    assert (verdict(multiple), shown_feedback(multiple)) == (("partly", "部分正确"), 4)
    assert chosen(multiple) == ["delivery-note", "own-ledger", "statement"]
    assert page.locator(".quiz-reset-button:visible").count() == 2
    assert len(events(page)) == 2


def test_moved_reordered_and_translated_questions_keep_their_state(page, site):
    page.goto(f"{site}/quiz.html")
    submit(page, SINGLE, "wait")
    submit(page, MULTIPLE, "statement")
    page.goto(f"{site}/quiz-moved.html")
    single, multiple = question(page, SINGLE), question(page, MULTIPLE)
    assert (chosen(single), verdict(single)) == (["wait"], ("wrong", "Not right"))
    assert (chosen(multiple), verdict(multiple)) == (["statement"], ("partly", "Partly right"))


def test_an_option_that_is_gone_is_not_restored(page, site):
    text = record_text().replace('"ask-evidence"', '"an-option-of-old"')
    open_with(page, site, "quiz.html", text)
    assert verdict(question(page, SINGLE)) == (None, "")
    assert question(page, SINGLE).locator('button[type="submit"]').is_visible()


def test_reduced_motion(new_page, site):
    page = new_page(reduced_motion="reduce")
    page.goto(f"{site}/quiz.html")
    assert verdict(submit(page, SINGLE, "ask-evidence"))[0] == "right"
    assert page.evaluate("document.getAnimations().length") == 0
    assert page.locator("canvas").count() == 0


# Lessons


def test_a_lesson_is_read_at_its_end_after_a_fifth_of_its_minutes(page, site):
    page.clock.install()
    page.goto(f"{site}/lesson.html")
    page.clock.run_for(100_000)
    page.locator("#keep").scroll_into_view_if_needed()
    page.evaluate("Object.defineProperty(document, 'hidden', {get: () => true, configurable: true})")
    page.clock.run_for(300_000)
    assert events(page) == []
    page.evaluate("delete document.hidden")
    page.clock.run_for(43_000)
    assert events(page) == []
    page.clock.run_for(2_000)
    page.locator(".course-lesson-state").wait_for()
    assert [(event["item"], event["verb"], event["seconds"]) for event in events(page)] == [
        ("prep-reasons", "read", 144)
    ]
    tick = page.locator(".md-status--prep-reasons")
    assert (tick.get_attribute("title"), tick.get_attribute("aria-label")) == ("已读", "已读")


def test_time_alone_does_not_read_a_lesson(page, site):
    page.clock.install()
    page.goto(f"{site}/lesson.html")
    page.clock.run_for(400_000)
    assert events(page) == []


def test_the_button_reads_a_lesson_and_a_reset_unreads_it(page, site):
    page.goto(f"{site}/lesson.html")
    page.get_by_role("button", name="标为已读").click()
    assert page.locator(".course-lesson-state").evaluate("state => state === document.activeElement")
    assert page.get_by_role("link", name="分析欠款原因 已读").count() == 1
    assert page.locator(".md-status--prep-ledger").get_attribute("title") is None
    page.reload()
    assert page.get_by_role("button", name="标为已读").count() == 0
    page.evaluate("courseRecord.reset()")
    assert page.get_by_role("button", name="标为已读").is_visible()
    assert page.locator(".course-read").count() == 0


# Worksheets and the next call


def fill_sheet(page):
    page.locator('[name="debt.customer"]').fill("江岚制造")
    page.locator('[name="debt.date"]').fill("2026-03-04")
    page.locator('[value="cash"]').check()
    page.locator('[name="debt.reported"]').check()
    page.locator('[name="plan.words"]').fill("\n".join("一行" for _ in range(12)))
    page.locator('[name="question"]').fill("付款申请提了吗")


def test_a_worksheet_survives_a_reload(page, site):
    page.goto(f"{site}/form.html")
    fill_sheet(page)
    page.reload()
    assert page.locator('[name="debt.customer"]').input_value() == "江岚制造"
    assert page.locator('[name="debt.date"]').input_value() == "2026-03-04"
    assert page.locator("input:checked").evaluate_all("all => all.map(one => one.value)") == ["cash", "yes"]
    assert page.locator('[name="question"]').input_value() == "付款申请提了吗"
    items = {event["item"] for event in events(page)}
    assert {"cause-sheet.debt.customer", "prep-reasons.next.question"} <= items
    words = page.locator("textarea")
    assert words.evaluate("field => field.scrollHeight <= field.clientHeight")


def test_typing_is_saved_after_a_pause(page, site):
    page.goto(f"{site}/form.html")
    page.locator('[name="debt.amount"]').press_sequentially("480000")
    assert eventually(lambda: [event["result"]["value"] for event in events(page)] == ["480000"])


def test_clearing_a_worksheet_asks_first(page, site):
    page.goto(f"{site}/form.html")
    fill_sheet(page)
    clear = page.locator('[data-action="clear"]')
    customer = page.locator('[name="debt.customer"]')
    clear.click()
    page.locator('dialog [value="cancel"]').click()
    assert customer.input_value() == "江岚制造"
    clear.click()
    page.locator('dialog [value="ok"]').click()
    assert eventually(lambda: customer.input_value() == "")
    assert page.locator("input:checked").count() == 0
    page.reload()
    assert customer.input_value() == ""
    assert page.locator('[name="question"]').input_value() == "付款申请提了吗"
    customer.fill("云泊包装")
    clear.click()
    page.keyboard.press("Escape")
    page.reload()
    assert customer.input_value() == "云泊包装"


def test_printing_one_sheet(page, site):
    page.goto(f"{site}/form.html")
    page.evaluate("""() => {
        window.print = () => {
            window.printed = [document.documentElement.className, document.querySelector("course-worksheet").className];
        };
    }""")
    page.locator('[data-action="print"]').click()
    assert page.evaluate("window.printed") == ["course-print-one", "course-printing"]
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".course-print-one, .course-printing").count() == 0


# Progress, export, import, reset


def cells(page, lesson: str) -> list:
    return page.locator(f'tr[data-lesson="{lesson}"] td').all_inner_texts()


def import_file(page, path: Path) -> str:
    page.locator('input[type="file"]').set_input_files(path)
    message = page.locator("course-progress [role=status]:not(:empty)")
    message.wait_for()
    return message.inner_text()


def test_progress_numbers(page, site):
    open_with(page, site, "progress.html", record_text())
    assert cells(page, "prep-reasons") == ["已读", "2/3，首次答对 0"]
    assert cells(page, "prep-ledger") == ["未读", ""]
    assert cells(page, "nego-plan") == ["未读", "0/1，首次答对 0"]
    bars = page.locator("progress").evaluate_all("all => all.map(one => [one.value, one.max])")
    assert bars == [[1, 3], [1, 2], [0, 1]]
    assert page.locator("[data-cell=count]").all_inner_texts() == ["1/3", "1/2", "0/1"]
    assert page.locator("[data-cell=last]").inner_text() == "2026年3月12日"


def test_progress_of_nobody(page, site):
    page.goto(f"{site}/progress.html")
    assert cells(page, "prep-reasons") == ["未读", "0/3，首次答对 0"]
    assert page.locator("[data-cell=last]").inner_text() == "还没有"


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_export_and_import_into_another_browser_merge(new_page, site, folder, tmp_path, scheme):
    address = f"{site}/progress.html" if scheme == "http" else (folder / "pages" / "progress.html").as_uri()
    one, other = new_page(), new_page()
    one.goto(address)
    import_file(one, RECORDS / "record-v1.json")
    with one.expect_download() as download:
        one.locator('[data-action="export"]').first.click()
    assert re.fullmatch(r"getting-paid-record-\d{4}-\d\d-\d\d\.json", download.value.suggested_filename)
    assert download.value.suggested_filename == f"getting-paid-record-{time.strftime('%Y-%m-%d')}.json"
    path = tmp_path / "record.json"
    download.value.save_as(path)
    other.goto(address)
    other.evaluate("courseRecord.record({verb: 'read', item: 'nego-plan'})")
    assert import_file(other, path) == "新增 5 条，已有 0 条，丢弃 0 条"
    assert cells(other, "nego-plan")[0] == "已读"
    assert len(events(other)) == 6
    assert other.evaluate("courseRecord.import(courseRecord.export())") == {"added": 0, "kept": 6, "dropped": 0}


@pytest.mark.parametrize("name", RELEASED)
def test_every_released_format_stays_readable(page, site, name):
    page.goto(f"{site}/progress.html")
    released = json.loads(record_text(name))
    assert import_file(page, RECORDS / name) == f"新增 {len(released['events'])} 条，已有 0 条，丢弃 0 条"
    assert events(page) == released["events"]
    assert json.loads(page.evaluate("courseRecord.export()")) == released | {"version": 2}


def test_an_import_with_odd_events_says_how_many(page, site):
    page.goto(f"{site}/progress.html")
    assert import_file(page, RECORDS / "odd-events.json") == "新增 2 条，已有 0 条，丢弃 16 条"


def test_an_older_note_does_not_replace_a_newer_one(page, site):
    page.goto(f"{site}/progress.html")
    page.evaluate("courseRecord.record({verb: 'note', item: 'cause-sheet.debt.customer', result: {value: '云泊包装'}})")
    assert import_file(page, RECORDS / "record-v1.json") == "新增 4 条，已有 1 条，丢弃 0 条"
    assert page.evaluate("courseRecord.latest('cause-sheet.debt.customer', 'note').result.value") == "云泊包装"


MESSAGES = {"bad-file": "这不是记录文件", "wrong-course": "这是别的课的记录", "newer": "记录来自更新的版本"}


@pytest.mark.parametrize("name", REFUSED)
def test_a_refused_import_changes_nothing(page, site, name):
    open_with(page, site, "progress.html", record_text())
    assert import_file(page, RECORDS / name) == MESSAGES[name.split(".")[0]]
    assert json.loads(stored(page)) == json.loads(record_text())
    assert cells(page, "prep-reasons")[0] == "已读"


def test_reset_asks_and_offers_an_export(page, site):
    open_with(page, site, "progress.html", record_text())
    page.locator('[data-action="reset"]').click()
    with page.expect_download():
        page.locator("dialog [data-action=export]").click()
    page.keyboard.press("Escape")
    page.reload()
    assert len(events(page)) == 5
    page.locator('[data-action="reset"]').click()
    page.locator('dialog [value="ok"]').click()
    page.get_by_text("记录已清空").wait_for()
    assert cells(page, "prep-reasons")[0] == "未读"
    page.reload()
    assert events(page) == []


# Search: the hold before Material's own bundle, in a small site of one page


def watch_index(page) -> list:
    requests = []
    page.on("request", lambda request: "search_index" in request.url and requests.append(request.url))
    return requests


OPENINGS = {
    "hotkey": lambda page: page.keyboard.press("/"),
    "click": lambda page: page.locator(".md-search__input").click(),
    "label": lambda page: page.locator("header label[for=__search]").first.click(),
}


@pytest.mark.parametrize("opening", OPENINGS)
def test_the_index_is_fetched_once_when_search_opens(new_page, search_site, opening):
    page = new_page(viewport={"width": 400 if opening == "label" else 1280, "height": 800})
    requests = watch_index(page)
    page.goto(f"{search_site}/index.html", wait_until="networkidle")
    assert requests == []
    OPENINGS[opening](page)
    page.keyboard.type("arbitration")
    page.locator(".md-search-result__item").first.wait_for()
    assert len(requests) == 1


@pytest.mark.parametrize("query", ["?q=arbitration", "?h=arbitration"])
def test_an_address_that_searches_fetches_the_index_at_once(page, search_site, query):
    with page.expect_request("**/search_index.json"):
        page.goto(f"{search_site}/index.html{query}")


def test_from_files_the_index_waits_too(page, searchable):
    requests = watch_index(page)
    page.goto((searchable / "index.html").as_uri(), wait_until="networkidle")
    assert requests == []
    with page.expect_request("**/search_index.js"):
        page.keyboard.press("/")
