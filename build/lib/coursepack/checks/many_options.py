"""选项多于四个。手机上一屏放不下，学员要来回翻；第五个干扰项多半没人选，只增加阅读。

错误的写法：一道题列出五个、六个选项。

改法：删掉最没人会选的，留三四个。确实要五个（例如五类原因各一项），就在题里写明理由：

    accept: {many-options: 五类原因各占一项}
---
There are more than four options. They do not fit a phone's screen, and hardly anyone chooses the fifth: it only costs reading.

Wrong: a question that lists five or six options.

Mend it: delete those nobody would choose and keep three or four. If five are really needed (one for each of five causes, say),
give the reason in the question:

    accept: {many-options: one option for each of the five causes}
"""

from collections.abc import Iterator

from ..course import Course
from ..problem import Problem, Text
from .data_texts import choices

LEVEL = "warning"
MOST = 4


def check(course: Course) -> Iterator[Problem]:
    for placed, question in choices(course):
        count = len(question.options)
        if count > MOST:
            yield Problem(
                placed.place("options", MOST, "id"),
                "many-options",
                Text(f"“{question.id}”有 {count} 个选项，多于 {MOST} 个", f"“{question.id}” has {count} options, more than {MOST}"),
                Text("删掉最没人会选的，留三四个", "delete those nobody would choose; keep three or four"),
                owner=question.id,
            )
