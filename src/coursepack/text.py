"""Small questions about strings, with no knowledge of courses or files."""

import difflib
import re
from collections.abc import Iterable

from wcwidth import wcswidth, wcwidth

HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
LATIN_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff]"
)


def count_han(text: str) -> int:
    """Number of Chinese characters."""
    return len(HAN.findall(text))


def count_words(text: str) -> int:
    """Number of words in Latin letters."""
    return len(LATIN_WORD.findall(text))


def reading_length(text: str) -> int:
    """Length as a reader sees it: Han characters count 2, all others 1."""
    return len(text) + count_han(text)


def display_width(text: str) -> int:
    """Columns that a terminal gives to `text` (East Asian wide characters take two)."""
    width = wcswidth(text)
    return width if width >= 0 else sum(max(wcwidth(char), 0) for char in text)


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """The known word nearest to `word`, or None when none is near."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return near[0] if near else None
