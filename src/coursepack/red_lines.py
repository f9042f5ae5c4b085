"""Finds phrases that must not be said. The browser's twin (course-script-check.js) passes the same cases: tests/red_lines/*.json.

Chinese phrases are found whatever white space stands between the characters, and 您 counts as 你; phrases in Latin letters as whole
words, whatever the case. “…” in a phrase stands for a few words of the same sentence, or for nothing. Both languages are searched in
every text: a line may mix them.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from .model.workshop import RedLine
from .text import HAN


class RedLineFinder:
    """A list of red lines, to look for in many texts: of its phrases only those are tried that begin with two characters of the text."""

    def __init__(self, red_lines: Iterable[RedLine]) -> None:
        self.phrases = [(red_line, phrase) for red_line in red_lines for phrase in (*red_line.phrases.zh, *red_line.phrases.en)]
        self.starting: dict[str, list[int]] = defaultdict(list)
        for number, (_, phrase) in enumerate(self.phrases):
            self.starting[_start(phrase)].append(number)

    def crossed(self, text: str) -> Iterator[tuple[RedLine, str]]:
        """Each red line that `text` crosses, with the phrase found, as it stands in the list."""
        plain = normal(text)
        packed = plain.replace(" ", "")
        starts = {one[at : at + 2] for one in (plain, packed) for at in range(len(one) - 1)} | {*plain, ""}
        seen = set()
        for number in sorted(number for start in starts & self.starting.keys() for number in self.starting[start]):
            red_line, phrase = self.phrases[number]
            if red_line.id not in seen and _pattern(phrase).search(packed if HAN.search(phrase) else plain):
                seen.add(red_line.id)
                yield red_line, phrase


def crossed(text: str, red_lines: Iterable[RedLine]) -> Iterator[tuple[RedLine, str]]:
    """The red lines that one text crosses."""
    return RedLineFinder(red_lines).crossed(text)


def _start(phrase: str) -> str:
    """The first two characters of what must be found, or the only one."""
    first = normal(phrase.split("…")[0]).strip(" ")
    return (first.replace(" ", "") if HAN.search(phrase) else first)[:2]


def normal(text: str) -> str:
    """Full-width and curly forms made plain, lower case, 您 as 你, runs of white space one space."""
    plain = unicodedata.normalize("NFKC", text).lower().replace("’", "'").replace("‘", "'").replace("您", "你")
    return re.sub(r"\s+", " ", plain)


@lru_cache(maxsize=2000)
def _pattern(phrase: str) -> re.Pattern[str]:
    parts = [re.escape(normal(part).strip(" ")) for part in phrase.split("…")]
    if HAN.search(phrase):
        return re.compile("[^。?!;]{0,12}".join(part.replace("\\ ", "") for part in parts))
    return re.compile("[^.?!;]{0,30}".join(f"(?<![a-z0-9]){part}(?![a-z0-9])" for part in parts))
