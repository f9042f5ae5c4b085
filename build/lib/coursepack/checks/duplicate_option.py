"""一道题里两个选项读起来一样。学员分不出该选哪一个，测验程序也会把两项当成一项。
大小写、空格、全角半角、标点的不同不算不同。

错误的写法：

    - id: ask
      text: {zh: 先问申请。, en: Ask about the request first.}
    - id: ask-again
      text: {zh: 先问申请, en: Ask who signs it}

改法：删掉一个，或改成真的不一样的做法。中文、英文都要各不相同。
---
Two options of a question read the same. Learners cannot tell which to choose, and the quiz takes the two for one.
Case, spaces, full-width forms and punctuation make no difference.

Wrong:

    - id: ask
      text: {zh: 先问申请, en: Ask about the request first.}
    - id: ask-again
      text: {zh: 先问谁签字, en: ask about the request first}

Mend it: delete one, or make it really different. Both the Chinese and the English texts must differ.
"""

from collections.abc import Iterator

from ..course import Course
from ..model.question import Choice
from ..model.quiz import PlacedQuestion
from ..problem import LANGS, Problem, Text
from .data_texts import choices
from .same_texts import repeated

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    for placed, question in choices(course):
        for lang in LANGS:
            for index, first in repeated([getattr(option.text, lang) for option in question.options]):
                yield _problem(placed, question, lang, index, first)


def _problem(placed: PlacedQuestion, question: Choice, lang: str, index: int, first: int) -> Problem:
    text, other = getattr(question.options[index].text, lang), question.options[first].id
    return Problem(
        placed.place("options", index, "text", lang),
        "duplicate-option",
        Text(f"选项“{text}”和“{other}”读起来一样", f"the option “{text}” reads like “{other}”"),
        Text("删掉一个，或改成真的不一样的做法", "delete one, or make it really different"),
        lang=lang,
    )
