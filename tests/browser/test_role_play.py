"""Role plays in a real browser: those of the real course played to every ending, and everything a learner does on the way,
on the small course. The twin of play.py passes tests/role_plays/*.json; stored drafts of every kind are drafts/*.json.
"""

import json
import re
from pathlib import Path

import pytest
from played import DENIED, Played, open_play
from small_course import MINIMAL, ROOT
from test_site import CLIPPED, tab_to, violations

from coursepack.course import load
from coursepack.model.role_play import DIMENSIONS
from coursepack.play import Graph
from coursepack.shuffle import shuffle

HERE = Path(__file__).parent
RUNS = sorted((HERE.parent / "role_plays").glob("*.json"))
DRAFTS = sorted((HERE / "drafts").glob("*.json"))
REAL, SMALL = load(ROOT), load(MINIMAL)
FIRST = SMALL.role_plays["first-case"]
BEST = ["name-the-worry", "whose-desk", "wait", "write-down"]
RED = ["name-the-worry", "tomorrow-court"]
PHONE = {"width": 360, "height": 740}


@pytest.fixture
def begun(open_page, small) -> Played:
    """The first case of the small course, its role play begun."""
    play = open_play(open_page(reduced_motion="reduce"), small, "first-case")
    play.press("start")
    return play


def text(bilingual, lang="zh") -> str:
    return " ".join(getattr(bilingual, lang).split())


# What is computed


@pytest.mark.parametrize("file", RUNS, ids=lambda file: file.stem)
def test_the_twin_plays_as_python_does(page, site, file):
    case = json.loads(file.read_text(encoding="utf-8"))
    page.goto(f"{site}/play.html")
    for run in case["runs"]:
        found = page.evaluate("([graph, most, path]) => new CoursePlay(graph, most).play(path)", [case["role_play"], case["most"], run["path"]])
        found["steps"] = {name: points for name, points in found["steps"].items() if points}
        assert found == {"path": run.get("made", run["path"])} | {key: run[key] for key in found if key != "path"}


def runs_of(graph: Graph) -> list[tuple[str, ...]]:
    shortest = [graph.shortest(ending) for ending in graph.role_play.endings]
    return [path for path in (*shortest, graph.best, graph.worst, graph.typical) if path and graph.play(path).ending]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("item", REAL.role_plays)
def test_every_ending_of_every_role_play_is_reached(open_page, course, item, lang):
    graph = Graph(REAL.role_plays[item])
    play = open_play(open_page(reduced_motion="reduce"), course, item, lang)
    runs = runs_of(graph)
    assert {graph.play(path).ending for path in runs} == set(graph.role_play.endings)
    for number, path in enumerate(runs):
        play.press("start")
        play.play(path)
        expected = graph.play(path)
        assert play.state == "ended"
        result = play.events("practised")[number]["result"]
        attempt = result.pop("attempt")
        assert re.fullmatch("[0-9a-f]{12}", attempt)
        assert result == {
            "response": list(path), "ending": expected.ending, "cash": expected.cash, "score": expected.score,
            "redLine": expected.red_line, "steps": expected.steps,
        }  # fmt: skip
        shown = play.end.inner_text()
        ending = graph.role_play.endings[expected.ending]
        assert text(ending.title, lang) in shown and text(ending.debrief, lang) in " ".join(shown.split())
        assert ("碰了红线" in shown or "red line was crossed" in shown) == expected.red_line
        rows = play.end.locator("tr[data-dimension] [data-points]").all_inner_texts()
        assert [int(row.replace("−", "-")) for row in rows] == [expected.steps[name] for name in DIMENSIONS]
    assert play.events("draft") == []


# A talk


def test_a_talk_from_the_first_line_to_the_debrief(begun):
    assert begun.lines() == ["又来催款了？"]
    begun.choose("name-the-worry", "whose-desk")
    assert begun.lines() == ["又来催款了？", "您夹在中间也为难。", "申请的事，我也说不好。", "申请现在在谁手里？", "电话里传来翻抽屉的声音。"]
    assert begun.lines(".play-turn--you") == ["您夹在中间也为难。", "申请现在在谁手里？"]
    assert begun.log.locator('[data-mood="calm"] .play-mood').inner_text() == "平静"
    assert begun.log.locator(".play-turn--narrator .play-face").count() == 0
    meters = begun.root.locator("[data-meter]").evaluate_all("all => all.map((one) => [one.dataset.meter, one.value])")
    assert dict(meters) == {"relationship": 1, "listen": 1, "share": 2, "clarify": 3, "present": 0, "ask": 0}
    assert begun.log.get_by_text("有人名，就能往下问。").is_hidden()  # reasons come in the debrief
    begun.choose("wait", "write-down")
    end = begun.end.inner_text()
    assert "谈成：一半有了日期" in end and "200,000 元，占未付款的 50%" in end and "得分 100" in end
    assert begun.end.locator('[data-slot="turn"] .play-says').all_inner_texts() == ["20 万元定 3 月 20 日，您回一句？", "行，我回你消息。"]
    assert begun.log.get_by_text("有人名，就能往下问。").is_visible()
    others = begun.log.locator(".play-others").nth(1)
    assert others.locator("li").first.is_hidden()
    others.locator("summary").click()
    assert "我把申请要用的单据发您。" in others.inner_text() and "日期是假的" in others.inner_text()


@pytest.mark.parametrize("attempt_of", ["start", "branch"])
def test_the_order_of_the_lines_follows_from_the_attempt(begun, attempt_of):
    if attempt_of == "branch":
        begun.choose(*BEST)
        begun.log.locator('[data-action="branch"]').first.click()
    attempt = begun.events("draft")[0]["result"]["attempt"]
    for scene, choice in (("opening", "name-the-worry"), ("request", "whose-desk"), ("aside", "wait")):
        lines = [choice.id for choice in FIRST.nodes[scene].choices]
        assert begun.offered() == shuffle(f"{attempt.split('.')[0]} {scene}", lines)
        begun.choose(choice)


def test_a_loop_comes_back_and_counts_once(begun):
    begun.choose("when-pay", "apologise", "whole-now", "apologise", "write-down")
    assert begun.log.locator(".play-repeated:visible").count() == 1
    assert begun.events("practised")[0]["result"]["steps"] == Graph(FIRST).play(["when-pay", "apologise", "whole-now", "apologise", "write-down"]).steps


def test_a_double_click_chooses_once(begun):
    begun.root.locator(".play-option").first.dblclick()
    assert len(begun.events("draft")[0]["result"]["response"]) == 1


def test_a_red_line_stops_the_talk(begun):
    begun.choose(*RED)
    assert begun.state == "stopped" and begun.offered() == []
    box = begun.log.locator(".play-red")
    for words in ("红线", "得分记为 0", "日期是假的", "普通诉讼时效三年", "普通诉讼时效为三年。"):
        assert words in box.inner_text()
    assert box.locator("a").get_attribute("href") == "../law.html#fact-law-01"
    assert box.locator("svg").is_visible()
    assert "那你等通知吧。" not in begun.lines()
    begun.press("continue")
    assert begun.state == "talking" and begun.lines()[-1] == "那你等通知吧。"
    begun.choose("apologise", "write-down")
    result = begun.events("practised")[0]["result"]
    assert (result["redLine"], result["score"], result["ending"]) == (True, 0, "dated-plan")
    assert "得分 0" in begun.end.inner_text()


def test_reasons_after_each_line_for_those_who_want_them(begun):
    begun.root.locator('[data-setting="why"]').check()
    begun.choose("name-the-worry")
    assert begun.log.get_by_text("他的难处被说了出来，下一句才肯说事。").is_visible()
    begun.page.reload()
    assert begun.root.locator('[data-setting="why"]').is_checked()
    assert begun.log.get_by_text("他的难处被说了出来，下一句才肯说事。").is_visible()


def test_another_line_from_the_middle_is_another_attempt(begun):
    begun.choose(*BEST)
    first = begun.events("practised")[0]
    begun.log.locator('[data-action="branch"]').nth(3).click()
    assert begun.state == "talking" and begun.lines(".play-turn--you") == ["您夹在中间也为难。", "申请现在在谁手里？", "（不出声，等他找）"]
    begun.page.reload()
    begun.choose("fine")
    second = begun.events("practised")[1]
    assert begun.events("practised")[0] == first
    assert second["result"]["response"] == [*BEST[:3], "fine"] and second["result"]["ending"] == "promise"
    assert second["result"]["attempt"].startswith(first["result"]["attempt"] + ".")
    assert "见过 2/3 种结局：一半有了日期、一句月底" in begun.root.locator('[data-part="seen"]').inner_text()
    begun.press("start")
    assert begun.lines() == ["又来催款了？"]


def test_earlier_runs_can_be_looked_at_again(begun):
    begun.choose("when-pay", "clear-question")
    begun.press("start")
    begun.choose(*BEST)
    begun.press("start")
    begun.choose("when-pay", "apologise", "fine")
    begun.page.reload()
    assert begun.state == "ready"
    rows = begun.root.locator('[data-part="runs"] tr')
    assert [row.split("\t")[:3] for row in rows.all_inner_texts()] == [["第一次", "电话挂了", "0"], ["最好", "一半有了日期", "100"], ["最近", "一句月底", "0"]]
    rows.nth(1).get_by_role("button", name="重看").click()
    assert "一半有了日期" in begun.end.inner_text() and len(begun.lines(".play-turn--you")) == 4
    assert len(begun.events("practised")) == 3


# What is kept


def test_a_reload_goes_on_where_it_was(begun):
    begun.choose("name-the-worry", "whose-desk")
    lines, offered = begun.lines(), begun.offered()
    begun.page.reload()
    assert (begun.lines(), begun.offered(), begun.state) == (lines, offered, "talking")
    begun.choose("wait")
    begun.page.goto(begun.page.url.replace("/cases/", "/en/cases/"))
    assert begun.lines()[-1] == "I have it here. Half of it by the end of the month, then."
    begun.choose("write-down")
    begun.page.reload()
    assert begun.state == "ready"
    assert [event["result"]["response"] for event in begun.events("practised")] == [BEST]
    assert begun.events("practised")[0]["seconds"] >= 0
    assert begun.events("draft") == []


def test_the_time_of_both_halves_is_counted(open_page, small):
    page = open_page()
    page.clock.install()
    play = open_play(page, small, "first-case")
    play.press("start")
    page.clock.run_for(30_000)
    play.choose("when-pay")
    page.reload()
    page.clock.run_for(12_000)
    play.choose("clear-question")
    assert play.events("practised")[0]["seconds"] in (41, 42)


@pytest.mark.parametrize("file", DRAFTS, ids=lambda file: file.stem)
def test_a_stored_draft_never_stops_the_page(open_page, small, file):
    case = json.loads(file.read_text(encoding="utf-8"))
    expected = case["expected"]
    play = open_play(open_page(reduced_motion="reduce"), small, "first-case", events=case["events"])
    assert play.state == expected["state"]
    assert len(play.lines(".play-turn--you")) == len(expected["path"])
    assert ("修改过" in play.notice.inner_text()) == expected["told"]
    if play.state == "stopped":
        play.press("continue")
    if play.state in ("ready", "ended"):
        play.press("start")
    play.root.locator(".play-option").first.click()
    assert play.notice.inner_text() == ""


def test_with_storage_denied_a_whole_talk_works(open_page, small):
    page = open_page()
    page.add_init_script(DENIED)
    play = open_play(page, small, "first-case")
    play.press("start")
    play.choose(*BEST)
    assert "得分 100" in play.end.inner_text()
    assert play.root.locator('[data-part="runs"] tr').count() == 1
    assert "不让本页保存" in page.locator("course-record").inner_text()


def test_two_tabs_show_one_talk_and_record_it_once(open_page, small):
    one = open_page()
    two = open_page(one.context)
    here, there = (open_play(tab, small, "first-case") for tab in (one, two))
    there.press("start")
    there.choose("when-pay")
    here.log.get_by_text("那你等通知吧。").wait_for()
    assert here.offered() == there.offered()
    there.choose("clear-question")
    here.end.get_by_text("电话挂了").wait_for()
    assert len(here.events("practised")) == len(there.events("practised")) == 1


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


def test_digits_elsewhere_on_the_page_choose_nothing(begun):
    begun.page.locator("h1").click()
    begun.page.keyboard.press("1")
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


PRINTED = "selector => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility()).length"


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
