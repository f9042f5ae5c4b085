"""最好的那一句，语气总是一样：总是软的，或总是硬的。真谈判不是这样：有时该接住情绪，有时该一句不让。

这条看整个角色扮演：四个场景以上，得分最高的选项有五分之四以上是同一种 tone，就提醒。

错误的情形：十个场景里九个场景的最好选项都是 tone: soft。

改法：找几个场景，让直说的那句更好、客气的那句误事，再改分。
---
The best line always has the same tone: always soft, or always firm. Real talks are not like that: now a feeling must be met, now nothing may be given away.

This looks at a whole role play: it warns when, of four scenes or more, over four fifths of the best choices have one tone.

Wrong: in nine of ten scenes the best choice has tone: soft.

Mend it: find scenes where the plain line is better and the polite one does harm, and change the points.
"""

from collections import Counter
from collections.abc import Iterator

from ..course import Course
from ..problem import Problem, Text
from .best_choices import FEWEST, best_choices
from .placed_cases import role_plays

LEVEL = "warning"


def check(course: Course) -> Iterator[Problem]:
    for play in role_plays(course):
        tones = Counter(best.choice.tone for best in best_choices(play))
        for tone, count in tones.items():
            if tones.total() >= FEWEST and 5 * count > 4 * tones.total():
                yield Problem(
                    play.source.place("nodes", key=True),
                    "play-tone",
                    Text(f"{tones.total()} 个场景里有 {count} 个，最好的选项都是 {tone}", f"in {count} of {tones.total()} scenes the best choice is {tone}"),
                    Text("换几个场景，让别的语气更好", "let another tone be better in some scenes"),
                    owner=play.source.file,
                )
