"""The script library: ready sentences with when to say them and when not; lessons show them by id, so that each text exists once."""

from typing import Annotated, Literal

from pydantic import Field

from .shape import Bilingual, Channel, Id, Shape, TalkStep

Tone = Literal["soft", "firm"]


class Script(Shape):
    """One sentence to say or write; `situation` is an id of docs/data/script_situations.yml, `when` and `when_not` are fragments."""

    id: Id
    situation: Id
    channels: Annotated[tuple[Channel, ...], Field(strict=False, min_length=1)]
    step: TalkStep
    tone: Tone
    text: Bilingual
    when: Bilingual
    when_not: Bilingual


class ScriptFile(Shape):
    scripts: Annotated[tuple[Script, ...], Field(strict=False)]


class Situation(Shape):
    """A kind of moment that scripts are sorted by."""

    id: Id
    title: Bilingual


class Situations(Shape):
    situations: Annotated[tuple[Situation, ...], Field(strict=False)]
