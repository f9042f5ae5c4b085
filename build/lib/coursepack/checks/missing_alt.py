"""图片没有替代文字。看不见图的人靠它听到内容，图加载不出来时显示的也是它。替代文字要说出图里有什么、能看出什么，不能只写文件名。

错误的写法：

    ![](images/ageing.svg)

改法：

    ![账龄图：未到期 162 万元，逾期 98 万元，其中江岚约占一半](images/ageing.svg)
---
The picture has no text alternative. People who cannot see it hear this text, and it shows when the picture fails to load. Say what the picture shows and what follows from it; a file name is no alternative.

Wrong:

    ![](images/ageing.svg)

Mend it:

    ![Ageing chart: RMB 1,620,000 not due, 980,000 overdue, about half of it Jianglan's](images/ageing.svg)
"""

from collections.abc import Iterator

from ..course import Course
from ..problem import Problem, Text

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    for page in course.all_pages():
        for link in page.links:
            if link.image and (not link.text.strip() or link.text.strip() == link.target.rsplit("/", 1)[-1]):
                yield Problem(
                    page.place(link.line, link.column, len(link.text) + 3),
                    "missing-alt",
                    Text(f"图片“{link.target}”没有替代文字", f"the picture “{link.target}” has no text alternative"),
                    Text("在方括号里写出图的内容和要点", "say in the square brackets what the picture shows"),
                    lang=page.lang,
                )
