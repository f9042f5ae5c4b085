"""一个题库里，正确选项多半是最长的那个。学员做几道就会发现，后面只挑最长的选。

这条看整个题库：至少四道选择题，其中一半以上正确选项最长（同一种语言里比），就提醒。

错误的写法：六道选择题，五道的正确选项最长。

改法：挑几道，把正确选项写短，或把一个干扰项写长、写具体。确有理由，在题库文件最前面写：

    accept: {longest-keys: 这一课的选项是整句合同条款}
---
In one question file the key is mostly the longest option. After a few questions learners notice, and from then on choose the longest.

This rule looks at a whole file: it warns when of four choice questions or more, over half have the longest option as their key, within one language.

Wrong: six choice questions, in five of which the key is longest.

Mend it: shorten some keys, or make a distractor longer and more specific. With a good reason, write at the top of the file:

    accept: {longest-keys: the options of this lesson are whole contract clauses}
"""

from collections.abc import Iterator

from ..course import Course
from ..model.question import Choice
from ..model.quiz import Quiz
from ..problem import LANGS, Problem, Text
from .data_texts import LENGTH, keys_and_distractors

LEVEL = "warning"
FEWEST = 4


def check(course: Course) -> Iterator[Problem]:
    for quiz in course.quizzes.values():
        asked = [placed.question for placed in quiz.questions if isinstance(placed.question, Choice)]
        if len(asked) >= FEWEST:
            for lang in LANGS:
                longest = sum(_key_is_longest(question, lang) for question in asked)
                if 2 * longest > len(asked):
                    yield _problem(quiz, lang, longest, len(asked))


def _key_is_longest(question: Choice, lang: str) -> bool:
    """With several keys: whether each of them is longer than every distractor."""
    keys, distractors = keys_and_distractors(question, lang)
    return bool(keys and distractors) and min(map(LENGTH[lang], keys)) > max(map(LENGTH[lang], distractors))


def _problem(quiz: Quiz, lang: str, longest: int, count: int) -> Problem:
    zh, en = ("中文", "Chinese") if lang == "zh" else ("英文", "English")
    return Problem(
        quiz.source.place("questions", key=True),
        "longest-keys",
        Text(f"{count} 道选择题里有 {longest} 道，{zh}的正确选项最长", f"in {longest} of {count} choice questions the {en} key is the longest option"),
        Text("挑几道，写短正确选项，或写长一个干扰项", "shorten some keys, or lengthen a distractor"),
        owner=quiz.owner,
        lang=lang,
    )
