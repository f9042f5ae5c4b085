"""Not a rule: whether two texts read the same to a learner."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

UNREAD = re.compile(
    r"[“”‘’\"'`。、;?!()《》「」『』·—]+"  # never read
    r"|(?<!\d)[,.:\s]+|[,.:\s]+(?!\d)|,(?=\d{3}(?!\d))"  # read only between digits
    r"|-(?!\d)"  # a hyphen, not a minus sign or a range
)
# what may stand before the first character that is read, and after the last
EDGE = " \t\n\u3000“”‘’\"'`。、;?!()《》「」『』·—,.:-；？！（），．：－…｡､"


def reading_form(text: str) -> str:
    """`text` without case, width, white space and punctuation; decimal points, signs and % stay, since they change the meaning."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return UNREAD.sub("", plain) or text


def _ends(text: str) -> str:
    """First and last character that are read: texts that read the same agree in them."""
    core = text.strip(EDGE)
    return unicodedata.normalize("NFKC", core[:1] + core[-1:]).casefold()


def repeated(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Each text that reads like an earlier one, as (its index, index of the earlier one)."""
    if len(set(map(_ends, texts))) == len(texts):
        return
    first: dict[str, int] = {}
    for index, text in enumerate(map(reading_form, texts)):
        if text in first:
            yield index, first[text]
        first.setdefault(text, index)
