"""工作单里的选择栏（kind: choice）至少要两个选项，其他栏目不能有选项。
只有一个选项就不用选；给别的栏目写了选项，页面上不会出现，多半是 kind 写错了。

错误的写法：

    - id: last-kind
      kind: line
      label: {zh: 最后一件事, en: Last event}
      options:
        - {id: letter, text: {zh: 催款函, en: Demand letter}}

改法：有选项的栏目写 kind: choice，并列出两个以上选项；不需要选的，删掉 options。
---
A choice field of a worksheet needs two options or more, and no other field may have any.
With one option there is nothing to choose; options of another kind never show, and most likely the kind is wrong.

Wrong:

    - id: last-kind
      kind: line
      label: {zh: 最后一件事, en: Last event}
      options:
        - {id: letter, text: {zh: 催款函, en: Demand letter}}

Mend it: write kind: choice and list two options or more; where nothing is chosen, delete options.
"""

from collections.abc import Iterator

from ..course import WORKSHEETS, Course
from ..model.data import Worksheet, WorksheetField
from ..problem import Problem, Text
from .data_texts import Path

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    for name, worksheet in course.worksheets.items():
        source = course.sources.get(f"{WORKSHEETS}/{name}.yml")
        for path, field in _fields(worksheet):
            found = _fault(field)
            if source and found:
                yield Problem(source.place(*path, "kind"), "worksheet-choice", *found)


def _fields(worksheet: Worksheet) -> Iterator[tuple[Path, WorksheetField]]:
    for index, part in enumerate(worksheet.parts):
        for name, fields in (("fields", part.fields), ("columns", part.columns)):
            for number, field in enumerate(fields):
                yield ("parts", index, name, number), field


def _fault(field: WorksheetField) -> tuple[Text, Text] | None:
    count = len(field.options)
    if field.kind == "choice" and count < 2:
        return Text(f"选择栏“{field.id}”只有 {count} 个选项", f"the choice field “{field.id}” has {count} option{'' if count == 1 else 's'}"), Text("写两个以上选项", "write two options or more")
    if field.kind != "choice" and count:
        return Text(f"“{field.id}”是“{field.kind}”栏，不能有选项", f"“{field.id}” is a “{field.kind}” field and cannot have options"), Text("改为 kind: choice，或删掉 options", "change it to kind: choice, or delete options")
    return None
