"""Exports: what stands in the files, against expected.json beside each case, and that hostile texts stay texts.

`UPDATE=1 pytest tests/test_export.py` writes the expected files anew, to be read in the diff.
"""

import html
import io
import json
import os
import shutil
import sqlite3
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import chevron
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_course import MINIMAL, copy_minimal

from coursepack import export
from coursepack.cli import main
from coursepack.course import load
from coursepack.export.anki_card import CSS, paragraphs, plain
from coursepack.export.course_name import course_name
from coursepack.problem import LANGS
from coursepack.text import CONTROL

CASES = sorted((Path(__file__).parent / "exports" / "anki").iterdir())
QUIZ = "quizzes/1-basics/1-first.yml"


def copy_of(case: Path, target: Path) -> Path:
    """The minimal course with the questions of a case."""
    shutil.copytree(MINIMAL, target)
    shutil.copy(case / "questions.yml", target / QUIZ)
    return target


def export_anki(root: Path, out: Path) -> dict[str, Path]:
    written = export.export(load(root), "anki", LANGS, out, lambda done: None)
    return dict(zip(LANGS, (file.path for file in written), strict=True))


def contents(package: Path) -> dict:
    """A package as people would describe it: decks, note type, notes."""
    archive = zipfile.ZipFile(io.BytesIO(package.read_bytes()))
    assert sorted(archive.namelist()) == ["collection.anki2", "media"] and archive.read("media") == b"{}"
    connection = sqlite3.connect(":memory:")
    connection.deserialize(archive.read("collection.anki2"))
    decks, models = map(json.loads, connection.execute("select decks, models from col").fetchone())
    (model,) = models.values()
    names = [field["name"] for field in model["flds"]]
    rows = connection.execute("select guid, mid, tags, flds, did, ord, due from notes join cards on nid = notes.id order by cards.id")
    notes = [
        {"guid": guid, "note type": mid, "deck": decks[str(did)]["name"], "place": due, "tags": tags.split(), "fields": dict(zip(names, flds.split("\x1f"), strict=True))}
        for guid, mid, tags, flds, did, _, due in rows
    ]
    shown = {id: {"name": deck["name"], "description": deck["desc"]} for id, deck in decks.items() if id != "1"}
    templates = [{key: template[key] for key in ("name", "qfmt", "afmt")} for template in model["tmpls"]]
    return {"decks": shown, "note type": {"id": int(model["id"]), "name": model["name"], "fields": names, "templates": templates}, "notes": notes}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
@pytest.mark.parametrize("lang", LANGS)
def test_anki_package(case: Path, lang: str, tmp_path: Path) -> None:
    found = contents(export_anki(copy_of(case, tmp_path / "course"), tmp_path)[lang])
    expected = case / f"expected.{lang}.json"
    if os.environ.get("UPDATE"):
        expected.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert found == json.loads(expected.read_text(encoding="utf-8"))


def test_the_same_course_gives_the_same_bytes_wherever_it_lies(tmp_path: Path) -> None:
    one = export_anki(copy_of(CASES[-1], tmp_path / "one"), tmp_path / "out")
    two = export_anki(shutil.copytree(tmp_path / "one", tmp_path / "two" / "one"), tmp_path / "other")
    for lang in LANGS:
        assert one[lang].read_bytes() == two[lang].read_bytes()


def test_a_changed_question_keeps_its_note_and_makes_the_package_newer(tmp_path: Path) -> None:
    root = copy_of(CASES[-1], tmp_path / "course")
    before = export_anki(root, tmp_path / "before")["zh"]
    quiz = root / QUIZ
    questions = quiz.read_text(encoding="utf-8").replace("申请在谁手里", "申请现在在谁手里").split("  - id: first-papers")
    quiz.write_text(questions[0].replace("questions:\n", "questions:\n  - id: first-papers" + questions[1]), encoding="utf-8")
    newest = max(path.stat().st_mtime for path in root.rglob("*"))
    os.utime(quiz, (newest + 60, newest + 60))
    after = export_anki(root, tmp_path / "after")["zh"]
    guids = [{note["fields"]["编号"]: note["guid"] for note in contents(package)["notes"]} for package in (before, after)]
    assert guids[0] == guids[1] and len(guids[0]) == 7
    assert age(after) > age(before)


def age(package: Path) -> int:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(zipfile.ZipFile(package).read("collection.anki2"))
    return connection.execute("select max(mod) from notes").fetchone()[0]


def test_a_fixed_age_by_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert age(export_anki(copy_of(CASES[-1], tmp_path / "course"), tmp_path)["en"]) == 1767225600


def test_both_languages_can_lie_in_one_collection(tmp_path: Path) -> None:
    packages = [contents(package) for package in export_anki(copy_of(CASES[-1], tmp_path / "course"), tmp_path).values()]
    ids = [{*package["decks"], package["note type"]["id"], *(note["guid"] for note in package["notes"])} for package in packages]
    assert not ids[0] & ids[1]


def test_cards_ask_nothing_of_the_outside(tmp_path: Path) -> None:
    text = json.dumps([contents(package) for package in export_anki(copy_of(CASES[0], tmp_path / "course"), tmp_path).values()]) + CSS
    assert "http" not in text and "url(" not in text and "@import" not in text and "src=" not in text.replace("&lt;img src=", "")


class _Text(HTMLParser):
    """What a reader sees of a fragment, and which tags it has."""

    def __init__(self, fragment: str) -> None:
        super().__init__()
        self.text, self.tags = "", []
        self.feed(fragment)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)

    def handle_data(self, data):
        self.text += data


@given(st.text())
def test_any_text_comes_out_as_that_text(text: str) -> None:
    made = str(plain(text))
    assert not set("{}[]\\<>\"'") & set(made)
    assert squeeze(html.unescape(made)) == squeeze(CONTROL.sub("", text))
    assert _Text(made).tags == []
    assert chevron.render("{{{field}}}", {"field": made}) == made


@given(st.lists(st.text(st.characters(codec="ascii", min_codepoint=32, max_codepoint=126), min_size=1).filter(str.strip), min_size=1, max_size=4))
def test_paragraphs_stay_apart(blocks: list[str]) -> None:
    found = _Text(str(paragraphs("\n\n".join(blocks))))
    assert found.tags == ["p"] * len(blocks)
    assert squeeze(found.text) == squeeze("".join(blocks))


def squeeze(text: str) -> str:
    return "".join(text.split())


def test_anki_itself_imports_updates_and_shows_it(tmp_path: Path) -> None:
    """Where Anki's own package is installed: `pip install anki`."""
    collection_module = pytest.importorskip("anki.collection")
    root = copy_of(CASES[0], tmp_path / "course")
    older = export_anki(root, tmp_path / "older")
    quiz = root / QUIZ
    quiz.write_text(quiz.read_text(encoding="utf-8").replace("就是它", "改过了"), encoding="utf-8")
    later = quiz.stat().st_mtime + 3600
    os.utime(quiz, (later, later))
    newer = export_anki(root, tmp_path / "newer")
    collection = collection_module.Collection(str(tmp_path / "collection.anki2"))
    for package in (older["zh"], older["zh"], older["en"], newer["zh"]):
        options = collection_module.ImportAnkiPackageOptions(merge_notetypes=True)
        collection.import_anki_package(collection_module.ImportAnkiPackageRequest(package_path=str(package), options=options))
    assert collection.note_count() == collection.card_count() == 4
    shown = [collection.get_card(card).answer() for card in collection.find_cards("")]
    assert any("改过了" in card for card in shown) and not any("就是它" in card for card in shown)
    assert all("<script" not in card and "{{" not in card for card in shown)
    collection.close()


# The command


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(copy_minimal(tmp_path / "course"))
    return tmp_path / "course"


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_both_languages_into_dist(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "anki"]) == 0
    assert files(course / "dist") == ["getting-paid-en.apkg", "getting-paid-zh.apkg"]
    out = capsys.readouterr().out
    assert out.count("写好了 · wrote") == 2 and "getting-paid-en.apkg（2 题 · questions）" in out


def test_one_language_beside_what_is_there(course: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("years of work", encoding="utf-8")
    for _ in range(2):
        assert main(["export", "anki", "--lang", "en", "--out", str(tmp_path / "mine")]) == 0
    assert files(tmp_path / "mine") == ["getting-paid-en.apkg", "thesis.txt"]


MISUSES = [["export"], ["export", "ankii"], ["export", "anki", "--lang", "fr"], ["export", "anki", "--out", "docs/zh"], ["export", "anki", "--out", "case_studies"], ["export", "anki", "--out", "mkdocs.yml"], ["export", "anki", "--out", "mkdocs.yml/deep"]]


@pytest.mark.parametrize("arguments", MISUSES, ids=" ".join)
def test_misuse_exits_2_and_says_so(course: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    before = files(course)
    try:
        code = main(arguments)
    except SystemExit as stop:
        code = stop.code  # type: ignore[assignment]
    assert code == 2
    assert capsys.readouterr().err.strip()
    assert files(course) == before


def test_a_course_with_errors_is_not_exported(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "anki"]) == 0
    before = (course / "dist" / "getting-paid-zh.apkg").read_bytes()
    quiz = course / QUIZ
    quiz.write_text(quiz.read_text(encoding="utf-8").replace("correct: true", "corect: true"), encoding="utf-8")
    assert main(["export", "anki"]) == 1
    assert "unknown-key" in capsys.readouterr().err
    assert (course / "dist" / "getting-paid-zh.apkg").read_bytes() == before


def test_nothing_to_export_is_said(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    quiz = course / QUIZ
    quiz.write_text(quiz.read_text(encoding="utf-8").replace(", review]", "]"), encoding="utf-8")
    assert main(["export", "anki"]) == 1
    assert "review" in capsys.readouterr().err
    assert not (course / "dist").exists()


def test_what_cannot_be_written_is_said_and_leaves_nothing(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (course / "dist" / "getting-paid-zh.apkg").mkdir(parents=True)
    assert main(["export", "anki", "--lang", "zh"]) == 1
    assert "cannot write" in capsys.readouterr().err
    assert files(course / "dist") == []


# The course's name


def test_names_come_from_both_configurations(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: 回款\nextra: {course: paid}\nplugins: [!ENV x]\nhooks: !!python/name:os.system\n", encoding="utf-8")
    (tmp_path / "mkdocs.en.yml").write_text("INHERIT: mkdocs.yml\nsite_name: Paid\n", encoding="utf-8")
    name = course_name(tmp_path)
    assert (name.id, name.titles) == ("paid", {"zh": "回款", "en": "Paid"})


def test_names_where_little_is_written(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("docs_dir: docs/zh\n", encoding="utf-8")
    name = course_name(tmp_path)
    assert name.id and set(name.titles.values()) == {tmp_path.name}
