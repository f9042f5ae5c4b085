"""The fence `review`."""

from ..model.lesson import Fence
from .rendering import Rendering


def review(rendering: Rendering, group: list[Fence]) -> str:
    return ""
