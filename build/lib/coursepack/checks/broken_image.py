"""图片文件不存在，或者不在这种语言的文件夹里。两种语言各有自己的图，放在页面旁边的 images 文件夹里；大小写要和文件名一模一样。

错误的写法：

    ![付款路径](image/path.svg)

改法：

    ![付款路径](images/path.svg)
---
The picture does not exist, or not in the folder of this language. Each edition has its own pictures, in the folder images beside the page; the letters must be those of the file name, capitals included.

Wrong:

    ![Payment path](image/path.svg)

Mend it:

    ![Payment path](images/path.svg)
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
        for link, path, _ in inside_links(page, image=True):
            if path not in files or not path.startswith(f"docs/{page.lang}/"):
                yield _problem(course, page, link, path)


def _problem(course: Course, page: Page, link: Link, path: str) -> Problem:
    own = [file for file in course.files if file.startswith(f"docs/{page.lang}/") and not file.endswith(".md")]
    near = nearest(path, own) if path else None
    remedy = Text(f"改为 {relative(near, page)}", f"change it to {relative(near, page)}") if near else Text("把图片放进 images 文件夹，并检查文件名", "put the picture into the images folder and look at its name")
    return Problem(page.place(*target_at(link, page)), "broken-image", Text(f"找不到图片“{link.target}”", f"there is no picture “{link.target}”"), remedy, lang=page.lang)
