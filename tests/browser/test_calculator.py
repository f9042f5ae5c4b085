"""`<course-calculator>` as the engine renders it, in a real browser: what the reader types, sees, hears, keeps and copies."""

import json
import re
from pathlib import Path

import pytest
from calculator_pages import PAGE, write_pages
from conftest import serve

from coursepack.model.calculator import CALCULATORS

CASES = Path(__file__).parents[1] / "calculators"
EXAMPLES = {  # what the worked example of each calculator says, by the facts
    "late-interest": "到 2026 年 4 月 5 日逾期 90 天：利息 9,616.44 元，一共欠 1,009,616.44 元。",
    "carrying-cost": "晚 60 天，占用成本 9,863.01 元。",
    "replacement-sales": "要多卖 2,000,000.00 元，利润才补得上。",
    "dso": "简单法 DSO 70.5 天。",
    "cei": "CEI 77.1%。",
    "ageing": "6 行都算了：应收 1,280,000.00 元，逾期 980,000.00 元。",
    "instalments": "分 3 期，每期 166,666.66 元，最后一期 166,666.68 元，2026 年 5 月 31 日付清。",
    "limitation": "算到 2028 年 6 月 10 日届满。",
    "expected-loss": "准备合计 580,000.00 元。",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    server = serve(write_pages(tmp_path_factory.mktemp("calculators")))
    yield f"{server.address}/pages"
    server.shutdown()


class Calculator:
    """One calculator of a page."""

    def __init__(self, page, name):
        self.page, self.name = page, name
        self.root = page.locator(f'[data-calculator="{name}"]')
        self.output = self.root.locator("output")

    def field(self, name):
        return self.root.locator(f'[id="calc-{self.name}.{name}"]')

    def fill(self, **values):
        for name, value in values.items():
            self.field(name.replace("__", ".")).fill(value)

    def press(self, action):
        self.root.locator(f'[data-action="{action}"]').first.click()

    def example(self):
        """Fills in the example, in place of whatever is there."""
        self.press("example")
        if self.root.locator("dialog").is_visible():
            self.root.locator('dialog [value="ok"]').click()
        self.output.and_(self.page.locator(":not(:empty)")).wait_for()

    def figure(self, name):
        return self.root.locator(f'[data-figure="{name}"] dd').inner_text()

    def fault(self, name):
        """The words beside a field, found as a screen reader finds them."""
        field = self.field(name)
        assert field.get_attribute("aria-invalid") == "true"
        ids = field.get_attribute("aria-describedby").split()
        return self.root.locator(f'[id="{ids[-1]}"]').inner_text()


@pytest.fixture
def open_calculator(page, site):
    def open_calculator(name, lang="zh"):
        page.goto(f"{site}/{PAGE[lang]}")
        return Calculator(page, name)

    return open_calculator


def settle(page):
    """Waits until a pause in typing has been noticed."""
    page.wait_for_timeout(600)


def notes(page):
    found = page.evaluate("courseRecord.events().filter((event) => event.verb === 'note')")
    return {event["item"]: event["result"]["value"] for event in found}


@pytest.mark.parametrize("name", CALCULATORS)
def test_the_example_gives_what_the_facts_say(open_calculator, name):
    calculator = open_calculator(name)
    calculator.press("example")
    assert calculator.output.inner_text() == EXAMPLES[name]
    assert calculator.root.locator("[aria-invalid]").count() == 0
    english = open_calculator(name, "en")
    english.example()
    numbers = re.findall(r"[\d,.]*\d", EXAMPLES[name].replace("元", ""))
    assert {number for number in numbers if "," in number} <= set(re.findall(r"[\d,.]*\d", english.output.inner_text()))


def test_enter_computes_and_the_result_is_announced(open_calculator, page):
    calculator = open_calculator("carrying-cost")
    calculator.fill(amount="100 万", rate="６％", days="60")
    page.keyboard.press("Enter")
    assert page.get_by_role("status").filter(has_text="9,863.01 元").count() == 1
    assert calculator.root.locator(".calculator-working").inner_text() == "1,000,000.00 × 6% × 60 ÷ 365 = 9,863.01"
    assert calculator.field("days").evaluate("field => field === document.activeElement")


def test_after_the_first_time_the_result_follows(open_calculator, page):
    calculator = open_calculator("carrying-cost")
    calculator.fill(amount="1000000", rate="6", days="60")
    settle(page)
    assert calculator.output.inner_text() == ""
    calculator.press("calculate")
    calculator.fill(days="30")
    settle(page)
    assert "4,931.51 元" in calculator.output.inner_text()
    calculator.fill(days="")
    settle(page)
    assert calculator.root.locator("[data-result]").is_hidden()
    assert calculator.output.inner_text() == "有 1 处要改，改好再算。"
    assert calculator.field("days").get_attribute("aria-invalid") is None  # still being typed in


def test_faults_stand_beside_their_fields(open_calculator, page):
    calculator = open_calculator("carrying-cost")
    calculator.fill(amount="一百万", rate="0.05")
    calculator.press("calculate")
    assert calculator.fault("amount") == "“一百万”读不成一个数。只写数字，例如 5、480,000、48 万。"
    assert calculator.fault("rate").startswith("“0.05”在这格里就是 0.05%")
    assert calculator.fault("days") == "这里要填。"
    assert calculator.field("amount").evaluate("field => field === document.activeElement")
    assert calculator.root.locator("[data-result]").is_hidden()
    calculator.fill(amount="100 万", rate="5", days="60")
    calculator.press("calculate")
    assert calculator.root.locator("[aria-invalid]").count() == 0
    assert calculator.field("amount").get_attribute("aria-describedby") is None
    assert calculator.field("rate").get_attribute("aria-describedby") == "calc-carrying-cost.rate-hint"


def test_a_date_half_typed_is_no_empty_field(open_calculator, page):
    calculator = open_calculator("limitation")
    calculator.field("due").press_sequentially("0304")
    calculator.press("calculate")
    assert calculator.fault("due") == "这不是一个完整的日期。选一个日期，或者写成 2026-03-04。"


def test_the_lpr_is_asked_for_only_where_it_matters_and_never_given(open_calculator):
    calculator = open_calculator("late-interest")
    assert calculator.field("lpr").is_hidden()
    assert calculator.field("rate").is_visible()
    calculator.root.get_by_label("没约定，按 LPR 加计").check()
    assert calculator.field("rate").is_hidden()
    assert calculator.field("lpr").input_value() == ""
    assert calculator.field("markup").input_value() == "30"
    calculator.fill(principal="1000", due="2026-01-05", end="2026-04-05")
    calculator.press("calculate")
    assert calculator.fault("lpr").startswith("这里要填查到的 LPR。")
    calculator.root.get_by_label("条例的每天 0.05%").check()
    assert calculator.root.locator('[data-when="kind=daily"]').inner_text().endswith("LAW-19 LAW-22 LAW-23")


def test_part_payments_are_shown_step_by_step(open_calculator):
    calculator = open_calculator("late-interest")
    calculator.fill(principal="365,000", due="2026-01-01", end="2026-03-02", rate="10", costs="2,000")
    calculator.fill(payments__1__date="2026-01-31", payments__1__amount="105,000")
    calculator.press("calculate")
    rows = calculator.root.locator('[data-table="steps"] tbody tr')
    assert [" ".join(row.split()) for row in rows.all_inner_texts()] == [
        "2026 年 1 月 31 日 30 365,000.00 3,000.00 105,000.00 2,000 3,000 100,000 0.00 265,000.00",
        "2026 年 3 月 2 日 30 265,000.00 2,178.08 – – – 2,178.08 265,000.00",
    ]
    assert calculator.figure("left") == "267,178.08 元"


def test_rows_by_keyboard(open_calculator, page):
    calculator = open_calculator("limitation")
    calculator.root.locator('[data-action="add"]').focus()
    page.keyboard.press("Enter")
    focused = "() => document.activeElement.id || document.activeElement.getAttribute('aria-label')"
    assert page.evaluate(focused) == "calc-limitation.events.4.date"
    assert page.get_by_role("status").filter(has_text="加了第 4 行。").count() == 1
    calculator.fill(events__2__date="2024-01-01", events__4__date="2025-01-01")
    calculator.field("events.4.kind").select_option("promise")
    calculator.root.get_by_role("button", name="删掉第 3 行").focus()
    page.keyboard.press("Enter")
    assert page.evaluate(focused) == "删掉第 3 行"
    assert calculator.field("events.3.date").input_value() == "2025-01-01"
    assert calculator.field("events.3.kind").get_attribute("aria-label") == "什么事，第 3 行"
    for _ in range(3):
        calculator.root.get_by_role("button", name="删掉第 1 行").click()
    assert calculator.root.locator("[data-rows] tbody tr").count() == 1
    assert calculator.field("events.1.date").input_value() == ""


def test_faults_of_rows_move_with_them(open_calculator):
    calculator = open_calculator("dso")
    calculator.fill(
        receivables="100", months__2__sales="x", months__2__days="30", months__1__sales="1", months__1__days="1"
    )
    calculator.press("calculate")
    assert calculator.fault("months.2.sales").startswith("“x”")
    calculator.root.get_by_role("button", name="删掉第 1 行").click()
    assert calculator.fault("months.1.sales").startswith("“x”")


def test_what_is_typed_survives_a_reload(open_calculator, page):
    calculator = open_calculator("limitation")
    calculator.root.get_by_label("同一笔债分期付").check()
    calculator.fill(due="2023-03-04", events__1__date="2024-01-01", events__3__date="2025-01-01")
    for _ in range(2):
        calculator.press("add")
    calculator.fill(events__5__date="2026-01-01")
    calculator.field("events.5.kind").select_option("suit")
    page.reload()
    assert calculator.root.get_by_label("同一笔债分期付").is_checked()
    dates = [calculator.field(f"events.{n}.date").input_value() for n in range(1, 6)]
    assert dates == ["2024-01-01", "", "2025-01-01", "", "2026-01-01"]
    assert calculator.field("events.5.kind").input_value() == "suit"
    calculator.root.get_by_role("button", name="删掉第 2 行").click()
    page.reload()
    dates = [calculator.field(f"events.{n}.date").input_value() for n in range(1, 5)]
    assert dates == ["2024-01-01", "2025-01-01", "", "2026-01-01"]
    assert calculator.field("events.4.kind").input_value() == "suit"
    assert calculator.field("events.5.date").count() == 0


def test_notes_are_named_for_the_calculator_and_only_of_what_was_changed(open_calculator, page):
    calculator = open_calculator("late-interest")
    calculator.fill(principal="480000")
    settle(page)
    assert notes(page) == {"calc-late-interest.principal": "480000"}


def test_pasted_customers_are_never_stored(open_calculator, page):
    calculator = open_calculator("ageing")
    calculator.fill(date="2026-03-18", rows="江岚制造\t2026-03-04\t480,000")
    calculator.press("calculate")
    assert calculator.root.locator('[data-table="customers"] tbody').inner_text().startswith("江岚制造")
    settle(page)
    assert set(notes(page)) == {"calc-ageing.date"}
    assert "江岚" not in page.evaluate("JSON.stringify(localStorage) + JSON.stringify(sessionStorage)")
    page.reload()
    assert (calculator.field("rows").input_value(), calculator.field("date").input_value()) == ("", "2026-03-18")


def test_unreadable_rows_are_listed_with_their_line(open_calculator):
    calculator = open_calculator("ageing")
    calculator.fill(
        date="2026-03-18",
        rows="客户\t到期日\t金额\n江岚\t2026-02-30\t1\n云泊\t2026-03-04\t2 万\n<img src=x>\t3/4/2026\t1",
    )
    calculator.press("calculate")
    rows = [
        " ".join(row.split()) for row in calculator.root.locator('[data-table="faults"] tbody tr').all_inner_texts()
    ]
    assert rows == [
        "2 2026-02-30 没有这一天，查一下",
        "4 3/4/2026 分不清月和日：上面选“日在前”或“月在前”，或者写成 2026-03-04",
    ]
    assert calculator.output.inner_text().startswith("算了 1 行，另有 2 行读不懂、没算")
    assert calculator.root.locator("img").count() == 0


def test_clearing_asks_first(open_calculator, page):
    calculator = open_calculator("carrying-cost")
    calculator.press("reset")
    assert calculator.root.locator("dialog").is_hidden()  # nothing to lose
    calculator.fill(amount="100", rate="6", days="60")
    calculator.press("calculate")
    calculator.press("reset")
    calculator.root.locator('dialog [value="cancel"]').click()
    assert calculator.field("amount").input_value() == "100"
    calculator.press("example")
    assert calculator.root.locator('[data-ask="example"]').is_visible()
    assert calculator.root.locator('[data-ask="reset"]').is_hidden()
    page.keyboard.press("Escape")
    assert calculator.field("amount").input_value() == "100"
    calculator.press("reset")
    calculator.root.locator('dialog [value="ok"]').click()
    calculator.output.and_(page.locator(":empty")).wait_for(state="attached")
    assert calculator.root.locator("[data-result]").is_hidden()
    page.reload()
    assert calculator.field("amount").input_value() == ""


def test_the_example_leaves_nothing_of_what_was_there(open_calculator, page):
    calculator = open_calculator("late-interest")
    calculator.fill(payments__1__date="2026-01-31", payments__1__amount="1", costs="7")
    calculator.press("example")
    calculator.root.locator('dialog [value="ok"]').click()
    calculator.output.filter(has_text="9,616.44").wait_for()
    assert (calculator.field("costs").input_value(), calculator.field("payments.1.amount").input_value()) == ("", "")


def test_copying(new_page, site):
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{site}/{PAGE['zh']}")
    calculator = Calculator(page, "instalments")
    calculator.press("example")
    calculator.press("copy")
    page.get_by_role("status").filter(has_text="已复制。").wait_for()
    text = page.evaluate("navigator.clipboard.readText()")
    lines = text.split("\n")
    assert lines[0] == "分期付款计划"
    assert {"总额（元）：500,000", "怎么分：每期一样多", "隔多久付一期：每月", EXAMPLES["instalments"]} <= set(lines)
    assert "3\t2026 年 5 月 31 日（周日）\t166,666.68\t0.00\t周末，当天可能不到账" in lines
    assert lines[-1] == "依据：LAW-70, LAW-14, LAW-35, LAW-71"
    calculator.press("copy-letter")
    page.wait_for_function("async () => (await navigator.clipboard.readText()).startsWith('付款计划（草稿，须报批')")


NO_CLIPBOARD = "Reflect.defineProperty(navigator, 'clipboard', {get: () => undefined});"
REFUSED = NO_CLIPBOARD + "document.execCommand = () => false;"


def test_copying_on_an_address_without_a_clipboard(open_calculator, page):
    page.add_init_script(NO_CLIPBOARD)
    calculator = open_calculator("cei")
    calculator.press("example")
    calculator.press("copy")
    page.get_by_role("status").filter(has_text="已复制。").wait_for()
    assert calculator.root.locator(".calculator-copy").is_hidden()
    assert page.evaluate("document.activeElement.dataset.action") == "copy"
    open_calculator("ageing").field("rows").focus()
    page.keyboard.press("Control+V")
    assert Calculator(page, "ageing").field("rows").input_value().startswith("回收效率指数 CEI\n期初应收（元）：1,000,000\n")


def test_rows_are_copied_with_their_headings_and_empty_ones_are_not(open_calculator, page):
    page.add_init_script(REFUSED)
    calculator = open_calculator("limitation")
    calculator.example()
    calculator.press("copy")
    copied = calculator.root.locator(".calculator-copy").input_value()
    assert "\n之后发生过、拿得出证据的事\n日期\t什么事\n2025-06-10\t催款，送到了对方\n算到 2028 年" in copied
    english = open_calculator("dso", "en")
    english.example()
    english.press("copy")
    assert "\nOf them not yet due (RMB): 800,000\n" in english.root.locator(".calculator-copy").input_value()


def test_copying_where_the_browser_refuses(open_calculator, page):
    page.add_init_script(REFUSED)
    calculator = open_calculator("cei")
    calculator.press("example")
    calculator.press("copy")
    page.get_by_role("status").filter(has_text="文字已经选中").wait_for()
    text = page.evaluate("getSelection().toString() || document.activeElement.value")
    assert text.startswith("回收效率指数 CEI\n期初应收（元）：1,000,000\n")
    assert "1,350,000 ÷ 1,750,000 × 100 = 77.1%" in text
    assert text.endswith("AR-04")


def test_what_was_pasted_is_not_copied(open_calculator, page):
    page.add_init_script(REFUSED)
    calculator = open_calculator("ageing")
    calculator.press("example")
    calculator.press("copy")
    text = calculator.root.locator(".calculator-copy").input_value()
    assert "2026年2月27日" not in text
    assert "岭泰\t180,000\t14.1%\t–\t–\t–\t–\t180,000\t–\t–" in text


def test_printing_one_calculator(open_calculator, page):
    calculator = open_calculator("cei")
    calculator.press("example")
    page.evaluate(
        "() => { window.print = () => { window.printed = document.querySelector('.course-print-one .course-printing').id } }"
    )
    calculator.press("print")
    assert page.evaluate("window.printed") == "calc-cei"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".course-print-one, .course-printing").count() == 0


def test_on_paper_a_result_stands_without_empty_fields(page, course):
    page.goto(f"{course}/calculators.html")
    calculator = Calculator(page, "late-interest")
    page.emulate_media(media="print")
    row = calculator.root.locator("[data-rows] tbody tr").first
    assert row.is_visible()  # an empty form is for the pen
    page.emulate_media(media="screen")
    calculator.example()
    page.emulate_media(media="print")
    assert row.is_hidden() and calculator.field("costs").is_hidden() and calculator.field("lpr").is_visible()
    page.emulate_media(media="screen")
    calculator.fill(payments__2__date="2026-01-31", payments__2__amount="1")
    calculator.press("calculate")
    page.emulate_media(media="print")
    assert row.is_hidden() and calculator.field("payments.2.amount").is_visible()


def test_a_share_of_nothing_has_no_working(open_calculator):
    calculator = open_calculator("ageing")
    calculator.fill(date="2026-03-18", rows="a\t2026-03-04\t100\na\t2026-03-04\t-100")
    calculator.press("calculate")
    assert "应收 0.00 元" in calculator.output.inner_text()
    assert calculator.root.locator(".calculator-working").is_hidden()


def test_two_windows_do_not_undo_each_other(new_page, site):
    first = new_page()
    second = new_page(first.context)
    for page in (first, second):
        page.goto(f"{site}/{PAGE['zh']}")
    one, two = Calculator(first, "carrying-cost"), Calculator(second, "carrying-cost")
    one.fill(amount="100 万", rate="6", days="60")
    one.press("calculate")
    settle(first)
    assert two.field("days").input_value() == "60"
    one.fill(amount="200 万")
    two.fill(days="30")  # while the first has not yet noted its change
    settle(second)
    for calculator in (one, two):
        assert (calculator.field("amount").input_value(), calculator.field("days").input_value()) == ("200 万", "30")
    assert "晚 30 天，占用成本 9,863.01 元" in one.output.inner_text()  # and the result is that of what stands there


def test_the_result_comes_into_view(new_page, site):
    page = new_page(viewport={"width": 360, "height": 640})
    page.goto(f"{site}/{PAGE['zh']}")
    calculator = Calculator(page, "limitation")
    calculator.root.locator('[data-action="example"]').scroll_into_view_if_needed()
    calculator.example()
    box = calculator.output.bounding_box()
    assert 0 <= box["y"] < 640


def test_the_question_of_the_dialog_is_read_out(open_calculator, page):
    calculator = open_calculator("carrying-cost")
    calculator.fill(amount="1")
    calculator.press("reset")
    dialog = calculator.root.get_by_role("dialog")
    ids = dialog.get_attribute("aria-describedby")
    assert dialog.locator(f"#{ids}").inner_text().startswith("清空这里填的内容？")


def test_today_is_the_readers_day(page, site):
    page.clock.set_fixed_time("2026-03-18T23:30:00")
    page.goto(f"{site}/{PAGE['zh']}")
    calculator = Calculator(page, "limitation")
    calculator.fill(due="2023-03-20")
    calculator.root.get_by_role("button", name="今天：看哪天还剩多久").click()
    assert page.get_by_role("status").filter(has_text="2026 年 3 月 18 日").count() == 1
    calculator.press("calculate")
    assert calculator.output.inner_text() == "算到 2026 年 3 月 20 日届满，还剩 2 天。"
    english = Calculator(page, "limitation")
    page.goto(f"{site}/{PAGE['en']}")
    english.fill(due="2023-03-19")
    english.press("calculate")
    assert english.output.inner_text() == "It ends on 19 March 2026: 1 day left."


def test_it_computes_where_storage_is_denied(open_calculator, page):
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('', 'SecurityError') }})"
    )
    calculator = open_calculator("dso")
    calculator.press("example")
    assert calculator.output.inner_text() == EXAMPLES["dso"]
    assert [calculator.figure(name) for name in ("simple", "countback", "best", "late")] == [
        "70.5",
        "73.5",
        "47.0",
        "23.5",
    ]


def test_without_script_the_formula_and_the_example_stand_there(new_page, site):
    page = new_page(java_script_enabled=False)
    page.goto(f"{site}/{PAGE['zh']}")
    calculator = Calculator(page, "late-interest")
    assert calculator.root.locator("noscript").inner_text().startswith("这台浏览器没有开启脚本")
    assert calculator.field("lpr").is_visible()
    assert "9,616.44 元" in calculator.root.locator(".calculator-example").inner_text()
    assert calculator.root.get_by_role("button").count() == 0


@pytest.mark.parametrize("lang", PAGE)
def test_every_refusal_and_every_cell_has_words(page, site, lang):
    page.goto(f"{site}/{PAGE[lang]}")
    for name in CALCULATORS:
        inputs = [case["input"] for case in json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))]
        missing = page.evaluate(
            """([name, inputs]) => {
                const root = document.querySelector(`[data-calculator="${name}"]`);
                const words = [...root.querySelectorAll('template')].map((template) => ({
                    table: template.parentElement.dataset.table,
                    cells: [...template.content.querySelectorAll('[data-format="word"]')].map((cell) => cell.dataset.cell),
                }));
                return inputs.flatMap((input) => {
                    const outcome = CourseCalculations.run(name, input);
                    const refusals = (outcome.faults ?? []).filter(({ field, code }) => {
                        const control = document.getElementById(`calc-${name}.${field.replace(/\\.\\d+\\./, ".1.")}`);
                        return !control || !(control.getAttribute(`data-error-${code}`) ?? root.getAttribute(`data-error-${code}`));
                    });
                    const cells = words.flatMap(({ table, cells }) => (outcome.tables?.[table] ?? []).flatMap((line) => cells.map((cell) => line[cell])));
                    const mute = cells.filter((code) => code && !root.getAttribute(`data-word-${code}`));
                    const notes = (outcome.notes ?? []).filter((code) => !root.querySelector(`[data-note="${code}"]`));
                    return [...refusals, ...mute, ...notes];
                });
            }""",
            [name, inputs],
        )
        assert missing == [], name


@pytest.mark.parametrize("lang", PAGE)
def test_axe(page, site, axe, lang):
    page.goto(f"{site}/{PAGE[lang]}")
    for name in CALCULATORS:
        Calculator(page, name).example()
        Calculator(page, name).press("add" if name == "dso" else "calculate")
    Calculator(page, "cei").fill(opening="x")
    Calculator(page, "cei").press("calculate")
    page.evaluate(axe)
    rules = {
        "region": {"enabled": False},
        "landmark-one-main": {"enabled": False},
        "page-has-heading-one": {"enabled": False},
    }
    found = page.evaluate("rules => axe.run(document, {rules})", rules)
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found["violations"]] == []
