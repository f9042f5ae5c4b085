"""一个题库里，单选题的正确选项总在同一个位置。课内检查按文件里的顺序显示，做两道就看得出来。

这条看整个题库：至少四道单选题，正确选项全在同一位，就提醒。

错误的写法：五道单选题，correct: true 都写在第一个选项下面。

改法：挪动选项的先后。id 不变，学员的记录就不受影响。确有理由，在题库文件最前面写：

    accept: {key-position: 选项按日期先后排，不能挪}
---
In one question file the key of every single-choice question stands in the same position. Lessons show options in the order of the file, and two questions are enough to see it.

This rule looks at a whole file: it warns when four single-choice questions or more all have the key in the same place.

Wrong: five single-choice questions, each with correct: true under its first option.

Mend it: move options about. The ids stay, so no record is lost. With a good reason, write at the top of the file:

    accept: {key-position: the options are in the order of their dates}
"""

from collections.abc import Iterator

from ..course import Course
from ..model.question import Choice
from ..model.quiz import Quiz
from ..problem import Problem, Text

LEVEL = "warning"
FEWEST = 4


def check(course: Course) -> Iterator[Problem]:
    for quiz in course.quizzes.values():
        positions = list(_positions(quiz))
        if len(positions) >= FEWEST and len(set(positions)) == 1:
            at = positions[0] + 1
            yield Problem(
                quiz.source.place("questions", key=True),
                "key-position",
                Text(f"{len(positions)} 道单选题的正确选项都是第 {at} 个", f"the key of all {len(positions)} single-choice questions is option {at}"),
                Text("挪动几道题选项的先后，id 不变", "move options about in some of them; the ids stay"),
                owner=quiz.owner,
            )


def _positions(quiz: Quiz) -> Iterator[int]:
    """Index of the key in each single-choice question that has one key."""
    for placed in quiz.questions:
        question = placed.question
        if isinstance(question, Choice) and question.kind == "single":
            keys = [index for index, option in enumerate(question.options) if option.correct]
            if len(keys) == 1:
                yield keys[0]
