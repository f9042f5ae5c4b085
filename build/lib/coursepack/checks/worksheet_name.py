"""工作单的 id 和文件名不一样。课里按 id 引用工作单，人按文件名去找；两个名字不同，改的就可能是另一张。

错误的写法：文件是 docs/data/worksheets/cause-sheet.yml，里面写 id: cause-card。

改法：没发布过就改文件里的 id；已经发布过，id 不动，把文件改名。
---
The id of a worksheet differs from its file name. Lessons name a worksheet by id and people look for the file: with two names one mends the wrong sheet.

Wrong: the file is docs/data/worksheets/cause-sheet.yml and says id: cause-card.

Mend it: change the id if the sheet was never published; otherwise leave the id and rename the file.
"""

from collections.abc import Iterator

from ..course import WORKSHEETS, Course
from ..problem import Problem, Text

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    for name, worksheet in course.worksheets.items():
        source = course.sources.get(f"{WORKSHEETS}/{name}.yml")
        if source and worksheet.id != name:
            yield Problem(
                source.place("id"),
                "worksheet-name",
                Text(f"id 是“{worksheet.id}”，文件名是“{name}”", f"the id is “{worksheet.id}”, the file name “{name}”"),
                Text(f"改为 id: {name}，或把文件改名为 {worksheet.id}.yml", f"change it to id: {name}, or rename the file {worksheet.id}.yml"),
            )
