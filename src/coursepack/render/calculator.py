"""The fence `calculator`: a form that is complete before its script arrives, with every word the script will say.

Words and layout of each calculator are in calculators.yml; what is computed is in the browser's course-calculations.js.
"""

import json
from collections.abc import Collection
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import yaml

from ..model.calculator import CALCULATORS
from ..model.lesson import Fence
from ..problem import Lang
from .html import template

if TYPE_CHECKING:
    from .rendering import Rendering

KINDS = {"money": ("money",), "rate": ("rate",), "count": ("count",), "date": ("date",)}  # field kind → its groups of errors


def calculator(rendering: "Rendering", group: list[Fence]) -> str:
    name = group[0].args[0] if group[0].args else ""
    if name not in CALCULATORS:
        return ""
    known = rendering.site.course.reference_ids
    return rendering.keep(calculator_html(name, rendering.site.lang, rendering.root + "law.html", known))


def calculator_html(name: str, lang: Lang, law_url: str, known: Collection[str]) -> str:
    """One calculator; facts that are `known` link to `law_url`."""
    words = _words(lang)
    spec = words["calculators"][name]
    return str(
        template(
            "calculator",
            lang,
            id=name,
            spec=spec,
            words=words["words"],
            spoken=_spoken(words, spec),
            example=json.dumps(spec["example"]["input"], ensure_ascii=False),
            law_url=law_url,
            known=known,
        )
    )


@cache
def calculators() -> dict[str, Any]:
    """calculators.yml as it stands, both languages in each text."""
    return yaml.safe_load((files(__package__) / "calculators.yml").read_text(encoding="utf-8"))


@cache
def _words(lang: Lang) -> Any:
    return _in(calculators(), lang)


def _in(data: Any, lang: Lang) -> Any:
    """The data with each `{zh, en}` replaced by its text in one language."""
    if isinstance(data, dict):
        return data[lang] if data.keys() == {"zh", "en"} else {key: _in(value, lang) for key, value in data.items()}
    return [_in(value, lang) for value in data] if isinstance(data, list) else data


def _spoken(words: dict[str, Any], spec: dict[str, Any]) -> dict[str, str]:
    """What the script says, by the name of its data attribute."""
    fields = [column for field in spec["fields"] for column in field.get("columns", [field])]
    groups = dict.fromkeys(["any", *(group for field in fields for group in KINDS.get(field["kind"], ()))])
    errors = {code: text for group in groups for code, text in words["errors"][group].items()} | spec.get("errors", {})
    spoken = {"speech": words["speech"], "format": words["formats"], "error": errors, "word": spec.get("words", {})}
    return {f"data-{kind}-{key.replace('_', '-')}": text for kind, texts in spoken.items() for key, text in texts.items()}
