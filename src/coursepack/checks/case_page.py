"""案例缺了一样：案例和角色扮演要成对（case.yml 和 role_play.yml 在同一个文件夹），两种语言各要一页 docs/<语言>/cases/<id>.md，页里有 case 和 role-play 两个块。
缺了，学员就看不到它，或者只读不练。

错误的情形：有 case_studies/boss-away/case.yml，没有 docs/zh/cases/boss-away.md。

改法：把缺的文件或块补上。
---
Something of a case is missing: case and role play come as a pair (case.yml and role_play.yml in one folder), and each language has a page docs/<language>/cases/<id>.md with both blocks, case and role-play.
Otherwise learners never see it, or read without rehearsing.

Wrong: there is case_studies/boss-away/case.yml but no docs/en/cases/boss-away.md.

Mend it: add the file or the block.
"""

from collections.abc import Iterator

from ..course import CASES, Course
from ..problem import LANGS, Place, Problem, Text
from .unknown_target import targets_of

LEVEL = "error"
PAIR = {"case": "case.yml", "role-play": "role_play.yml"}


def check(course: Course) -> Iterator[Problem]:
    known = {fence: targets_of(course, fence) for fence in PAIR}
    for name in sorted(known["case"] | known["role-play"]):
        missing = [file for fence, file in PAIR.items() if name not in known[fence]]
        if missing:
            other = next(file for file in PAIR.values() if file not in missing)
            yield Problem(Place(f"{CASES}/{name}/{other}"), "case-page", Text(f"旁边没有 {missing[0]}", f"there is no {missing[0]} beside it"), Text(f"新建 {CASES}/{name}/{missing[0]}", f"make {CASES}/{name}/{missing[0]}"))
        else:
            yield from _pages(course, name)


def _pages(course: Course, name: str) -> Iterator[Problem]:
    """What neither language has; what one has and the other lacks is the business of language-pair."""
    files = [f"docs/{lang}/cases/{name}.md" for lang in LANGS]
    pages = [page for lang in LANGS if (page := course.pages[lang].get(f"cases/{name}"))]
    if not any(file in course.files for file in files):
        yield Problem(Place(f"{CASES}/{name}/case.yml"), "case-page", Text(f"没有 {files[0]} 这一页", f"there is no page {files[0]}"), Text(f"新建 {'、'.join(files)}，放进 case 和 role-play 两个块", f"make {' and '.join(files)} with the blocks case and role-play"))
    shown = {fence.name for page in pages for fence in page.fences if fence.args == (name,)}
    for fence in PAIR if pages else ():
        if fence not in shown:
            yield Problem(Place(pages[0].file), "case-page", Text(f"这一页没有 {fence} {name} 这个块", f"the page has no block {fence} {name}"), Text(f"加上 ```{fence} {name}", f"add ```{fence} {name}"))
