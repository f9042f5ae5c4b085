"""A built page whose scripts come late, or not at all: it can be read, and what a reader does meanwhile is not lost."""

import pytest

LESSON = "1-preparation/1-reasons.html"
FIRST = "prep-reasons-quality-claim"


class Late:
    """A page, the lesson unless another is named, with its scripts held back until `come`."""

    def __init__(self, page, course, file=LESSON):
        self.page, self.held = page, []
        page.route("**/*.js", lambda route: self.held.append(route))
        type(page).goto(page, f"{course}/{file}", wait_until="commit")  # the page's own `goto` waits for the scripts
        page.locator(".md-footer").wait_for(state="attached")
        page.wait_for_timeout(1200)
        assert self.held

    def come(self):
        for route in self.held:
            route.continue_()
        self.page.unroute("**/*.js")
        self.page.wait_for_selector("html:not([data-scripts-to-come])", state="attached")


@pytest.fixture
def late(open_page, course):
    return Late(open_page(), course)


def test_an_answer_given_before_the_scripts_is_taken_when_they_come(late):
    page, question = late.page, late.page.locator(f'course-quiz[data-question="{FIRST}"]')
    question.locator("label").first.click()
    question.locator("[type=submit]").click()
    late.come()
    question.locator(".quiz-feedback").filter(visible=True).wait_for()
    assert page.url.endswith(LESSON)
    assert page.evaluate(f'courseRecord.latest("{FIRST}", "answered").result.response.length') == 1


def test_what_is_written_before_the_scripts_is_kept(late, course):
    field = late.page.locator("course-next-call input").first
    field.fill("江岚制造")
    late.come()
    assert field.input_value() == "江岚制造"
    late.page.reload()
    assert field.input_value() == "江岚制造"


def test_what_is_written_before_the_scripts_outdoes_what_was_noted(open_page, course):
    page = open_page()
    page.goto(f"{course}/{LESSON}")
    page.locator("course-next-call input").first.fill("去年的客户")
    page.reload()
    late = Late(page, course)
    field = page.locator("course-next-call input").first
    field.fill("江岚制造")
    late.come()
    assert field.input_value() == "江岚制造"


def test_search_opened_before_the_scripts_searches_when_they_come(late):
    late.page.locator(".md-search__input").click()
    late.page.locator(".md-search__input").fill("公章")
    late.page.keyboard.press("Enter")
    late.come()
    late.page.locator(".md-search-result__item").first.wait_for()
    assert late.page.url.endswith(LESSON)


@pytest.mark.parametrize("width", [360, 1280])
def test_the_library_does_not_jump_when_its_filters_come(open_page, course, width):
    late = Late(open_page(viewport={"width": width, "height": 740}), course, "scripts.html")
    group = late.page.locator(".scripts-group").nth(3)
    before = group.bounding_box()
    late.come()
    late.page.locator(".scripts-filter").filter(visible=True).wait_for()
    assert group.bounding_box() == before


@pytest.mark.parametrize("file", ["bundle", "site-", "mkdocs-quiz", ""])
def test_a_script_that_fails_leaves_the_page_usable(new_page, course, file):
    page = new_page()
    page.route(f"**/{file}*.js", lambda route: route.abort())
    page.goto(f"{course}/{LESSON}")  # waits until all have run or failed
    page.locator("#scene").wait_for()
    question = page.locator(f'course-quiz[data-question="{FIRST}"]')
    question.locator("label").first.click()
    question.locator("[type=submit]").click()
    page.wait_for_timeout(300)
    assert page.url.endswith(LESSON)
    assert question.locator("input:checked").count() == 1


def test_the_theme_begins_though_the_page_was_there_before_it(open_page, course):
    page = open_page(viewport={"width": 1280, "height": 600})
    page.goto(f"{course}/authors.html")
    menu = page.locator(".md-sidebar--primary .md-sidebar__scrollwrap")
    page.wait_for_timeout(300)
    box = menu.bounding_box()
    assert box["y"] + box["height"] <= 600
    assert page.locator(".md-nav__link--active").filter(visible=True).first.bounding_box()["y"] < 600


def test_the_contents_follow_the_reader(open_page, course):
    page = open_page(viewport={"width": 1280, "height": 800})
    page.goto(f"{course}/{LESSON}")
    page.locator("#keep").scroll_into_view_if_needed()
    page.locator('.md-sidebar--secondary .md-nav__link--passed[href="#idea"]').wait_for()


@pytest.mark.parametrize(("lang", "word"), [("", "质保金"), ("en/", "retention")])
def test_results_show_sentences_not_lists_of_words(open_page, course, lang, word):
    page = open_page()
    page.goto(f"{course}/{lang}index.html")
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").fill(word)
    page.keyboard.press("Shift")
    page.locator(".md-search-result__item").first.wait_for()
    hidden = page.locator(".md-search-result__article span[hidden]")
    assert hidden.count() and hidden.filter(visible=True).count() == 0
    assert all(len(text) < 400 for text in page.locator(".md-search-result__article").all_inner_texts())
