"""Role plays by keyboard, by ear, on a phone, without script and on paper."""

import json
import re

import pytest
from played import open_play, text
from small_course import MINIMAL, ROOT
from test_site import CLIPPED, tab_to, violations

from coursepack.course import load
from coursepack.play import Graph

REAL, FIRST = load(ROOT), load(MINIMAL).role_plays["first-case"]
PHONE = {"width": 360, "height": 740}
PRINTED = "selector => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility()).length"


# By keyboard, by ear, on a phone


def test_by_keyboard_alone(open_page, small):
    page = open_page(reduced_motion="reduce")
    play = open_play(page, small, "first-case")
    tab_to(page, '[data-action="start"]')
    page.keyboard.press("Enter")
    assert play.focused(".play-log > .play-turn")
    page.keyboard.press(str(play.offered().index("name-the-worry") + 1))
    assert play.focused('[data-part="answer"]')
    page.keyboard.press("9")
    page.keyboard.press("Control+1")
    assert len(play.lines(".play-turn--you")) == 1
    tab_to(page, '[data-choice="tomorrow-court"]')
    page.keyboard.press("Space")
    page.keyboard.press("1")
    assert play.state == "stopped" and play.focused('[data-part="answer"]')
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert play.state == "talking" and play.focused('[data-part="answer"]')
    for choice in ("apologise", "write-down"):
        tab_to(page, f'[data-choice="{choice}"]')
        page.keyboard.press("Enter")
    assert play.state == "ended" and play.focused('[data-part="end"]')
    tab_to(page, '[data-action="branch"][data-at="0"]')
    page.keyboard.press("Enter")
    assert play.state == "talking" and play.focused(".play-log > .play-turn")


def test_what_can_be_done_has_a_name_of_its_own(begun):
    choices = begun.page.get_by_role("group", name="你怎么说？", exact=True)
    choices.get_by_role("button", name="您夹在中间也为难。").click()
    begun.choose("tomorrow-court")
    assert choices.count() == 0  # at a red line nothing is to be said
    begun.press("continue")
    begun.choose("apologise", "write-down")
    for words in ("您夹在中间也为难。", "明天过了时效，法院就来封门。"):
        again = begun.page.get_by_role("button", name=f"从这里换一句 ：{words}")
        assert again.count() == 1


def test_digits_elsewhere_on_the_page_choose_nothing(begun):
    begun.page.locator("h1").click()
    begun.page.keyboard.press("1")
    assert begun.lines() == ["又来催款了？"]


def test_digits_choose_nothing_while_the_page_asks(begun):
    begun.press("restart")
    begun.page.keyboard.press("1")
    begun.root.get_by_role("button", name="取消").click()
    assert begun.lines() == ["又来催款了？"]


HEARD = """() => {
    window.heard = [];
    new MutationObserver((changes) => {
        for (const { target, addedNodes } of changes) {
            if (target.closest("[role=log]")) window.heard.push(...Array.from(addedNodes, (node) => node.textContent.trim()));
        }
    }).observe(document.querySelector("course-role-play"), {childList: true, subtree: true});
}"""


def test_each_new_line_is_announced_once(begun):
    assert begun.log.get_attribute("role") == "log"
    begun.page.evaluate(HEARD)
    begun.choose("name-the-worry", "whose-desk", "wait", "fine")
    heard = ["".join(words.split()) for words in begun.page.evaluate("window.heard")]
    for words in ("您夹在中间也为难。", "申请的事，我也说不好。", "申请现在在谁手里？", "电话里传来翻抽屉的声音。", "在我这儿。月底先付一半吧。"):
        assert sum(words in one for one in heard) == 1, words
    assert any(one.startswith("刘经理平静") for one in heard)
    assert len(heard) == 6
    assert begun.log.get_attribute("role") is None  # the notes of the debrief are not read out
    said = begun.page.locator(f"#{begun.end.get_attribute('aria-describedby')}")
    assert "好，那就月底。" in said.inner_text()  # with the ending, which has the focus


VOICES = """([...voices]) => {
    window.spoken = [];
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    const synthesis = Object.assign(new EventTarget(), {
        getVoices: () => voices, speak: (words) => window.spoken.push([words.text, words.voice.name]), cancel: () => window.spoken.push("stop"),
    });
    Object.defineProperty(window, "speechSynthesis", {value: synthesis});
}"""


@pytest.mark.parametrize(("voices", "offered"), [([], False), ([{"name": "far", "lang": "zh-CN", "localService": False}], False), ([{"name": "other", "lang": "en-GB", "localService": True}], False), ([{"name": "near", "lang": "zh_CN", "localService": True}], True)])
def test_reading_aloud_is_offered_where_a_voice_lives_here(open_page, small, voices, offered):
    page = open_page()
    page.add_init_script(f"({VOICES})({json.dumps(voices)})")
    play = open_play(page, small, "first-case")
    assert play.root.locator('[data-setting="aloud"]').is_visible() == offered


def test_the_other_sides_lines_are_read_aloud_once_switched_on(open_page, small):
    page = open_page()
    page.add_init_script(f"({VOICES})({json.dumps([{'name': 'near', 'lang': 'zh-CN', 'localService': True}])})")
    play = open_play(page, small, "first-case")
    play.press("start")
    assert [one for one in page.evaluate("window.spoken") if one != "stop"] == []
    play.root.locator('[data-setting="aloud"]').check()
    play.choose("name-the-worry", "whose-desk", "wait", "write-down")
    said = [one[0] for one in page.evaluate("window.spoken") if one != "stop"]
    assert said == ["申请的事，我也说不好。", "在我这儿。月底先付一半吧。", "行，我回你消息。"]
    page.evaluate("window.spoken = []; dispatchEvent(new Event('pagehide'))")
    assert page.evaluate("window.spoken") == ["stop"]


SMALL_TARGETS = """root => [...root.querySelectorAll("button, summary, label:has(input)")]
    .filter((one) => one.checkVisibility({visibilityProperty: true}))
    .map((one) => [one.textContent.trim(), one.getBoundingClientRect()])
    .filter(([, box]) => box.height < 43.5 || box.width < 43.5).map(([name, box]) => `${name} ${box.width} × ${box.height}`)"""


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_state_on_a_phone(open_page, small, axe, lang, scheme):
    page = open_page(reduced_motion="reduce", color_scheme=scheme, viewport=PHONE)
    play = open_play(page, small, "first-case", lang)
    page.evaluate(axe)

    def look():
        assert violations(page) == []
        assert page.evaluate(CLIPPED) == []
        assert play.root.evaluate(SMALL_TARGETS) == []

    look()
    play.press("start")
    play.root.locator('[data-setting="why"]').check()
    play.choose("name-the-worry")
    look()
    play.choose("tomorrow-court")
    look()
    play.press("continue")
    play.choose("apologise", "write-down")
    play.log.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true })")
    look()


@pytest.mark.parametrize("viewport", [PHONE, {"width": 1280, "height": 800}])
def test_the_newest_line_and_the_choices_are_in_sight(open_page, course, viewport):
    item = next(iter(REAL.role_plays))
    play = open_play(open_page(reduced_motion="reduce", viewport=viewport), course, item)
    play.press("start")
    for id in Graph(REAL.role_plays[item]).best[:-1]:
        play.choose(id)
        newest = play.log.locator(".play-turn").last.bounding_box()
        options = play.root.locator(".play-options").bounding_box()
        assert newest["y"] > 50 and options["y"] + min(options["height"], 300) < viewport["height"]


def test_with_motion_a_new_line_fades_in_and_without_it_does_not(open_page, small):
    moving = "document.getAnimations().filter((one) => one.effect.getComputedTiming().activeDuration > 1).length"
    for motion, moves in (("reduce", False), ("no-preference", True)):
        play = open_play(open_page(reduced_motion=motion), small, "first-case")
        play.press("start")
        play.root.locator(".play-option").first.click()
        assert (play.page.evaluate(moving) > 0) == moves


# Without script, and on paper


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_without_script_the_numbers_lead_through(open_page, small, lang):
    page = open_page(java_script_enabled=False)
    play = open_play(page, small, "first-case", lang)
    assert play.root.locator(".play-player").is_hidden()
    scenes = page.locator(".play-scene:visible")
    assert scenes.count() == len(FIRST.nodes) + len(FIRST.endings)
    assert scenes.first.get_attribute("data-scene") == FIRST.start
    numbers = page.locator(".play-number").all_inner_texts()
    assert numbers == [str(number + 1) for number in range(len(numbers))]
    for choice in page.locator(".play-ways > li").all():
        target = page.locator(choice.locator("a").get_attribute("href"))
        assert target.get_attribute("data-scene") or target.get_attribute("data-ending")
        assert choice.get_attribute("data-next") in (target.get_attribute("data-scene"), target.get_attribute("data-ending"))
        assert target.locator(".play-number").inner_text() in choice.locator("a").inner_text()
    for ending in FIRST.endings.values():
        assert page.get_by_text(text(ending.debrief, lang)).is_visible()
    key = page.locator(".play-key")
    assert key.locator("li").first.is_hidden()
    key.locator("summary").click()
    shown = key.inner_text()
    for scene in FIRST.nodes.values():
        for choice in scene.choices:
            assert text(choice.feedback, lang) in shown


def test_without_script_the_text_and_its_key_print(open_page, small):
    page = open_page(java_script_enabled=False)
    open_play(page, small, "first-case")
    page.emulate_media(media="print")
    assert page.locator(".play-scene:visible").count() == len(FIRST.nodes) + len(FIRST.endings)
    assert page.locator(".play-key li:visible").count() == sum(len(scene.choices) for scene in FIRST.nodes.values())
    assert page.locator(".play :is(button, noscript, .play-signed):visible").count() == 0


def test_on_paper_the_text_before_playing_and_the_talk_afterwards(open_page, small):
    page = open_page()
    page.add_init_script("window.print = () => {}")
    play = open_play(page, small, "first-case")
    page.emulate_media(media="print")

    def printed(selector):
        return page.evaluate(PRINTED, selector)

    assert printed(".play-scene") == 8 and printed(".play-key li p") > 20 and printed(".play-stage") == 0
    page.emulate_media(media="screen")
    play.press("start")
    play.choose("name-the-worry")
    page.emulate_media(media="print")
    assert printed(".play-scene") == printed(".play-key") == printed(".play-option") == 0
    assert printed(".play-log .play-turn") == 3
    page.emulate_media(media="screen")
    play.choose("whose-desk", "wait", "write-down")
    play.press("print")
    page.emulate_media(media="print")
    assert printed(".play-log .play-turn--you .play-why") == 4 and printed(".play-end table") == 1
    assert printed("button") == printed(".case-head") == printed(".play-history") == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert printed(".case-head") == 1


def test_the_text_of_every_role_play_prints_on_few_sheets(open_page, course):
    page = open_page()
    page.add_init_script("window.print = () => {}")
    for item in REAL.role_plays:
        play = open_play(page, course, item)
        play.press("print")
        pdf = page.pdf(prefer_css_page_size=True, print_background=True)
        assert 2 < len(re.findall(rb"/Type\s*/Page\b", pdf)) < 16
