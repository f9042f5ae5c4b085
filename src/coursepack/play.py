"""A role play played and measured: the reference for course-role-play.js, which passes the same cases (tests/role_plays/).

Deterministic: the same choices give the same result. Each choice counts once, however often a loop brings it back.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from .model.role_play import DIMENSIONS, Dimension, Effect, PlayChoice, RolePlay, Scene

Path = tuple[str, ...]  # ids of the choices made, in order


@dataclass(frozen=True)
class Played:
    """How a run stands: `ending` is "" while it goes on. `steps` are points by dimension, `score` a share of the best run's points."""

    scenes: tuple[str, ...]
    ending: str
    outcome: str
    cash: float
    red_line: bool
    steps: dict[str, int]
    score: float


@dataclass(frozen=True)
class Graph:
    """What can happen in a role play. A `next` that does not exist leads nowhere (a rule reports it)."""

    role_play: RolePlay

    def play(self, path: Sequence[str]) -> Played:
        """Makes the choices of `path` one by one; those after an ending, and unknown ones, end the run where it stands."""
        at, scenes, taken = self.role_play.start, [self.role_play.start], dict[tuple[str, str], PlayChoice]()
        for id in path:
            choice = next((choice for choice in self.choices(at) if choice.id == id), None)
            if choice is None:
                break
            taken[at, id] = choice
            at = choice.next
            scenes.append(at)
        return self._played(at, scenes, list(taken.values()))

    def _played(self, at: str, scenes: list[str], taken: list[PlayChoice]) -> Played:
        ending = self.role_play.endings.get(at)
        steps: dict[str, int] = {name: sum(getattr(choice.effect, name) for choice in taken) for name in DIMENSIONS}
        red_line = any(choice.red_line for choice in taken)
        score = 0.0 if red_line else min(1.0, max(0.0, sum(steps.values()) / self.most)) if self.most else 0.0
        return Played(tuple(scenes), at if ending else "", ending.outcome if ending else "", ending.cash if ending else 0.0, red_line, steps, score)

    def choices(self, at: str) -> tuple[PlayChoice, ...]:
        """The choices of a scene; none at an ending."""
        scene: Scene | None = self.role_play.nodes.get(at)
        return scene.choices if scene else ()

    @cached_property
    def most(self) -> int:
        """Points of the best run; 0 where no run has any."""
        return max(0, self.points(self.best))

    def points(self, path: Path) -> int:
        at, total = self.role_play.start, 0
        for id in path:
            choice = next(choice for choice in self.choices(at) if choice.id == id)
            total, at = total + choice.effect.total, choice.next
        return total

    @cached_property
    def best(self) -> Path:
        """The run that earns most, no scene twice; of equal ones the first in the file."""
        return self._extreme(lambda effect: effect.total)

    @cached_property
    def worst(self) -> Path:
        """The run that earns least, no scene twice."""
        return self._extreme(lambda effect: -effect.total)

    def span(self, name: Dimension) -> tuple[int, int]:
        """The least and the most that one dimension comes to on any run."""
        low = self._extreme(lambda effect: -getattr(effect, name))
        high = self._extreme(lambda effect: getattr(effect, name))
        return self.play(low).steps[name], self.play(high).steps[name]

    @cached_property
    def typical(self) -> Path:
        """The run that takes at each scene the choice in the middle of what the choices earn."""
        at, path, seen = self.role_play.start, list[str](), set[str]()
        while at in self.role_play.nodes and at not in seen:
            seen.add(at)
            ranked = sorted(self.choices(at), key=lambda choice: choice.effect.total)
            choice = ranked[(len(ranked) - 1) // 2]
            path.append(choice.id)
            at = choice.next
        return tuple(path)

    def _extreme(self, worth: Callable[[Effect], int]) -> Path:
        """The run of most worth. Memoised by scene and by the scenes on loops already visited: without loops, each scene is looked at once."""
        memo: dict[tuple[str, frozenset[str]], tuple[int, Path] | None] = {}

        def onward(at: str, visited: frozenset[str]) -> tuple[int, Path] | None:
            if at in self.role_play.endings:
                return 0, ()
            key = (at, visited)
            if key not in memo:
                inner = visited | {at} if at in self.on_loops else visited
                found = [
                    (worth(choice.effect) + rest[0], (choice.id, *rest[1]))
                    for choice in self.choices(at)
                    if choice.next not in visited and choice.next != at and (rest := onward(choice.next, inner))
                ]
                memo[key] = max(found, key=lambda run: run[0], default=None)
            return memo[key]

        run = onward(self.role_play.start, frozenset())
        return run[1] if run else ()

    @cached_property
    def reachable(self) -> frozenset[str]:
        """Scenes and endings that some run comes to."""
        return frozenset(self.after(self.role_play.start)) | {self.role_play.start}

    def after(self, at: str) -> set[str]:
        """Scenes and endings that can follow `at`, near or far."""
        found: set[str] = set()
        waiting = [at]
        while waiting:
            for choice in self.choices(waiting.pop()):
                if choice.next not in found:
                    found.add(choice.next)
                    waiting.append(choice.next)
        return found

    @cached_property
    def on_loops(self) -> frozenset[str]:
        """Scenes that a run can come back to."""
        return frozenset(at for at in self.role_play.nodes if at in self.after(at))

    def shortest(self, goal: str) -> Path | None:
        """The fewest choices that lead to a scene or an ending, or None."""
        runs: list[tuple[str, Path]] = [(self.role_play.start, ())]
        seen = {self.role_play.start}
        for at, path in runs:
            if at == goal:
                return path
            for choice in self.choices(at):
                if choice.next not in seen:
                    seen.add(choice.next)
                    runs.append((choice.next, (*path, choice.id)))
        return None
