"""好话里出现了红线清单上的说法。清单在 docs/data/red_lines.yml。课里“这样做”的对话、角色扮演里没有标红线的选项、工坊里的示范、话术库，
学员会照着说，一句都不能踩线。

错误的写法（清单里有“让同行都知道”）：

    ```dialogue good
    周宁: 您再不付，我就让同行都知道。
    ```

改法：换一句；角色扮演里本来就想让它踩线的，加上 red_line。转述、劝阻这样的话确实要写，可以接受：

    accept:
      red-line-phrase: 销售在劝阻同事
---
A phrase of the list of red lines stands in a line that learners are meant to copy: a good dialogue of a lesson, a choice of a role play without red_line, an example of a workshop, a script. The list is docs/data/red_lines.yml.

Wrong (the list has “name and shame”):

    ```dialogue good
    Zhou Ning: Pay, or I name and shame you.
    ```

Mend it: write another line; a choice that is meant to cross gets red_line. Where the phrase is quoted or warned against, accept the warning:

    accept:
      red-line-phrase: he talks a colleague out of it
"""

from collections.abc import Iterator

from ..course import WORKSHOPS, Course
from ..model.shape import Bilingual
from ..model.workshop import RedLine
from ..problem import LANGS, Lang, Place, Problem, Text
from ..red_lines import RedLineFinder
from ..yaml_source import Source
from .placed_cases import role_plays

LEVEL = "warning"
Line = tuple[Place, str, Lang, str]  # place, owner, language, words


def check(course: Course) -> Iterator[Problem]:
    if course.red_lines is None:
        return
    finder = RedLineFinder(course.red_lines.red_lines)
    for place, owner, lang, words in (*_dialogues(course), *_choices(course), *_examples(course), *_scripts(course)):
        for red_line, phrase in finder.crossed(words):
            yield _problem(place, owner, lang, red_line, phrase)


def _dialogues(course: Course) -> Iterator[Line]:
    for page in course.all_pages():
        for fence in page.fences:
            if (fence.name, fence.args) == ("dialogue", ("good",)):
                for line in fence.body:
                    yield page.place(line.number, 1, max(1, len(line.text))), page.owner, page.lang, line.text


def _choices(course: Course) -> Iterator[Line]:
    for play in role_plays(course):
        for scene, _, index, choice in play.choices():
            if choice.red_line is None:
                yield from _both(choice.text, play.source, "nodes", scene, "choices", index, "text")


def _examples(course: Course) -> Iterator[Line]:
    for name, workshop in course.workshops.items():
        source = course.sources[f"{WORKSHOPS}/{name}.yml"]
        for index, step in enumerate(workshop.steps):
            yield from _both(step.example, source, "steps", index, "example")


def _scripts(course: Course) -> Iterator[Line]:
    for script, source, index in course.placed_scripts():
        yield from _both(script.text, source, "scripts", index, "text")


def _both(text: Bilingual, source: Source, *path: str | int) -> Iterator[Line]:
    """A text at `path` of `source`, in each language."""
    for lang in LANGS:
        yield source.place(*path, lang), source.file, lang, getattr(text, lang)


def _problem(place: Place, owner: str, lang: Lang, red_line: RedLine, phrase: str) -> Problem:
    return Problem(
        place,
        "red-line-phrase",
        Text(f"这句踩了红线“{red_line.id}”（{red_line.law}）：“{phrase}”", f"this line crosses the red line “{red_line.id}” ({red_line.law}): “{phrase}”"),
        Text("换一句；角色扮演里有意踩线的，加 red_line", "write another line; a choice that is meant to cross gets red_line"),
        owner=owner,
        lang=lang,
    )
