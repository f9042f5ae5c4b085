"""Glossary terms in running text: found longest first, once a page, also inside unspaced Chinese; shown as cards that open in place."""

import re
from collections.abc import Iterable
from typing import NamedTuple
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from ..model.data import Term
from ..problem import Lang

SKIPPED = frozenset(["a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "button", "abbr", "script", "style"])


class Found(NamedTuple):
    """A term as it stands in a text, and the text that follows up to the next one."""

    words: str
    term: Term
    tail: str


class TermFinder:
    """Finds the first unused glossary term in a text of one language."""

    def __init__(self, terms: Iterable[Term], lang: Lang) -> None:
        self.forms = {form.lower(): term for term in terms for form in (getattr(term.term, lang), *getattr(term.also, lang))}
        words = "|".join(re.escape(form) for form in sorted(self.forms, key=len, reverse=True))
        edge = r"(?<![A-Za-z0-9-])(?:%s)(?![A-Za-z0-9-])" if lang == "en" else r"(?:%s)"
        self.pattern = re.compile(edge % words, re.IGNORECASE) if words else None

    def split(self, text: str, used: dict[str, Term]) -> tuple[str, list[Found]]:
        """`text` cut at the terms not yet in `used`, which is filled: what comes before the first, then each with its tail."""
        fresh = []
        for match in self.pattern.finditer(text) if self.pattern else ():
            term = self.forms[match.group().lower()]
            if term.id not in used:
                used[term.id] = term
                fresh.append((match, term))
        ends = [match.start() for match, _ in fresh] + [len(text)]
        found = [Found(m.group(), term, text[m.end() : end]) for (m, term), end in zip(fresh, ends[1:], strict=True)]
        return text[: ends[0]], found


class TermExtension(Extension):
    """Marks terms in the next page that is converted after `expect()`; other texts (quiz fragments) stay as they are."""

    def __init__(self) -> None:
        super().__init__()
        self.finder: TermFinder | None = None
        self.used: dict[str, Term] = {}

    def expect(self, finder: TermFinder) -> None:
        self.finder, self.used = finder, {}

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_TermTreeprocessor(md, self), "coursepack-terms", 5)


class _TermTreeprocessor(Treeprocessor):
    def __init__(self, md: Markdown, extension: TermExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        finder, self.extension.finder = self.extension.finder, None
        if finder is not None:
            self._walk(root, finder)

    def _walk(self, element: Element, finder: TermFinder) -> None:
        if element.tag in SKIPPED:
            return
        children = list(element)
        self._mark(element, None, element.text, finder)
        for child in children:
            self._walk(child, finder)
            self._mark(element, child, child.tail, finder)

    def _mark(self, parent: Element, before: Element | None, text: str | None, finder: TermFinder) -> None:
        """Replaces terms in the text after `before` (None: at the start of `parent`) by buttons."""
        if not text or not text.strip():
            return
        start, found = finder.split(text, self.extension.used)
        at = 0 if before is None else list(parent).index(before) + 1
        if before is None:
            parent.text = start
        else:
            before.tail = start
        for place, (words, term, tail) in enumerate(found, at):
            button = Element("button", {"type": "button", "class": "term", "popovertarget": f"term-{term.id}"})
            button.text, button.tail = AtomicString(words), tail
            parent.insert(place, button)


def teach_segmenter(terms: Iterable[Term]) -> None:
    """Gives the course's terms to jieba, so that search finds them inside longer Chinese runs."""
    import jieba

    jieba.setLogLevel("WARNING")
    for term in terms:
        for form in (term.term.zh, *term.also.zh):
            jieba.add_word(form)
