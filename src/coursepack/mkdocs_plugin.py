"""Adapter to MkDocs and the only import of it: hands pages to `render`, never does course work itself."""

import os
import sys
from importlib.resources import files as package_files
from pathlib import Path

from markupsafe import escape
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Section
from mkdocs.utils import nest_paths

from . import build
from .course import order_of
from .pack import pack
from .render.bank import bank_files
from .render.html import ui_text
from .render.page import finish, markdown, searchable
from .render.quiz import spare_work
from .render.site import Site
from .render.tables import TableExtension
from .render.terms import TermExtension, teach_segmenter

QUIZ_SCRIPT = "assets/js/mkdocs-quiz.js"


class CourseConfig(Config):
    language = config_options.Choice(("zh", "en"))


class CoursePlugin(BasePlugin[CourseConfig]):
    """One language of the course; on plain `mkdocs build` the other language too, in a second process."""

    def on_config(self, config):
        self.root = Path(config.config_file_path).parent
        try:
            self.site = Site(build.checked_course(self.root), self.config.language)
        except build.CheckFailed as error:
            raise PluginError(str(error)) from None
        self.edition = os.environ.get(build.EDITION, "learner")
        self.renderings, self.terms = {}, TermExtension()
        config.markdown_extensions += [self.terms, TableExtension()]
        spare_work(config.plugins.get("mkdocs_quiz"))
        if self.site.lang == "zh":
            teach_segmenter(self.site.course.terms)
        elif search := config.plugins.get("material/search"):
            sys.modules[type(search).__module__].jieba = None  # no running Chinese here: spares loading its dictionary
        return config

    def on_pre_build(self, *, config):
        self.other = None
        if self.config.language == "zh" and build.PART not in os.environ and (self.root / build.CONFIGS["en"]).is_file():
            out = Path(config.site_dir).with_name(Path(config.site_dir).name + ".en")
            self.other = build.start(self.root, "en", out, edition=self.edition), out

    def on_files(self, files, *, config):
        kept = [f for f in files if self.edition == "instructor" or "/instructor/" not in f.src_uri]
        pages = sorted((f for f in kept if f.is_documentation_page()), key=lambda f: order_of(f.src_uri[: -len(".md")]))
        config.nav = config.nav or nest_paths(f.src_uri for f in pages if f.inclusion.is_in_nav())  # MkDocs would sort by name
        script = package_files("mkdocs_quiz") / "js" / "quiz.js"
        made = [File.generated(config, QUIZ_SCRIPT, abs_src_path=str(script))]
        made += [File.generated(config, path, content=text) for path, text in bank_files(self.site).items()]
        return Files([*pages, *(f for f in kept if not f.is_documentation_page()), *made])

    def on_nav(self, nav, *, config, files):
        for section in (item for item in nav if isinstance(item, Section)):
            first = section.children[0]
            if getattr(first, "file", None):
                section.title = escape(self.site.title(first.file.src_uri.split("/")[0]))
        return nav

    @event_priority(50)
    def on_page_markdown(self, text, *, page, config, files):
        source = self.site.course.pages[self.site.lang][page.file.src_uri[: -len(".md")]]
        text, self.renderings[page.file.src_uri] = markdown(source, self.site)
        if self.renderings[page.file.src_uri].checks:
            page.meta["quiz"] = {"enabled": True}
        # the theme writes these into pages as they are
        page.meta |= {key: escape(page.meta[key]) for key in ("title", "description") if page.meta.get(key)}
        if source.lesson:
            page.meta["status"] = source.lesson.id
        self.terms.expect(self.site.terms)
        return text

    @event_priority(-50)
    def on_page_content(self, html, *, page, config, files):
        self._tick()
        return finish(html, self.renderings[page.file.src_uri], self.terms.used)

    @event_priority(100)
    def _before_search(self, context, *, page, config, nav):
        context["course"] = self.renderings.pop(page.file.src_uri).context()
        self.whole = page.content
        page.content = searchable(page.content)
        return context

    @event_priority(-100)
    def _after_search(self, context, *, page, config, nav):
        page.content = self.whole
        return context

    on_page_context = CombinedEvent(_before_search, _after_search)

    def on_env(self, env, *, config, files):
        env.globals |= {"say": {key: words[self.site.lang] for key, words in ui_text().items()}, "has_review": "review" in self.site.course.pages[self.site.lang]}
        return env

    def on_post_page(self, output, *, page, config):
        self._tick()
        return output

    @event_priority(-200)
    def on_post_build(self, *, config):
        pack(Path(config.site_dir))
        if self.other:
            run, out = self.other
            if run.process.wait():
                raise PluginError(f"[en] {run.output()}")
            out.rename(Path(config.site_dir) / build.PLACES["en"])
            run.log.unlink()

    def _tick(self):
        if path := os.environ.get(build.PROGRESS):
            with open(path, "ab") as file:
                file.write(b".")
