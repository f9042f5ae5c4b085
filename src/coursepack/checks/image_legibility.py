"""图在手机上看不清，或者不会跟着屏幕缩放。图按 360 宽画，写在 viewBox 里；字号不小于 13，不然在手机上要放大才认得出。viewBox 更宽，字号要按比例加大。

错误的写法：

    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 300">
      <text font-size="14" …

改法：

    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 300">
      <text font-size="14" …
---
The picture cannot be read on a phone, or does not scale. Pictures are drawn 360 wide, as viewBox says, with letters of 13 or more; in a wider viewBox letters must grow in proportion.

Wrong:

    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 300">
      <text font-size="14" …

Mend it:

    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 300">
      <text font-size="14" …
"""

import re
from collections.abc import Iterator

from ..course import Course
from ..problem import Problem, Text
from .pictures import Picture, Tag, pictures

LEVEL = "error"
WIDTH, SMALLEST = 360, 13
VIEW_BOX = re.compile(r"\s*-?[0-9.]+[\s,]+-?[0-9.]+[\s,]+([0-9]{1,6}(?:\.[0-9]+)?)[\s,]+[0-9]{1,6}(?:\.[0-9]+)?\s*")
SIZE = re.compile(r"\s*([0-9]{1,6}(?:\.[0-9]+)?)(?:px)?\s*")


def check(course: Course) -> Iterator[Problem]:
    for picture in pictures(course):
        if picture.tags and picture.tags[0].name == "svg":
            box = VIEW_BOX.fullmatch(picture.tags[0].attributes.get("viewBox", ""))
            if box is None or not float(box[1]):
                yield _no_box(picture, picture.tags[0])
            else:
                for tag in picture.tags:
                    yield from _small(picture, tag, float(box[1]))


def _no_box(picture: Picture, root: Tag) -> Problem:
    if "viewBox" in root.attributes:
        message = Text(f"viewBox“{root.attributes['viewBox']}”读不懂", f"the viewBox “{root.attributes['viewBox']}” makes no sense")
        return Problem(picture.place(root, "viewBox"), "image-legibility", message, Text('写成 viewBox="0 0 360 高"', 'write viewBox="0 0 360 height"'))
    return Problem(picture.place(root, "svg"), "image-legibility", Text("图没有 viewBox，不会跟着屏幕缩放", "the picture has no viewBox, so it does not scale"), Text('加上 viewBox="0 0 360 高"', 'add viewBox="0 0 360 height"'))


def _small(picture: Picture, tag: Tag, width: float) -> Iterator[Problem]:
    size = tag.attributes.get("font-size")
    if size is None:
        return
    number = SIZE.fullmatch(size)
    least = SMALLEST * width / WIDTH
    if number is None or float(number[1]) < least:
        yield Problem(
            picture.place(tag, "font-size"),
            "image-legibility",
            Text(f"字号“{size}”太小或读不懂，viewBox 宽 {width:g} 时至少 {least:g}", f"the font size “{size}” is too small or makes no sense; at a viewBox {width:g} wide it is at least {least:g}"),
            Text(f"改为 {least:g} 或更大，必要时少写几个字", f"make it {least:g} or more, with fewer words if need be"),
        )
