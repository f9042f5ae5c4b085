"""一个题库里的题太浅：全部是“记住”（remember），或高于“记住”的不到一半。背得出定义，不等于会催款；
这门课要的是会用、会分析。

错误的写法：六道题里四道写 level: remember。

改法：换成情景题，问“这时你先做什么”“这句话错在哪”，level 写 apply 或 analyse。确有理由，在题库文件最前面写：

    accept: {shallow-quiz: 这一课只认红线，认得出就够}
---
The questions of a file are too shallow: all at remember, or fewer than half above it. Reciting a definition is not collecting a debt;
this course wants use and analysis.

Wrong: of six questions four say level: remember.

Mend it: ask about situations, “what do you do first”, “what is wrong with this sentence”, at level apply or analyse. With a good reason, write at the top of the file:

    accept: {shallow-quiz: this lesson is about recognising the red lines, no more}
"""

from collections.abc import Iterator

from ..course import Course
from ..problem import Problem, Text

LEVEL = "warning"


def check(course: Course) -> Iterator[Problem]:
    for quiz in course.quizzes.values():
        count = len(quiz.questions)
        shallow = sum(placed.question.level == "remember" for placed in quiz.questions)
        if 2 * shallow > count:
            yield Problem(
                quiz.source.place("questions", key=True),
                "shallow-quiz",
                Text(f"{count} 道题里有 {shallow} 道只要“记住”（remember）", f"{shallow} of {count} questions are at remember"),
                Text("把一半以上写成 apply、analyse 这样的情景题", "make half or more of them situations, at apply or analyse"),
                owner=quiz.owner,
            )
