"""英文版用英式拼写，这个词是美式的。两种混用，读者会以为是两个词，术语提示和搜索也会漏掉其中一种。只查没有疑问的几个词。

错误的写法：

    The installment is favorable to both.

改法：

    The instalment is favourable to both.

确有理由就接受：在题目或这一页的信息区写

    accept:
      american-spelling: 机构的正式英文名
---
The English edition uses British spelling, and this word is American. Mixed, they look like two words, and glossary and search miss one of them. Only words beyond doubt are looked at.

Wrong:

    The installment is favorable to both.

Mend it:

    The instalment is favourable to both.

Where there is a reason, accept it in the question or in the front matter of the page:

    accept:
      american-spelling: the official name of the institution
"""

import re
from collections.abc import Iterator

from ..course import Course
from ..problem import Problem, Text
from .wording import wordings

LEVEL = "warning"

OUR = ["favor", "color", "behavior", "honor", "labor", "neighbor", "endeavor", "rumor", "humor", "harbor"]
WORDS = {
    "analyze": "analyse", "analyzed": "analysed", "analyzes": "analyses", "analyzing": "analysing",
    "center": "centre", "centers": "centres", "centered": "centred", "defense": "defence", "offense": "offence",
    "fulfill": "fulfil", "fulfills": "fulfils", "fulfillment": "fulfilment",
    "installment": "instalment", "installments": "instalments", "aging": "ageing", "catalog": "catalogue", "dialog": "dialogue",
    "canceled": "cancelled", "canceling": "cancelling", "traveled": "travelled", "traveling": "travelling",
    "labeled": "labelled", "labeling": "labelling", "modeled": "modelled", "modeling": "modelling", "totaled": "totalled",
    "gray": "grey", "skillful": "skilful", "skeptical": "sceptical",
}  # fmt: skip
AMERICAN = re.compile(rf"\b(?:(?P<our>{'|'.join(OUR)})(?P<rest>s|ed|ing|able|ably|ite|ites|al|hood)?|(?:{'|'.join(WORDS)}))\b")


# one of these stands in every match: looked for first
ROOTS = ("avor", "color", "avior", "honor", "bor", "umor", "analyz", "center", "fense", "fulfill", "installment", "aging", "alog", "eled", "eling", "totaled", "gray", "skillful", "skeptical")


def check(course: Course) -> Iterator[Problem]:
    for wording in wordings(course):
        if wording.lang == "en":
            for found in wording.find_near(_suspects(wording.text), AMERICAN):
                assert found.match
                british = WORDS.get(found.words) or found.match["our"][:-2] + "our" + (found.match["rest"] or "")
                yield Problem(found.place, "american-spelling", Text(f"“{found.words}”是美式拼写", f"“{found.words}” is American spelling"), Text(f"改为 {british}", f"change it to: {british}"), "warning", found.owner, "en")


def _suspects(text: str) -> Iterator[int]:
    """Where a root stands, be it inside another word."""
    for root in ROOTS:
        at = text.find(root)
        while at >= 0:
            yield at
            at = text.find(root, at + 1)
