"""`serve` as an author meets it: pages under the strict policy, a rebuild on change, and the old pages while something is wrong."""

import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from small_course import copy_minimal

from coursepack import serve

LESSON = "1-basics/1-first.html"


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[serve.Workshop]:
    folder = tmp_path_factory.mktemp("serve")
    workshop = serve.Workshop(copy_minimal(folder / "course"), folder / "sites", "learner")
    workshop.folder.mkdir()
    server = serve._server(workshop, 8700)
    assert server is not None
    workshop.address = f"http://127.0.0.1:{server.server_address[1]}/"  # type: ignore[attr-defined]
    workshop.rebuild()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield workshop
    server.shutdown()


def get(workshop: serve.Workshop, path: str) -> tuple[int, str, dict[str, str]]:
    try:
        with urllib.request.urlopen(workshop.address + path, timeout=30) as answer:  # type: ignore[attr-defined]
            return answer.status, answer.read().decode(), dict(answer.headers)
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode(), dict(error.headers)


def eventually(holds: Callable[[], bool]) -> bool:
    end = time.monotonic() + 30
    while not holds() and time.monotonic() < end:
        time.sleep(0.05)
    return holds()


def test_pages_come_with_the_policy_of_the_built_site(workshop: serve.Workshop) -> None:
    status, page, headers = get(workshop, LESSON)
    assert status == 200 and "__reload.js" in page
    assert headers["Content-Security-Policy"].startswith("default-src 'self'")
    assert get(workshop, "nowhere.html")[0] == 404


def test_a_broken_file_keeps_the_old_pages_and_tells(workshop: serve.Workshop, capsys: pytest.CaptureFixture[str]) -> None:
    quiz = workshop.root / "quizzes" / "1-basics" / "1-first.yml"
    whole = quiz.read_text(encoding="utf-8")
    quiz.write_text(whole.replace("correct:", "corect:"), encoding="utf-8")
    workshop.rebuild()
    assert "unknown-key" in capsys.readouterr().out
    assert get(workshop, LESSON)[0] == 200
    quiz.write_text(whole, encoding="utf-8")


def test_a_change_rebuilds_and_the_page_hears_of_it(workshop: serve.Workshop) -> None:
    before = str(workshop.version)
    threading.Thread(target=serve._rebuild_on_change, args=(workshop,), daemon=True).start()
    page = workshop.root / "docs" / "zh" / "index.md"
    page.write_text(page.read_text(encoding="utf-8").replace("从", "先从"), encoding="utf-8")
    workshop.changed.set()  # what the watcher does
    assert get(workshop, f"__version?have={before}")[1] != before
    assert eventually(lambda: "先从" in get(workshop, "index.html")[1])


def test_without_any_site_the_report_is_the_page(tmp_path: Path) -> None:
    course = copy_minimal(tmp_path / "course")
    (course / "docs" / "data" / "glossary.yml").write_text("terms： []", encoding="utf-8")
    workshop = serve.Workshop(course, tmp_path, "learner")
    workshop.rebuild()
    server = serve._server(workshop, 8800)
    assert server is not None
    workshop.address = f"http://127.0.0.1:{server.server_address[1]}/"  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    status, page, _ = get(workshop, "")
    server.shutdown()
    assert status == 503 and "full-width-punctuation" in page


def test_a_taken_port_leads_to_the_next(workshop: serve.Workshop) -> None:
    port = int(workshop.address.rsplit(":", 1)[1].strip("/"))  # type: ignore[attr-defined]
    server = serve._server(workshop, port)
    assert server is not None and server.server_address[1] > port
    server.server_close()
