"""踩了红线的一句，没有后果。red_line 要写法律依据的编号，而且要付出代价：relationship 减分，别的项不加分。
踩线还能得分，学员学到的就是踩线管用。

错误的写法：

    red_line: LAW-44
    effect: {ask: 2}

改法：effect 里 relationship 写负分，去掉别的加分。
---
A line that crosses a red line has no consequence. red_line names the law, and the line must cost something: relationship below zero, and no points for anything else.
If it earns points, learners learn that crossing the line works.

Wrong:

    red_line: LAW-44
    effect: {ask: 2}

Mend it: give relationship a negative number and take the other points away.
"""

from collections.abc import Iterator

from ..course import Course
from ..model.role_play import DIMENSIONS
from ..problem import Problem, Text
from .placed_cases import role_plays

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    for play in role_plays(course):
        for scene, _, index, choice in play.choices():
            if choice.red_line and (choice.effect.relationship >= 0 or any(getattr(choice.effect, name) > 0 for name in DIMENSIONS)):
                yield Problem(
                    play.choice_place(scene, index, "red_line"),
                    "play-red-line",
                    Text(f"“{choice.id}”踩了红线，却没有代价", f"“{choice.id}” crosses a red line at no cost"),
                    Text("effect 里 relationship 写负分，别的不加分", "give relationship a negative number in effect and no points elsewhere"),
                )
