"""数字超出了合理的范围。一课的 minutes 在 3 到 60 之间：再短不成一课，再长没人在手机上看得完，多半是打错了。

错误的写法：

    minutes: 120

改法：写实际的分钟数；真要两个小时，就拆成几课。

    minutes: 12
---
The number lies outside the range that makes sense. A lesson's minutes are between 3 and 60: less is no lesson, more is not read on a phone, so it is most likely a slip.

Wrong:

    minutes: 120

Mend it: write the real number; if it is two hours, split the lesson.

    minutes: 12
"""

LEVEL = "error"
