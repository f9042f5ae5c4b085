"""Templates and the engine's own words. Everything that reaches HTML from data goes through autoescaped templates."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ..problem import Lang


@cache
def ui_text() -> dict[str, dict[str, str]]:
    """The engine's own words by key and language."""
    return yaml.safe_load((files(__package__) / "ui_text.yml").read_text(encoding="utf-8"))


def say(key: str, lang: Lang, **values: object) -> str:
    """One of the engine's own sentences, with its blanks filled."""
    text = ui_text()[key][lang]
    return text.format(**values) if values else text


def paragraphs(text: str) -> Markup:
    """Plain text as `<p>`s; a blank line separates paragraphs, a single line end is a space."""
    blocks = (" ".join(block.split("\n")).strip() for block in text.strip().split("\n\n"))
    return Markup("").join(Markup("<p>{}</p>").format(block) for block in blocks if block)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader(__package__),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["paragraphs"] = paragraphs
    return environment


def template(name: str, lang: Lang, **values: Any) -> Markup:
    """A template of this folder as HTML; inside it `say(key)` speaks the page's language and `t(text)` picks it."""

    def pick(text: Any) -> str:
        return getattr(text, lang)

    def speak(key: str, **blanks: object) -> str:
        return say(key, lang, **blanks)

    return Markup(_environment().get_template(name + ".html").render(lang=lang, say=speak, t=pick, **values))




ENTITIES = {ord(char): f"&#{ord(char)};" for char in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"}


def markdown_text(text: str) -> str:
    """Plain text as Markdown that renders to exactly that text: every ASCII mark becomes an entity, line ends become spaces."""
    return " ".join(text.split()).translate(ENTITIES)
