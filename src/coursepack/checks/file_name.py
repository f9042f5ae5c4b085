"""id 和文件名不一样。工作单、考试、话术工坊的 id 就是文件名，案例和角色扮演的 id 就是文件夹名：页面按 id 引用，人按名字去找；两个名字不同，改的就可能是另一个。

错误的写法：文件是 docs/data/worksheets/cause-sheet.yml，里面写 id: cause-card。

改法：没发布过就改文件里的 id；已经发布过，id 不动，把文件（案例是文件夹）改名。
---
An id differs from its file name. The id of a worksheet, an exam or a workshop is the name of its file, that of a case and its role play the name of their folder: pages name them by id and people look for the file. With two names one mends the wrong one.

Wrong: the file is docs/data/worksheets/cause-sheet.yml and says id: cause-card.

Mend it: change the id if it was never published; otherwise leave the id and rename the file, or the folder of the case.
"""

from collections.abc import Iterator

from ..course import Course
from ..problem import Problem, Text
from .identities import named_files, role_play_files

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    for name, source, id_ in (*named_files(course), *role_play_files(course)):
        if id_ == name:
            continue
        folder = source.file.startswith("case_studies/")
        noun = Text("文件夹名", "folder name") if folder else Text("文件名", "file name")
        rename = Text(f"把文件夹改名为 {id_}", f"rename the folder {id_}") if folder else Text(f"把文件改名为 {id_}.yml", f"rename the file {id_}.yml")
        yield Problem(
            source.place("id"),
            "file-name",
            Text(f"id 是“{id_}”，{noun.zh}是“{name}”", f"the id is “{id_}”, the {noun.en} “{name}”"),
            Text(f"改为 id: {name}，或{rename.zh}", f"change it to id: {name}, or {rename.en}"),
        )
