"""The counter of due questions in the header of every page."""

import functools

import pytest
from review_page import EVERY, KEY, answer, answered, begin, heading, open_review, record_text, storage
from small_course import build_course, built_pages, copy_minimal, elements


@pytest.fixture
def review(open_page, course):
    return functools.partial(open_review, open_page, course)


def requested(page) -> list:
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    return requests


def test_a_first_visit_loads_nothing_for_the_counter(open_page, course):
    page = open_page()
    requests = requested(page)
    page.goto(f"{course}/index.html", wait_until="networkidle")
    assert page.locator("course-due").is_hidden()
    assert [url for url in requests if "bank" in url or "schedule" in url] == []


@pytest.mark.parametrize("path", ["index.html", "en/1-preparation/2-nature.html", "en/review.html", "review.html"])
def test_the_counter_says_what_the_review_page_says(review, path):
    page = review(answered(*EVERY[:5]), path=path)
    name = "Review 5: 5 questions are due today" if path.startswith("en/") else "复习 5：5 道题今天该复习了"
    page.get_by_role("link", name=name).click()
    assert "5" in heading(page)
    page.locator("course-due:visible").wait_for()
    assert page.locator("course-due a").inner_text() == name[: name.index("5") + 1]


def test_the_counter_follows_the_record(review):
    one = review(answered(*EVERY[:2]))
    begin(one)
    two = review(path="index.html", context=one.context)
    two.get_by_role("link", name="复习 2").wait_for()
    answer(one)
    for page in (one, two):
        page.get_by_role("link", name="复习 1：").wait_for()
    one.evaluate("courseRecord.reset()")
    two.locator("course-due").wait_for(state="hidden")


def test_the_counter_on_a_page_that_does_not_exist(open_page, course, faults):
    page = open_page(storage_state=storage(course, answered(*EVERY[:5])))
    page.goto(f"{course}/nowhere.html")
    faults.clear()
    page.get_by_role("link", name="复习 5").click()
    page.wait_for_url(f"{course}/review.html")


def test_the_counter_and_a_sitting_from_a_folder(open_page, built):
    page = open_page(timezone_id="Asia/Shanghai")
    page.goto((built / "index.html").as_uri())
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, record_text(answered(*EVERY[:2]))])
    page.goto((built / "1-preparation" / "index.html").as_uri())
    page.get_by_role("link", name="复习 2").click()
    begin(page)
    answer(page)
    page.get_by_role("link", name="复习 1：").wait_for()


def test_a_course_without_a_review_page_has_no_counter(tmp_path):
    site = build_course(copy_minimal(tmp_path / "course"), tmp_path / "site")
    for page in built_pages(site):
        assert not [one for one in elements(page) if one.name == "course-due" or "course-due" in (one.get("src") or "")], page
