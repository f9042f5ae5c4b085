"""Not a rule: what the rules about data files share. Walks their texts and finds the place of one word inside a text."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from ..course import Course
from ..model.question import Choice
from ..model.quiz import PlacedQuestion
from ..problem import LANGS, Place
from ..text import reading_length
from ..yaml_source import Source

Path = tuple[str | int, ...]
SPEECH = re.compile(r"“[^”]*”|「[^」]*」|『[^』]*』|‘[^’]*’(?!\w)|\"[^\"]*\"")
LENGTH: dict[str, Callable[[str], int]] = {"zh": reading_length, "en": len}  # as a reader sees it


class DataText(NamedTuple):
    """One text in one language, and its path in the file."""

    path: Path
    lang: str
    text: str


def texts_of(data: Any, path: Path = (), lang: str = "") -> Iterator[DataText]:
    """Every text below a key `zh` or `en`."""
    if isinstance(data, str):
        if lang:
            yield DataText(path, lang, data)
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from texts_of(value, (*path, key), key if key in LANGS else lang)
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from texts_of(value, (*path, index), lang)


def suspects(source: Source, pattern: re.Pattern[str], *signs: str) -> Iterator[tuple[DataText, re.Match[str]]]:
    """The first match in each text of the file. The file is searched as a whole first, for `signs` of which every match has one;
    a backslash may hide a match in it."""
    raw = source.text
    if "\\" not in raw and (not any(sign in raw for sign in signs or ("",)) or not pattern.search(raw)):
        return
    for found in texts_of(source.data):
        match = pattern.search(found.text)
        if match:
            yield found, match


def word_place(source: Source, path: Path, text: str, start: int, length: int) -> Place:
    """Place of `text[start : start + length]`, where `text` stands at `path`; the text's own place when it runs over several lines."""
    place = source.place(*path)
    word = text[start : start + length]
    line = source.line(place.line - source.first_line)[place.column - 1 :][: place.length]
    at = -1
    for _ in range(text.count(word, 0, start) + 1):
        at = line.find(word, at + 1)
    return place if at < 0 or not word else place._replace(column=place.column + at, length=length)


def blank_speech(text: str) -> str:
    """`text` with quoted speech blanked, so that positions stay."""
    return SPEECH.sub(lambda match: " " * len(match.group()), text)


def choices(course: Course) -> Iterator[tuple[PlacedQuestion, Choice]]:
    """The questions that have options."""
    for placed in course.questions:
        if isinstance(placed.question, Choice):
            yield placed, placed.question


class Lengths(NamedTuple):
    """How long the right options of a question are in one language, and how long the wrong ones."""

    placed: PlacedQuestion
    question: Choice
    lang: str
    keys: list[int]
    distractors: list[int]


@lru_cache(maxsize=1)
def option_lengths(course: Course) -> tuple[Lengths, ...]:
    """Each question that has right and wrong options, in each language; measured once for all rules."""
    found = (_lengths(placed, question, lang) for placed, question in choices(course) for lang in LANGS)
    return tuple(lengths for lengths in found if lengths.keys and lengths.distractors)


def _lengths(placed: PlacedQuestion, question: Choice, lang: str) -> Lengths:
    length = LENGTH[lang]
    keys: list[int] = []
    distractors: list[int] = []
    for option in question.options:
        (keys if option.correct else distractors).append(length(getattr(option.text, lang)))
    return Lengths(placed, question, lang, keys, distractors)
