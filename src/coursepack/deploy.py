"""What a built site needs to be hosted well: a strict Content-Security-Policy in ready files, and a .gz beside every text file."""

import base64
import gzip
import hashlib
import os
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)
TEXT_ENDINGS = frozenset([".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".map"])
MIN_BYTES = 256
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


def inline_scripts(html: str) -> list[str]:
    """Code of the scripts that stand in the page itself; data blocks are not scripts."""
    return [
        match["code"]
        for match in SCRIPT.finditer(html)
        if "src=" not in match["attributes"] and "application/json" not in match["attributes"] and match["code"].strip()
    ]


def policy(site: Path) -> str:
    """The Content-Security-Policy that every page of `site` passes: own files, and the hashes of the theme's inline scripts.

    Only a script that stands in every page is the theme's; one that slipped into a single page is not allowed to run.
    """
    pages = [set(inline_scripts(page.read_text(encoding="utf-8"))) for page in site.rglob("*.html")]
    codes = set.intersection(*pages) if pages else set()
    hashes = sorted(base64.b64encode(hashlib.sha256(code.encode()).digest()).decode() for code in codes)
    scripts = " ".join(["'self'", *(f"'sha256-{value}'" for value in hashes)])
    return (
        f"default-src 'self'; script-src {scripts}; style-src 'self'; img-src 'self' data:; object-src 'none'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
    )


def write_policy(site: Path) -> None:
    """`_headers` (static hosts) and `nginx-headers.conf` (to include in a server block) beside the pages."""
    headers = {"Content-Security-Policy": policy(site)} | HEADERS
    lines = ["/*", *(f"  {name}: {value}" for name, value in headers.items())]
    (site / "_headers").write_text("\n".join(lines) + "\n", encoding="utf-8")
    nginx = ["# include in the server block that serves this folder; after an update: nginx -s reload"]
    nginx += ["gzip_static on;", "charset utf-8;", "error_page 404 /404.html;"]
    nginx += [f'add_header {name} "{value}" always;' for name, value in headers.items()]
    (site / "nginx-headers.conf").write_text("\n".join(nginx) + "\n", encoding="utf-8")


def compress(site: Path) -> None:
    """A .gz beside every text file that gains by it; the same input gives the same bytes."""
    texts = [path for path in site.rglob("*") if path.suffix in TEXT_ENDINGS and path.stat().st_size >= MIN_BYTES]
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # zlib works outside Python's lock
        list(pool.map(_compress, texts))


def _compress(path: Path) -> None:
    path.with_name(path.name + ".gz").write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))
