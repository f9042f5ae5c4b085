"""只有对的或只有错的选项里有“永远”“绝对”“总是”这样的绝对说法。考试多的人都知道：话说得太满的多半是错的，不看内容也能排除。

对方原话（引号里的）不算；对的和错的选项里都有，也不算。

错误的写法：

    text: {zh: 永远不要先提金额, en: Ask about the request first}

改法：换成具体的说法，例如“第一次通话不提金额”。规则本来就这么绝对（例如红线），就在题里写：

    accept: {absolute-word: 红线没有例外}
---
Only the right options, or only the wrong ones, hold words such as “always”, “never” or “absolutely”. Test-wise people know that sweeping statements are mostly wrong, and drop them unread.

Quoted speech does not count, nor do such words when both right and wrong options have them.

Wrong:

    text: {zh: 先问申请, en: Never be the first to name a sum}

Mend it: be specific: “name no sum in the first call”. If the rule really knows no exception (a red line), write in the question:

    accept: {absolute-word: a red line has no exception}
"""

import re
from collections.abc import Iterator

from ..course import Course
from ..model.question import Choice
from ..model.quiz import PlacedQuestion
from ..problem import LANGS, Problem, Text
from .data_texts import blank_speech, choices, word_place

LEVEL = "warning"
PATTERNS = {
    "zh": re.compile(
        r"永远|绝对(?!值)|从来(?=不|没|都)|从不(?!同)|绝不|决不|总是|必然|必定|百分之百|毫无例外|无论如何|任何(?=情况|时候|理由|条件|方式|事)|无一例外|一概|万无一失"
        r"|一定(?<!不一定)(?<!有一定)(?=要|会|能|是|不|得(?!的)|有(?!的))"
    ),
    "en": re.compile(
        r"\b(?:always|never|absolutely|invariably|without exception|under no circumstances|in (?:all|every|any) (?:cases?|circumstances)|at all times"
        r"|no matter what|whatever happens|every single)(?!\w)",
        re.IGNORECASE,
    ),
}
# one of these stands in every match: looked for first
PIECES = {
    "zh": ("永远", "绝", "从", "总是", "必", "百分之百", "无", "任何", "一概", "一定"),
    "en": ("lway", "LWAY", "ever", "EVER", "bsolut", "BSOLUT", "nvaria", "xcept", "stances", "case", "times", "matter", "very single"),
}


def check(course: Course) -> Iterator[Problem]:
    for placed, question in choices(course):
        for lang in LANGS:
            text = "\n".join([getattr(option.text, lang) for option in question.options])
            if any(map(text.__contains__, PIECES[lang])) and PATTERNS[lang].search(text):
                yield from _clues(placed, question, lang)


def _clues(placed: PlacedQuestion, question: Choice, lang: str) -> Iterator[Problem]:
    """Matches outside quoted speech, unless right and wrong options share such words."""
    texts = [getattr(option.text, lang) for option in question.options]
    found = [(index, match) for index, text in enumerate(texts) if (match := PATTERNS[lang].search(blank_speech(text)))]
    if len({question.options[index].correct for index, _ in found}) != 1:
        return
    for index, match in found:
        word, path = match.group(), ("questions", placed.index, "options", index, "text", lang)
        yield Problem(
            word_place(placed.source, path, texts[index], match.start(), len(word)),
            "absolute-word",
            Text(f"选项里的“{word}”太绝对，会泄露对错", f"“{word}” in an option is absolute and gives its worth away"),
            Text("换成具体的说法", "be specific instead"),
            owner=question.id,
            lang=lang,
        )
