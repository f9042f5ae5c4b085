"""Pages with all calculators as the engine renders them, bare: no theme, no styles. No fixtures here."""

import shutil
from pathlib import Path

from coursepack.model.calculator import CALCULATORS
from coursepack.render.calculator import calculator_html
from coursepack.render.rendering import SCRIPTS

PAGE = {"zh": "calculators-zh.html", "en": "calculators-en.html"}
JS = Path(__file__).parents[2] / "overrides" / "assets" / "js"
SHELL = """<!doctype html>
<html lang="{tag}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Calculators</title>
<link rel="stylesheet" href="page.css">
<body>
{body}
<course-record hidden data-course="getting-paid" data-lang="{lang}"></course-record>
{scripts}
"""


def write_pages(folder: Path) -> Path:
    """pages/ and js/ in `folder`."""
    shutil.copytree(JS, folder / "js", dirs_exist_ok=True)
    (folder / "pages").mkdir(exist_ok=True)
    (folder / "pages" / "page.css").write_text(".course-hidden { position: absolute; opacity: 0; }", encoding="utf-8")
    names = ("course-record-format", "course-record", *SCRIPTS["course-calculator"])
    scripts = "\n".join(f'<script src="../js/{name}.js" defer></script>' for name in names)
    for lang, name in PAGE.items():
        body = "\n".join(calculator_html(one, lang, "law.html", {"LAW-16", "AR-06"}) for one in CALCULATORS)
        page = SHELL.format(tag="zh-CN" if lang == "zh" else "en", lang=lang, body=body, scripts=scripts)
        (folder / "pages" / name).write_text(page, encoding="utf-8")
    return folder
