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

from collections import Counter
from collections.abc import Iterator

from ..course import Course
from ..model.question import Choice
from ..model.quiz import Quiz
from ..problem import LANGS, Problem, Text
from .data_texts import option_lengths

LEVEL = "warning"
FEWEST = 4


def check(course: Course) -> Iterator[Problem]:
    longest = _longest_keys(course)
    for quiz in course.quizzes.values():
        asked = sum(isinstance(placed.question, Choice) for placed in quiz.questions)
        if asked >= FEWEST:
            for lang in LANGS:
                count = longest[quiz.source.file, lang]
                if 2 * count > asked:
                    yield _problem(quiz, lang, count, asked)


def _longest_keys(course: Course) -> Counter[tuple[str, str]]:
    """By file and language, how many questions have keys of which each is longer than every distractor."""
    return Counter((lengths.placed.source.file, lengths.lang) for lengths in option_lengths(course) if min(lengths.keys) > max(lengths.distractors))


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
