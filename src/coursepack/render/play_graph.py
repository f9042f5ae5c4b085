"""The graph of a role play as a picture for its author: scenes, choices with their points, and the best, worst and typical run.

grandalf lays it out in layers; the same role play gives the same picture.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from grandalf.graphs import Edge, Vertex
from grandalf.graphs import Graph as LaidGraph
from grandalf.layouts import SugiyamaLayout
from grandalf.routing import EdgeViewer, route_with_lines

from ..model.role_play import DIMENSIONS, PlayChoice
from ..play import Graph, Path
from ..problem import Lang
from ..text import display_width
from .html import template

WIDTH, HEIGHT, COLUMNS, LINES = 250, 100, 34, 3
RUNS = ("best", "worst", "typical")
Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """A scene or an ending: `x`, `y` is its left upper corner; `kind` is "scene", "ending" or the outcome of an ending."""

    id: str
    x: float
    y: float
    kind: str
    head: str
    lines: list[str]


@dataclass(frozen=True)
class Arrow:
    """The choices that lead from one box to another; `runs` are the names of the runs that take one of them."""

    d: str
    label: list[str]
    x: float
    y: float
    runs: str
    red_line: bool


class _Size:
    """What grandalf asks of a vertex."""

    w, h = WIDTH, HEIGHT
    xy: Point = (0, 0)


def picture(graph: Graph, lang: Lang) -> str:
    """The SVG, a whole file; texts in `lang`."""
    runs = {"best": graph.best, "worst": graph.worst, "typical": graph.typical}
    places, routes = _layout(graph)
    left, top = min(x for x, _ in places.values()) - WIDTH / 2 - 40, min(y for _, y in places.values()) - HEIGHT / 2 - 190
    right, bottom = max(x for x, _ in places.values()) + WIDTH / 2 + 40, max(y for _, y in places.values()) + HEIGHT / 2 + 40
    return str(
        template(
            "play_graph",
            lang,
            role_play=graph.role_play,
            box=(round(left), round(top), round(right - left), round(bottom - top)),
            width=WIDTH,
            height=HEIGHT,
            boxes=[_box(graph, id, at, lang) for id, at in places.items()],
            arrows=[_arrow(graph, ends, route, runs) for ends, route in routes.items()],
            runs=[(name, graph.points(run), " → ".join(run)) for name, run in runs.items()],
            spans=[(name, *graph.span(name)) for name in DIMENSIONS],
        )
    )


def _layout(graph: Graph) -> tuple[dict[str, Point], dict[tuple[str, str], list[Point]]]:
    """Middle of each box, and the corners of each arrow. Only what a run can come to is drawn."""
    vertices = {id: Vertex(id) for id in [*graph.role_play.nodes, *graph.role_play.endings] if id in graph.reachable}
    pairs = dict.fromkeys((id, choice.next) for id in vertices for choice in graph.choices(id) if choice.next in vertices and choice.next != id)
    edges = {pair: Edge(vertices[pair[0]], vertices[pair[1]]) for pair in pairs}
    for item in vertices.values():
        item.view = _Size()
    for edge in edges.values():
        edge.view = EdgeViewer()
    layout = SugiyamaLayout(LaidGraph(list(vertices.values()), list(edges.values())).C[0])
    layout.xspace, layout.yspace, layout.dw, layout.route_edge = 30, 70, 30, route_with_lines
    layout.init_all(roots=[vertices[graph.role_play.start]])
    layout.draw(12)
    return {id: item.view.xy for id, item in vertices.items()}, {pair: edge.view._pts for pair, edge in edges.items()}


def _box(graph: Graph, id: str, at: Point, lang: Lang) -> Box:
    x, y = at[0] - WIDTH / 2, at[1] - HEIGHT / 2
    ending = graph.role_play.endings.get(id)
    if ending:
        return Box(id, x, y, ending.outcome, f"{ending.outcome} · {ending.cash:.0%}", _wrapped(getattr(ending.title, lang)))
    scene = graph.role_play.nodes[id]
    return Box(id, x, y, "scene", f"{scene.speaker} · {scene.mood}", _wrapped(getattr(scene.line, lang)))


def _wrapped(text: str) -> list[str]:
    """The first lines of a text, cut by the width that a reader sees."""
    lines = [""]
    for char in " ".join(text.split()):
        if display_width(lines[-1] + char) > COLUMNS:
            lines.append("")
        lines[-1] += char
    return lines if len(lines) <= LINES else [*lines[: LINES - 1], lines[LINES - 1][:-1] + "…"]


def _arrow(graph: Graph, ends: tuple[str, str], route: list[Point], runs: dict[str, Path]) -> Arrow:
    choices = [choice for choice in graph.choices(ends[0]) if choice.next == ends[1]]
    taken = {name: set(_legs(graph, run)) for name, run in runs.items()}
    on = [name for name in RUNS if any((ends[0], choice.id) in taken[name] for choice in choices)]
    middle = route[len(route) // 2 - 1], route[len(route) // 2]
    d = "M" + " L".join(f"{x:.0f} {y:.0f}" for x, y in route)
    return Arrow(d, list(map(_label, choices)), (middle[0][0] + middle[1][0]) / 2, (middle[0][1] + middle[1][1]) / 2, " ".join(on), any(choice.red_line for choice in choices))


def _legs(graph: Graph, run: Path) -> list[tuple[str, str]]:
    return list(zip(graph.play(run).scenes, run, strict=False))


def _label(choice: PlayChoice) -> str:
    return f"{choice.id} {choice.effect.total:+d}{' ' + choice.red_line if choice.red_line else ''}"


def summary(graph: Graph) -> Iterator[str]:
    """Lines for the terminal: size, and the three runs with their points."""
    scenes, endings = graph.role_play.nodes, graph.role_play.endings
    yield f"{graph.role_play.id}: 场景 · scenes {len(scenes)}, 结局 · endings {len(endings)}, 选项 · choices {sum(len(scene.choices) for scene in scenes.values())}"
    for name, zh in (("best", "最好"), ("worst", "最差"), ("typical", "一般")):
        run = getattr(graph, name)
        yield f"{zh} · {name} {graph.points(run):+d}: {' → '.join((*run, graph.play(run).ending))}"
