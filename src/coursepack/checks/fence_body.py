"""这种块里面不用写东西：内容由引擎放进去（quiz 放本课的题，worksheet 放单子）。写在里面的字不会显示，等于丢了。

错误的写法：

    ```quiz
    第一题：……
    ```

改法：题目写进 quizzes 里同名的文件，块留空。

    ```quiz
    ```
---
Nothing is written inside this kind of block: the engine fills it (quiz with the lesson's questions, worksheet with the sheet). Words in it are never shown.

Wrong:

    ```quiz
    Question 1 …
    ```

Mend it: write questions in the file of the same name in quizzes, and leave the block empty.

    ```quiz
    ```
"""

from collections.abc import Iterator

from ..course import Course
from ..problem import Problem, Text

LEVEL = "error"
EMPTY = frozenset(("quiz", "worksheet", "worksheets", "script", "scripts", "progress", "glossary", "coverage", "blueprint", "facts"))
FULL = frozenset(("dialogue", "next-call"))


def check(course: Course) -> Iterator[Problem]:
    for page in course.all_pages():
        for fence in page.fences:
            line = next((line for line in fence.body if line.text.strip()), None)
            if fence.closed and line and fence.name in EMPTY:
                yield Problem(page.place(line.number, 1, len(line.text)), "fence-body", Text(f"“{fence.name}”里面不用写字：“{line.text.strip()[:30]}”", f"nothing is written inside “{fence.name}”: “{line.text.strip()[:30]}”"), Text("删掉，块留空", "delete it and leave the block empty"), lang=page.lang)
            elif fence.closed and not line and fence.name in FULL:
                yield Problem(page.place(fence.line, fence.indent + 1, 3), "fence-body", Text(f"“{fence.name}”里面是空的", f"“{fence.name}” is empty"), Text("写上内容，或删掉这一块", "write its content, or delete the block"), lang=page.lang)
