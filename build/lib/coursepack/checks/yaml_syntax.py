"""YAML 的写法断了，从这里往后读不懂，所以整份文件（或这一页的信息区）都没有读。改好这一处再查一次，后面的错误才会显出来。常见的原因：缩进没有对齐，用了制表符，冒号后面少了空格，引号没有成对，文字里有“: ”却没加引号。

错误的写法：

    prompt:
      zh: 他说: 下周再看

改法：

    prompt:
      zh: "他说: 下周再看"

报的位置是读不下去的地方，有时真正的错在上一行。
---
The YAML breaks off here and cannot be read on, so nothing of the file (or of the front matter) was read. Mend this spot and check again: only then do later faults show. Usual causes: indentation out of line, a tab, no space after a colon, an unpaired quotation mark, a text with “: ” in it that has no quotes.

Wrong:

    prompt:
      en: He says: next week

Mend it:

    prompt:
      en: "He says: next week"

The place named is where reading stopped; the cause is sometimes on the line above.
"""

LEVEL = "error"
