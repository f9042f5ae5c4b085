"""A Markdown page as the checker sees it: front matter, headings, fences, links, and the prose between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from ..problem import Lang, Place, Problem, Text
from ..yaml_source import Source, parse
from .question import Accepts
from .shape import Id, Level, ObjectiveId, ReferenceId, Shape, Words, read

PARTS = ("scene", "aims", "idea", "models", "say", "check", "next", "keep")


class Objective(Shape):
    id: ObjectiveId
    level: Level
    text: Words


class LessonFront(Shape):
    title: Words
    id: Id
    minutes: Annotated[int, Field(ge=3, le=60)]
    objectives: Annotated[tuple[Objective, ...], Field(strict=False, min_length=1)]
    sources: Annotated[tuple[ReferenceId, ...], Field(strict=False)] = ()
    accept: Accepts = {}


class PageFront(Shape):
    """Front matter of every page that is not a lesson."""

    title: Words
    id: Id | None = None
    kind: Literal["module", "page"] = "page"
    description: Words | None = None
    template: Literal["home.html"] | None = None
    hide: Annotated[tuple[Literal["navigation", "toc", "footer"], ...], Field(strict=False)] = ()
    sources: Annotated[tuple[ReferenceId, ...], Field(strict=False)] = ()
    accept: Accepts = {}


class Line(NamedTuple):
    """One line of the body; `number` counts from 1 in the file."""

    number: int
    text: str


class Heading(NamedTuple):
    level: int
    text: str
    id: str
    line: int


class Fence(NamedTuple):
    """A fenced block: `name` and `args` from its first line, `body` as written."""

    name: str
    args: tuple[str, ...]
    body: tuple[Line, ...]
    line: int
    last: int
    indent: int
    closed: bool


class Link(NamedTuple):
    """A link or an image; `text` is the alternative text of an image."""

    text: str
    target: str
    image: bool
    line: int
    column: int


FENCE = re.compile(r"^( *)(`{3,}|~{3,})\s*([^`]*)$")
HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*(?:\{#([^}\s]*)\})?\s*#*$")
LINK = re.compile(r"(!?)\[((?:[^\[\]\\]|\\.|\[[^\]]*\])*)\]\(\s*<?([^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)>?(?:\s+[\"'(][^)]*)?\s*\)")
CITATION = re.compile(r"(?<![\w\]!])\[([A-Z]{2,4}-[0-9]{2,3})\](?![\[(:])")
CODE = re.compile(r"(`+)(?:.*?[^`])\1(?!`)")


@dataclass(frozen=True)
class Page:
    """A page of one language; `key` is its path inside docs/<lang> without `.md`."""

    lang: Lang
    key: str
    source: Source
    front: LessonFront | PageFront | None
    body: str
    first_line: int

    @property
    def file(self) -> str:
        return self.source.file

    @property
    def accept(self) -> Accepts:
        """Accepted warnings, also of a page whose front matter has a fault elsewhere."""
        if self.front:
            return self.front.accept
        raw = self.source.data.get("accept") if isinstance(self.source.data, dict) else None
        return raw if isinstance(raw, dict) else {}

    @property
    def owner(self) -> str:
        return self.source.file

    @property
    def lesson(self) -> LessonFront | None:
        """The front matter when the page is a lesson."""
        return self.front if isinstance(self.front, LessonFront) else None

    def place(self, line: int, column: int = 1, length: int = 1) -> Place:
        """A place in the body; `line` as in the file."""
        return Place(self.file, line, column, length)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        return tuple(Line(self.first_line + index, text) for index, text in enumerate(self.body.split("\n")))

    @cached_property
    def fences(self) -> tuple[Fence, ...]:
        return tuple(_fences(self.lines))

    @cached_property
    def prose(self) -> tuple[Line, ...]:
        """The lines outside fences, with code spans blanked so that columns stay."""
        inside = {number for fence in self.fences for number in range(fence.line, fence.last + 1)}
        return tuple(
            Line(number, CODE.sub(lambda m: " " * len(m.group()), text) if "`" in text else text)
            for number, text in self.lines
            if number not in inside
        )

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        found = ((line.number, HEADING.match(line.text)) for line in self.prose)
        return tuple(Heading(len(m[1]), m[2], m[3] or "", number) for number, m in found if m)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        return tuple(
            Link(m[2], m[3], bool(m[1]), line.number, m.start() + 1)
            for line in self.prose
            if "](" in line.text
            for m in LINK.finditer(line.text)
        )

    @cached_property
    def citations(self) -> tuple[tuple[str, int, int], ...]:
        """Facts cited in the text as (id, line, column)."""
        return tuple((m[1], line.number, m.start() + 1) for line in self.prose if "[" in line.text for m in CITATION.finditer(line.text))

    @cached_property
    def wording(self) -> tuple[Line, ...]:
        """What a reader reads: prose, and the words inside dialogue and next-call fences."""
        spoken = [line for fence in self.fences if fence.name in ("dialogue", "next-call") for line in fence.body]
        return tuple(sorted((*self.prose, *spoken)))


def _fences(lines: tuple[Line, ...]) -> Iterator[Fence]:
    start, mark, name, args, body = None, "", "", (), []  # type: ignore[var-annotated]
    for line in lines:
        match = FENCE.match(line.text)
        if start is None:
            if match:
                words = match[3].split()
                start, mark, name, args, body = line, match[2], words[0] if words else "", tuple(words[1:]), []
        elif match and match[2].startswith(mark) and not match[3].strip():
            yield Fence(name, args, tuple(body), start.number, line.number, len(start.text) - len(start.text.lstrip()), True)
            start = None
        else:
            body.append(line)
    if start is not None:
        last = lines[-1].number
        yield Fence(name, args, tuple(body), start.number, last, len(start.text) - len(start.text.lstrip()), False)


def is_lesson_key(key: str) -> bool:
    """Whether `<n>-<module>/<n>-<lesson>` names a lesson."""
    return bool(re.fullmatch(r"[0-9]+-[a-z0-9-]+/[0-9]+-[a-z0-9-]+", key))


def read_page(text: str, file: str, lang: Lang, key: str) -> tuple[Page, list[Problem]]:
    """A page and what is wrong with its front matter. `text` is decoded; line ends may be CRLF."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    match = re.match(r"---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", text, re.DOTALL)
    if match is None:
        source = Source(file, "", None, None)
        problem = Problem(Place(file), "front-matter", Text("文件开头没有用两行“---”围起来的信息区", "the file does not start with front matter between two lines “---”"), Text("在第一行写 ---，再写 title: 等键，再写一行 ---", "write --- on line 1, then title: and the other keys, then another ---"))
        return Page(lang, key, source, None, text, 1), [problem]
    source = parse(match[1] or "", file, first_line=2)
    problems = list(source.problems)
    front: LessonFront | PageFront | None = None
    if not problems:
        data = source.data if source.data is not None else {}
        front, problems = read(LessonFront, data, source) if is_lesson_key(key) else read(PageFront, data, source)
    return Page(lang, key, source, front, text[match.end() :], match[0].count("\n") + 1), problems
