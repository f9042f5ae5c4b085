"""Not a rule: money figures in a text."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

DIGITS = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
COUNTED = "小时|公里|台|次|件|吨|转|米|家|人|个|字|年|天|股"  # 10 万次 is no money
PATTERNS = {
    "zh": re.compile(rf"(?<![0-9.,:])(?P<number>{DIGITS})\s?(?:(?P<times>[万亿])(?!\s?(?:{COUNTED}))(?:\s?(?:元|块钱|块))?|元|块钱)(?P<yuan>)"),
    "en": re.compile(rf"RMB\s?(?P<number>{DIGITS})(?:\s(?P<times>thousand|million))?|(?<![0-9.,:])(?P<yuan>{DIGITS})\s?yuan"),
}
TIMES = {"万": 10_000, "亿": 100_000_000, "thousand": 1_000, "million": 1_000_000}


class Figure(NamedTuple):
    """A sum of money as written, at `start` of the text; `value` in RMB."""

    start: int
    words: str
    value: Decimal


def figures(text: str, lang: str) -> Iterator[Figure]:
    """The sums named in `text`; bare numbers do not count."""
    for match in PATTERNS[lang].finditer(text):
        found = match.groupdict()
        number = found["number"] or found["yuan"]
        yield Figure(match.start(), match.group(), Decimal(number.replace(",", "")) * TIMES.get(found["times"] or "", 1))
