"""`coursepack explain <case>`: the picture that an author gets, and what happens when there is none to give."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from small_course import copy_minimal

from coursepack.cli import main
from coursepack.course import load
from coursepack.play import Graph
from coursepack.render.play_graph import picture

MINIMAL = Path(__file__).parent / "courses" / "minimal"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph(load(MINIMAL).role_plays["first-case"])


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_picture_shows_every_scene_choice_and_run(graph: Graph, lang: str) -> None:
    root = ElementTree.fromstring(picture(graph, lang))
    texts = [text.text or "" for text in root.iter(f"{SVG}text")]
    for id, scene in graph.role_play.nodes.items():
        assert id in texts
        assert any(getattr(scene.line, lang).startswith(text[:6]) for text in texts if len(text) > 5)
        assert all(any(text.startswith(choice.id + " ") for text in texts) for choice in scene.choices)
    assert set(graph.role_play.endings) <= set(texts)
    for run in (graph.best, graph.worst, graph.typical):
        assert any(text.endswith(" → ".join(run)) for text in texts)
    assert len(root.findall(f".//{SVG}path[@class='best']")) == len(graph.best) + 1  # one in the legend


def test_the_same_role_play_gives_the_same_picture(graph: Graph) -> None:
    assert picture(graph, "en") == picture(Graph(graph.role_play), "en")


def test_a_line_of_markup_stays_text(graph: Graph) -> None:
    scene = graph.role_play.nodes["opening"]
    line = scene.line.model_copy(update={"zh": "<script>alert(1)</script>&"})
    nodes = {**graph.role_play.nodes, "opening": scene.model_copy(update={"line": line})}
    root = ElementTree.fromstring(picture(Graph(graph.role_play.model_copy(update={"nodes": nodes})), "zh"))
    assert not list(root.iter(f"{SVG}script"))


def test_the_command_says_what_it_wrote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "deep" / "first.svg"
    assert main(["--root", str(MINIMAL), "explain", "first-case", "--out", str(out)]) == 0
    said = capsys.readouterr().out
    assert str(out) in said and "name-the-worry → whose-desk" in said
    assert ElementTree.parse(out).getroot().tag == f"{SVG}svg"
    assert [path.name for path in out.parent.iterdir()] == ["first.svg"]


def test_a_name_that_is_nothing_gets_a_hint(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(MINIMAL), "explain", "frist-case"]) == 2
    assert "first-case" in capsys.readouterr().err


@pytest.mark.parametrize(("good", "bad"), [("start: opening", "start: nowhere"), ("mood: wary", "mood: happy")])
def test_a_role_play_that_cannot_be_drawn_yet(tmp_path: Path, capsys: pytest.CaptureFixture[str], good: str, bad: str) -> None:
    course = copy_minimal(tmp_path / "course")
    file = course / "case_studies" / "first-case" / "role_play.yml"
    file.write_text(file.read_text(encoding="utf-8").replace(good, bad), encoding="utf-8")
    assert main(["--root", str(course), "explain", "first-case"]) == 2
    assert "coursepack check case_studies/first-case" in capsys.readouterr().err


def test_a_role_play_is_looked_for_in_a_course(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tmp_path), "explain", "first-case"]) == 2
    assert "--root" in capsys.readouterr().err


def test_a_place_that_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert main(["--root", str(MINIMAL), "explain", "first-case", "--out", str(tmp_path / "file" / "x.svg")]) == 1
    assert "写不进去" in capsys.readouterr().err
