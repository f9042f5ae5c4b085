"""One language's questions for review as an Anki package: a deck a module, a note a question.

Ids of notes, decks and the note type come from ids that people wrote, so importing a newer package updates the cards that
are there and keeps their dates. Anki updates a note only when the package is newer; the package is as old as the youngest
content file (or SOURCE_DATE_EPOCH), no clock: the same files give the same bytes.
"""

import hashlib
import io
import itertools
import os
import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path

import genanki  # type: ignore[import-untyped]

from ..model.question import Question
from ..render.html import say
from ..render.site import LessonLink
from ..whole_file import write_whole
from . import Edition, Refused, Tick, Written
from .anki_card import CSS, FIELDS, fields, templates


def write(edition: Edition, folder: Path, tick: Tick) -> Written:
    """`<course>-<language>.apkg` in `folder`. Raises Refused when no question is for review."""
    decks = list(_decks(edition, tick))
    count = sum(len(deck.notes) for deck in decks)
    if not count:
        raise Refused("没有一道题的 use 里写着 review，没有卡片可以导出\nno question has review in its use, so there are no cards to export")
    path = folder / f"{edition.name.id}-{edition.site.lang}.apkg"
    write_whole(path, _package(decks, _age(edition)))
    return Written(path, count)


def _decks(edition: Edition, tick: Tick) -> Iterator[genanki.Deck]:
    """The course's deck, empty, and inside it one for each module that has questions for review."""
    title = _deck_name(edition.title)
    yield genanki.Deck(_id(edition, "deck"), title, say("anki_description", edition.site.lang))
    maker = _NoteMaker(edition)
    asked = [(placed.question, lesson) for placed, lesson in edition.site.questions() if "review" in placed.question.use]
    for module in edition.site.modules:
        folder = module.url.split("/")[0]
        deck = genanki.Deck(_id(edition, "deck", folder), f"{title}::{folder.split('-')[0]} {_deck_name(module.title)}")
        for question, lesson in asked:
            if lesson.module == folder:
                deck.add_note(maker.note(question, lesson, module.title, len(deck.notes)))
                tick()
        if deck.notes:
            yield deck


def _deck_name(title: str) -> str:
    """Two colons would begin a deck inside the deck."""
    return title.replace("::", "：：")


class _NoteMaker:
    """What all notes of one language share: their type, and the names of facts."""

    def __init__(self, edition: Edition) -> None:
        self.edition, self.lang = edition, edition.site.lang
        references = edition.site.course.references
        self.facts = {fact.id: f"{fact.id} {getattr(fact.title, self.lang)}" for fact in references.references} if references else {}
        names = {field: say(f"anki_field_{field}", self.lang) for field in FIELDS}
        self.type = genanki.Model(
            _id(edition, "note type"),
            edition.title,
            fields=[{"name": name} for name in names.values()],
            templates=[templates(names, self.lang)],
            css=CSS,
        )

    def note(self, question: Question, lesson: LessonLink, module: str, place: int) -> genanki.Note:
        """The note of a question; `module` is the title of its module, `place` its place among the new cards."""
        red_line = self.facts.get(question.red_line, question.red_line) if question.red_line else ""
        return genanki.Note(
            self.type,
            fields(question, self.lang, (self.edition.title, module, lesson.title), red_line),
            tags=[f"{self.edition.name.id}::{tag}" for tag in _tags(question, lesson)],
            guid=genanki.guid_for(self.edition.name.id, self.lang, question.id),
            due=place,
        )


def _tags(question: Question, lesson: LessonLink) -> list[str]:
    tags = [f"module::{lesson.module}", f"lesson::{lesson.id}", f"objective::{question.objective}", f"level::{question.level}"]
    return tags + (["red-line"] if question.red_line else [])


def _id(edition: Edition, *parts: str) -> int:
    """An id of a deck or note type, the same at each export; Anki's own are milliseconds, far greater."""
    digest = hashlib.sha256("\n".join((edition.name.id, edition.site.lang, *parts)).encode()).digest()
    return (1 << 30) + int.from_bytes(digest[:4], "big") % (1 << 30)


def _age(edition: Edition) -> int:
    """Seconds since 1970 at which the content last changed."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdecimal():
        return int(given)
    course = edition.site.course
    return max((int((course.root / file).stat().st_mtime) for file in course.files), default=0)


def _package(decks: list[genanki.Deck], age: int) -> bytes:
    """The zip file that Anki imports."""
    connection = sqlite3.connect(":memory:")
    genanki.Package(decks).write_to_db(connection.cursor(), age, itertools.count(age * 1000))
    connection.commit()
    parts = {"collection.anki2": connection.serialize(), "media": b"{}"}
    connection.close()
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED, 9)
    return target.getvalue()
