"""The learner's dashboard: what it makes of a record (cases: tests/dashboard/*.json), and what the reader sees of it on the
hand-written page. In the built course: test_dashboard_site.py."""

import json
from pathlib import Path

import pytest
from dashboard_records import record
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from test_elements import DENIED, RECORDS, eventually, import_file, open_with, record_text

CASES = Path(__file__).parents[1] / "dashboard"
CATALOGUE = json.loads((CASES / "course.json").read_text(encoding="utf-8"))
PAGE = "progress.html"
READ = """() => { window.readRecord = (text) => {
    const parsed = RecordFormat.parse(text, "getting-paid");
    if (parsed.dropped !== 0) throw new Error("not a record");
    return RecordFormat.merge(parsed.events);
}; }"""
ASK = {
    "next-steps": "CourseNextSteps.of(catalogue, events, due).map(({rule, item}) => [rule, item])",
    "strengths": "({objectives: CourseStrengths.objectives(catalogue, events), steps: CourseStrengths.steps(catalogue, events)})",
    "standing": """(({standing}) => ({
        states: catalogue.lessons.map((lesson) => standing.state(lesson)), result: standing.result("exam-a") ?? null,
        minutes: standing.minutes, unknown: standing.unknown, empty: standing.isEmpty,
    }))({standing: new CourseStanding(catalogue, events)})""",
    "recent": """CourseRecent.of(catalogue, events).map(({verb, item, questions}) =>
        questions.size ? [verb, item, [...questions.values()].filter(Boolean).length, questions.size] : [verb, item])""",
}


def cases(name: str) -> list:
    found = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["name"]) for case in found]


@pytest.fixture(scope="module")
def evaluate(browser, site):
    """Evaluates code in one page that has the scripts."""
    page = browser.new_page(timezone_id="Asia/Shanghai")
    page.goto(f"{site}/{PAGE}")
    page.evaluate(READ)
    yield page.evaluate
    page.close()


@pytest.fixture
def ask(evaluate):
    """What a part of the dashboard makes of a case."""

    def ask(part: str, case: dict):
        code = f"([text, catalogue, due]) => {{ const events = readRecord(text); return {ASK[part]}; }}"
        return evaluate(code, [record(case["events"]), CATALOGUE, case.get("due", 0)])

    return ask


# What a record says


@pytest.mark.parametrize("case", cases("next-steps"))
def test_what_to_do_next(ask, case):
    assert ask("next-steps", case) == case["next"]


@pytest.mark.parametrize("case", cases("strengths"))
def test_strengths(ask, case):
    found = ask("strengths", case)
    for part in ("objectives", "steps"):
        expected = case.get(part, {})
        assert {name: found[part][name] for name in expected} == {name: pytest.approx(value) for name, value in expected.items()}


@pytest.mark.parametrize("case", cases("standing"))
def test_standing(ask, case):
    found = ask("standing", case)
    found["result"] = found["result"] and {key: found["result"][key] for key in ("passed", "score")}
    expected = {key: value for key, value in case.items() if key not in ("name", "events")}
    assert {key: found[key] for key in expected} == expected


@pytest.mark.parametrize("case", cases("recent"))
def test_recent(ask, case):
    assert ask("recent", case) == case["recent"]


NAMES = st.sampled_from(
    ["prep-reasons", "prep-ledger", "nego-plan", "prep-reasons-quality-claim", "prep-reasons-proof", "nego-plan-first"]
    + ["quality-manufacturer", "instalments-electromechanical", "exam-start", "exam-preparation", "exam-final"]
    + ["both-dates", "thrown-out", "of-old", "constructor", "__proto__", '"] <b>']
)
SHARES = st.floats(0, 1)
ANSWERS = st.fixed_dictionaries({"correct": st.booleans(), "response": st.lists(NAMES, max_size=2), "score": SHARES})
STEPS = st.dictionaries(st.sampled_from(["listen", "share", "clarify", "present", "ask", "relationship", "__proto__"]), st.integers(-(2**53), 2**53))
RESULTS = {
    "read": st.none(),
    "answered": ANSWERS,
    "note": st.fixed_dictionaries({"value": st.text(max_size=5)}),
    "reviewed": st.builds(lambda answer, sure: answer | {"confidence": sure}, ANSWERS, st.integers(1, 3)),
    "draft": st.fixed_dictionaries({"of": NAMES, "attempt": NAMES, "response": st.lists(NAMES, max_size=3)}),
    "practised": st.fixed_dictionaries(
        {"attempt": NAMES, "response": st.just([]), "ending": NAMES, "cash": SHARES, "score": SHARES, "redLine": st.booleans(), "steps": STEPS}
    ),
    "examined": st.fixed_dictionaries(
        {"attempt": NAMES, "score": SHARES, "passed": st.booleans()}
        | {"answers": st.lists(st.builds(lambda item, answer: {"item": item} | answer, NAMES, ANSWERS), max_size=4)}
    ),
}
SECONDS = st.one_of(st.none(), st.floats(0, 1e308), st.integers(0, 5000))
TIMES = st.datetimes().map(lambda at: f"{at.year:04}-{at:%m-%dT%H:%M:%S}.{at.microsecond // 1000:03}Z")
EVENTS = st.one_of(
    [
        st.builds(
            lambda item, at, result, seconds, verb=verb: {"verb": verb, "item": item, "at": at, "result": result, "seconds": seconds},
            NAMES, TIMES, results, SECONDS,
        )
        for verb, results in RESULTS.items()
    ]
)  # fmt: skip


def test_no_record_breaks_it_and_every_share_is_one(evaluate):
    batch = []

    @settings(max_examples=300, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck), database=None)
    @given(st.lists(EVENTS, max_size=25))
    def collect(events):
        batch.append(record([one | {"id": f"event-{number}"} for number, one in enumerate(events)]))

    collect()
    shares = evaluate(
        """texts => texts.map((text) => {
            const root = document.querySelector("course-progress");
            const events = readRecord(text);
            new CourseDashboard(root).show(events);
            const catalogue = CourseCatalogue.read(root);
            const found = [CourseStrengths.objectives(catalogue, events), CourseStrengths.steps(catalogue, events)].flatMap(Object.values);
            const odd = /NaN|Infinity|undefined|null|\\{|\\[object/.test(root.innerText);
            return [found.flatMap(({share, first}) => [share, first ?? null]), odd, root.querySelectorAll('[data-part="next"] > li').length];
        })""",
        batch,
    )
    assert len(batch) > 100
    for found, odd, steps in shares:
        assert all(share is None or 0 <= share <= 1 for share in found)
        assert not odd and steps <= 3


# The hand-written page


def words(page, selector: str) -> list[str]:
    return [" ".join(text.split()) for text in page.locator(f"course-progress {selector}").all_inner_texts()]


def show(page, site: str, *events: dict) -> None:
    open_with(page, site, PAGE, record(list(events)))


def test_a_record_in_figures(new_page, site):
    page = new_page(timezone_id="Asia/Shanghai")
    open_with(page, site, PAGE, record_text("record-v2.json"))
    assert words(page, "[data-cell=state]") == ["在学", "没开始", "没开始"]
    assert words(page, "[data-cell=all-checked]") == ["2/3，首次答对 0", "0/1，首次答对 0"]
    assert words(page, "[data-cell=practised]") == ["演过 1/1，最好 75 分", "演过 1/2，最好 75 分"]
    assert words(page, "[data-cell=endings]") == ["结局：谈成", "结局：谈成"]
    assert words(page, "[data-exam]") == ["开篇测验：2026年3月14日通过，80 分", "准备测验：考到一半", "结课考试：还没考"]
    assert words(page, "tr[data-role-play] td") == ["1 次", "75 分", "1/3：谈成", "还没演过", "", "0/2"]
    assert words(page, "[data-cell=time]") == ["大约 27 分钟"]
    assert words(page, "[data-cell=last]") == ["2026年3月14日"]


def test_a_record_in_bars(page, site):
    open_with(page, site, PAGE, record_text("record-v2.json"))
    page.locator("summary").last.click()
    assert words(page, "[data-objective] td") == ["75%", "25%", "2", "还说不准", "", "0", "还说不准", "", "0"]
    assert words(page, "[data-step] td:first-of-type") == ["75%", "50%", "100%", "50%", "50%", "还没演过"]
    assert words(page, "[data-step] td:last-of-type") == [*["1"] * 5, "0"]
    bars = page.locator("[data-objective] .progress-bar")
    assert bars.evaluate_all("bars => bars.map((bar) => bar.hidden)") == [False, True, True]
    assert bars.first.evaluate("bar => [bar.style.getPropertyValue('--share'), bar.style.getPropertyValue('--first')]") == ["0.75", "0.25"]


def test_the_weakest_and_the_strongest_are_picked_out(page, site):
    answers = {"prep-reasons-quality-claim": 0, "prep-reasons-proof": 1}
    show(page, site, *({"answered": item, "score": score} for item, score in answers.items()))
    assert words(page, "[data-part=weak] tr:visible") == ["要补", "归入五类原因之一 分析欠款原因 50% 50% 2"]
    assert words(page, "[data-part=strong] tr:visible") == ["站得住", "目前没有"]
    assert page.locator("[data-part=weak] a").get_attribute("href") == "lesson.html"
    page.evaluate("courseRecord.record({verb: 'answered', item: 'prep-reasons-quality-claim', result: {correct: true, response: ['x'], score: 1}})")
    assert words(page, "[data-part=weak] tr:visible") == ["要补", "目前没有"]
    assert words(page, "[data-part=strong] tr:visible") == ["站得住", "归入五类原因之一 分析欠款原因 100% 50% 2"]


def test_next_steps_say_why_and_lead_there(new_page, site):
    page = new_page(timezone_id="Asia/Shanghai")
    open_with(page, site, PAGE, record_text("record-v2.json"))
    assert words(page, "[data-part=next] li") == [
        "接着做完“准备测验” 2026年3月13日停在半路",
        "复习 2 道 隔几天再答",
        "接着读“算清账” 约 10 分钟",
    ]
    targets = page.locator("[data-part=next] a").evaluate_all("links => links.map((link) => link.getAttribute('href'))")
    assert targets == ["exam.html#preparation", "review.html", "ledger.html"]


def test_every_suggestion_is_worded(page, site):
    lessons = [{"read": "prep-reasons"}, {"read": "prep-ledger"}, {"read": "nego-plan"}]
    weak = [{"answered": item, "score": 0.5} for item in ("prep-reasons-quality-claim", "prep-reasons-proof")]
    tests = [{"examined": exam, "score": 1, "passed": True} for exam in ("exam-start", "exam-preparation")]
    bad_run = {"practised": "quality-manufacturer", "steps": {"present": 2, "listen": 4}}
    page.clock.install(time="2026-03-12T05:00:00Z")  # nothing is due yet
    show(page, site, *lessons, *weak, bad_run)
    assert words(page, "[data-part=next] li") == [
        "回头看“分析欠款原因” 归入五类原因之一：2 题得分 50%",
        "考一次“开篇测验” 准备读完了",
        "演“三期付清”，练“提出方案” 提出方案得分 25%",
    ]
    show(page, site, *lessons, *tests)
    assert words(page, "[data-part=next] li") == ["演一次“异响” 准备读完了", "参加“结课考试” 课都读完了"]


def test_an_empty_record(page, site):
    page.goto(f"{site}/{PAGE}")
    assert words(page, "[data-part=next] li") == ["从“分析欠款原因”开始 第一课约 12 分钟"]
    assert page.locator("[data-part=recent-none]").is_visible()
    assert page.locator("[data-cell=unknown]").is_hidden() and page.locator("[data-cell=endings]:visible").count() == 0
    assert words(page, "[data-cell=time]") == ["还没有"]
    assert set(words(page, "[data-cell=practised]")) == {"0/1，还没演过", "0/2，还没演过"}


def test_when_all_is_done_it_says_so(page, site):
    page.clock.install(time="2026-03-12T05:00:00Z")
    plays = [{"practised": item, "steps": {}} for item in ("quality-manufacturer", "instalments-electromechanical")]
    exams = [{"examined": item, "score": 1, "passed": True} for item in ("exam-start", "exam-preparation", "exam-final")]
    show(page, site, {"read": "prep-reasons"}, {"read": "prep-ledger"}, {"read": "nego-plan"}, *plays, *exams)
    assert page.locator("[data-part=next] li").count() == 0
    assert page.locator("[data-part=next-none]").is_visible()


def test_recent_doings_in_words(new_page, site):
    page = new_page(timezone_id="Asia/Shanghai")
    open_with(page, site, PAGE, record_text("record-v2.json"))
    assert words(page, "[data-part=recent] li") == [
        "2026年3月14日 考了“开篇测验”：80 分，通过",
        "2026年3月13日 演了“异响”：谈成，75 分",
        "2026年3月13日 复习：答了 1 题，第一遍答对 1 题",
        "2026年3月12日 “分析欠款原因”的题：答了 2 题，对 1 题",
        "2026年3月12日 读完“分析欠款原因”",
    ]
    assert page.locator("[data-part=recent-none]").is_hidden()


def test_withdrawn_content_is_one_line_and_an_ending_that_is_gone_says_so(page, site):
    show(page, site, {"read": "of-old"}, {"answered": "of-old", "score": 1}, {"practised": "quality-manufacturer", "steps": {}, "ending": "of-old"})
    assert words(page, "[data-cell=unknown]") == ["2 条记录属于已停用的内容"]
    assert "结局已经改掉" in words(page, "[data-part=recent] li")[0]
    assert words(page, "tr[data-role-play] [data-cell=seen]")[0] == "0/3"


def test_modules_that_are_read_are_folded(page, site):
    show(page, site, {"read": "nego-plan"})
    assert page.locator("[data-module] details").evaluate_all("all => all.map((one) => one.open)") == [True, False]


def test_an_import_and_a_reset_change_every_figure(page, site):
    page.goto(f"{site}/{PAGE}")
    before = words(page, "")
    import_file(page, RECORDS / "record-v2.json")
    assert "75%" in words(page, "[data-step] td:first-of-type")
    page.evaluate("courseRecord.reset(); document.querySelector('[role=status]').textContent = ''")
    assert words(page, "") == before


def test_a_change_in_another_tab_is_shown(new_page, site):
    one = new_page()
    two = new_page(one.context)
    one.goto(f"{site}/{PAGE}")
    two.goto(f"{site}/lesson.html")
    two.get_by_role("button", name="标为已读").click()
    assert eventually(lambda: words(one, "[data-cell=state]")[0] == "在学")


def test_with_storage_denied_it_works_and_the_notice_stands(page, site):
    page.add_init_script(DENIED)
    page.goto(f"{site}/{PAGE}")
    assert page.locator("course-record").inner_text() == "浏览器不让保存"
    import_file(page, RECORDS / "record-v2.json")
    assert words(page, "[data-cell=state]")[0] == "在学"
