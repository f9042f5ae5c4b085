"""引用的写法不对，读者看到的是一串编号，没有链接，也不进页末的来源。引用写成 [LAW-46]：半角方括号，大写字母，连字符；一个编号一对括号，前面空一格。

错误的写法：

    诉讼时效是三年【LAW-46】，承诺还款就重新起算 [LAW-46、LAW-59]。

改法：

    诉讼时效是三年 [LAW-46]，承诺还款就重新起算 [LAW-46] [LAW-59]。
---
A citation is written in another form: readers see a bare code, without a link, and it counts for nothing in the list of sources. Write [LAW-46]: plain square brackets, capitals and a hyphen, each fact in its own brackets with a space before them.

Wrong:

    The limitation period is three years (LAW-46); a promise to pay starts it anew [law-46, LAW-59].

Mend it:

    The limitation period is three years [LAW-46]; a promise to pay starts it anew [LAW-46] [LAW-59].
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..course import Course
from ..model.lesson import Page
from ..problem import Problem, Text

LEVEL = "error"
CODE = r"[A-Za-zＡ-Ｚ]{2,4}\s?[-‐–—－_]?\s?[0-9０-９]{2,3}"
LIST = rf"{CODE}(?:\s*(?:[、，,;；/+&和与]|and\b|\]\[)?\s*{CODE})*"
BRACKETED = re.compile(rf"([\[【［〔(（])\s*({LIST})\s*(?:\](?![(:])|[】］〕)）])")
ONE = re.compile(CODE)


class Slip(NamedTuple):
    line: int
    start: int
    words: str
    ids: tuple[str, ...]
    glued: bool


def check(course: Course) -> Iterator[Problem]:
    for page in course.all_pages():
        for slip in slips(page, course):
            right = " ".join(f"[{id_}]" for id_ in slip.ids)
            space = Text("，前面空一格", ", with a space before it") if slip.glued else Text("", "")
            own = Text("；一个编号一对括号", "; each fact in its own brackets") if len(slip.ids) > 1 else Text("", "")
            yield Problem(
                page.place(slip.line, slip.start + 1, len(slip.words)),
                "citation-form",
                Text(f"“{slip.words}”这样写不成引用", f"“{slip.words}” is no citation as it stands"),
                Text(f"写成 {right}{space.zh}{own.zh}", f"write {right}{space.en}{own.en}"),
                lang=page.lang,
            )


def meant(page: Page, course: Course) -> set[str]:
    """The facts that a page cites in a wrong form."""
    return {id_ for slip in slips(page, course) for id_ in slip.ids}


def slips(page: Page, course: Course) -> Iterator[Slip]:
    """Brackets with codes of facts that are no citation. Codes of other things (A4, ISO 900) are left alone."""
    right = {(line, column) for _, line, column in page.citations}
    prefixes = {id_.partition("-")[0] for id_ in course.reference_ids}
    for line in page.prose:
        for match in BRACKETED.finditer(line.text):
            ids = tuple(_id(code) for code in ONE.findall(match[2]))
            known = [id_ in course.reference_ids if match[1] in "(（" else id_.partition("-")[0] in prefixes for id_ in ids]
            if all(known) and (line.number, match.start() + 1) not in right:
                glued = bool(re.search(r"[\w\]!]$", line.text[: match.start()]))
                yield Slip(line.number, match.start(), match.group(), ids, glued)


def _id(code: str) -> str:
    """`code` as an id: plain capitals, a hyphen, plain digits."""
    plain = "".join(chr(ord(char) - 0xFEE0) if "！" <= char <= "～" else char for char in code).upper()
    return "-".join(re.findall(r"[A-Z]+|[0-9]+", plain))
