"""有一条路走下来，某一项得分超出 −10 到 10。分数条画不下，也比不出高低：一项得了 14 分，另一项再怎么努力也看不见。

错误的情形：一路上五个选项都是 clarify: 3，合计 15。

改法：把几个选项的分减小。每条路上，每一项的合计在 −10 到 10 之间；最好的一条路，每一步大约 3 到 7 分。
---
Along some run a dimension goes beyond −10 to 10. The bars cannot show it, and nothing compares any more: beside 14 points in one dimension no effort in another is seen.

Wrong: five choices along one run each have clarify: 3, fifteen in all.

Mend it: lower some of them. On every run each dimension stays between −10 and 10; on the best run each step gets about 3 to 7.
"""

from collections.abc import Iterator

from ..course import Course
from ..model.role_play import DIMENSIONS, LIMIT
from ..problem import Problem, Text
from .placed_cases import role_plays, sound

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    for play in role_plays(course):
        if not sound(play):
            continue
        for name in DIMENSIONS:
            least, most = play.graph.span(name)
            if least < -LIMIT or most > LIMIT:
                yield Problem(
                    play.source.place("nodes", key=True),
                    "play-points",
                    Text(f"{name} 一路下来可到 {least} 至 {most}", f"{name} can run from {least} to {most}"),
                    Text(f"减小几个选项的 {name}，让每条路都在 −{LIMIT} 到 {LIMIT} 之间", f"lower {name} in some choices, so that every run stays between −{LIMIT} and {LIMIT}"),
                )
