"""What stands inside `dialogue` and `next-call` fences; read by rules and renderer alike."""

import re
from typing import NamedTuple

from .lesson import Fence, Line

STEPS = {
    "zh": ("倾听", "分享感受", "澄清", "提出方案", "请求行动"),
    "en": ("Listen", "Share", "Clarify", "Present", "Ask"),
}
SPEECH = re.compile(r"\s*([^:：\[\]]{1,40}): +(.*\S)\s*$")
STEP = re.compile(r"\[([^\[\]]{1,20})\]\s*")
BLANK = re.compile(r"\[([a-z0-9]+(?:-[a-z0-9]+)*): *([^\[\]]+?)\s*\]")


class Speech(NamedTuple):
    """One line of a dialogue; `parts` are (step or "", words)."""

    name: str
    parts: tuple[tuple[str, str], ...]
    line: Line


class Blank(NamedTuple):
    """A part of a text with blanks: kind "words" or "blank"; `words` is the text or the blank's label."""

    kind: str
    id: str
    words: str


def title_of(fence: Fence) -> str:
    """The box's heading, from a line `= heading`."""
    return next((line.text.strip()[1:].strip() for line in fence.body if line.text.startswith("= ")), "")


def speeches(fence: Fence) -> tuple[Speech, ...]:
    """The lines of a dialogue; a line that is not `name: words` is left out (a rule reports it)."""
    found = ((line, SPEECH.match(line.text)) for line in fence.body if not line.text.startswith("= "))
    return tuple(Speech(match[1].strip(), _parts(match[2]), line) for line, match in found if match)


def _parts(words: str) -> tuple[tuple[str, str], ...]:
    pieces = STEP.split(words)
    parts = [("", pieces[0])] if pieces[0].strip() else []
    parts.extend(zip(pieces[1::2], pieces[2::2], strict=True))
    return tuple(parts)


def blanks(text: str) -> tuple[Blank, ...]:
    """A text with its `[id: label]` blanks told apart."""
    pieces = BLANK.split(text)
    parts = [Blank("words", "", pieces[0])]
    for id, label, words in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
        parts += [Blank("blank", id, label), Blank("words", "", words)]
    return tuple(part for part in parts if part.kind == "blank" or part.words)
