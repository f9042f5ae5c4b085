"""键后面写了全角冒号“：”，或者结构里用了全角的逗号、括号。中文输入法下最容易打错：看着一样，YAML 却当它是普通文字，于是这个键不见了，还会把下一行吞进来。文字里面的全角标点没有问题。

错误的写法：

    prompt：
      zh：您下周哪天方便？

改法：换成半角冒号，后面空一格。

    prompt:
      zh: 您下周哪天方便？
---
A key is followed by a full-width colon “：”, or the structure holds a full-width comma or bracket. It happens when a Chinese keyboard is on: it looks the same, but YAML takes it for text, so the key vanishes and swallows the next line. Full-width marks inside a text are fine.

Wrong:

    prompt：
      zh：您下周哪天方便？

Mend it: a plain colon and one space.

    prompt:
      zh: 您下周哪天方便？
"""

LEVEL = "error"
