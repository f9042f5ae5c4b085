"""词汇表里同一个词定义了两次，或出现在两处（term、also、avoid 都算）。正文里遇到它，程序不知道该显示哪条解释，
也不知道该用还是该避免。

错误的写法：

    - id: statement
      term: {zh: 对账单, en: statement of account}
    - id: reconciliation
      term: {zh: 对账, en: reconciliation}
      also: {zh: [对账单], en: []}

改法：只在一条里留着它；真有两个意思，就分成两个不同的说法。
---
The glossary defines a word twice, or has it in two places (term, also and avoid all count). When a text uses it, the engine cannot know which
definition to show, nor whether the word is to be used or avoided.

Wrong:

    - id: statement
      term: {zh: 对账单, en: statement of account}
    - id: reconciliation
      term: {zh: 对账, en: reconciliation}
      also: {zh: [], en: [Statement of account]}

Mend it: keep it in one entry; if it has two meanings, give them two different wordings.
"""

from collections.abc import Iterator

from ..course import DATA, Course
from ..model.data import Term
from ..problem import LANGS, Problem, Text
from .data_texts import Path

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    for lang in LANGS:
        first: dict[str, str] = {}
        for index, term in enumerate(course.terms):
            for path, form in _forms(term, lang):
                key = " ".join(form.casefold().split())
                if key in first:
                    yield _problem(course, ("terms", index, *path), form, first[key], lang)
                first.setdefault(key, term.id)


def _forms(term: Term, lang: str) -> Iterator[tuple[Path, str]]:
    """Every wording of a term in one language, and its path."""
    yield ("term", lang), getattr(term.term, lang)
    for name in ("also", "avoid"):
        for index, form in enumerate(getattr(getattr(term, name), lang)):
            yield (name, lang, index), form


def _problem(course: Course, path: Path, form: str, first: str, lang: str) -> Problem:
    return Problem(
        course.sources[f"{DATA}/glossary.yml"].place(*path),
        "glossary-duplicate",
        Text(f"“{form}”在“{first}”里已经有了", f"“{form}” stands already in “{first}”"),
        Text("只在一条里留着它", "keep it in one entry only"),
        lang=lang,
    )
