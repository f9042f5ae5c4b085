"""这个词在术语表里有统一的说法，这里用了另一种。一个意思一会儿这样叫、一会儿那样叫，学员会以为是两件事，搜索和术语提示也对不上。哪些说法不用，写在 docs/data/glossary.yml 各条的 avoid 里。

错误的写法（术语表：对账单，不写对帐单）：

    先把对帐单发过去。

改法：

    先把对账单发过去。

确有理由就接受：在题目或这一页的信息区写

    accept:
      glossary-term: 原样引用客户的话
---
The glossary has one word for this, and another stands here. Under two names readers see two things, and search and glossary notes fail. The forms to avoid stand under avoid in docs/data/glossary.yml.

Wrong (glossary: statement of account, not account sheet):

    Send the account sheet first.

Mend it:

    Send the statement of account first.

Where there is a reason, accept it in the question or in the front matter of the page:

    accept:
      glossary-term: the customer's own words
"""

import re
from collections.abc import Iterable, Iterator

from ..course import DATA, Course
from ..model.data import Term
from ..problem import LANGS, Lang, Problem, Text
from .wording import wordings

LEVEL = "warning"
GLOSSARY = f"{DATA}/glossary.yml"


def check(course: Course) -> Iterator[Problem]:
    patterns = {lang: _pattern(course.terms, lang) for lang in LANGS}
    for wording in wordings(course):
        pattern, use = patterns[wording.lang]
        if pattern and wording.file != GLOSSARY and _holds_any(wording.text, use):
            for match in pattern.finditer(wording.text):
                form = use.get(match.group().lower())
                if form:
                    found = wording.found(match.start(), len(match.group()))
                    yield Problem(found.place, "glossary-term", Text(f"术语表不用“{found.words}”", f"the glossary does not use “{found.words}”"), Text(f"改为“{form}”", f"change it to “{form}”"), "warning", found.owner, found.lang)


def _holds_any(text: str, forms: Iterable[str]) -> bool:
    lower = text.lower()
    return any(form in lower for form in forms)


def _pattern(terms: tuple[Term, ...], lang: Lang) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    """Forms to avoid, and allowed forms that hold one of them, the longest first; and the form to use for each of the former."""
    use = {form.lower(): getattr(term.term, lang) for term in terms for form in getattr(term.avoid, lang) if form.strip()}
    allowed = {form for term in terms for form in (getattr(term.term, lang), *getattr(term.also, lang))}
    use = {form: word for form, word in use.items() if form not in {word.lower() for word in allowed}}
    if not use:
        return None, use
    holding = [form for form in allowed if any(bad in form.lower() for bad in use)]
    forms = "|".join(re.escape(form) for form in sorted({*use, *holding}, key=len, reverse=True))
    return re.compile(rf"\b(?:{forms})\b" if lang == "en" else forms, re.IGNORECASE), use
