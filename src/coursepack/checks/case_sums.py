"""案例里的账加不起来。total 是各张发票的合计，paid 是各笔付款的合计，open 是两者之差；sums 里写的每一项，合计要等于各部分之和。
差一分钱，学员拿计算器一按就不信这门课了。

错误的写法（两张发票合计 124,000）：

    amounts: {total: 142000, open: 124000}

改法：照发票改数字；金额写到分，最多两位小数。
---
The accounts of a case do not add up. total is the sum of the invoices, paid the sum of the payments, open the difference; each entry of sums must equal its parts.
One cent off, and a learner with a pocket calculator stops believing the course.

Wrong (the two invoices make 124,000):

    amounts: {total: 142000, open: 124000}

Mend it: change the figure to what the invoices give; write amounts with two decimals at most.
"""

from collections.abc import Iterator
from decimal import Decimal

from ..course import Course
from ..model.case import Case
from ..problem import Problem, Text
from ..text import did_you_mean
from .placed_cases import PlacedCase, cases

LEVEL = "error"
CENT = Decimal("0.01")


def check(course: Course) -> Iterator[Problem]:
    for placed in cases(course):
        known = figures_of(placed.case)
        fine = [_cents(placed, ("amounts", name), value) for name, value in placed.case.amounts.items()]
        fine += [_cents(placed, ("invoices", index, "amount"), invoice.amount) for index, invoice in enumerate(placed.case.invoices)]
        fine += [_cents(placed, ("payments", index, "amount"), payment.amount) for index, payment in enumerate(placed.case.payments)]
        yield from (problem for problem in fine if problem)
        yield from _totals(placed)
        for index, entry in enumerate(placed.case.sums):
            yield from _sum(placed, index, [entry.of, *entry.parts], known)


def figures_of(case: Case) -> dict[str, Decimal]:
    """Every amount of a case by its name, exact."""
    figures = {name: Decimal(str(value)) for name, value in case.amounts.items()}
    return figures | {id: Decimal(str(item.amount)) for id, item in case.bookings.items()}


def _cents(placed: PlacedCase, path: tuple[str | int, ...], value: float) -> Problem | None:
    exact = Decimal(str(value))
    if exact == exact.quantize(CENT):
        return None
    return Problem(placed.source.place(*path), "case-sums", Text(f"“{value}”不到分为止", f"“{value}” is finer than a cent"), Text("最多写两位小数", "write two decimals at most"))


def _totals(placed: PlacedCase) -> Iterator[Problem]:
    case = placed.case
    invoiced = sum((Decimal(str(invoice.amount)) for invoice in case.invoices), Decimal(0))
    paid = sum((Decimal(str(payment.amount)) for payment in case.payments), Decimal(0))
    wanted = {"total": invoiced, "open": invoiced - paid} | ({"paid": paid} if case.payments else {})
    for name, value in wanted.items():
        if name not in case.amounts:
            yield Problem(placed.source.place("amounts", key=True), "case-sums", Text(f"amounts 里缺“{name}”", f"amounts has no “{name}”"), Text(f"补上 {name}: {value}", f"add {name}: {value}"))
        elif Decimal(str(case.amounts[name])) != value:
            yield _off(placed, ("amounts", name), name, Decimal(str(case.amounts[name])), value)


def _sum(placed: PlacedCase, index: int, names: list[str], known: dict[str, Decimal]) -> Iterator[Problem]:
    missing = [name for name in names if name not in known]
    for name in missing:
        near = did_you_mean(name, known)
        remedy = Text(f"改为 {near}", f"change it to: {near}") if near else Text("先写进 amounts", "put it into amounts first")
        yield Problem(placed.source.place("sums", index), "case-sums", Text(f"没有叫“{name}”的金额", f"there is no amount “{name}”"), remedy)
    total = sum((known[name] for name in names[1:] if name in known), Decimal(0))
    if not missing and known[names[0]] != total:
        yield _off(placed, ("sums", index), names[0], known[names[0]], total)


def _off(placed: PlacedCase, path: tuple[str | int, ...], name: str, found: Decimal, wanted: Decimal) -> Problem:
    return Problem(
        placed.source.place(*path),
        "case-sums",
        Text(f"“{name}”是 {found:,}，加起来是 {wanted:,}", f"“{name}” is {found:,}, but its parts make {wanted:,}"),
        Text("改成加得起来的数", "use figures that add up"),
    )
