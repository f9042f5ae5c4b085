"""Role plays in a real browser: those of the real course played to every ending; on the small course a talk, line by line, and
what the record keeps of it. The twin of play.py passes tests/role_plays/*.json; stored drafts of every kind are drafts/*.json.
"""

import json
import re
from pathlib import Path

import pytest
from played import DENIED, open_play, text
from small_course import MINIMAL, ROOT

from coursepack.course import load
from coursepack.model.role_play import DIMENSIONS
from coursepack.play import Graph
from coursepack.shuffle import shuffle

HERE = Path(__file__).parent
RUNS = sorted((HERE.parent / "role_plays").glob("*.json"))
DRAFTS = sorted((HERE / "drafts").glob("*.json"))
REAL, FIRST = load(ROOT), load(MINIMAL).role_plays["first-case"]
BEST = ["name-the-worry", "whose-desk", "wait", "write-down"]
RED = ["name-the-worry", "tomorrow-court"]


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
