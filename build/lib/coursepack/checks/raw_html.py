"""页面里写了 HTML。课要同时出网页、打印件、幻灯片和教务包，HTML 只有网页认得，还可能带进脚本，所以一律不用。

错误的写法：

    这一点<b>很重要</b>。<br>

改法：用 Markdown。

    这一点**很重要**。

要显示尖括号本身，把它放进反引号里：`<name>`；表示“小于”时两边各留一个空格，或直接写“小于”。
---
The page holds HTML. Lessons become web pages, print, slides and LMS packages; only the first understands HTML, and it can bring scripts with it, so none is used.

Wrong:

    This <b>matters</b>.<br>

Mend it with Markdown:

    This **matters**.

To show angle brackets put them in backticks: `<name>`; for “less than” leave a space on both sides, or write the words.
"""

import re
from collections.abc import Iterator

from ..course import Course
from ..problem import Problem, Text

LEVEL = "error"
HTML = re.compile(r"<(?!(?:https?|mailto):)(?:[A-Za-z][^\s<>]*|/[A-Za-z][^\s<>]*|!|\?)>?")


def check(course: Course) -> Iterator[Problem]:
    for page in course.all_pages():
        if "<" in page.body:
            for line in page.prose:
                for match in HTML.finditer(line.text):
                    yield Problem(
                        page.place(line.number, match.start() + 1, len(match.group())),
                        "raw-html",
                        Text(f"页面里有 HTML“{match.group()}”", f"the page holds HTML: “{match.group()}”"),
                        Text("改用 Markdown；要显示它，就放进反引号", "use Markdown; to show it as text put it in backticks"),
                        lang=page.lang,
                    )
