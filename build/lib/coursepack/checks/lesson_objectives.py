"""Not a rule: which objectives a question file may name, and how often it does."""

from ..course import Course
from ..model.quiz import Quiz
from ..problem import LANGS
from ..text import did_you_mean


def objectives_of(course: Course, key: str) -> tuple[str, ...]:
    """The objectives of the lesson `key`; those that only one edition has are included (another rule compares the editions)."""
    lessons = [page.lesson for lang in LANGS if (page := course.pages[lang].get(key)) and page.lesson]
    return tuple(dict.fromkeys(objective.id for lesson in lessons for objective in lesson.objectives))


def readable(course: Course, key: str) -> bool:
    """Whether both editions of the lesson that exist could be read, so that its objectives are known."""
    pages = [page for lang in LANGS if (page := course.pages[lang].get(key))]
    return bool(pages) and all(page.lesson for page in pages)


def whole(quiz: Quiz) -> bool:
    """Whether every question of the file could be read."""
    raw = quiz.source.data.get("questions") if isinstance(quiz.source.data, dict) else None
    return isinstance(raw, list) and len(raw) == len(quiz.questions)


def count_tests(quiz: Quiz, objectives: tuple[str, ...]) -> dict[str, int]:
    """How many questions test each objective; a misspelt objective counts for the one it resembles."""
    counts = dict.fromkeys(objectives, 0)
    for placed in quiz.questions:
        name = placed.question.objective
        name = name if name in counts else did_you_mean(name, objectives) or name
        if name in counts:
            counts[name] += 1
    return counts
