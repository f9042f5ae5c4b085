"""五步里有一步从头到尾没有练到：倾听 listen、分享感受 share、澄清 clarify、提出方案 present、请求行动 ask，每一步至少要有一个加分的选项。
缺一步，学员就练不成整套。

错误的情形：没有哪个选项写 step: ask 而且 ask 加分。

改法：在合适的场景加一句请对方确认金额和日期的话，写 step: ask，effect 里 ask 给正分。
---
One of the five steps is never practised: listen, share, clarify, present, ask each need a choice that does the step and earns points for it.
With one missing the whole sequence cannot be rehearsed.

Wrong: no choice has step: ask and a positive ask.

Mend it: add, where it fits, a line that asks for sum and date to be confirmed, with step: ask and a positive ask in effect.
"""

from collections.abc import Iterator

from ..course import Course
from ..model.role_play import STEPS
from ..problem import Problem, Text
from .placed_cases import role_plays

LEVEL = "warning"


def check(course: Course) -> Iterator[Problem]:
    for play in role_plays(course):
        practised = {choice.step for _, _, _, choice in play.choices() if choice.step != "none" and getattr(choice.effect, choice.step) > 0}
        for step in STEPS:
            if step not in practised:
                yield Problem(
                    play.source.place("nodes", key=True),
                    "play-step",
                    Text(f"没有练到 {step} 这一步", f"the step {step} is never practised"),
                    Text(f"加一个 step: {step}、{step} 得正分的选项", f"add a choice with step: {step} and a positive {step}"),
                    owner=play.source.file,
                )
