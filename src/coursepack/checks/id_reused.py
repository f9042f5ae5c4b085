"""同一个 id 用了两次。学习记录、成绩和统计都按 id 存：两样东西同一个 id，记录就会混在一起。

整门课里，课、页、目标、工作单、考试、话术工坊、案例、题目、话术共用一套 id，不能重复；术语之间、事实之间也不能重复。一道题的选项、步骤、配对，
一张工作单的部分和栏目，话术的场面，大纲和大纲里的各条，只要在自己那里不重复就行。

错误的写法：

    options:
      - id: ask
        text: {zh: 问申请在谁手里, en: Ask whose desk it is on}
      - id: ask
        text: {zh: 问老板几时回来, en: Ask when the boss is back}

改法：给后写的那个换一个新 id。已经发布过的那个不要动，否则学员的记录就丢了。
---
The same id is used twice. Records, scores and statistics are kept by id: two things with one id mix their records.

Across the course, lessons, pages, objectives, worksheets, exams, workshops, cases, questions and scripts share one set of ids; terms must differ from each other,
and so must facts. Options, steps and pairs of a question, parts and fields of a worksheet, situations of scripts, outlines and the points of an outline need only differ where they stand.

Wrong:

    options:
      - id: ask
        text: {zh: 问申请在谁手里, en: Ask whose desk it is on}
      - id: ask
        text: {zh: 问老板几时回来, en: Ask when the boss is back}

Mend it: give a new id to the one written later. Leave the published one alone, or learners lose their records.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..course import COVERAGE, SITUATIONS, WORKSHEETS, Course
from ..model.coverage import Coverage
from ..model.data import Worksheet
from ..model.question import Choice, Matching, Ordering, Question
from ..problem import Place, Problem, Text
from ..yaml_source import Source
from .data_texts import Path
from .identities import Identity, identities

LEVEL = "error"
Group = Mapping[str, Sequence[Any]]  # lists by their key; the ids in one group must differ


def check(course: Course) -> Iterator[Problem]:
    yield from _global(course)
    for placed in course.questions:
        yield from _local(placed.source, ("questions", placed.index), _group(placed.question))
    for name, worksheet in course.worksheets.items():
        source = course.sources.get(f"{WORKSHEETS}/{name}.yml")
        if source:
            for path, group in _worksheet_groups(worksheet):
                yield from _local(source, path, group)
    if course.situations:
        yield from _local(course.sources[SITUATIONS], (), {"situations": course.situations.situations})
    if course.coverage:
        yield from _outlines(course.sources[COVERAGE], course.coverage)


def _outlines(source: Source, coverage: Coverage) -> Iterator[Problem]:
    yield from _local(source, (), {"outlines": coverage.outlines})
    for number, outline in enumerate(coverage.outlines):
        points = [(("outlines", number, "sections", place, "points", index, "id"), point.id) for place, section in enumerate(outline.sections) for index, point in enumerate(section.points)]
        yield from _repeated(source, points)


def _global(course: Course) -> Iterator[Problem]:
    first: dict[tuple[str, str], Identity] = {}
    for identity in identities(course):
        other = first.setdefault((identity.space, identity.id), identity)
        if other is not identity:
            yield _reused(identity.place, identity.id, other.place)


def _group(question: Question) -> Group:
    if isinstance(question, Choice):
        return {"options": question.options}
    if isinstance(question, Ordering):
        return {"steps": question.steps}
    if isinstance(question, Matching):
        return {"pairs": question.pairs, "distractors": question.distractors}
    return {}


def _worksheet_groups(worksheet: Worksheet) -> Iterator[tuple[Path, Group]]:
    yield (), {"parts": worksheet.parts}
    for index, part in enumerate(worksheet.parts):
        yield ("parts", index), {"fields": part.fields, "columns": part.columns}
        for name, fields in (("fields", part.fields), ("columns", part.columns)):
            for number, field in enumerate(fields):
                yield ("parts", index, name, number), {"options": field.options}


def _local(source: Source, path: Path, group: Group) -> Iterator[Problem]:
    ids = [item.id for items in group.values() for item in items]
    if len(set(ids)) < len(ids):
        yield from _repeated(source, [((*path, name, index, "id"), item.id) for name, items in group.items() for index, item in enumerate(items)])


def _repeated(source: Source, ids: Sequence[tuple[Path, str]]) -> Iterator[Problem]:
    first: dict[str, Path] = {}
    for where, id_ in ids:
        if id_ in first:
            yield _reused(source.place(*where), id_, source.place(*first[id_]))
        first.setdefault(id_, where)


def _reused(place: Place, id_: str, first: Place) -> Problem:
    where = f"{first.file}:{first.line}"
    return Problem(place, "id-reused", Text(f"id“{id_}”已经用过，在 {where}", f"the id “{id_}” is used already, at {where}"), Text("给新写的这个换一个 id", "give the new one another id"))
