"""A page's Markdown → Markdown without fences, plus the HTML fragments that go back in after conversion.

Each fence becomes the comment `<!--coursepack N-->`, each check question mkdocs-quiz markup; `finish` puts the fragments in.
"""

import re
from collections.abc import Callable
from pathlib import PurePosixPath

from ..model.data import Term
from ..model.fence import blanks, speeches, title_of
from ..model.lesson import CITATION, Fence, Page
from ..model.question import Choice
from .blueprint import blueprint
from .calculator import calculator
from .case import case, cases
from .coverage import coverage
from .exam import exam
from .html import say
from .progress import progress
from .quiz import answers, clean, quiz_markdown, translations
from .rendering import ELEMENT, Rendering
from .review import review
from .role_play import role_play
from .scripts import script, scripts
from .site import Site
from .workshop import red_lines, sparring, workshop

UNSEARCHED = re.compile(r"<(course-quiz|course-answers|course-terms|course-lesson|course-role-card|course-role-play|course-exam|course-review|course-workshop|course-scripts|course-sparring|course-progress|template|svg|noscript)\b.*?</\1>", re.DOTALL)
CELL_END = re.compile(r"</(?:t[dh]|d[dt]|label|option|button|summary)>")  # search drops these tags and would make one word of two
MARK = re.compile(r"<!--coursepack (\d+)-->")
PICTURE = re.compile(r"^!\[(.*)\]\(([^)\s]+\.svg)\)\s*$")
AIMS = re.compile(r"^##\s.*\{#aims\}\s*$")


def markdown(page: Page, site: Site) -> tuple[str, Rendering]:
    """The page ready for Markdown and mkdocs-quiz."""
    rendering = Rendering(page, site)
    lines = _lines(rendering)
    lesson = page.lesson
    if lesson:
        questions = _questions_of(rendering, page.key)
        lines.insert(0, rendering.keep(rendering.template("lesson_head", minutes=lesson.minutes, questions=len(questions))))
    lines += rendering.after
    if rendering.sources or (page.front and page.front.sources):
        lines.append(_sources(rendering))
    if lesson:
        lines.append(rendering.keep(rendering.template("lesson_foot", lesson=lesson)))
    if rendering.checks:
        lines.append(rendering.keep(answers(list(rendering.checks.values()), site.lang)))
    lines += rendering.answers
    if page.key.endswith("/index"):
        lines.append(_module_list(rendering))
    return "\n".join(lines), rendering


def finish(html: str, rendering: Rendering, terms: dict[str, Term]) -> str:
    """The converted page with its fragments, lesson checks and term cards in place."""
    rendering.quiz_words = translations(html)
    html = clean(html, rendering.checks, rendering.site.lang)
    html = MARK.sub(lambda match: rendering.fragments[int(match[1])], html)
    rendering.elements = frozenset(ELEMENT.findall(html))
    if not terms:
        return html
    return html + rendering.template("terms", terms=terms.values(), glossary_url=rendering.root + "glossary.html")


def searchable(html: str) -> str:
    """A finished page as search should see it: no questions, answers, term cards or words inside pictures."""
    return CELL_END.sub(r" \g<0>", UNSEARCHED.sub("", html))


def _lines(rendering: Rendering) -> list[str]:
    """The body line by line, fences, pictures and citations replaced."""
    page, result = rendering.page, []
    fences = {fence.line: fence for fence in page.fences}
    skip_to = 0
    for line in page.lines:
        if line.number <= skip_to:
            continue
        fence = fences.get(line.number)
        if fence is None:
            result.append(_line(rendering, line.text))
            continue
        group = _with_neighbour(fence, fences, page)
        skip_to = group[-1].last
        result.append(_fences(rendering, group))
    return result


def _line(rendering: Rendering, text: str) -> str:
    picture = PICTURE.match(text)
    if picture:
        return _picture(rendering, picture[1], picture[2])
    if AIMS.match(text) and rendering.page.lesson:
        return text + "\n" + rendering.keep(rendering.template("objectives", objectives=rendering.page.lesson.objectives))
    return CITATION.sub(lambda match: f"[{match[1]}](#{match[1].lower()})", text)


def _with_neighbour(fence: Fence, fences: dict[int, Fence], page: Page) -> list[Fence]:
    """A bad dialogue together with the good one that follows it directly."""
    if (fence.name, fence.args) != ("dialogue", ("bad",)):
        return [fence]
    blank = {line.number for line in page.lines if not line.text.strip()}
    after = fence.last + 1
    while after in blank:
        after += 1
    other = fences.get(after)
    return [fence, other] if other and (other.name, other.args) == ("dialogue", ("good",)) else [fence]


def _fences(rendering: Rendering, group: list[Fence]) -> str:
    make = FENCES.get(group[0].name)
    if make is None:  # a code block, on pages for authors
        lines = rendering.page.body.split("\n")
        first, last = group[0].line - rendering.page.first_line, group[-1].last - rendering.page.first_line
        return "\n".join(lines[first : last + 1])
    return make(rendering, group)


def _dialogue(rendering: Rendering, group: list[Fence]) -> str:
    return rendering.keep(rendering.template("dialogue", boxes=[_box(fence) for fence in group]))


def _box(fence: Fence) -> dict[str, object]:
    spoken = speeches(fence)
    first = spoken[0].name if spoken else ""
    lines = [{"name": speech.name, "parts": speech.parts, "first": speech.name == first} for speech in spoken]
    return {"kind": fence.args[0], "title": title_of(fence), "lines": lines}


def _questions_of(rendering: Rendering, key: str) -> list[Choice]:
    quiz = rendering.site.course.quizzes.get(key)
    return [placed.question for placed in quiz.checks if isinstance(placed.question, Choice)] if quiz else []


def _quiz(rendering: Rendering, group: list[Fence]) -> str:
    """The lesson's own checks, or the questions named as arguments."""
    wanted = group[0].args
    if wanted:
        every = {placed.question.id: placed.question for placed in rendering.site.course.questions}
        questions = [question for id in wanted if isinstance(question := every.get(id), Choice)]
    else:
        questions = _questions_of(rendering, rendering.page.key)
    rendering.checks.update((question.id, question) for question in questions)
    notice = rendering.keep(f"<noscript data-search-exclude><p>{say('no_script', rendering.site.lang)}</p></noscript>")
    return notice + "\n" + "\n".join(quiz_markdown(question, rendering.site.lang) for question in questions)


def _next_call(rendering: Rendering, group: list[Fence]) -> str:
    lines = [blanks(line.text) for line in group[0].body if line.text.strip()]
    lesson = rendering.page.lesson
    return rendering.keep(rendering.template("next_call", lesson=lesson.id if lesson else "", lines=lines))


def _worksheet(rendering: Rendering, group: list[Fence]) -> str:
    sheets = rendering.site.course.worksheets
    return "".join(_sheet(rendering, name, level=3) for name in group[0].args if name in sheets)


def _worksheets(rendering: Rendering, group: list[Fence]) -> str:
    return "".join(_sheet(rendering, name, level=2) for name in rendering.site.course.worksheets)


def _sheet(rendering: Rendering, name: str, level: int) -> str:
    lang = rendering.site.lang

    def letter(text: object) -> list[object]:
        return [blanks(block) for block in getattr(text, lang).strip().split("\n\n")]

    sheet = rendering.site.course.worksheets[name]
    return rendering.keep(rendering.template("worksheet", sheet=sheet, letter=letter, level=level))


def _glossary(rendering: Rendering, group: list[Fence]) -> str:
    terms = sorted(rendering.site.course.terms, key=lambda term: _reading_order(getattr(term.term, rendering.site.lang)))
    return rendering.keep(rendering.template("glossary", terms=terms))


def _reading_order(term: str) -> bytes:
    """Chinese by pinyin (GBK keeps common characters in that order), Latin letters first."""
    return term.lower().encode("gb18030")


def _facts(rendering: Rendering, group: list[Fence]) -> str:
    references = rendering.site.course.references
    if references is None:
        return ""
    prefixes = list(dict.fromkeys(fact.id.split("-")[0] for fact in references.references))
    groups = [(prefix, [fact for fact in references.references if fact.id.startswith(prefix + "-")]) for prefix in prefixes]
    return rendering.keep(rendering.template("facts", references=references, groups=groups))


def _sources(rendering: Rendering) -> str:
    references, front = rendering.site.course.references, rendering.page.front
    assert front is not None
    if references is None:
        return ""
    cited = [fact for fact in references.references if fact.id in {*front.sources, *rendering.sources}]
    legal = any(fact.id.startswith(("LAW", "INT")) for fact in cited)
    html = rendering.template(
        "sources",
        references=cited,
        law_url=rendering.root + "law.html",
        law_text=getattr(references.law_text, rendering.site.lang) if legal else "",
        as_of=references.as_of,
    )
    return f"\n## {say('sources', rendering.site.lang)} {{#sources}}\n" + rendering.keep(html)


def _module_list(rendering: Rendering) -> str:
    url = rendering.page.key + ".html"
    module = next((module for module in rendering.site.modules if module.url == url), None)
    if module is None or not module.lessons:
        return ""
    lessons = [{"id": x.id, "title": x.title, "minutes": x.minutes, "url": x.url.split("/")[-1]} for x in module.lessons]
    return rendering.keep(rendering.template("module", lessons=lessons))


def _picture(rendering: Rendering, alt: str, target: str) -> str:
    """An SVG inlined, so that it follows the colour scheme."""
    page = rendering.page
    path = rendering.site.course.root / PurePosixPath(page.file).parent / target
    svg = path.read_text(encoding="utf-8-sig")
    svg = svg[svg.index("<svg") :].strip()
    return rendering.keep(rendering.template("picture", alt=alt, svg=svg.removeprefix("<svg")))


FENCES: dict[str, Callable[[Rendering, list[Fence]], str]] = {
    "dialogue": _dialogue,
    "quiz": _quiz,
    "next-call": _next_call,
    "worksheet": _worksheet,
    "worksheets": _worksheets,
    "glossary": _glossary,
    "progress": progress,
    "facts": _facts,
    "case": case,
    "cases": cases,
    "role-play": role_play,
    "exam": exam,
    "review": review,
    "calculator": calculator,
    "workshop": workshop,
    "red-lines": red_lines,
    "sparring": sparring,
    "script": script,
    "scripts": scripts,
    "coverage": coverage,
    "blueprint": blueprint,
}
