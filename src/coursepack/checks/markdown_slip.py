"""Markdown 的小笔误：检查和预览都不报错，网页上却显示成一堆记号。常见的有这些：

- 列表或表格紧跟在一段话下面，中间没有空行：整段连成一行字，表格显示成竖线和横线；
- 表格里用了全角的“｜”：几格并成一格；
- 一行前面有四个空格或一个制表符：变成一块代码；
- 链接或图片的括号是全角的：[看这里]（2-nature.md）、！[图](a.svg)、【看这里】(2-nature.md)；
- 标题用了全角的“＃”；
- 加粗的 ** 只有一半。

错误的写法：

    电话前查三样：
    - 合同
    - 签收单

改法：列表、表格的上面和下面各空一行；记号都用半角；不要缩进；** 成对。

    电话前查三样：

    - 合同
    - 签收单
---
A slip in Markdown that nothing else reports and that the page shows as bare marks. The usual ones:

- a list or a table right under a paragraph, without a blank line: it all runs together, and a table shows as bars and dashes;
- a full-width ｜ in a table: cells merge;
- four spaces or a tab at the start of a line: a block of code;
- full-width brackets in a link or a picture: [see here]（2-nature.md）, ！[chart](a.svg), 【see here】(2-nature.md);
- full-width ＃ before a heading;
- half a pair of ** for bold words.

Wrong:

    Look at three things first:
    - the contract
    - the receipt

Mend it: leave a blank line above and below a list or a table, use plain marks, do not indent, and put ** on both sides.

    Look at three things first:

    - the contract
    - the receipt
"""

import re
from collections.abc import Iterator

from ..course import Course
from ..model.lesson import CODE, Line, Page
from ..problem import Problem, Text

LEVEL = "error"
ITEM = re.compile(r"(?:[-*+]|[0-9]{1,2}\.)\s+\S")
INDENT = re.compile(r" {0,3}\t| {4}")
HEADING = re.compile(r"#{1,6}")
FULL_HASH = re.compile(r"[#＃]*＃[#＃]*")
RULE = re.compile(r"\s*(?:[-*_]\s*){3,}$")
BOLD = re.compile(r"(?<!\\)\*{2,3}")
FILE = r"[!-'*-~]*(?:\.(?:md|svg|png|jpe?g|gif|webp|pdf)\b|://)[!-'*-~]*|#[a-z0-9-]+"
LINKED = re.compile(rf"[!！]?\s*[\[【［]([^\[\]【】［］\n]+)[\]】］]\s*[(（]\s*({FILE})\s*[)）]")
PICTURE = re.compile(r"\.(?:svg|png|jpe?g|gif|webp)$")


def check(course: Course) -> Iterator[Problem]:
    for page in course.all_pages():
        if page.first_line > 1:  # else front matter is missing, and its lines would be taken for text
            yield from slips(page)


def slips(page: Page) -> Iterator[Problem]:
    in_list = False
    for block in _blocks(page):
        kind = _kind(block[0])
        in_list = kind == "list" or (in_list and kind == "code")
        if kind == "code" and not in_list:
            yield _code(page, block[0])
        if kind in ("text", "list", "table"):
            yield from _glued(page, block, kind)
        read = [Line(line.number, CODE.sub(_blank, line.text)) for line in block]
        for line in read:
            yield from _marks(page, line)
        yield from _bold(page, read)


def _blocks(page: Page) -> Iterator[list[Line]]:
    """Lines that stand together, as written: no blank line, heading or fence between them."""
    block: list[Line] = []
    for number, _ in page.prose:
        line = page.lines[number - page.first_line]
        apart = not line.text.strip() or HEADING.match(line.text)
        if block and (apart or line.number != block[-1].number + 1):
            yield block
            block = []
        if HEADING.match(line.text):
            yield [line]
        elif not apart:
            block.append(line)
    if block:
        yield block


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _kind(line: Line) -> str:
    text = line.text.lstrip()
    if INDENT.match(line.text):
        return "code"
    if text.startswith(("#", "<")) or RULE.match(text):
        return "other"
    return "table" if text.startswith(("|", "｜")) else "list" if ITEM.match(text) else "text"


def _glued(page: Page, block: list[Line], kind: str) -> Iterator[Problem]:
    """The first line of a block that is of another kind than its beginning, and so is not what it looks like."""
    for line in block[1:]:
        text = line.text.lstrip()
        table, item = text.startswith(("|", "｜")), bool(ITEM.match(text))
        if kind == "table" and not table:
            yield _problem(page, line, 0, len(line.text.rstrip()), Text("紧跟在表格下面，会变成表格的一行", "right under a table, this becomes one of its rows"), Text("在它上面空一行", "leave a blank line above it"))
            return
        if kind != "table" and (table or (item and kind == "text")):
            what = Text("表格", "table") if table else Text("列表", "list")
            shown = text[:20].rstrip()
            yield _problem(page, line, 0, len(line.text.rstrip()), Text(f"“{shown}”上面没有空行，{what.zh}会显示成一串文字", f"no blank line above “{shown}”: the {what.en} would show as plain text"), Text("在它上面空一行", "leave a blank line above it"))
            return


def _code(page: Page, line: Line) -> Problem:
    shown = line.text.strip()[:20].rstrip()
    return _problem(page, line, 0, len(line.text) - len(line.text.lstrip()), Text(f"“{shown}”前面缩进太多，会变成一块代码", f"“{shown}” is indented so far that it becomes a block of code"), Text("删掉前面的空格或制表符", "delete the spaces or the tab before it"))


def _marks(page: Page, line: Line) -> Iterator[Problem]:
    text = line.text
    bar, hashes = text.find("｜"), FULL_HASH.match(text)
    if bar >= 0 and text.lstrip().startswith(("|", "｜")):
        yield _problem(page, line, bar, 1, Text("表格里的“｜”是全角的", "a full-width “｜” in a table"), Text("改为半角的 |", "change it to a plain |"))
    if hashes:
        plain = "#" * len(hashes.group())
        yield _problem(page, line, 0, len(hashes.group()), Text(f"“{hashes.group()}”是全角的，这一行不是标题", f"“{hashes.group()}” is full-width, so this line is no heading"), Text(f"改为“{plain} ”，半角井号加一个空格", f"change it to “{plain} ”, plain and with a space"))
    for match in LINKED.finditer(text) if "]" in text or "】" in text or "］" in text else ():
        yield from _link(page, line, match)


def _link(page: Page, line: Line, match: re.Match[str]) -> Iterator[Problem]:
    """A link or a picture that is not written as one; ！ before a link to a page may just end a sentence."""
    words, target = match.groups()
    sign = "!" if match.group()[0] in "!！" and PICTURE.search(target) else ""
    start = match.start() + (0 if sign else len(match.group()) - len(match.group().lstrip("!！ \t\u3000")))
    found = line.text[start : match.end()]
    right = f"{sign}[{words}]({target})"
    if re.sub(r"(?<=\() +| +(?=\)$)", "", found) != right:
        what = Text("图片", "picture") if sign else Text("链接", "link")
        yield _problem(page, line, start, len(found), Text(f"“{found}”的括号或叹号不对，不会成为{what.zh}", f"“{found}” is no {what.en}: a bracket or mark is full-width, or a space stands between"), Text(f"改为 {right}", f"change it to {right}"))


def _bold(page: Page, block: list[Line]) -> Iterator[Problem]:
    """Half a pair of ** in a paragraph, a list item or a row."""
    parts: list[list[tuple[Line, int]]] = []
    for index, line in enumerate(block):
        if index == 0 or ITEM.match(line.text.lstrip()) or line.text.lstrip().startswith("|"):
            parts.append([])
        parts[-1].extend((line, match.start()) for match in BOLD.finditer(line.text) if not RULE.match(line.text))
    for marks in parts:
        if len(marks) % 2:
            line, start = marks[-1]
            yield _problem(page, line, start, 2, Text("这里的“**”没有配成对", "this “**” has no partner"), Text("在要加粗的字两边各写一个 **，或删掉这一个", "put ** on both sides of the bold words, or delete this one"))


def _problem(page: Page, line: Line, start: int, length: int, message: Text, remedy: Text) -> Problem:
    return Problem(page.place(line.number, start + 1, max(length, 1)), "markdown-slip", message, remedy, lang=page.lang)
