"""Files from templates, in both languages at once; nothing that exists is ever overwritten."""

import re
from importlib.resources import files
from pathlib import Path

from .course import CASES, SCRIPTS, SITUATIONS, Course, load, order_of
from .text import ID, did_you_mean
from .whole_file import write_whole
from .yaml_source import parse


class Refused(Exception):
    """Why nothing was written, in both languages."""


def question(root: Path, lesson: str, name: str, kind: str) -> list[Path]:
    """Adds a question skeleton to the end of the lesson's file. Returns what was written."""
    course = load(root)
    key = re.sub(r"^(\./)?(quizzes/|docs/(zh|en)/)?|\.(yml|md)$", "", lesson.replace("\\", "/").strip("/"))
    page = course.pages["zh"].get(key)
    if page is None or page.lesson is None:
        near = did_you_mean(key, [known.key for known in course.lessons("zh")])
        raise Refused(f"没有这一课：{lesson}" + (f"，是 {near} 吗？" if near else "") + f"\nno such lesson: {lesson}" + (f"; did you mean {near}?" if near else ""))
    _valid_name(name)
    id = f"{page.lesson.id}-{name}"
    if id in course.retired or any(placed.question.id == id for placed in course.questions):
        raise Refused(f"id {id} 已经用过，换一个名字\nthe id {id} has been used; choose another name")
    path = root / "quizzes" / f"{key}.yml"
    skeleton = _template(f"question-{kind}.yml").replace("QUESTION", id).replace("OBJECTIVE", page.lesson.objectives[0].id)
    before = path.read_text(encoding="utf-8-sig") if path.exists() else "questions:\n"
    text = before.rstrip("\n") + "\n" + skeleton
    if parse(text, path.name).problems:
        raise Refused(f"{path} 现在读不通，先运行 coursepack check 改好它\n{path} cannot be read as it is; run coursepack check and mend it first")
    write_whole(path, text)
    return [path]


def lesson(root: Path, module: str, name: str) -> list[Path]:
    """Makes a lesson after the last of its module: both languages, a question file and a file of scripts."""
    _valid_name(name)
    module = module.replace("\\", "/").strip("/").removeprefix("docs/zh/")
    folder = root / "docs" / "zh" / module
    if not re.fullmatch(rf"[0-9]+-{ID.pattern}", module) or not (folder / "index.md").is_file():
        known = sorted(path.parent.name for path in (root / "docs" / "zh").glob("*/index.md"))
        raise Refused(f"没有这一章：{module}。有：{'、'.join(known)}\nno such module: {module}; there are: {', '.join(known)}")
    numbers = [int(order_of(path.stem)[0][0]) for path in folder.glob("[0-9]*-*.md")]
    key = f"{module}/{max(numbers, default=0) + 1}-{name}"
    course = load(root)
    id = f"{_prefix(course, module)}-{name}"
    targets = {
        root / "docs" / "zh" / f"{key}.md": _template("lesson.zh.md"),
        root / "docs" / "en" / f"{key}.md": _template("lesson.en.md"),
        root / "quizzes" / f"{key}.yml": "questions:\n" + _template("question-single.yml").replace("QUESTION", f"{id}-first").replace("OBJECTIVE", f"{id}.first"),
        root / SCRIPTS / f"{id}.yml": _template("scripts.yml").replace("SITUATION", _situation(course)),
    }
    if SITUATIONS not in course.files:
        targets[root / SITUATIONS] = _template("script_situations.yml")
    if any(page.lesson and page.lesson.id == id for page in course.lessons("zh")) or id in course.retired:
        raise Refused(f"id {id} 已经用过，换一个名字\nthe id {id} has been used; choose another name")
    there = next((path.relative_to(root).as_posix() for path in targets if path.exists()), None)
    if there:
        raise Refused(f"已经有 {there}，先移开它，或换一个名字\n{there} is there already; move it away or choose another name")
    for path, text in targets.items():
        write_whole(path, text.replace("LESSON", id))
    return list(targets)


def _situation(course: Course) -> str:
    """The situation that a first script is put under."""
    return course.situations.situations[0].id if course.situations and course.situations.situations else "opening"


def case(root: Path, name: str) -> list[Path]:
    """Makes a case with its role play and its page in both languages."""
    _valid_name(name)
    course = load(root)
    if name in course.retired or any(file.startswith(f"{CASES}/{name}/") or file.endswith(f"/cases/{name}.md") for file in course.files):
        raise Refused(f"已经有 {name} 这个案例，换一个名字\nthere is a case {name} already; choose another name")
    objectives = [objective.id for page in course.lessons("zh") if page.lesson for objective in page.lesson.objectives]
    laws = sorted(id for id in course.reference_ids if id.startswith("LAW"))
    if not objectives or not laws:
        raise Refused("先要有一课和一条法律（docs/data/references.yml），案例才有目标和依据\na case needs a lesson for its objective and a law in docs/data/references.yml first")
    blanks = {"CASE": name, "OBJECTIVE": objectives[0], "PARTNER": next(iter(course.cases), name), "LAW": "LAW-44" if "LAW-44" in laws else laws[0]}
    targets = {
        root / CASES / name / "case.yml": "case.yml",
        root / CASES / name / "role_play.yml": "role_play.yml",
        root / "docs" / "zh" / "cases" / f"{name}.md": "case.zh.md",
        root / "docs" / "en" / "cases" / f"{name}.md": "case.en.md",
    }
    for path, template in targets.items():
        write_whole(path, re.sub("|".join(blanks), lambda match: blanks[match.group()], _template(template)))
    return list(targets)


def _prefix(course: Course, module: str) -> str:
    """What the ids of the module's lessons begin with; the module's own name where there are none yet."""
    ids = [page.lesson.id for page in course.lessons("zh") if page.lesson and page.key.startswith(module + "/")]
    starts = {id.split("-")[0] for id in ids}
    return starts.pop() if len(starts) == 1 and all("-" in id for id in ids) else module.split("-", 1)[1]


def _valid_name(name: str) -> None:
    if not ID.fullmatch(name):
        raise Refused(f"名字“{name}”只能用小写字母、数字和连字符\nthe name “{name}” may hold lower-case letters, digits and hyphens only")


def _template(name: str) -> str:
    return (files(__package__) / "new_files" / name).read_text(encoding="utf-8")
