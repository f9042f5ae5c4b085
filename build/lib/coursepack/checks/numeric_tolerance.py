"""数字题没写误差范围（tolerance），或写得不对。答案和标准答案相差不超过 tolerance 就算对；只认一个数就写 0。

没写，四舍五入的人会被判错；写负数，谁都答不对；写得比答案还大，填 0 也算对。

错误的写法：

    answer: 90000
    tolerance: 100000

改法：写一个比答案小得多的数，例如容许四舍五入就写 1。
---
A numeric question has no tolerance, or a wrong one. An answer is right when it differs from the key by no more than the tolerance; write 0 when only one number will do.

Without it, people who round are marked wrong; with a negative one nobody is right; with one as large as the answer, zero is right too.

Wrong:

    answer: 90000
    tolerance: 100000

Mend it: write a number much smaller than the answer; 1, say, when rounding is fine.
"""

from collections.abc import Iterator

from ..course import Course
from ..model.question import Numeric
from ..problem import Problem, Text

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    for placed in course.questions:
        question = placed.question
        if isinstance(question, Numeric):
            found = _fault(question)
            if found:
                missing = question.tolerance is None
                place = placed.place("answer", key=True) if missing else placed.place("tolerance")
                yield Problem(place, "numeric-tolerance", *found)


def _fault(question: Numeric) -> tuple[Text, Text] | None:
    answer, tolerance = question.answer, question.tolerance
    if tolerance is None:
        return Text(f"数字题“{question.id}”没写 tolerance", f"the numeric question “{question.id}” has no tolerance"), Text("补上 tolerance:，只认一个数就写 0", "add tolerance:, and 0 when only one number will do")
    if tolerance < 0:
        return Text(f"tolerance“{tolerance:g}”是负数，谁都答不对", f"the tolerance “{tolerance:g}” is negative, so that nobody is right"), Text("改成 0 或正数", "change it to 0 or more")
    if answer and tolerance >= abs(answer):
        return Text(f"tolerance“{tolerance:g}”太大，填 0 也算对", f"the tolerance “{tolerance:g}” is so large that 0 is right too"), Text(f"写得比答案 {answer:g} 小得多", f"make it much smaller than the answer {answer:g}")
    return None
