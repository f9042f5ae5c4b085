"""Folders → `Course`. The only file that knows the folder layout of a course."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from .model.case import Case, read_case
from .model.coverage import Coverage
from .model.data import Glossary, References, Retired, Term, Worksheet
from .model.exam import Exam
from .model.lesson import Page, is_lesson_key, read_page
from .model.quiz import PlacedQuestion, Quiz, read_quiz
from .model.role_play import RolePlay
from .model.script import Script, ScriptFile, Situations
from .model.shape import Shape, read
from .model.workshop import RedLines, Workshop
from .problem import LANGS, Lang, Place, Problem, Text
from .yaml_source import Source, decode, parse

QUIZZES, CASES, DATA = "quizzes", "case_studies", "docs/data"
WORKSHEETS, EXAMS, WORKSHOPS, SCRIPTS = f"{DATA}/worksheets", f"{DATA}/exams", f"{DATA}/workshops", f"{DATA}/scripts"
SITUATIONS, RED_LINES, COVERAGE = f"{DATA}/script_situations.yml", f"{DATA}/red_lines.yml", f"{DATA}/coverage.yml"
PAGES = (  # the pages beside the modules, in the order of the navigation
    "index", "progress", "review", "exam", "scripts", "worksheets", "calculators", "workshop",
    "glossary", "law", "coverage", "blueprint", "instructor", "hr", "authors",
)  # fmt: skip
S = TypeVar("S", bound=Shape)
SMALLEST = {  # the least that a data file may hold
    f"{DATA}/retired.yml": "retired: []",
    f"{DATA}/references.yml": "as_of: 2026-01-01 ⏎ law_text: {zh: …, en: …} ⏎ references: []",
    f"{DATA}/glossary.yml": "terms: []",
}


@dataclass(frozen=True, eq=False)
class Course:
    """Everything an author wrote, read once. `problems` are those found while reading."""

    root: Path
    pages: dict[Lang, dict[str, Page]]
    quizzes: dict[str, Quiz]
    references: References | None
    glossary: Glossary | None
    worksheets: dict[str, Worksheet]
    cases: dict[str, Case]
    role_plays: dict[str, RolePlay]
    exams: dict[str, Exam]
    workshops: dict[str, Workshop]
    script_files: dict[str, ScriptFile]
    situations: Situations | None
    coverage: Coverage | None
    red_lines: RedLines | None
    retired: frozenset[str]
    sources: dict[str, Source]  # every YAML file by its path
    files: tuple[str, ...]  # every file in the content folders
    problems: tuple[Problem, ...] = field(repr=False, default=())

    @cached_property
    def questions(self) -> tuple[PlacedQuestion, ...]:
        return tuple(placed for quiz in self.quizzes.values() for placed in quiz.questions)

    @cached_property
    def scripts(self) -> dict[str, Script]:
        """The script library by id, in the order of its files."""
        return {script.id: script for script, _, _ in self.placed_scripts()}

    def placed_scripts(self) -> Iterator[tuple[Script, Source, int]]:
        """Every script with its file and its number in it."""
        for name, file in self.script_files.items():
            yield from ((script, self.sources[f"{SCRIPTS}/{name}.yml"], index) for index, script in enumerate(file.scripts))

    @property
    def terms(self) -> tuple[Term, ...]:
        return self.glossary.terms if self.glossary else ()

    @cached_property
    def reference_ids(self) -> frozenset[str]:
        return frozenset(reference.id for reference in self.references.references) if self.references else frozenset()

    def named_pages(self, lang: Lang) -> dict[str, str]:
        """Pages by the names that coverage.yml gives them, as keys of `pages`: single pages by theirs, cases and what has an id by id."""
        found = {key: key for key in self.pages[lang] if key in PAGES} | {name: f"cases/{name}" for name in self.cases}
        return found | {page.front.id: key for key, page in self.pages[lang].items() if page.front and page.front.id}

    def all_pages(self) -> Iterator[Page]:
        for lang in LANGS:
            yield from self.pages[lang].values()

    def excusable(self) -> Iterator[tuple[str, Case | RolePlay | Exam]]:
        """The data files that may accept warnings, by their path, which owns those warnings."""
        yield from ((f"{CASES}/{name}/case.yml", case) for name, case in self.cases.items())
        yield from ((f"{CASES}/{name}/role_play.yml", role_play) for name, role_play in self.role_plays.items())
        yield from ((f"{EXAMS}/{name}.yml", exam) for name, exam in self.exams.items())

    def lessons(self, lang: Lang) -> Iterator[Page]:
        """Lessons of one language in the order of their numbers."""
        keys = sorted((key for key in self.pages[lang] if is_lesson_key(key)), key=order_of)
        yield from (self.pages[lang][key] for key in keys)


def order_of(key: str) -> list[tuple[float, str]]:
    """Sorting key of a page: `2-mod` before `10-mod`, an index first, the other pages after the modules in the order of PAGES."""
    return [_part_order(part) for part in key.split("/")]


def _part_order(part: str) -> tuple[float, str]:
    number, _, rest = part.partition("-")
    if part == "index":
        return (-1.0, "")
    if number.isdecimal():
        return (float(number), rest)
    if part == "cases":
        return (1e5, "")  # between the modules and the single pages
    return (1e6 + PAGES.index(part) if part in PAGES else 1e9, part)


def find_root(start: Path) -> Path | None:
    """The nearest folder, from `start` upward, that holds mkdocs.yml."""
    return next((folder for folder in (start, *start.parents) if (folder / "mkdocs.yml").is_file()), None)


class _Reader:
    """Collects problems while the files of a course are read; the result is `Course`, which has no state."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.sources: dict[str, Source] = {}
        self.files = tuple(sorted(self._content_files()))

    def _content_files(self) -> Iterator[str]:
        for folder in ("docs", QUIZZES, CASES):
            for path in (self.root / folder).rglob("*"):
                if path.is_file() and not any(part.startswith(".") for part in path.relative_to(self.root).parts):
                    yield path.relative_to(self.root).as_posix()

    def text(self, file: str) -> str | None:
        try:
            raw = (self.root / file).read_bytes()
        except OSError as error:
            self.problems.append(Problem(Place(file), "unreadable", Text(f"文件读不了：{error.strerror}", f"the file cannot be read: {error.strerror}"), Text("检查文件是否存在、是否有读取权限", "look whether the file exists and may be read")))
            return None
        text, found = decode(raw, file)
        self.problems.extend(found)
        return None if found else text

    def source(self, file: str) -> Source | None:
        """The YAML of `file`, or None (and problems) when nothing can be built on it."""
        text = self.text(file)
        if text is None:
            return None
        source = parse(text, file)
        self.sources[file] = source
        self.problems.extend(source.problems)
        return None if source.data is None and source.problems else source

    def shaped(self, shape: type[S], file: str) -> S | None:
        if file not in self.files:
            remedy = Text(f"从备份里找回它；确实没有内容，就新建一个，写上：{SMALLEST[file]}", f"bring it back from your copy; if there is nothing to put in, create it with: {SMALLEST[file]}")
            self.problems.append(Problem(Place(file), "missing-file", Text(f"缺少文件“{file}”", f"the file “{file}” is missing"), remedy))
            return None
        source = self.source(file)
        if source is None:
            return None
        result, found = read(shape, source.data, source)
        self.problems.extend(found)
        return result

    def if_there(self, shape: type[S], file: str) -> S | None:
        """A file that a course may do without."""
        return self.shaped(shape, file) if file in self.files else None

    def pages(self, lang: Lang) -> dict[str, Page]:
        folder, pages = f"docs/{lang}/", {}
        for file in self.files:
            if file.startswith(folder) and file.endswith(".md"):
                text = self.text(file)
                if text is not None:
                    key = file[len(folder) : -len(".md")]
                    pages[key], found = read_page(text, file, lang, key)
                    self.problems.extend(found)
        return dict(sorted(pages.items(), key=lambda item: order_of(item[0])))

    def quizzes(self) -> dict[str, Quiz]:
        quizzes = {}
        for file in self.files:
            if file.startswith(QUIZZES + "/") and file.endswith((".yml", ".yaml")):
                source = self.source(file)
                if source is not None:
                    key = file[len(QUIZZES) + 1 :].rsplit(".", 1)[0]
                    quizzes[key], found = read_quiz(source, key)
                    self.problems.extend(found)
        return dict(sorted(quizzes.items(), key=lambda item: order_of(item[0])))

    def folder(self, shape: type[S], folder: str) -> dict[str, S]:
        """What the files of a data folder hold, by file name; in folders inside it nothing is looked for."""
        files = [file for file in self.files if file.rpartition("/")[0] == folder and file.endswith(".yml")]
        found = ((file.rsplit("/", 1)[1][: -len(".yml")], self.shaped(shape, file)) for file in files)
        return {name: item for name, item in found if item is not None}

    def cases(self) -> dict[str, Case]:
        cases = {}
        for name, file in self.case_files("case"):
            source = self.source(file)
            if source is not None:
                case, found = read_case(source)
                self.problems.extend(found)
                if case is not None:
                    cases[name] = case
        return cases

    def role_plays(self) -> dict[str, RolePlay]:
        found = ((name, self.shaped(RolePlay, file)) for name, file in self.case_files("role_play"))
        return {name: role_play for name, role_play in found if role_play is not None}

    def case_files(self, kind: str) -> list[tuple[str, str]]:
        """Each folder of a case with its file of one kind."""
        return [(file.split("/")[1], file) for file in self.files if file.startswith(CASES + "/") and file.endswith(f"/{kind}.yml") and file.count("/") == 2]

    def course(self) -> Course:
        retired = self.shaped(Retired, f"{DATA}/retired.yml")
        return Course(
            root=self.root,
            pages={lang: self.pages(lang) for lang in LANGS},
            quizzes=self.quizzes(),
            references=self.shaped(References, f"{DATA}/references.yml"),
            glossary=self.shaped(Glossary, f"{DATA}/glossary.yml"),
            worksheets=self.folder(Worksheet, WORKSHEETS),
            cases=self.cases(),
            role_plays=self.role_plays(),
            exams=self.folder(Exam, EXAMS),
            workshops=self.folder(Workshop, WORKSHOPS),
            script_files=self.folder(ScriptFile, SCRIPTS),
            situations=self.if_there(Situations, SITUATIONS),
            coverage=self.if_there(Coverage, COVERAGE),
            red_lines=self.if_there(RedLines, RED_LINES),
            retired=frozenset(retired.retired if retired else ()),
            sources=self.sources,
            files=self.files,
            problems=tuple(self.problems),
        )


def load(root: Path) -> Course:
    """Read the course in `root`. Never raises for what an author wrote: see `Course.problems`."""
    with _no_collection():
        return _Reader(root.resolve()).course()


@contextmanager
def _no_collection() -> Iterator[None]:
    """Reading makes millions of objects and no rubbish; looking for it among them takes three times as long as the reading.

    What has been read is frozen: later collections pass over it, and it goes when nobody refers to it any more.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.freeze()
            gc.enable()
