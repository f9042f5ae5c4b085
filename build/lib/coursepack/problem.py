"""What a rule finds: data only. Printing it is the business of `report`."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Level = Literal["error", "warning"]
Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")


class Text(NamedTuple):
    """A message in both languages."""

    zh: str
    en: str


class Place(NamedTuple):
    """Where something stands: `file` relative to the course root, lines and columns from 1, columns and length in code points."""

    file: str
    line: int = 1
    column: int = 1
    length: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding of the rule `rule`; `owner` is the id whose `accept` may excuse it (warnings only)."""

    place: Place
    rule: str
    message: Text
    remedy: Text
    level: Level = "error"
    owner: str = ""
    lang: str = ""  # "zh" or "en" when only that edition is concerned

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        return (self.place.file, self.place.line, self.place.column, self.rule, self.message.en)
