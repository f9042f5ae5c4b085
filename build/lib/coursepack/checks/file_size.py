"""文件太大，超过 2,000,000 字节。一课的题目大约 20,000 字节，这么大多半是放错了东西，比如把图片存成了 .yml；真有这么多题，一个人也没法校对。

错误的情形：把整本题库导成一个 4 MB 的文件。

改法：按课拆开，每课一个文件；不是题目的内容移走。
---
The file is over 2,000,000 bytes. The questions of one lesson take about 20,000, so most likely something else landed here, such as a picture with the ending .yml; and a file of that length cannot be proof-read.

Wrong: a whole question bank exported into one file of 4 MB.

Mend it: one file a lesson; move out what is not a question.
"""

LEVEL = "error"
