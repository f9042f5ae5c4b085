"""对话块里的一行读不懂。每行是“名字: 话”，名字后面用半角冒号加一个空格（中文也一样，全角冒号留给话里用）；块的小标题写成“= 标题”。方括号里只能是步骤：倾听、分享感受、澄清、提出方案、请求行动。

错误的写法：

    ```dialogue good
    周宁：[询问] 付款申请提了吗？
    ```

改法：

    ```dialogue good
    周宁: [澄清] 付款申请提了吗？
    ```
---
A line of a dialogue cannot be read. Each is “name: words”, with a plain colon and a space after the name in both languages; the block's heading is “= heading”. Square brackets hold a step and nothing else: Listen, Share, Clarify, Present, Ask.

Wrong:

    ```dialogue good
    Zhou Ning：[Question] Has the request been filed?
    ```

Mend it:

    ```dialogue good
    Zhou Ning: [Clarify] Has the request been filed?
    ```
"""

import re
from collections.abc import Iterator

from ..course import Course
from ..model.fence import STEPS
from ..model.lesson import Line, Page
from ..problem import Problem, Text
from ..text import did_you_mean

LEVEL = "error"
SPOKEN = re.compile(r"([^:：\[\]]{1,30}): +(\S.*)")
FULL_WIDTH = re.compile(r"[^:：\[\]]{1,30}(：)")
STEP = re.compile(r"\[([^\[\]]*)\]")


def check(course: Course) -> Iterator[Problem]:
    for page in course.all_pages():
        for fence in page.fences:
            if fence.name == "dialogue" and fence.closed:
                for line in fence.body:
                    if line.text.strip() and not re.match(r"\s*= +\S", line.text):
                        yield from _of_line(page, line)


def _of_line(page: Page, line: Line) -> Iterator[Problem]:
    text = line.text.strip()
    spoken, full = SPOKEN.match(text), FULL_WIDTH.match(text)
    if spoken:
        yield from _steps(page, line)
    elif full:
        name = full.group()[:-1].strip()
        yield _problem(page, line, line.text.index("：") + 1, 1, Text(f"“{name}”后面是全角冒号", f"after “{name}” stands a full-width colon"), Text(f"改为“{name}: ”，半角冒号加一个空格", f"change it to “{name}: ”, a plain colon and a space"))
    else:
        yield _problem(page, line, 1, len(line.text), Text(f"这一行不是“名字: 话”：“{text[:30]}”", f"this line is not “name: words”: “{text[:30]}”"), Text("写成“名字: 话”；一个人接着说，就写在同一行", "write “name: words”; keep one speech on one line"))


def _steps(page: Page, line: Line) -> Iterator[Problem]:
    known = STEPS[page.lang]
    for match in STEP.finditer(line.text):
        if match[1] not in known:
            near = did_you_mean(match[1], known)
            remedy = Text(f"改为 [{near}]", f"change it to [{near}]") if near else Text(f"可以是：{'、'.join(known)}；不是步骤就用圆括号", f"it may be: {', '.join(known)}; use round brackets for anything else")
            yield _problem(page, line, match.start() + 1, len(match.group()), Text(f"没有“{match[1]}”这个步骤", f"there is no step “{match[1]}”"), remedy)


def _problem(page: Page, line: Line, column: int, length: int, message: Text, remedy: Text) -> Problem:
    return Problem(page.place(line.number, column, length), "dialogue-line", message, remedy, lang=page.lang)
