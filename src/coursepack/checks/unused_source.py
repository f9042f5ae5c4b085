"""sources 里列了这条事实，正文却没有在哪里引用它。读者看到来源，不知道它支持哪一句；多半是改稿时删了那句话。

错误的写法：

    sources: [LAW-01, AR-05]      # 正文里只有 [LAW-01]

改法：在用到它的句子后面加上 [AR-05]，或从 sources 里删掉。

确实整页都以它为依据，可以接受：在信息区写

    accept:
      unused-source: 整页按这份文件的结构写
---
sources lists this fact, but the text cites it nowhere. Readers see a source and cannot tell which sentence it supports; most often the sentence was deleted in revision.

Wrong:

    sources: [LAW-01, AR-05]      # the text has [LAW-01] only

Mend it: put [AR-05] after the sentence that rests on it, or take it off the list.

Where the whole page rests on it, accept the warning in the front matter:

    accept:
      unused-source: the page follows the structure of this document
"""

from collections.abc import Iterator

from ..course import Course
from ..problem import Problem, Text
from .citation_form import meant

LEVEL = "warning"


def check(course: Course) -> Iterator[Problem]:
    for page in course.all_pages():
        cited = {id_ for id_, _, _ in page.citations} | meant(page, course)
        for index, id_ in enumerate(page.front.sources if page.front else ()):
            if id_ not in cited and id_ in course.reference_ids:
                yield Problem(
                    page.source.place("sources", index),
                    "unused-source",
                    Text(f"列了“{id_}”，正文没有引用", f"“{id_}” is listed, but the text never cites it"),
                    Text(f"在用到它的地方写 [{id_}]，或从 sources 里删掉", f"write [{id_}] where it is used, or take it off sources"),
                    "warning",
                    page.owner,
                    page.lang,
                )
