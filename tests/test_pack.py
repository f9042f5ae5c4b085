"""What a built page waits for: one stylesheet that has lost nothing the page shows, and its scripts in the right order."""

import re
from pathlib import Path

import pytest
import tinycss2  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st
from small_course import build_course, copy_minimal, elements

from coursepack.pack import MADE_BY_THEME, used_rules
from coursepack.render.page import searchable
from coursepack.search_index import LEFT_OUT, OPENING, TAG, shortened

CASES = sorted(path for path in (Path(__file__).parent / "pack").glob("*.css") if ".expected" not in path.name)
CLASS = re.compile(r"\.([A-Za-z_][\w-]*)")
SEPARATOR = re.compile(r"[\s\u200b，。,.!?()/]+")


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_rules_kept(case: Path) -> None:
    css = case.read_text(encoding="utf-8")
    words = frozenset(re.match(r"/\* words: (.*?) \*/", css)[1].split())  # type: ignore[index]
    assert used_rules(css, words) == case.with_suffix(".expected.css").read_text(encoding="utf-8").strip()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pack")
    return build_course(copy_minimal(folder / "course"), folder / "site")


def pages(site: Path) -> list[Path]:
    return [page for page in sorted(site.rglob("*.html")) if page.name != "404.html"]


def test_a_page_waits_for_one_stylesheet_and_no_script(site: Path) -> None:
    for page in pages(site):
        found = elements(page)
        sheets = [one for one in found if one.name == "link" and one.get("rel") == "stylesheet"]
        assert len(sheets) == 1 and (page.parent / (sheets[0].get("href") or "")).is_file()
        assert not [one for one in found if one.name == "script" and one.get("src")]


def test_scripts_come_in_the_order_in_which_they_need_each_other(site: Path) -> None:
    lists = {page: next(one for one in elements(page) if one.get("name") == "course-scripts") for page in pages(site)}
    for page, found in lists.items():
        names = (found.get("content") or "").split()
        assert all((page.parent / name).is_file() for name in names)
        assert re.search(r"/bundle\.\w+\.min\.js$", names[0]) and re.search(r"/site-\w+\.js$", names[1])
    lesson = lists[site / "1-basics" / "1-first.html"]
    assert (lesson.get("content") or "").endswith("mkdocs-quiz.js")
    assert (lesson.get("data-parts") or "").startswith("course-record-format course-record ")


def plain_selectors(sheet: Path) -> list[str]:
    """Those outside media queries, without brackets and not for right-to-left text."""
    rules = tinycss2.parse_stylesheet(sheet.read_text(encoding="utf-8"), skip_comments=True, skip_whitespace=True)
    preludes = [tinycss2.serialize(rule.prelude) for rule in rules if rule.type == "qualified-rule"]
    return [one for prelude in preludes if "(" not in prelude for one in prelude.split(",") if "dir=rtl" not in one]


def test_no_class_on_a_page_has_lost_its_rules(site: Path) -> None:
    """Held against the theme's own stylesheets, which 404.html still uses."""
    selectors = [one for path in (site / "assets" / "stylesheets").glob("*.css") for one in plain_selectors(path)]
    for page in pages(site):
        sheet = next(one for one in elements(page) if one.get("rel") == "stylesheet")
        packed = (page.parent / (sheet.get("href") or "")).read_text(encoding="utf-8")
        classes = {name for one in elements(page) for name in (one.get("class") or "").split()}
        assert [one for one in selectors if classes.issuperset(CLASS.findall(one)) and one not in packed] == []


def test_search_keeps_its_looks(site: Path) -> None:
    """Its results are made by the theme's script, so their classes stand on no page."""
    made = {name for path in site.glob("assets/javascripts/bundle*.js") for name in re.findall(r"md-search-result__[\w-]+", path.read_text(encoding="utf-8"))}
    packed = next(site.glob("assets/css/site-*.css")).read_text(encoding="utf-8")
    assert made and all(MADE_BY_THEME.match(name) for name in made)
    assert any(f".{name}" in packed for name in made)


def test_results_show_the_opening_and_not_the_list_of_words() -> None:
    text = "<p>" + " ".join(f"word{number}" for number in range(60)) + "</p>"
    shown, hidden = re.fullmatch(r"<p>(.*)<span hidden> (.*)</span>…</p>", shortened({"location": "", "title": "", "text": text}, SEPARATOR)["text"]).groups()  # type: ignore[union-attr]
    assert len(shown) <= OPENING and text.startswith(f"<p>{shown} ")
    assert sorted([*shown.split(), *hidden.split()]) == sorted(TAG.sub("", text).split())


def test_cells_of_a_table_are_words_of_their_own() -> None:
    assert searchable("<td>the minutes</td><td>We said</td>") == "<td>the minutes </td><td>We said </td>"


@pytest.mark.parametrize(("location", "left_out"), [("a.html#sources", True), ("a.html#sources-of-law", False), ("coverage.html", True), ("1-a/2-coverage.html", False)])
def test_what_search_leaves_out(location: str, left_out: bool) -> None:
    assert bool(LEFT_OUT.match(location)) == left_out


MARKUP = len("<p><span hidden> </span>…</p>")
WORDS = st.lists(st.text("时效公章付款abcXYZ", min_size=2, max_size=6), max_size=80)


@given(WORDS, WORDS)
def test_every_word_is_still_found(title: list[str], text: list[str]) -> None:
    entry = {"location": "a.html", "title": "\u200b".join(title), "text": "<p>" + "，\u200b".join(text) + "</p>"}
    short = shortened(entry, SEPARATOR)
    found = {word.lower() for word in SEPARATOR.split(f"{short['title']} {TAG.sub(' ', short['text'])}")}
    assert {word.lower() for word in (*title, *text)} <= found
    assert len(short["text"]) <= len(entry["text"]) + MARKUP


@given(st.text(max_size=400))
def test_any_text_is_shortened(text: str) -> None:
    short = shortened({"location": "a.html", "title": "", "text": text}, SEPARATOR)
    assert len(short["text"]) <= max(OPENING, len(text)) + MARKUP
