"""Case pages and the overview of cases in a real browser: what is folded, what is printed, what fits a phone."""

import re

import pytest
from played import open_play, record_of
from small_course import MINIMAL, ROOT
from test_role_play_reach import PHONE, PRINTED
from test_site import CLIPPED, violations

from coursepack.course import load

REAL = load(ROOT)
CASE = load(MINIMAL).cases["first-case"]
PARTS = ("collector", "debtor", "observer")


@pytest.fixture
def opened(open_page, small):
    page = open_page(reduced_motion="reduce")
    page.add_init_script("window.print = () => {}")
    open_play(page, small, "first-case")
    return page


def test_the_contents_list_every_part_of_the_case(opened):
    links = opened.locator(".md-sidebar--secondary a").evaluate_all("all => all.map((one) => one.hash)")
    assert links == ["#case-facts", "#case-account", "#case-exhibits", "#play", "#case-discussion", "#case-compare", "#case-cards", "#sources"]


def test_the_section_bears_the_title_of_its_page_and_follows_the_modules(opened):
    names = [name.strip() for name in opened.locator(".md-nav--primary > .md-nav__list > li > .md-nav__link, .md-nav--primary > .md-nav__list > li > .md-nav__container > .md-nav__link").all_inner_texts()]
    assert names.index("案例") == names.index("基础") + 1
    assert opened.locator(".md-nav--primary .md-nav__item--active .md-nav__link", has_text="等老板回来").is_visible()


def test_answers_and_comparison_wait_to_be_opened(opened):
    answer = opened.get_by_text("采购提，财务付。先问申请在谁手里。").first
    assert answer.is_hidden()
    opened.locator(".case-questions summary").first.click()
    assert answer.is_visible()
    table = opened.locator(".case-compare table")
    assert table.is_hidden()
    opened.locator(".case-compare summary").click()
    heads = table.locator("thead th").all_inner_texts()
    assert heads[1:] == ["没人提的申请", "等老板回来"] and table.locator("tbody tr").count() == 5
    opened.locator(".case-other a").click()
    opened.wait_for_url("**/cases/boss-away.html")


def test_on_paper_questions_have_room_and_answers_come_last(opened):
    opened.emulate_media(media="print")
    assert opened.evaluate(PRINTED, ".case-answer, .role-card, .case-hint, .md-button, #case-cards") == 0
    assert opened.evaluate(PRINTED, ".case-paper li") == len(CASE.discussion)
    assert opened.evaluate(PRINTED, ".case-compare td") == 10
    room = opened.locator(".case-questions > li").first.evaluate("one => parseFloat(getComputedStyle(one, '::after').height)")
    assert room > 60
    last = opened.locator(".md-typeset > *").evaluate_all("all => all.filter((one) => one.checkVisibility()).slice(-2).map((one) => one.className)")
    assert last == ["case-paper", "play-key"]


@pytest.mark.parametrize("part", PARTS)
def test_a_role_card_is_folded_warns_and_prints_alone_on_one_page(opened, part):
    card = opened.locator(f'course-role-card[data-part="{part}"]')
    secret = CASE.roles.observer.rubric[0].text.zh if part == "observer" else getattr(CASE.roles, part).private[0].zh
    assert card.get_by_text(secret).is_hidden()
    card.locator('[data-action="print"]').click()
    opened.emulate_media(media="print")
    assert card.get_by_text(secret).is_visible() and card.locator(".role-card-warning").is_visible()
    assert opened.evaluate(PRINTED, "h1, .play, .case-head, .case-paper, .play-key, button") == 0
    assert opened.evaluate(PRINTED, ".role-card") == 1
    pdf = opened.pdf(prefer_css_page_size=True, print_background=True)  # and the browser says that it has printed
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    opened.emulate_media(media="screen")
    assert card.get_by_text(secret).is_hidden() and opened.locator("h1").is_visible()


def test_every_role_card_of_the_course_fits_one_page(open_page, course):
    page = open_page(viewport={"width": 673, "height": 1016})  # A4 within its margins, in pixels of 1/96 inch
    page.add_init_script("window.print = () => {}")
    for item in REAL.cases:
        for lang in ("zh", "en"):
            open_play(page, course, item, lang)
            for part in PARTS:
                card = page.locator(f'course-role-card[data-part="{part}"]')
                card.locator('[data-action="print"]').evaluate("button => button.click()")
                page.emulate_media(media="print")
                assert card.evaluate("card => card.getBoundingClientRect().bottom + scrollY") < 1016, (item, lang, part)
                page.emulate_media(media="screen")
                page.evaluate("dispatchEvent(new Event('afterprint'))")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_phone_shows_tables_as_cards_with_their_labels(open_page, small, axe, lang):
    page = open_page(reduced_motion="reduce", viewport=PHONE, color_scheme="dark")
    open_play(page, small, "first-case", lang)
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true })")
    page.evaluate(axe)
    assert violations(page) == [] and page.evaluate(CLIPPED) == []
    cell = page.locator(".case-compare tbody td").first
    assert cell.evaluate("one => [getComputedStyle(one).display, getComputedStyle(one, '::before').content]") == ["block", f'"{getattr(CASE.title, lang)}"']
    assert page.locator(".exhibit--statement td:empty:visible").count() == 0


def test_without_script_all_of_it_can_be_read(open_page, small):
    page = open_page(java_script_enabled=False)
    open_play(page, small, "first-case")
    assert page.locator("button:visible", has_text="打印").count() == 0
    page.locator('course-role-card[data-part="debtor"] summary').click()
    assert page.get_by_text(CASE.roles.debtor.private[0].zh).is_visible()


def test_the_overview_knows_what_was_played(open_page, small):
    page = open_page()
    page.goto(f"{small}/cases/index.html")
    entry = page.locator('[data-role-play="first-case"]')
    assert entry.locator(".cases-state").inner_text() == "还没演过"
    assert "3 种结局" in entry.inner_text() and "电话" in entry.inner_text()
    steps = {"ask": 1}
    runs = [("ended", 0.125, "a"), ("promise", 0.5, "b"), ("promise", 0.25, "c"), ("gone", 0.1, "d")]
    events = [
        {"id": attempt, "at": "2026-11-24T08:00:00.000Z", "verb": "practised", "item": "first-case", "result": {"attempt": attempt, "response": ["x"], "ending": ending, "cash": 0, "score": score, "redLine": False, "steps": steps}}
        for ending, score, attempt in runs
    ]
    page.evaluate("text => courseRecord.import(text)", record_of(events))
    assert entry.locator(".cases-state").inner_text() == "演过 4 次，最好 50 分，见过 2/3 种结局"
    assert page.locator('[data-role-play="boss-away"] .cases-state').inner_text() == "还没演过"
    page.goto(f"{small}/en/cases/index.html")
    assert entry.locator(".cases-state").inner_text() == "Played 4×, best score 50, 2 of 3 endings seen"


def test_the_overview_leads_back_to_a_talk_that_is_not_finished(begun, small):
    begun.choose("when-pay")
    begun.page.goto(f"{small}/cases/index.html")
    entry = begun.page.locator('[data-role-play="first-case"]')
    assert entry.locator(".cases-state").inner_text() == "谈到一半"
    entry.locator(".cases-title a").click()
    begun.page.wait_for_url("**/cases/first-case.html#play-first-case")
    assert begun.root.bounding_box()["y"] < 100
    begun.choose("clear-question")
    begun.press("start")
    begun.page.goto(f"{small}/en/cases/index.html")
    assert entry.locator(".cases-state").inner_text() == "A talk is half-way through. Played 1×, best score 0, 1 of 3 endings seen"


def test_a_lesson_loads_nothing_of_cases_and_role_plays(open_page, course):
    page, asked = open_page(), []
    page.on("request", lambda request: asked.append(request.url.removeprefix(course)))
    page.goto(f"{course}/1-preparation/2-nature.html", wait_until="load")
    assert asked and not [path for path in asked if re.search(r"/course-(play|case|role|voice|clock|shuffle)", path)]
