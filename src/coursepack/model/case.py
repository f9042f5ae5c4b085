"""A case: the facts a person could act on, exhibits, discussion, and the three parts of a role play on paper.

Exhibits are of four kinds, each with its own keys; like questions they are read one by one, so that all problems show.
"""

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from ..problem import Problem, Text
from ..yaml_source import Source
from .question import Accepts
from .shape import Bilingual, Id, ObjectiveId, ReferenceId, Shape, TalkStep, _missing_key, _not_in_list, read, real_date

Day = Annotated[str, BeforeValidator(real_date)]
Money = Annotated[float, Field(allow_inf_nan=False)]
References = Annotated[tuple[ReferenceId, ...], Field(strict=False)]


def _moment(value: Any) -> str:
    """A day, or a day and a time: 2026-03-12 09:40."""
    if isinstance(value, str) and (match := re.fullmatch(r"(\S+)(?: ([01][0-9]|2[0-3]):[0-5][0-9])?", value)):
        real_date(match[1])
        return value
    raise PydanticCustomError("date_text", "no date")


def _cell(value: Any) -> Any:
    """A number, a date, or a text in both languages."""
    if isinstance(value, dict):
        if set(value) == {"zh", "en"} and all(isinstance(text, str) and text.strip() for text in value.values()):
            return Bilingual(**value)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        return value
    elif isinstance(value, str):
        return real_date(value)
    raise PydanticCustomError("cell", "no cell")


class Parties(Shape):
    creditor: Bilingual
    debtor: Bilingual


class Person(Shape):
    id: Id
    side: Literal["creditor", "debtor"]
    name: Bilingual
    role: Bilingual


class Invoice(Shape):
    id: Id
    date: Day
    due: Day
    amount: Money
    for_: Annotated[Bilingual, Field(alias="for")]


class Payment(Shape):
    id: Id
    date: Day
    amount: Money
    invoice: Id


class Sum(Shape):
    """The amount `of` is the sum of `parts`: names of amounts, invoices or payments."""

    of: Id
    parts: Annotated[tuple[Id, ...], Field(strict=False, min_length=2)]


class TimelineEntry(Shape):
    date: Day
    text: Bilingual


class StatementRow(Shape):
    """One booking; `ref` is an invoice or a payment."""

    date: Day
    text: Bilingual
    ref: Id | None = None
    debit: Money | None = None
    credit: Money | None = None
    balance: Money


class ChatLine(Shape):
    at: Annotated[str, BeforeValidator(_moment)]
    speaker: Id
    text: Bilingual


class _Exhibit(Shape):
    id: Id
    title: Bilingual


class Statement(_Exhibit):
    kind: Literal["statement"]
    rows: Annotated[tuple[StatementRow, ...], Field(strict=False, min_length=1)]


class Chat(_Exhibit):
    kind: Literal["chat"]
    lines: Annotated[tuple[ChatLine, ...], Field(strict=False, min_length=1)]


class Document(_Exhibit):
    kind: Literal["document"]
    text: Bilingual


class Table(_Exhibit):
    kind: Literal["table"]
    columns: Annotated[tuple[Bilingual, ...], Field(strict=False, min_length=2)]
    rows: Annotated[tuple[Annotated[tuple[Annotated[Any, BeforeValidator(_cell)], ...], Field(strict=False)], ...], Field(strict=False, min_length=1)]


Exhibit = Statement | Chat | Document | Table
EXHIBITS: dict[str, type[Statement] | type[Chat] | type[Document] | type[Table]] = {
    "statement": Statement,
    "chat": Chat,
    "document": Document,
    "table": Table,
}


class DiscussionQuestion(Shape):
    id: Id
    question: Bilingual
    answer: Bilingual
    facts: References = ()


class Glance(Shape):
    """Two cases are laid side by side by these five lines."""

    objection: Bilingual
    cause: Bilingual
    lever: Bilingual
    result: Bilingual
    limit: Bilingual


class Payoff(Shape):
    """What a result is worth to one side of the table."""

    points: Annotated[int, Field(ge=-10, le=10)]
    text: Bilingual


class Part(Shape):
    """A role card; `private` is what only this side knows."""

    brief: Bilingual
    private: Annotated[tuple[Bilingual, ...], Field(strict=False, min_length=1)]
    payoff: Annotated[tuple[Payoff, ...], Field(strict=False, min_length=2)]


class Observed(Shape):
    step: TalkStep
    text: Bilingual


class Observer(Shape):
    brief: Bilingual
    rubric: Annotated[tuple[Observed, ...], Field(strict=False, min_length=3)]


class Roles(Shape):
    collector: Part
    debtor: Part
    observer: Observer


class CaseHead(Shape):
    """A case without its exhibits, which are read one by one."""

    id: Id
    title: Bilingual
    summary: Bilingual
    objectives: Annotated[tuple[ObjectiveId, ...], Field(strict=False, min_length=1)]
    debtor_class: Literal["A", "B", "C", "D"]
    channel: Literal["visit", "phone", "wechat"]
    minutes: Annotated[int, Field(ge=5, le=90)]
    sources: References = ()
    parties: Parties
    people: Annotated[tuple[Person, ...], Field(strict=False, min_length=2)]
    facts: Bilingual
    invoices: Annotated[tuple[Invoice, ...], Field(strict=False, min_length=1)]
    payments: Annotated[tuple[Payment, ...], Field(strict=False)] = ()
    amounts: dict[Id, Money]
    sums: Annotated[tuple[Sum, ...], Field(strict=False)] = ()
    timeline: Annotated[tuple[TimelineEntry, ...], Field(strict=False, min_length=1)]
    discussion: Annotated[tuple[DiscussionQuestion, ...], Field(strict=False, min_length=3, max_length=5)]
    glance: Glance
    compare_with: Id
    compare: Bilingual
    roles: Roles
    accept: Accepts = {}

    @property
    def bookings(self) -> dict[str, Invoice | Payment]:
        """Invoices and payments by id."""
        items: tuple[Invoice | Payment, ...] = (*self.invoices, *self.payments)
        return {item.id: item for item in items}

    def person(self, id: str) -> Person | None:
        """`debtor` and `creditor` stand for the first person of that side."""
        return next((person for person in self.people if id in (person.id, person.side)), None)


class Case(CaseHead):
    exhibits: Annotated[tuple[Exhibit, ...], Field(strict=False)] = ()


def read_case(source: Source) -> tuple[Case | None, list[Problem]]:
    """A case file, or None and the problems that an author must mend."""
    data = source.data
    raw = data.get("exhibits") if isinstance(data, dict) else None
    head, problems = read(CaseHead, {key: data[key] for key in data if key != "exhibits"} if isinstance(data, dict) else data, source)
    if isinstance(data, dict) and not isinstance(raw, list):
        problems.append(_missing_key("exhibits", source, ("exhibits",)) if raw is None else _no_list(source))
    exhibits: list[Any] = []
    for index, item in enumerate(raw if isinstance(raw, list) else []):
        exhibit, found = _read_exhibit(item, source, "exhibits", index)
        problems += found
        exhibits.append(exhibit)
    if head is None or problems:
        return None, problems
    return Case.model_construct(**{name: getattr(head, name) for name in CaseHead.model_fields}, exhibits=tuple(exhibits)), []


def _no_list(source: Source) -> Problem:
    return Problem(source.place("exhibits"), "wrong-type", Text("“exhibits”应是列表", "“exhibits” should be a list"), Text("每份材料以“- ”开头", "start each exhibit with “- ”"))


def _read_exhibit(data: Any, source: Source, *path: str | int) -> tuple[Exhibit | None, list[Problem]]:
    if not isinstance(data, dict):
        return None, [Problem(source.place(*path), "wrong-type", Text("一份材料应是若干“键: 值”", "an exhibit should be “key: value” lines"), Text("看看“- ”后面的缩进", "look at the indentation after “- ”"))]
    if "kind" not in data:
        return None, [_missing_key("kind", source, (*path, "kind"))]
    shape = EXHIBITS.get(data["kind"]) if isinstance(data["kind"], str) else None
    if shape is None:
        return None, [_not_in_list("kind", data["kind"], ", ".join(EXHIBITS), source, (*path, "kind"))]
    return read(shape, data, source, *path)
