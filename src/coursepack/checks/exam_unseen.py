"""没见过的题不够。一份卷子里至少一半（unseen 写得更高就按它）是课里没有问过的题，也就是 use 里没有 check 的；不然考的是记不记得答案。
题库凑不出这么多，卷子就抽不成。

错误的情形：考试要 12 道，各条能抽到的题里，没有 check 的最多凑出 4 道。

改法：给抽得到的目标多写几道 use: [exam, review] 的题。
---
There are not enough unseen questions. At least half of a form (or the share in unseen, when it is higher) are questions that no
lesson asks, that is without check among their uses; otherwise the exam tests whether one remembers the answers.

Wrong: the exam has 12 questions, but at most 4 without check can come together from its quotas.

Mend it: write more questions with use: [exam, review] on the objectives it draws from.
"""

from collections.abc import Iterator

from ..course import Course
from ..draw import unseen_at_most, unseen_needed
from ..problem import Problem, Text
from .exam_pools import exams_with_pools

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    for (exam, source), pools in exams_with_pools(course):
        if any(len(pool.questions) < pool.count for pool in pools):
            continue  # exam-short says what is missing
        needed, most = unseen_needed(pools, exam.unseen), unseen_at_most(pools)
        if most < needed:
            yield Problem(
                source.place("unseen") if "unseen" in exam.model_fields_set else source.place("draw", key=True),
                "exam-unseen",
                Text(f"{exam.size} 道里要有 {needed} 道课里没问过的，最多凑得出 {most} 道", f"{needed} of the {exam.size} questions must be ones that no lesson asks, but at most {most} can be found"),
                Text(f"再写 {needed - most} 道不带 check 的题，目标选这场考试里还缺的", f"write {needed - most} more without check, on objectives of this exam that lack them"),
            )
