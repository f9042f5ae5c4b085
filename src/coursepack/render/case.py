"""The fences `case` and `cases`.

A case page reads in the order in which one learns from it: facts, account and exhibits; then what the author wrote next, which
is the role play; then discussion, comparison and role cards, and on paper the model answers last.
"""

from typing import NamedTuple

from ..model.case import Case, Glance
from ..model.lesson import Fence
from .figures import day, money, signed
from .html import say
from .rendering import Rendering
from .sheets import Sheets


class ObjectiveLink(NamedTuple):
    """An objective with the lesson that teaches it."""

    text: str
    lesson: str
    url: str


class Listed(NamedTuple):
    """A case in the overview; `lessons` are those of its objectives, `endings` are ids, none where there is no role play."""

    case: Case
    url: str
    lessons: list[ObjectiveLink]
    endings: tuple[str, ...]


def case(rendering: Rendering, group: list[Fence]) -> str:
    course, lang = rendering.site.course, rendering.site.lang
    found = course.cases.get(group[0].args[0])
    if found is None:
        return ""
    sheets, other = Sheets(found, lang), course.cases.get(found.compare_with)
    people = {side: getattr(person.name, lang) if (person := found.person(side)) else "" for side in ("creditor", "debtor")}
    rendering.after.append(_section(rendering, found, "discussion", law_url=rendering.root + "law.html"))
    if other:
        rendering.after.append(_section(rendering, found, "compare", other=other, aspects=list(Glance.model_fields)))
    rendering.after.append(_section(rendering, found, "cards", names={"collector": people["creditor"], "debtor": people["debtor"], "observer": ""}))
    rendering.answers.append(_part(rendering, found, "answers"))
    rendering.sources += found.sources
    return "\n".join(
        [
            _part(rendering, found, "head", objectives=_objectives(rendering, found), plays=_plays_here(rendering, found)),
            _section(rendering, found, "facts"),
            _section(rendering, found, "account", invoices=sheets.invoices(), payments=sheets.payments()),
            _section(rendering, found, "exhibits", exhibits=sheets.exhibits()),
        ]
    )


def _plays_here(rendering: Rendering, case: Case) -> bool:
    """Whether the case's role play is on this page, so that one can go straight to it."""
    return any(fence.name == "role-play" and case.id in fence.args for fence in rendering.page.fences)


def cases(rendering: Rendering, group: list[Fence]) -> str:
    """Every case, those with able and willing debtors first."""
    course = rendering.site.course
    entries = []
    for name, case in sorted(course.cases.items(), key=lambda item: item[1].debtor_class):
        play = course.role_plays.get(name)
        lessons = {objective.url: objective for objective in _objectives(rendering, case)}
        entries.append(Listed(case, f"{rendering.root}cases/{name}.html", list(lessons.values()), tuple(play.endings) if play else ()))
    return rendering.keep(rendering.template("cases", entries=entries))


def _section(rendering: Rendering, case: Case, name: str, **values: object) -> str:
    """A part of the case under a heading of its own, which the page's contents list."""
    return f"\n## {say(f'case_{name}', rendering.site.lang)} {{#case-{name}}}\n" + _part(rendering, case, name, **values)


def _part(rendering: Rendering, case: Case, name: str, **values: object) -> str:
    """A part of the case, from the template `case_<name>`."""
    lang = rendering.site.lang
    figures = {"money": lambda value: money(value, lang), "day": lambda text: day(text, lang), "signed": signed}
    return rendering.keep(rendering.template(f"case_{name}", case=case, **figures, **values))


def _objectives(rendering: Rendering, case: Case) -> list[ObjectiveLink]:
    """The objectives that a lesson teaches, in the case's order."""
    site, found = rendering.site, {}
    for page in site.course.lessons(site.lang):
        for objective in page.lesson.objectives if page.lesson else ():
            found[objective.id] = ObjectiveLink(objective.text, page.lesson.title if page.lesson else "", f"{rendering.root}{page.key}.html")
    return [found[id] for id in case.objectives if id in found]
