"""从这个场景出发，怎么选都到不了结局：选项绕来绕去，只在几个场景里打转。学员会一直点下去。

错误的情形：场景 ask-again 的三个选项都回到 opening，opening 的选项又都去 ask-again。

改法：至少让其中一个选项通到结局，或通到别的能到结局的场景。
---
From this scene no choice ever leads to an ending: the lines go round in a few scenes, and a learner clicks for ever.

Wrong: all three choices of ask-again lead to opening, and those of opening back to ask-again.

Mend it: let at least one choice lead to an ending, or to a scene that does.
"""

from collections.abc import Iterator

from ..course import Course
from ..problem import Problem, Text
from .placed_cases import role_plays

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    for play in role_plays(course):
        ends = set(play.role_play.endings)
        known = ends | set(play.role_play.nodes)
        if any(choice.next not in known for _, _, _, choice in play.choices()):
            continue
        stuck = [id for id in play.role_play.nodes if not play.graph.after(id) & ends]
        if stuck:
            names = "、".join(stuck)
            yield Problem(play.scene_place(stuck[0]), "play-no-exit", Text(f"从这里到不了结局：{names}", f"no way from here to an ending: {', '.join(stuck)}"), Text("让其中一个选项通到结局", "let one of their choices lead to an ending"))
