"""The schemas in schemas/ are those of the models."""

from pathlib import Path

from coursepack.schema import schemas

FOLDER = Path(__file__).parents[1] / "schemas"


def test_schemas_are_current() -> None:
    """Mend with: python -m coursepack.schema"""
    assert {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()} == schemas()
