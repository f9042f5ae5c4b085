"""Money and dates in the manner of each language."""

import pytest

from coursepack.render.figures import day, money, number, signed


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [(480000, "480,000 元", "RMB 480,000"), (0, "0 元", "RMB 0"), (1234.5, "1,234.50 元", "RMB 1,234.50"), (999, "999 元", "RMB 999"), (66000.0, "66,000 元", "RMB 66,000")],
)
def test_money(value: float, zh: str, en: str) -> None:
    assert (money(value, "zh"), money(value, "en")) == (zh, en)


def test_numbers_and_points() -> None:
    assert [number(value) for value in (1000000, -2500, 0.1)] == ["1,000,000", "-2,500", "0.10"]
    assert [signed(points) for points in (3, 0, -2)] == ["+3", "0", "−2"]


def test_days() -> None:
    assert (day("2026-03-05", "zh"), day("2026-03-05", "en")) == ("2026 年 3 月 5 日", "5 March 2026")
    assert (day("2027-12-31", "zh"), day("2027-12-31", "en")) == ("2027 年 12 月 31 日", "31 December 2027")
