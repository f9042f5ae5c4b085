"""题库里没有那么多题给考试抽。一条抽题规则要几道（count），题库里合这条目标和层次、use 里有 exam 的题，至少要有几道。

错误的写法（这个目标只有一道题能用于考试）：

    draw:
      - {objectives: [prep-nature.split], count: 2}

改法：再写够题，use 里带上 exam；或者把 count 改小，把几个目标并成一条。
---
The question bank does not hold enough for an exam. A quota of count questions needs at least as many in the bank on its
objectives and levels with exam among their uses.

Wrong (only one question on this objective may be used in an exam):

    draw:
      - {objectives: [prep-nature.split], count: 2}

Mend it: write the missing questions, with exam in use; or lower count, or put several objectives into one quota.
"""

from collections.abc import Iterator

from ..course import Course
from ..model.exam import Quota
from ..problem import Problem, Text
from .exam_pools import exams_with_pools

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    for (exam, source), pools in exams_with_pools(course):
        for number, (quota, pool) in enumerate(zip(exam.draw, pools, strict=True)):
            have, missing = len(pool.questions), pool.count - len(pool.questions)
            if missing > 0:
                other = _other_way(quota, have)
                yield Problem(
                    source.place("draw", number, "count"),
                    "exam-short",
                    Text(f"要抽 {pool.count} 道，题库里能抽的只有 {have} 道", f"the quota draws {pool.count}, but the bank holds {have} that fit it"),
                    Text(f"再写 {missing} 道，use 里带 exam；或{other.zh}", f"write {missing} more with exam in use, or {other.en}"),
                )


def _other_way(quota: Quota, have: int) -> Text:
    if have:
        return Text("改小 count", "lower count")
    return Text("放宽 levels", "allow more levels") if quota.levels else Text("删掉这一条", "delete this quota")
