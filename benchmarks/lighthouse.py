"""Lighthouse with its mobile throttling on a page of each kind in both languages, behind the server that sends .gz files."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from typing import Any

from .generate import REAL
from .pages import CHROMIUM, KINDS, LESSON
from .real_site import Server, site
from .row import Row, Skipped

PROGRAM = REAL / "node_modules" / "lighthouse" / "cli" / "index.js"
PAGES = {"front page": "index.html", "lesson": LESSON, **KINDS}
SCORES = {"performance": 98, "accessibility": 100, "best-practices": 100}
FLAGS = "--headless=new --no-sandbox --disable-gpu"

TRIES = 3  # it loses its browser now and then
RUNS = 3  # the middle one counts: its figures scatter


def rows(quick: bool, verbose: bool) -> Iterator[Row]:
    """Rows of each page; with `verbose` also the audits that cost points."""
    if not shutil.which("node"):
        raise Skipped("node is not installed")
    if not PROGRAM.is_file():
        raise Skipped("node_modules/lighthouse is missing: npm ci")
    server = Server(site())
    for lang, start in (("zh", ""), ("en", "en/")):
        for name, path in PAGES.items():
            reports = sorted((_report(server.address + start + path) for _ in range(RUNS)), key=_performance)
            yield from _rows(f"Lighthouse {lang} {name}", reports[RUNS // 2], verbose)
    server.shutdown()


def _performance(report: dict[str, Any]) -> float:
    return report["categories"]["performance"]["score"]


def _report(url: str) -> dict[str, Any]:
    arguments = ["node", str(PROGRAM), url, "--output=json", "--quiet", f"--only-categories={','.join(SCORES)}", f"--chrome-flags={FLAGS}"]
    for _ in range(TRIES):
        done = subprocess.run(arguments, env={**os.environ, "CHROME_PATH": CHROMIUM}, capture_output=True, text=True, check=False)
        if not done.returncode:
            return json.loads(done.stdout)
    raise Skipped(f"Lighthouse failed {TRIES} times on {url}: {done.stderr[-300:]}")


def _rows(title: str, report: dict[str, Any], verbose: bool) -> Iterator[Row]:
    for category, least in SCORES.items():
        yield Row(f"{title}, {category}", round(report["categories"][category]["score"] * 100), "", limit=least, floor=True)
    yield Row(f"{title}, LCP", report["audits"]["largest-contentful-paint"]["numericValue"] / 1000, "s", limit=1.5)
    yield Row(f"{title}, TBT", report["audits"]["total-blocking-time"]["numericValue"], "ms", limit=50)
    if verbose:
        for category in SCORES:
            for audit in report["categories"][category]["auditRefs"]:
                found = report["audits"][audit["id"]]
                if audit["weight"] and found["score"] is not None and found["score"] < 0.9:
                    yield Row(f"  costs points: {found['title']}", round(found["score"] * 100), "")
