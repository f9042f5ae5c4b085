"""链接里 # 后面的标题 id 在目标页面上没有，点了只会停在页首。只有写了 {#id} 的标题能被链接到，课的八个部分都有：scene、aims、idea、models、say、check、next、keep。

错误的写法：

    见[现成的句子](2-nature.md#sentences)

改法：

    见[现成的句子](2-nature.md#say)
---
The heading id after # does not exist on the target page, so the reader stays at its top. Only headings with {#id} can be linked to; the eight parts of a lesson have them: scene, aims, idea, models, say, check, next, keep.

Wrong:

    See [ready sentences](2-nature.md#sentences)

Mend it:

    See [ready sentences](2-nature.md#say)
"""

from collections.abc import Iterator

from ..course import Course
from ..model.lesson import Page
from ..problem import Problem, Text
from ..text import did_you_mean
from .page_parts import inside_links, target_at, whole

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    pages = {page.file: page for page in course.all_pages()}
    for page in pages.values():
        for link, path, anchor in inside_links(page, image=False):
            target = pages.get(path) if path else page
            if target and whole(target) and (anchor or link.target.endswith("#")):
                ids = [heading.id for heading in target.headings if heading.id]
                if anchor not in ids:
                    line, column, length = target_at(link, page)
                    yield _problem(page, (line, column + link.target.find("#"), len(link.target.partition("#")[2]) + 1), anchor, ids)


def _problem(page: Page, at: tuple[int, int, int], anchor: str, ids: list[str]) -> Problem:
    near = did_you_mean(anchor, ids)
    remedy = Text(f"改为 #{near}", f"change it to #{near}") if near else Text("给那个标题加上 {#id}" + ("，或改成已有的：" if ids else "") + "、".join(ids), "give that heading {#id}" + (", or use one of: " if ids else "") + ", ".join(ids))
    return Problem(page.place(*at), "broken-anchor", Text(f"目标页面没有 id 为“{anchor}”的标题", f"the target page has no heading with the id “{anchor}”"), remedy, lang=page.lang)
