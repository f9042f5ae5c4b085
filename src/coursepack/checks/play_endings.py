"""结局不够。至少三个，谈成 agreed、谈成一半 partial 或推后 deferred、谈崩 broken 都要有：只有好结局，学员看不到错话的代价；只有好坏两样，学不到怎么保住一半。

错误的情形：两个结局，都是 agreed。

改法：补上缺的那种结局，让几个选项通到它。
---
Too few endings. There must be three at least: agreed, partial or deferred, and broken. With good endings only, nobody sees what a wrong line costs; with good and bad only, nobody learns to save half.

Wrong: two endings, both agreed.

Mend it: add the kind that is missing, and let some choices lead there.
"""

from collections.abc import Iterator

from ..course import Course
from ..problem import Problem, Text
from .placed_cases import role_plays

LEVEL = "warning"


def check(course: Course) -> Iterator[Problem]:
    for play in role_plays(course):
        outcomes = {ending.outcome for ending in play.role_play.endings.values()}
        if not {"agreed", "broken"} <= outcomes or not outcomes & {"partial", "deferred"}:
            yield Problem(
                play.source.place("endings", key=True),
                "play-endings",
                Text(f"只有这几种结局：{'、'.join(sorted(outcomes))}", f"the only outcomes are: {', '.join(sorted(outcomes))}"),
                Text("agreed、broken、partial 或 deferred 都要有", "have agreed, broken, and partial or deferred"),
                owner=play.source.file,
            )
