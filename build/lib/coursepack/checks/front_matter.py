"""页面开头没有信息区，或者信息区没有关上。信息区是文件最前面两行“---”之间的部分，写标题、id、目标和来源；第一行必须就是“---”，前面不能有空行。

错误的写法：

    # 分析欠款原因

    周宁翻开跟进表……

改法：

    ---
    title: 分析欠款原因
    id: prep-reasons
    ---

    周宁翻开跟进表……
---
The page does not start with front matter, or the front matter is not closed. Front matter stands between two lines “---” at the very top and holds title, id, objectives and sources; line 1 must be “---”, with no blank line before it.

Wrong:

    # Find the cause

    Zhou Ning opens his log …

Mend it:

    ---
    title: Find the cause
    id: prep-reasons
    ---

    Zhou Ning opens his log …
"""

LEVEL = "error"
