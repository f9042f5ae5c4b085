"""大纲对照表指的页面不存在。pages 里可以写课的 id、案例的 id，或 scripts、exam 这样的单页名字；指错了，讲师从对照表点不过去，那一条也等于没人教。

错误的写法（课的 id 是 prep-reasons）：

    pages: [prep-reason]

改法：

    pages: [prep-reasons]
---
The table of outline points names a page that does not exist. Under pages stand ids of lessons, ids of cases, or names of single pages such as scripts or exam; with a wrong one an instructor cannot get there, and the point is taught nowhere.

Wrong (the lesson is prep-reasons):

    pages: [prep-reason]

Mend it:

    pages: [prep-reasons]
"""

from collections.abc import Iterator

from ..course import COVERAGE, Course
from ..problem import Problem, Text
from ..text import did_you_mean
from .coverage_gap import points

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    if course.coverage is None:
        return
    known = course.named_pages("en") | course.named_pages("zh")
    by_path = {key: name for name, key in known.items()}
    for path, point in points(course):
        for index, name in enumerate(point.pages):
            if name not in known:
                near = by_path.get(name.removesuffix(".md")) or did_you_mean(name, sorted(known))
                remedy = Text(f"改为 {near}", f"change it to: {near}") if near else Text("写课的 id、案例的 id 或单页的名字", "write the id of a lesson or case, or the name of a single page")
                yield Problem(course.sources[COVERAGE].place(*path, "pages", index), "coverage-page", Text(f"没有叫“{name}”的页面", f"there is no page “{name}”"), remedy)
