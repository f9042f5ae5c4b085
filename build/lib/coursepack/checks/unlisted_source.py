"""正文引用了这条事实，信息区的 sources 里却没有它。页末的来源按 sources 列出，漏了的这条读者查不到。

错误的写法：

    sources: [AR-05]
    …
    三年 [LAW-01]

改法：

    sources: [AR-05, LAW-01]
---
The text cites this fact, but sources in the front matter does not list it. The sources at the end of the page come from that list, so readers could not look this one up.

Wrong:

    sources: [AR-05]
    …
    three years [LAW-01]

Mend it:

    sources: [AR-05, LAW-01]
"""

from collections.abc import Iterator

from ..course import Course
from ..problem import Problem, Text

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    for page in course.all_pages():
        if page.front is None:
            continue
        reported = set(page.front.sources)
        for id_, line, column in page.citations:
            if id_ not in reported and id_ in course.reference_ids:
                reported.add(id_)
                listed = ", ".join((*page.front.sources, id_))
                yield Problem(
                    page.place(line, column + 1, len(id_)),
                    "unlisted-source",
                    Text(f"正文引用了“{id_}”，sources 里没有", f"the text cites “{id_}”, which sources does not list"),
                    Text(f"改为 sources: [{listed}]", f"change it to sources: [{listed}]"),
                    lang=page.lang,
                )
