"""The ground all shapes share: strict, frozen, no extra keys; and library errors put into an author's words."""

import re
import unicodedata
from datetime import date
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError
from pydantic_core import PydanticCustomError

from ..problem import Place, Problem, Text
from ..text import ID, did_you_mean
from ..yaml_source import Source

Id = Annotated[str, StringConstraints(pattern=rf"^{ID.pattern}$")]
ReferenceId = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,4}-[0-9]{2,3}$")]
ObjectiveId = Annotated[str, StringConstraints(pattern=rf"^{ID.pattern}\.{ID.pattern}$")]
Words = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]
Level = Literal["remember", "understand", "apply", "analyse", "evaluate", "create"]
TalkStep = Literal["listen", "share", "clarify", "present", "ask"]  # of LSCP
Channel = Literal["visit", "phone", "wechat", "letter"]
Path = tuple[str | int, ...]


def real_date(value: Any) -> str:
    """A day of the calendar, written as 2026-11-22."""
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value) or not _is_day(value):
        raise PydanticCustomError("date_text", "no date")
    return value


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


class Shape(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Bilingual(Shape):
    """One text in both languages."""

    zh: Words
    en: Words


S = TypeVar("S", bound=Shape)


def read(shape: type[S], data: Any, source: Source, *path: str | int) -> tuple[S | None, list[Problem]]:
    """`data` (found at `path` of `source`) as `shape`, or None and the problems that an author must mend."""
    try:
        return shape.model_validate(data), []
    except ValidationError as error:
        details = error.errors(include_url=False)
        return None, [problem_of(detail, shape, source, path) for detail in details if not _follows_from_another(detail, details)]


def _follows_from_another(detail: Any, details: list[Any]) -> bool:
    """A missing key that stands there misspelt is reported once, as the unknown key; a list is not short because its items are faulty."""
    if detail["type"] == "too_short":
        depth = len(detail["loc"])
        return any(len(other["loc"]) > depth and other["loc"][:depth] == detail["loc"] for other in details)
    if detail["type"] != "missing":
        return False
    unknown = [other["loc"][-1] for other in details if other["type"] == "extra_forbidden" and other["loc"][:-1] == detail["loc"][:-1]]
    return any(did_you_mean(str(word), [str(detail["loc"][-1])]) for word in unknown)


TYPE_NAMES = {
    "string_type": Text("文字", "text"),
    "int_type": Text("整数", "a whole number"),
    "float_type": Text("数字", "a number"),
    "bool_type": Text(" true 或 false", "true or false"),
    "list_type": Text("列表（每项以“- ”开头）", "a list (each item starts with “- ”)"),
    "tuple_type": Text("列表（每项以“- ”开头）", "a list (each item starts with “- ”)"),
    "dict_type": Text("若干“键: 值”", "“key: value” lines"),
    "model_type": Text("若干“键: 值”", "“key: value” lines"),
}
YES_AND_NO = {**dict.fromkeys(("yes", "true", "on", "y", "1", "是", "对"), "true"), **dict.fromkeys(("no", "false", "off", "n", "0", "否", "错"), "false")}
RANGE_ERRORS = {"greater_than": ">", "greater_than_equal": "≥", "less_than": "<", "less_than_equal": "≤", "finite_number": "≠ ∞"}


def problem_of(detail: Any, shape: type[Shape], source: Source, path: Path) -> Problem:
    """One validation error of the library as a problem with place and remedy."""
    kind, loc = detail["type"], (*path, *detail["loc"])
    of_key = loc[-1:] == ("[key]",)
    if of_key:
        loc = loc[:-1]
    name, value = _name_of(loc) or source.file, detail.get("input")
    place = source.place(*loc, key=of_key)
    if kind == "extra_forbidden":
        if value is None and not ID.fullmatch(name.replace("_", "-")):
            return _cut_by_comma(name, source, loc)
        return _unknown_key(name, _known_keys(shape, detail["loc"][:-1]), source, loc)
    if kind == "missing":
        return _missing_key(name, source, loc)
    if kind in TYPE_NAMES:
        return _wrong_type(place, name, value, kind)
    if kind == "date_text":
        return Problem(place, "wrong-type", Text(f"“{name}”应是日期，写的是 {_shown(value)}", f"“{name}” should be a date, but is {_shown(value)}"), _date_remedy(value))
    if kind == "cell":
        return Problem(place, "wrong-type", Text(f"格子里写的是 {_shown(value)}", f"this cell holds {_shown(value)}"), Text("写一个数、一个日期，或两种语言的文字 {zh: …, en: …}", "write a number, a date, or a text in both languages {zh: …, en: …}"))
    if kind == "literal_error":
        return _not_in_list(name, value, detail["ctx"]["expected"], source, loc)
    if kind == "string_pattern_mismatch" and detail["ctx"]["pattern"] != r"\S":
        return Problem(place, "malformed-id", Text(f"id“{_one_line(value)}”写法不对", f"the id “{_one_line(value)}” is malformed"), _id_remedy(detail["ctx"]["pattern"], str(value)))
    if kind in ("string_too_short", "string_pattern_mismatch"):
        return Problem(place, "empty-text", Text(f"“{name}”是空的", f"“{name}” is empty"), Text("写上内容，或删掉这个键", "write the text, or delete the key"))
    if kind in ("too_short", "too_long"):
        few = kind == "too_short"
        limit = detail["ctx"]["min_length" if few else "max_length"]
        return Problem(place, "wrong-count", Text(f"“{name}”有 {detail['ctx']['actual_length']} 项，{'至少' if few else '至多'} {limit} 项", f"“{name}” has {detail['ctx']['actual_length']} items; {'at least' if few else 'at most'} {limit} are needed" if few else f"“{name}” has {detail['ctx']['actual_length']} items; at most {limit} are allowed"), Text("增减条目", "add or remove items"))
    if kind in RANGE_ERRORS:
        limit = next(iter((detail.get("ctx") or {"": ""}).values()))
        return Problem(place, "wrong-range", Text(f"“{name}”是 {value}，应 {RANGE_ERRORS[kind]} {limit}", f"“{name}” is {value}; it should be {RANGE_ERRORS[kind]} {limit}"), Text("改成范围内的数", "use a number within the range"))
    raise AssertionError(f"no wording for {kind}")


def _name_of(loc: Path) -> str:
    """The key that an author wrote, with its number for an item of a list, from 1 as people count."""
    keys = [index for index, step in enumerate(loc) if isinstance(step, str)]
    return " ".join(str(step) if isinstance(step, str) else str(step + 1) for step in loc[keys[-1] :]) if keys else ""


def _wrong_type(place: Place, name: str, value: Any, kind: str) -> Problem:
    wanted = TYPE_NAMES[kind]
    message = Text(f"“{name}”应是{wanted.zh}，写的是 {_shown(value)}", f"“{name}” should be {wanted.en}, but is {_shown(value)}")
    remedy = Text(f"改成{wanted.zh}", f"change it to {wanted.en}")
    if kind == "string_type" and isinstance(value, bool | int | float):
        remedy = Text("加上引号", "put it in quotes")
    elif kind in ("int_type", "float_type"):
        number = _number_in(value, whole=kind == "int_type")
        remedy = Text(f"改成 {number}" if number else "只写数字", f"change it to: {number}" if number else "write digits only")
        remedy = Text(f"{remedy.zh}：不要引号、千位逗号、单位和全角数字", f"{remedy.en}; no quotation marks, thousands commas, units or full-width digits")
    elif kind == "bool_type" and str(value).strip().lower() in YES_AND_NO:
        word = YES_AND_NO[str(value).strip().lower()]
        remedy = Text(f"改成 {word}，不加引号", f"change it to {word}, without quotes")
    return Problem(place, "wrong-type", message, remedy)


def _number_in(value: Any, whole: bool) -> str:
    """The number that an author most likely means by a text such as `1,000` or `１２分钟`; empty when in doubt."""
    text = unicodedata.normalize("NFKC", value).replace(",", "").strip() if isinstance(value, str) else ""
    match = re.fullmatch(r"\+?(-?[0-9]{1,15})(\.[0-9]{1,15})?\s*(?:分钟|天|元|%|minutes?|days?)?", text)
    return "" if not match or (whole and match[2]) else f"{int(match[1])}{match[2] or ''}"


def _date_remedy(value: Any) -> Text:
    parts = re.findall(r"[0-9]+", str(value))
    near = f"{parts[0]}-{parts[1]:0>2}-{parts[2]:0>2}" if [len(part) for part in parts][:1] == [4] and len(parts) == 3 else ""
    near = near if near and _is_day(near) else ""
    if near:
        return Text(f"写成 {near}", f"write {near}")
    return Text("写成“年-月-日”，例如 2026-11-22，日子要真有", "write year-month-day, such as 2026-11-22, and a day that exists")


def _shown(value: Any) -> str:
    return f"“{_one_line(value)[:40]}”" if value is not None else "null"


def _one_line(value: Any) -> str:
    return str(value).replace("\n", "⏎")


def _id_remedy(pattern: str, value: str) -> Text:
    if pattern.startswith("^[A-Z]"):
        return Text("事实的 id 形如 LAW-01", "the id of a fact looks like LAW-01")
    if r"\." in pattern:
        return Text("目标的 id 形如 prep-reasons.classify：课的 id、一个点、名字", "the id of an objective looks like prep-reasons.classify: lesson id, a dot, a name")
    near = "-".join(part for part in "".join(c if c.isascii() and c.isalnum() else "-" for c in value.lower()).split("-") if part)
    if near:
        return Text(f"只用小写字母、数字和连字符，例如 {near}", f"use lower-case letters, digits and hyphens only, for example {near}")
    return Text("只用小写字母、数字和连字符", "use lower-case letters, digits and hyphens only")


def _unknown_key(name: str, known: list[str], source: Source, loc: Path) -> Problem:
    near = did_you_mean(name, known)
    remedy = Text(f"改为 {near}", f"change it to: {near}") if near else Text(f"可用的键：{'、'.join(known)}", f"the keys here are: {', '.join(known)}")
    return Problem(source.place(*loc, key=True), "unknown-key", Text(f"这里没有“{name}”这个键", f"there is no key “{name}” here"), remedy)


def _cut_by_comma(name: str, source: Source, loc: Path) -> Problem:
    """Inside braces a comma ends a text: `{en: RMB 86,000}` has the key `000`."""
    place = source.place(*loc, key=True)
    return Problem(place, "unknown-key", Text(f"大括号里的英文逗号把文字切断了，“{name}”成了键", f"a comma inside braces cut the text in two, and “{name}” became a key"), Text("整段文字加双引号", "put the whole text in double quotes"))


def _missing_key(name: str, source: Source, loc: Path) -> Problem:
    place = source.place(*loc[:-1])._replace(length=1)
    if name in ("zh", "en"):
        language = Text("中文", "Chinese") if name == "zh" else Text("英文", "English")
        return Problem(source.place(*loc[:-1], key=True), "missing-language", Text(f"“{loc[-2] if len(loc) > 1 else ''}”缺{language.zh}", f"“{loc[-2] if len(loc) > 1 else ''}” has no {language.en}"), Text(f"补上 {name}:", f"add {name}:"))
    rule = "missing-feedback" if name == "feedback" else "missing-key"
    return Problem(place, rule, Text(f"缺少“{name}”", f"“{name}” is missing"), Text(f"补上 {name}:", f"add {name}:"))


def _not_in_list(name: str, value: Any, expected: str, source: Source, loc: Path) -> Problem:
    known = [word.strip("' ") for word in expected.replace(" or ", ", ").split(",")]
    near = did_you_mean(str(value), known)
    remedy = Text(f"改为 {near}", f"change it to: {near}") if near else Text(f"可以是：{'、'.join(known)}", f"it may be: {', '.join(known)}")
    return Problem(source.place(*loc), "unknown-value", Text(f"“{name}”不能是 {_shown(value)}", f"“{name}” cannot be {_shown(value)}"), remedy)


def _known_keys(shape: Any, loc: Path) -> list[str]:
    """The keys allowed at `loc` inside `shape`."""
    current = shape
    for step in loc:
        fields = _fields(current)
        if step in fields:
            current = _inner(fields[step].annotation)
    return list(map(str, _fields(current)))


def _fields(shape: Any) -> dict[str | int, Any]:
    """The fields of a shape by the keys that an author writes."""
    known = shape.model_fields if isinstance(shape, type) and issubclass(shape, Shape) else {}
    return {field.alias or name: field for name, field in known.items()}


def _inner(annotation: Any) -> Any:
    """The shape inside `tuple[Shape, ...]`, `Shape | None` and the like."""
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        return annotation
    return next((found for part in getattr(annotation, "__args__", ()) if (found := _inner(part)) is not None), None)
