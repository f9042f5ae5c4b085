"""这里写了 YAML 的锚点（&名字）或引用（*名字）。引用的内容在别处，改一处会悄悄改动几处，校对的人也看不见，所以不用；写成嵌套引用的小文件还能撑爆内存。

错误的写法：

    feedback: &again
      zh: 再看一遍第三节。

改法：把内容原样写出来。要是本来就是文字，比如“&A 公司”，用引号括起来："&A 公司"。
---
Here stands a YAML anchor (&name) or alias (*name). What an alias means stands somewhere else, so one change would quietly change several texts and a proof-reader would not see it; nested aliases in a small file can also eat all memory.

Wrong:

    feedback: &again
      en: Read part three once more.

Mend it: write the content itself. If it is meant as text, such as “&A Ltd”, put it in quotes: "&A Ltd".
"""

LEVEL = "error"
