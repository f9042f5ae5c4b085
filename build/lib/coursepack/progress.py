"""A progress bar on a terminal, nothing elsewhere."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn


@contextmanager
def bar(title: str, root: Path) -> Iterator[Callable[[int], None]]:
    """Shows how many page steps are done; each page of each language counts two (written, laid out)."""
    total = 2 * sum(1 for lang in ("zh", "en") for _ in (root / "docs" / lang).rglob("*.md"))
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed}/{task.total}"), TimeElapsedColumn())
    with Progress(*columns, transient=True) as progress:
        task = progress.add_task(title, total=total)

        def tick(done: int) -> None:
            progress.update(task, completed=min(done, total))

        yield tick
