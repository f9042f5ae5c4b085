"""Makes the search index small enough to fetch on a phone: each entry keeps its opening words, which results show, and then every
further word once, which they do not show. Which words are found stays the same, but for single characters and bare figures far down in a section.

The format is that of Material's search plugin: a list of {location, title, text}; in Chinese texts zero-width spaces part the words.
"""

import json
import re
from pathlib import Path
from typing import Any

OPENING = 120  # characters that a result has room for, zero-width spaces included
SPACE = re.compile(r"[ \n]+")
TAG = re.compile(r"<[^>]*>")
FIGURE = re.compile(r"[\d.,%]+")
LEFT_OUT = re.compile(r"(?:blueprint|coverage)\.html|.*#sources$")  # tables of links; facts are found on their own page
SCRIPT_START = "var __index = "


def shorten_index(site: Path) -> None:
    """Rewrites the index files of one language's site, where there are any."""
    path = site / "search" / "search_index.json"
    if not path.is_file():
        return
    index = json.loads(path.read_text(encoding="utf-8"))
    separator = re.compile(index["config"]["separator"])
    index["docs"] = [shortened(entry, separator) for entry in index["docs"] if not LEFT_OUT.match(entry["location"])]
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text, encoding="utf-8", newline="\n")
    script = path.with_suffix(".js")  # what pages opened from a folder load instead
    if script.is_file():
        script.write_text(SCRIPT_START + text, encoding="utf-8", newline="\n")


def shortened(entry: dict[str, Any], separator: re.Pattern[str]) -> dict[str, Any]:
    """An entry with the same words to find in fewer characters."""
    text = SPACE.sub(" ", TAG.sub(" ", entry["text"])).strip()
    opening = text if len(text) <= OPENING else text[: _end_of_word(text)]
    seen = {word.lower() for word in separator.split(f"{entry['title']} {opening}")}
    more = sorted({word.lower() for word in separator.split(text[len(opening) :])} - seen)
    words = [word for word in more if len(word) > 1 and not FIGURE.fullmatch(word)]
    rest = f"<span hidden> {' '.join(words)}</span>…" if opening != text else ""
    return entry | {"text": f"<p>{opening.strip()}{rest}</p>" if text else ""}


def _end_of_word(text: str) -> int:
    """Where to cut: behind the last word that is whole within the opening."""
    ends = [match.start() for match in re.finditer(r"[\s\u200b]", text[: OPENING + 1])]
    return ends[-1] if ends else OPENING
