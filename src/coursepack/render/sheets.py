"""The tables and exhibits of a case as its templates want them: cells of text in one language."""

from itertools import groupby
from typing import NamedTuple

from ..model.case import Case, Chat, ChatLine, Exhibit, Statement, StatementRow, Table
from ..model.shape import Bilingual
from ..problem import Lang
from .figures import day, number
from .html import say
from .tables import is_wide


class Cell(NamedTuple):
    """A cell of a table; a `figure` is set to the right."""

    text: str
    figure: bool = False


class Sheet(NamedTuple):
    """A table; `total` is its last line, a word and a sum."""

    caption: str
    columns: list[Cell]
    rows: list[list[Cell]]
    total: tuple[str, str] | None = None

    @property
    def wide(self) -> bool:
        return is_wide([[cell.text for cell in row] for row in (self.columns, *self.rows)])


class Message(NamedTuple):
    """A line of a chat; `time` may be empty."""

    name: str
    side: str
    time: str
    text: str


class Sheets:
    """What one case shows in one language."""

    def __init__(self, case: Case, lang: Lang) -> None:
        self.case, self.lang = case, lang

    def invoices(self) -> Sheet:
        bills = self.case.invoices
        rows = [[self._text(bill.for_), self._day(bill.date), self._day(bill.due), _figure(bill.amount)] for bill in bills]
        return self._ledger("case_invoices", ("invoice_for", "date", "invoice_due"), rows, sum(bill.amount for bill in bills))

    def payments(self) -> Sheet | None:
        bills, paid = {bill.id: self._text(bill.for_) for bill in self.case.invoices}, self.case.payments
        rows = [[self._day(payment.date), bills.get(payment.invoice, Cell("")), _figure(payment.amount)] for payment in paid]
        return self._ledger("case_payments", ("date", "payment_for"), rows, sum(payment.amount for payment in paid)) if paid else None

    def exhibits(self) -> list[dict[str, object]]:
        return [{"id": exhibit.id, "kind": exhibit.kind, "title": self._text(exhibit.title).text, **self._content(exhibit)} for exhibit in self.case.exhibits]

    def _content(self, exhibit: Exhibit) -> dict[str, object]:
        match exhibit:
            case Statement():
                return {"sheet": Sheet("", self._columns(("date", "entry"), ("debit", "credit", "balance")), [self._booking(row) for row in exhibit.rows])}
            case Chat():
                return {"days": [(date, [self._message(line) for line in lines]) for date, lines in groupby(exhibit.lines, lambda line: line.at[:10])]}
            case Table():
                return {"sheet": self._table(exhibit)}
            case _:
                return {"text": self._text(exhibit.text).text}

    def _booking(self, row: StatementRow) -> list[Cell]:
        return [self._day(row.date), self._text(row.text), _figure(row.debit), _figure(row.credit), _figure(row.balance)]

    def _message(self, line: ChatLine) -> Message:
        person = self.case.person(line.speaker)
        name, side = (self._text(person.name).text, person.side) if person else (line.speaker, "debtor")
        return Message(name, side, line.at[11:], self._text(line.text).text)

    def _table(self, exhibit: Table) -> Sheet:
        rows = [[self._cell(value) for value in row] for row in exhibit.rows]
        figures = [all(cell.figure for cell in column) for column in zip(*rows, strict=False)]
        columns = [Cell(self._text(name).text, figure) for name, figure in zip(exhibit.columns, figures, strict=False)]
        return Sheet("", columns, [row[: len(columns)] for row in rows])

    def _cell(self, value: object) -> Cell:
        if isinstance(value, Bilingual):
            return self._text(value)
        return _figure(value) if isinstance(value, int | float) else self._day(str(value))

    def _ledger(self, caption: str, names: tuple[str, ...], rows: list[list[Cell]], total: float) -> Sheet:
        return Sheet(say(caption, self.lang), self._columns(names, ("money_unit",)), rows, (say("total", self.lang), number(total)))

    def _columns(self, names: tuple[str, ...], figures: tuple[str, ...]) -> list[Cell]:
        return [*(Cell(say(name, self.lang)) for name in names), *(Cell(say(name, self.lang), True) for name in figures)]

    def _text(self, text: Bilingual) -> Cell:
        return Cell(getattr(text, self.lang))

    def _day(self, text: str) -> Cell:
        return Cell(day(text, self.lang))


def _figure(value: float | None) -> Cell:
    return Cell("" if value is None else number(value), True)
