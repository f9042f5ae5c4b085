"""这一课太长或太短。中文 1,200–2,000 个汉字，英文 800–1,450 个词，手机上 10–15 分钟读得完；太短讲不透一个本事，太长读到一半就放下了。算的是正文，不算信息区。

错误的情形：一课 3,400 个汉字，讲了五个概念。

改法：太长就拆成两课，或删掉和这一个本事无关的段落；太短就补示范和可以照着说的话。

确有理由就接受：在题目或这一页的信息区写

    accept:
      lesson-length: 总复习，学员分两次读
---
The lesson is too long or too short. Chinese has 1,200–2,000 characters, English 800–1,450 words, read on a phone in 10–15 minutes; less does not teach a skill, more is laid aside half-way. The body counts, not the front matter.

Wrong: a lesson of 2,600 words on five concepts.

Mend it: split it, or cut what does not serve its one skill; to a short one add a worked example and ready sentences.

Where there is a reason, accept it in the question or in the front matter of the page:

    accept:
      lesson-length: a revision lesson, read in two sittings
"""

import re
from collections.abc import Iterator

from ..course import Course
from ..model.lesson import Page, is_lesson_key
from ..problem import Problem, Text
from ..text import count_han, count_words

LEVEL = "warning"
HAN = (1200, 2000)
WORDS = (800, 1450)
NOT_READ = re.compile(r"\{#[^}]*\}|\]\([^)]*\)|\[[a-z0-9-]+:|^ *(?:`{3,}|~{3,}).*$|\[[A-Z]{2,4}-[0-9]{2,3}\]", re.MULTILINE)


def check(course: Course) -> Iterator[Problem]:
    for page in course.all_pages():
        if is_lesson_key(page.key):
            (low, high), count = (HAN, count_han(page.body)) if page.lang == "zh" else (WORDS, count_words(NOT_READ.sub(" ", page.body)))
            if not low <= count <= high:
                yield _problem(page, count, low, high)


def _problem(page: Page, count: int, low: int, high: int) -> Problem:
    unit = Text("个汉字", "Chinese characters") if page.lang == "zh" else Text("个英文词", "words")
    remedy = Text("补示范和可以照着说的话", "add a worked example and ready sentences")
    if count > high:
        remedy = Text("拆成两课，或删掉和这一个本事无关的段落", "split it, or cut what does not serve its one skill")
    message = Text(f"这一课有 {count:,} {unit.zh}，应在 {low:,} 到 {high:,} 之间", f"the lesson has {count:,} {unit.en}; it should have {low:,} to {high:,}")
    return Problem(page.place(page.first_line), "lesson-length", message, remedy, "warning", page.owner, page.lang)
