"""The built site as files: whatever a page names exists, ids are unique, and pages follow each other in the course's order."""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from small_course import ROOT, Element, built_pages, elements

from coursepack.course import order_of

ADDRESSES = ("href", "src", "action", "poster", "data", "srcset")
REFERENCES = ("popovertarget", "for", "aria-labelledby", "aria-describedby", "aria-controls")
OUTSIDE = {"a": ("http", "https", "mailto")}  # only a link may lead outside, and nothing else is fetched
STYLE_ADDRESS = re.compile(r"url\(\s*['\"]?(?!data:|#)([^'\")]+)")


@pytest.fixture(scope="module")
def pages(built: Path) -> dict[Path, list[Element]]:
    return {page: elements(page) for page in built_pages(built)}


def ids(found: list[Element]) -> list[str]:
    return [element.attributes["id"] for element in found if element.get("id")]


def target(site: Path, page: Path, path: str) -> Path:
    """The file at an address that stands in `page`; a 404 page is served at any depth, so its own addresses start at the root."""
    path = unquote(path)
    start = site if path.startswith("/") else page.parent
    file = Path(start, path.lstrip("/")).resolve() if path else page
    return file / "index.html" if file.is_dir() else file


def faults_of(site: Path, page: Path, element: Element, address: str, known: dict[Path, set[str]]) -> str:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return "" if parts.scheme in OUTSIDE.get(element.name, ()) else "leads outside"
    if page.name == "404.html" and parts.path and not parts.path.startswith("/"):
        return "is relative, in a page that is served at any depth"
    file = target(site, page, parts.path)
    if not file.is_file() or not file.is_relative_to(site):
        return "does not exist"
    if parts.fragment and file.suffix == ".html" and unquote(parts.fragment) not in known[file]:
        return "has no such place"
    return ""


def test_every_address_exists(built: Path, pages) -> None:
    known = {page: set(ids(found)) for page, found in pages.items()}
    faults = [
        f"{page.relative_to(built)}: {name}={element.attributes[name]!r} {fault}"
        for page, found in pages.items()
        for element in found
        for name in ADDRESSES
        if name in element.attributes
        and (fault := faults_of(built, page, element, element.attributes[name], known))
    ]
    assert not faults, "\n".join(faults)


def test_every_address_in_a_style_sheet_exists(built: Path) -> None:
    faults = [
        f"{sheet.relative_to(built)}: {address}"
        for sheet in built.rglob("*.css")
        for address in STYLE_ADDRESS.findall(sheet.read_text(encoding="utf-8"))
        if not (sheet.parent / address).is_file()
    ]
    assert not faults


def test_ids_are_unique_and_references_to_them_hold(built: Path, pages) -> None:
    faults = []
    for page, found in pages.items():
        names = ids(found)
        faults += [f"{page.relative_to(built)}: {name} twice" for name in set(names) if names.count(name) > 1]
        faults += [
            f"{page.relative_to(built)}: {reference}={word}"
            for element in found
            for reference in REFERENCES
            for word in element.attributes.get(reference, "").split()
            if word not in names
        ]
    assert not faults, "\n".join(faults)


def test_nothing_in_a_page_runs_by_itself(built: Path, pages) -> None:
    faults = [
        f"{page.relative_to(built)}: <{element.name} {name}={value[:60]!r}>"
        for page, found in pages.items()
        for element in found
        for name, value in element.attributes.items()
        if name.startswith("on") or name == "style" or value.lower().lstrip().startswith("javascript:")
    ]
    assert not faults, "\n".join(faults)


def site_of(built: Path, lang: str) -> Path:
    return built if lang == "zh" else built / "en"


def learner_pages(lang: str) -> list[str]:
    """The keys of the pages that learners get, in the order of the course."""
    docs = ROOT / "docs" / lang
    keys = (path.relative_to(docs).with_suffix("").as_posix() for path in docs.rglob("*.md"))
    return sorted((key for key in keys if "instructor" not in key.split("/")[:-1]), key=order_of)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_page_is_there_and_no_instructor_page_is(built: Path, lang: str) -> None:
    site = site_of(built, lang)
    mine = {page for page in built_pages(site) if lang == "en" or site / "en" not in page.parents}
    expected = {site / f"{key}.html" for key in learner_pages(lang)}
    assert mine == expected | {site / "404.html"}


@pytest.mark.parametrize("direction", ["prev", "next"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_pages_follow_the_order_of_the_course(built: Path, pages, lang: str, direction: str) -> None:
    site, keys = site_of(built, lang), learner_pages(lang)
    if direction == "prev":
        keys.reverse()
    faults = []
    for key, expected in zip(keys, [*keys[1:], None], strict=True):
        page = site / f"{key}.html"
        links = [element for element in pages[page] if element.name == "link" and element.get("rel") == direction]
        found = [target(site, page, link.attributes["href"]).relative_to(site).with_suffix("").as_posix() for link in links]
        if found != [expected] * bool(expected):
            faults.append(f"{direction} of {key}: {found}, not {expected}")
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_language_switch_leads_to_the_same_page(built: Path, pages, lang: str) -> None:
    site, other = site_of(built, lang), site_of(built, "en" if lang == "zh" else "zh")
    switches = {}
    for key in learner_pages(lang):
        page = site / f"{key}.html"
        switches[key] = [
            target(built, page, element.attributes["href"])
            for element in pages[page]
            if element.has_class("course-switch")
        ]
    assert switches == {key: [other / f"{key}.html"] for key in switches}


def test_a_term_is_marked_once_a_page(built: Path, pages) -> None:
    faults = []
    for page, found in pages.items():
        marked = [element.attributes["popovertarget"] for element in found if element.has_class("term")]
        faults += [f"{page.relative_to(built)}: {term}" for term in set(marked) if marked.count(term) > 1]
    assert not faults
    assert any(element.has_class("term") for found in pages.values() for element in found)
