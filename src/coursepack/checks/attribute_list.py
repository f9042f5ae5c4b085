"""花括号里只能写标题的 {#id}。{.class}、{: …}、{width=300} 只对一种网页主题起作用，打印和导出都不认，会原样印出来；外观由主题统一管。

错误的写法：

    ## 看账龄 {#idea .big}
    ![图](images/a.svg){width=300}

改法：

    ## 看账龄 {#idea}
    ![图](images/a.svg)
---
Braces may hold nothing but {#id}, at the end of a heading. {.class}, {: …} and {width=300} work in one web theme only; print and exports show them as they stand. Looks are the theme's business.

Wrong:

    ## Read the ageing {#idea .big}
    ![Chart](images/a.svg){width=300}

Mend it:

    ## Read the ageing {#idea}
    ![Chart](images/a.svg)
"""

import re
from collections.abc import Iterator

from ..course import Course
from ..problem import Problem, Text

LEVEL = "error"
ATTRIBUTES = re.compile(r"\{:[^}]*\}|\{\s*[#.][^}]*\}|\{\s*[\w-]+\s*=[^}]*\}")
GLUED = re.compile(r"#{1,6}[^#\s].*\{#[^}\s]+\}\s*$|[#＃]*＃")
HEADING_ID = re.compile(r"^#{1,6}\s.*(\{#[^}\s]+\})\s*$")


def check(course: Course) -> Iterator[Problem]:
    for page in course.all_pages():
        if "{" in page.body:
            for line in page.prose:
                if GLUED.match(line.text):
                    continue  # meant as a heading; what is wrong with it is reported elsewhere
                allowed = HEADING_ID.match(line.text)
                for match in ATTRIBUTES.finditer(line.text):
                    if not allowed or match.start() != allowed.start(1):
                        yield Problem(
                            page.place(line.number, match.start() + 1, len(match.group())),
                            "attribute-list",
                            Text(f"这里不能写“{match.group()}”", f"“{match.group()}” cannot be used here"),
                            Text("删掉；只有标题末尾可以写 {#id}", "delete it; only {#id} at the end of a heading is allowed"),
                            lang=page.lang,
                        )
