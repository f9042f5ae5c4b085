"""列表里的条目太少或太多。空的 use 说明这道题哪里都不出现；没有目标的课，学员不知道能学到什么。

错误的写法：

    use: []

改法：按提示增减条目。

    use: [exam, review]
---
A list has too few or too many items. With an empty use a question would appear nowhere; a lesson without objectives does not tell what it is for.

Wrong:

    use: []

Mend it: add or remove items as the remedy says.

    use: [exam, review]
"""

LEVEL = "error"
