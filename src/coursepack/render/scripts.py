"""The fences `script <id> …` (ready sentences in a lesson) and `scripts` (the library of all of them, by situation)."""

from typing import NamedTuple

from ..model.lesson import Fence
from ..model.script import Script, Situation
from .rendering import Rendering
from .tables import is_wide

CHANNELS = ("visit", "phone", "wechat", "letter")
STEPS = ("listen", "share", "clarify", "present", "ask")
TONES = ("soft", "firm")


class Listed(NamedTuple):
    """A script in the library, with the lesson that teaches it; None while no lesson does."""

    script: Script
    lesson: str | None
    url: str


def script(rendering: Rendering, group: list[Fence]) -> str:
    known, lang = rendering.site.course.scripts, rendering.site.lang
    found = [known[id] for id in group[0].args if id in known]
    wide = is_wide([[getattr(text, lang) for text in (one.text, one.when, one.when_not)] for one in found])
    return rendering.keep(rendering.template("script_table", scripts=found, wide=wide, library=_library(rendering)))


def _library(rendering: Rendering) -> str:
    """Where the whole library stands; empty in a course without that page."""
    return f"{rendering.root}scripts.html" if "scripts" in rendering.site.course.pages[rendering.site.lang] else ""


def scripts(rendering: Rendering, group: list[Fence]) -> str:
    listed = [Listed(one, *_lesson_of(rendering, one.id)) for one in rendering.site.course.scripts.values()]
    groups = [(situation, [one for one in listed if one.script.situation == situation.id]) for situation in _situations(rendering)]
    groups = [(situation, members) for situation, members in groups if members]
    return rendering.keep(rendering.template("scripts", groups=groups, total=len(listed), channels=CHANNELS, steps=STEPS, tones=TONES))


def _situations(rendering: Rendering) -> tuple[Situation, ...]:
    found = rendering.site.course.situations
    return found.situations if found else ()


def _lesson_of(rendering: Rendering, id: str) -> tuple[str | None, str]:
    """Title and address of the lesson that shows the script."""
    for page in rendering.site.course.lessons(rendering.site.lang):
        if any(fence.name == "script" and id in fence.args for fence in page.fences):
            return (page.lesson.title if page.lesson else page.key), f"{rendering.root}{page.key}.html#say"
    return None, ""
