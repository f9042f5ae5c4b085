"""YAML 的写法断了，从这里往后读不懂，所以整份文件（或这一页的信息区）都没有读。改好这一处再查一次，后面的错误才会显出来。常见的原因：缩进没有对齐，用了制表符，冒号后面少了空格，引号没有成对，文字里有“: ”却没加引号。

错误的写法：

    prompt:
      zh: 他说: 下周再看

改法：

    prompt:
      zh: "他说: 下周再看"

先找常见的写错：键和冒号后面没空格（zh:一台）、引号没关上、用了 Word 的引号“ ”、缩进里有全角空格，找到就报那一行；找不到，报的是读不下去的地方，有时真正的错在上一行。
---
The YAML breaks off here and cannot be read on, so nothing of the file (or of the front matter) was read. Mend this spot and check again: only then do later faults show. Usual causes: indentation out of line, a tab, no space after a colon, an unpaired quotation mark, a text with “: ” in it that has no quotes.

Wrong:

    prompt:
      en: He says: next week

Mend it:

    prompt:
      en: "He says: next week"

The usual slips are looked for first: no space after a key and its colon (en:A gearbox), a quotation mark left open, the quotes “ ” of a word processor, full-width spaces in the indentation; the line of such a slip is named. Otherwise the place is where reading stopped, and the cause is sometimes on the line above.
"""

LEVEL = "error"
