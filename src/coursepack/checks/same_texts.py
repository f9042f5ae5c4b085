"""Not a rule: whether two texts read the same to a learner."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

UNREAD = re.compile(
    r"[“”‘’\"'`。、;?!()《》「」『』·—]+"  # never read
    r"|(?<!\d)[,.:\s]+|[,.:\s]+(?!\d)|,(?=\d{3}(?!\d))"  # read only between digits
    r"|-(?!\d)"  # a hyphen, not a minus sign or a range
)


def reading_form(text: str) -> str:
    """`text` without case, width, white space and punctuation; decimal points, signs and % stay, since they change the meaning."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return UNREAD.sub("", plain) or text


def repeated(texts: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Each text that reads like an earlier one, as (its index, index of the earlier one)."""
    first: dict[str, int] = {}
    for index, text in enumerate(map(reading_form, texts)):
        if text in first:
            yield index, first[text]
        first.setdefault(text, index)
