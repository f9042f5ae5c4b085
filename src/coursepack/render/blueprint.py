"""The fence `blueprint`: how many questions each objective has, at which levels, of which kinds, and where they are asked."""

from collections import Counter
from typing import NamedTuple, get_args

from ..model.lesson import Fence, Objective
from ..model.question import KINDS, Question
from ..model.shape import Level
from .rendering import Rendering
from .site import LessonLink

LEVELS: tuple[str, ...] = get_args(Level)


class Row(NamedTuple):
    """An objective with its questions counted: by level, asked in the lesson, kept for exam and review."""

    objective: Objective
    levels: tuple[int, ...]
    checks: int
    kept: int


class Sums(NamedTuple):
    """The whole bank: all questions, those above remembering and understanding, those never shown in a lesson; by level and kind."""

    total: int
    higher: int
    kept: int
    levels: tuple[int, ...]
    kinds: tuple[int, ...]
    red_lines: int


def blueprint(rendering: Rendering, group: list[Fence]) -> str:
    site = rendering.site
    bank = [placed.question for placed, _ in site.questions()]
    modules = [(module, [(lesson, _rows(rendering, lesson, bank)) for lesson in module.lessons]) for module in site.modules if module.lessons]
    return rendering.keep(rendering.template("blueprint", modules=modules, sums=_sums(bank), level_names=LEVELS, kind_names=KINDS))


def _rows(rendering: Rendering, lesson: LessonLink, bank: list[Question]) -> list[Row]:
    pages = rendering.site.course.pages[rendering.site.lang]
    front = pages[lesson.url.removesuffix(".html")].lesson
    return [_row(objective, [question for question in bank if question.objective == objective.id]) for objective in (front.objectives if front else ())]


def _row(objective: Objective, questions: list[Question]) -> Row:
    checks = sum("check" in question.use for question in questions)
    return Row(objective, _count(LEVELS, [question.level for question in questions]), checks, len(questions) - checks)


def _sums(bank: list[Question]) -> Sums:
    levels = _count(LEVELS, [question.level for question in bank])
    kinds = _count(tuple(KINDS), [question.kind for question in bank])
    kept = sum("check" not in question.use for question in bank)
    return Sums(len(bank), sum(levels[2:]), kept, levels, kinds, sum(question.red_line is not None for question in bank))


def _count(names: tuple[str, ...], found: list[str]) -> tuple[int, ...]:
    counts = Counter(found)
    return tuple(counts[name] for name in names)
