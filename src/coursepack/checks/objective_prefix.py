"""目标的 id 要以这一课的 id 开头，中间一个点。题目、成绩和考试大纲都按它找到课；开头不对，就记到别的课上去了。

错误的写法：

    id: prep-reasons
    objectives:
      - id: prep-nature.classify

改法：

    id: prep-reasons
    objectives:
      - id: prep-reasons.classify
---
The id of an objective starts with the id of its lesson and a dot. Questions, scores and the exam blueprint find the lesson by it; with another beginning they are booked on another lesson.

Wrong:

    id: prep-reasons
    objectives:
      - id: prep-nature.classify

Mend it:

    id: prep-reasons
    objectives:
      - id: prep-reasons.classify
"""

from collections.abc import Iterator

from ..course import Course
from ..problem import Problem, Text

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    for page in course.all_pages():
        if page.lesson:
            for index, objective in enumerate(page.lesson.objectives):
                start, _, name = objective.id.partition(".")
                if start != page.lesson.id:
                    yield Problem(
                        page.source.place("objectives", index, "id"),
                        "objective-prefix",
                        Text(f"目标“{objective.id}”不是以课的 id“{page.lesson.id}”开头", f"the objective “{objective.id}” does not start with the lesson's id “{page.lesson.id}”"),
                        Text(f"改为 {page.lesson.id}.{name}", f"change it to {page.lesson.id}.{name}"),
                        lang=page.lang,
                    )
