"""案例或角色扮演的文字里有一笔钱，amounts、发票、付款里都没有。每笔钱都要有名字，账才对得上；写错一个零，查的就是这条。

错误的写法（amounts 里没有 260000）：

    line: {zh: 26 万元我付不了。, en: I can't pay RMB 260,000.}

改法：改成表里有的数，或在 amounts 里加一项，起个说得清的名字，再写进 sums。
---
A text of a case or a role play names a sum that is neither in amounts nor an invoice or a payment. Every sum has a name, so that the accounts can be checked; this is what finds a zero too many.

Wrong (amounts has no 260000):

    line: {zh: 26 万元我付不了。, en: I can't pay RMB 260,000.}

Mend it: use a sum of the table, or add one to amounts under a telling name, and say in sums how it adds up.
"""

from collections.abc import Iterator
from decimal import Decimal

from ..course import Course
from ..problem import Lang, Problem, Text
from ..yaml_source import Source
from .case_sums import figures_of
from .data_texts import texts_of, word_place
from .money import figures
from .placed_cases import cases, role_plays

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    plays = {play.name: play.source for play in role_plays(course)}
    for placed in cases(course):
        known = set(figures_of(placed.case).values())
        for source in (placed.source, plays.get(placed.name)):
            if source:
                yield from _unknown(source, known)


def _unknown(source: Source, known: set[Decimal]) -> Iterator[Problem]:
    for path, lang, text in texts_of(source.data):
        for start, words, value in figures(text, lang):
            if value and value not in known:
                yield Problem(
                    word_place(source, path, text, start, len(words)),
                    "case-amount",
                    Text(f"“{words}”不在 amounts 里", f"“{words}” is not in amounts"),
                    Text(f"改成表里有的数，或加一项：{value.normalize():f}", f"use a sum of the table, or add one of {value.normalize():f}"),
                    lang=_lang(lang),
                )


def _lang(lang: str) -> Lang:
    return "zh" if lang == "zh" else "en"
