"""Forms of exams: the cases that the browser draws too (tests/exams/), the real exams over many seeds, and any pools."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursepack.course import Course, load
from coursepack.draw import Pool, draw, fits, pools, unseen_at_most, unseen_needed

HERE = Path(__file__).parent
CASES = json.loads((HERE / "exams" / "draw.json").read_text(encoding="utf-8"))
EXAMS = sorted(path.stem for path in (HERE.parent / "docs/data/exams").glob("*.yml"))


@cache
def course() -> Course:
    return load(HERE.parent)


def pool(data: dict) -> Pool:
    return Pool(data["count"], tuple(data["questions"]), frozenset(data["unseen"]))


def unseen(form: Sequence[str], exam_pools: Sequence[Pool]) -> int:
    return len(set(form) & {id for pool in exam_pools for id in pool.unseen})


def hold(form: Sequence[str], exam_pools: Sequence[Pool], share: float) -> None:
    """Each quota has its count, nothing comes twice, and the share is reached."""
    assert len(set(form)) == len(form)
    assert [len(set(form) & set(pool.questions)) for pool in exam_pools] == [pool.count for pool in exam_pools]
    assert len(form) == sum(pool.count for pool in exam_pools)
    assert unseen(form, exam_pools) >= unseen_needed(exam_pools, share)


def fewest_again(exam_pools: Sequence[Pool], share: float, earlier: set[str]) -> int:
    """How many questions of an earlier form must come again at least, by trying every number of unseen ones in each pool."""
    costs = {0: 0}  # number of unseen questions so far → fewest repeated
    for pool in exam_pools:
        seen = set(pool.questions) - pool.unseen
        ways: dict[int, int] = {}
        for had, cost in costs.items():
            for number in range(max(0, pool.count - len(seen)), min(pool.count, len(pool.unseen)) + 1):
                again = max(0, number - len(pool.unseen - earlier)) + max(0, pool.count - number - len(seen - earlier))
                ways[had + number] = min(ways.get(had + number, 99), cost + again)
        costs = ways
    return min(cost for number, cost in costs.items() if number >= unseen_needed(exam_pools, share))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_cases_shared_with_the_browser(case: dict) -> None:
    exam_pools = [pool(data) for data in case["pools"]]
    assert draw(exam_pools, case["unseen"], case["seed"], case["earlier"]) == case["form"]
    if unseen_at_most(exam_pools) >= unseen_needed(exam_pools, case["unseen"]):
        hold(case["form"], exam_pools, case["unseen"])


@pytest.mark.parametrize("name", EXAMS)
def test_a_thousand_forms_of_each_exam_keep_its_blueprint(name: str) -> None:
    exam = course().exams[name]
    exam_pools = pools(exam, course().questions)
    questions = {placed.question.id: placed.question for placed in course().questions}
    drawn: set[str] = set()
    for seed in range(1000):
        form = draw(exam_pools, exam.unseen, str(seed))
        hold(form, exam_pools, exam.unseen)
        for quota in exam.draw:
            assert sum(fits(questions[id], quota) for id in form) == quota.count
        assert sum("check" not in questions[id].use for id in form) * 2 >= exam.size
        drawn.update(form)
    assert drawn == {id for pool in exam_pools for id in pool.questions}


@pytest.mark.parametrize("name", EXAMS)
def test_retakes_differ_as_much_as_the_bank_allows(name: str) -> None:
    exam = course().exams[name]
    exam_pools = pools(exam, course().questions)
    for seed in range(100):
        first = draw(exam_pools, exam.unseen, f"{seed} first")
        second = draw(exam_pools, exam.unseen, f"{seed} second", [first])
        hold(second, exam_pools, exam.unseen)
        again = set(first) & set(second)
        assert len(again) == fewest_again(exam_pools, exam.unseen, set(first)) <= exam.size / 4
        third = draw(exam_pools, exam.unseen, f"{seed} third", [first, second])
        hold(third, exam_pools, exam.unseen)
        assert len(set(second) & set(third)) <= exam.size / 2


@st.composite
def drawable(draw_from: st.DrawFn) -> tuple[list[Pool], float]:
    """Pools that hold enough, and a share that they can reach."""
    exam_pools = []
    for number in range(draw_from(st.integers(1, 6))):
        size = draw_from(st.integers(1, 8))
        questions = tuple(f"q{number}-{index}" for index in range(size))
        exam_pools.append(Pool(draw_from(st.integers(1, size)), questions, frozenset(draw_from(st.sets(st.sampled_from(questions))))))
    most = unseen_at_most(exam_pools) / sum(pool.count for pool in exam_pools)
    return exam_pools, draw_from(st.floats(0, most))


@given(drawable(), st.text("0123456789abcdef ", max_size=14), st.data())
def test_any_form_keeps_its_counts_and_its_share(exam: tuple[list[Pool], float], seed: str, data: st.DataObject) -> None:
    exam_pools, share = exam
    every = [id for pool in exam_pools for id in pool.questions]
    earlier = data.draw(st.sets(st.sampled_from(every)))
    form = draw(exam_pools, share, seed, [earlier])
    hold(form, exam_pools, share)
    assert len(earlier & set(form)) == fewest_again(exam_pools, share, earlier)
