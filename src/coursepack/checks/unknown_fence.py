"""三个反引号后面的词不认识，或者参数不对。这些词是固定的几个：quiz、dialogue good、dialogue bad、worksheet、case、role-play、exam、workshop 加一个 id，script 加一个或几个 id，calculator 加计算器的名字，cases、scripts、review、red-lines、sparring、worksheets、next-call、progress、glossary、coverage、blueprint、facts。写错了，这一块就会当作代码原样印出来。

错误的写法：

    ```dialog god
    周宁: 您好。
    ```

改法：

    ```dialogue good
    周宁: 您好。
    ```
---
The word after three backticks, or what follows it, is not known. The words are fixed: quiz, dialogue good, dialogue bad, worksheet, case, role-play, exam, workshop with an id, script with one id or several, calculator with its name, cases, scripts, review, red-lines, sparring, worksheets, next-call, progress, glossary, coverage, blueprint, facts. Anything else would be printed as code.

Wrong:

    ```dialog god
    Zhou Ning: Good morning.
    ```

Mend it:

    ```dialogue good
    Zhou Ning: Good morning.
    ```
"""

from collections.abc import Iterator

from ..course import Course
from ..model.calculator import CALCULATORS
from ..model.lesson import Fence, Page, is_lesson_key
from ..problem import Problem, Text
from ..text import did_you_mean

LEVEL = "error"
FENCES: dict[str, tuple[str, ...] | None] = {  # what may follow each name: one of these words, nothing, or (None) one id
    "quiz": (),  # a page that is no lesson may name one question instead, see quiz-fence
    "dialogue": ("good", "bad"),
    "worksheet": None,
    "case": None,
    "role-play": None,
    "exam": None,
    "workshop": None,
    "script": None,
    "calculator": CALCULATORS,
    "cases": (),
    "scripts": (),
    "review": (),
    "red-lines": (),
    "sparring": (),
    "worksheets": (),
    "next-call": (),
    "progress": (),
    "glossary": (),
    "coverage": (),
    "blueprint": (),
    "facts": (),
}
SEVERAL = frozenset(["script"])  # may name more than one
CODE = frozenset(["text", "yaml", "markdown", "sh"])
CODE_PAGES = frozenset(("authors", "hr"))  # pages that show how to write or install something


def check(course: Course) -> Iterator[Problem]:
    for page in course.all_pages():
        for fence in page.fences:
            if fence.name not in FENCES:
                if page.key not in CODE_PAGES or fence.name not in CODE:
                    yield _unknown(page, fence)
            elif not fits(fence) and not (fence.name == "quiz" and not is_lesson_key(page.key)):
                yield _arguments(page, fence)


def fits(fence: Fence) -> bool:
    """Whether what follows the name of a block is one of the things that may."""
    if fence.name not in FENCES:
        return False
    words = FENCES[fence.name]
    if words is None:
        return len(fence.args) == 1 or (len(fence.args) > 1 and fence.name in SEVERAL)
    return len(fence.args) == 1 and fence.args[0] in words if words else not fence.args


def _unknown(page: Page, fence: Fence) -> Problem:
    near = did_you_mean(fence.name, FENCES)
    remedy = Text(f"改为 {near}", f"change it to: {near}") if near else Text(f"可以用：{'、'.join(FENCES)}", f"these can be used: {', '.join(FENCES)}")
    message = Text(f"没有“{fence.name}”这种块", f"there is no block “{fence.name}”")
    if not fence.name:
        message = Text("反引号后面没有写是哪种块", "no word after the backticks says what block this is")
    return _problem(page, fence, fence.name, message, remedy)


def _arguments(page: Page, fence: Fence) -> Problem:
    words = FENCES[fence.name]
    given = " ".join(fence.args)
    near = did_you_mean(fence.args[0], words) if words and fence.args else None
    if words is None:
        several = fence.name in SEVERAL
        remedy = Text(f"写成 {fence.name} 加{'一个或几个' if several else '一个'} id", f"write {fence.name} and {'one id or several' if several else 'one id'}")
    elif near:
        remedy = Text(f"改为 {fence.name} {near}", f"change it to: {fence.name} {near}")
    else:
        remedy = Text(f"可以写：{' 或 '.join(f'{fence.name} {word}' for word in words)}", f"write {' or '.join(f'{fence.name} {word}' for word in words)}") if words else Text(f"只写 {fence.name}", f"write {fence.name} alone")
    if not given:
        return _problem(page, fence, fence.name, Text(f"“{fence.name}”后面少一个词", f"a word is missing after “{fence.name}”"), remedy)
    return _problem(page, fence, given, Text(f"“{fence.name}”后面不能写“{given}”", f"“{given}” cannot follow “{fence.name}”"), remedy)


def _problem(page: Page, fence: Fence, word: str, message: Text, remedy: Text) -> Problem:
    text = page.lines[fence.line - page.first_line].text
    start = max(text.find(word, fence.indent + 3), fence.indent) if word else fence.indent
    return Problem(page.place(fence.line, start + 1, max(len(word), 3)), "unknown-fence", message, remedy, lang=page.lang)
