"""A progress bar on a terminal, nothing elsewhere."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn


def bar(title: str, root: Path) -> AbstractContextManager[Callable[[int], None]]:
    """Shows how many page steps are done; each page of each language counts two (written, laid out)."""
    return steps(title, 2 * sum(1 for lang in ("zh", "en") for _ in (root / "docs" / lang).rglob("*.md")))


@contextmanager
def steps(title: str, total: int) -> Iterator[Callable[[int], None]]:
    """Shows how many of `total` steps are done."""
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed}/{task.total}"), TimeElapsedColumn())
    console = Console()
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(title, total=total)

        def tick(done: int) -> None:
            progress.update(task, completed=min(done, total))

        yield tick
