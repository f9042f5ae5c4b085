"""工作单的一个部分不成样子。一个部分只能是三种之一：一串栏目（fields），一张表（rows 和 columns 都要有），或一封信（letter）。
一种都没有，页面上就是空的；写了两种，程序不知道显示哪一种。

错误的写法：

    - id: split
      title: {zh: 他认哪一块, en: What he accepts}
      rows: 3

改法：表要写 rows（行数）和 columns（每列一项）；想要几种，就拆成几个部分。
---
A part of a worksheet has no clear shape. A part is one of three: a list of fields, a table (rows and columns, both), or a letter.
With none of them the page stays empty; with two the engine cannot know which to show.

Wrong:

    - id: split
      title: {zh: 他认哪一块, en: What he accepts}
      rows: 3

Mend it: a table needs rows (their number) and columns (one entry each); split a part that wants to be two things.
"""

from collections.abc import Iterator

from ..course import WORKSHEETS, Course
from ..model.data import WorksheetPart
from ..problem import Problem, Text

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    for name, worksheet in course.worksheets.items():
        source = course.sources.get(f"{WORKSHEETS}/{name}.yml")
        for index, part in enumerate(worksheet.parts):
            found = _fault(part)
            if source and found:
                yield Problem(source.place("parts", index, "id"), "worksheet-part", *found)


def _fault(part: WorksheetPart) -> tuple[Text, Text] | None:
    kinds = [name for name, there in _kinds(part) if there]
    if len(kinds) != 1:
        zh, en = ("什么都没有", "is empty") if not kinds else (f"同时有 {'、'.join(kinds)}", f"has {' and '.join(kinds)} at once")
        return Text(f"部分“{part.id}”{zh}", f"the part “{part.id}” {en}"), Text("fields、rows 加 columns、letter 三种里写一种", "give it one of fields, rows with columns, or letter")
    if kinds == ["rows/columns"] and (part.rows < 1 or not part.columns):
        return Text(f"表“{part.id}”有 {part.rows} 行 {len(part.columns)} 列", f"the table “{part.id}” has {part.rows} rows and {len(part.columns)} columns"), Text("rows 写行数，columns 列出每一列", "give the number of rows, and list the columns")
    return None


def _kinds(part: WorksheetPart) -> tuple[tuple[str, bool], ...]:
    return ("fields", bool(part.fields)), ("rows/columns", bool(part.rows or part.columns)), ("letter", part.letter is not None)
