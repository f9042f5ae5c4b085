"""id 的写法不对。id 要放进网址、文件名和成绩记录里，所以只用小写英文字母、数字和连字符；目标的 id 是“课的 id、一个点、名字”，事实的 id 形如 LAW-01。

错误的写法：

    id: Reasons_质量

改法：

    id: reasons-quality

已经发布过的 id 不要再改，改了学员的记录就接不上；只改还没发布的。
---
The id is malformed. Ids go into addresses, file names and learners' records, so they use lower-case letters, digits and hyphens only; the id of an objective is lesson id, a dot, a name; that of a fact looks like LAW-01.

Wrong:

    id: Reasons_Quality

Mend it:

    id: reasons-quality

Do not change an id that has been published, or learners' records no longer fit; change only new ones.
"""

LEVEL = "error"
