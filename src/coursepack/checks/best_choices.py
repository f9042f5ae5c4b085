"""Not a rule: the best choice of each scene, where one stands out."""

from collections.abc import Iterator
from typing import NamedTuple

from ..model.role_play import PlayChoice, Scene
from .placed_cases import PlacedPlay

FEWEST = 4  # scenes, for a habit to show


class Best(NamedTuple):
    """The one choice of a scene that earns most, and the others."""

    scene: Scene
    choice: PlayChoice
    others: tuple[PlayChoice, ...]


def best_choices(play: PlacedPlay) -> list[Best]:
    """Scenes in which two choices earn alike are left out."""
    return list(_best(play))


def _best(play: PlacedPlay) -> Iterator[Best]:
    for scene in play.role_play.nodes.values():
        first, *others = sorted(scene.choices, key=lambda choice: -choice.effect.total)
        if first.effect.total > others[0].effect.total:
            yield Best(scene, first, tuple(others))
