"""The script library on the built course: narrowing, keeping, copying, cards on paper, and without script or storage."""

import pytest
from small_course import ROOT
from test_elements import DENIED

from coursepack.course import load

SCRIPTS = load(ROOT).scripts
FIRST = "prep-reasons-invoice-booked"


def shown(page) -> list[str]:
    return page.locator("[data-script]:visible").evaluate_all("all => all.map((one) => one.id.replace(/^script-/, ''))")


def choose(page, name: str, value: str) -> None:
    page.locator(f'select[data-filter="{name}"]').select_option(value)


@pytest.fixture
def library(open_page, course):
    page = open_page()
    page.goto(f"{course}/scripts.html")
    return page


def test_all_of_them_by_situation(library):
    assert sorted(shown(library)) == sorted(SCRIPTS)
    assert library.locator(".scripts-count").inner_text() == f"{len(SCRIPTS)} 句，共 {len(SCRIPTS)} 句"


@pytest.mark.parametrize(
    ("name", "value", "fits"),
    [
        ("situation", "papers", lambda script: script.situation == "papers"),
        ("channel", "wechat", lambda script: "wechat" in script.channels),
        ("step", "ask", lambda script: script.step == "ask"),
        ("tone", "firm", lambda script: script.tone == "firm"),
    ],
)
def test_each_filter(library, name, value, fits):
    choose(library, name, value)
    wanted = sorted(id for id, script in SCRIPTS.items() if fits(script))
    assert wanted and sorted(shown(library)) == wanted
    assert library.locator(".scripts-group:visible:not(:has([data-script]:not([hidden])))").count() == 0


def test_filters_together_words_and_back(library):
    choose(library, "situation", "papers")
    library.locator('[data-filter="words"]').fill("入账")
    assert shown(library) == [id for id, script in SCRIPTS.items() if script.situation == "papers" and "入账" in script.text.zh + script.when.zh + script.when_not.zh]
    library.locator('[data-filter="words"]').fill("没有这样的话")
    assert shown(library) == [] and "放宽" in library.locator(".scripts-count").inner_text()
    library.locator('[data-do="reset"]').click()
    assert len(shown(library)) == len(SCRIPTS)


def test_kept_ones_come_back_and_print_as_cards(library):
    library.locator(f"#script-{FIRST}").get_by_role("checkbox").check()
    library.wait_for_timeout(600)  # written down when the hand rests
    library.reload()
    library.locator('[data-filter="mine"]').check()
    assert shown(library) == [FIRST]
    library.evaluate("window.print = () => {}")
    library.locator('[data-do="print"]').click()
    library.emulate_media(media="print")
    assert shown(library) == [FIRST]
    assert library.locator("h1, .scripts-filter, .scripts-keep").filter(visible=True).count() == 0
    assert not library.locator(f"#script-{FIRST} .scripts-tags").inner_text().rstrip().endswith("·")


def test_copies_the_words_without_their_quotation_marks(new_page, course):
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{course}/scripts.html")
    page.locator(f'#script-{FIRST} [data-do="copy"]').click()
    page.locator(".scripts-copied", has_text="已复制").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == SCRIPTS[FIRST].text.zh.strip("“”")


def test_from_the_lesson_and_back(library, course):
    link = library.locator(f"#script-{FIRST} a")
    link.click()
    library.locator(f"tr#script-{FIRST}").wait_for()
    assert library.url.endswith("1-preparation/1-reasons.html#say")


def test_everything_is_there_without_script_or_storage(new_page, course):
    bare = new_page(java_script_enabled=False)
    bare.goto(f"{course}/en/scripts.html")
    assert bare.locator("[data-script]:visible").count() == len(SCRIPTS)
    assert bare.locator(".scripts-filter, .scripts-keep").filter(visible=True).count() == 0
    denied = new_page()
    denied.add_init_script(DENIED)
    denied.goto(f"{course}/scripts.html")
    choose(denied, "tone", "firm")
    denied.locator("[data-script]:visible input").first.check()
    denied.locator('[data-filter="mine"]').check()
    assert len(shown(denied)) == 1


def test_words_are_those_of_the_scripts_not_of_the_page(library, course):
    words = library.locator('[data-filter="words"]')
    for label in ("什么时候", "收下"):
        words.fill(label)
        assert shown(library) == [id for id, script in SCRIPTS.items() if label in script.text.zh + script.when.zh + script.when_not.zh]
    words.fill("发票 入账")
    assert FIRST in shown(library)
    library.goto(f"{course}/en/scripts.html")
    words.fill("copy")
    assert len(shown(library)) < len(SCRIPTS) / 4


@pytest.mark.parametrize("denied", [False, True])
def test_copying_is_told_where_the_reader_is(new_page, course, denied):
    page = new_page(viewport={"width": 360, "height": 740})
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")  # as on plain http
    if denied:
        page.add_init_script("document.execCommand = () => false")
    page.goto(f"{course}/scripts.html")
    button = page.locator('[data-do="copy"]').nth(40)
    button.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    button.click()
    told = page.locator(".scripts-copied", has_text="选中" if denied else "已复制")
    told.wait_for()
    assert 0 < told.bounding_box()["y"] < 740 and abs(page.evaluate("scrollY") - before) < 5
    assert page.locator(".scripts-copy").is_visible() == denied
    if denied:
        assert 0 < page.locator(".scripts-copy").bounding_box()["y"] < 740
