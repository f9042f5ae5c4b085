"""一页的中文版和英文版对不上。两种语言只有文字不同：标题的 id 和层级、块和参数、对话的人数和步骤、空的 id、图片、表格的行列，以及信息区的 id、分钟数、目标和来源，都要一样。不一样，学员换一种语言，成绩和进度就接不上，讲师的页码也对不上。以中文版为准，问题报在英文版里；缺页报在有的那一版。

错误的写法：

    zh: ### 先查自己 {#own-papers}
    en: ### Look at our own papers {#our-papers}

改法：两边用同一个 id、同样的顺序。

    en: ### Look at our own papers {#own-papers}
---
The Chinese and the English edition of a page do not match. Only words differ between them: ids and levels of headings, blocks and their arguments, speakers and steps of dialogues, ids of blanks, pictures, rows and columns of tables, and id, minutes, objectives and sources of the front matter are the same. Otherwise scores and progress are lost when a learner changes language. Chinese is the original, so the English page is named; a missing page is named at the one that exists.

Wrong:

    zh: ### 先查自己 {#own-papers}
    en: ### Look at our own papers {#our-papers}

Mend it: the same id and order in both.

    en: ### Look at our own papers {#own-papers}
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import NamedTuple

from ..course import Course
from ..model.fence import STEPS
from ..model.lesson import PARTS, Fence, Page, is_lesson_key
from ..problem import LANGS, Place, Problem, Text
from ..text import ID
from .heading_level import levels
from .markdown_slip import slips
from .page_parts import inside_links, whole
from .unknown_fence import fits
from .unknown_target import TARGETS, targets_of

LEVEL = "error"
BLANK_ID = re.compile(r"\[([a-z0-9-]+):")
STEP = re.compile(r"\[([^\[\]]*)\]")


class Part(NamedTuple):
    """One thing that both editions have: what it is, as shown to the author, and its line."""

    value: str
    line: int


def check(course: Course) -> Iterator[Problem]:
    zh, en, known = course.pages["zh"], course.pages["en"], {fence: targets_of(course, fence) for fence in TARGETS}
    for key in zh.keys() | en.keys():
        if key not in zh or key not in en:
            yield from _missing_page(course, key, zh.get(key) or en[key])
        else:
            yield from _front(zh[key], en[key])
            if whole(zh[key]) and whole(en[key]):
                yield from _body(zh[key], en[key], known)


def _missing_page(course: Course, key: str, page: Page) -> Iterator[Problem]:
    other = LANGS[1 - LANGS.index(page.lang)]
    file = f"docs/{other}/{key}.md"
    if file not in course.files:  # else it is there but could not be read
        name = Text("英文版", "English") if other == "en" else Text("中文版", "Chinese")
        yield Problem(Place(page.file), "language-pair", Text(f"这一页没有{name.zh}", f"this page has no {name.en} edition"), Text(f"写好 {file}", f"write {file}"), lang=other)


def _front(zh: Page, en: Page) -> Iterator[Problem]:
    if zh.front is None or en.front is None or type(zh.front) is not type(en.front):
        return
    yield from _value(zh, en, "id", zh.front.id or "", en.front.id or "")
    yield from _value(zh, en, "sources", ", ".join(sorted(zh.front.sources)), ", ".join(sorted(en.front.sources)))
    if zh.lesson and en.lesson:
        yield from _value(zh, en, "minutes", str(zh.lesson.minutes), str(en.lesson.minutes))
        if any(objective.id.partition(".")[0] != lesson.id for lesson in (zh.lesson, en.lesson) for objective in lesson.objectives):
            return  # reported by objective-prefix
        ours, theirs = ([f"{objective.id} ({objective.level})" for objective in lesson.objectives] for lesson in (zh.lesson, en.lesson))
        for index, (there, here) in enumerate(zip_longest(ours, theirs)):
            if there != here:
                place = en.source.place("objectives", index, *(("id",) if here else ()))
                yield _differs(place, Text("目标", "objective"), there, here)
                break


def _value(zh: Page, en: Page, name: str, there: str, here: str) -> Iterator[Problem]:
    if there != here:
        yield _differs(en.source.place(name), Text(f"{name} ", name), there, here)


def _body(zh: Page, en: Page, known: dict[str, set[str]]) -> Iterator[Problem]:
    """The first difference of each kind; a kind that rests on another is left out when that one differs."""
    if all(_sound_headings(page) for page in (zh, en)):
        yield from _compare(zh, en, Text("标题", "heading"), _headings)
    fences = list(_compare(zh, en, Text("块", "block"), _fences))
    if all(_sound(fence, known) for page in (zh, en) for fence in page.fences):
        yield from fences
    if not any(slip for page in (zh, en) for slip in slips(page)):
        yield from _compare(zh, en, Text("图片", "picture"), _images)
        yield from _compare(zh, en, Text("表格", "table"), _tables)
    if not fences:
        for ours, theirs in zip(*([fence for fence in page.fences if fence.name != "quiz"] for page in (zh, en)), strict=True):
            if ours.name == "dialogue":
                yield from _dialogue(ours, theirs, en)
            elif ours.name == "next-call":
                yield from _blanks(ours, theirs, en)


def _compare(zh: Page, en: Page, what: Text, parts: Callable[[Page], list[Part]]) -> Iterator[Problem]:
    for there, here in zip_longest(parts(zh), parts(en)):
        if there is None or here is None or there.value != here.value:
            line = here.line if here else en.first_line + len(en.lines) - 1
            length = len(en.lines[line - en.first_line].text.rstrip())
            yield _differs(en.place(line, 1, max(length, 1)), what, there and there.value, here and here.value, there.line if there else 0)
            return


def _headings(page: Page) -> list[Part]:
    return [Part(f"{'#' * heading.level} {{#{heading.id}}}" if heading.id else "#" * heading.level, heading.line) for heading in page.headings]


def _sound_headings(page: Page) -> bool:
    """Whether the page's headings are as other rules want them: else those speak first."""
    ids = [heading.id for heading in page.headings]
    if list(levels(page)) or any(id_ and not ID.fullmatch(id_) for id_ in ids) or len({id_ for id_ in ids if id_}) != len([id_ for id_ in ids if id_]):
        return False
    return not is_lesson_key(page.key) or (all(ids) and [heading.id for heading in page.headings if heading.level == 2] == list(PARTS))


def _sound(fence: Fence, known: dict[str, set[str]]) -> bool:
    return fence.name == "quiz" or (fits(fence) and len(set(fence.args)) == len(fence.args) and (fence.name not in known or known[fence.name].issuperset(fence.args)))


def _fences(page: Page) -> list[Part]:
    """The blocks but `quiz`, which has a rule of its own."""
    return [Part(" ".join((fence.name, *fence.args)), fence.line) for fence in page.fences if fence.name != "quiz"]


def _images(page: Page) -> list[Part]:
    return [Part(link.target, link.line) for link, _, _ in inside_links(page, image=True)]


def _tables(page: Page) -> list[Part]:
    tables: list[list[tuple[int, str]]] = []
    before = 0
    for number, text in page.prose:
        if text.lstrip().startswith("|"):
            if number != before + 1 or not tables:
                tables.append([])
            tables[-1].append((number, text))
            before = number
    return [Part(f"{len(rows)} × {rows[0][1].strip().strip('|').count('|') + 1}", rows[0][0]) for rows in tables]


def _dialogue(ours: Fence, theirs: Fence, en: Page) -> Iterator[Problem]:
    there, here = _spoken(ours), _spoken(theirs)
    if there != here:
        yield _differs(en.place(theirs.line, 1, 3), Text("对话的行数和人数", "lines and speakers of a dialogue"), there, here, ours.line)
        return
    for before, after in zip(_speeches(ours), _speeches(theirs), strict=True):
        wanted, found = _steps(before.value, "zh"), _steps(after.value, "en")
        if wanted != found:
            yield _differs(en.place(after.line, 1, len(after.value)), Text("对话的步骤", "steps of a dialogue"), " ".join(f"[{step}]" for step in wanted) or "—", " ".join(f"[{step}]" for step in found) or "—", before.line)
            return


def _speeches(fence: Fence) -> list[Part]:
    return [Part(line.text, line.number) for line in fence.body if line.text.strip() and not line.text.lstrip().startswith("=")]


def _spoken(fence: Fence) -> str:
    names = Counter(re.split("[:：]", part.value)[0].strip() for part in _speeches(fence))
    return " + ".join(str(count) for count in names.values())


def _steps(text: str, lang: str) -> list[str]:
    """Steps in English, so that both editions compare; unknown ones are the business of another rule."""
    return [STEPS["en"][STEPS[lang].index(step)] for step in STEP.findall(text) if step in STEPS[lang]]


def _blanks(ours: Fence, theirs: Fence, en: Page) -> Iterator[Problem]:
    there, here = (sorted(BLANK_ID.findall("\n".join(line.text for line in fence.body))) for fence in (ours, theirs))
    if there and here and there != here:
        yield _differs(en.place(theirs.line, 1, 3), Text("空", "blanks"), ", ".join(there), ", ".join(here), ours.line)


def _differs(place: Place, what: Text, there: str | None, here: str | None, line: int = 0) -> Problem:
    nothing, where = Text("没有", "nothing"), Text(f"（第 {line} 行）", f" (line {line})") if line else Text("", "")
    zh = f"{what.zh}不一样：中文版{where.zh}是“{there}”，这里是“{here}”" if there and here else f"{what.zh}不一样：中文版{where.zh}{f'是“{there}”' if there else nothing.zh}，这里{f'是“{here}”' if here else nothing.zh}"
    shown = [f"“{value}”" if value else nothing.en for value in (there, here)]
    return Problem(place, "language-pair", Text(zh, f"different {what.en}: the Chinese page{where.en} has {shown[0]}, this one {shown[1]}"), Text("以正确的一版为准，改另一版", "change one of them to match the other"), lang="en")
