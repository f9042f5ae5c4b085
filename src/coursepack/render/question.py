"""The markup of a question, which exam and review clone for each question of the bank (course-question.js)."""

from .rendering import Rendering


def question_templates(rendering: Rendering) -> str:
    """The templates, in the page once, however many exams it holds."""
    html = rendering.template("question_templates")
    return "" if html in rendering.fragments else rendering.keep(html)
