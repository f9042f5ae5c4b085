"""One page on its way to HTML, and which scripts and styles its custom elements need."""

import re
from dataclasses import dataclass, field

from ..model.lesson import Page
from ..model.question import Choice
from .html import template
from .site import Site

ELEMENT = re.compile(r"<(course-[a-z-]+)")
QUESTION = ("course-number", "course-grading", "course-shuffle", "course-bank", "course-responses", "course-ordering", "course-question")
SCRIPTS = {  # element → its scripts in order; the recorder is on every page
    "course-lesson": ("course-lesson",),
    "course-quiz": ("course-grading", "course-quiz", "mkdocs-quiz"),
    "course-worksheet": ("course-print", "course-form"),
    "course-next-call": ("course-print", "course-form"),
    "course-progress": (
        "course-schedule", "course-catalogue", "course-standing", "course-strengths", "course-next-steps", "course-recent",
        "course-dashboard", "course-chart", "course-agenda", "course-progress",
    ),
    "course-role-play": ("course-print", "course-shuffle", "course-clock", "course-voice", "course-play", "course-play-text", "course-play-stage", "course-play-debrief", "course-play-history", "course-role-play"),
    "course-role-card": ("course-print", "course-role-card"),
    "course-cases": ("course-cases",),
    "course-exam": ("course-print", *QUESTION, "course-draw", "course-attempt", "course-clock", "course-exam-time", "course-exam-message", "course-exam-history", "course-exam-sheet", "course-certificate", "course-exam-result", "course-exam"),
    "course-review": (*QUESTION, "course-clock", "course-schedule", "course-session", "course-review-plan", "course-review-sheet", "course-review-result", "course-review"),
    "course-calculator": (
        "course-print", "course-copy", "course-number", "course-date", "course-calculation-input", "course-calculations", "course-debt-calculations",
        "course-ageing", "course-calculator-form", "course-calculator-result", "course-calculator-text", "course-calculator",
    ),
    "course-workshop": ("course-print", "course-form", "course-script-check", "course-workshop"),
    "course-scripts": ("course-print", "course-copy", "course-form", "course-scripts"),
    "course-sparring": ("course-copy", "course-sparring"),
}
STYLED = ("course-quiz", "course-case", "course-cases", "course-role-play", "course-exam", "course-review", "course-question", "course-calculator", "course-workshop", "course-scripts", "course-progress")


@dataclass
class Rendering:
    """The fragments of a page so far, and the questions that mkdocs-quiz will render."""

    page: Page
    site: Site
    fragments: list[str] = field(default_factory=list)
    checks: dict[str, Choice] = field(default_factory=dict)
    after: list[str] = field(default_factory=list)  # Markdown that stands after what the author wrote
    answers: list[str] = field(default_factory=list)  # kept fragments that end the page: on paper, answers come last
    sources: list[str] = field(default_factory=list)  # facts that fences rest on, besides those of the front matter
    quiz_words: str = ""  # JSON of mkdocs-quiz's own words, where the page has a check
    elements: frozenset[str] = frozenset()  # custom elements on the page

    def keep(self, html: object) -> str:
        """Keeps an HTML fragment and gives the comment that stands for it."""
        self.fragments.append(str(html))
        return f"\n<!--coursepack {len(self.fragments) - 1}-->\n"

    def template(self, name: str, **values: object) -> str:
        return str(template(name, self.site.lang, **values))

    @property
    def root(self) -> str:
        return self.site.root(self.page.key)

    def context(self) -> dict[str, object]:
        """What the theme's blocks ask of the page: scripts and styles to load, the address in the other language."""
        scripts = [script for element, needed in SCRIPTS.items() if element in self.elements for script in needed]
        scripts.sort(key=lambda script: not script.startswith("course-"))  # ours together, so that they can be packed into one
        return {
            "lang": self.site.lang,
            "switch_url": self.site.switch_url(self.page.key),
            "scripts": list(dict.fromkeys(scripts)),
            "styles": [style for style in STYLED if style in self.elements],
            "quiz_words": self.quiz_words,
            "root": self.root,
        }
