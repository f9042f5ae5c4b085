"""一个目标没有任何题考它。课开头答应学员“你将学会……”，却没有一道题能看出学会没有。

错误的写法：课的开头列了 prep-reasons.classify，同一路径的题库里没有一道题写 objective: prep-reasons.classify。

改法：给它写至少两道题；如果这个目标课里其实不教，就从两种语言的课开头都删掉。
---
No question tests an objective. The lesson promises “you will learn to …”, but nothing can show whether it was learnt.

Wrong: the lesson lists prep-reasons.classify, and no question in the file of the same path says objective: prep-reasons.classify.

Mend it: write two questions for it at least; if the lesson does not really teach it, delete it at the top of both editions.
"""

from collections.abc import Iterator

from ..course import Course
from ..model.lesson import Page
from ..model.quiz import Quiz
from ..problem import LANGS, Problem, Text
from .lesson_objectives import count_tests, readable, whole

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    for key, quiz in course.quizzes.items():
        page = next((page for lang in LANGS if (page := course.pages[lang].get(key))), None)
        if page and readable(course, key) and whole(quiz):
            yield from _untested(page, quiz)


def _untested(page: Page, quiz: Quiz) -> Iterator[Problem]:
    ids = tuple(objective.id for objective in page.lesson.objectives) if page.lesson else ()
    counts = count_tests(quiz, ids)
    for index, id_ in enumerate(ids):
        if counts[id_] == 0:
            yield Problem(
                page.source.place("objectives", index, "id"),
                "untested-objective",
                Text(f"没有一道题考目标“{id_}”", f"no question tests the objective “{id_}”"),
                Text(f"在 {quiz.source.file} 里写至少两道题", f"write two questions for it at least, in {quiz.source.file}"),
            )
