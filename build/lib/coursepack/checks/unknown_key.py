"""这里没有这个键，多半是拼错了，或者缩进不对、落到了别的层里。拼错的键不会起作用：把 correct 写成 corect，这道题就没有答案。

错误的写法：

    options:
      - id: request
        corect: true

改法：按提示改名；如果名字没错，看看缩进，它应该放在哪一层。
---
There is no such key here: it is misspelt, or its indentation puts it on the wrong level. A misspelt key does nothing: with corect instead of correct the question has no right answer.

Wrong:

    options:
      - id: request
        corect: true

Mend it: give it the name proposed; if the name is right, look at the indentation and move it to its own level.
"""

LEVEL = "error"
