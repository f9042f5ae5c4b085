"""What a page waits for before it can be read: one stylesheet and no script.

The stylesheets of a page become one, of the theme's only the rules for what the site has; `data-parts` lists what is in it.
The course's own scripts become one too; it, the theme's and mkdocs-quiz's are named in a `meta`, and course-early.js loads
them when the page has been painted. A page whose addresses start at the root (404.html) stays as it is.
"""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from posixpath import normpath, relpath
from typing import Any

import tinycss2  # type: ignore[import-untyped]

from .search_index import shorten_index

STYLE = re.compile(r'<link rel="stylesheet" href="((?!/)[^"]+\.css)">')
SCRIPT = re.compile(r'<script src="((?!/)[^"]+\.js)"(?: defer)?></script>\s*')
OWN = re.compile(r"course-[a-z-]+\.js$")
BUNDLE = "assets/javascripts/"  # the theme's own scripts
MADE_BY_THEME = re.compile(r"md-(?:search|dialog)|focus-visible|.*--")  # classes that they put on elements
WORD = re.compile(r"[A-Za-z_][\w-]*")
CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
OTHERS = re.compile(r":(?:not|is|where|has)\((?:[^()]|\([^()]*\))*\)|\"[^\"]*\"|'[^']*'")  # alternatives, exceptions, texts: no reason to drop a rule
PROPERTY = re.compile(r"""(--[\w-]+):(?:[^;{}()"']|\((?:[^()]|\([^()]*\))*\)|"[^"]*"|'[^']*')*(?:;|(?=\}))""")
MAP = re.compile(r"/\*# sourceMappingURL=.*?\*/|//# sourceMappingURL=\S+")


def pack(site: Path) -> None:
    """Packs the site of one language in place, its search index too."""
    shorten_index(site)
    texts = {page: page.read_text(encoding="utf-8") for page in sorted(site.rglob("*.html"))}
    packer = _Packer(site, _words(site, list(texts.values())))
    for page, text in texts.items():
        packed = packer.page(page.relative_to(site).as_posix(), text)
        if packed != text:
            page.write_text(packed, encoding="utf-8", newline="\n")
    for path in site.rglob("*.map"):
        path.unlink()
    for path in [*site.glob("assets/stylesheets/*.css"), *site.glob(BUNDLE + "**/*.js")]:
        path.write_text(MAP.sub("", path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


def _words(site: Path, pages: list[str]) -> frozenset[str]:
    """Every word that may be a class of an element: all of the pages and our scripts, some of the theme's scripts."""
    found = {word for page in pages for word in WORD.findall(page)}
    for path in site.glob("assets/js/*.js"):
        found.update(WORD.findall(path.read_text(encoding="utf-8")))
    for path in site.glob(BUNDLE + "bundle*.js"):
        found.update(word for word in WORD.findall(path.read_text(encoding="utf-8")) if MADE_BY_THEME.match(word))
    return frozenset(found)


class _Packer:
    """Joins files and remembers what it made."""

    def __init__(self, site: Path, words: frozenset[str]) -> None:
        self.site, self.words = site, words
        self.made: dict[tuple[str, ...], str] = {}
        self.sheets: dict[str, str] = {}

    def page(self, path: str, html: str) -> str:
        """A page with its links packed; `path` is where it lies in the site."""
        styles = [normpath(f"{path}/../{link}") for link in STYLE.findall(html)]
        scripts = [normpath(f"{path}/../{link}") for link in SCRIPT.findall(html)]
        own = [file for file in scripts if OWN.search(file)]
        if not styles or not own:
            return html
        style = f'<link rel="stylesheet" href="{self._join(path, styles, self._style)}" data-parts="{_names(styles)}">'
        joined = self._join(path, own, self._script)
        late = dict.fromkeys(joined if file in own else relpath(file, f"{path}/..") for file in scripts)  # each once, in order
        new = iter([style])
        html = STYLE.sub(lambda match: next(new, ""), SCRIPT.sub("", html))
        return html.replace("</head>", f'<meta name="course-scripts" content="{" ".join(late)}" data-parts="{_names(own)}"></head>', 1)

    def _join(self, page: str, files: list[str], text: Callable[[list[str]], str]) -> str:
        """The address, as seen from `page`, of one file made of several."""
        key = tuple(files)
        if key not in self.made:
            content = text(files)
            folder, ending = files[-1].rsplit("/", 1)[0], files[-1].rsplit(".", 1)[1]
            self.made[key] = f"{folder}/site-{hashlib.sha256(content.encode()).hexdigest()[:10]}.{ending}"
            (self.site / self.made[key]).write_text(content, encoding="utf-8", newline="\n")
        return relpath(self.made[key], f"{page}/..")

    def _script(self, files: list[str]) -> str:
        return "\n".join((self.site / file).read_text(encoding="utf-8").strip() for file in files) + "\n"

    def _style(self, files: list[str]) -> str:
        whole = "".join(self._sheet(file) for file in files)
        used = frozenset(re.findall(r"var\((--[\w-]+)", whole))
        return PROPERTY.sub(lambda match: match[0] if match[1] in used else "", whole)

    def _sheet(self, file: str) -> str:
        if file not in self.sheets:
            self.sheets[file] = used_rules((self.site / file).read_text(encoding="utf-8"), self.words)
        return self.sheets[file]


def _names(files: list[str]) -> str:
    return " ".join(file.rsplit("/", 1)[1].split(".", 1)[0] for file in files)


def used_rules(css: str, words: frozenset[str]) -> str:
    """A stylesheet without comments, and without the rules whose classes are not among `words` or that are for right-to-left text."""
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return "".join(_rule(rule, words) for rule in rules)


def _rule(rule: Any, words: frozenset[str]) -> str:
    if rule.type == "qualified-rule":
        kept = [selector for selector in _selectors(rule.prelude) if _is_used(selector, words)]
        return ",".join(kept) + "{" + tinycss2.serialize(rule.content).strip() + "}" if kept else ""
    if rule.type == "at-rule" and rule.lower_at_keyword in ("media", "supports"):
        inner = used_rules(tinycss2.serialize(rule.content), words)
        return f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude).rstrip()}{{{inner}}}" if inner else ""
    return str(rule.serialize())


def _selectors(prelude: list[Any]) -> list[str]:
    """The selectors of a rule, cut at its outermost commas; those inside brackets are part of one token."""
    parts: list[list[Any]] = [[]]
    for token in prelude:
        if token == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return [tinycss2.serialize(part).strip() for part in parts]


def _is_used(selector: str, words: frozenset[str]) -> bool:
    return "dir=rtl" not in selector and all(name in words for name in CLASS.findall(OTHERS.sub("", selector)))
