"""Slips that make YAML unreadable some lines later: looked for when reading has failed, from that line backwards."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from .problem import Text

KEYS = "zh|en|id|kind|level|text|use|prompt|objective|explanation|feedback|correct"
NO_SPACE = re.compile(rf"[ ]*(?:- +)*({KEYS}):(?=[^\s/])")
NO_SPACE_ANY = re.compile(r"[ ]*(?:- +)*([a-z][a-z0-9_-]*):(?=[^\s/:,\]}])")
WIDE_INDENT = re.compile(r"[ ]*([\u3000\u00a0]+)[ \u3000\u00a0]*(?:- |[a-z][a-z0-9_-]*[ ]*[:：])")
WIDE_KEY = re.compile(rf"[ \u3000\u00a0]+(?:{KEYS})")
VALUE = re.compile(r"[ ]*(?:- +)*(?:[\w.-]+: +)?(?=[\"“”「『＂])")
KEY_OR_ITEM = re.compile(r"[ ]*(?:- |[\w.-]+:(?:\s|$))")
OPEN_QUOTE = re.compile(r'"(?:[^"\\]|\\.)*\\?$')
CLOSED_QUOTE = re.compile(r'"(?:[^"\\]|\\.)*"')
BEFORE = 5  # so many lines back a slip may make itself felt


class Slip(NamedTuple):
    """What is probably wrong: line and column from 0, and the words to say it."""

    line: int
    column: int
    length: int
    message: Text
    remedy: Text


def find_slip(lines: list[str], line: int) -> Slip | None:
    """The likeliest cause of a failure at `line` (from 0); None when nothing obvious stands there or above."""
    line = min(line, len(lines) - 1)
    return next(_slips([text.rstrip("\r") for text in lines[: line + 1]], line), None)


def _slips(lines: list[str], last: int) -> Iterator[Slip]:
    for index in range(last, -1, -1):
        if match := WIDE_INDENT.match(lines[index]):
            yield wide_indent(index, match.start(1), len(match[1]))
    for index in range(last, max(last - BEFORE, -1), -1):
        if match := (NO_SPACE_ANY if index >= last - 1 else NO_SPACE).match(lines[index]):
            yield no_space(index, match.start(1), match[1])
    yield from _open_quote(lines, last)
    if match := VALUE.match(lines[last]):
        yield from _quotes_of_line(lines[last], last, match.end())


def wide_indent(line: int, column: int, length: int) -> Slip:
    """Spaces that look like indentation and are none for YAML."""
    return Slip(line, column, length, Text("缩进里有全角空格", "there is a full-width or no-break space in the indentation"), Text("删掉它，换成两个半角空格", "delete it and type two plain spaces"))


def no_space(line: int, column: int, word: str) -> Slip:
    """`zh:一台`: for YAML that is no key."""
    return Slip(line, column, len(word) + 1, Text(f"“{word}:”后面缺一个空格", f"after “{word}:” a space is missing"), Text(f"写成“{word}: ”再接内容", f"write “{word}: ”, then the text"))


def _open_quote(lines: list[str], last: int) -> Iterator[Slip]:
    """The nearest text whose opening mark has no partner before the next key or list item with a mark of its own."""
    following = ""  # the next line below that holds a quotation mark
    for index in range(last, -1, -1):
        text = lines[index]
        if '"' not in text:
            continue
        match = VALUE.match(text)
        if match and OPEN_QUOTE.match(text, match.end()) and (not following or KEY_OR_ITEM.match(following)):
            message = Text(f"引号没有关上：{text[match.end() :][:40]}", f"a quotation mark is not closed: {text[match.end() :][:40]}")
            yield Slip(index, match.end(), 1, message, Text("在这段文字末尾补上 \"", 'put " at the end of this text'))
        following = text


def _quotes_of_line(text: str, line: int, start: int) -> Iterator[Slip]:
    if text[start] != '"':
        message = Text(f"“{text[start]}”不是 YAML 的引号", f"{text[start]} is no quotation mark for YAML")
        yield Slip(line, start, 1, message, Text('整段文字外面再加直的双引号 "…"', 'put the whole text in straight quotes "…"'))
        return
    closed = CLOSED_QUOTE.match(text, start)
    rest = text[closed.end() :].strip() if closed else ""
    if closed and rest and rest[0] not in "#:,]}":
        message = Text(f"引号在这里关上了，后面却还有字：“{rest[:40]}”", f"the quotation mark closes here, but words follow: “{rest[:40]}”")
        yield Slip(line, closed.end() - 1, 1, message, Text("整段文字只在最外面用 \"，里面的写成“ ”", 'use " only around the whole text, and “ ” inside it'))
