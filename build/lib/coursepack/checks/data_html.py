"""数据文件的文字里有 HTML。题目、术语、工作单里的文字都是纯文字，由程序去排版：写进去的标签不会起作用，
只会原样露出来，在有的题库里还会被当成危险内容拒收。

错误的写法：

    text: {zh: 先问<b>申请</b>, en: Ask about the request}

改法：去掉标签和 &nbsp; 这样的代码，只留文字。大于号、小于号前后有空格就没有关系，例如 3 < 5。
---
A text of a data file holds HTML. Texts of questions, terms and worksheets are plain, and the engine sets them: a tag has no effect,
shows as it is written, and makes some question banks refuse the file.

Wrong:

    text: {zh: 先问申请, en: Ask about the <b>request</b>}

Mend it: take out tags, and codes such as &nbsp;, and keep the words. Signs with spaces around them, as in 3 < 5, are fine.
"""

import re
from collections.abc import Iterator

from ..course import Course
from ..problem import Problem, Text
from .data_texts import suspects, word_place

LEVEL = "error"
HTML = re.compile(
    r"</?(?!quiz\b)[a-z][a-z0-9:-]*(?:\s[^<>]*|/)?>"
    r"|<(?:script|style|iframe|img|svg|object|embed|form|input|link|meta|base|a|video|audio)[\s/][^<>]*"
    r"|<!doctype\b|<\?xml\b|<!\[cdata\["
    r"|&(?:nbsp|lt|gt|amp|quot|apos|[lr][sd]quo|[mn]dash|hellip|#[0-9]+|#x[0-9a-f]+);",
    re.IGNORECASE,
)
SHOWN = 40


def check(course: Course) -> Iterator[Problem]:
    for source in course.sources.values():
        for found, match in suspects(source, HTML):
            mark = match.group()
            yield Problem(
                word_place(source, found.path, found.text, match.start(), len(mark)),
                "data-html",
                Text(f"文字里有 HTML“{mark[:SHOWN]}”", f"the text holds HTML: “{mark[:SHOWN]}”"),
                Text("去掉它，只留文字", "take it out and keep the words"),
                lang=found.lang,
            )
