"""话术的场面不在单子上。话术库按 docs/data/script_situations.yml 里的场面分组和筛选；写错了，这一句就不知道放进哪一组。

错误的写法（单子里有 delay）：

    situation: delays

改法：

    situation: delay

确实是新的一类，就先在 script_situations.yml 里加上。
---
The situation of a script is not on the list. The library is grouped and filtered by the situations of docs/data/script_situations.yml; a script with another one has no group to stand in.

Wrong (the list has delay):

    situation: delays

Mend it:

    situation: delay

A kind that is really new goes into script_situations.yml first.
"""

from collections.abc import Iterator

from ..course import SITUATIONS, Course
from ..problem import Problem, Text
from ..text import did_you_mean

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    if course.situations is None and SITUATIONS in course.files:
        return  # it could not be read, which is reported
    known = [situation.id for situation in course.situations.situations] if course.situations else []
    for script, source, index in course.placed_scripts():
        if script.situation not in known:
            place = source.place("scripts", index, "situation")
            yield Problem(place, "unknown-situation", Text(f"没有“{script.situation}”这种场面", f"there is no situation “{script.situation}”"), _remedy(script.situation, known))


def _remedy(word: str, known: list[str]) -> Text:
    near = did_you_mean(word, known)
    if near:
        return Text(f"改为 {near}", f"change it to: {near}")
    add = Text(f"加进 {SITUATIONS}", f"add it to {SITUATIONS}")
    return Text(f"可以是：{'、'.join(known)}；或{add.zh}", f"it may be: {', '.join(known)}; or {add.en}") if known else add
