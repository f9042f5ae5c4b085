"""同一处的两个键同名。YAML 会悄悄丢掉前一个，所以要改。

错误的写法：

    prompt:
      zh: 先问哪一句？
      zh: 先问什么？

改法：删掉一个；如果第二个本来是别的键，改成它的名字（这里应是 en）。如果一整组键（id、text、feedback）都写了第二遍，多半是第二项前面缺“- ”，补上它，什么也不用删。
---
Two keys in the same place have the same name. YAML would silently drop the first one.

Wrong:

    prompt:
      zh: 先问哪一句？
      zh: 先问什么？

Mend it: delete one, or give the second its right name (here: en). If a whole group of keys (id, text, feedback) stands twice, “- ” is most likely missing before the second item: add it and delete nothing.
"""

LEVEL = "error"
