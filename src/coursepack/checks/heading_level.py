"""标题的层级不对。页面标题来自信息区的 title，正文从两个井号开始，一级一级往下，不能跳级：屏幕阅读器靠它报目录。井号后面要空一格；标题不能用下一行画“===”或“---”的写法。

错误的写法：

    # 分析欠款原因
    ##先查自己
    #### 发票

改法：

    ## 先查自己
    ### 发票
---
The level of a heading is wrong. The page's own heading is the title of its front matter; the body starts with two hashes and goes down one level at a time, since screen readers build their contents list from it. A space follows the hashes, and headings underlined with “===” or “---” are not used.

Wrong:

    # Find the cause
    ##Our own papers
    #### The invoice

Mend it:

    ## Our own papers
    ### The invoice
"""

import re
from collections.abc import Iterator

from ..course import Course
from ..model.lesson import Line, Page
from ..problem import Problem, Text

LEVEL = "error"
GLUED = re.compile(r"#{1,6}[^#\s]")
UNDERLINE = re.compile(r"(?:=+|-{2,})\s*$")


def check(course: Course) -> Iterator[Problem]:
    for page in course.all_pages():
        if page.first_line == 1:
            continue  # no front matter: its lines would be taken for headings
        yield from levels(page)
        before = Line(0, "")
        for line in page.prose:
            if GLUED.match(line.text):
                yield _problem(page, line.number, 1, Text("井号和标题之间要空一格", "a space is wanted between the hashes and the heading"), Text("补一个空格", "add a space"))
            if UNDERLINE.match(line.text) and before.number == line.number - 1 and before.text.strip() and before.text[0] not in "#|>-*= ":
                yield _problem(page, line.number, len(line.text.rstrip()), Text("下面画线的写法会把上一行变成标题", "underlining turns the line above into a heading"), Text("标题用“## ”开头；分隔线上面空一行", "start a heading with “## ”; leave a blank line above a rule"))
            before = line


def levels(page: Page) -> Iterator[Problem]:
    level = 1
    for heading in page.headings:
        if heading.level == 1:
            yield _problem(page, heading.line, 1, Text(f"“{heading.text}”是一级标题，页面标题已经由 title 给出", f"“{heading.text}” is a top heading; the title already is the page's heading"), Text("用两个井号，或删掉这一行", "use two hashes, or delete the line"))
        elif heading.level > level + 1:
            yield _problem(page, heading.line, heading.level, Text(f"“{heading.text}”跳了一级", f"“{heading.text}” skips a level"), Text(f"用 {level + 1} 个井号", f"use {level + 1} hashes"))
        level = heading.level


def _problem(page: Page, line: int, length: int, message: Text, remedy: Text) -> Problem:
    return Problem(page.place(line, 1, length), "heading-level", message, remedy, lang=page.lang)
