"""题目文字里有会弄坏测验的记号：[[、]]、<!--、-->、<quiz>、</quiz>。测验靠这些记号认出题目，文字里出现它们，
后面的选项就会丢失，或整页显示不出来。

错误的写法：

    prompt:
      zh: 把 [[金额]] 填进确认函，先填哪一栏？

改法：换别的写法。方括号用一层或用全角【】，箭头写成 →，尖括号直接去掉。
---
A text of a question holds marks that break the quiz: [[, ]], <!--, -->, <quiz>, </quiz>. The quiz finds its questions by these marks;
in a text they make later options vanish, or the whole page fail.

Wrong:

    prompt:
      en: You fill [[amount]] into the letter. Which field comes first?

Mend it: write it another way: single brackets or 【】, → for an arrow, no angle brackets.
"""

import re
from collections.abc import Iterator

from ..course import Course
from ..problem import Problem, Text
from .data_texts import suspects, word_place

LEVEL = "error"
MARKUP = re.compile(r"\[\[|\]\]|<!--|-->|</?\s*quiz\b[^<>]*>?", re.IGNORECASE)


def check(course: Course) -> Iterator[Problem]:
    for quiz in course.quizzes.values():
        for found, match in suspects(quiz.source, MARKUP):
            mark = match.group()
            yield Problem(
                word_place(quiz.source, found.path, found.text, match.start(), len(mark)),
                "quiz-markup",
                Text(f"文字里的“{mark}”会弄坏测验", f"“{mark}” in a text breaks the quiz"),
                Text("换一种写法：单层括号、【】或 →", "write it another way: single brackets, 【】 or →"),
                lang=found.lang,
            )
