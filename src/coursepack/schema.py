"""JSON Schemas of the data files, generated from the models, so that an editor can complete and explain keys."""

import json
from pathlib import Path
from typing import Any

from .model.case import Case
from .model.coverage import Coverage
from .model.data import Glossary, References, Retired, Worksheet
from .model.exam import Exam
from .model.quiz import QuestionFile
from .model.role_play import RolePlay
from .model.script import ScriptFile, Situations
from .model.workshop import RedLines, Workshop

FILES = {
    "case": Case.model_json_schema,
    "coverage": Coverage.model_json_schema,
    "exam": Exam.model_json_schema,
    "glossary": Glossary.model_json_schema,
    "question-file": QuestionFile.model_json_schema,
    "red-lines": RedLines.model_json_schema,
    "references": References.model_json_schema,
    "retired": Retired.model_json_schema,
    "role-play": RolePlay.model_json_schema,
    "script-situations": Situations.model_json_schema,
    "scripts": ScriptFile.model_json_schema,
    "worksheet": Worksheet.model_json_schema,
    "workshop": Workshop.model_json_schema,
}


def schemas() -> dict[str, str]:
    """File name → text of each schema."""
    return {f"{name}.json": _text(make()) for name, make in FILES.items()}


def _text(schema: dict[str, Any]) -> str:
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def write(folder: Path) -> list[Path]:
    """Writes every schema into `folder`. Returns what was written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
        written.append(folder / name)
    return written


if __name__ == "__main__":
    for path in write(Path("schemas")):
        print(f"写好了 · wrote {path}")
