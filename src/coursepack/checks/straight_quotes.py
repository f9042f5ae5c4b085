"""引号用了直的 "。说的话要用弯引号“ ”，中文英文一样：直引号不分左右，手机上换行时会掉到行尾，在 YAML 里还容易和语法的引号混在一起。

错误的写法：

    他说"下周再看"。

改法：

    他说“下周再看”。

确有理由就接受：在题目或这一页的信息区写

    accept:
      straight-quotes: 这里说的是英寸
---
A straight " stands where curly quotation marks belong. Spoken words are put in “ ” in both languages: straight marks have no left and right, break badly at line ends, and in YAML get mixed up with those of the syntax.

Wrong:

    He says "next week".

Mend it:

    He says “next week”.

Where there is a reason, accept it in the question or in the front matter of the page:

    accept:
      straight-quotes: this is a measure in inches
"""

import re
from collections.abc import Iterator

from ..course import Course
from ..problem import Problem, Text
from .wording import wordings

LEVEL = "warning"

MARK = re.compile(r"\"[^\"\n]*\"?|'(?<![A-Za-z0-9]')[^'\n]*[\u4e00-\u9fff][^'\n]*'")


def check(course: Course) -> Iterator[Problem]:
    for wording in wordings(course):
        for found in wording.find(MARK) if wording.has("\"'") else ():
            inside = found.words.strip("\"'")
            yield Problem(
                found.place,
                "straight-quotes",
                Text(f"这里用了直引号：{found.words[:30]}", f"straight quotation marks: {found.words[:30]}"),
                Text(f"改为“{inside[:30]}”", f"change it to “{inside[:30]}”"),
                "warning",
                found.owner,
                found.lang,
            )
