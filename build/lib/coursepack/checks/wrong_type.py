"""这个位置要的是另一种值：要列表却写了一段文字，要数字却写了文字，要“键: 值”却写了列表。程序不去猜，免得悄悄读错。没加引号的 true、false、数字和 null 不算文字；no、yes、on、off 算文字。

错误的写法：

    answer: 八
    use: check

改法：

    answer: 8
    use: [check]

要把 2026 这样的数字当文字，就加引号："2026"。
---
Another kind of value belongs here: a text stands where a list is wanted, a word where a number is wanted, a list where “key: value” lines are wanted. Nothing is guessed, lest it be misread without a word. true, false, numbers and null without quotes are not text; no, yes, on and off are.

Wrong:

    answer: eight
    use: check

Mend it:

    answer: 8
    use: [check]

To use a number such as 2026 as text, put it in quotes: "2026".
"""

LEVEL = "error"
