"""配对题配不出唯一的答案。两个左边一样、两个右边一样，或多余的选项和某个右边一样，学员配对了也可能被判错；
只有一对，就没有什么可配的。

错误的写法：

    pairs:
      - {id: short, left: {zh: 真没钱, en: Really short}, right: {zh: 谈分期, en: Offer instalments}}
      - {id: late, left: {zh: 申请晚了, en: Request filed late}, right: {zh: 谈分期, en: Ask for the next batch}}

改法：写两对以上，让每个左边、每个右边都不同；真要两个左边配同一个答案，改成多选题。
---
The pairs have no single solution. When two left sides, two right sides, or a distractor and a right side are equal, a learner who matched well may be marked wrong;
with one pair there is nothing to match.

Wrong:

    pairs:
      - {id: short, left: {zh: 真没钱, en: Really short}, right: {zh: 谈分期, en: Offer instalments}}
      - {id: late, left: {zh: 申请晚了, en: Request filed late}, right: {zh: 等下一批, en: offer instalments}}

Mend it: write two pairs or more and make all left sides and all right sides differ; if two really share an answer, make it a multiple-choice question.
"""

from collections.abc import Iterator

from ..course import Course
from ..model.question import Matching
from ..model.quiz import PlacedQuestion
from ..problem import LANGS, Problem, Text
from .data_texts import Path
from .same_texts import repeated

LEVEL = "error"
FEWEST = 2


def check(course: Course) -> Iterator[Problem]:
    for placed in course.questions:
        if isinstance(placed.question, Matching):
            yield from _few(placed, placed.question)
            for lang in LANGS:
                yield from _equal(placed, _lefts(placed.question, lang), lang)
                yield from _equal(placed, _rights(placed.question, lang), lang)


def _few(placed: PlacedQuestion, question: Matching) -> Iterator[Problem]:
    count = len(question.pairs)
    if count < FEWEST:
        yield Problem(
            placed.place("pairs", key=True),
            "matching-ambiguous",
            Text(f"配对题“{question.id}”只有 {count} 对，至少要 {FEWEST} 对", f"the matching question “{question.id}” has {count} pair{'' if count == 1 else 's'}; {FEWEST} at least are needed"),
            Text("补上配对，或改成单选题", "add pairs, or make it a single-choice question"),
        )


def _lefts(question: Matching, lang: str) -> list[tuple[Path, str]]:
    return [(("pairs", index, "left", lang), getattr(pair.left, lang)) for index, pair in enumerate(question.pairs)]


def _rights(question: Matching, lang: str) -> list[tuple[Path, str]]:
    """What a learner chooses from: the right sides and the distractors."""
    rights: list[tuple[Path, str]] = [(("pairs", index, "right", lang), getattr(pair.right, lang)) for index, pair in enumerate(question.pairs)]
    rights += [(("distractors", index, "text", lang), getattr(step.text, lang)) for index, step in enumerate(question.distractors)]
    return rights


def _equal(placed: PlacedQuestion, sides: list[tuple[Path, str]], lang: str) -> Iterator[Problem]:
    for index, first in repeated([text for _, text in sides]):
        (path, text), (other, _) = sides[index], sides[first]
        line = placed.place(*other).line
        yield Problem(
            placed.place(*path),
            "matching-ambiguous",
            Text(f"“{text}”和第 {line} 行读起来一样，配哪个都说得通", f"“{text}” reads like line {line}, so that either could be matched"),
            Text("改成不同的文字，或删掉一个", "give it another text, or delete one"),
            lang=lang,
        )
