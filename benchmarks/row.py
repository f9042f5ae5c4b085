"""One line of the table: what was measured, its budget, and whether the budget was kept."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass


class Skipped(Exception):
    """A measurement that cannot be made on this machine; the text says why."""


@dataclass(frozen=True)
class Row:
    """`limit` None: shown for comparison only. `floor`: the budget is a least value, not a greatest."""

    what: str
    measured: float
    unit: str = "×"
    limit: float | None = None
    floor: bool = False

    @property
    def cells(self) -> tuple[str, str, str, str]:
        budget = "" if self.limit is None else f"{'≥' if self.floor else '≤'} {_number(self.limit)} {self.unit}"
        return self.what, budget, f"{_number(self.measured)} {self.unit}", self._verdict

    @property
    def excess(self) -> float:
        """By how much the budget is missed; 0 or less when it is kept."""
        if self.limit is None:
            return 0
        return self.limit - self.measured if self.floor else self.measured - self.limit

    @property
    def _verdict(self) -> str:
        if self.limit is None:
            return ""
        return f"missed by {_number(self.excess)} {self.unit}" if self.excess > 0 else "kept"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) or abs(value) >= 100 else f"{value:.2f}"


def table(rows: Sequence[Row]) -> str:
    """A Markdown table that also reads well on a terminal."""
    lines = [("what", "budget", "measured", "verdict"), *(row.cells for row in rows)]
    widths = [max(_width(line[column]) for line in lines) for column in range(4)]
    lines.insert(1, tuple("-" * width for width in widths))  # type: ignore[arg-type]
    return "\n".join("| " + " | ".join(cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=True)) + " |" for line in lines)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
