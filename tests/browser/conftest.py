"""Serves the hand-written pages with the real scripts to a real Chromium, under the policy meant for the site.

A page that throws, or that asks for anything from elsewhere, fails its test.
"""

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from importlib import resources
from pathlib import Path

import pytest
from exam_pages import Sitting, build_exam_course
from played import open_play
from small_course import build_course, copy_minimal

HERE = Path(__file__).parent
SCRIPTS = HERE.parents[1] / "overrides" / "assets" / "js"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = (
    "--no-sandbox --disable-gpu --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
)
POLICY = "default-src 'self'; script-src 'self'; style-src 'self'"


class Handler(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *request, policy, **options):
        self.policy = policy
        super().__init__(*request, **options)

    def end_headers(self):
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_):
        pass


def serve(folder: Path, policy: str | None = POLICY):
    """A server of the folder on a free port, in a thread of its own; `.address` is its URL."""
    handler = functools.partial(Handler, directory=folder, policy=policy)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    server.address = f"http://127.0.0.1:{server.server_port}"
    return server


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """pages/, js/ (ours) and js/quiz.js (mkdocs-quiz's own, unmodified), as files."""
    folder = tmp_path_factory.mktemp("elements")
    shutil.copytree(HERE / "pages", folder / "pages")
    shutil.copytree(SCRIPTS, folder / "js")
    quiz = resources.files("mkdocs_quiz") / "js" / "quiz.js"
    (folder / "js" / "quiz.js").write_bytes(quiz.read_bytes())
    return folder


@pytest.fixture(scope="session")
def site(folder):
    server = serve(folder)
    yield f"{server.address}/pages"
    server.shutdown()


@pytest.fixture(scope="session")
def searchable(tmp_path_factory):
    """pages/search/ built with Material; from file:// its search worker is a dummy, only the index's request counts."""
    source = tmp_path_factory.mktemp("search") / "source"
    shutil.copytree(HERE / "pages" / "search", source)
    shutil.copy(SCRIPTS / "course-early.js", source / "docs")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=source, check=True)
    return source / "site"


@pytest.fixture(scope="session")
def search_site(searchable):
    server = serve(searchable, policy=None)
    yield server.address
    server.shutdown()


def missing(reason: str):
    if os.environ.get("REQUIRE_BROWSER") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser():
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("the Python package playwright is not installed")
    if not Path(CHROMIUM).exists():
        missing(f"no Chromium at {CHROMIUM}; set CHROMIUM to its path")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS.split())
        yield browser
        browser.close()


def patient(page):
    """The page, whose ways of going somewhere end when the scripts that a built page fetches after its painting have run."""

    def waiting(go):
        @functools.wraps(go)
        def gone(*arguments, **options):
            response = go(*arguments, **options)
            page.wait_for_selector("html:not([data-scripts-to-come])", state="attached")  # a function would need 'unsafe-eval'
            return response

        return gone

    for name in ("goto", "reload", "go_back", "go_forward", "wait_for_load_state", "wait_for_url"):
        setattr(page, name, waiting(getattr(page, name)))
    return page


@pytest.fixture
def new_page(browser):
    """Opens pages, each in a browser profile of its own unless one is handed in."""
    contexts, faults = [], []

    def outside(request):
        if not request.url.startswith(("http://127.0.0.1:", "file:", "blob:", "data:")):
            faults.append(f"outside request: {request.url}")

    def watch(page):
        page.on("pageerror", lambda error: faults.append(f"exception: {error}"))
        page.on("request", outside)

    def open_page(context=None, **options):
        if context is None:
            context = browser.new_context(**options)
            context.set_default_timeout(5000)
            context.on("page", watch)
            contexts.append(context)
        return patient(context.new_page())

    yield open_page
    for context in contexts:
        context.close()
    assert not faults


@pytest.fixture
def page(new_page):
    return new_page()


# The built course (`built` is in tests/conftest.py), under the headers that the build wrote for it


class SiteHandler(Handler):
    """A static host: the headers of `_headers` on every answer, 404.html for what is not there."""

    def __init__(self, *request, headers, **options):
        self.added = headers
        super().__init__(*request, policy=None, **options)

    def end_headers(self):
        for name, value in self.added:
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code, message=None, explain=None):
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.read_bytes())


def serve_site(site: Path):
    """A server of a built site as its host should be; `.address` is its URL."""
    lines = (site / "_headers").read_text(encoding="utf-8").splitlines()
    headers = [line.strip().split(": ", 1) for line in lines if line.startswith(" ")]
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(SiteHandler, directory=site, headers=headers)
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    server.address = f"http://127.0.0.1:{server.server_port}"
    return server


@pytest.fixture(scope="session")
def course(built):
    """The address of the built course."""
    server = serve_site(built)
    yield server.address
    server.shutdown()


@pytest.fixture(scope="session")
def small(tmp_path_factory):
    """The address of the small course, built as the real one is."""
    folder = tmp_path_factory.mktemp("small")
    server = serve_site(build_course(copy_minimal(folder / "course"), folder / "site"))
    yield server.address
    server.shutdown()


@pytest.fixture
def faults():
    """What a browser found wrong with a page; whatever is left here at its end fails the test."""
    faults = []
    yield faults
    assert not faults, "\n".join(faults)


@pytest.fixture
def open_page(new_page, faults):
    """As `new_page`, but complaints in the console (the policy's too), dialogs and failed requests fail the test as well."""

    def console(message):
        if message.type == "error":
            faults.append(f"console: {message.text}")

    def answered(response):
        if response.status >= 400:
            faults.append(f"{response.status}: {response.url}")

    def failed(request):
        if request.failure != "net::ERR_ABORTED":  # the page was left before it came
            faults.append(f"failed request: {request.url} {request.failure}")

    def dialog(box):
        faults.append(f"dialog: {box.message}")
        box.dismiss()

    def open_page(context=None, **options):
        page = new_page(context, **options)
        page.set_default_timeout(20000)  # pages of the whole course on a busy machine
        for event, listener in {"console": console, "response": answered, "requestfailed": failed, "dialog": dialog}.items():
            page.on(event, listener)
        return page

    return open_page


@pytest.fixture
def begun(open_page, small):
    """The first case of the small course, its role play begun."""
    play = open_play(open_page(reduced_motion="reduce"), small, "first-case")
    play.press("start")
    return play


@pytest.fixture(scope="session")
def axe() -> str:
    """The code of axe-core, to be evaluated in a page."""
    path = HERE.parents[1] / "node_modules" / "axe-core" / "axe.min.js"
    return path.read_text(encoding="utf-8") if path.is_file() else missing(f"no {path}; npm ci brings it")


# A small course with an exam


@pytest.fixture(scope="session")
def exam_folder(tmp_path_factory):
    return build_exam_course(tmp_path_factory.mktemp("exam"))


@pytest.fixture(scope="session")
def exam_site(exam_folder):
    server = serve_site(exam_folder)
    yield server.address
    server.shutdown()


@pytest.fixture
def sit(open_page, exam_site):
    """The exam in a browser profile of its own, or in another window of one that is handed in."""

    def sit(context=None, lang="zh", **options):
        return Sitting(open_page(context, **options), exam_site, lang).open()

    return sit
