"""这段文字只有一种语言。中文和英文两版共用一份题目，缺了一种，那一版的学员会看到空白。

错误的写法：

    prompt:
      zh: 您下周哪天方便？

改法：补上另一种语言。

    prompt:
      zh: 您下周哪天方便？
      en: Which day next week suits you?
---
This text stands in one language only. Both editions are built from the same file, so readers of the other one would see a blank.

Wrong:

    prompt:
      zh: 您下周哪天方便？

Mend it: add the other language.

    prompt:
      zh: 您下周哪天方便？
      en: Which day next week suits you?
"""

LEVEL = "error"
