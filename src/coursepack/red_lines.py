"""Finds phrases that must not be said. The browser's twin (course-script-check.js) passes the same cases: tests/red_lines/*.json.

Chinese phrases are found whatever white space stands between the characters, and 您 counts as 你; phrases in Latin letters as whole
words, whatever the case. “…” in a phrase stands for a few words of the same sentence, or for nothing. Both languages are searched in
every text: a line may mix them.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from .model.workshop import RedLine
from .text import HAN


def crossed(text: str, red_lines: Iterable[RedLine]) -> Iterator[tuple[RedLine, str]]:
    """Each red line that `text` crosses, with the phrase found, as it stands in the list."""
    plain = normal(text)
    packed = plain.replace(" ", "")
    for red_line in red_lines:
        for phrase in (*red_line.phrases.zh, *red_line.phrases.en):
            if _pattern(phrase).search(packed if HAN.search(phrase) else plain):
                yield red_line, phrase
                break


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
