"""The course builds with ProperDocs and MaterialX too, from the same files; only theme and search plugin have other names."""

import os
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
PYTHON = ROOT / ".venv" / "exit" / "bin" / "python"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not PYTHON.exists():
        pytest.skip("no ProperDocs here; `make test` installs it from tests/exit/requirements.lock")
    folder = tmp_path_factory.mktemp("exit")
    for name in ("docs", "quizzes", "case_studies", "overrides"):
        (folder / name).symlink_to(ROOT / name, target_is_directory=True)
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        (folder / name).write_text(yaml.safe_dump(_moved(ROOT / name), allow_unicode=True), encoding="utf-8")
    environment = dict(os.environ, PYTHONUTF8="1", COURSEPACK_PART="zh", PYTHONPATH=str(ROOT / "src"))
    subprocess.run([PYTHON, "-m", "properdocs", "build", "-q", "-f", "mkdocs.yml", "-d", str(folder / "site")], cwd=folder, env=environment, check=True)
    environment["COURSEPACK_PART"] = "en"
    subprocess.run([PYTHON, "-m", "properdocs", "build", "-q", "-f", "mkdocs.en.yml", "-d", str(folder / "site" / "en")], cwd=folder, env=environment, check=True)
    return folder / "site"


def _moved(path: Path) -> dict:
    """The configuration with the names that MaterialX uses; its search (Pagefind) takes no options of Material's."""
    config = yaml.safe_load(path.read_text(encoding="utf-8"))
    config.pop("watch", None)
    config["theme"] |= {"name": "materialx"}
    plugins = config["plugins"]
    config["plugins"] = {"materialx/search": {}, **{name: options for name, options in plugins.items() if name not in ("search", "offline")}}
    return config


def test_lessons_with_their_checks_in_both_languages(site: Path) -> None:
    for page in ("1-preparation/1-reasons.html", "en/1-preparation/1-reasons.html"):
        text = (site / page).read_text(encoding="utf-8")
        assert text.count("<course-quiz ") >= 4
        assert "course-record" in text and "mkdocs-quiz.js" in text
        assert "<style" not in text


def test_every_page_is_there(site: Path) -> None:
    pages = {path.relative_to(ROOT / "docs").with_suffix(".html").as_posix() for path in (ROOT / "docs").glob("[ze][hn]/**/*.md")}
    built = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    assert {page.removeprefix("zh/") for page in pages} <= built
