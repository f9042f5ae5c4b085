"""排序题排不出唯一的顺序。少于三步，蒙也能蒙对一半；两步文字一样，谁先谁后说不清。

错误的写法：

    steps:
      - id: ask
        text: {zh: 问申请, en: Ask about the request}
      - id: write
        text: {zh: 问申请。, en: Write it down}

改法：写三步以上，每一步的文字都不同，而且先后只有一种说得通。
---
The steps have no single right order. With fewer than three a guess is right half the time; with two equal texts nobody can say which comes first.

Wrong:

    steps:
      - id: ask
        text: {zh: 问申请, en: Ask about the request}
      - id: write
        text: {zh: 记下来, en: ask about the request.}

Mend it: write three steps or more, each with a text of its own, and such that only one order makes sense.
"""

from collections.abc import Iterator

from ..course import Course
from ..model.question import Ordering
from ..model.quiz import PlacedQuestion
from ..problem import LANGS, Problem, Text
from .same_texts import repeated

LEVEL = "error"
FEWEST = 3


def check(course: Course) -> Iterator[Problem]:
    for placed in course.questions:
        if isinstance(placed.question, Ordering):
            yield from _few(placed, placed.question)
            yield from _equal(placed, placed.question)


def _few(placed: PlacedQuestion, question: Ordering) -> Iterator[Problem]:
    count = len(question.steps)
    if count < FEWEST:
        yield Problem(
            placed.place("steps", key=True),
            "ordering-ambiguous",
            Text(f"排序题“{question.id}”只有 {count} 步，至少要 {FEWEST} 步", f"the ordering question “{question.id}” has {count} step{'' if count == 1 else 's'}; {FEWEST} at least are needed"),
            Text("补上步骤，或改成单选题", "add steps, or make it a single-choice question"),
        )


def _equal(placed: PlacedQuestion, question: Ordering) -> Iterator[Problem]:
    for lang in LANGS:
        texts = [getattr(step.text, lang) for step in question.steps]
        for index, first in repeated(texts):
            yield Problem(
                placed.place("steps", index, "text", lang),
                "ordering-ambiguous",
                Text(f"步骤“{texts[index]}”和“{question.steps[first].id}”读起来一样", f"the step “{texts[index]}” reads like “{question.steps[first].id}”"),
                Text("改成不同的文字，或合成一步", "give it another text, or make the two one step"),
                lang=lang,
            )
