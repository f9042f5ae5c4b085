"""The question bank as script files, one a module, so that exam and review load what they ask and it also works from file://.

`assets/bank/index.js` says which questions there are; `assets/bank/<module>.js` holds them in the site's language. Both only
add to `window.courseBank`. The answers are in them: a static site cannot hide them.
"""

import json
from typing import Any

from ..model.question import Question
from ..model.shape import Bilingual, Shape
from ..problem import Lang
from .site import Site

FOLDER = "assets/bank"
INNER = {"accept", "use", "level"}  # of no use in the browser, or in the index


def bank_files(site: Site) -> dict[str, str]:
    """Path in the site → text of each file."""
    modules: dict[str, list[dict[str, Any]]] = {}
    for placed, lesson in site.questions():
        modules.setdefault(lesson.module, []).append({"lesson": lesson.id, **_question(placed.question, site.lang)})
    files = {f"{FOLDER}/{module}.js": _script({"parts": {module: questions}}) for module, questions in modules.items()}
    return {f"{FOLDER}/index.js": _script({"index": _index(site)}), **files} if files else {}


def _index(site: Site) -> dict[str, dict[str, Any]]:
    """Questions for review by lesson, and where they are."""
    lessons: dict[str, dict[str, Any]] = {}
    for placed, lesson in site.questions():
        if "review" in placed.question.use:
            lessons.setdefault(lesson.id, {"module": lesson.module, "questions": []})["questions"].append(placed.question.id)
    return lessons


def _script(data: dict[str, Any]) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"(window.courseBank ??= []).push({text});\n"


def _question(question: Question, lang: Lang) -> dict[str, Any]:
    return {key: value for key, value in _plain(question, lang).items() if key not in INNER and value is not None}


def _plain(part: Any, lang: Lang) -> Any:
    """A shape as JSON, its texts in one language."""
    if isinstance(part, Bilingual):
        return getattr(part, lang)
    if isinstance(part, Shape):
        return {name: _plain(getattr(part, name), lang) for name in type(part).model_fields}
    if isinstance(part, tuple):
        return [_plain(item, lang) for item in part]
    return part
