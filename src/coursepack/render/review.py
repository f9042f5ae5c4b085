"""The fence `review`: everything about the review but the questions, which its script takes from the bank."""

from ..model.lesson import Fence
from .question import question_templates
from .rendering import Rendering
from .site import LessonLink

LONGEST = 20  # questions in one sitting, as in course-session.js


def review(rendering: Rendering, group: list[Fence]) -> str:
    lessons = _lessons(rendering)
    folders = {lesson.module for lesson in lessons}
    modules = [(module.url.split("/")[0], module.title) for module in rendering.site.modules]
    html = rendering.template(
        "review",
        root=rendering.root,
        lessons=lessons,
        modules=[(folder, title) for folder, title in modules if folder in folders],
        longest=LONGEST,
    )
    return question_templates(rendering) + rendering.keep(html)


def _lessons(rendering: Rendering) -> list[LessonLink]:
    """The lessons that have questions for review, in order."""
    asked = {lesson.id for placed, lesson in rendering.site.questions() if "review" in placed.question.use}
    return [lesson for lesson in rendering.site.lessons.values() if lesson.id in asked]
