"""The fences `workshop <id>` (write your own lines), `red-lines` (what no line may say) and `sparring` (cases as texts for a language model)."""

from markupsafe import Markup

from ..model.case import Case
from ..model.lesson import Fence
from .html import template
from .rendering import Rendering

CHECKS = ("steps", "sum", "date", "next", "approval", "length", "red-line")


def workshop(rendering: Rendering, group: list[Fence]) -> str:
    found = rendering.site.course.workshops
    return "".join(rendering.keep(rendering.template("workshop", workshop=found[id], checks=CHECKS)) for id in group[0].args if id in found)


def red_lines(rendering: Rendering, group: list[Fence]) -> str:
    found = rendering.site.course.red_lines
    return rendering.keep(rendering.template("red_lines", red_lines=found.red_lines, law_url=rendering.root + "law.html")) if found else ""


def sparring(rendering: Rendering, group: list[Fence]) -> str:
    prompts = [(case, prompt(case, rendering)) for case in rendering.site.course.cases.values()]
    return rendering.keep(rendering.template("sparring", prompts=prompts))


def prompt(case: Case, rendering: Rendering) -> Markup:
    """A case as a text to paste: the debtor's part without model answers and without the secrets of the collector's card."""
    lang = rendering.site.lang
    debtor, collector = (next(person for person in case.people if person.side == side) for side in ("debtor", "creditor"))
    return template(f"sparring_{lang}", lang, case=case, debtor=debtor, collector=collector)
