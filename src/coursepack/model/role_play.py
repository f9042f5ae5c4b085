"""A conversation as a graph: scenes (nodes), the learner's choices between them, endings. Whether it can be played through is asked by the rules."""

from typing import Annotated, Literal

from pydantic import Field

from .question import Accepts
from .shape import Bilingual, Id, ReferenceId, Shape

Dimension = Literal["listen", "share", "clarify", "present", "ask", "relationship"]
Mood = Literal["calm", "wary", "annoyed", "angry", "embarrassed", "relieved"]
Outcome = Literal["agreed", "partial", "deferred", "broken"]
Points = Annotated[int, Field(ge=-3, le=3)]
DIMENSIONS: tuple[Dimension, ...] = ("listen", "share", "clarify", "present", "ask", "relationship")
STEPS = DIMENSIONS[:-1]
NARRATOR = "narrator"
LIMIT = 10  # no dimension may leave −LIMIT..LIMIT on any path


class Effect(Shape):
    """What a choice adds to each dimension."""

    listen: Points = 0
    share: Points = 0
    clarify: Points = 0
    present: Points = 0
    ask: Points = 0
    relationship: Points = 0

    @property
    def total(self) -> int:
        return sum(getattr(self, name) for name in DIMENSIONS)


class PlayChoice(Shape):
    """One line that the learner may say; `next` is a scene or an ending."""

    id: Id
    step: Literal["listen", "share", "clarify", "present", "ask", "none"]
    tone: Literal["soft", "firm", "hard"]
    text: Bilingual
    effect: Effect = Effect()
    feedback: Bilingual
    red_line: ReferenceId | None = None
    next: Id


class Scene(Shape):
    """`speaker` is a person of the case, or `narrator`."""

    speaker: Id
    mood: Mood
    line: Bilingual
    choices: Annotated[tuple[PlayChoice, ...], Field(strict=False, min_length=2, max_length=4)]


class Ending(Shape):
    """`cash` is the share of the open debt for which there is a dated commitment; `line` is said by `speaker`, as a scene's."""

    outcome: Outcome
    cash: Annotated[float, Field(ge=0, le=1)]
    title: Bilingual
    speaker: Id = "debtor"
    line: Bilingual | None = None
    debrief: Bilingual


class RolePlay(Shape):
    id: Id
    title: Bilingual
    setting: Bilingual
    start: Id
    nodes: Annotated[dict[Id, Scene], Field(min_length=1)]
    endings: Annotated[dict[Id, Ending], Field(min_length=1)]
    accept: Accepts = {}
