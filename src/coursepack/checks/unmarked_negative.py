"""题干在问“哪个不是”，却没有标出“不”。读得快的人会漏看这个字，会做的也答错。

错误的写法：

    prompt: {zh: 下面哪一项不属于欠款原因？, en: Which of these is not a cause of arrears?}

改法：最好改成正着问；非要反着问，中文把“不”写成【不】，英文用大写 NOT 或 EXCEPT。
对方的话里（引号里）有“不”没有关系。这里的“不”就是要考的事实，就在题里写：

    accept: {unmarked-negative: 问的就是哪张发票不在对账单上}
---
The stem asks which one is not, and the “not” is unmarked. Fast readers miss the word, and people who know the answer get it wrong.

Wrong:

    prompt: {zh: 下面哪一项属于欠款原因？, en: Which of these is not a cause of arrears?}

Mend it: best ask the other way round; if it must be negative, write NOT or EXCEPT in capitals, and 【不】 in Chinese.
A “not” inside quoted speech does not matter. If the negative is the very fact in question, write in the question:

    accept: {unmarked-negative: the point is which invoice is missing on the statement}
"""

import re
from collections.abc import Iterator

from ..course import Course
from ..problem import LANGS, Problem, Text
from .data_texts import blank_speech, word_place

LEVEL = "warning"
# 不 in these words says no more than the word as a whole
LEXICAL = r"(?!同|少|断|仅|只|但|管|论|过|久|良|满|安|动产|足|符|一样|一致|等|到|了|得已|清楚|知道|确定|明白)"
WRONG = r"不(?:正确|对|妥|当|合适|恰当|应该|应|该|能|可以|属于|是|包括|需要|适合|适用|合法|符合|成立|准确|宜)"
PATTERNS = {
    "zh": re.compile(
        rf"哪[^，。；：？！\s让使令叫请把被才最先为]{{0,8}}?(?P<a>不{LEXICAL}|没有?(?!收|到账|付))"
        rf"|(?:下面|下列|以下)[^。；：？！]{{0,12}}?(?P<b>{WRONG}|错误|有误)的"
        rf"|(?P<c>不(?:该|应该|应|能|可以|可|要|宜|必|用|需要))(?![^，。；？！]*让)[^，。；：？！]{{0,10}}哪"
        r"|哪[^。；？！]{0,12}(?P<d>除外)"
    ),
    "en": re.compile(
        r"\b(?:[Ww]hich|[Ww]hat|[Ww]ho|[Ww]hom|[Ww]here)(?:\s+(?!why|that|because|if|when|after|before|tells?|shows?|proves?|means?|says?|explains?)[\w'’-]+){0,6}?\s+"
        r"(?:(?:is|are|was|were|do|does|did|should|would|could|can|must|may|might|will|has|have|had|need)(?:\s+(?:you|he|she|it|they|we|[A-Z]\w+(?:\s+[A-Z]\w+)?))?\s+(?P<a>not|never)\b"
        r"|(?P<b>cannot|can[’']t|isn[’']t|aren[’']t|wasn[’']t|don[’']t|doesn[’']t|didn[’']t|shouldn[’']t|wouldn[’']t|mustn[’']t|couldn[’']t)\b)"
        r"|(?P<c>\b(?:not|never)\b)[^.?!;:]{0,30}\bwhich of (?:these|the following)"
        r"|\b(?:[Aa]ll|[Ee]ach|[Ee]very|[Ee]verything|[Aa]ny)\b[^.?!;]*\b(?P<d>except)\b(?=[^.!?;]*[?:]|\W*$)|[Ww]hich\b[^.?!;]*\b(?P<e>except)\b"
        r"|[Ww]hich of (?:these|the following)[^.?!;:]{0,30}\b(?P<f>incorrect|untrue|false)\b"
    ),
}
MARKED = re.compile("【[^】]*】")
ASKS = re.compile("哪|下面|下列|以下")
# one of these stands in every match: looked for first
SIGNS = {"zh": ("不", "没", "除", "误"), "en": ("not", "never", "n't", "n’t", "except", "incorrect", "untrue", "false")}


def check(course: Course) -> Iterator[Problem]:
    for placed in course.questions:
        for lang in LANGS:
            text = getattr(placed.question.prompt, lang)
            match = _negative(text, lang) if any(map(text.__contains__, SIGNS[lang])) and (lang == "en" or ASKS.search(text)) else None
            if match:
                word, start = next((match[name], match.start(name)) for name in match.groupdict() if match[name])
                yield Problem(
                    word_place(placed.source, ("questions", placed.index, "prompt", lang), text, start, len(word)),
                    "unmarked-negative",
                    Text(f"题干反着问，“{word}”却没有标出来", f"the stem asks in the negative, and “{word}” is not marked"),
                    Text("正着问；或中文写【不】，英文大写 NOT、EXCEPT", "ask the other way round; or write NOT or EXCEPT in capitals, and 【不】 in Chinese"),
                    owner=placed.question.id,
                    lang=lang,
                )


def _negative(text: str, lang: str) -> re.Match[str] | None:
    return PATTERNS[lang].search(MARKED.sub(lambda match: " " * len(match.group()), blank_speech(text)))
