"""What calculators compute, in a real browser: cases are files, tests/calculators/<name>.json and tests/numbers/*.json.

A case gives the texts of a form and what must come of it: only the figures and cells it names are compared; dates are ISO.
"""

import json
import re
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from calculator_pages import PAGE, write_pages
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from coursepack.model.calculator import CALCULATORS
from coursepack.number import parse_number

TESTS = Path(__file__).parents[1]
NUMBERS = json.loads((TESTS / "numbers" / "numbers.json").read_text(encoding="utf-8"))
CENTS = json.loads((TESTS / "numbers" / "cents.json").read_text(encoding="utf-8"))
CASES = {name: json.loads((TESTS / "calculators" / f"{name}.json").read_text(encoding="utf-8")) for name in CALCULATORS}
RUN = """([name, inputs]) => {
    const days = new Set(["date", "due", "end", "start", "stop", "asOf"]);
    const readable = (key, value) => (days.has(key) && typeof value === "number" ? CourseDate.iso(value) : value);
    return inputs.map((input) => {
        try { return JSON.parse(JSON.stringify(CourseCalculations.run(name, input), readable)); }
        catch (error) { return {thrown: String(error)}; }
    });
}"""
BATCH = settings(max_examples=15, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def evaluate(tmp_path_factory, browser):
    """Evaluates code in one page that has the scripts."""
    page = browser.new_page()
    page.goto((write_pages(tmp_path_factory.mktemp("calculations")) / "pages" / PAGE["zh"]).as_uri())
    yield page.evaluate
    page.close()


@pytest.fixture(scope="module")
def run(evaluate):
    """Computes many forms of one calculator at once."""
    return lambda name, inputs: evaluate(RUN, [name, inputs])


def assert_holds(expected, found, where):
    """Every figure, cell and row that `expected` names."""
    if isinstance(expected, dict):
        for key, value in expected.items():
            assert_holds(value, found.get(key), f"{where}.{key}")
    elif isinstance(expected, list) and expected and isinstance(expected[0], dict):
        for index, value in enumerate(expected):
            assert_holds(value, found[index], f"{where}[{index}]")
    else:
        assert found == expected, where


@pytest.mark.parametrize("name", CALCULATORS)
def test_cases(run, name):
    outcomes = run(name, [case["input"] for case in CASES[name]])
    for case, outcome in zip(CASES[name], outcomes, strict=True):
        assert "thrown" not in outcome, (case["name"], outcome)
        faults = {fault["field"]: fault["code"] for fault in outcome.get("faults", [])}
        assert faults == case.get("faults", {}), case["name"]
        assert_holds(
            {key: case[key] for key in ("main", "figures", "tables", "notes") if key in case}, outcome, case["name"]
        )


def test_a_paste_too_long_is_refused_whole(run):
    row = "江岚制造\t2026-03-04\t1\n"
    most, more = run("ageing", [{"date": "2026-03-18", "rows": row * count} for count in (5000, 5001)])
    assert most["figures"]["rows"] == 5000
    assert [fault["code"] for fault in more["faults"]] == ["too-many"]


def test_numbers_as_the_python_twin_reads_them(evaluate):
    found = evaluate("texts => texts.map((text) => courseNumber.parse(text))", [case["text"] for case in NUMBERS])
    assert found == [case["number"] for case in NUMBERS]


def test_cents_are_exact_or_refused(evaluate):
    found = evaluate("texts => texts.map((text) => courseNumber.cents(text))", [case["text"] for case in CENTS])
    assert found == [case["cents"] for case in CENTS]


# Properties, each over many inputs in one call

typed = st.text(
    st.sampled_from("0123456789.,，。 '　-−()（）%％万亿千w元¥￥rmbRMB０１２３４５６７８９：/;；\t年月日abc\"")
    | st.characters(),
    max_size=14,
)
cents = st.integers(1, 10**12)
days = st.integers(0, 20000)


def yuan(amount: int) -> str:
    return f"{amount // 100}.{amount % 100:02}"


def iso(day: int) -> str:
    return (date(1990, 1, 1) + timedelta(day)).isoformat()


@BATCH
@given(st.lists(typed, min_size=80, max_size=80))
def test_both_twins_read_any_text_alike(evaluate, texts):
    found = evaluate("texts => texts.map((text) => courseNumber.parse(text))", texts)
    assert found == [parse_number(text) for text in texts]


@BATCH
@given(st.lists(st.tuples(cents, st.integers(1, 1000000), st.integers(1, 3650)), min_size=60, max_size=60))
def test_interest_is_exact_and_rounded_half_up(run, debts):
    inputs = [
        {"amount": yuan(amount), "rate": f"{rate / 10000:.4f}%", "days": str(days)} for amount, rate, days in debts
    ]
    for (amount, rate, days), outcome in zip(debts, run("carrying-cost", inputs), strict=True):
        assert outcome["figures"]["cost"] == int(Fraction(amount * rate * days, 365 * 10**6) + Fraction(1, 2))


@BATCH
@given(
    st.lists(
        st.tuples(
            cents,
            st.integers(2, 60),
            days,
            st.sampled_from(["month", "fortnight", "week"]),
            st.sampled_from(["keep", "before", "after"]),
        ),
        min_size=40,
        max_size=40,
    )
)
def test_instalments_add_up_and_follow_one_another(run, plans):
    inputs = [
        {
            "total": yuan(total),
            "mode": "equal",
            "count": str(count),
            "first": iso(first),
            "interval": interval,
            "weekend": weekend,
        }
        for total, count, first, interval, weekend in plans
        if total >= count
    ]
    for form, outcome in zip(inputs, run("instalments", inputs), strict=True):
        steps = outcome["tables"]["steps"]
        assert sum(step["amount"] for step in steps) == round(float(form["total"]) * 100)
        assert steps[-1]["left"] == 0
        assert len(steps) == int(form["count"])
        dates = [step["date"] for step in steps]
        assert dates == sorted(set(dates))


payment = st.tuples(st.integers(1, 400), cents)


@BATCH
@given(
    st.lists(
        st.tuples(cents, cents, st.integers(0, 15000), st.integers(1, 1000000), st.lists(payment, max_size=5)),
        min_size=30,
        max_size=30,
    )
)
def test_allocation_conserves_money(run, debts):
    inputs = []
    for principal, costs, due, rate, payments in debts:
        form = {
            "principal": yuan(principal),
            "costs": yuan(costs),
            "due": iso(due),
            "end": iso(due + 400),
            "kind": "agreed",
            "rate": f"{rate / 10000:.4f}%",
        }
        form |= {f"payments.{n}.date": iso(due + after) for n, (after, _) in enumerate(payments, 1)}
        form |= {f"payments.{n}.amount": yuan(amount) for n, (_, amount) in enumerate(payments, 1)}
        inputs.append(form)
    for (principal, costs, *_, payments), outcome in zip(debts, run("late-interest", inputs), strict=True):
        figures, steps = outcome["figures"], outcome["tables"]["steps"]
        paid = sum(amount for _, amount in payments)
        assert figures["paid"] == paid
        assert (
            sum(step["toCosts"] + step["toInterest"] + step["toPrincipal"] + step["excess"] for step in steps) == paid
        )
        assert principal + costs + figures["interest"] == figures["left"] + paid - (figures["excess"] or 0)
        assert min(figures[name] for name in ("costsLeft", "interestLeft", "principalLeft")) >= 0
        for step in steps:
            assert not step["toPrincipal"] or step["interestLeft"] == 0


@BATCH
@given(
    st.lists(
        st.tuples(
            days,
            st.lists(
                st.tuples(
                    st.integers(-1000, 12000), st.sampled_from(["demand", "promise", "part-payment", "suit", "equal"])
                ),
                max_size=8,
            ),
        ),
        min_size=40,
        max_size=40,
    )
)
def test_a_limitation_period_never_ends_before_it_starts(run, debts):
    inputs = []
    for due, events in debts:
        form = {"due": iso(due)}
        for n, (after, kind) in enumerate(events, 1):
            form |= {f"events.{n}.date": iso(max(due + after, 0)), f"events.{n}.kind": kind}
        inputs.append(form)
    for form, outcome in zip(inputs, run("limitation", inputs), strict=True):
        figures = outcome["figures"]
        assert form["due"] <= figures["start"] <= figures["end"] <= figures["stop"]
        ends = [step["end"] for step in outcome["tables"]["steps"]]
        assert ends == sorted(ends)


@BATCH
@given(st.lists(st.lists(typed, max_size=6), min_size=40, max_size=40), st.sampled_from(["\t", ",", "；", "\n"]))
def test_no_paste_breaks_the_ageing_parser(run, tables, separator):
    pastes = ["\n".join(separator.join(row[start : start + 3]) for start in range(0, len(row), 3)) for row in tables]
    for paste, outcome in zip(
        pastes, run("ageing", [{"date": "2026-03-18", "rows": paste} for paste in pastes]), strict=True
    ):
        assert "thrown" not in outcome
        if "figures" in outcome:
            figures = outcome["figures"]
            counted = figures["rows"] + (figures["faults"] or 0) + (1 if figures["header"] else 0)
            assert 0 < counted <= len(re.split(r"\r\n|\r|\n", paste))


@BATCH
@given(st.lists(st.tuples(st.sampled_from(["a", "b", "c"]), days, cents), min_size=1, max_size=60))
def test_ageing_totals_agree(run, rows):
    paste = "\n".join(f"{customer}\t{iso(due)}\t{yuan(amount)}" for customer, due, amount in rows)
    [outcome] = run("ageing", [{"date": "2020-06-30", "rows": paste}])
    total = sum(amount for *_, amount in rows)
    assert outcome["figures"]["total"] == total
    for table in ("buckets", "customers"):
        assert sum(line["amount"] for line in outcome["tables"][table]) == total


@BATCH
@given(st.sampled_from(CALCULATORS), st.lists(st.lists(typed, min_size=16, max_size=16), min_size=30, max_size=30))
def test_no_input_throws_and_every_refusal_is_explained(run, name, texts):
    fields = FIELDS[name]
    for outcome in run(name, [dict(zip(fields, values, strict=False)) for values in texts]):
        assert "thrown" not in outcome
        assert "figures" in outcome or outcome["faults"]


FIELDS = {name: sorted({field for case in CASES[name] for field in case["input"]})[:16] for name in CALCULATORS}
