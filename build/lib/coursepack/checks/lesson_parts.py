"""一课有固定的八个部分，按这个顺序，用这些 id：scene 场景、aims 学完能做什么、idea 道理、models 示范、say 这样说、check 检查、next 下一通电话、keep 记住。标题的文字随你写，id 不能变：进度、讲师手册和幻灯片都按它取内容。

错误的写法：

    ## 记住三点 {#keep}
    ## 你的下一通电话 {#next}

改法：按顺序放；缺的补上；多出来的标题降为三级，放进 idea。
---
A lesson has eight parts, in this order and with these ids: scene, aims, idea, models, say, check, next, keep. The words of the headings are yours, the ids are fixed: progress, the instructor's kit and slides take their content by them.

Wrong:

    ## Keep {#keep}
    ## Your next call {#next}

Mend it: put them in order; add what is missing; make any further heading a third-level one inside idea.
"""

from collections.abc import Iterator

from ..course import Course
from ..model.lesson import PARTS, Heading, Page, is_lesson_key
from ..problem import Problem, Text
from ..text import did_you_mean
from .page_parts import whole

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    for page in course.all_pages():
        if is_lesson_key(page.key) and whole(page):
            yield from _of_lesson(page, [heading for heading in page.headings if heading.level == 2])


def _of_lesson(page: Page, headings: list[Heading]) -> Iterator[Problem]:
    ids = [heading.id for heading in headings]
    missing = [part for part in PARTS if part not in ids]
    for heading in headings:
        if heading.id not in PARTS:
            near = did_you_mean(heading.id, missing) or (missing[0] if missing else None)
            if near in missing:
                missing.remove(near)
            yield _unknown(page, heading, near)
    for part in missing:
        yield _missing(page, headings, part)
    known = [heading for heading in headings if heading.id in PARTS]
    for before, heading in zip(known, known[1:], strict=False):
        if PARTS.index(heading.id) < PARTS.index(before.id):
            yield _problem(page, heading, Text(f"“{heading.id}”应在“{before.id}”前面", f"“{heading.id}” belongs before “{before.id}”"), Text("按这个顺序：" + "、".join(PARTS), "keep this order: " + ", ".join(PARTS)))
            return


def _unknown(page: Page, heading: Heading, near: str | None) -> Problem:
    remedy = Text(f"这里应是 {{#{near}}}", f"this should be {{#{near}}}") if near else Text("改成三级标题，或删掉", "make it a third-level heading, or delete it")
    if heading.id:
        return _problem(page, heading, Text(f"课里没有“{heading.id}”这一部分", f"a lesson has no part “{heading.id}”"), remedy)
    return _problem(page, heading, Text(f"标题“{heading.text}”没有 id，不知道是哪一部分", f"the heading “{heading.text}” has no id, so its part is unknown"), remedy)


def _missing(page: Page, headings: list[Heading], part: str) -> Problem:
    """Placed on the heading before which the part is missing, or on the last one."""
    after = [heading for heading in headings if heading.id in PARTS and PARTS.index(heading.id) > PARTS.index(part)]
    place = page.place((after or headings)[0 if after else -1].line) if headings else page.place(page.first_line)
    where = Text("这一行前面", "before this line") if after else Text("最后", "at the end")
    return Problem(place, "lesson-parts", Text(f"缺少“{part}”这一部分", f"the part “{part}” is missing"), Text(f"在{where.zh}加上 ## 标题 {{#{part}}}", f"add ## heading {{#{part}}} {where.en}"), lang=page.lang)


def _problem(page: Page, heading: Heading, message: Text, remedy: Text) -> Problem:
    length = len(page.lines[heading.line - page.first_line].text.rstrip())
    return Problem(page.place(heading.line, 1, length), "lesson-parts", message, remedy, lang=page.lang)
