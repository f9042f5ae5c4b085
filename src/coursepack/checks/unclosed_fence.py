"""这一块没有关上：从这里到文件末尾，都被当成它的内容，后面的标题和题目全不见了。

错误的写法：

    ```dialogue bad
    周宁: 什么时候付？

    ## 这样说 {#say}

改法：在内容后面单独写一行三个反引号；开头用了四个，结尾也用四个。

    ```dialogue bad
    周宁: 什么时候付？
    ```
---
This block is not closed: everything down to the end of the file counts as its content, and the headings and questions after it vanish.

Wrong:

    ```dialogue bad
    Zhou Ning: When will you pay?

    ## Say it {#say}

Mend it: put three backticks on a line of their own below it; as many as there are at its start.

    ```dialogue bad
    Zhou Ning: When will you pay?
    ```
"""

from collections.abc import Iterator

from ..course import Course
from ..problem import Problem, Text

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    for page in course.all_pages():
        for fence in page.fences:
            if not fence.closed:
                text = page.lines[fence.line - page.first_line].text.rstrip()
                yield Problem(
                    page.place(fence.line, fence.indent + 1, len(text) - fence.indent),
                    "unclosed-fence",
                    Text(f"“{text.strip()}”这一块没有关上", f"the block “{text.strip()}” is not closed"),
                    Text("在它的内容后面单独写一行 ```", "put ``` on a line of its own after its content"),
                    lang=page.lang,
                )
