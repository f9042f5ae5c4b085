"""Courses of any size, made by shuffling the sentences of the real one; the same size gives the same bytes.

A lesson has about 1,500 Han characters, in English about 1,300 words, and every part that a real lesson has.
"""

import random
import re
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import cycle, pairwise
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from coursepack.course import load
from coursepack.model.lesson import CITATION, PARTS, Page
from coursepack.text import count_han, reading_length

REAL = Path(__file__).parents[1]
HAN_PER_LESSON = 1500
LESSONS_PER_MODULE = 9
PLAIN_CONFIG = """\
site_name: Plain
theme: {name: material, language: zh}
plugins: {search: {lang: [zh, en]}}
markdown_extensions: [attr_list, fenced_code, sane_lists, tables, {toc: {permalink: false}}]
"""
ENDS = {"zh": re.compile(r"(?<=[。！？])(?![”’」]|$)|(?<=[。！？][”’」])"), "en": re.compile(r"(?<=[.!?])\s+(?=[A-Z“])|(?<=[.!?]”)\s+")}
WATCH = re.compile(r"^watch:.*\n", re.MULTILINE)  # names folders of the engine
FENCE_START = re.compile(r"^```([a-z-]+) .*$", re.MULTILINE)


class Pair(NamedTuple):
    """A piece of text in both languages."""

    zh: str
    en: str


Pool = dict[tuple[str, str], list[Pair]]  # pieces by (part of the lesson, kind of block)


REAL_ONLY = shutil.ignore_patterns("exams", "coverage.yml")  # they name lessons of the real course


def lessons_of(pages: int) -> int:
    """How many lessons make `pages` pages of one language: a front page, and for nine lessons a module page."""
    return next(count for count in range(pages) if 1 + -(-count // LESSONS_PER_MODULE) + count == pages)


def write_course(folder: Path, lessons: int, questions: int) -> None:
    """A bilingual course in the empty `folder`, with `questions` questions to a lesson, five of them checks."""
    chance = random.Random(f"{lessons} {questions}")
    maker = _Maker(chance)
    for name in ("mkdocs.yml", "mkdocs.en.yml", "overrides", "docs/data"):
        source, target = REAL / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(source, target, ignore=REAL_ONLY) if source.is_dir() else target.write_text(WATCH.sub("", source.read_text(encoding="utf-8")), encoding="utf-8")
    _write(folder, "index", Pair("---\ntitle: 首页\n---\n\n从第一课开始。\n", "---\ntitle: Home\n---\n\nBegin with the first lesson.\n"))
    for number in range(lessons):
        module = f"{number // LESSONS_PER_MODULE + 1}-module"
        if number % LESSONS_PER_MODULE == 0:
            _write(folder, f"{module}/index", maker.module(module))
        key, id_ = f"{module}/{number % LESSONS_PER_MODULE + 1}-lesson", f"lesson-{number + 1}"
        _write(folder, key, maker.lesson(id_, folder, module))
        _write_yaml(folder / "quizzes" / f"{key}.yml", {"questions": [maker.question(id_, at) for at in range(questions)]})


def write_plain(course: Path, folder: Path) -> None:
    """The pages of both languages of `course` as one site of plain Material: fences become code blocks."""
    for lang in ("zh", "en"):
        shutil.copytree(course / "docs" / lang, folder / "docs" / lang)
    for page in folder.rglob("*.md"):
        page.write_text(FENCE_START.sub(r"```\1", page.read_text(encoding="utf-8")), encoding="utf-8")
    (folder / "mkdocs.yml").write_text(PLAIN_CONFIG, encoding="utf-8")


def _write(folder: Path, key: str, texts: Pair) -> None:
    for lang in ("zh", "en"):
        path = folder / "docs" / lang / f"{key}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(getattr(texts, lang), encoding="utf-8")


def _write_yaml(path: Path, data: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_yaml(data), encoding="utf-8")


class _Dumper(yaml.CSafeDumper):
    """Writes a value that stands in two places twice: the course has no anchors."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _yaml(data: object) -> str:
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)


class _Maker:
    """Draws pieces of the real course; its state is the chance alone."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        course = load(REAL)
        self.pages = {lang: list(course.lessons(lang)) for lang in ("zh", "en")}
        self.pool: Pool = defaultdict(list)
        for zh, en in zip(self.pages["zh"], self.pages["en"], strict=True):
            for part, kind, pair in _pieces(zh, en):
                self.pool[part, kind].append(pair)
        texts = [pair for (_, kind), pairs in self.pool.items() if kind == "text" for pair in pairs]
        self.sentences = [pair for text in texts for pair in _sentences(text)]
        self.models = [question for source in course.sources.values() for question in _raw_questions(source)]
        options = [option for model in self.models for option in model.get("options", ())]
        self.options = {key: _by_length(option for option in options if option.get("correct", False) == key) for key in (True, False)}

    def module(self, id_: str) -> Pair:
        head = Pair(*(f"---\ntitle: {title}\nid: {id_}\nkind: module\n---\n\n" for title in ("一个模块", "A module")))
        return _joined([head, self._plain_paragraph(4)], "")

    def lesson(self, id_: str, folder: Path, module: str) -> Pair:
        parts = {part: list(self._part(part)) for part in PARTS}
        while sum(count_han(block.zh) for blocks in parts.values() for block in blocks) < HAN_PER_LESSON:
            parts["idea"].append(self._paragraph(3))
        body = _joined([block for part in PARTS for block in (self._heading(part), *parts[part])], "\n\n")
        for lang, name in _pictures(body):
            source = next((REAL / "docs" / lang).glob(f"*/{name}"))
            target = folder / "docs" / lang / module / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target)
        return _joined([self._front(id_, body), body, Pair("\n", "\n")], "")

    def _part(self, part: str) -> Iterator[Pair]:
        if part in ("scene", "models", "check"):
            yield self._paragraph(3)
        if part == "scene":
            yield self._any(part, "quote")
        if part == "idea":
            yield from (self._any(part, "table"), self._any(part, "picture"))
        if part == "say":
            yield self._any(part, "script")
        if part == "models":
            at = self.chance.randrange(len(self.pool[part, "dialogue bad"]))
            yield from (self.pool[part, kind][at] for kind in ("dialogue bad", "dialogue good"))
            yield self._paragraph(4)
        if part == "check":
            yield Pair("```quiz\n```", "```quiz\n```")
        if part == "next":
            yield from (self._paragraph(1), self._any(part, "next-call"), self._any(part, "worksheet"))
        if part == "keep":
            yield self._any(part, "list")

    def _any(self, part: str, kind: str) -> Pair:
        return self.chance.choice(self.pool[part, kind])

    def _heading(self, part: str) -> Pair:
        return self._any(part, "heading")

    def _paragraph(self, sentences: int) -> Pair:
        drawn = self.chance.sample(self.sentences, sentences)
        return Pair("".join(pair.zh for pair in drawn), " ".join(pair.en for pair in drawn))

    def _front(self, id_: str, body: Pair) -> Pair:
        at = self.chance.randrange(len(self.pages["zh"]))
        sources = list(dict.fromkeys(match[1] for text in body for match in CITATION.finditer(text)))
        fronts = []
        for lang in ("zh", "en"):
            front = self.pages[lang][at].source.data
            objectives = [{**objective, "id": f"{id_}.{name}"} for name, objective in zip("ab", cycle(front["objectives"]), strict=False)]
            fronts.append(_yaml({"title": front["title"], "id": id_, "minutes": 12, "objectives": objectives, "sources": sources}))
        return Pair(*(f"---\n{front}---\n\n" for front in fronts))

    def question(self, lesson: str, number: int) -> dict[str, Any]:
        """A question on the model of a real one, the first five fit for a lesson's check."""
        check = number < 5
        model = self.chance.choice([model for model in self.models if not check or "check" in model["use"]])
        asking = {lang: _cut(model["prompt"][lang], lang)[-1] for lang in ("zh", "en")}
        facts = self._plain_paragraph(2)
        head = {"id": f"{lesson}-q{number + 1}", "kind": model["kind"], "objective": f"{lesson}.{'ab'[number % 2]}", "level": model["level"]}
        use = model["use"] if check else [use for use in model["use"] if use != "check"]
        prompt = {"zh": facts.zh + asking["zh"], "en": f"{facts.en} {asking['en']}"}
        return {**head, "use": use, "prompt": prompt, **self._answers(model), "explanation": self._plain_paragraph(2)._asdict()}

    def _answers(self, model: dict[str, Any]) -> dict[str, Any]:
        if model["kind"] == "numeric":
            return {"answer": self.chance.randrange(100, 999_999), **{key: model[key] for key in ("tolerance", "unit") if key in model}}
        if model["kind"] == "ordering":
            return {"steps": [{"id": f"step-{at}", "text": text} for at, text in enumerate(self._texts(len(model["steps"])))]}
        if model["kind"] == "matching":
            lefts, rights = self._texts(len(model["pairs"])), self._texts(len(model["pairs"]))
            return {"pairs": [{"id": f"pair-{at}", "left": left, "right": right} for at, (left, right) in enumerate(zip(lefts, rights, strict=True))]}
        return {"options": self._options(model["options"])}

    def _texts(self, count: int) -> list[dict[str, str]]:
        return [option["text"] for option in self.chance.sample(self.options[False], count)]

    def _options(self, models: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """As many right and wrong options as the model has, of similar length."""
        place = self.chance.random()
        drawn = []
        for right in (True, False):
            pool, count = self.options[right], sum(option.get("correct", False) == right for option in models)
            first = round(place * max(len(pool) - 3 * count, 0))
            drawn += self.chance.sample(pool[first : first + 3 * count], count)
        self.chance.shuffle(drawn)
        return [{**option, "id": f"option-{at}"} for at, option in enumerate(drawn)]

    def _plain_paragraph(self, sentences: int) -> Pair:
        return Pair(*(re.sub(r" ?\[[A-Z]+-[0-9]+\]|\*\*", "", text) for text in self._paragraph(sentences)))


def _pieces(zh: Page, en: Page) -> Iterator[tuple[str, str, Pair]]:
    """The blocks of a lesson that stand at the same place of a part in both languages."""
    parts = {lang: dict(_parts(page)) for lang, page in (("zh", zh), ("en", en))}
    for part in PARTS:
        theirs = [parts[lang].get(part, []) for lang in ("zh", "en")]
        for one, other in zip(*theirs, strict=False):
            if _kind(one) == _kind(other) and (_kind(one) == "picture" or "](" not in one + other):
                yield part, _kind(one), Pair(one, other)


def _parts(page: Page) -> Iterator[tuple[str, list[str]]]:
    """Each part's id with its blocks, the heading first."""
    starts = [heading.line for heading in page.headings if heading.level == 2]
    for heading, (first, last) in zip((h for h in page.headings if h.level == 2), pairwise([*starts, 10**9]), strict=True):
        lines = [line.text for line in page.lines if first <= line.number < last]
        yield heading.id, _blocks(lines)


def _blocks(lines: list[str]) -> list[str]:
    """Blocks parted by blank lines; a fence is one block."""
    blocks, inside = [""], False
    for line in lines:
        inside ^= line.startswith("```")
        if line.strip() or inside:
            blocks[-1] += line + "\n"
        else:
            blocks.append("")
    return [block.rstrip("\n") for block in blocks if block]


KINDS: dict[str, Callable[[str], bool]] = {
    "heading": lambda text: text.startswith("## "),
    "subheading": lambda text: text.startswith("#"),
    "table": lambda text: text.startswith("|"),
    "quote": lambda text: text.startswith(">"),
    "list": lambda text: text.startswith(("- ", "1. ")),
    "picture": lambda text: text.startswith("!["),
}


def _kind(block: str) -> str:
    if block.startswith("```"):
        first = block.split("\n", 1)[0][3:]
        return next((kind for kind in ("worksheet", "script") if first.startswith(kind)), first.strip())
    return next((kind for kind, fits in KINDS.items() if fits(block)), "text")


def _sentences(text: Pair) -> list[Pair]:
    """The sentences of a paragraph, or the whole of it where the languages cut it differently."""
    zh, en = _cut(text.zh.replace("\n", ""), "zh"), _cut(text.en.replace("\n", " "), "en")
    return [Pair(*pair) for pair in zip(zh, en, strict=True)] if len(zh) == len(en) else [Pair("".join(zh), " ".join(en))]


def _cut(text: str, lang: str) -> list[str]:
    """The sentences of a text; what holds no words is none."""
    return [piece for piece in ENDS[lang].split(text.strip()) if re.search(r"\w", re.sub(r"\[[A-Z]+-[0-9]+\]", "", piece))]


def _raw_questions(source: Any) -> list[dict[str, Any]]:
    return source.data.get("questions", []) if source.file.startswith("quizzes/") and isinstance(source.data, dict) else []


def _by_length(options: Iterator[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(options, key=lambda option: (reading_length(option["text"]["zh"]), option["text"]["zh"]))


def _joined(pairs: list[Pair], between: str) -> Pair:
    return Pair(between.join(pair.zh for pair in pairs), between.join(pair.en for pair in pairs))


def _pictures(body: Pair) -> Iterator[tuple[str, str]]:
    """Each picture of a lesson as (language, path beside the lesson)."""
    for lang, text in zip(("zh", "en"), body, strict=True):
        for target in re.findall(r"^!\[.*\]\((images/[^)\s]+)\)", text, re.MULTILINE):
            yield lang, target
