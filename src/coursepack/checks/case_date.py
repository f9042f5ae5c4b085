"""案例里的日期前后不合：到期日早于开票日，付款早于它的发票，或者时间线、对账单、聊天记录没有按先后排。

错误的写法：

    - {id: inv-1, date: 2026-03-04, due: 2026-01-03, amount: 480000, for: {zh: 减速机, en: Reducers}}

改法：开票在前，到期在后；各张表按日期从早到晚排。
---
Dates of a case do not fit together: due before the invoice, a payment before its invoice, or a timeline, statement or chat out of order.

Wrong:

    - {id: inv-1, date: 2026-03-04, due: 2026-01-03, amount: 480000, for: {zh: 减速机, en: Reducers}}

Mend it: the invoice comes first, then the due date; lists run from the earliest to the latest.
"""

from collections.abc import Iterator, Sequence

from ..course import Course
from ..model.case import Chat, Statement
from ..problem import Problem, Text
from ..text import did_you_mean
from .placed_cases import PlacedCase, cases

LEVEL = "error"
Path = tuple[str | int, ...]


def check(course: Course) -> Iterator[Problem]:
    for placed in cases(course):
        yield from _bookings(placed)
        yield from _order(placed, ("timeline",), "date", [entry.date for entry in placed.case.timeline])
        for index, exhibit in enumerate(placed.case.exhibits):
            if isinstance(exhibit, Statement):
                yield from _order(placed, ("exhibits", index, "rows"), "date", [row.date for row in exhibit.rows])
            if isinstance(exhibit, Chat):
                yield from _order(placed, ("exhibits", index, "lines"), "at", [line.at for line in exhibit.lines])


def _bookings(placed: PlacedCase) -> Iterator[Problem]:
    dates = {invoice.id: invoice.date for invoice in placed.case.invoices}
    for index, invoice in enumerate(placed.case.invoices):
        if invoice.due < invoice.date:
            yield _problem(placed, ("invoices", index, "due"), Text(f"到期日 {invoice.due} 早于开票日", f"due on {invoice.due}, before the invoice"))
    for index, payment in enumerate(placed.case.payments):
        if payment.invoice not in dates:
            near = did_you_mean(payment.invoice, dates)
            remedy = Text(f"改为 {near}", f"change it to: {near}") if near else Text("写发票的 id", "write the id of an invoice")
            yield Problem(placed.source.place("payments", index, "invoice"), "case-date", Text(f"没有发票“{payment.invoice}”", f"there is no invoice “{payment.invoice}”"), remedy)
        elif payment.date < dates[payment.invoice]:
            yield _problem(placed, ("payments", index, "date"), Text(f"付款 {payment.date} 早于它的发票", f"paid on {payment.date}, before its invoice"))


def _order(placed: PlacedCase, path: Path, key: str, moments: Sequence[str]) -> Iterator[Problem]:
    for index, (before, now) in enumerate(zip(moments, moments[1:], strict=False), 1):
        if now < before:
            yield _problem(placed, (*path, index, key), Text(f"{now} 排在 {before} 后面", f"{now} comes after {before}"))


def _problem(placed: PlacedCase, path: Path, message: Text) -> Problem:
    return Problem(placed.source.place(*path), "case-date", message, Text("改日期，或换先后", "change the date, or the order"))
