"""The command `coursepack`: arguments in, calls out. Exit 0 well, 1 the course or the work failed, 2 the command was misused."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import NoReturn

from . import __doc__ as about
from . import checks
from .checks import Outcome
from .course import CASES, Course, find_root, load
from .export import FORMATS as EXPORTS
from .problem import LANGS, Problem

FORMATS = ("text", "github", "json")
COURSE_FOLDERS = ("docs", "quizzes", "case_studies", "src", "overrides", "tests", ".git")


class Misuse(Exception):
    """The command cannot be carried out as it was given; the text says why and what to do, in both languages."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit code."""
    _tolerant_output()
    options = _parser().parse_args(arguments)
    try:
        return options.run(options)
    except Misuse as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _tolerant_output() -> None:
    """A terminal in GBK or ASCII shows what it can; no character stops the program."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        print(f"{self.prog}: 命令写法不对 · wrong usage: {message}\n用法 · help: {self.prog} --help", file=sys.stderr)
        raise SystemExit(2)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="coursepack", description=about)
    parser.add_argument("--root", type=Path, help="课程所在的文件夹，默认是最近的 mkdocs.yml 所在处 · folder of the course; default: the nearest mkdocs.yml upward")
    parser.add_argument("--version", action="version", version=f"coursepack {version('coursepack')}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    check = commands.add_parser("check", help="检查全部规则，一次列出所有问题 · every rule, every problem")
    check.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="只看这些文件或文件夹 · only these files or folders")
    check.add_argument("--format", choices=FORMATS, default="text")
    check.add_argument("--lang", choices=("zh", "en"), help="只看这一种语言 · only this language")
    check.add_argument("--strict", action="store_true", help="有警告也算失败 · fail on warnings too")
    check.set_defaults(run=_check)

    explain = commands.add_parser("explain", help="解释一条规则，或画出一个角色扮演的图；不写名字就列出规则 · the manual of a rule, or the graph of a role play; without a name: the rules")
    explain.add_argument("name", nargs="?", metavar="RULE|CASE")
    explain.add_argument("--lang", choices=("zh", "en"), default="zh", help="图里文字的语言 · language of the texts in the graph")
    explain.add_argument("--out", type=Path, help="图存在哪里，默认 .cache/role_plays/<id>.svg · where the graph goes")
    explain.set_defaults(run=_explain)

    new = commands.add_parser("new", help="按模板新建一题、一课或一个案例，中英文一起 · a question, lesson or case from a template, both languages")
    kinds = new.add_subparsers(dest="kind", required=True, metavar="KIND")
    question = kinds.add_parser("question", help="在一课的题目文件末尾加一题 · adds a question to a lesson's file")
    question.add_argument("lesson", help="例 · e.g. 1-preparation/1-reasons")
    question.add_argument("name", help="id 里课名后面的部分 · what follows the lesson in its id: boss-away")
    question.add_argument("--kind", dest="question_kind", choices=("single", "multiple", "numeric", "ordering", "matching"), default="single")
    lesson = kinds.add_parser("lesson", help="新建一课 · a new lesson")
    lesson.add_argument("module", help="例 · e.g. 1-preparation")
    lesson.add_argument("name", help="例 · e.g. credit-check")
    case = kinds.add_parser("case", help="新建一个案例和它的角色扮演 · a new case with its role play")
    case.add_argument("name", help="例 · e.g. boss-away")
    new.set_defaults(run=_new)

    build = commands.add_parser("build", help="检查并生成两种语言的网站 · checks and builds the site in both languages")
    build.add_argument("--edition", choices=("learner", "instructor"), default="learner")
    build.add_argument("--out", type=Path, help="默认 site · default: site")
    build.set_defaults(run=_build)

    export = commands.add_parser("export", help="导出成别的格式 · exports to another format", description="\n".join(f"{name}: {what}" for name, what in EXPORTS.items()))
    export.add_argument("format", choices=EXPORTS, metavar="FORMAT", help="、".join(EXPORTS))
    export.add_argument("--lang", choices=LANGS, help="默认两种语言都导出 · default: both languages")
    export.add_argument("--out", type=Path, metavar="DIR", help="默认 dist · default: dist")
    export.set_defaults(run=_export)

    serve = commands.add_parser("serve", help="生成、打开本机网址，文件一改就重建 · builds, serves on this machine, rebuilds on change")
    serve.add_argument("--port", type=int, default=8000, choices=range(1, 65526), metavar="1–65525")
    serve.add_argument("--edition", choices=("learner", "instructor"), default="learner")
    serve.set_defaults(run=_serve)
    return parser


def _root(options: argparse.Namespace) -> Path:
    start = (options.root or Path.cwd()).resolve()
    root = find_root(start)
    if root is None:
        raise Misuse(f"在 {start} 和上级文件夹里没有找到 mkdocs.yml。请在课程文件夹里运行，或用 --root 指明。\nno mkdocs.yml in {start} or above it. Run this inside the course folder, or name it with --root.")
    return root


def _check(options: argparse.Namespace) -> int:
    root = _root(options)
    wanted = [_inside(path, root) for path in options.paths]
    outcome = checks.run(load(root))
    if wanted or options.lang:
        outcome = _only(outcome, wanted, options.lang)
    _print_report(outcome, options.format, root)
    return int(outcome.count("error") > 0 or (options.strict and outcome.count("warning") > 0))


def _print_report(outcome: Outcome, name: str, root: Path) -> None:
    from .report import github, json, text

    report = {"text": text.report, "github": github.report, "json": json.report}[name](outcome, root)
    if name == "json" and hasattr(sys.stdout, "buffer"):
        sys.stdout.buffer.write(report.encode() + b"\n")
    else:
        print(report)


def _inside(path: Path, root: Path) -> str:
    """A path given on the command line, relative to the course; it must exist there."""
    full = path.resolve() if path.resolve().exists() else (root / path).resolve()
    if not full.exists():
        raise Misuse(f"没有这个文件或文件夹：{path}\nno such file or folder: {path}")
    if not full.is_relative_to(root):
        raise Misuse(f"{path} 不在课程文件夹 {root} 里\n{path} is not inside the course folder {root}")
    return full.relative_to(root).as_posix()


def _only(outcome: Outcome, wanted: list[str], lang: str | None) -> Outcome:
    def keep(problem: Problem) -> bool:
        at = problem.place.file
        here = not wanted or any(path in (".", at) or at.startswith(path + "/") for path in wanted)
        return here and (lang is None or problem.lang in ("", lang))

    return Outcome(outcome.files, tuple(filter(keep, outcome.problems)), tuple(filter(keep, outcome.accepted)))


def _explain(options: argparse.Namespace) -> int:
    if options.name is None:
        for rule in checks.RULES:
            zh, _, en = (checks.module_of(rule).__doc__ or "").partition("\n---\n")
            print(f"{rule}  ({checks.level_of(rule)})\n    {zh.strip().splitlines()[0]}\n    {en.strip().splitlines()[0]}")
        return 0
    if options.name not in checks.RULES:
        return _explain_role_play(options)
    zh, _, en = (checks.module_of(options.name).__doc__ or "").partition("\n---\n")
    print(f"{options.name}  ({checks.level_of(options.name)})\n\n{zh.strip()}\n\n{en.strip()}")
    return 0


def _explain_role_play(options: argparse.Namespace) -> int:
    from .play import Graph
    from .render.play_graph import picture, summary

    root = find_root((options.root or Path.cwd()).resolve())
    course = load(root) if root else None
    role_play = course.role_plays.get(options.name) if course else None
    if root is None or course is None or role_play is None or role_play.start not in role_play.nodes:
        raise Misuse(_nothing_to_explain(options.name, course))
    graph = Graph(role_play)
    print("\n".join(summary(graph)))
    out = options.out or root / ".cache" / "role_plays" / f"{options.name}.svg"
    return _write(out, picture(graph, options.lang))


def _nothing_to_explain(name: str, course: Course | None) -> str:
    from .text import did_you_mean

    if course and f"{CASES}/{name}/role_play.yml" in course.files:
        return f"{CASES}/{name}/role_play.yml 还画不出来，先改好它：coursepack check {CASES}/{name}\nit cannot be drawn as it is; mend it first: coursepack check {CASES}/{name}"
    near = did_you_mean(name, [*checks.RULES, *(course.role_plays if course else ())])
    hint = f"要找的是 {near} 吗？ · did you mean {near}?" if near else "不带名字运行 coursepack explain 看全部规则 · run coursepack explain without a name for the list"
    if course is None:
        hint += "\n这里不是课程文件夹：要看角色扮演，请到课程文件夹里运行，或用 --root 指明 · this is not a course folder: for a role play, run it there or name it with --root"
    return f"没有叫“{name}”的规则，也没有这个角色扮演 · there is no rule and no role play “{name}”\n{hint}"


def _write(path: Path, text: str) -> int:
    from .whole_file import write_whole

    try:
        write_whole(path, text)
    except OSError as error:
        print(f"写不进去 · cannot write: {error}", file=sys.stderr)
        return 1
    print(f"写好了 · wrote {path}")
    return 0


def _new(options: argparse.Namespace) -> int:
    from . import new

    root = _root(options)
    try:
        if options.kind == "question":
            written = new.question(root, options.lesson, options.name, options.question_kind)
        elif options.kind == "case":
            written = new.case(root, options.name)
        else:
            written = new.lesson(root, options.module, options.name)
    except new.Refused as error:
        raise Misuse(str(error)) from None
    for path in written:
        print(f"写好了 · wrote {path}")
    print("改完运行 · then run: coursepack check")
    return 0


def _build(options: argparse.Namespace) -> int:
    from .build import BuildFailed, CheckFailed, build
    from .progress import bar

    root = _root(options)
    out = (options.out or root / "site").resolve()
    _refuse_to_overwrite(out, root)
    try:
        with bar("生成网站 · building the site", root) as tick:
            written = build(root, out, options.edition, tick)
    except (CheckFailed, BuildFailed) as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"写不进去 · cannot write: {error}", file=sys.stderr)
        return 1
    for path in written:
        print(f"写好了 · wrote {path}")
    return 0


def _refuse_to_overwrite(out: Path, root: Path) -> None:
    """Only an empty folder, or a site built before, is replaced."""
    if root.is_relative_to(out) or (out.is_relative_to(root) and out.relative_to(root).parts[0] in COURSE_FOLDERS):
        raise Misuse(f"--out 不能是 {out}：那里放着课程本身\n--out cannot be {out}: the course itself lives there")
    if out.exists() and not out.is_dir():
        raise Misuse(f"{out} 是一个文件，不是文件夹\n{out} is a file, not a folder")
    if out.is_dir() and any(out.iterdir()) and not ((out / "_headers").is_file() and (out / "index.html").is_file()):
        raise Misuse(f"{out} 里有别的文件，不会覆盖。换一个文件夹，或先清空它。\n{out} holds other files and is not overwritten. Choose another folder, or empty it first.")


def _export(options: argparse.Namespace) -> int:
    from .build import CheckFailed, checked_course
    from .export import Refused, export
    from .progress import steps

    root = _root(options)
    out = (options.out or root / "dist").resolve()
    _refuse_content_folder(out, root)
    langs = [options.lang] if options.lang else LANGS
    try:
        course = checked_course(root)
        with steps(f"导出 · exporting {options.format}", len(langs) * len(course.questions)) as tick:
            written = export(course, options.format, langs, out, tick)
    except (CheckFailed, Refused) as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"写不进去 · cannot write: {error}", file=sys.stderr)
        return 1
    for path, count in written:
        print(f"写好了 · wrote {path}（{count} 题 · questions）")
    return 0


def _refuse_content_folder(out: Path, root: Path) -> None:
    """What is exported must not lie where the course itself is read from."""
    if out.is_relative_to(root) and out != root and out.relative_to(root).parts[0] in COURSE_FOLDERS:
        raise Misuse(f"--out 不能是 {out}：那里放着课程本身\n--out cannot be {out}: the course itself lives there")
    if any(part.is_file() for part in (out, *out.parents)):
        raise Misuse(f"--out {out} 是一个文件，或者在一个文件里面，要写文件夹\n--out {out} is a file or inside one; name a folder")


def _serve(options: argparse.Namespace) -> int:
    from .serve import serve

    return serve(_root(options), options.port, options.edition)


if __name__ == "__main__":
    sys.exit(main())
