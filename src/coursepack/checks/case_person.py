"""说话的人不在案例的 people 里。聊天记录里的 speaker、角色扮演里每一幕和每个结局的 speaker，写的都是 people 里的 id；角色扮演里旁白写 narrator。

错误的写法（people 里是 manager-liu）：

    speaker: manger-liu

改法：照 people 里的 id 写；新的人先加进 people。
---
The speaker is not among the people of the case. speaker, in a chat as in the scenes and endings of a role play, is an id of people; a stage direction in a role play is spoken by narrator.

Wrong (people has manager-liu):

    speaker: manger-liu

Mend it: write the id as in people; add a new person there first.
"""

from collections.abc import Iterator

from ..course import Course
from ..model.case import Case, Chat
from ..model.role_play import NARRATOR
from ..problem import Place, Problem, Text
from ..text import did_you_mean
from .placed_cases import PlacedCase, cases, role_plays

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    for placed in cases(course):
        yield from _chats(placed)
    for play in role_plays(course):
        case = course.cases.get(play.name)
        for part in ("nodes", "endings"):
            for id, said in getattr(play.role_play, part).items():
                if case and said.speaker != NARRATOR and case.person(said.speaker) is None:
                    yield _problem(play.source.place(part, id, "speaker"), said.speaker, case)


def _chats(placed: PlacedCase) -> Iterator[Problem]:
    for index, exhibit in enumerate(placed.case.exhibits):
        for number, line in enumerate(exhibit.lines if isinstance(exhibit, Chat) else ()):
            if placed.case.person(line.speaker) is None:
                yield _problem(placed.source.place("exhibits", index, "lines", number, "speaker"), line.speaker, placed.case)


def _problem(place: Place, word: str, case: Case) -> Problem:
    known = [person.id for person in case.people]
    near = did_you_mean(word, known)
    remedy = Text(f"改为 {near}", f"change it to: {near}") if near else Text(f"people 里有：{'、'.join(known)}", f"people has: {', '.join(known)}")
    return Problem(place, "case-person", Text(f"people 里没有“{word}”", f"people has no “{word}”"), remedy)
