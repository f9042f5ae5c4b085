"""Not a rule: cases and role plays together with their files, and the places of their parts."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ..course import CASES, Course
from ..model.case import Case
from ..model.role_play import PlayChoice, RolePlay, Scene
from ..play import Graph
from ..problem import Place
from ..yaml_source import Source


class PlacedCase(NamedTuple):
    """`name` is the folder."""

    name: str
    case: Case
    source: Source


class PlacedPlay(NamedTuple):
    """`name` is the folder; `graph` answers what can happen."""

    name: str
    role_play: RolePlay
    source: Source
    graph: Graph

    def choices(self) -> Iterator[tuple[str, Scene, int, PlayChoice]]:
        """Every choice with its scene's id, its scene and its number in it."""
        for id, scene in self.role_play.nodes.items():
            yield from ((id, scene, index, choice) for index, choice in enumerate(scene.choices))

    def scene_place(self, id: str) -> Place:
        """Where a scene or an ending begins."""
        return self.source.place("nodes" if id in self.role_play.nodes else "endings", id, key=True)

    def choice_place(self, scene: str, index: int, key: str) -> Place:
        return self.source.place("nodes", scene, "choices", index, key)


def cases(course: Course) -> Iterator[PlacedCase]:
    for name, case in course.cases.items():
        yield PlacedCase(name, case, course.sources[f"{CASES}/{name}/case.yml"])


@lru_cache(maxsize=1)
def role_plays(course: Course) -> tuple[PlacedPlay, ...]:
    """Every role play that could be read; their graphs are worked out once for all rules."""
    return tuple(
        PlacedPlay(name, role_play, course.sources[f"{CASES}/{name}/role_play.yml"], Graph(role_play))
        for name, role_play in course.role_plays.items()
    )


def sound(play: PlacedPlay) -> bool:
    """Whether the graph holds together, so that rules about whole runs make sense; else other rules speak first."""
    role_play, graph = play.role_play, play.graph
    known = set(role_play.nodes) | set(role_play.endings)
    ends = set(role_play.endings)
    return role_play.start in role_play.nodes and all(choice.next in known for _, _, _, choice in play.choices()) and all(graph.after(id) & ends for id in role_play.nodes)
