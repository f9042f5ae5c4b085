"""Spaced review in a real browser: the built review page at made-up dates."""

import functools
import re

import pytest
from review_page import (
    ASKED,
    EVERY,
    FIRST,
    KEY,
    LESSONS,
    answer,
    answered,
    begin,
    current,
    event,
    heading,
    next_question,
    open_review,
    read,
    record_text,
    reviews,
)
from test_site import CLIPPED, DENIED, scheme, settle, tab_to, violations


@pytest.fixture
def review(open_page, course):
    return functools.partial(open_review, open_page, course)


# The start page


def test_nothing_read_yet(review):
    page = review()
    assert heading(page) == "还没有题目进来"
    page.locator('[data-plan="empty"] a').click()
    page.wait_for_url("**/0-start/1-why.html")


def test_read_today_asked_tomorrow(review):
    page = review(read(FIRST, at="2026-03-12T01:00:00.000Z"))
    assert heading(page) == "今天没有要复习的题"
    assert f"{len(ASKED[FIRST])} 题" in page.locator('[data-plan="next"]').inner_text()
    assert page.locator('[data-plan="rows"] tr').all_inner_texts() == [f"3月13日周五\t{len(ASKED[FIRST])}"]
    page.clock.set_fixed_time("2026-03-13T00:00:01+08:00")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert heading(page) == f"今天该复习 {len(ASKED[FIRST])} 题"


def test_choosing_modules(review):
    page = review(read(*LESSONS))
    labels = page.locator(".review-modules label:visible")
    assert labels.count() > 1
    for box in labels.locator("input").all():
        box.uncheck()
    page.locator('[data-plan="begin"]').click()
    assert "至少勾选一章" in page.locator('[data-plan="fault"]').inner_text()
    assert page.evaluate("document.activeElement.type") == "checkbox"
    labels.first.locator("input").check()
    assert page.locator('[data-plan="fault"]').inner_text() == ""
    begin(page)
    page.locator('[data-action="stop"]').click()
    assert heading(page) == f"今天该复习 {len(EVERY)} 题"
    assert page.evaluate("document.activeElement.dataset.plan") == "heading"


# A sitting


def test_a_whole_sitting(review):
    ids = EVERY[:3]
    page = review(answered(*ids))
    assert heading(page) == "今天该复习 3 题"
    begin(page)
    assert page.evaluate("document.activeElement.matches('legend')")
    missed = answer(page, wrong=True, confidence=3)
    assert page.evaluate("document.activeElement.matches('.question-verdict')")
    assert "末尾再问" in page.locator('[data-sheet="when"]').inner_text()
    assert page.locator("[data-sheet=lesson] a").get_attribute("href").endswith("#idea")
    next_question(page)
    guessed = answer(page, confidence=1)
    assert "间隔不拉长。下一次：明天" in page.locator('[data-sheet="when"]').inner_text()
    next_question(page)
    known = answer(page, confidence=2)
    assert "3 天后，3月15日" in page.locator('[data-sheet="when"]').inner_text()
    next_question(page)
    assert page.locator('[data-sheet="again"]').is_visible()
    assert answer(page, wrong=True) == missed
    next_question(page)
    assert answer(page) == missed
    assert page.locator('[data-sheet="next"]').inner_text() == "看结果"
    next_question(page)
    assert sorted(reviews(page)) == sorted([(missed, False, 3), (guessed, True, 1), (known, True, 2), (missed, False, 3), (missed, True, 3)])
    result = page.locator("course-review-result")
    assert page.evaluate("document.activeElement.dataset.result") == "heading"
    assert "答了 3 题，第一遍答对 2 题" in result.inner_text()
    assert "标了“很确定”的 1 题里，答对 0 题" in result.inner_text()
    assert result.locator("tbody tr").all_inner_texts() == ["很确定\t1 题对 0 题\t1 题对 0 题", "比较确定\t1 题对 1 题\t1 题对 1 题", "猜的\t1 题对 1 题\t1 题对 1 题"]
    assert result.locator(".review-slips li").count() == 1
    page.locator('[data-action="back"]').click()
    assert heading(page) == "今天没有要复习的题"
    assert page.locator('[data-plan="rows"] tr').all_inner_texts() == ["3月13日周五\t2", "3月15日周日\t1"]


def test_both_the_answer_and_how_sure_one_is_are_asked_for(review):
    page = review(answered("prep-reasons-quality-claim"))
    begin(page)
    page.locator('[data-sheet="submit"]').click()
    assert "还没有答完" in page.locator('[data-sheet="no-answer"]').inner_text()
    assert "先在上面选" in page.locator('[data-sheet="no-confidence"]').inner_text()
    page.locator('course-question input[value="video"]').check()
    assert page.locator('[data-sheet="no-answer"]').is_hidden()
    page.locator('[data-sheet="submit"]').click()
    assert page.evaluate("document.activeElement.name") == "review-confidence"
    assert page.locator(".question-verdict").is_hidden() and reviews(page) == []
    page.keyboard.press("Space")
    assert page.locator('[data-sheet="no-confidence"]').is_hidden()
    page.locator('[data-sheet="submit"]').click()
    assert reviews(page) == [("prep-reasons-quality-claim", True, 1)]


def test_on_a_phone_each_question_begins_at_the_top_and_the_verdict_has_its_reasons_below(review):
    page = review(read(FIRST), viewport={"width": 360, "height": 740})
    begin(page)
    for _ in range(3):
        assert 40 < page.locator("course-review-sheet").bounding_box()["y"] < 90
        answer(page, wrong=True)
        verdict = page.locator("course-review-sheet .question-verdict").bounding_box()
        assert 40 < verdict["y"] < 0.6 * 740
        next_question(page)


def test_by_keyboard(review):
    page = review(answered("prep-reasons-quality-claim"), path="en/review.html")
    tab_to(page, '[data-plan="begin"]')
    page.keyboard.press("Enter")
    page.locator("course-question").wait_for()
    tab_to(page, "course-question input")
    page.keyboard.press("Space")
    while page.evaluate("document.activeElement.value") != "video":
        page.keyboard.press("ArrowDown")
    tab_to(page, 'input[name="review-confidence"]')
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    tab_to(page, '[data-sheet="next"]')
    page.keyboard.press("Enter")
    assert "1 of 1 right" in page.locator('[data-result="summary"]').inner_text()
    assert reviews(page) == [("prep-reasons-quality-claim", True, 2)]


def test_a_reload_in_the_middle_keeps_what_was_answered(review):
    page = review(read(FIRST))
    total = len(ASKED[FIRST])
    begin(page)
    answer(page)
    next_question(page)
    answer(page, wrong=True)
    page.reload()
    assert heading(page) == f"今天该复习 {total - 2} 题"
    assert len(reviews(page)) == 2


def test_stopping_shows_what_there_is(review):
    page = review(read(FIRST))
    begin(page)
    answer(page, wrong=True, confidence=2)
    page.locator('[data-action="stop"]').click()
    assert "还有 1 题没有答对" in page.locator('[data-result="open"]').inner_text()
    page.locator('[data-action="more"]').click()
    page.locator("course-question").wait_for()
    assert page.locator('[data-sheet="place"]').inner_text().startswith("第 1 题")


def test_an_answer_in_one_tab_shows_in_the_other(review):
    one = review(read(FIRST))
    begin(one)
    two = review(context=one.context)
    begin(two)
    before = 0
    while current(two) != current(one):
        answer(two)
        next_question(two)
        before += 1
    left = len(ASKED[FIRST]) - before - 1
    one.get_by_text(f"还剩 {left} 题" if left else "最后一题").wait_for()
    asked = answer(two, wrong=True, confidence=2)
    one.locator('[data-sheet="elsewhere"]:not(:empty)').wait_for()
    assert one.locator("course-question").get_attribute("data-verdict") in ("wrong", "partly")
    assert one.locator('[data-sheet="submit"]').is_hidden()
    next_question(one)
    if left:
        assert current(one) not in [item for item, *_ in reviews(two)]
    else:
        assert heading(one) == "今天没有要复习的题"
    assert [item for item, *_ in reviews(one)].count(asked) == 1


def test_a_record_deleted_in_another_tab_ends_the_sitting(review):
    one = review(read(FIRST))
    begin(one)
    two = review(context=one.context)
    two.evaluate("courseRecord.reset()")
    one.locator('[data-review="message"]').wait_for()
    assert "学习记录被清除了" in one.locator('[data-review="message"]').inner_text()
    assert heading(one) == "还没有题目进来"


def test_a_later_review_by_a_clock_that_was_ahead_does_no_harm(review):
    ahead = event(999, "2027-03-01T02:00:00.000Z", "reviewed", EVERY[0], correct=True, response=["x"], score=1, confidence=3)
    page = review([*answered(EVERY[0]), ahead])
    assert heading(page) == "今天该复习 1 题"
    begin(page)
    answer(page)
    next_question(page)
    page.locator('[data-action="back"]').click()
    assert heading(page) == "今天没有要复习的题"
    assert "3月15日" in page.locator('[data-plan="next"]').inner_text()


# Bad conditions


@pytest.mark.parametrize("missing", ["index", "part"])
def test_a_missing_file_is_told_and_asked_for_again(review, missing):
    name = re.compile("/assets/bank/index" if missing == "index" else "/assets/bank/[0-9]")
    page = review(path="index.html")
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, record_text(read(FIRST))])
    page.route(name, lambda route: route.fulfill(status=200, content_type="text/javascript", body=""))
    page.goto(page.url.replace("index.html", "review.html"))
    if missing == "part":
        page.locator('[data-plan="begin"]').click()
    page.locator('[data-review="message"]').wait_for()
    assert "题目文件没有取到" in page.locator('[data-review="message"] p').inner_text()
    page.unroute(name)
    page.get_by_role("button", name="再试一次").click()
    if missing == "part":
        page.locator("course-question").wait_for()
    else:
        assert heading(page) == f"今天该复习 {len(ASKED[FIRST])} 题"
    assert page.locator('[data-review="message"]').is_hidden()


def test_denied_storage_is_told_and_the_review_still_works(open_page, course):
    page = open_page()
    page.add_init_script(DENIED)
    page.goto(f"{course}/review.html")
    page.locator('[data-review="message"]').wait_for()
    assert "不让本页保存" in page.locator('[data-review="message"]').inner_text()
    assert heading(page) == "还没有题目进来"


@pytest.mark.parametrize("path", ["review.html", "en/review.html"])
def test_without_script(open_page, course, path):
    page = open_page(java_script_enabled=False)
    page.goto(f"{course}/{path}")
    assert page.locator(".review noscript p").is_visible()
    assert page.locator(".review button:visible, .review table:visible").count() == 0
    assert page.locator("course-due").is_hidden()


@pytest.mark.parametrize("path", ["review.html", "en/review.html"])
def test_axe_and_small_screens_on_all_that_opens(review, axe, path):
    page = review(read(*LESSONS), path=path)
    heading(page)
    page.evaluate(axe)

    def look():
        for width in (1280, 640, 320):
            page.set_viewport_size({"width": width, "height": 720})
            settle(page)
            assert page.evaluate(CLIPPED) == [], width
        assert violations(page) == []
        page.locator("label[for=__palette_1]").click()
        assert (scheme(page), violations(page, "color-contrast", "link-in-text-block")) == ("slate", [])
        page.locator("label[for=__palette_0]").click()

    page.locator("course-due:visible").wait_for()
    look()
    begin(page)
    page.locator('[data-sheet="submit"]').click()
    look()
    answer(page, wrong=True)
    look()
    page.locator('[data-action="stop"]').click()
    look()


def test_print_leaves_out_what_paper_has_no_use_for(review):
    page = review(read(FIRST))
    heading(page)
    page.emulate_media(media="print")
    assert page.locator(".review :is(button, input):visible").count() == 0
    page.emulate_media(media="screen")
    begin(page)
    answer(page)
    page.emulate_media(media="print")
    assert page.locator(".question-explanation").is_visible()
    assert page.locator(".review button:visible").count() == 0
