"""这里写了 YAML 的标签（!名字）。标签会让程序把文字变成别的东西，课程文件里用不着，也不安全。多半是文字本身以“!”开头。

错误的写法：

    text:
      zh: !重要 先确认金额

改法：加引号，或者不用感叹号开头。

    text:
      zh: 先确认金额
---
Here stands a YAML tag (!name). A tag makes a program turn text into something else; course files have no use for it, and it is not safe. Most often the text itself starts with “!”.

Wrong:

    text:
      en: !important confirm the sum first

Mend it: put it in quotes, or start without the mark.

    text:
      en: confirm the sum first
"""

LEVEL = "error"
