"""Strict YAML with line and column.

Reads a small, safe part of YAML: only `true`/`false`, null, plain integers and decimals are not strings. Duplicate keys, anchors,
aliases, tags, tabs, full-width punctuation in place of `:` and wrong encodings become problems with a place; nothing is raised.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from .problem import Place, Problem, Text
from .text import CONTROL
from .yaml_errors import TOO_DEEP, YAML_ERRORS, explain_yaml_error
from .yaml_slips import NO_SPACE, WIDE_KEY, Slip, find_slip, no_space, wide_indent

MAX_BYTES = 2_000_000
MAX_DEPTH = 40
INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})\Z")  # longer ones are no sums of money: they stay text
DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,14})\.[0-9]{1,15}\Z")
WORDS: dict[str, Any] = {"true": True, "false": False, "null": None, "~": None, "": None}
FULL_WIDTH_KEY = re.compile(r"^[ ]*(?:- +)*([a-z][a-z0-9_-]*)[ ]*(：)", re.MULTILINE)
FULL_WIDTH_FLOW = re.compile(r"[a-z][a-z0-9_-]*:\s*[{［｛【\[].*?([，：｝］】])|[a-z][a-z0-9_-]*:\s*([［｛【])")
DEEP_LINE = re.compile(r"[\r\n] *(?:[-?:] +){200}")
MARK = re.compile(r"[&!](?<![^\s\[\]{},:?\"'-].)")  # where an anchor or a tag may begin; an alias needs an anchor
CUT = re.compile(r"[ \t]*(?<=[ \t])(#[^\r\n]*)")
READ_ON = ("duplicate-key", "cut-text")  # the rest of the file is judged all the same
MANY_BRACKETS = 2_500  # more than this may nest deep enough to exhaust the C stack while composing


class _Parser(yaml.CLoader if hasattr(yaml, "CLoader") else yaml.Loader):  # type: ignore[misc]
    """PyYAML's parser without its resolver: every plain scalar stays a string until `_scalar` reads it."""

    def resolve(self, kind: type, value: str, implicit: tuple[bool, bool]) -> str:
        return ""  # nobody asks for the tag of a node


@dataclass(frozen=True)
class Source:
    """One YAML text: its plain `data` (None when unreadable), and where each part of it stands."""

    file: str
    text: str
    data: Any
    root: Node | None
    first_line: int = 1  # line of the file on which `text` begins (front matter starts on 2)
    problems: list[Problem] = field(default_factory=list)

    def place(self, *path: str | int, key: bool = False) -> Place:
        """Where the value at `path` stands, or its key; for a missing part, the nearest part around it."""
        node, found = self.root, None
        for step in path:
            child = _child(node, step)
            if child is None:
                break
            found, node = child
        if node is None:
            return Place(self.file, self.first_line)
        return self._place_of(found if key and found is not None else node)

    def _place_of(self, node: Node) -> Place:
        start, end = node.start_mark, node.end_mark
        length = end.column - start.column if end.line == start.line else len(self.line(start.line)) - start.column
        return Place(self.file, start.line + self.first_line, start.column + 1, max(length, 1))

    def line(self, index: int) -> str:
        """Line `index` of the text, counted from 0, without its end."""
        return self._lines[index].rstrip("\r") if index < len(self._lines) else ""

    @cached_property
    def has_comments(self) -> bool:
        return " #" in self.text or "\t#" in self.text

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")


def _child(node: Node | None, step: str | int) -> tuple[Node, Node] | None:
    if isinstance(node, MappingNode):
        return next(((k, v) for k, v in node.value if k.value == step), None)
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    return None


def decode(raw: bytes, file: str) -> tuple[str, list[Problem]]:
    """UTF-8 text of a file, with or without BOM; anything else is a problem, and the text is empty."""
    if len(raw) > MAX_BYTES:
        return "", [_problem(Place(file), "file-size", f"文件有 {len(raw):,} 字节，上限是 {MAX_BYTES:,}", f"the file has {len(raw):,} bytes, the limit is {MAX_BYTES:,}", "拆成几个文件", "split it into several files")]
    try:
        return raw.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8-sig", "replace")
        place = Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
    guess = _guess_encoding(raw)
    return "", [_problem(place, "encoding", f"文件不是 UTF-8 编码，看上去是 {guess}", f"the file is not UTF-8; it looks like {guess}", "用编辑器“另存为”，编码选 UTF-8", "save it again with encoding UTF-8")]


def _guess_encoding(raw: bytes) -> str:
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in raw[:100]:
        return "UTF-16"
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        return "unknown"
    return "GBK"


def parse(text: str, file: str, first_line: int = 1) -> Source:
    """Read one YAML document. Never raises: what is wrong is in `problems`, and `data` is None where nothing can be read."""
    problems = list(_control_characters(text, file, first_line))
    if problems:
        return Source(file, text, None, None, first_line, problems)
    try:
        root = _compose(text) if _is_shallow(text) else _nested_too_deeply(text)
    except yaml.YAMLError as error:
        return Source(file, text, None, None, first_line, _syntax_problems(error, text, file, first_line))
    source = Source(file, text, None, root, first_line, problems)
    if root is None:
        return source
    if ("&" in text or "!" in text) and MARK.search(text):
        problems.extend(_forbidden(source, root))
    if problems:
        return source
    try:
        data = _construct(source, root)
    except _TooDeep as error:
        problems[:] = [_too_deep(source, error.node)]
        return source
    broken = any(problem.rule not in READ_ON for problem in problems)  # what follows would only be noise
    return Source(file, text, None if broken else data, root, first_line, problems)


def _is_shallow(text: str) -> bool:
    return text.count("[") + text.count("{") < MANY_BRACKETS and not DEEP_LINE.search("\n" + text)


def _nested_too_deeply(text: str) -> Node | None:
    """Compose a suspicious text after looking at its events, which need no recursion."""
    depth = 0
    for event in yaml.parse(text, Loader=_Parser):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise yaml.MarkedYAMLError(problem=TOO_DEEP, problem_mark=event.start_mark)  # type: ignore[arg-type]
    return _compose(text)


def _compose(text: str) -> Node | None:
    parser = _Parser(text)
    try:
        return parser.get_single_node()
    finally:
        parser.dispose()


def _control_characters(text: str, file: str, first_line: int) -> Iterator[Problem]:
    for match in CONTROL.finditer(text):
        line, column = _position(text, match.start())
        yield _control_character(Place(file, line + first_line, column), match.group())


def _control_character(place: Place, char: str) -> Problem:
    code = f"U+{ord(char):04X}"
    return _problem(place, "control-character", f"有看不见的控制字符 {code}", f"invisible control character {code}", "删掉它，重新输入这一处", "delete it and type this spot again")


def _position(text: str, index: int) -> tuple[int, int]:
    """Line from 0 and column from 1 of a character."""
    return text.count("\n", 0, index), index - text.rfind("\n", 0, index)


def _forbidden(source: Source, root: Node) -> Iterator[Problem]:
    """Anchors, aliases and tags, found before anything is built from them; and nesting beyond reason."""
    seen: set[int] = set()
    stack = [(root, 0)]
    while stack:
        node, depth = stack.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if depth > MAX_DEPTH:
            yield _too_deep(source, node)
            return
        sign = source.text[node.start_mark.index : node.start_mark.index + 1]
        if sign in ("&", "!"):
            word = source.text[node.start_mark.index :].split(None, 1)[0]
            place = source._place_of(node)._replace(length=len(word))
            what = Text("锚点", "an anchor") if sign == "&" else Text("标签", "a tag")
            yield _problem(place, "yaml-anchor" if sign == "&" else "yaml-tag", f"“{word}”是 YAML 的{what.zh}，这里不用", f"“{word}” is {what.en}, which is not used here", "要是文字，就用引号括起来；否则写出内容本身", "if it is text, put it in quotes; otherwise write the content itself")
        if isinstance(node, SequenceNode):
            stack.extend((child, depth + 1) for child in node.value)
        elif isinstance(node, MappingNode):
            stack.extend((part, depth + 1) for pair in node.value for part in pair)


class _TooDeep(Exception):
    """Nesting beyond reason begins at `node`."""

    def __init__(self, node: Node) -> None:
        super().__init__()
        self.node = node


def _too_deep(source: Source, node: Node) -> Problem:
    return Problem(source._place_of(node)._replace(length=1), "yaml-syntax", *YAML_ERRORS[TOO_DEEP])


class _MissingDash(Exception):
    """In a list item, pair `number` begins what should be the next item."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


def _begins_an_item(pairs: list[tuple[Node, Node]], number: int) -> bool:
    """Whether the keys stand a second time as a block from pair `number` on, as when `- ` is missing before it."""
    keys = [key.value for key, _ in pairs]
    again = [key for key in keys[number:] if key in keys[:number]]
    return keys[number] == keys[0] and len(again) > 1 and "zh" not in again and "en" not in again


def _items(source: Source, node: SequenceNode, depth: int) -> list[Any]:
    """The items of a list; one that holds two is taken apart, in the tree too, so that places stay right."""
    result, index = [], 0
    while index < len(node.value):
        child, known = node.value[index], len(source.problems)
        try:
            result.append(_construct(source, child, depth + 1, item=True))
            index += 1
        except _MissingDash as error:
            del source.problems[known:]
            second = child.value[error.number][0]
            name = second.value
            place = source._place_of(second)
            source.problems.append(_problem(place, "duplicate-key", f"从这个“{name}”起，同样的键又写了一遍，前面多半缺“- ”", f"from this “{name}” on the same keys stand a second time; most likely “- ” is missing before it", f"在第二项前面加“- ”：- {name}: …", f"put “- ” before the second item: - {name}: …"))
            node.value[index : index + 1] = [
                MappingNode("", child.value[: error.number], child.start_mark, second.start_mark),
                MappingNode("", child.value[error.number :], second.start_mark, child.end_mark),
            ]
    return result


def _construct(source: Source, node: Node, depth: int = 0, item: bool = False) -> Any:
    if depth > MAX_DEPTH:
        raise _TooDeep(node)
    if isinstance(node, ScalarNode):
        return _scalar(source, node)
    if isinstance(node, SequenceNode):
        return _items(source, node, depth)
    result: dict[str, Any] = {}
    for number, (key_node, value_node) in enumerate(node.value):
        key = key_node.value
        if isinstance(key_node, ScalarNode) and "：" in key:
            _full_width_key(source, key_node)
        if isinstance(key_node, ScalarNode) and ":" in key and (match := NO_SPACE.match(key)):
            source.problems.append(_slip(source, no_space(key_node.start_mark.line, key_node.start_mark.column, match[1])))
        if isinstance(key_node, ScalarNode) and not key_node.style and key[:1] in ("\u3000", "\u00a0") and WIDE_KEY.fullmatch(key):
            source.problems.append(_slip(source, wide_indent(key_node.start_mark.line, key_node.start_mark.column, 1)))
        if not isinstance(key, str):
            source.problems.append(_problem(source._place_of(key_node), "yaml-syntax", "键必须是一个词", "a key must be one word", "检查花括号和缩进", "look at the braces and the indentation"))
            continue
        if key in result:
            if item and _begins_an_item(node.value, number):
                raise _MissingDash(number)
            source.problems.append(_problem(source._place_of(key_node), "duplicate-key", f"键“{key}”在同一处写了两次", f"the key “{key}” stands twice in the same place", "删掉一个，或改成正确的键", "delete one of them, or give it its right name"))
        result[key] = _construct(source, value_node, depth + 1)
        if (key == "zh" or key == "en") and source.has_comments and isinstance(value_node, ScalarNode) and not value_node.style:
            result[key] = _uncut(source, value_node, result[key])
    return result


def _uncut(source: Source, node: ScalarNode, value: Any) -> Any:
    """A text together with what stands after ` #` on its last line, which YAML drops as a comment."""
    match = CUT.match(source.text, node.end_mark.index)
    if match is None:
        return value
    line, column = _position(source.text, match.start(1))
    words = match[1].rstrip()
    place = Place(source.file, line + source.first_line, column, len(words))
    source.problems.append(_problem(place, "cut-text", f"“{words[:40]}”会丢掉：空格加 # 后面的字，YAML 当成注释", f"“{words[:40]}” gets lost: YAML takes what follows a space and # for a comment", "把整段文字用双引号括起来", "put the whole text in double quotes"))
    return f"{'' if value is None else value} {words}"


def _scalar(source: Source, node: ScalarNode) -> Any:
    value = node.value
    if node.style == '"' and "\\" in source.text[node.start_mark.index : node.end_mark.index]:
        source.problems.extend(_control_character(source._place_of(node), char) for char in CONTROL.findall(value))
    if node.style in ("'", '"', "|", ">"):
        return value
    if value in WORDS:
        return WORDS[value]
    if value[0] in "-0123456789":
        if INTEGER.match(value):
            return int(value)
        if DECIMAL.match(value):
            return float(value)
    if "：" in value or ":" in value:
        _swallowed_keys(source, node)
    return value


def _swallowed_keys(source: Source, node: ScalarNode) -> None:
    """Keys inside a text, each at the start of a line: their colon is full-width, so YAML read on."""
    text, end = source.text, node.end_mark.index
    line = text.rfind("\n", 0, node.start_mark.index)
    while line < end:
        match = FULL_WIDTH_KEY.match(text, line + 1, end)
        if match:
            source.problems.append(_full_width(source, match.group(1), *_position(text, match.start(2))))
        elif match := NO_SPACE.match(text, line + 1, end):
            found, column = _position(text, match.start(1))
            source.problems.append(_slip(source, no_space(found, column - 1, match[1])))
        line = text.find("\n", line + 1, end)
        if line < 0:
            return


def _full_width_key(source: Source, node: ScalarNode) -> None:
    """A key that holds its own value: `{zh：您好, en: Hello}`."""
    word, mark = node.value.partition("：")[0], node.start_mark
    colon = source.line(mark.line).find("：", mark.column)
    source.problems.append(_full_width(source, word.strip(), mark.line, max(colon, mark.column) + 1))


def _full_width(source: Source, word: str, line: int, column: int) -> Problem:
    return _problem(Place(source.file, line + source.first_line, column), "full-width-punctuation", f"“{word}”后面是全角冒号“：”，YAML 要半角“: ”加一个空格", f"after “{word}” stands a full-width colon “：”; YAML wants “: ”, a plain colon and a space", f"改为 {word}: ", f"change it to {word}: ")


def _syntax_problems(error: yaml.YAMLError, text: str, file: str, first_line: int) -> list[Problem]:
    """A library error in the author's words; full-width punctuation is named where it is the likely cause."""
    source = Source(file, text, None, None, first_line)
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    opened = getattr(error, "context_mark", None)
    if mark and opened and opened.line < mark.line and "a flow " in f"{getattr(error, 'context', '')}":
        mark = opened  # the bracket, not the line on which it was missed
    line, column = (mark.line, mark.column) if mark else (0, 0)
    causes = [_full_width(source, found[1], *_position(text, found.start(2))) for found in FULL_WIDTH_KEY.finditer(text)]
    causes = causes or list(_full_width_in_flow(source, line))
    if causes:
        return causes
    rule, message, remedy = explain_yaml_error(error, source.line(line))
    slip = find_slip(source._lines, line) if rule == "yaml-syntax" else None
    if slip:
        return [_slip(source, slip)]
    return [Problem(Place(file, line + first_line, column + 1), rule, message, remedy)]


def _slip(source: Source, slip: Slip) -> Problem:
    place = Place(source.file, slip.line + source.first_line, slip.column + 1, slip.length)
    return Problem(place, "yaml-syntax", slip.message, slip.remedy)


def _full_width_in_flow(source: Source, line: int) -> Iterator[Problem]:
    """Full-width marks in the braces or brackets of the line where reading stopped, or of the one before."""
    for index in (line - 1, line):
        match = FULL_WIDTH_FLOW.search(source.line(index)[:500]) if index >= 0 else None
        if match:
            mark, start = match[match.lastindex or 0], match.start(match.lastindex or 0)
            yield _problem(Place(source.file, index + source.first_line, start + 1), "full-width-punctuation", f"这里的“{mark}”是全角标点，YAML 的结构要用半角", f"“{mark}” is full-width punctuation; the structure of YAML needs plain characters", "改为半角，或把整段文字用双引号括起来", "use the plain character, or put the whole text in double quotes")
            return


def _problem(place: Place, rule: str, zh: str, en: str, remedy_zh: str, remedy_en: str) -> Problem:
    return Problem(place, rule, Text(zh, en), Text(remedy_zh, remedy_en))
