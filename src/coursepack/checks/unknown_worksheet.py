"""worksheet 块里的 id 没有对应的单子。单子放在 docs/data/worksheets/ 里，一张一个文件，文件名就是 id。

错误的写法（文件叫 cause-sheet.yml）：

    ```worksheet causes-sheet
    ```

改法：

    ```worksheet cause-sheet
    ```
---
There is no worksheet with the id in this block. Worksheets are files in docs/data/worksheets/, one each, named by their id.

Wrong (the file is cause-sheet.yml):

    ```worksheet causes-sheet
    ```

Mend it:

    ```worksheet cause-sheet
    ```
"""

from collections.abc import Iterator

from ..course import WORKSHEETS, Course
from ..problem import Problem, Text
from ..text import did_you_mean

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    known = worksheets_of(course)
    for page in course.all_pages():
        for fence in page.fences:
            if fence.name == "worksheet" and len(fence.args) == 1 and fence.args[0] not in known:
                word = fence.args[0]
                near = did_you_mean(word, known)
                column = page.lines[fence.line - page.first_line].text.rfind(word) + 1
                yield Problem(
                    page.place(fence.line, column, len(word)),
                    "unknown-worksheet",
                    Text(f"没有“{word}”这张单子", f"there is no worksheet “{word}”"),
                    Text(f"改为 {near}", f"change it to: {near}") if near else Text(f"新建 {WORKSHEETS}/{word}.yml", f"make {WORKSHEETS}/{word}.yml"),
                    lang=page.lang,
                )


def worksheets_of(course: Course) -> set[str]:
    """Ids of the worksheets, those included whose file could not be read."""
    files = {file.rsplit("/", 1)[1][: -len(".yml")] for file in course.files if file.startswith(WORKSHEETS + "/") and file.endswith(".yml")}
    return files | {worksheet.id for worksheet in course.worksheets.values()}
