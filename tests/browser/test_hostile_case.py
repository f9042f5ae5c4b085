"""Texts that try to be more than text, in every text of a case and its role play: nothing runs, all is shown as written,
also when the conversation copies it about. See test_hostile.py.
"""

from itertools import cycle
from pathlib import Path

import pytest
from conftest import serve
from played import Played
from small_course import build_course, copy_minimal
from test_hostile import LINES, read, texts_of, tidy, write

CASE = "case_studies/first-case"
BEST = ["name-the-worry", "whose-desk", "wait", "write-down"]
RUNS = "() => [window.__pwned ?? null, document.body.hasAttribute('onclick'), document.querySelectorAll('article :is(script, img, iframe, style)').length]"
SHOWN = "() => document.querySelector('article').textContent.split(/\\s+/).filter(Boolean).join(' ')"


def with_lines(data: object, take) -> object:
    """The same data with another line in the place of every text."""
    if isinstance(data, list):
        return [with_lines(value, take) for value in data]
    if not isinstance(data, dict):
        return data
    if data.keys() == {"zh", "en"}:
        return dict.fromkeys(("zh", "en"), next(take))
    return {key: with_lines(value, take) for key, value in data.items()}


def write_course(root: Path, first: int) -> Path:
    """The small course, its first case told in hostile lines from number `first` on."""
    copy_minimal(root)
    (root / "mkdocs.en.yml").unlink()
    take = cycle([*LINES[first:], *LINES[:first]])
    for name in ("case", "role_play"):
        write(root / CASE / f"{name}.yml", with_lines(read(root / CASE / f"{name}.yml"), take))
    return root


@pytest.mark.parametrize("first", [0, 25])
def test_a_case_shows_its_texts_and_runs_none(open_page, tmp_path, first):
    root = write_course(tmp_path / "course", first)
    server = serve(build_course(root, tmp_path / "site", checked=False), policy=None)
    page = open_page()
    page.goto(f"{server.address}/cases/first-case.html")
    shown = page.evaluate(SHOWN)
    words = [text for name in ("case", "role_play") for text in texts_of(read(root / CASE / f"{name}.yml"))]
    assert [text for text in words if tidy(text) not in shown] == []
    play = Played(page, "first-case")
    for path in (BEST, ["name-the-worry", "tomorrow-court", "clear-question"]):
        play.press("start")
        play.play(path)
        assert play.state == "ended"
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true })")
    scenes = read(root / CASE / "role_play.yml")["nodes"]
    said = next(choice for choice in scenes["opening"]["choices"] if choice["id"] == BEST[0])["text"]["zh"]
    assert tidy(said) == tidy(play.lines(".play-turn--you")[0])
    page.goto(f"{server.address}/cases/index.html")
    page.locator(".cases-state").first.wait_for()
    assert page.evaluate(RUNS) == [None, False, 0]
    server.shutdown()
