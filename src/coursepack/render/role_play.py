"""The fence `role-play`: the conversation as a numbered text to be played on paper, and the parts from which
course-role-play.js makes a conversation of it. No text stands on the page twice.

The numbers are shuffled as in a game book, so that a number says nothing about where it leads.
"""

from typing import NamedTuple

from ..model.case import Case
from ..model.data import Reference
from ..model.lesson import Fence
from ..model.role_play import DIMENSIONS, LIMIT, NARRATOR, STEPS, Effect, Ending, RolePlay, Scene
from ..play import Graph
from ..problem import Lang
from ..shuffle import shuffle
from .figures import money, signed
from .html import say
from .rendering import Rendering

ROUNDING = 0.001  # a share written with three decimals, as a part of the debt


class Line(NamedTuple):
    """Who speaks, and how; `side` is debtor, creditor or narrator."""

    side: str
    name: str
    mood: str
    text: object


def role_play(rendering: Rendering, group: list[Fence]) -> str:
    id = group[0].args[0]
    course = rendering.site.course
    play, case = course.role_plays.get(id), course.cases.get(id)
    if play is None:
        return ""
    graph, lang = Graph(play), rendering.site.lang
    values = {
        "play": play,
        "dom": f"play-{play.id}",
        "numbers": _numbers(play),
        "steps": STEPS,
        "dimensions": DIMENSIONS,
        "limit": LIMIT,
        "signed": signed,
        "line": lambda scene: _line(scene, case, lang),
    }
    rendering.answers.append(rendering.keep(rendering.template("play_key", effects=lambda effect: _effects(effect, lang), **values)))
    html = rendering.template(
        "role_play",
        graph=graph,
        best=graph.play(graph.best),
        cash=lambda share: _cash(share, case, lang),
        laws=_laws(rendering, play),
        law_url=rendering.root + "law.html",
        **values,
    )
    return rendering.keep(html)


def _numbers(play: RolePlay) -> dict[str, int]:
    """Scenes and endings by their number in the text, in that order; the start is 1."""
    others = [id for id in (*play.nodes, *play.endings) if id != play.start]
    return {id: number for number, id in enumerate([play.start, *shuffle(play.id, others)], 1)}


def _line(said: Scene | Ending, case: Case | None, lang: Lang) -> Line:
    """At an ending nobody shows a mood."""
    if said.speaker == NARRATOR:
        return Line(NARRATOR, "", "", said.line)
    person = case.person(said.speaker) if case else None
    return Line("debtor", getattr(person.name, lang) if person else said.speaker, getattr(said, "mood", ""), said.line)


def _effects(effect: Effect, lang: Lang) -> str:
    """What a choice earns, in words: 澄清 +3，倾听 +1."""
    found = [(name, getattr(effect, name)) for name in DIMENSIONS if getattr(effect, name)]
    words = [f"{say(f'step_{name}', lang)} {signed(points)}" for name, points in sorted(found, key=lambda item: -abs(item[1]))]
    return ("，" if lang == "zh" else ", ").join(words) or say("play_no_points", lang)


def _cash(share: float, case: Case | None, lang: Lang) -> str:
    """The part of the debt that has a date, in words; the sum is one that the case knows, if the share is that sum's."""
    if not share:
        return say("play_cash_none", lang)
    percent = round(share * 100)
    open_ = case.amounts.get("open") if case else None
    if case is None or not open_:
        return say("play_cash_share", lang, share=percent)
    known = [*case.amounts.values(), *(bill.amount for bill in case.invoices)]
    nearest = min(known, key=lambda amount: abs(amount - share * open_))
    total = nearest if abs(nearest - share * open_) <= ROUNDING * open_ else round(share * open_)
    return say("play_cash", lang, sum=money(total, lang), share=percent)


def _laws(rendering: Rendering, play: RolePlay) -> list[Reference]:
    """The facts that red lines of this role play rest on."""
    wanted = {choice.red_line for scene in play.nodes.values() for choice in scene.choices}
    references = rendering.site.course.references
    return [fact for fact in references.references if fact.id in wanted] if references else []
