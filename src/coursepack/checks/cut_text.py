"""文字里有一个空格，后面跟着 #。YAML 把 # 起的半行当成注释丢掉，学员只看到前半句，也不会有别的提示。

错误的写法：

    feedback:
      zh: 合同 #12 没报修。

改法：整段加双引号，或者去掉 # 前面的空格：

    feedback:
      zh: "合同 #12 没报修。"

只查 zh 和 en 后面的文字。给同事看的注释写在单独一行，以 # 开头。
---
A text holds a space followed by #. YAML drops the rest of the line as a comment; learners see half a sentence, and nothing else tells you.

Wrong:

    feedback:
      en: Invoice #12 was not reported.

Mend it: put the whole text in double quotes, or leave out the space before #:

    feedback:
      en: "Invoice #12 was not reported."

Only texts after zh and en are looked at. A comment for your colleagues goes on a line of its own that starts with #.
"""

LEVEL = "error"
