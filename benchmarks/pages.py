"""What a first visit loads, to a lesson and to a page of each other kind, counted by the server that sends it: gzip bodies, without headers.

Our scripts and styles travel in files together with the theme's; what is ours in them is weighed by itself, compressed as a whole.
"""

import gzip
import os
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from .generate import REAL
from .real_site import Server, site
from .row import Row, Skipped

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LESSON = "1-preparation/1-reasons.html"
KINDS = {
    "case": "cases/three-stages.html",  # the longest
    "exam": "exam.html",
    "review": "review.html",
    "calculators": "calculators.html",
    "workshop": "workshop.html",
    "progress": "progress.html",
    "scripts": "scripts.html",
    "worksheets": "worksheets.html",
    "glossary": "glossary.html",
    "coverage": "coverage.html",
    "blueprint": "blueprint.html",
}
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update"]
QUIET_MS = 1500  # the idle worker and the fetch that it starts come late


def rows(quick: bool, verbose: bool) -> Iterator[Row]:
    """Rows of one lesson in both languages."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise Skipped("playwright is not installed") from None
    server = Server(site())
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for lang, start in (("zh", ""), ("en", "en/")):
            page, outside = browser.new_context().new_page(), list[str]()
            page.on("request", lambda request, found=outside: found.append(request.url) if _is_outside(request.url, server) else None)
            server.sent.clear()
            page.goto(server.address + start + LESSON, wait_until="networkidle")
            page.wait_for_timeout(QUIET_MS)
            first = list(server.sent)
            page.locator(".md-search__input").click()
            page.keyboard.type("30")
            page.wait_for_timeout(QUIET_MS)
            yield from _rows(lang, first, list(server.sent), len(outside))
            yield Row(f"lesson {lang}, of it our scripts and styles", _ours((server.folder / start / LESSON).read_text(encoding="utf-8")), "KB", limit=25)
            for kind, path in KINDS.items():
                yield from _first_visit(browser, server, kind, start + path)
        browser.close()
    server.shutdown()


def _first_visit(browser: "Browser", server: Server, kind: str, path: str) -> Iterator[Row]:
    page, outside = browser.new_context().new_page(), list[str]()
    page.on("request", lambda request: outside.append(request.url) if _is_outside(request.url, server) else None)
    server.sent.clear()
    page.goto(server.address + path, wait_until="networkidle")
    page.wait_for_timeout(QUIET_MS)
    yield Row(f"{kind} ({path}), first visit", _kilobytes(list(server.sent)), "KB", limit=150)
    yield Row(f"{kind} ({path}), outside requests", len(outside), "requests", limit=0)
    page.context.close()


def _is_outside(url: str, server: Server) -> bool:
    return not url.startswith((server.address, "data:", "blob:"))


def _rows(lang: str, first: Sequence[tuple[str, int]], every: Sequence[tuple[str, int]], outside: int) -> Iterator[Row]:
    if not any("search_index" in path for path, _ in every):
        raise RuntimeError("search did not fetch its index: the sizes with it would be wrong")
    yield Row(f"lesson {lang}, first visit before search", _kilobytes(first), "KB", limit=150)
    yield Row(f"lesson {lang}, first visit with search opened", _kilobytes(every), "KB", limit=300)
    yield Row(f"lesson {lang}, of it mkdocs-quiz", _kilobytes([item for item in first if "mkdocs-quiz" in item[0]]), "KB")
    yield Row(f"lesson {lang}, requests before search", len(first), "requests")
    yield Row(f"lesson {lang}, outside requests", outside, "requests", limit=0)


def _ours(html: str) -> float:
    """Our part of what a page names in `data-parts`, and the script that stands in the page itself."""
    names = [name for parts in re.findall(r'data-parts="([^"]*)"', html) for name in parts.split()]
    paths = [REAL / "overrides" / "assets" / folder / f"{name}.{folder}" for folder in ("css", "js") for name in ["course-early", *names]]
    whole = {folder: b"".join(path.read_bytes() for path in paths if path.suffix == f".{folder}" and path.is_file()) for folder in ("css", "js")}
    return sum(len(gzip.compress(text, 9)) for text in whole.values()) / 1000


def _kilobytes(sent: Sequence[tuple[str, int]]) -> float:
    return sum(size for _, size in sent) / 1000
