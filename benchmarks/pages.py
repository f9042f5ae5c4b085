"""What a first visit loads, to a lesson and to a page of each other kind, counted by the server that sends it: gzip bodies, without headers."""

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from .generate import REAL
from .real_site import Server, site
from .row import Row, Skipped

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LESSON = "1-preparation/1-reasons.html"
KINDS = {
    "case": "cases/instalments-electromechanical.html",
    "exam": "exam.html",
    "review": "review.html",
    "calculators": "calculators.html",
    "workshop": "workshop.html",
    "progress": "progress.html",
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
    yield Row(f"lesson {lang}, of it our scripts and styles", _kilobytes([item for item in first if _is_ours(item[0])]), "KB", limit=25)
    yield Row(f"lesson {lang}, of it mkdocs-quiz", _kilobytes([item for item in first if "mkdocs-quiz" in item[0]]), "KB")
    yield Row(f"lesson {lang}, requests before search", len(first), "requests")
    yield Row(f"lesson {lang}, outside requests", outside, "requests", limit=0)


def _is_ours(path: str) -> bool:
    path = path.removeprefix("en/")
    return path.endswith((".js", ".css")) and "/vendor/" not in path and (REAL / "overrides" / path).is_file()


def _kilobytes(sent: Sequence[tuple[str, int]]) -> float:
    return sum(size for _, size in sent) / 1000
