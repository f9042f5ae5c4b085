"""块里的 id 没有对应的东西。工作单在 docs/data/worksheets/，考试在 docs/data/exams/，话术工坊在 docs/data/workshops/，一样一个文件，
文件名就是 id；案例和角色扮演在 case_studies/<id>/ 里；话术是 docs/data/scripts/ 里某个文件的一条，id 写在那一条上，几个 id 用空格隔开，一页里一句只放一次。

错误的写法（文件叫 cause-sheet.yml）：

    ```worksheet causes-sheet
    ```

改法：

    ```worksheet cause-sheet
    ```
---
There is nothing with the id in this block. Worksheets are files in docs/data/worksheets/, exams in docs/data/exams/, workshops in
docs/data/workshops/, one each, named by their id; a case and its role play lie in case_studies/<id>/; a script is an entry of some file in docs/data/scripts/, with its id there; several ids are parted by spaces, and a page shows a script once.

Wrong (the file is cause-sheet.yml):

    ```worksheet causes-sheet
    ```

Mend it:

    ```worksheet cause-sheet
    ```
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from ..course import COVERAGE, RED_LINES, SCRIPTS, Course
from ..model.lesson import Fence, Page
from ..problem import Problem, Text
from ..text import did_you_mean
from .unknown_fence import fits

LEVEL = "error"
COMMA = re.compile(r"[,，、;；]")
TARGETS = {  # fence → the file it stands for
    "worksheet": "docs/data/worksheets/{}.yml",
    "exam": "docs/data/exams/{}.yml",
    "workshop": "docs/data/workshops/{}.yml",
    "script": "docs/data/scripts/",
    "case": "case_studies/{}/case.yml",
    "role-play": "case_studies/{}/role_play.yml",
}
SHOWN = {"coverage": COVERAGE, "red-lines": RED_LINES, "scripts": f"{SCRIPTS}/"}  # fence → what it shows, which a course may lack
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
            elif page.lang == "zh" and fence.name in SHOWN and not any(file.startswith(SHOWN[fence.name]) for file in course.files):
                yield _nothing_to_show(page, fence, SHOWN[fence.name])
        yield from _shown_twice(page)


def _nothing_to_show(page: Page, fence: Fence, file: str) -> Problem:
    """The file is missing once, for both languages."""
    return replace(_at(page, fence, fence.name, Text(f"没有 {file}，“{fence.name}”没有东西可放", f"there is no {file} for “{fence.name}” to show"), Text(f"新建 {file}，或删掉这一块", f"make {file}, or delete the block")), lang="")


def _shown_twice(page: Page) -> Iterator[Problem]:
    seen: set[str] = set()
    for fence in page.fences:
        for word in fence.args if fence.name == "script" else ():
            if word in seen:
                yield _at(page, fence, word, Text(f"“{word}”在这一页放了两次", f"“{word}” stands twice on this page"), Text("删掉一个", "delete one of them"))
            seen.add(word)


def _unread_scripts(course: Course) -> bool:
    """Whether some file of scripts could not be read: then nobody knows which ids it holds."""
    return any(file.startswith(f"{SCRIPTS}/") and file.endswith(".yml") and file[len(SCRIPTS) + 1 : -4] not in course.script_files for file in course.files)


def _problem(page: Page, fence: Fence, word: str, known: set[str]) -> Problem:
    name, file = NAMES[fence.name], TARGETS[fence.name].format(word)
    near = did_you_mean(word, known)
    remedy = Text(f"改为 {near}", f"change it to: {near}") if near else _make(fence, file)
    if COMMA.search(word):
        remedy = Text("几个 id 之间用空格，不用标点", "part ids by spaces, without punctuation")
    return _at(page, fence, word, Text(f"没有叫“{word}”的{name.zh}", f"there is no {name.en} “{word}”"), remedy)


def _at(page: Page, fence: Fence, word: str, message: Text, remedy: Text) -> Problem:
    column = page.lines[fence.line - page.first_line].text.rfind(word) + 1
    return Problem(page.place(fence.line, column, len(word)), "unknown-target", message, remedy, lang=page.lang)


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
