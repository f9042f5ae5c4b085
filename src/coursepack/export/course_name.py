"""The course's id and its name in each language, which stand in the configuration of its sites. Read without MkDocs."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ..problem import LANGS, Lang

FILES: dict[Lang, str] = {"zh": "mkdocs.yml", "en": "mkdocs.en.yml"}


@dataclass(frozen=True)
class CourseName:
    id: str
    titles: Mapping[Lang, str]


class _Config(yaml.SafeLoader):
    """Passes over tags that only MkDocs understands."""


_Config.add_constructor(None, lambda loader, node: None)


def course_name(root: Path) -> CourseName:
    """The name of the course in `root`; what is not written there is made of the Chinese site's, or the folder's name."""
    configs = {lang: _read(root / file) for lang, file in FILES.items()}
    main = configs["zh"]
    fallback = str(main.get("site_name") or root.name)
    extra = main.get("extra")
    id = str(extra.get("course") or "") if isinstance(extra, dict) else ""
    titles = {lang: str(configs[lang].get("site_name") or fallback) for lang in LANGS}
    return CourseName(id or re.sub(r"[^a-z0-9]+", "-", root.name.lower()).strip("-") or "course", titles)


def _read(path: Path) -> dict[str, Any]:
    """One configuration over the one it inherits from; nothing where there is none."""
    if not path.is_file():
        return {}
    data = yaml.load(path.read_text(encoding="utf-8-sig"), Loader=_Config)  # noqa: S506
    if not isinstance(data, dict):
        return {}
    inherited = data.get("INHERIT")
    return (_read(path.parent / inherited) if isinstance(inherited, str) else {}) | data
