"""aims 这一部分的正文要留空：目标写在信息区的 objectives 里，引擎会列在这里。两处都写，改了一处就对不上。

错误的写法：

    ## 学完你能做什么 {#aims}

    - 说出五类原因

改法：删掉标题下面的文字，把它写进 objectives。
---
The part aims has no body: the objectives stand in the front matter, and the engine lists them here. Written twice, they soon differ.

Wrong:

    ## What you will be able to do {#aims}

    - Name the five causes

Mend it: delete what stands below the heading and put it into objectives.
"""

from collections.abc import Iterator

from ..course import Course
from ..model.lesson import is_lesson_key
from ..problem import Problem, Text
from .page_parts import section, whole

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    for page in course.all_pages():
        if is_lesson_key(page.key) and whole(page):
            line = next((line for line in section(page, "aims") or () if line.text.strip()), None)
            if line:
                yield Problem(
                    page.place(line.number, 1, len(line.text)),
                    "lesson-aims",
                    Text(f"aims 下面不用写字：“{line.text.strip()[:30]}”", f"nothing is written below aims: “{line.text.strip()[:30]}”"),
                    Text("移到信息区的 objectives", "move it to objectives in the front matter"),
                    lang=page.lang,
                )
