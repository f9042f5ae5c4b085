"""next-call 块里的空格写得不对。每个空写成 [id: 提示]，id 用小写字母，两种语言相同，一块里不重复；冒号是半角。至少要有一个空，不然学员没有可填的地方。

错误的写法：

    ```next-call
    如果 [客户] 说没钱，我就先问 [question：哪一句]。
    ```

改法：

    ```next-call
    如果 [customer: 客户] 说没钱，我就先问 [question: 哪一句]。
    ```
---
A blank in a next-call block is wrong. Each is written [id: label]; the id in lower case, the same in both languages and once a block; the colon is a plain one. There is at least one blank, else there is nothing to fill in.

Wrong:

    ```next-call
    If [customer] says there is no money, I ask [question：which question].
    ```

Mend it:

    ```next-call
    If [customer: customer] says there is no money, I ask [question: which question].
    ```
"""

import re
from collections.abc import Iterator

from ..course import Course
from ..model.lesson import Fence, Page
from ..problem import Problem, Text
from ..text import ID

LEVEL = "error"
BRACKETS = re.compile(r"\[([^\[\]]*)\]?")
BLANK = re.compile(rf"\[({ID.pattern}): *(\S[^\[\]]*)\]")


def check(course: Course) -> Iterator[Problem]:
    for page in course.all_pages():
        for fence in page.fences:
            if fence.name == "next-call" and fence.closed and any(line.text.strip() for line in fence.body):
                yield from _of_fence(page, fence)


def _of_fence(page: Page, fence: Fence) -> Iterator[Problem]:
    seen: set[str] = set()
    found = [(line, match) for line in fence.body for match in BRACKETS.finditer(line.text)]
    for line, match in found:
        place = (line.number, match.start() + 1, len(match.group()))
        blank = BLANK.fullmatch(match.group())
        if blank is None:
            yield _problem(page, place, Text(f"空写得不对：“{match.group()}”", f"this blank is malformed: “{match.group()}”"), _remedy(match[1]))
        elif blank[1] in seen:
            yield _problem(page, place, Text(f"空“{blank[1]}”在这一块里用过了", f"the blank “{blank[1]}” already stands in this block"), Text("换一个 id，两种语言一起改", "give it another id, in both languages"))
        else:
            seen.add(blank[1])
    if not found:
        yield _problem(page, (fence.line, fence.indent + 1, 12), Text("这一块没有可填的空", "this block has no blank to fill in"), Text("加上 [id: 提示]", "add [id: label]"))


def _remedy(inside: str) -> Text:
    if "：" in inside:
        return Text("冒号改为半角，后面空一格", "use a plain colon and a space")
    return Text(f"写成 [id: {inside.strip() or '提示'}]，id 用小写字母", f"write [id: {inside.strip() or 'label'}] with an id in lower case")


def _problem(page: Page, place: tuple[int, int, int], message: Text, remedy: Text) -> Problem:
    return Problem(page.place(*place), "next-call-blank", message, remedy, lang=page.lang)
