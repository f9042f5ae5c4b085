"""Serves the site on this machine for its author: checks, builds, rebuilds on change, and reloads the open page.

Only for authors; a learner's site is a folder of files on any web server.
"""

import html
import http.server
import shutil
import signal
import sys
import tempfile
import threading
import time
from functools import partial
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from .build import BuildFailed, CheckFailed, build
from .deploy import policy
from .progress import bar

WATCHED = ("docs", "quizzes", "case_studies", "overrides", "mkdocs.yml", "mkdocs.en.yml", "src")
QUIET = 0.4  # seconds without a change before a rebuild
RELOAD = b"""(function ask(have) {
  fetch("/__version?have=" + have).then((answer) => answer.text()).then((now) => {
    if (have && now !== have) location.reload();
    else ask(now);
  }, () => setTimeout(() => ask(have), 1000));
})("");
"""


STALE = '<p class="course-stale" role="alert">有错误，这是上一版；错误列在运行 serve 的窗口里。 · There are errors; this is the last good version. See the window where serve runs.</p>'.encode()


class Workshop(FileSystemEventHandler):
    """The newest good build, its number, and the last report when the course could not be built."""

    def __init__(self, root: Path, folder: Path, edition: str) -> None:
        self.root, self.folder, self.edition = root, folder, edition
        self.site: Path | None = None
        self.policy = ""
        self.report = ""
        self.version = 0
        self.changed = threading.Event()
        self.news = threading.Condition()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in ("created", "modified", "moved", "deleted") and "__pycache__" not in str(event.src_path):
            self.changed.set()

    def rebuild(self) -> None:
        """Builds beside the last site; on failure that one stays."""
        target = self.folder / f"site-{self.version + 1}"
        started = time.monotonic()
        try:
            with bar("检查并生成 · checking and building", self.root) as tick:
                build(self.root, target, self.edition, tick)
        except (CheckFailed, BuildFailed, OSError) as error:
            self.report = str(error)
            _say(f"{error}\n有错误，网页还是上一版；改好保存后自动重建。\nThere are errors; the pages stay as they were. Mend and save: it rebuilds by itself.")
        else:
            old, self.site = self.site, target
            self.report, self.policy = "", policy(target)
            if old:
                shutil.rmtree(old, ignore_errors=True)
            _say(f"生成好了，用了 {time.monotonic() - started:.1f} 秒 · built in {time.monotonic() - started:.1f} s")
        with self.news:
            self.version += 1
            self.news.notify_all()

    def wait_for_news(self, have: str) -> str:
        with self.news:
            self.news.wait_for(lambda: str(self.version) != have, timeout=25)
            return str(self.version)


class Handler(http.server.SimpleHTTPRequestHandler):
    """Files of the newest build, with the policy they will have in production; pages also get the reload script."""

    def __init__(self, *args: object, workshop: Workshop, **kwargs: object) -> None:
        self.workshop = workshop
        super().__init__(*args, directory=str(workshop.site or workshop.folder), **kwargs)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = self.path.split("?")[0]
        if path == "/__version":
            self._send(self.workshop.wait_for_news(self.path.partition("have=")[2]).encode(), "text/plain")
        elif path == "/__reload.js":
            self._send(RELOAD, "text/javascript")
        elif self.workshop.site is None:
            self._send(_report_page(self.workshop.report), "text/html; charset=utf-8", 503)
        else:
            self._page(path)

    def _page(self, path: str) -> None:
        file = Path(self.translate_path(path + "index.html" if path.endswith("/") else path))
        found = file.is_file()
        if not found:
            file = Path(self.directory) / "404.html"
        if file.suffix != ".html" or not file.is_file():
            super().do_GET()
            return
        note = STALE if self.workshop.report else b""
        page = file.read_bytes().replace(b"</body>", note + b'<script src="/__reload.js" defer></script></body>')
        self._send(page, "text/html; charset=utf-8", 200 if found else 404)

    def _send(self, body: bytes, kind: str, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        if self.workshop.policy:
            self.send_header("Content-Security-Policy", self.workshop.policy)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        return


def _report_page(report: str) -> bytes:
    return f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>check</title><pre>{html.escape(report)}</pre><script src="/__reload.js"></script></html>'.encode()


def serve(root: Path, port: int, edition: str) -> int:
    """Serves until interrupted. Takes the next free port when `port` is taken."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a closed window ends like Ctrl+C, and leaves nothing behind
    with tempfile.TemporaryDirectory(prefix="coursepack-") as folder:
        workshop = Workshop(root, Path(folder), edition)
        server = _server(workshop, port)
        if server is None:
            _say(f"端口 {port} 到 {port + 9} 都被占用 · ports {port} to {port + 9} are all taken; try --port")
            return 1
        workshop.rebuild()
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_address[1]}/"
        _say(f"中文 {address}   English {address}en/index.html\n改文件会自动重建；按 Ctrl+C 结束。 · Rebuilds when a file changes; Ctrl+C ends it.")
        observer = Observer()
        for name in WATCHED:
            if (root / name).exists():
                observer.schedule(workshop, str(root / name), recursive=True)
        observer.start()
        try:
            _rebuild_on_change(workshop)
        except KeyboardInterrupt:
            _say("\n结束 · stopped")
        finally:
            observer.stop()
            server.shutdown()
    return 0


def _rebuild_on_change(workshop: Workshop) -> None:
    while True:
        workshop.changed.wait()
        while workshop.changed.is_set():
            workshop.changed.clear()
            time.sleep(QUIET)
        workshop.rebuild()


def _server(workshop: Workshop, port: int) -> http.server.ThreadingHTTPServer | None:
    for candidate in range(port, port + 10):
        try:
            server = http.server.ThreadingHTTPServer(("127.0.0.1", candidate), partial(Handler, workshop=workshop))
        except (OSError, OverflowError):
            continue
        server.daemon_threads = True
        return server
    return None


def _say(text: str) -> None:
    print(text, file=sys.stdout, flush=True)
