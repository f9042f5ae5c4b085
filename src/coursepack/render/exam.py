"""The fence `exam`: everything about an exam but the questions, which its script takes from the bank."""

from collections.abc import Sequence

from ..draw import Pool, pools
from ..model.lesson import Fence, Objective
from ..model.quiz import PlacedQuestion
from .question import question_templates
from .rendering import Rendering
from .site import LessonLink


def exam(rendering: Rendering, group: list[Fence]) -> str:
    found = rendering.site.course.exams.get(group[0].args[0])
    if found is None:
        return ""
    bank = list(rendering.site.questions())
    exam_pools = pools(found, [placed for placed, _ in bank])
    asked = _asked(exam_pools, bank)
    html = rendering.template(
        "exam",
        exam=found,
        root=rendering.root,
        pools=[{"count": pool.count, "questions": pool.questions, "unseen": sorted(pool.unseen)} for pool in exam_pools],
        modules=sorted({lesson.module for _, lesson in asked}),
        red_lines=any(placed.question.red_line for placed, _ in asked),
        objectives=_objectives(rendering, asked),
    )
    return question_templates(rendering) + rendering.keep(html)


def _asked(exam_pools: Sequence[Pool], bank: Sequence[tuple[PlacedQuestion, LessonLink]]) -> list[tuple[PlacedQuestion, LessonLink]]:
    """The questions that a form may hold, with their lessons."""
    ids = {id for pool in exam_pools for id in pool.questions}
    return [(placed, lesson) for placed, lesson in bank if placed.question.id in ids]


def _objectives(rendering: Rendering, asked: Sequence[tuple[PlacedQuestion, LessonLink]]) -> list[tuple[Objective, LessonLink]]:
    """What the exam may test, in the order of the lessons."""
    tested = {placed.question.objective for placed, _ in asked}
    site = rendering.site
    found = [(objective, site.lessons[page.key]) for page in site.course.lessons(site.lang) if page.lesson for objective in page.lesson.objectives]
    return [(objective, lesson) for objective, lesson in found if objective.id in tested]
