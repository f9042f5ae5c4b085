"""选项写成了“以上都对”或“以上都不对”。认得出两项对就能选“都对”，认得出一项错就能排除它，
考的是猜题，不是催款；选项一换顺序，“以上”也不成立了。

错误的写法：

    - id: all
      text: {zh: 以上都对, en: All of the above}

改法：换成一个真实的错误做法；真要考几项都对，改成多选题。确有理由，在题里写：

    accept: {all-of-the-above: 理由}
---
An option says “all of the above” or “none of the above”. Who sees that two are right chooses “all”, who sees that one is wrong drops it:
this tests guessing, not collecting; and when options change places, “above” is no longer true.

Wrong:

    - id: all
      text: {zh: 以上都对, en: All of the above}

Mend it: put a real mistake in its place; if several really are right, make it a multiple. With a good reason, write in the question:

    accept: {all-of-the-above: the reason}
"""

import re
from collections.abc import Iterator

from ..course import Course
from ..problem import LANGS, Problem, Text
from .data_texts import choices, word_place

LEVEL = "warning"
END = r"[\s。．.！!？?]*$"
PATTERNS = {
    "zh": re.compile(
        r"^\W*(?:以上|上述|上面|前面|前述|前[两二三四五几])(?:各|所有|全部|这|的|[一二两三四五几]|[项个种条句]|选项|说法|做法|答案|情况|内容|办法)*[都皆全均][^，；。]{0,6}" + END
        + r"|^\W*(?:以上|上述)(?:各|所有|全部)?(?:[项个种条]|选项|说法|做法)*(?:全|都|皆)?(?:对|是|非|不对|不是|正确|错误)" + END
        + r"|^\W*(?:全部|全都|都|所有选项都?|每一?项都)(?:不?正确|不?对|不?是|不选|错)" + END
        + r"|^\W*(?:没有(?:一[个项]|任何一[个项])(?:是)?(?:正确|对)的?|[A-Da-dＡ-Ｄ]\s*(?:和|与|、|，)\s*[A-Da-dＡ-Ｄ]\s*[都皆均]?[^，。]{0,4})" + END
    ),
    "en": re.compile(
        r"^\W*(?:all|none|both|neither)\s+of\s+(?:these|those|them|the\s+(?:others|(?:other\s+)?(?:options|answers|choices)))(?:\s+(?:is|are)\s+\w+)?\W*$"
        r"|^\W*(?:both|neither)\s+[A-D]\s+(?:and|nor)\s+[A-D]\W*$",
        re.IGNORECASE,
    ),
}
ABOVE = re.compile(
    r"\b(?:all|none|any|both|each|neither|either)\s+(?:of\s+)?(?:the\s+)?above\b(?=\W*$|\W+(?:is|are|apply|applies|answers?|options?|statements?)\b)",
    re.IGNORECASE,
)


def check(course: Course) -> Iterator[Problem]:
    for placed, question in choices(course):
        for index, option in enumerate(question.options):
            for lang in LANGS:
                text = getattr(option.text, lang)
                match = PATTERNS[lang].match(text) or (ABOVE.search(text) if lang == "en" and "bove" in text else None)
                if match:
                    words = match.group().strip()
                    yield Problem(
                        word_place(placed.source, ("questions", placed.index, "options", index, "text", lang), text, text.index(words), len(words)),
                        "all-of-the-above",
                        Text(f"选项“{words}”考的是猜题", f"the option “{words}” tests guessing"),
                        Text("换成一个真实的错误做法，或改成多选题", "put a real mistake in its place, or make it a multiple"),
                        owner=question.id,
                        lang=lang,
                    )
