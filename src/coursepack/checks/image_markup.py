"""SVG 图里有不允许的东西。图会直接放进网页，跟着深浅两种配色变，所以只用简单的图形和文字，颜色只用 d- 开头的类；id、style、script、链接和外部内容都不要，DTD 和实体也不要：它们可能执行程序，或和别的图撞名。

可以用：svg g rect line path circle ellipse polygon polyline text tspan title desc；类 d-text d-muted d-on d-line d-strong d-panel d-accent d-soft d-warn d-dash。

错误的写法：

    <rect id="box" style="fill:#08a" x="8" y="8" width="90" height="30"/>

改法：

    <rect class="d-accent" x="8" y="8" width="90" height="30"/>
---
An SVG picture holds something that is not allowed. Pictures are put straight into the page and follow its light and dark colours, so they use simple shapes and text, coloured by d- classes only; no id, style, script, link or outside content, no DTD and no entities: these can run code, or clash with another picture.

Allowed: svg g rect line path circle ellipse polygon polyline text tspan title desc; the classes d-text d-muted d-on d-line d-strong d-panel d-accent d-soft d-warn d-dash.

Wrong:

    <rect id="box" style="fill:#08a" x="8" y="8" width="90" height="30"/>

Mend it:

    <rect class="d-accent" x="8" y="8" width="90" height="30"/>
"""

import re
from collections.abc import Iterator
from xml.parsers import expat

from ..course import Course
from ..problem import Place, Problem, Text
from ..text import did_you_mean
from .pictures import Picture, Tag, pictures

LEVEL = "error"
ELEMENTS = frozenset(["svg", "g", "rect", "line", "path", "circle", "ellipse", "polygon", "polyline", "text", "tspan", "title", "desc"])
ATTRIBUTES = frozenset(["class", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height", "d", "points", "dx", "dy", "transform", "font-size", "text-anchor"])
ROOT_ATTRIBUTES = frozenset(("xmlns", "viewBox"))
CLASSES = frozenset(["d-text", "d-muted", "d-on", "d-line", "d-strong", "d-panel", "d-accent", "d-soft", "d-warn", "d-dash"])


def check(course: Course) -> Iterator[Problem]:
    for picture in pictures(course):
        yield from picture.problems
        if picture.broken:
            yield _broken(picture, picture.broken)
        elif picture.forbidden:
            place, word = picture.forbidden
            yield Problem(place, "image-markup", Text(f"图里不能有“{word}”", f"a picture cannot hold “{word}”"), Text("删掉它", "delete it"))
        for index, tag in enumerate(picture.tags):
            yield from _of_tag(picture, tag, root=index == 0)


def _broken(picture: Picture, error: expat.ExpatError) -> Problem:
    place = Place(picture.file, error.lineno, error.offset + 1)
    return Problem(place, "image-markup", Text("这里的 SVG 读不通，多半是标签没有成对，或 & < 没有写成 &amp; &lt;", "the SVG cannot be read here: a tag is unpaired, or & or < is not written as &amp; or &lt;"), Text("检查这一行的标签和引号", "look at the tags and quotation marks of this line"))


def _of_tag(picture: Picture, tag: Tag, root: bool) -> Iterator[Problem]:
    if tag.name not in ELEMENTS or root != (tag.name == "svg"):
        yield _problem(picture.place(tag, tag.name), f"<{tag.name}>", Text("只用简单图形和文字", "use simple shapes and text only"))
        return
    for name, value in tag.attributes.items():
        if name not in (ROOT_ATTRIBUTES if root else ATTRIBUTES):
            yield _problem(picture.place(tag, name), name, _instead(name))
        elif name == "class":
            for word in value.split():
                if word not in CLASSES:
                    near = did_you_mean(word, CLASSES)
                    remedy = Text(f"改为 {near}", f"change it to: {near}") if near else Text("只用 d- 开头的类", "use the d- classes only")
                    yield _problem(picture.place(tag, word), word, remedy)
    if root and tag.attributes.get("xmlns") != "http://www.w3.org/2000/svg":
        yield Problem(picture.place(tag, tag.name), "image-markup", Text("根元素缺少 xmlns", "the root lacks xmlns"), Text('补上 xmlns="http://www.w3.org/2000/svg"', 'add xmlns="http://www.w3.org/2000/svg"'))


def _instead(name: str) -> Text:
    if re.fullmatch("fill|stroke|style|color|opacity|stroke-.*|fill-.*", name):
        return Text("颜色和线条改用 d- 开头的类", "use the d- classes for colours and lines")
    return Text("删掉这个属性", "delete this attribute")


def _problem(place: Place, word: str, remedy: Text) -> Problem:
    return Problem(place, "image-markup", Text(f"图里不能有“{word}”", f"a picture cannot hold “{word}”"), remedy)
