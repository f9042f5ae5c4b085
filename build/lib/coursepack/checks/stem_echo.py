"""题干里的一个词，只有正确选项也用了。不会的人会挑和题干“对得上”的那个。

只看少见的词：题库里三道以上的题都用的（客户、付款……）不算；有干扰项也单独重复了题干的另一个词，也不算。

错误的写法：题干“送货单上的签收人不对，先做什么？”，只有正确选项写“找到签收人”。

改法：正确选项换个说法，或让一个干扰项也用上这个词。确实换不了，在题里写：

    accept: {stem-echo: 签收人没有别的说法}
---
A word of the stem stands in the key and in no distractor. People who do not know choose the option that fits the stem's words.

Only uncommon words count: not those that three questions of the file have (customer, payment …), and not when a distractor repeats another word of the stem for itself.

Wrong: stem “The warehouse slip has the wrong name. What do you do first?”, and only the key says “Ask the warehouse”.

Mend it: word the key another way, or use the word in a distractor too. If there is no other word, write in the question:

    accept: {stem-echo: a warehouse has no other name}
"""

import re
from collections.abc import Callable, Iterator

from ..course import Course
from ..model.question import Choice, Question
from ..model.quiz import Quiz
from ..problem import LANGS, Problem, Text
from ..text import count_han
from .data_texts import word_place

LEVEL = "warning"
COMMON = 3  # a word in so many questions of a file is no clue
WORD = re.compile(r"[A-Za-z]{5,}")
# characters that make a pair no word: pronouns, particles, numerals, measure words, verbs of asking
NO_WORD = re.compile("[的了么们一二两三四五六七八九十几多我你他她它您谁这那哪个是在有和就也都不没还什怎下上先再把被给对向从到来去能可要该说问做想让请与或但而吗呢吧元月日年号天万千百每只才已后前时里位家张笔份句]")
FUNCTION_WORDS = frozenset(
    "which where there these those their about after before first other under until while whose being between would could should might shall still every never"
    " again today tomorrow yesterday morning afternoon week weeks month months three seven eight january february march april august september october november december monday tuesday wednesday thursday friday saturday sunday".split()
)


def check(course: Course) -> Iterator[Problem]:
    for quiz in course.quizzes.values():
        for index, placed in enumerate(quiz.questions):
            if isinstance(placed.question, Choice):
                for lang in LANGS:
                    yield from _echo(quiz, index, placed.question, lang)


def _echo(quiz: Quiz, index: int, question: Choice, lang: str) -> Iterator[Problem]:
    stem = WORDS[lang](getattr(question.prompt, lang))
    for number, option in enumerate(question.options):
        if option.correct:
            text = getattr(option.text, lang)
            words = _own_words(stem & WORDS[lang](text), question, lang)
            words = [word for word in words if not _common(quiz, lang, word)]
            if words and not _rivals(stem, question, lang):
                yield _problem(quiz, index, question, number, lang, text, words)


def _pairs(text: str) -> set[str]:
    """Neighbouring characters."""
    return set(map("".join, zip(text, text[1:], strict=False)))


def _words(text: str) -> set[str]:
    return set(WORD.findall(text.lower()))


WORDS: dict[str, Callable[[str], set[str]]] = {"zh": _pairs, "en": _words}


def _means_nothing(word: str) -> bool:
    return word in FUNCTION_WORDS or len(word) == 2 and (count_han(word) < 2 or bool(NO_WORD.search(word)))


def _own_words(shared: set[str], question: Choice, lang: str) -> list[str]:
    """Of the words that the key shares with the stem, those that mean something and stand in no distractor."""
    words = [word for word in shared if not _means_nothing(word)]
    distractors = [getattr(option.text, lang).lower() for option in question.options if not option.correct] if words else []
    return sorted(word for word in words if distractors and not any(word in text for text in distractors))


def _common(quiz: Quiz, lang: str, word: str) -> bool:
    return sum(_uses(placed.question, lang, word) for placed in quiz.questions) >= COMMON


def _uses(question: Question, lang: str, word: str) -> bool:
    """Whether the stem or an option has the word."""
    texts = [question.prompt, *(option.text for option in getattr(question, "options", ()))]
    return any(word in getattr(text, lang).lower() for text in texts)


def _rivals(stem: set[str], question: Choice, lang: str) -> bool:
    """Whether a distractor repeats a word of the stem that no other option has."""
    options = [WORDS[lang](getattr(option.text, lang)) for option in question.options]
    mine = [words & stem for words, option in zip(options, question.options, strict=True) if not option.correct]
    return any(sum(word in words for words in options) == 1 for own in mine for word in own if not _means_nothing(word))


def _problem(quiz: Quiz, index: int, question: Choice, number: int, lang: str, text: str, words: list[str]) -> Problem:
    placed, word = quiz.questions[index], words[0]
    start = max(text.lower().find(word), 0)
    return Problem(
        word_place(placed.source, ("questions", placed.index, "options", number, "text", lang), text, start, len(word)),
        "stem-echo",
        Text(f"题干里的“{text[start : start + len(word)]}”只有正确选项也用了", f"“{text[start : start + len(word)]}” of the stem stands in the key and in no distractor"),
        Text("正确选项换个说法，或让一个干扰项也用上它", "word the key another way, or use the word in a distractor too"),
        owner=question.id,
        lang=lang,
    )
