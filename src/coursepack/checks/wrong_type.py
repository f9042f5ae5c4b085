"""这个位置要的是另一种值：要列表却写了一段文字，要数字却写了文字，要“键: 值”却写了列表。程序不去猜，免得悄悄读错。没加引号的 true、false、数字和 null 不算文字；no、yes、on、off 算文字。

错误的写法：

    answer: 八
    use: check

改法：

    answer: 8
    use: [check]

数字不加引号、千位逗号和单位："1,000" 要写成 1000。日期写成 2026-11-22，这一天要真有。要把 2026 这样的数字当文字，就加引号："2026"。
---
Another kind of value belongs here: a text stands where a list is wanted, a word where a number is wanted, a list where “key: value” lines are wanted. Nothing is guessed, lest it be misread without a word. true, false, numbers and null without quotes are not text; no, yes, on and off are.

Wrong:

    answer: eight
    use: check

Mend it:

    answer: 8
    use: [check]

A number takes no quotation marks, thousands commas or units: "1,000" becomes 1000. A date is written 2026-11-22 and must be a day that exists. To use a number such as 2026 as text, put it in quotes: "2026".
"""

LEVEL = "error"
