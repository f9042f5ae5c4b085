"""这里该有文字，却是空的，或者只有空格。学员会看到一块空白，屏幕阅读器什么也念不出来。

错误的写法：

    text:
      zh: ""
      en: When is the boss back?

改法：写上内容；用不着这个键，就整行删掉。
---
A text belongs here, but it is empty or nothing but spaces. Learners would see a blank and a screen reader would say nothing.

Wrong:

    text:
      zh: 老板什么时候回来？
      en: ""

Mend it: write the text; if the key is not needed, delete the line.
"""

LEVEL = "error"
