"""A script workshop: a situation, and what the learner's own lines should do step by step; and the phrases no line may hold."""

from typing import Annotated

from pydantic import Field

from .shape import Bilingual, Channel, Id, ReferenceId, Shape, TalkStep, Words

Phrases = Annotated[tuple[Words, ...], Field(strict=False, min_length=1)]


class WorkshopStep(Shape):
    """One step of LSCP with what to write, and a line that would do, shown only on request."""

    step: TalkStep
    prompt: Bilingual
    example: Bilingual


class Workshop(Shape):
    id: Id
    title: Bilingual
    situation: Bilingual
    channel: Channel
    steps: Annotated[tuple[WorkshopStep, ...], Field(strict=False, min_length=1)]


class PhraseList(Shape):
    """Phrases by language; matched without regard to case and to white space."""

    zh: Phrases
    en: Phrases


class RedLine(Shape):
    """What must not be said, the law behind it, and what to say instead."""

    id: Id
    law: ReferenceId
    phrases: PhraseList
    why: Bilingual
    instead: Bilingual


class RedLines(Shape):
    red_lines: Annotated[tuple[RedLine, ...], Field(strict=False)]
