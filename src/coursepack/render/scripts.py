"""The fences `script <id> …` (ready sentences in a lesson) and `scripts` (the library of all of them, by situation)."""

from typing import NamedTuple, get_args

from ..model.lesson import Fence
from ..model.script import Script, Situation, Tone
from ..model.shape import Channel, TalkStep
from .rendering import Rendering
from .tables import is_wide


class Listed(NamedTuple):
    """A script in the library, with the lesson that teaches it; None while no lesson does."""

    script: Script
    lesson: str | None
    url: str


def script(rendering: Rendering, group: list[Fence]) -> str:
    known, lang = rendering.site.course.scripts, rendering.site.lang
    found = [known[id] for id in group[0].args if id in known]
    wide = is_wide([[getattr(text, lang) for text in (one.text, one.when, one.when_not)] for one in found])
    return rendering.keep(rendering.template("script_table", scripts=found, wide=wide))


def scripts(rendering: Rendering, group: list[Fence]) -> str:
    lessons = _lessons(rendering)
    listed = [Listed(one, *lessons.get(one.id, (None, ""))) for one in rendering.site.course.scripts.values()]
    groups = [(situation, [one for one in listed if one.script.situation == situation.id]) for situation in _situations(rendering)]
    groups = [(situation, members) for situation, members in groups if members]
    return rendering.keep(rendering.template("scripts", groups=groups, total=len(listed), channels=get_args(Channel), steps=get_args(TalkStep), tones=get_args(Tone)))


def _situations(rendering: Rendering) -> tuple[Situation, ...]:
    found = rendering.site.course.situations
    return found.situations if found else ()


def _lessons(rendering: Rendering) -> dict[str, tuple[str, str]]:
    """Title and address of the lesson that shows each script, the first where there are several."""
    found: dict[str, tuple[str, str]] = {}
    for page in rendering.site.course.lessons(rendering.site.lang):
        for id in (id for fence in page.fences if fence.name == "script" for id in fence.args):
            found.setdefault(id, (rendering.site.title(page.key), f"{rendering.root}{page.key}.html#say"))
    return found
