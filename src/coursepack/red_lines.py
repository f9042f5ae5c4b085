"""Finds phrases that must not be said. The browser's twin (course-script-check.js) passes the same cases: tests/red_lines/*.json.

Chinese phrases are found whatever white space stands between the characters; phrases in Latin letters as whole words, whatever the
case. Both languages are searched in every text: a line may mix them.
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
            if _stands_in(phrase, plain, packed):
                yield red_line, phrase
                break


def normal(text: str) -> str:
    """Full-width and curly forms made plain, lower case, runs of white space one space."""
    plain = unicodedata.normalize("NFKC", text).lower().replace("’", "'").replace("‘", "'")
    return re.sub(r"\s+", " ", plain)


def _stands_in(phrase: str, plain: str, packed: str) -> bool:
    if HAN.search(phrase):
        return normal(phrase).replace(" ", "") in packed
    return bool(_words(phrase).search(plain))


@lru_cache(maxsize=1000)
def _words(phrase: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z0-9]){re.escape(normal(phrase))}(?![a-z0-9])")
