"""题库和课没有一一对上。quizzes/ 下的文件和 docs/ 下的课靠路径配对：quizzes/1-preparation/1-reasons.yml 是
docs/zh/1-preparation/1-reasons.md 的题库。对不上，题就没有地方出，课也没有检查。

错误的写法：课叫 1-reasons.md，题库叫 1-reason.yml。

改法：把题库改成和课一样的路径和名字；课还没有题，就用同样的名字新建一个题库。
---
A question file and a lesson are not paired. Files in quizzes/ and lessons in docs/ belong together by path: quizzes/1-preparation/1-reasons.yml
holds the questions of docs/zh/1-preparation/1-reasons.md. Unpaired questions are asked nowhere, and the lesson has no check.

Wrong: the lesson is 1-reasons.md, the question file 1-reason.yml.

Mend it: give the question file the lesson's path and name; for a lesson without questions make a file of the same name.
"""

from collections.abc import Iterator

from ..course import QUIZZES, Course
from ..model.lesson import is_lesson_key
from ..problem import LANGS, Place, Problem, Text
from ..text import did_you_mean

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    lessons = {key: page for lang in reversed(LANGS) for key, page in course.pages[lang].items() if is_lesson_key(key)}
    keys = {_key(file): file for file in course.files if file.startswith(QUIZZES + "/") and file.endswith((".yml", ".yaml"))}
    lonely = {key for key in lessons if key not in keys and not _unreadable(course, key)}
    for key, file in keys.items():
        if key not in lessons and not _unreadable(course, key):
            near = did_you_mean(key, lonely)
            lonely.discard(near or "")
            yield _no_lesson(key, file, near)
    for key in sorted(lonely):
        yield _no_quiz(key, lessons[key].file)


def _key(file: str) -> str:
    return file[len(QUIZZES) + 1 :].rsplit(".", 1)[0]


def _unreadable(course: Course, key: str) -> bool:
    """Whether a lesson of this name is there but could not be read."""
    return not any(key in course.pages[lang] for lang in LANGS) and any(f"docs/{lang}/{key}.md" in course.files for lang in LANGS)


def _no_lesson(key: str, file: str, near: str | None) -> Problem:
    remedy = Text(f"改名为 {QUIZZES}/{near}.yml", f"rename it to {QUIZZES}/{near}.yml") if near else Text(f"写好 docs/zh/{key}.md 和 docs/en/{key}.md，或删掉这个文件", f"write docs/zh/{key}.md and docs/en/{key}.md, or delete this file")
    return Problem(Place(file), "quiz-lesson-pair", Text(f"题库“{key}”没有同名的课", f"there is no lesson for the question file “{key}”"), remedy)


def _no_quiz(key: str, file: str) -> Problem:
    return Problem(
        Place(file),
        "quiz-lesson-pair",
        Text(f"课“{key}”没有题库", f"the lesson “{key}” has no question file"),
        Text(f"新建 {QUIZZES}/{key}.yml", f"make {QUIZZES}/{key}.yml"),
    )
