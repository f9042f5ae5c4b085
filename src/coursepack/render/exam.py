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
        lessons=_lessons(rendering, asked),
    )
    return question_templates(rendering) + rendering.keep(html)


def _asked(exam_pools: Sequence[Pool], bank: Sequence[tuple[PlacedQuestion, LessonLink]]) -> list[tuple[PlacedQuestion, LessonLink]]:
    """The questions that a form may hold, with their lessons."""
    ids = {id for pool in exam_pools for id in pool.questions}
    return [(placed, lesson) for placed, lesson in bank if placed.question.id in ids]


def _lessons(rendering: Rendering, asked: Sequence[tuple[PlacedQuestion, LessonLink]]) -> list[tuple[LessonLink, list[Objective]]]:
    """What the exam may test: lessons in their order, each with the objectives that are asked."""
    tested = {placed.question.objective for placed, _ in asked}
    site = rendering.site
    lessons = [(site.lessons[page.key], page.lesson.objectives) for page in site.course.lessons(site.lang) if page.lesson]
    found = [(lesson, [objective for objective in objectives if objective.id in tested]) for lesson, objectives in lessons]
    return [(lesson, objectives) for lesson, objectives in found if objectives]
