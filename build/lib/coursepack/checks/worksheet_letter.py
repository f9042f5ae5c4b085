"""信里的空格有问题。信里要填的地方写成 [id: 提示]，半角括号和冒号；中英文的空格要一一对应，一封信里同一个 id 只出现一次。
少一个，换了语言就填不全；重了，后填的会盖掉先填的。

错误的写法：

    letter:
      zh: 致 [debtor: 公司全称]：请于 [pay-date：付款日] 前付款。
      en: "To [debtor: full name]: please pay."

改法：把两种语言的空格对齐，冒号用半角；同样的内容要填两处，就给两个 id。
---
The blanks of a letter are not right. What is to be filled in is written [id: prompt], with plain brackets and colon; both languages have
the same blanks, and an id stands once in a letter. A missing one leaves a gap in the other language; of two with one id the later overwrites the earlier.

Wrong:

    letter:
      zh: 致 [debtor: 公司全称]：请于 [pay-date: 付款日] 前付款。
      en: "To [debtor: full name]: please pay."

Mend it: give both languages the same blanks, with a plain colon; what is filled in twice needs two ids.
"""

import re
from collections import Counter
from collections.abc import Iterator

from ..course import WORKSHEETS, Course
from ..model.shape import Bilingual
from ..problem import LANGS, Place, Problem, Text
from ..text import ID
from ..yaml_source import Source
from .data_texts import Path, word_place

LEVEL = "error"
BLANK = re.compile(rf"\[({ID.pattern}):[^\[\]]+\]")
ALMOST = re.compile(rf"[\[［]\s*{ID.pattern}\s*：[^\[\]［］]*[\]］]?|［\s*{ID.pattern}\s*:[^\[\]［］]*[\]］]?")


def check(course: Course) -> Iterator[Problem]:
    for name, worksheet in course.worksheets.items():
        source = course.sources.get(f"{WORKSHEETS}/{name}.yml")
        for index, part in enumerate(worksheet.parts):
            if source and part.letter:
                path: Path = ("parts", index, "letter")
                yield from list(_malformed(source, path, part.letter)) or _unequal(source, path, part.letter)


def _malformed(source: Source, path: Path, letter: Bilingual) -> Iterator[Problem]:
    for lang in LANGS:
        text = getattr(letter, lang)
        for match in ALMOST.finditer(text):
            place = word_place(source, (*path, lang), text, match.start(), len(match.group()))
            yield _problem(place, f"空格“{match.group()}”用了全角括号或冒号", f"the blank “{match.group()}” has a full-width bracket or colon", "改为 [id: 提示]", "change it to [id: prompt]", lang)


def _unequal(source: Source, path: Path, letter: Bilingual) -> Iterator[Problem]:
    blanks = {lang: Counter(BLANK.findall(getattr(letter, lang))) for lang in LANGS}
    for lang, other in zip(LANGS, reversed(LANGS), strict=True):
        place = source.place(*path, lang)
        for id_ in sorted(blanks[other].keys() - blanks[lang].keys()):
            yield _problem(place, f"信里没有空格“{id_}”，另一种语言有", f"the letter lacks the blank “{id_}” of the other language", f"补上 [{id_}: …]", f"add [{id_}: …]", lang)
        for id_ in sorted(id_ for id_, count in blanks[lang].items() if count > 1):
            yield _problem(place, f"信里有两个空格“{id_}”", f"the letter has two blanks “{id_}”", "给其中一个换 id", "give one of them another id", lang)


def _problem(place: Place, zh: str, en: str, remedy_zh: str, remedy_en: str, lang: str) -> Problem:
    return Problem(place, "worksheet-letter", Text(zh, en), Text(remedy_zh, remedy_en), lang=lang)
