"""缺少一个必须有的键。没有它，这道题、这一课或这张单子就不完整，网站和导出都做不出来。

错误的写法（缺 level）：

    - id: reasons-quality
      kind: single
      objective: reasons.classify
      use: [check]

改法：补上这一行。每种题要哪些键，可以对照同一文件里的另一道题，或用 coursepack new question 生成一份模板。
---
A key that must be there is missing. Without it the question, lesson or worksheet is incomplete and cannot be shown or exported.

Wrong (level is missing):

    - id: reasons-quality
      kind: single
      objective: reasons.classify
      use: [check]

Mend it: add the line. For the keys of each kind look at another question of the file, or start from coursepack new question.
"""

LEVEL = "error"
