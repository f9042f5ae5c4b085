"""Not a rule: what the rules about exams share. Which questions each quota of an exam may draw, where that can be known."""

from collections.abc import Iterator
from typing import NamedTuple

from ..course import EXAMS, Course
from ..draw import Pool, pools
from ..model.exam import Exam, Quota
from ..problem import LANGS
from ..yaml_source import Source
from .lesson_objectives import objectives_of, readable, whole


class PlacedExam(NamedTuple):
    """An exam and its file, whose path owns the warnings about it."""

    exam: Exam
    source: Source

    @property
    def owner(self) -> str:
        return self.source.file


def exams(course: Course) -> Iterator[PlacedExam]:
    for name, exam in course.exams.items():
        source = course.sources.get(f"{EXAMS}/{name}.yml")
        if source:
            yield PlacedExam(exam, source)


def exams_with_pools(course: Course) -> Iterator[tuple[PlacedExam, tuple[Pool, ...]]]:
    """Exams of a course all of whose lessons and questions could be read, and which name no unknown objective."""
    lessons = objectives_by_lesson(course)
    if lessons is None or not all(whole(quiz) for quiz in course.quizzes.values()):
        return
    for placed in exams(course):
        if names_known(placed.exam, lessons):
            yield placed, pools(placed.exam, course.questions)


def objectives_by_lesson(course: Course) -> dict[str, tuple[str, ...]] | None:
    """Lesson id → its objectives, in the order of the lessons; None when a lesson could not be read."""
    keys = list(dict.fromkeys(page.key for lang in LANGS for page in course.lessons(lang)))
    if not all(readable(course, key) for key in keys):
        return None
    fronts = {key: page.lesson for key in keys for lang in LANGS if (page := course.pages[lang].get(key)) and page.lesson}
    return {front.id: objectives_of(course, key) for key, front in fronts.items()}


def expanded(name: str, lessons: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The objectives that a name in a quota stands for: one, or all of a lesson; none when it is unknown."""
    if name in lessons:
        return lessons[name]
    return (name,) if any(name in objectives for objectives in lessons.values()) else ()


def names_known(exam: Exam, lessons: dict[str, tuple[str, ...]]) -> bool:
    """Whether every quota names objectives and lessons that there are; exam-objective reports the others."""
    return all(expanded(name, lessons) for quota in exam.draw for name in quota.objectives)


def objectives_in(quota: Quota, lessons: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(objective for name in quota.objectives for objective in expanded(name, lessons)))
