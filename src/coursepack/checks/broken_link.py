"""链接指向的页面不存在，或不在同一种语言里。链接从当前文件算起，写相对路径，结尾是 .md，大小写要和文件名一模一样：在自己的电脑上能打开，放到服务器上就打不开。指向文件夹也不行；学员看的页面不能链到 instructor 里，学员版没有那些页。

错误的写法：

    见[下一课](../1-preparation/2-Nature.md)

改法：

    见[下一课](../1-preparation/2-nature.md)
---
The page that a link leads to does not exist, or not in this language. Links are relative to the file they stand in, end in .md, and keep the very letters of the file name: what opens on your computer may fail on a server. A link to a folder fails too, and so does one from a learner's page into instructor, which the learners' edition leaves out.

Wrong:

    See [the next lesson](../1-preparation/2-Nature.md)

Mend it:

    See [the next lesson](../1-preparation/2-nature.md)
"""

from collections.abc import Iterator

from ..course import Course
from ..model.lesson import Link, Page
from ..problem import Problem, Text
from .page_parts import inside_links, nearest, relative, target_at

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    files = set(course.files)
    for page in course.all_pages():
        for link, path, _ in inside_links(page, image=False):
            if not link.target:
                yield _problem(page, link, Text("链接是空的", "the link is empty"), Text("写上目标页面，或删掉链接", "write the page it leads to, or delete the link"))
            elif path and (path not in files or not path.startswith(f"docs/{page.lang}/")):
                yield _missing(course, page, link, path)
            elif "/instructor/" in path and "/instructor/" not in page.file:
                yield _problem(page, link, Text(f"“{link.target}”是讲师页，学员版里没有", f"“{link.target}” is for instructors; the learners' edition has no such page"), Text("删掉链接，或把内容移到学员页面", "delete the link, or move the content to a learner's page"))


def _missing(course: Course, page: Page, link: Link, path: str) -> Problem:
    own = [file for file in course.files if file.startswith(f"docs/{page.lang}/") and file.endswith(".md")]
    if any(file.startswith(path.rstrip("/") + "/") for file in own):
        return _problem(page, link, Text(f"“{link.target}”是文件夹，链接要指到页面", f"“{link.target}” is a folder; a link leads to a page"), Text(f"改为 {relative(path.rstrip('/'), page)}/index.md", f"change it to {relative(path.rstrip('/'), page)}/index.md"))
    other = f"docs/{'en' if page.lang == 'zh' else 'zh'}/"
    if path.startswith(other) and path in course.files:
        here = f"docs/{page.lang}/{path[len(other):]}"
        remedy = Text(f"改为 {relative(here, page)}", f"change it to {relative(here, page)}") if here in own else Text("链到同一种语言的页面", "link to a page of this language")
        return _problem(page, link, Text(f"“{link.target}”是另一种语言的页面", f"“{link.target}” is a page of the other language"), remedy)
    near = nearest(path if path.endswith(".md") else path.removesuffix(".html") + ".md", own)
    remedy = Text("检查路径和文件名", "look at the path and the file name")
    if near:
        remedy = Text(f"改为 {relative(near, page)}", f"change it to {relative(near, page)}")
    return _problem(page, link, Text(f"“{link.target}”指向的页面不存在", f"there is no page at “{link.target}”"), remedy)


def _problem(page: Page, link: Link, message: Text, remedy: Text) -> Problem:
    return Problem(page.place(*target_at(link, page)), "broken-link", message, remedy, lang=page.lang)
