"""The schedule's cases and the order of a sitting, by the browser's own code."""

import json
from pathlib import Path

import pytest

CASES = [case for path in sorted((Path(__file__).parents[1] / "schedule").glob("*.json")) for case in json.loads(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("zone", sorted({case["zone"] for case in CASES}))
def test_schedule(new_page, site, zone):
    page = new_page(timezone_id=zone)
    page.goto(f"{site}/schedule.html")
    for case in (case for case in CASES if case["zone"] == zone):
        found = page.evaluate(
            """({events, index, today}) => Object.fromEntries([...CourseSchedule.of(events, index, Date.parse(today) / 86400000)].map(
                ([id, {due, step}]) => [id, {due: new Date(due * 86400000).toISOString().slice(0, 10), step}]))""",
            case,
        )
        assert found == case["expected"], case["name"]


ORDER = "([due, seed]) => CourseSession.order(due, seed)"


def due_questions(**modules: int) -> list[dict]:
    return [{"id": f"{module}-{n}", "lesson": f"{module}-{n % 3}", "module": module, "due": 100 + n % 2} for module, count in modules.items() for n in range(count)]


def test_a_sitting_mixes_modules_and_is_the_same_for_the_same_seed(page, site):
    page.goto(f"{site}/schedule.html")
    due = due_questions(a=30, b=6, c=4)
    order = page.evaluate(ORDER, [due, "seed"])
    modules = [id.split("-")[0] for id in order]
    assert len(set(order)) == len(order) == 20
    assert modules.count("b") == 6 and modules.count("c") == 4
    assert all(one != two for one, two in zip(modules[:-1], modules[1:], strict=True))
    assert page.evaluate(ORDER, [due[::-1], "seed"]) == order
    assert page.evaluate(ORDER, [due, "another"]) != order


def test_one_module_alone_mixes_its_lessons(page, site):
    page.goto(f"{site}/schedule.html")
    order = page.evaluate(ORDER, [due_questions(a=12), "seed"])
    lessons = [int(id.split("-")[1]) % 3 for id in order]
    assert all(one != two for one, two in zip(lessons[:-1], lessons[1:], strict=True))
