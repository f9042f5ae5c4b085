"""题干里的一个词，只有正确选项也用了。不会的人会挑和题干“对得上”的那个。

只看少见的词：题库里三道以上的题都用的、课文里用了五次以上的（客户、付款……）不算；有干扰项也单独重复了题干的另一个词，也不算。

错误的写法：题干“送货单上的签收人不对，先做什么？”，只有正确选项写“找到签收人”。

改法：正确选项换个说法，或让一个干扰项也用上这个词。确实换不了，在题里写：

    accept: {stem-echo: 签收人没有别的说法}
---
A word of the stem stands in the key and in no distractor. People who do not know choose the option that fits the stem's words.

Only uncommon words count: not those that three questions of the file or the lesson five times have (customer, payment …), and not when a distractor repeats another word of the stem for itself.

Wrong: stem “The warehouse slip has the wrong name. What do you do first?”, and only the key says “Ask the warehouse”.

Mend it: word the key another way, or use the word in a distractor too. If there is no other word, write in the question:

    accept: {stem-echo: a warehouse has no other name}
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from operator import add

from ..course import Course
from ..model.question import Choice, Question
from ..model.quiz import PlacedQuestion, Quiz
from ..problem import LANGS, Lang, Problem, Text
from .data_texts import word_place

LEVEL = "warning"
COMMON = 3  # a word in so many questions of a file is no clue
TAUGHT = 5  # nor one that the lesson uses so often
WORD = re.compile(r"[A-Za-z]{5,}")
# characters that make a pair no word: pronouns, particles, numerals, measure words, verbs of asking
NO_WORD = re.compile("[^\u3400-\u9fff]|[的了么们一二两三四五六七八九十几多我你他她它您谁这那哪个是在有和就也都不没还什怎下上先再把被给对向从到来去能可要该说问做想让请与或但而吗呢吧元月日年号天万千百每只才已后前时里位家张笔份句]")
FUNCTION_WORDS = frozenset(
    ["which", "where", "there", "these", "those", "their", "about", "after", "before", "first", "other", "under", "until", "while", "whose", "being", "between", "would", "could", "should", "might", "shall", "still", "every", "never", "again", "today", "tomorrow", "yesterday", "morning", "afternoon", "week", "weeks", "month", "months", "three", "seven", "eight", "january", "february", "march", "april", "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
)


@dataclass(frozen=True)
class _Wording:
    """One language of a question file and its lesson."""

    quiz: Quiz
    lesson: str
    lang: str

    @cached_property
    def texts(self) -> list[str]:
        """Stem and options of each question, lower case."""
        return [_texts(placed.question, self.lang).lower() for placed in self.quiz.questions]

    def is_common(self, word: str) -> bool:
        """Whether everyone in this lesson has the word in mind anyway."""
        in_questions = islice((text for text in self.texts if word in text), COMMON)
        return len(list(in_questions)) == COMMON or self.lesson.count(word) >= TAUGHT


def _lesson(course: Course, quiz: Quiz, lang: Lang) -> str:
    page = course.pages[lang].get(quiz.key)
    return page.body.lower() if page else ""


def _texts(question: Question, lang: str) -> str:
    options = question.options if isinstance(question, Choice) else ()
    return "\n".join([getattr(question.prompt, lang), *[getattr(option.text, lang) for option in options]])


def check(course: Course) -> Iterator[Problem]:
    for quiz in course.quizzes.values():
        files = [_Wording(quiz, _lesson(course, quiz, lang), lang) for lang in LANGS]
        for index, placed in enumerate(quiz.questions):
            if isinstance(placed.question, Choice):
                for wording in files:
                    yield from _echo(wording, index, placed.question)


def _echo(wording: _Wording, index: int, question: Choice) -> Iterator[Problem]:
    lang = wording.lang
    stem = getattr(question.prompt, lang).lower()
    for number, option in enumerate(question.options):
        if option.correct:
            text = getattr(option.text, lang)
            words = _own_words(SHARED[lang](text.lower(), stem), question, lang)
            if words and not _rivals(stem, question, lang):
                word = next((word for word in words if not wording.is_common(word)), None)
                if word:
                    yield _problem(wording.quiz.questions[index], number, lang, text, word)


def _shared_pairs(text: str, stem: str) -> list[str]:
    """Pairs of Chinese characters in both."""
    return [pair for pair in map(add, text, text[1:]) if pair in stem and not NO_WORD.search(pair)]


def _shared_words(text: str, stem: str) -> list[str]:
    """Words of five letters or more in both."""
    words = [word for word in WORD.findall(text) if word in stem and word not in FUNCTION_WORDS]
    return [word for word in words if word in WORD.findall(stem)] if words else words


SHARED: dict[str, Callable[[str, str], list[str]]] = {"zh": _shared_pairs, "en": _shared_words}


def _own_words(words: list[str], question: Choice, lang: str) -> list[str]:
    """Those that stand in no distractor."""
    distractors = [getattr(option.text, lang).lower() for option in question.options if not option.correct] if words else []
    return [word for word in words if distractors and not any(word in text for text in distractors)]


def _rivals(stem: str, question: Choice, lang: str) -> bool:
    """Whether a distractor repeats a word of the stem that no other option has."""
    texts = [getattr(option.text, lang).lower() for option in question.options]
    wrong = [text for text, option in zip(texts, question.options, strict=True) if not option.correct]
    return any(sum(word in text for text in texts) == 1 for text in wrong for word in SHARED[lang](text, stem))


def _problem(placed: PlacedQuestion, number: int, lang: str, text: str, word: str) -> Problem:
    start = max(text.lower().find(word), 0)
    return Problem(
        word_place(placed.source, ("questions", placed.index, "options", number, "text", lang), text, start, len(word)),
        "stem-echo",
        Text(f"题干里的“{text[start : start + len(word)]}”只有正确选项也用了", f"“{text[start : start + len(word)]}” of the stem stands in the key and in no distractor"),
        Text("正确选项换个说法，或让一个干扰项也用上它", "word the key another way, or use the word in a distractor too"),
        owner=placed.question.id,
        lang=lang,
    )
