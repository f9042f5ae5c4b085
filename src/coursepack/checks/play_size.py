"""角色扮演太短或太长。12 到 30 个场景：少了练不出东西，多了没人走得完。

错误的情形：只有六个场景。

改法：补场景，或拆成两个。真的需要不一样，在文件最后写：

    accept: {play-size: 三分钟的热身}
---
The role play is too short or too long. It needs 12 to 30 scenes: with fewer there is nothing to practise, with more nobody finishes.

Wrong: six scenes.

Mend it: add scenes, or make two of it. Where another size is right, write at the end of the file:

    accept: {play-size: a warm-up of three minutes}
"""

from collections.abc import Iterator

from ..course import Course
from ..problem import Problem, Text
from .placed_cases import role_plays

LEVEL = "warning"
FEWEST, MOST = 12, 30


def check(course: Course) -> Iterator[Problem]:
    for play in role_plays(course):
        scenes = len(play.role_play.nodes)
        if not FEWEST <= scenes <= MOST:
            yield Problem(
                play.source.place("nodes", key=True),
                "play-size",
                Text(f"有 {scenes} 个场景", f"there are {scenes} scenes"),
                Text(f"写到 {FEWEST} 至 {MOST} 个", f"make it {FEWEST} to {MOST}"),
                owner=play.source.file,
            )
