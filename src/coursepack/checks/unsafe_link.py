"""链接或图片指向不该去的地方。javascript:、data:、vbscript:、file: 会执行程序或指向某台电脑，“//网址”和 http: 不加密；图片只能用课程里自己的文件，因为网站不许向外取任何东西，很多公司内网也取不到。

错误的写法：

    [点这里](javascript:alert(1))
    ![图表](https://example.com/chart.png)

改法：外部网页用 https:// 的普通链接；图片放进 images 文件夹。

    [国家企业信用信息公示系统](https://www.gsxt.gov.cn)
    ![图表](images/chart.svg)
---
A link or picture leads where it must not. javascript:, data:, vbscript: and file: run code or point to one computer; “//address” and http: are not encrypted; pictures must be files of the course, because the site fetches nothing from outside and many company networks could not.

Wrong:

    [click](javascript:alert(1))
    ![Chart](https://example.com/chart.png)

Mend it: link to outside pages with https://; put pictures into the images folder.

    [Public register](https://www.gsxt.gov.cn)
    ![Chart](images/chart.svg)
"""

import re
from collections.abc import Iterator
from html import unescape

from ..course import Course
from ..model.lesson import Line, Page
from ..problem import Problem, Text

LEVEL = "error"
TARGET = re.compile(r"(?P<image>!?)(?:\[(?:[^\[\]\\]|\\.)*)?\]\(\s*<?\s*(?P<inline>[^\s)>](?:[^()>]|\([^()]*\))*)|^ {0,3}\[[^\]]+\]:\s*<?(?P<defined>\S+)|<(?P<auto>[A-Za-z][A-Za-z0-9+.-]*:[^>\s]+)>")
CODE_ADDRESS = re.compile(r"\b(?:javascript|vbscript|livescript)\s*:|\bdata:[a-z]+/|\bfile:/", re.IGNORECASE)
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):|(//|\\\\)", re.IGNORECASE)
ALLOWED = ("https", "mailto")


def check(course: Course) -> Iterator[Problem]:
    for page in course.all_pages():
        for line in page.prose:
            if ":" in line.text or "//" in line.text or "&" in line.text or "\\" in line.text:
                yield from _of_line(page, line)


def _of_line(page: Page, line: Line) -> Iterator[Problem]:
    covered = 0
    for match in TARGET.finditer(line.text):
        group = match.lastgroup or "inline"
        covered = match.end()
        scheme = _scheme(match[group])
        if scheme and (match["image"] or scheme not in ALLOWED):
            yield _problem(page, line.number, match.start(group) + 1, match[group].strip(), bool(match["image"]))
    for match in CODE_ADDRESS.finditer(line.text, covered):
        yield _problem(page, line.number, match.start() + 1, match.group(), False)


def _scheme(target: str) -> str:
    """`https`, `javascript` … as a browser reads it, `//` without a scheme, "" for a relative path."""
    plain = re.sub(r"[\x00-\x20]", "", unescape(target))
    match = SCHEME.match(plain)
    return (match[1] or match[2]).lower() if match else ""


def _problem(page: Page, line: int, column: int, target: str, image: bool) -> Problem:
    remedy = Text("外部网页用 https://，页面之间用相对路径", "use https:// for outside pages, a relative path between pages")
    if image:
        remedy = Text("把图片放进 images 文件夹，写 images/文件名.svg", "put the picture into the images folder and write images/name.svg")
    what = Text("图片不能从外面取", "a picture cannot come from outside") if image else Text("链接不能指向这里", "a link cannot lead there")
    shown = target[:60]
    return Problem(page.place(line, column, len(target)), "unsafe-link", Text(f"{what.zh}：“{shown}”", f"{what.en}: “{shown}”"), remedy, lang=page.lang)
