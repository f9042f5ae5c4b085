"""Draws a form of an exam from the question bank; course-draw.js passes the same cases (tests/exams/).

Each quota has a pool; pools of one exam are disjoint (a rule holds it), so quotas do not compete. The order is that of the seed;
questions of earlier forms come last, those of the latest form after all others. Then, one by one, questions asked in lessons
give way to others of their pool until the form has its share of unseen ones, so that as little as can be comes again.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import ceil

from .model.exam import Exam, Quota
from .model.question import Question
from .model.quiz import PlacedQuestion
from .shuffle import shuffle


@dataclass(frozen=True)
class Pool:
    """Ids that may be drawn for one quota; `unseen` are those never asked in a lesson."""

    count: int
    questions: tuple[str, ...]
    unseen: frozenset[str]


def pools(exam: Exam, bank: Sequence[PlacedQuestion]) -> tuple[Pool, ...]:
    """The pool of each quota, in the order of the bank."""
    return tuple(_pool(quota, [placed.question for placed in bank if fits(placed.question, quota)]) for quota in exam.draw)


def fits(question: Question, quota: Quota) -> bool:
    """Whether a question may be drawn for a quota."""
    objective = question.objective
    on_topic = objective in quota.objectives or objective.split(".")[0] in quota.objectives
    return "exam" in question.use and on_topic and (not quota.levels or question.level in quota.levels)


def _pool(quota: Quota, questions: Sequence[Question]) -> Pool:
    unseen = frozenset(question.id for question in questions if "check" not in question.use)
    return Pool(quota.count, tuple(question.id for question in questions), unseen)


def unseen_needed(exam_pools: Sequence[Pool], share: float) -> int:
    """How many questions of a form were never asked in a lesson; a share such as 0.55 is not exact in binary."""
    return ceil(share * sum(pool.count for pool in exam_pools) - 1e-9)


def unseen_at_most(exam_pools: Sequence[Pool]) -> int:
    """How many a form can have at most."""
    return sum(min(pool.count, len(pool.unseen)) for pool in exam_pools)


def draw(exam_pools: Sequence[Pool], unseen_share: float, seed: str, earlier: Sequence[Collection[str]] = ()) -> list[str]:
    """The question ids of a form, in the order in which they are asked. Pools must hold enough (rules see to it).

    `earlier`: the forms that the learner had before, the latest last.
    """
    asked = {id: number for number, form in enumerate(earlier, start=1) for id in form}
    ranked = [sorted(shuffle(f"{seed} {number}", pool.questions), key=lambda id: asked.get(id, 0)) for number, pool in enumerate(exam_pools)]
    forms = [ids[: pool.count] for ids, pool in zip(ranked, exam_pools, strict=True)]
    needed = unseen_needed(exam_pools, unseen_share)
    order = shuffle(f"{seed} unseen", range(len(exam_pools)))
    while sum(id in pool.unseen for form, pool in zip(forms, exam_pools, strict=True) for id in form) < needed:
        swaps = [(number, *swap) for number in order if (swap := _swap(forms[number], ranked[number], exam_pools[number].unseen))]
        if not swaps:
            break
        number, old, new = min(swaps, key=lambda swap: asked.get(swap[2], 0) - asked.get(swap[1], 0))
        forms[number] = [new if id == old else id for id in forms[number]]
    return shuffle(seed, [id for form in forms for id in form])


def _swap(form: list[str], ranked: list[str], unseen: frozenset[str]) -> tuple[str, str] | None:
    """The last question of a form that lessons ask, and the first unseen one that may take its place."""
    seen = [id for id in form if id not in unseen]
    fresh = [id for id in ranked if id in unseen and id not in form]
    return (seen[-1], fresh[0]) if seen and fresh else None
