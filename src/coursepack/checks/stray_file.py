"""内容文件夹里有一个不该在这里的文件：结尾不对、放错了地方、没有按编号起名，或者是没有哪一页用到的图片。引擎不读它，作者却以为它在起作用；打包时还会把草稿带给学员。

错误的情形：quizzes/1-preparation/1-reasons.yaml；docs/zh/1-preparation/reasons.md（没有编号）；docs/zh/草稿.docx。

改法：按提示改名或移走。草稿放到这些文件夹外面。
---
A file in the content folders does not belong there: its ending is wrong, it lies in the wrong place, its name lacks the number, or it is a picture that no page uses. The engine does not read it though its author believes so, and drafts would be handed to learners with the package.

Wrong: quizzes/1-preparation/1-reasons.yaml; docs/zh/1-preparation/reasons.md (no number); docs/zh/draft.docx.

Mend it: rename it as proposed, or move it away. Keep drafts outside these folders.
"""

import re
from collections.abc import Iterator

from ..course import PAGES, Course
from ..problem import LANGS, Place, Problem, Text
from ..text import did_you_mean
from .page_parts import inside_links

LEVEL = "error"
NUMBERED = r"[0-9]+-[a-z0-9-]+"
NAME = r"[a-z0-9]+(?:-[a-z0-9]+)*"
PAGE = re.compile(rf"docs/(?:zh|en)/(?:{'|'.join(sorted(PAGES))}|{NUMBERED}/(?:index|{NUMBERED}|instructor/[a-z0-9-]+)|cases/{NAME})\.md")
IMAGE = re.compile(r"docs/(?:zh|en)/(?:[a-z0-9-]+/)*images/[a-z0-9-]+\.svg")
KNOWN = re.compile(
    rf"docs/data/(?:glossary|references|coverage|retired|red_lines|script_situations)\.yml|docs/data/(?:scripts|worksheets|exams|workshops|agendas)/{NAME}\.yml"
    rf"|case_studies/{NAME}/(?:case|role_play)\.yml"
    r"|quizzes/.*\.yml"  # whether it has a lesson is asked by quiz-lesson-pair
)


def check(course: Course) -> Iterator[Problem]:
    used = {path for page in course.all_pages() for _, path, _ in inside_links(page, image=True)}
    used |= {path for page in course.all_pages() for _, path, _ in inside_links(page, image=False)}
    doubtful = set(_doubtful(course))
    for file in course.files:
        if IMAGE.fullmatch(file):
            if file not in used and file.rpartition("/images/")[0] not in doubtful:
                yield _problem(file, Text("没有哪一页用到这张图", "no page uses this picture"), Text("在页面里放上它，或删掉文件", "put it on a page, or delete the file"))
        elif not PAGE.fullmatch(file) and not KNOWN.fullmatch(file):
            yield _stray(file)


def _doubtful(course: Course) -> Iterator[str]:
    """Folders where a picture may be in use though no page shows it: a page is missing or unreadable, or names a picture that is not there."""
    keys = {file.split("/", 2)[2][:-3] for file in course.files if file.startswith(("docs/zh/", "docs/en/")) and file.endswith(".md")}
    for lang in LANGS:
        yield from (f"docs/{lang}/{key}".rpartition("/")[0] for key in keys if key not in course.pages[lang])
    files = set(course.files)
    for page in course.all_pages():
        if any(path not in files for _, path, _ in inside_links(page, image=True)):
            yield page.file.rpartition("/")[0]


def _stray(file: str) -> Problem:
    folder, _, name = file.rpartition("/")
    here = Text(f"这里不该有“{name}”", f"“{name}” does not belong here")
    if file.endswith(".yaml"):
        return _problem(file, Text(f"“{name}”的结尾是 .yaml", f"“{name}” ends in .yaml"), Text(f"改名为 {name[:-5]}.yml", f"rename it to {name[:-5]}.yml"))
    if name.endswith(".md") and file.count("/") == 2 and file.split("/")[1] in LANGS:
        near = did_you_mean(name[:-3], PAGES)
        return _problem(file, here, Text(f"改名为 {near}.md", f"rename it to {near}.md") if near else Text("课放进带编号的文件夹；单页只能是：" + "、".join(sorted(PAGES)), "put a lesson into a numbered folder; single pages are: " + ", ".join(sorted(PAGES))))
    if name.endswith(".md") and file.startswith(("docs/zh/", "docs/en/")):
        return _problem(file, Text(f"“{file}”没有按编号起名", f"“{file}” is not named by its number"), Text("文件夹和文件都用“编号-名字”，如 1-preparation/2-nature.md", "name folder and file “number-name”, such as 1-preparation/2-nature.md"))
    if name.endswith((".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg")):
        return _problem(file, here, Text("图片用 SVG，放在页面旁边的 images 文件夹，名字用小写字母和连字符", "pictures are SVG files in the folder images beside their page, named in lower case with hyphens"))
    if name.endswith(".yml"):
        return _problem(file, here, Text("题目放 quizzes，其他数据放 docs/data，名字用小写字母和连字符", "questions go into quizzes, other data into docs/data, named in lower case with hyphens"))
    return _problem(file, here, Text("移到内容文件夹外面，或删掉", "move it out of the content folders, or delete it"))


def _problem(file: str, message: Text, remedy: Text) -> Problem:
    return Problem(Place(file), "stray-file", message, remedy)
