"""正确选项照抄了课文里的一整句。学员认出原话就能选对，看不出会不会用。

正确选项里有连续 14 个汉字（英文连续 9 个词）和课文一样，就提醒；标点和空格不算。

错误的写法：课文写“先把说法变成可以核对的事实再谈钱”，正确选项一字不差。

改法：换一个新情景，让学员自己把那句话用上；或换个说法。标准话术必须原样说，就在题里写：

    accept: {copied-key: 对外口径要一字不差}
---
The key copies a whole sentence of the lesson. Learners who recognise the words choose it, and nobody sees whether they can use it.

This rule warns when the key and the lesson share nine words in a row (14 Chinese characters); punctuation and spaces do not count.

Wrong: the lesson says “turn the claim into something that can be checked before you talk about money”, and the key repeats it.

Mend it: use a new situation, in which learners must apply the sentence; or word it another way. If a standard wording must be said exactly, write in the question:

    accept: {copied-key: this wording is prescribed}
"""

import re
from collections.abc import Iterator

from ..course import Course
from ..model.question import Choice
from ..model.quiz import PlacedQuestion, Quiz
from ..problem import LANGS, Problem, Text
from ..text import HAN

LEVEL = "warning"
RUN = {"zh": 14, "en": 9}  # Chinese characters, English words
STEP = {"zh": 7, "en": 5}  # a run holds a piece of this length that starts at a multiple of it
TOKEN = {"zh": re.compile(r"[^\W_]"), "en": re.compile(r"[^\W_]+(?:['’][^\W_]+)*")}
UNREAD = re.compile(r"[\W_]+")
BETWEEN = {"zh": "", "en": " "}


def check(course: Course) -> Iterator[Problem]:
    for quiz in course.quizzes.values():
        for lang in LANGS:
            page = course.pages[lang].get(quiz.key)
            keys = list(_long_keys(quiz, lang)) if page else []
            if page and keys:
                yield from _copies(keys, _plain("\n".join(line.text for line in page.wording), lang), lang)


Key = tuple[PlacedQuestion, int, str]


def _long_keys(quiz: Quiz, lang: str) -> Iterator[Key]:
    """Keys that are long enough to hold a copied run, as (question, index of the option, text)."""
    for placed in quiz.questions:
        if isinstance(placed.question, Choice):
            for index, option in enumerate(placed.question.options):
                if option.correct:
                    text = getattr(option.text, lang)
                    if len(text) >= RUN["zh"] if lang == "zh" else text.count(" ") >= RUN["en"] - 1:
                        yield placed, index, text


def _plain(text: str, lang: str) -> str:
    """The words (or characters) of a text, lower case, without what stands between them."""
    if lang == "zh":
        return UNREAD.sub("", text.lower())
    return f" {UNREAD.sub(' ', _without_apostrophes(text.lower()))} "


def _without_apostrophes(text: str) -> str:
    return text.replace("'", "").replace("’", "")


def _copies(keys: list[Key], lesson: str, lang: str) -> Iterator[Problem]:
    taught = set(_pieces(lesson, lang, 1))
    for placed, index, text in keys:
        copied = "" if taught.isdisjoint(_pieces(_plain(text, lang), lang, STEP[lang])) else _copied(text, lesson, lang)
        if copied:
            yield Problem(
                placed.place("options", index, "text", lang),
                "copied-key",
                Text(f"正确选项照抄了课文：“{copied}”", f"the key copies the lesson: “{copied}”"),
                Text("换一个新情景，或换个说法", "use a new situation, or word it another way"),
                owner=placed.question.id,
                lang=lang,
            )


def _copied(text: str, lesson: str, lang: str) -> str:
    """The longest run of `text` that stands in `lesson`, when it is long enough to matter."""
    found = list(TOKEN[lang].finditer(text))
    start, end = _longest_run([_without_apostrophes(match.group().lower()) for match in found], lesson, BETWEEN[lang])
    copied = text[found[start].start() : found[end - 1].end()]
    length = len(HAN.findall(copied)) if lang == "zh" else end - start
    return copied if length >= RUN[lang] else ""


def _pieces(plain: str, lang: str, step: int) -> Iterator[str]:
    """Pieces of a text, one at every `step`. Of those at each STEP of a key, any long enough run holds one whole."""
    length = STEP[lang]
    if lang == "zh":
        return (plain[at : at + length] for at in range(0, len(plain) - length + 1, step))
    words = plain.split()
    return (" ".join(words[at : at + length]) for at in range(0, len(words) - length + 1, step))


def _longest_run(tokens: list[str], lesson: str, gap: str) -> tuple[int, int]:
    best = (0, 1)
    for start in range(len(tokens)):
        end = start + best[1] - best[0]
        while end < len(tokens) and gap.join(["", *tokens[start : end + 1], ""]) in lesson:
            end += 1
            best = (start, end)
    return best
