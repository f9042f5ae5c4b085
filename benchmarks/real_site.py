"""The real course, built once, behind a server that sends the ready .gz files and counts what it sends."""

import atexit
import functools
import http.server
import tempfile
import threading
from collections.abc import Callable
from functools import cache
from pathlib import Path

from coursepack.build import build

from .generate import REAL


@cache
def site() -> Path:
    """The folder of the built site; removed when Python ends."""
    folder = tempfile.TemporaryDirectory()
    atexit.register(folder.cleanup)
    build(REAL, Path(folder.name, "site"))
    return Path(folder.name, "site")


class Server(http.server.ThreadingHTTPServer):
    """Serves `folder` on a free port; `sent` lists (path, bytes of the body) of each answer."""

    def __init__(self, folder: Path) -> None:
        handler: Callable[..., http.server.BaseHTTPRequestHandler] = functools.partial(_Handler, directory=str(folder))
        super().__init__(("127.0.0.1", 0), handler)  # type: ignore[arg-type]
        self.folder, self.sent = folder, list[tuple[str, int]]()
        self.policy = _headers(folder)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"


def _headers(folder: Path) -> list[tuple[str, str]]:
    """The headers that the site asks its host to send."""
    lines = (folder / "_headers").read_text(encoding="utf-8").splitlines()[1:]
    return [(name.strip(), value.strip()) for name, _, value in (line.partition(":") for line in lines)]


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        packed = path.with_name(path.name + ".gz")
        if not path.is_file():
            self.send_error(404)
            return
        zipped = packed.is_file() and "gzip" in self.headers.get("Accept-Encoding", "")
        body = (packed if zipped else path).read_bytes()
        self.server.sent.append((path.relative_to(self.server.folder).as_posix(), len(body)))
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        for name, value in [*self.server.policy, *([("Content-Encoding", "gzip")] if zipped else [])]:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass
