"""这个键只能从几个词里选一个，写的词不在里面，多半是拼错了，或者用了中文。

错误的写法：

    kind: singel
    level: 应用

改法：按提示改成其中一个词。

    kind: single
    level: apply
---
This key takes one of a few words, and the word written is none of them: it is misspelt, or in another language or spelling.

Wrong:

    kind: singel
    level: analyze

Mend it: use one of the words proposed.

    kind: single
    level: analyse
"""

LEVEL = "error"
