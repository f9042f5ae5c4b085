"""整个角色扮演没有一处红线。红线要在压力下练：话到嘴边，知道这句不能说。

错误的情形：没有一个选项写 red_line。

改法：想一句同事急了真会说、但法律不许的话，写成选项，加 red_line 和法律的编号。
---
Nothing in the role play crosses a red line. Red lines are learned under pressure: the words are on one's tongue, and one knows not to say them.

Wrong: no choice has red_line.

Mend it: take a line that colleagues really say when pressed and the law forbids, make it a choice, and add red_line with the id of the law.
"""

from collections.abc import Iterator

from ..course import Course
from ..problem import Problem, Text
from .placed_cases import role_plays

LEVEL = "warning"


def check(course: Course) -> Iterator[Problem]:
    for play in role_plays(course):
        if not any(choice.red_line for _, _, _, choice in play.choices()):
            yield Problem(
                play.source.place("nodes", key=True),
                "play-no-red-line",
                Text("没有一处红线", "no choice crosses a red line"),
                Text("加一句有人真会说、但踩了红线的话", "add a line that people really say and that crosses one"),
                owner=play.source.file,
            )
