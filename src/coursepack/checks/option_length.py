"""正确选项比每个干扰项都长出一截。不会的人也会挑最长的：出题人总把正确答案写得最周全。

这条看一道题：每个正确选项都比最长的干扰项长三成以上、多出四个汉字（八个字母）以上，就提醒。中英文分开看。

错误的写法：正确选项“先问申请在谁手里，再请他当天把编号发来”，干扰项“等等看”“找老板”。

改法：把正确选项删到只剩做法，理由挪到反馈里；或把一个干扰项写得一样具体。确实短不了，就在题里写：

    accept: {option-length: 正确做法就是这一整句话}
---
The key is clearly longer than every distractor. People who do not know choose the longest option, because authors word the right one most carefully.

This rule looks at one question: it warns when every key is longer than the longest distractor by 30% and by eight letters (four Chinese characters). Each language is judged by itself.

Wrong: key “Ask whose desk the request is on, and have him send its number today”; distractors “Wait and see”, “Ask the boss”.

Mend it: cut the key down to what is done and move reasons to the feedback, or make a distractor as specific. If it cannot be shorter, write in the question:

    accept: {option-length: the right thing to do is this whole sentence}
"""

from collections.abc import Iterator

from ..course import Course
from ..model.question import Choice
from ..model.quiz import PlacedQuestion
from ..problem import Problem, Text
from .data_texts import option_lengths

LEVEL = "warning"
RATIO = 1.3
MARGIN = 8  # letters; a Chinese character counts two


def check(course: Course) -> Iterator[Problem]:
    for placed, question, lang, keys, distractors in option_lengths(course):
        if _stands_out(min(keys), max(distractors)):
            yield _problem(placed, question, lang)


def _stands_out(key: int, other: int) -> bool:
    return key >= RATIO * other and key - other >= MARGIN


def _problem(placed: PlacedQuestion, question: Choice, lang: str) -> Problem:
    index = next(index for index, option in enumerate(question.options) if option.correct)
    text = getattr(question.options[index].text, lang)
    return Problem(
        placed.place("options", index, "text", lang),
        "option-length",
        Text(f"正确选项“{text}”比每个干扰项都长出一截", f"the key “{text}” is clearly longer than every distractor"),
        Text("删短它，理由挪到反馈里；或把一个干扰项写得一样具体", "cut it and move reasons to the feedback, or make a distractor as specific"),
        owner=question.id,
        lang=lang,
    )
