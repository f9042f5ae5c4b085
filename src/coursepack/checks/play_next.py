"""角色扮演里的 next 或 start 指向没有的场景。学员选了这一句，就没有下文了。

错误的写法（结局叫 dated-plan）：

    next: date-plan

改法：写 nodes 或 endings 里的名字；start 写第一个场景。
---
A next, or start, of a role play leads to a scene that does not exist. A learner who picks this line is left in the air.

Wrong (the ending is dated-plan):

    next: date-plan

Mend it: write a name from nodes or endings; start names the first scene.
"""

from collections.abc import Iterator

from ..course import Course
from ..problem import Place, Problem, Text
from ..text import did_you_mean
from .placed_cases import PlacedPlay, role_plays

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    for play in role_plays(course):
        scenes = set(play.role_play.nodes)
        known = scenes | set(play.role_play.endings)
        if play.role_play.start not in scenes:
            yield _problem(play.source.place("start"), play.role_play.start, scenes)
        for scene, _, index, choice in play.choices():
            if choice.next not in known:
                yield _problem(play.choice_place(scene, index, "next"), choice.next, known)
        yield from _twice(play)


def _problem(place: Place, word: str, known: set[str]) -> Problem:
    near = did_you_mean(word, known)
    remedy = Text(f"改为 {near}", f"change it to: {near}") if near else Text(f"可以写：{'、'.join(sorted(known))}", f"it may be: {', '.join(sorted(known))}")
    return Problem(place, "play-next", Text(f"没有叫“{word}”的场景", f"there is no scene “{word}”"), remedy)


def _twice(play: PlacedPlay) -> Iterator[Problem]:
    for id in play.role_play.endings:
        if id in play.role_play.nodes:
            yield Problem(play.source.place("endings", id, key=True), "play-next", Text(f"“{id}”又是场景又是结局", f"“{id}” is both a scene and an ending"), Text("给其中一个改名", "rename one of them"))
