"""Role plays played and measured: tests/role_plays/*.json, which the browser's twin passes too (browser/test_role_play.py)."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursepack.model.role_play import DIMENSIONS, RolePlay
from coursepack.play import Graph

FILES = sorted((Path(__file__).parent / "role_plays").glob("*.json"))
TEXT = {"zh": "字", "en": "words"}


def graph_of(short: dict) -> Graph:
    """A role play given without its texts."""
    said = {"speaker": "debtor", "mood": "calm", "line": TEXT}
    line = {"step": "none", "tone": "soft", "text": TEXT, "feedback": TEXT}
    nodes = {id: said | {"choices": [line | choice for choice in scene["choices"]]} for id, scene in short["nodes"].items()}
    endings = {id: ending | {"title": TEXT, "debrief": TEXT} for id, ending in short["endings"].items()}
    whole = {"id": "play", "title": TEXT, "setting": TEXT, "start": short["start"], "nodes": nodes, "endings": endings}
    return Graph(RolePlay.model_validate(whole))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_runs(file: Path) -> None:
    case = json.loads(file.read_text(encoding="utf-8"))
    graph = graph_of(case["role_play"])
    assert (graph.most, list(graph.best), list(graph.worst)) == (case["most"], case["best"], case["worst"])
    for run in case["runs"]:
        played = graph.play(run["path"])
        found = {"scenes": list(played.scenes), "ending": played.ending, "outcome": played.outcome, "cash": played.cash}
        found |= {"redLine": played.red_line, "score": played.score, "steps": {name: points for name, points in played.steps.items() if points}}
        assert found == {key: run[key] for key in found}, run["path"]


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """Small graphs of any shape: with loops, with scenes that nothing leads to, with runs that never end."""
    names = [f"scene-{number}" for number in range(draw(st.integers(1, 4)))]
    places = st.sampled_from([*names, "good", "bad"])
    effects = st.dictionaries(st.sampled_from(DIMENSIONS), st.integers(-3, 3), max_size=2)

    def choices() -> list[dict]:
        return [{"id": f"line-{number}", "next": draw(places), "effect": draw(effects)} for number in range(draw(st.integers(2, 3)))]

    endings = {"good": {"outcome": "agreed", "cash": 1}, "bad": {"outcome": "broken", "cash": 0}}
    return graph_of({"start": names[0], "nodes": {name: {"choices": choices()} for name in names}, "endings": endings})


def simple_runs(graph: Graph, at: str, visited: frozenset[str] = frozenset()) -> list[tuple[tuple[str, ...], int]]:
    """Every run from `at` to an ending that comes to no scene twice, with its points: slow and plain."""
    if at in graph.role_play.endings:
        return [((), 0)]
    onward = [(choice, simple_runs(graph, choice.next, visited | {at})) for choice in graph.choices(at) if choice.next not in visited | {at}]
    return [((choice.id, *path), choice.effect.total + points) for choice, runs in onward for path, points in runs]


@given(graphs())
def test_best_and_worst_are_the_extremes_of_all_runs(graph: Graph) -> None:
    runs = dict(simple_runs(graph, graph.role_play.start))
    if not runs:
        assert graph.best == graph.worst == ()
        return
    assert runs[graph.best] == max(runs.values())
    assert runs[graph.worst] == min(runs.values())


@given(graphs())
def test_the_shortest_run_leads_there(graph: Graph) -> None:
    runs = [path for path, _ in simple_runs(graph, graph.role_play.start)]
    for ending in graph.role_play.endings:
        path = graph.shortest(ending)
        assert (path is not None) == (ending in graph.reachable)
        if path is not None:
            assert graph.play(path).ending == ending
            assert len(path) == min(len(run) for run in runs if graph.play(run).ending == ending)


@given(graphs(), st.lists(st.text(max_size=4) | st.sampled_from(["line-0", "line-1", "line-2"]), max_size=12))
def test_any_path_is_played_as_far_as_it_goes(graph: Graph, path: list[str]) -> None:
    played = graph.play(path)
    made = path[: len(played.scenes) - 1]
    assert graph.play(made) == played
    assert 0 <= played.score <= 1
