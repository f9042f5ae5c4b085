"""两个选项得的分一样，去的地方也一样：选哪句都没有差别，等于没有选。

错误的写法：

    - {id: wait, …, effect: {listen: 1}, next: date}
    - {id: nod, …, effect: {listen: 1}, next: date}

改法：想清楚两句话差在哪里，改分或改 next；真没有差别，删掉一句。
---
Two choices earn the same and lead to the same place: it makes no difference which one is said, so there is no choice.

Wrong:

    - {id: wait, …, effect: {listen: 1}, next: date}
    - {id: nod, …, effect: {listen: 1}, next: date}

Mend it: decide what sets the two apart, and change points or next; if nothing does, delete one.
"""

from collections.abc import Iterator

from ..course import Course
from ..problem import Problem, Text
from .placed_cases import role_plays

LEVEL = "warning"


def check(course: Course) -> Iterator[Problem]:
    for play in role_plays(course):
        for id, scene in play.role_play.nodes.items():
            seen: dict[object, str] = {}
            for index, choice in enumerate(scene.choices):
                twin = seen.setdefault((tuple(choice.effect), choice.next), choice.id)
                if twin != choice.id:
                    yield Problem(
                        play.choice_place(id, index, "id"),
                        "play-same-effect",
                        Text(f"“{choice.id}”和“{twin}”得分、去处都一样", f"“{choice.id}” and “{twin}” earn the same and lead to the same place"),
                        Text("改分或改 next，或删掉一句", "change points or next, or delete one"),
                        owner=play.source.file,
                    )
