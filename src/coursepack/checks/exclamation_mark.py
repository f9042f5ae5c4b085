"""课文和题目里有感叹号。这门课教人把话说平、说准；感叹号像喊口号，念给客户听更像在逼他。

错误的写法：

    一定要当天问清楚！

改法：

    当天问清楚。

确有理由就接受：在题目或这一页的信息区写

    accept:
      exclamation-mark: 原样引用客户的微信
---
A text has an exclamation mark. This course teaches calm and exact speech; an exclamation mark reads like a slogan, and said to a customer like pressure.

Wrong:

    Ask the same day!

Mend it:

    Ask the same day.

Where there is a reason, accept it in the question or in the front matter of the page:

    accept:
      exclamation-mark: the customer's own message, quoted as sent
"""

import re
from collections.abc import Iterator

from ..course import Course
from ..problem import Problem, Text
from .wording import BLANK, wordings

LEVEL = "warning"

MARK = re.compile(rf"[！!]+(?!=|\[|{BLANK}(?!{BLANK}))")  # a picture written with ！ is the business of another rule


def check(course: Course) -> Iterator[Problem]:
    for wording in wordings(course):
        for found in wording.find(MARK) if wording.has("！!") else ():
            yield Problem(found.place, "exclamation-mark", Text(f"这里用了感叹号“{found.words}”", f"an exclamation mark: “{found.words}”"), Text("改成句号，语气靠词", "use a full stop and let the words carry it"), "warning", found.owner, found.lang)
