"""课程必需的数据文件不见了：docs/data 里的 references.yml（事实和出处）、glossary.yml（术语）、retired.yml（退役的 id）。没有术语文件，术语页是空的；没有退役名单，用过的 id 会被再用，学员的旧成绩就会错；没有事实文件，引用都查不到依据。

错误的情形：整理文件夹时误删了 docs/data/glossary.yml，或者改了它的名字。

改法：从备份或版本记录里找回来。新课程还没有内容，就各建一个最小的文件：

    retired: []

    terms: []

    as_of: 2026-01-01
    law_text: {zh: 培训材料，不是法律意见。, en: Training material, not legal advice.}
    references: []

三段依次是 retired.yml、glossary.yml、references.yml；as_of 写核对法条的日期。
---
A data file that every course needs is missing from docs/data: references.yml (facts and their sources), glossary.yml (terms) or retired.yml (retired ids). Without the glossary its page is empty; without the list of retired ids old ones may be used again, and learners' scores go wrong; without the facts no citation can be looked up.

Wrong: docs/data/glossary.yml was deleted or renamed while tidying up.

Mend it: bring it back from a copy or from the version history. A new course that has nothing to put in creates the smallest ones:

    retired: []

    terms: []

    as_of: 2026-01-01
    law_text: {zh: 培训材料，不是法律意见。, en: Training material, not legal advice.}
    references: []

These are retired.yml, glossary.yml and references.yml, in this order; as_of is the day on which the law was checked.
"""

LEVEL = "error"
