"""Shapes of the files in docs/data: references, glossary, retired ids, worksheets."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from .shape import Bilingual, Id, ReferenceId, Shape, real_date


class Reference(Shape):
    """One fact; `basis` says how far its source was read, `confidence` how far it may be relied on."""

    id: ReferenceId
    topic: Id
    basis: Literal["read", "secondary", "general-knowledge", "computed", "inference"]
    confidence: Literal["high", "medium", "low"]
    title: Bilingual
    text: Bilingual
    source: Bilingual


class References(Shape):
    as_of: Annotated[str, BeforeValidator(real_date)]
    law_text: Bilingual
    references: Annotated[tuple[Reference, ...], Field(strict=False)]


class Forms(Shape):
    """Other forms of a term, by language."""

    zh: Annotated[tuple[str, ...], Field(strict=False)] = ()
    en: Annotated[tuple[str, ...], Field(strict=False)] = ()


class Term(Shape):
    """A glossary entry: `also` may stand in a text too, `avoid` draws a warning."""

    id: Id
    term: Bilingual
    also: Forms = Forms()
    avoid: Forms = Forms()
    definition: Bilingual
    sources: Annotated[tuple[ReferenceId, ...], Field(strict=False)] = ()


class Glossary(Shape):
    terms: Annotated[tuple[Term, ...], Field(strict=False)]


class Retired(Shape):
    retired: Annotated[tuple[str, ...], Field(strict=False)]


class FieldChoice(Shape):
    id: Id
    text: Bilingual


class WorksheetField(Shape):
    id: Id
    kind: Literal["line", "text", "amount", "date", "choice", "check"]
    label: Bilingual
    hint: Bilingual | None = None
    options: Annotated[tuple[FieldChoice, ...], Field(strict=False)] = ()


class WorksheetPart(Shape):
    """Fields one below the other, or a table of `rows` × `columns`, or a letter with blanks `[id: label]`."""

    id: Id
    title: Bilingual
    fields: Annotated[tuple[WorksheetField, ...], Field(strict=False)] = ()
    rows: int = 0
    columns: Annotated[tuple[WorksheetField, ...], Field(strict=False)] = ()
    letter: Bilingual | None = None


class Worksheet(Shape):
    id: Id
    title: Bilingual
    purpose: Bilingual
    parts: Annotated[tuple[WorksheetPart, ...], Field(strict=False, min_length=1)]
    note: Bilingual | None = None
