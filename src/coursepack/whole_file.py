"""Writing a file so that it is whole or as it was: beside the target first, then renamed."""

from pathlib import Path


def write_whole(path: Path, content: str | bytes) -> None:
    """`content` as the file `path`, text in UTF-8 with plain line ends; folders are made. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".partial")
    try:
        beside.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
