"""Money and dates as each language writes them: 480,000 元 and 2026 年 3 月 5 日, RMB 480,000 and 5 March 2026."""

from datetime import date

from ..problem import Lang

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def number(value: float) -> str:
    """With thousands separators; fen only where there are any."""
    return f"{value:,.0f}" if value == round(value) else f"{value:,.2f}"


def money(value: float, lang: Lang) -> str:
    """A sum in RMB."""
    return f"{number(value)} 元" if lang == "zh" else f"RMB {number(value)}"


def day(text: str, lang: Lang) -> str:
    """A day, given as 2026-03-05."""
    at = date.fromisoformat(text)
    return f"{at.year} 年 {at.month} 月 {at.day} 日" if lang == "zh" else f"{at.day} {MONTHS[at.month - 1]} {at.year}"


def signed(points: int) -> str:
    """Points with their sign; the minus is the true one."""
    return f"+{points}" if points > 0 else f"−{-points}" if points else "0"
