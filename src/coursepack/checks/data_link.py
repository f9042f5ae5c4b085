"""数据文件的文字里有会执行程序的地址：javascript:、vbscript: 或 data:text/html 这一类。
课件会放进各家公司的系统，这样的地址点一下就能运行代码，会被安全检查拦下整个包。

错误的写法：

    explanation: {zh: "看这里 javascript:alert(1)", en: See the lesson}

改法：删掉这个地址。要引用资料，就在 docs/data/references.yml 里列出，再用它的 id。
---
A text of a data file holds an address that runs code: javascript:, vbscript:, data:text/html and the like.
The course is put into companies' systems, where a click on such an address runs code; security checks refuse the whole package.

Wrong:

    explanation: {zh: 看课文, en: "See javascript:alert(1)"}

Mend it: delete the address. To refer to a source, list it in docs/data/references.yml and use its id.
"""

import re
from collections.abc import Iterator

from ..course import Course
from ..problem import Problem, Text
from .data_texts import suspects, word_place

LEVEL = "error"
# one set of first letters, so that the search can skip to them
ADDRESS = re.compile(r"[jJvVlLdD](?i:(?:ava|b|ive)script:|ata:\s*[a-z]+/[a-z0-9.+-]+\s*[;,])")
# what every match has before its first colon: looked for first
COLON = re.compile(r":(?:(?<=(?i:script):)|(?<=(?i:data):))")


def check(course: Course) -> Iterator[Problem]:
    for source in course.sources.values():
        for found, match in suspects(source, ADDRESS) if "\\" in source.text or COLON.search(source.text) else ():
            mark = match.group()
            yield Problem(
                word_place(source, found.path, found.text, match.start(), len(mark)),
                "data-link",
                Text(f"文字里有会执行程序的地址“{mark}”", f"the text holds an address that runs code: “{mark}”"),
                Text("删掉这个地址", "delete the address"),
                lang=found.lang,
            )
