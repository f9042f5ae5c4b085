"""The fence `progress`: the learner's dashboard. Titles, links and what can be learnt stand in the page; course-progress.js
only fills in the figures that the browser's record gives.

An exam belongs to each module that its quotas cover; the final exam, which has a line of its own, is one with a certificate, or
one that covers every module where there are several.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ..model.exam import Exam
from ..model.lesson import Fence, Objective
from ..model.role_play import DIMENSIONS
from ..play import Graph
from .rendering import Rendering
from .site import ModuleLink, Site

NEXT = ("start", "continue", "review", "lesson", "objective", "test", "step", "play", "final")  # the rules of course-next-steps.js
RECENT = ("read", "answered", "reviewed", "practised", "examined")


class ExamLine(NamedTuple):
    """`modules` are ids of the modules it covers."""

    exam: Exam
    url: str
    modules: tuple[str, ...]
    final: bool


class PlayLine(NamedTuple):
    """`modules` it rehearses; outcome by ending; `most`: what the best run earns in each dimension."""

    id: str
    title: object
    url: str
    modules: tuple[str, ...]
    endings: Mapping[str, str]
    most: Mapping[str, int]


class ObjectiveLine(NamedTuple):
    """`questions` are all of the bank on it; `unreviewed` those among them that never come in review."""

    objective: Objective
    questions: tuple[str, ...]
    unreviewed: tuple[str, ...]


def progress(rendering: Rendering, group: list[Fence]) -> str:
    site = rendering.site
    modules = [module for module in site.modules if module.lessons]
    exams, plays, objectives = list(_exams(rendering, modules)), list(_plays(rendering, modules)), _objectives(site)
    html = rendering.template(
        "progress",
        modules=modules,
        total=sum(len(module.lessons) for module in modules),
        tests={module.id: [line for line in exams if module.id in line.modules and not line.final] for module in modules},
        finals=[line for line in exams if line.final],
        plays=plays,
        objectives=objectives,
        counts={module.id: _counts(module, plays, objectives) for module in modules},
        dimensions=DIMENSIONS,
        rules=NEXT,
        doings=RECENT,
        review_url=f"{rendering.root}review.html" if "review" in site.course.pages[site.lang] else "",
        root=rendering.root,
    )
    return rendering.keep(html)


def _counts(module: ModuleLink, plays: Iterable[PlayLine], objectives: dict[str, list[ObjectiveLine]]) -> dict[str, int]:
    """What there is to do in a module."""
    return {
        "checks": sum(len(lesson.questions) for lesson in module.lessons),
        "plays": sum(module.id in play.modules for play in plays),
        "objectives": sum(len(objectives[lesson.id]) for lesson in module.lessons),
    }


def _modules_of(objectives: Iterable[str], modules: list[ModuleLink]) -> tuple[str, ...]:
    """Ids of the modules that teach some of these objectives, or of these lessons."""
    wanted = {objective.split(".")[0] for objective in objectives}
    return tuple(module.id for module in modules if any(lesson.id in wanted for lesson in module.lessons))


def _exams(rendering: Rendering, modules: list[ModuleLink]) -> Iterable[ExamLine]:
    """The exams that stand on a page."""
    for id, exam in rendering.site.course.exams.items():
        url = _place(rendering, "exam", id)
        covered = _modules_of((objective for quota in exam.draw for objective in quota.objectives), modules)
        if url and covered:
            yield ExamLine(exam, url, covered, exam.certificate or len(covered) == len(modules) > 1)


def _plays(rendering: Rendering, modules: list[ModuleLink]) -> Iterable[PlayLine]:
    """The role plays that stand on a page, in the order of the cases."""
    course = rendering.site.course
    for id, case in course.cases.items():
        play, url = course.role_plays.get(id), _place(rendering, "role-play", id)
        if play and url:
            graph = Graph(play)
            endings = {name: ending.outcome for name, ending in play.endings.items()}
            yield PlayLine(play.id, case.title, url, _modules_of(case.objectives, modules), endings, graph.play(graph.best).steps)


def _place(rendering: Rendering, fence: str, id: str) -> str:
    """Where a fence stands: its page (a case's own first), and the heading above it where that has an id; "" when it stands nowhere."""
    pages = rendering.site.course.pages[rendering.site.lang]
    for key in sorted(pages, key=lambda key: key != f"cases/{id}"):
        page = pages[key]
        found = next((one for one in page.fences if (one.name, one.args) == (fence, (id,))), None)
        if found and "/instructor/" not in key:
            above = [heading.id for heading in page.headings if heading.line < found.line]
            return f"{rendering.root}{key}.html" + (f"#{above[-1]}" if above and above[-1] else "")
    return ""


def _objectives(site: Site) -> dict[str, list[ObjectiveLine]]:
    """The objectives of each lesson, by the lesson's id."""
    questions: dict[str, list[str]] = {}
    unreviewed: dict[str, list[str]] = {}
    for placed, _ in site.questions():
        question = placed.question
        questions.setdefault(question.objective, []).append(question.id)
        if "review" not in question.use:
            unreviewed.setdefault(question.objective, []).append(question.id)
    lessons = [page.lesson for page in site.course.lessons(site.lang) if page.lesson]
    return {
        lesson.id: [ObjectiveLine(one, tuple(questions.get(one.id, ())), tuple(unreviewed.get(one.id, ()))) for one in lesson.objectives]
        for lesson in lessons
    }
