"""标题的 id 写法不对、重复，或者课里的三级标题没有 id。链接、进度和中英文对照都靠它；同一页两个标题同名，链接只会跳到第一个。

错误的写法：

    ### 先查自己
    ### 再问对方 {#check}

改法：课里的三级标题都写 {#id}，一页之内不重复，中英文用同一个。

    ### 先查自己 {#own-papers}
    ### 再问对方 {#ask-them}
---
A heading's id is malformed or used twice, or a third-level heading of a lesson has none. Links, progress and the comparison of the editions hang on it; with the same id twice links reach only the first.

Wrong:

    ### Our own papers
    ### Then ask them {#check}

Mend it: give every third-level heading of a lesson an {#id}, once a page, the same in both languages.

    ### Our own papers {#own-papers}
    ### Then ask them {#ask-them}
"""

from collections.abc import Iterator

from ..course import Course
from ..model.lesson import Heading, Page, is_lesson_key
from ..problem import Problem, Text
from ..text import ID

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    for page in course.all_pages():
        seen: dict[str, int] = {}
        for heading in page.headings:
            if heading.id and heading.id in seen:
                yield _problem(page, heading, Text(f"id“{heading.id}”在第 {seen[heading.id]} 行用过了", f"the id “{heading.id}” already stands on line {seen[heading.id]}"), Text("换一个名字，两种语言一起改", "give it another name, in both languages"))
            elif heading.id and not ID.fullmatch(heading.id):
                yield _problem(page, heading, Text(f"id“{heading.id}”写法不对", f"the id “{heading.id}” is malformed"), Text("只用小写字母、数字和连字符", "use lower-case letters, digits and hyphens only"))
            elif not heading.id and heading.level >= 3 and is_lesson_key(page.key):
                yield _problem(page, heading, Text(f"标题“{heading.text}”没有 id", f"the heading “{heading.text}” has no id"), Text("在末尾加上 {#id}，中英文相同", "add {#id} at its end, the same in both languages"))
            seen.setdefault(heading.id, heading.line)


def _problem(page: Page, heading: Heading, message: Text, remedy: Text) -> Problem:
    text = page.lines[heading.line - page.first_line].text
    start = text.rfind("{#" + heading.id) if heading.id else -1
    place = page.place(heading.line, start + 3, len(heading.id)) if start >= 0 else page.place(heading.line, 1, len(text.rstrip()))
    return Problem(place, "heading-id", message, remedy, lang=page.lang)
