"""Imports inside the engine point one way, and MkDocs and pydantic stay where they belong."""

import ast
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src" / "coursepack"
LAYERS = (
    {"text", "problem", "progress", "whole_file", "number", "shuffle"},
    {"yaml_errors", "yaml_slips"},
    {"yaml_source"},
    {"model"},
    {"course"},
    {"grading", "play", "draw", "schedule", "red_lines", "search_index"},
    {"checks", "render", "deploy", "pack", "new"},
    {"export"},
    {"report"},
    {"build", "schema"},
    {"serve", "mkdocs_plugin"},
    {"cli"},
)
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}


def imports(path: Path) -> set[str]:
    """Modules a file imports: parts of the engine as `.name`, libraries by their first name."""
    found: set[str] = set()
    depth = len(path.relative_to(SOURCE).parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            found.add((node.module or "").split(".")[0])
        elif isinstance(node, ast.ImportFrom) and node.level == depth:
            names = [node.module] if node.module else [alias.name for alias in node.names]
            found.update("." + name.split(".")[0] for name in names if name)
    return found


def test_imports_point_one_way() -> None:
    for path in SOURCE.rglob("*.py"):
        name = path.relative_to(SOURCE).parts[0].removesuffix(".py")
        if name in ("__init__", "new_files"):
            continue
        inner = {found[1:] for found in imports(path) if found.startswith(".")} & RANK.keys()
        assert all(RANK[other] < RANK[name] for other in inner - {name}), f"{path}: {inner}"


def test_libraries_stay_in_their_place() -> None:
    for path in SOURCE.rglob("*.py"):
        used = imports(path)
        assert "mkdocs" not in used or path.name == "mkdocs_plugin.py", path
        assert "pydantic" not in used or path.parent.name == "model", path
    assert len((SOURCE / "mkdocs_plugin.py").read_text(encoding="utf-8").splitlines()) < 130
