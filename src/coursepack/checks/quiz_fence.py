"""每一课正好有一个 quiz 块，放在 check 这一部分。别的页面没有自己的题库，要放就在 quiz 后面写一道题的 id。没有它，学员做不了检查，这一课也记不了成绩；放两个，同一道题会出现两次。

错误的写法：在 idea 部分放一个，check 部分再放一个。

改法：只在 check 部分留一个。

    ## 检查自己 {#check}

    五道题，都是电话里会碰到的情形。

    ```quiz
    ```
---
Each lesson has exactly one quiz block, in the part check. Other pages have no questions of their own: there the id of one question follows the word quiz. Without it nobody can check himself and no score is kept; with two, every question shows twice.

Wrong: one in the part idea and one more in check.

Mend it: keep one, in the part check.

    ## Check yourself {#check}

    Five questions about calls like yours.

    ```quiz
    ```
"""

from collections.abc import Iterator

from ..course import QUIZZES, Course
from ..model.lesson import Fence, Page, is_lesson_key
from ..model.question import Choice
from ..problem import Problem, Text
from ..text import did_you_mean
from .lesson_objectives import whole as whole_quiz
from .page_parts import section, whole

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    unread = list(_unread(course))
    for page in course.all_pages():
        fences = [fence for fence in page.fences if fence.name == "quiz"]
        if not is_lesson_key(page.key):
            yield from _of_page(page, fences, {placed.question.id for placed in course.questions if isinstance(placed.question, Choice)}, unread)
        elif whole(page):
            yield from _of_lesson(page, fences)


def _unread(course: Course) -> Iterator[str]:
    """The text of each question file that could not be read to its end, empty when even that is unknown: it may hold the question."""
    for file in course.files:
        if file.startswith(f"{QUIZZES}/") and file.endswith((".yml", ".yaml")):
            quiz = course.quizzes.get(file[len(QUIZZES) + 1 :].rsplit(".", 1)[0])
            if quiz is None or not whole_quiz(quiz):
                yield course.sources[file].text if file in course.sources else ""


def _of_page(page: Page, fences: list[Fence], known: set[str], unread: list[str]) -> Iterator[Problem]:
    for fence in fences:
        name = " ".join(fence.args)
        if name not in known and not (name and any(name in text or not text for text in unread)):
            near = did_you_mean(name, known) if name else None
            message = Text(f"没有“{name}”这道选择题", f"there is no question with options “{name}”") if name else Text("不是课的页面，quiz 后面要写一道题的 id", "on a page that is no lesson, the id of a question follows quiz")
            remedy = Text(f"改为 quiz {near}", f"change it to: quiz {near}") if near else Text("写 quiz 加题目的 id，或删掉这一块", "write quiz and the id of a question, or delete the block")
            yield _problem(page, fence.line, message, remedy)


def _of_lesson(page: Page, fences: list[Fence]) -> Iterator[Problem]:
    lines = section(page, "check")
    for fence in fences[1:]:
        yield _problem(page, fence.line, Text(f"第二个 quiz 块，第一个在第 {fences[0].line} 行", f"a second quiz block; the first is on line {fences[0].line}"), Text("只留一个", "keep one"))
    if lines is None:
        return
    start, end = lines[0].number - 1 if lines else page.first_line, lines[-1].number if lines else page.first_line
    if not fences:
        yield _problem(page, start, Text("check 部分没有 quiz 块", "the part check has no quiz block"), Text("加上 ```quiz 和 ``` 两行", "add two lines, ```quiz and ```"))
    elif not start <= fences[0].line <= end:
        yield _problem(page, fences[0].line, Text("quiz 块不在 check 部分", "the quiz block is not in the part check"), Text("移到 {#check} 标题下面", "move it below the heading {#check}"))


def _problem(page: Page, line: int, message: Text, remedy: Text) -> Problem:
    text = page.lines[line - page.first_line].text
    return Problem(page.place(line, 1, max(len(text.rstrip()), 1)), "quiz-fence", message, remedy, lang=page.lang)
