"""The command as its users meet it: what it prints, its exit codes, and that nothing is lost when something is wrong."""

import json
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from coursepack import checks
from coursepack.checks import placeholder
from coursepack.checks.data_texts import texts_of
from coursepack.cli import main
from coursepack.course import load

HERE = Path(__file__).parent
MARKS = dict(zip(("zh", "en"), placeholder.MARKS, strict=True))
KEPT = {"元", "RMB", "对账单", "Statement of account", "微信记录", "WeChat messages"}
QUIZ = "quizzes/1-basics/1-first.yml"


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(HERE / "courses" / "minimal", tmp_path / "course")
    monkeypatch.chdir(tmp_path / "course")
    return tmp_path / "course"


def spoil(course: Path, old: str, new: str) -> None:
    path = course / QUIZ
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def errors(course: Path) -> set[str]:
    """The rules that are broken, warnings apart."""
    return {problem.rule for problem in checks.run(load(course)).problems if problem.level == "error"}


def test_check_passes(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert "0 errors, 0 warnings in" in capsys.readouterr().out


def test_check_from_a_folder_below(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(course / "docs" / "zh")
    assert main(["check"]) == 0


def test_check_reports_and_fails(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(course, "correct: true", "corect: true")
    assert main(["check", "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    problem = next(problem for problem in report["problems"] if problem["rule"] == "unknown-key")
    assert (problem["file"], problem["line"], problem["column"]) == (QUIZ, 15, 9)
    assert problem["remedy"] == {"zh": "改为 correct", "en": "change it to: correct"}
    assert report["files"] > 10


def test_check_github(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(course, "correct: true", "corect: true")
    assert main(["check", "--format", "github"]) == 1
    assert f"::error file={QUIZ},line=15,col=9,title=unknown-key::" in capsys.readouterr().out


def test_strict_fails_on_warnings(course: Path) -> None:
    spoil(course, "zh: 您下周哪天方便？", "zh: 以上都不对")
    assert main(["check"]) == 0
    assert main(["check", "--strict"]) == 1
    assert main(["check", "--strict", "--lang", "en"]) == 0


def test_check_only_some_paths(course: Path) -> None:
    spoil(course, "correct: true", "corect: true")
    assert main(["check", "docs"]) == 0
    assert main(["check", "quizzes"]) == 1
    assert main(["check", str(course / QUIZ)]) == 1


@pytest.mark.parametrize(
    "arguments",
    [["check", "nowhere"], ["explain", "no-such-rule"], ["check", "--format", "xml"], [], ["new", "lesson", "9-none", "x"], ["new", "question", "1-basics/1-first", "Bad Name"], ["new", "case", "Bad Name"], ["build", "--out", "docs"], ["build", "--out", "."], ["build", "--out", "mkdocs.yml"]],
    ids=" ".join,
)
def test_misuse_exits_2_and_says_so(course: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(course.rglob("*"))
    try:
        code = main(arguments)
    except SystemExit as stop:
        code = stop.code  # type: ignore[assignment]
    assert code == 2
    assert capsys.readouterr().err.strip()
    assert sorted(course.rglob("*")) == before


def test_outside_a_course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 2
    assert "mkdocs.yml" in capsys.readouterr().err


def test_explain(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "duplicate-key"]) == 0
    page = capsys.readouterr().out
    assert "同名" in page and "Two keys" in page
    assert main(["explain"]) == 0
    assert "unknown-key  (error)" in capsys.readouterr().out


@pytest.mark.parametrize("kind", ["single", "multiple", "numeric", "ordering", "matching"])
def test_new_question_waits_for_its_texts_and_is_right_otherwise(course: Path, kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = (course / QUIZ).read_text(encoding="utf-8")
    assert main(["new", "question", "1-basics/1-first", "boss-away", "--kind", kind]) == 0
    assert (course / QUIZ).read_text(encoding="utf-8").startswith(before)
    assert errors(course) == {"placeholder"}
    assert main(["new", "question", "1-basics/1-first", "boss-away"]) == 2
    assert "boss-away" in capsys.readouterr().err


@pytest.mark.parametrize("template", sorted(path.name for path in (files("coursepack") / "new_files").iterdir()))
def test_every_text_of_a_template_is_marked(template: str) -> None:
    """Every text of a data file (names of papers and units apart), and both editions of a page in as many places."""
    folder = files("coursepack") / "new_files"
    text = (folder / template).read_text(encoding="utf-8")
    if template.endswith(".md"):
        other = (folder / template.replace(".zh.", ".en.")).read_text(encoding="utf-8")
        assert text.count(MARKS["zh" if ".zh." in template else "en"]) == other.count(MARKS["en"]) > 1
    else:
        for _, lang, words in texts_of(yaml.safe_load(text)):
            assert words in KEPT or words.startswith(MARKS[lang])


def test_new_case_with_its_role_play_and_pages(course: Path) -> None:
    assert main(["new", "case", "late-invoice"]) == 0
    for path in ("case_studies/late-invoice/case.yml", "case_studies/late-invoice/role_play.yml", "docs/zh/cases/late-invoice.md", "docs/en/cases/late-invoice.md"):
        assert (course / path).is_file()
    assert errors(course) == {"placeholder"}
    before = (course / "case_studies/late-invoice/case.yml").read_bytes()
    assert main(["new", "case", "late-invoice"]) == 2
    assert (course / "case_studies/late-invoice/case.yml").read_bytes() == before


def test_new_question_leaves_a_broken_file_alone(course: Path) -> None:
    spoil(course, "questions:", "questions：")
    before = (course / QUIZ).read_bytes()
    assert main(["new", "question", "1-basics/1-first", "boss-away"]) == 2
    assert (course / QUIZ).read_bytes() == before


def test_new_lesson_in_both_languages(course: Path) -> None:
    assert main(["new", "lesson", "1-basics", "second"]) == 0
    for path in ("docs/zh/1-basics/2-second.md", "docs/en/1-basics/2-second.md", "quizzes/1-basics/2-second.yml"):
        assert (course / path).is_file()
    assert errors(course) == {"placeholder"}
    assert main(["new", "lesson", "1-basics", "second"]) == 2


@pytest.mark.parametrize("file", ["docs/data/scripts/basics-second.yml", "quizzes/1-basics/2-second.yml"])
def test_new_lesson_never_overwrites(course: Path, file: str, capsys: pytest.CaptureFixture[str]) -> None:
    (course / file).parent.mkdir(parents=True, exist_ok=True)
    (course / file).write_text("# written before the lesson\n", encoding="utf-8")
    assert main(["new", "lesson", "1-basics", "second"]) == 2
    assert (course / file).read_text(encoding="utf-8") == "# written before the lesson\n"
    assert file in capsys.readouterr().err
    assert not (course / "docs/zh/1-basics/2-second.md").exists()


def test_new_lesson_leaves_unreadable_situations_alone(course: Path) -> None:
    situations = course / "docs/data/script_situations.yml"
    situations.write_text("situations:\n  - {id: [\n", encoding="utf-8")
    assert main(["new", "lesson", "1-basics", "second"]) == 0
    assert situations.read_text(encoding="utf-8") == "situations:\n  - {id: [\n"


def test_build_does_not_touch_a_folder_with_other_files(course: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("years of work", encoding="utf-8")
    assert main(["build", "--out", str(tmp_path / "mine")]) == 2
    assert (tmp_path / "mine" / "thesis.txt").read_text(encoding="utf-8") == "years of work"


def test_build_with_errors_leaves_the_old_site(course: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "site"
    out.mkdir()
    for name in ("_headers", "index.html"):
        (out / name).write_text("old", encoding="utf-8")
    spoil(course, "correct: true", "corect: true")
    assert main(["build", "--out", str(out)]) == 1
    assert (out / "index.html").read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["course", "site"]
    assert "unknown-key" in capsys.readouterr().err


def test_output_in_a_narrow_encoding(course: Path) -> None:
    """A terminal that cannot show every character still gets the report, and JSON stays UTF-8."""
    spoil(course, "correct: true", "corect: true")
    environment = {"PYTHONIOENCODING": "ascii", "PATH": ""}
    command = [sys.executable, "-m", "coursepack.cli", "check"]
    text = subprocess.run(command, capture_output=True, env=environment)
    assert text.returncode == 1 and b"unknown-key" in text.stdout and b"Traceback" not in text.stderr
    answer = subprocess.run([*command, "--format", "json"], capture_output=True, env=environment)
    assert "没有" in json.dumps(json.loads(answer.stdout.decode("utf-8")), ensure_ascii=False)
