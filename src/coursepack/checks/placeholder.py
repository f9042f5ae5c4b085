"""这里还是模板里的字。coursepack new 写好的空架子里，每处要你来写的文字都以“【待改】”开头；不改就发出去，学员读到的是写法说明，不是课文。

错误的写法：

    prompt:
      zh: 【待改】写一个具体的情景：谁、多少钱、哪天，然后问下一步

改法：把整句换成自己的话，记号也一起删掉；暂时不用的题，整道删掉。

    prompt:
      zh: 江岚的 48 万元 3 月 4 日到期，6 日还没到。周宁先问哪一句？
---
This is still a text of the template. In what coursepack new makes, each text that waits for you begins with “TO WRITE:”; left as it is, learners would read directions for authors instead of a lesson.

Wrong:

    prompt:
      en: "TO WRITE: Write a concrete situation: who, how much, which day; then ask for the next step"

Mend it: put your own words in place of the whole text, mark and all; delete a question that you do not need yet.

    prompt:
      en: Jianglan's 480,000 was due on 4 March and has not come by the 6th. What does Zhou Ning ask first?
"""

import re
from collections.abc import Iterator

from ..course import Course
from ..problem import Problem, Text
from .wording import BLANK, wordings

LEVEL = "error"
MARKS = ("【待改】", "TO WRITE:")
WAITING = re.compile(rf"(?:{'|'.join(MARKS)})[^\n{BLANK}]*")


def check(course: Course) -> Iterator[Problem]:
    for wording in wordings(course):
        for found in wording.find(WAITING) if wording.has(MARKS) else ():
            words = found.words.strip()
            yield Problem(
                found.place._replace(length=len(words)),
                "placeholder",
                Text(f"还是模板里的字：“{words}”", f"still a text of the template: “{words}”"),
                Text("换成自己的话，记号也删掉", "put your own words in its place, and delete the mark"),
                lang=found.lang,
            )
