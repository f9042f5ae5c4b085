"""有的场景或结局，怎么选都到不了。写了没人看得见，多半是哪个 next 写错了，或者改稿时断了线。

错误的情形：没有哪个 next 指向 partial-plan。

改法：让一个选项通到它，或删掉它。运行 coursepack explain 加角色扮演的 id，可以看到整张图。
---
No run comes to this scene or ending. It was written and nobody will see it; most often a next is wrong, or a line was cut in revision.

Wrong: no next names partial-plan.

Mend it: let a choice lead there, or delete it. coursepack explain with the id of the role play draws the whole graph.
"""

from collections.abc import Iterator

from ..course import Course
from ..problem import Problem, Text
from .placed_cases import role_plays

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    for play in role_plays(course):
        everything = {**play.role_play.nodes, **play.role_play.endings}
        if play.role_play.start not in play.role_play.nodes or any(choice.next not in everything for _, _, _, choice in play.choices()):
            continue
        for id in everything:
            if id not in play.graph.reachable:
                kind = Text("场景", "scene") if id in play.role_play.nodes else Text("结局", "ending")
                yield Problem(play.scene_place(id), "play-unreachable", Text(f"到不了{kind.zh}“{id}”", f"no run comes to the {kind.en} “{id}”"), Text("让一个选项的 next 指向它，或删掉它", "let a choice lead to it, or delete it"))
