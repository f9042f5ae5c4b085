"""这个 id 已经退役。docs/data/retired.yml 里列的 id 曾经发布过，学员的旧记录还带着它，所以永远不能再用；
新东西用了它，旧成绩就会算到新东西头上。

错误的写法（retired.yml 里有 old-question）：

    - id: old-question
      kind: single

改法：换一个没有用过的 id。如果是误把还在用的 id 写进了 retired.yml，就从那里删掉。
---
This id is retired. The ids listed in docs/data/retired.yml were published once and still stand in learners' records, so they may
never be used again: old scores would count for the new thing.

Wrong (retired.yml lists old-question):

    - id: old-question
      kind: single

Mend it: choose an id that was never used. If an id still in use was put into retired.yml by mistake, delete it there.
"""

from collections.abc import Iterator

from ..course import Course
from ..problem import Problem, Text
from .identities import identities

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    if not course.retired:
        return
    for identity in identities(course):
        if identity.id in course.retired:
            yield Problem(
                identity.place,
                "id-retired",
                Text(f"id“{identity.id}”已经退役，不能再用", f"the id “{identity.id}” is retired and may not be used again"),
                Text("换一个没有用过的 id", "choose an id that was never used"),
            )
