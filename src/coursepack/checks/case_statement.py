"""对账单一行一行加不下去。每行的余额等于上一行余额加借方减贷方；ref 指的发票或付款，金额、日期要一致；最后的余额等于 amounts 里的 open。

错误的写法：

    - {date: 2026-01-03, ref: inv-1, debit: 480000, balance: 480000, text: {zh: 减速机, en: Reducers}}
    - {date: 2026-02-11, ref: pay-1, credit: 50000, balance: 403000, text: {zh: 到账, en: Received}}

改法：第二行的余额是 430000。
---
A statement of account cannot be added up line by line. Each balance is the one before plus debit less credit; the invoice or payment named by ref has the same
amount and date; the last balance equals open in amounts.

Wrong:

    - {date: 2026-01-03, ref: inv-1, debit: 480000, balance: 480000, text: {zh: 减速机, en: Reducers}}
    - {date: 2026-02-11, ref: pay-1, credit: 50000, balance: 403000, text: {zh: 到账, en: Received}}

Mend it: the balance of the second line is 430000.
"""

from collections.abc import Iterator
from decimal import Decimal

from ..course import Course
from ..model.case import Statement, StatementRow
from ..problem import Problem, Text
from ..text import did_you_mean
from .placed_cases import PlacedCase, cases

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    for placed in cases(course):
        for index, exhibit in enumerate(placed.case.exhibits):
            if isinstance(exhibit, Statement):
                yield from _statement(placed, index, exhibit)


def _statement(placed: PlacedCase, index: int, statement: Statement) -> Iterator[Problem]:
    balance, adds_up = Decimal(0), True
    for number, row in enumerate(statement.rows):
        yield from _reference(placed, (index, number), row)
        moved = _exact(row.debit) - _exact(row.credit)
        if number == 0 and row.debit is None and row.credit is None:
            moved = _exact(row.balance)  # a balance brought forward
        balance += moved
        if _exact(row.balance) != balance:
            yield _problem(placed, (index, number, "balance"), Text(f"余额是 {row.balance:,.2f}，应是 {balance:,.2f}", f"the balance is {row.balance:,.2f}; it should be {balance:,.2f}"), Text("改余额，或改借方、贷方", "change the balance, or debit or credit"))
            balance, adds_up = _exact(row.balance), False
    open_ = placed.case.amounts.get("open")
    if adds_up and open_ is not None and balance != _exact(open_):
        yield _problem(placed, (index, len(statement.rows) - 1, "balance"), Text(f"最后余额 {balance:,.2f}，open 是 {open_:,.2f}", f"the last balance is {balance:,.2f}, but open is {open_:,.2f}"), Text("补上缺的行，或改 amounts", "add the missing lines, or change amounts"))


def _reference(placed: PlacedCase, at: tuple[int, int], row: StatementRow) -> Iterator[Problem]:
    if row.ref is None:
        return
    items = placed.case.bookings
    item = items.get(row.ref)
    if item is None:
        near = did_you_mean(row.ref, items)
        remedy = Text(f"改为 {near}", f"change it to: {near}") if near else Text("写发票或付款的 id", "write the id of an invoice or a payment")
        yield _problem(placed, (*at, "ref"), Text(f"没有叫“{row.ref}”的发票或付款", f"there is no invoice or payment “{row.ref}”"), remedy)
        return
    booked = row.debit if item in placed.case.invoices else row.credit
    if booked is None or _exact(booked) != _exact(item.amount) or row.date != item.date:
        yield _problem(placed, (*at, "ref"), Text(f"“{row.ref}”是 {item.date}、{item.amount:,.2f}，这一行不一样", f"“{row.ref}” is {item.date}, {item.amount:,.2f}; this line differs"), Text("发票记借方、付款记贷方，日期和金额照抄", "book an invoice under debit and a payment under credit, with its date and amount"))


def _exact(value: float | None) -> Decimal:
    return Decimal(str(value or 0))


def _problem(placed: PlacedCase, path: tuple[str | int, ...], message: Text, remedy: Text) -> Problem:
    index, number, *rest = path
    return Problem(placed.source.place("exhibits", index, "rows", number, *rest), "case-statement", message, remedy)
