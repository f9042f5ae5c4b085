"""中英文标点混用了。中文句子里用全角的 ，；：？！（）。，英文句子里用半角的；混在一起，字距忽大忽小，看着像机器翻译，导出到题库时也不整齐。数字和英文里面的半角标点（10:30、1,620,000、3.5%）没有问题。

错误的写法：

    他说没钱,其实是申请没提(财务还没收到).

改法：

    他说没钱，其实是申请没提（财务还没收到）。

确有理由就接受：在题目或这一页的信息区写

    accept:
      mixed-punctuation: 照录合同原文的标点
---
Chinese and English punctuation are mixed. Chinese sentences use the full-width ，；：？！（）。 and English ones the plain marks; mixed, the spacing jumps and the text looks machine-made. Plain marks inside numbers and Latin words (10:30, 1,620,000) are right in Chinese.

Wrong:

    He says there is no money，but nobody filed the request。

Mend it:

    He says there is no money, but nobody filed the request.

Where there is a reason, accept it in the question or in the front matter of the page:

    accept:
      mixed-punctuation: the contract is quoted with its own punctuation
"""

import re
from collections.abc import Iterator

from ..course import Course
from ..problem import Problem, Text
from .wording import wordings

LEVEL = "warning"

HAN = r"[\u3400-\u9fff]"
HALF = re.compile(rf"[,;:?!().](?:(?<={HAN}[,;:?!()])|(?<=[,;:?!()])(?={HAN})|(?<={HAN}\.)(?![\w.]))")
FULL = re.compile(r"(?<=[A-Za-z0-9%)])\s*[，。；：？！（）、]|[，。；：？！（）、](?=\s*[A-Za-z0-9])")
PLAIN = dict(zip("，。；：？！（）、", ",.;:?!(),", strict=True))
WIDE = {half: full for full, half in PLAIN.items() if full != "、"}


def check(course: Course) -> Iterator[Problem]:
    for wording in wordings(course):
        pattern, other = (HALF, WIDE) if wording.lang == "zh" else (FULL, PLAIN)
        if not wording.has(other):
            continue
        seen = set()
        for match in pattern.finditer(wording.text):
            mark = match.group().strip()
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            if start not in seen:
                seen.add(start)
                found = wording.found(start, len(mark))
                kind = Text("半角", "half-width") if wording.lang == "zh" else Text("全角", "full-width")
                yield Problem(found.place, "mixed-punctuation", Text(f"{'中文' if wording.lang == 'zh' else '英文'}里用了{kind.zh}的“{mark}”", f"a {kind.en} “{mark}” in {'Chinese' if wording.lang == 'zh' else 'English'}"), Text(f"改为“{other[mark]}”", f"change it to “{other[mark]}”"), "warning", found.owner, found.lang)
