"""块里的 id 没有对应的东西。工作单在 docs/data/worksheets/，考试在 docs/data/exams/，话术工坊在 docs/data/workshops/，一样一个文件，
文件名就是 id；案例和角色扮演在 case_studies/<id>/ 里；话术是 docs/data/scripts/ 里某个文件的一条，id 写在那一条上。

错误的写法（文件叫 cause-sheet.yml）：

    ```worksheet causes-sheet
    ```

改法：

    ```worksheet cause-sheet
    ```
---
There is nothing with the id in this block. Worksheets are files in docs/data/worksheets/, exams in docs/data/exams/, workshops in
docs/data/workshops/, one each, named by their id; a case and its role play lie in case_studies/<id>/; a script is an entry of some file in docs/data/scripts/, with its id there.

Wrong (the file is cause-sheet.yml):

    ```worksheet causes-sheet
    ```

Mend it:

    ```worksheet cause-sheet
    ```
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..course import SCRIPTS, Course
from ..model.lesson import Fence, Page
from ..problem import Problem, Text
from ..text import did_you_mean
from .unknown_fence import fits

LEVEL = "error"
TARGETS = {  # fence → the file it stands for
    "worksheet": "docs/data/worksheets/{}.yml",
    "exam": "docs/data/exams/{}.yml",
    "workshop": "docs/data/workshops/{}.yml",
    "script": "docs/data/scripts/",
    "case": "case_studies/{}/case.yml",
    "role-play": "case_studies/{}/role_play.yml",
}
NAMES = {
    "worksheet": Text("工作单", "worksheet"),
    "exam": Text("考试", "exam"),
    "workshop": Text("话术工坊", "workshop"),
    "script": Text("话术", "script"),
    "case": Text("案例", "case"),
    "role-play": Text("角色扮演", "role play"),
}


def check(course: Course) -> Iterator[Problem]:
    for page in course.all_pages():
        for fence in page.fences:
            if fence.name in TARGETS and fits(fence) and not (fence.name == "script" and _unread_scripts(course)):
                known = targets_of(course, fence.name)
                yield from (_problem(page, fence, word, known) for word in fence.args if word not in known)


def _unread_scripts(course: Course) -> bool:
    """Whether some file of scripts could not be read: then nobody knows which ids it holds."""
    return any(file.startswith(f"{SCRIPTS}/") and file.endswith(".yml") and file[len(SCRIPTS) + 1 : -4] not in course.script_files for file in course.files)


def _problem(page: Page, fence: Fence, word: str, known: set[str]) -> Problem:
    name, file = NAMES[fence.name], TARGETS[fence.name].format(word)
    near = did_you_mean(word, known)
    column = page.lines[fence.line - page.first_line].text.rfind(word) + 1
    return Problem(
        page.place(fence.line, column, len(word)),
        "unknown-target",
        Text(f"没有叫“{word}”的{name.zh}", f"there is no {name.en} “{word}”"),
        Text(f"改为 {near}", f"change it to: {near}") if near else _make(fence, file),
        lang=page.lang,
    )


def _make(fence: Fence, file: str) -> Text:
    if fence.name == "script":
        return Text(f"在 {file} 的文件里加这一条", f"add it to a file in {file}")
    return Text(f"新建 {file}", f"make {file}")


def targets_of(course: Course, fence: str) -> set[str]:
    """Ids that a block may name, those included whose file could not be read or bears another name."""
    if fence == "script":
        return set(course.scripts)
    pattern = re.compile(re.escape(TARGETS[fence]).replace(r"\{\}", "([a-z0-9-]+)"))
    items: dict[str, Mapping[str, Any]] = {"worksheet": course.worksheets, "exam": course.exams, "workshop": course.workshops, "case": course.cases, "role-play": course.role_plays}
    return {match[1] for file in course.files if (match := pattern.fullmatch(file))} | {item.id for item in items[fence].values()}
