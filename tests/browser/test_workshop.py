"""The script workshop on the built course: writing, checking, keeping, printing, exporting; texts for sparring."""

import json
import re
from pathlib import Path

import pytest
from test_elements import DENIED, eventually

HERE = Path(__file__).parent
CHECKS = json.loads((HERE.parent / "workshops" / "checks.json").read_text(encoding="utf-8"))
WORDS = json.loads((HERE.parent / "workshops" / "words.json").read_text(encoding="utf-8"))
FINDS = """([name, text]) => {
    const check = (middle, last) => CourseScriptCheck.check([{step: "present", text: middle}, {step: "ask", text: last}], []);
    switch (name) {
        case "next": return check("x", text).next;
        case "concession": return !check(text, "x").approval;
        case "approval": return check(text, "打九折").approval;
        default: return check(text, "x")[name];
    }
}"""
PHRASES = json.loads((HERE.parent / "red_lines" / "cases.json").read_text(encoding="utf-8"))
STEPS = ["listen", "share", "clarify", "present", "ask"]
GOOD = ["现在就差老板这个签字，是吧？", "您夹在中间不好做。", "付款申请在谁手里？", "48 万元先提申请。", "明天下班前请回我一句。"]
FIRST = "#workshop-workshop-boss-away"


def fields(page):
    return page.locator(f"{FIRST} textarea[name]")


def write(page, lines):
    for field, line in zip(fields(page).all(), lines, strict=True):
        field.fill(line)


def press(page, action: str):
    page.locator(f'{FIRST} [data-action="{action}"]').click()


def open_checks(page) -> list[str]:
    return page.locator(f"{FIRST} .workshop-check--open").evaluate_all("items => items.map(item => item.dataset.check)")


@pytest.fixture
def workshop(open_page, course):
    page = open_page()
    page.goto(f"{course}/workshop.html")
    return page


def test_the_checks(workshop):
    lists = [{"id": "one", "phrases": ["拉进黑名单"]}]
    for case in CHECKS:
        lines = [{"step": step, "text": text} for step, text in zip(STEPS, case["lines"], strict=True)]
        found = workshop.evaluate("([lines, lists]) => CourseScriptCheck.check(lines, lists)", [lines, lists])
        assert [name for name, passed in found.items() if not passed] == case["open"], case["name"]


@pytest.mark.parametrize("name", WORDS)
def test_words_that_count_and_words_that_do_not(workshop, name):
    for text in WORDS[name]["found"]:
        assert workshop.evaluate(FINDS, [name, text]), text
    for text in WORDS[name]["not"]:
        assert not workshop.evaluate(FINDS, [name, text]), text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_examples_pass_every_check(workshop, lang):
    from coursepack.course import load

    for one in load(HERE.parents[1]).workshops.values():
        lines = [{"step": step.step, "text": getattr(step.example, lang)} for step in one.steps]
        found = workshop.evaluate("lines => CourseScriptCheck.check(lines, [])", lines)
        assert all(found.values()), (one.id, found)


def test_phrases_are_found_as_the_checker_finds_them(workshop):
    lists = [{"id": "one", "phrases": ["发到你们行业群", "送…购物卡", "name and shame", "won't let you leave", "call … wife"]}]
    for case in PHRASES:
        found = workshop.evaluate("([text, lists]) => CourseScriptCheck.crossed(text, lists)", [case["text"], lists])
        assert [item["phrase"] for item in found] == ([case["phrase"]] if case["phrase"] else []), case["name"]


def test_writing_checking_and_mending_a_line(workshop):
    write(workshop, [*GOOD[:3], "48 万元，再不付就让同行都知道。", GOOD[4]])
    press(workshop, "check")
    verdict = workshop.locator(f"{FIRST} .workshop-verdict")
    assert "还差 1 项" in verdict.inner_text()
    assert verdict.evaluate("verdict => document.activeElement === verdict")
    assert open_checks(workshop) == ["red-line"]
    note = workshop.locator(f"{FIRST} .workshop-found:visible")
    assert "让同行都知道" in note.inner_text() and "LAW-44" in note.inner_text() and "换成" in note.inner_text()
    fields(workshop).nth(3).fill(GOOD[3])
    assert open_checks(workshop) == [] and note.count() == 0
    assert "七项都有了" in verdict.inner_text()
    assert fields(workshop).nth(3).get_attribute("aria-describedby") is None


def test_the_note_belongs_to_its_line_and_multiplies_the_open_checks(workshop):
    write(workshop, ["走夜路小心", *GOOD[1:]])
    press(workshop, "check")
    note = fields(workshop).first.get_attribute("aria-describedby")
    assert "LAW-43" in workshop.locator(f"#{note}").inner_text()
    fields(workshop).nth(4).fill("那就这样。")
    assert open_checks(workshop) == ["date", "next", "red-line"]
    assert "还差 3 项" in workshop.locator(f"{FIRST} .workshop-verdict").inner_text()


def test_lines_are_there_after_a_reload_and_in_the_other_language(workshop, course):
    write(workshop, GOOD)
    workshop.reload()
    assert [field.input_value() for field in fields(workshop).all()] == GOOD
    workshop.goto(f"{course}/en/workshop.html")
    assert fields(workshop).first.input_value() == GOOD[0]


def test_storage_denied(open_page, course):
    page = open_page()
    page.add_init_script(DENIED)
    page.goto(f"{course}/workshop.html")
    write(page, GOOD)
    press(page, "check")
    assert open_checks(page) == []
    assert page.locator("course-record").is_visible()


def test_the_text_that_is_saved(workshop):
    write(workshop, ["<b>一</b>", "二", "三", "四", "五"])
    with workshop.expect_download() as download:
        press(workshop, "export")
    saved = Path(download.value.path()).read_bytes()
    assert saved.startswith(b"\xef\xbb\xbf") and saved.count(b"\r\n") == saved.count(b"\n")  # as Windows' Notepad likes it
    text = saved.decode("utf-8-sig").replace("\r\n", "\n")
    assert download.value.suggested_filename == "workshop-boss-away.txt"
    assert text.startswith("“老板出差，没人签字”\n\n倾听\n<b>一</b>\n\n分享感受\n二\n")


def test_the_pocket_card(workshop):
    write(workshop, ["现在就差老板这个签字，\n是吧？", *GOOD[1:]])
    workshop.evaluate("window.print = () => dispatchEvent(new Event('beforeprint'))")
    press(workshop, "print")
    workshop.emulate_media(media="print")
    card = workshop.locator(f"{FIRST} .workshop-card")
    assert all(line in card.inner_text() for line in ["现在就差老板这个签字，\n是吧？", *GOOD[1:]])
    assert "报批" in card.inner_text()
    assert not fields(workshop).first.is_visible() and not workshop.locator("h1").is_visible()
    assert card.evaluate("card => card.getBoundingClientRect().width") < 400


def test_clearing_asks_first(workshop):
    write(workshop, GOOD)
    press(workshop, "check")
    press(workshop, "clear")
    assert workshop.get_by_role("dialog", name="清空").is_visible()
    workshop.locator(f"{FIRST} dialog button[value=cancel]").click()
    assert fields(workshop).first.input_value() == GOOD[0]
    press(workshop, "clear")
    workshop.locator(f"{FIRST} dialog button[value=ok]").click()
    assert [field.input_value() for field in fields(workshop).all()] == [""] * 5
    assert workshop.locator(f"{FIRST} .workshop-checks").is_hidden()


def test_a_long_line_is_whole_on_paper(workshop):
    write(workshop, ["长" * 600, *GOOD[1:]])
    workshop.emulate_media(media="print")
    assert fields(workshop).first.evaluate("field => field.scrollHeight <= field.clientHeight + 1")


def test_odd_texts_do_no_harm(workshop):
    odd = ["😀 <script>alert(1)</script>", "שלום \u202eعربي", "'\"&`{}[]()\\$^", "a" * 600, "\n\n"]
    write(workshop, odd)
    press(workshop, "check")
    assert "steps" in open_checks(workshop)
    workshop.reload()
    assert [field.input_value() for field in fields(workshop).all()] == odd


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_text_for_sparring_holds_the_case_but_no_answers(open_page, course, lang):
    page = open_page()
    page.goto(f"{course}/{'en/' if lang == 'en' else ''}workshop.html")
    from coursepack.course import load

    for case in load(HERE.parents[1]).cases.values():
        text = page.locator(f"#sparring-{case.id} textarea").input_value()
        told = [case.parties.debtor, *case.roles.debtor.private]
        kept = [*case.roles.collector.private, *(question.answer for question in case.discussion), case.glance.lever, case.glance.result]
        assert all(getattr(fact, lang) in text for fact in told)
        assert not any(getattr(fact, lang) in text for fact in kept)


def test_copying_and_where_the_browser_denies_it(open_page, course):
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{course}/workshop.html")
    first = page.locator("course-sparring").first
    first.locator("summary").click()
    first.locator("button").click()
    status = first.locator("[role=status]")
    assert eventually(lambda: status.inner_text() == "已复制")
    assert page.evaluate("navigator.clipboard.readText()") == first.locator("textarea").input_value()
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(); document.execCommand = () => false }")
    first.locator("button").click()
    assert eventually(lambda: "Ctrl+C" in status.inner_text())
    assert first.locator("textarea").evaluate("text => text.selectionEnd - text.selectionStart === text.value.length")


def test_without_script(new_page, course):
    page = new_page(java_script_enabled=False)
    page.goto(f"{course}/workshop.html")
    assert page.locator(f"{FIRST} [data-action]:visible").count() == 0
    assert page.locator(f"{FIRST} noscript").count() == 1
    assert re.search("倾听", page.locator(FIRST).inner_text())
