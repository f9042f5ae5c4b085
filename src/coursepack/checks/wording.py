"""Not a rule: the words a reader reads, one long string for each file and language, so that a pattern is searched once a file."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Any, NamedTuple

from ..course import Course
from ..model.lesson import CITATION, CODE, LINK, Line, Page
from ..problem import LANGS, Lang, Place
from ..yaml_source import Source
from .data_texts import Path, texts_of, word_place

BLANK = "\ue000"  # stands for markup, character by character, so that columns stay
MARKUP = re.compile(rf"\{{[#:.][^}}]*\}}|<[a-z]+:[^>\s]*>|<!--.*?(?:-->|$)|</?[a-z][^>]*>|https?://[^\s)\u3000-\uffef]+|\||^\s*(?:[-*+]|[0-9]+\.|#+|>)\s|{CODE.pattern.replace('(`+)', '(?P<ticks>`+)').replace(chr(92) + '1', '(?P=ticks)')}")
SPEAKER = re.compile(r"^[^:：]{1,30}:\s|^=\s|\[[^\]]*\]")
FIELD = re.compile(r"\[[^\]:：]*[:：]\s*|\]")


NOT_PROSE = frozenset(("avoid", "also"))  # forms of a glossary term: lists of words, not sentences


class Piece(NamedTuple):
    """One text: a line of a page (`line`), or the value at `path` of YAML."""

    source: Source
    text: str
    line: int = 0
    path: Path = ()


class Found(NamedTuple):
    """A match: its words, where they stand, and whose `accept` may excuse it."""

    words: str
    place: Place
    owner: str
    lang: Lang
    match: re.Match[str] | None


@dataclass(frozen=True)
class Wording:
    """The texts of one file in one language, joined by line ends. Its pieces are told apart only once something is found."""

    lang: Lang
    text: str
    source: Source
    page: Page | None = None

    @property
    def file(self) -> str:
        return self.source.file

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        return tuple(_of_page(self.page) if self.page else _of_data(self.source, self.lang))

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each piece begins."""
        return (0, *accumulate(len(piece.text) + 1 for piece in self.pieces))[:-1]

    def has(self, signs: Iterable[str]) -> bool:
        """Whether one of `signs` stands anywhere: a cheap test before a search."""
        return any(sign in self.text for sign in signs)

    def find(self, pattern: re.Pattern[str]) -> Iterator[Found]:
        """Matches of `pattern`, which must not run over line ends."""
        for match in pattern.finditer(self.text):
            yield self.found(match.start(), len(match.group()), match)

    def find_near(self, positions: Iterable[int], pattern: re.Pattern[str]) -> Iterator[Found]:
        """Matches of `pattern` in the lines that hold one of `positions`."""
        for start in sorted({self.text.rfind("\n", 0, position) + 1 for position in positions}):
            end = self.text.find("\n", start)
            for match in pattern.finditer(self.text, start, end if end >= 0 else len(self.text)):
                yield self.found(match.start(), len(match.group()), match)

    def found(self, start: int, length: int, match: re.Match[str] | None = None) -> Found:
        """What stands at `start` of the joined text."""
        index = bisect_right(self.starts, start) - 1
        piece = self.pieces[index]
        return Found(self.text[start : start + length], _place(piece, start - self.starts[index], length), _owner(piece), self.lang, match)


def _place(piece: Piece, start: int, length: int) -> Place:
    if piece.line:
        return Place(piece.source.file, piece.line, start + 1, length)
    return word_place(piece.source, piece.path, piece.text, start, length)


def _owner(piece: Piece) -> str:
    """The question that a text belongs to, else its file."""
    if piece.path[:1] != ("questions",) or len(piece.path) < 2:
        return piece.source.file
    question = piece.source.data["questions"][piece.path[1]]
    id_ = question.get("id") if isinstance(question, dict) else None
    return id_ if isinstance(id_, str) else piece.source.file


@lru_cache(maxsize=1)
def wordings(course: Course) -> tuple[Wording, ...]:
    """Pages, then data files, each in both languages where it has them."""
    found = [Wording(page.lang, "\n".join(piece.text for piece in _of_page(page)), page.source, page) for page in course.all_pages()]
    for source in course.sources.values():
        texts: dict[str, list[str]] = {lang: [] for lang in LANGS}
        _collect(source.data, "", texts)
        found.extend(Wording(lang, "\n".join(texts[lang]), source) for lang in LANGS)
    return tuple(wording for wording in found if wording.text)


def _collect(data: Any, lang: str, texts: dict[str, list[str]]) -> None:
    """The texts of `_of_data` in the same order, without their paths: many times as fast."""
    if isinstance(data, list):
        for value in data:
            _collect(value, lang, texts)
    elif isinstance(data, dict):
        for key, value in data.items():
            inner = key if key in texts else lang
            if isinstance(value, (dict, list)) or (inner and isinstance(value, str)):
                if key in NOT_PROSE:
                    continue
                if isinstance(value, str):
                    texts[inner].append(value)
                else:
                    _collect(value, inner, texts)
    elif isinstance(data, str) and lang:
        texts[lang].append(data)


def _of_data(source: Source, lang: Lang) -> Iterator[Piece]:
    for path, language, text in texts_of(source.data):
        if language == lang and not NOT_PROSE.intersection(path):
            yield Piece(source, text, 0, path)


def _of_page(page: Page) -> Iterator[Piece]:
    data = page.source.data if isinstance(page.source.data, dict) else {}
    for key in ("title", "description"):
        if isinstance(data.get(key), str):
            yield Piece(page.source, data[key], 0, (key,))
    objectives = data.get("objectives")
    for index, objective in enumerate(objectives if isinstance(objectives, list) else []):
        if isinstance(objective, dict) and isinstance(objective.get("text"), str):
            yield Piece(page.source, objective["text"], 0, ("objectives", index, "text"))
    for line, kind in _lines(page):
        yield Piece(page.source, _blanked(line.text, kind), line.number)


def _lines(page: Page) -> Iterator[tuple[Line, str]]:
    """The lines that are read, each with the name of its fence."""
    for line in page.prose:
        yield page.lines[line.number - page.first_line], ""
    for fence in page.fences:
        if fence.name in ("dialogue", "next-call"):
            for line in fence.body:
                yield line, fence.name


def _blanked(text: str, kind: str) -> str:
    """`text` with everything that is not read replaced by BLANK."""
    if kind == "dialogue":
        return SPEAKER.sub(_blank, text)
    if kind == "next-call":
        return FIELD.sub(_blank, text)
    if "[" in text:
        text = CITATION.sub(_blank, LINK.sub(_link, text))
    return MARKUP.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    return BLANK * len(match.group())


def _link(match: re.Match[str]) -> str:
    before, after = match.start(2) - match.start(), match.end() - match.end(2)
    return BLANK * before + match[2] + BLANK * after
