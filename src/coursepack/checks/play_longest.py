"""最好的那一句，往往也是最长的一句。学员玩两次就看出来了：不用想，挑长的就行。

这条看整个角色扮演：四个场景以上，一半以上的场景里得分最高的选项最长，就提醒，中文英文分别算。

错误的情形：十个场景里，七个场景的好话都是四十个字，别的选项十来个字。

改法：把几句好话写短（一句短问、一次停顿往往更好），或把诱人的错话写得像真话那么长。
---
The best line is, more often than not, the longest one. Learners see it on their second run: no thinking, just pick the long one.

This looks at a whole role play: it warns when, of four scenes or more, the best choice is the longest in more than half, in each language by itself.

Wrong: in seven of ten scenes the good line has thirty words and the others ten.

Mend it: shorten some good lines (a short question or a pause is often better), or give tempting wrong lines the length they really have.
"""

from collections.abc import Iterator

from ..course import Course
from ..problem import LANGS, Problem, Text
from .best_choices import FEWEST, Best, best_choices
from .data_texts import LENGTH
from .placed_cases import role_plays

LEVEL = "warning"


def check(course: Course) -> Iterator[Problem]:
    for play in role_plays(course):
        best = best_choices(play)
        for lang in LANGS:
            count = sum(_is_longest(one, lang) for one in best)
            if len(best) >= FEWEST and 2 * count > len(best):
                zh, en = ("中文", "Chinese") if lang == "zh" else ("英文", "English")
                yield Problem(
                    play.source.place("nodes", key=True),
                    "play-longest",
                    Text(f"{len(best)} 个场景里有 {count} 个，最好的{zh}选项最长", f"in {count} of {len(best)} scenes the best {en} choice is the longest"),
                    Text("写短几句好话，或把错话写得和它一样长", "shorten some good lines, or make wrong ones as long"),
                    owner=play.source.file,
                    lang=lang,
                )


def _is_longest(best: Best, lang: str) -> bool:
    length = LENGTH[lang]
    return length(getattr(best.choice.text, lang)) > max(length(getattr(other.text, lang)) for other in best.others)
