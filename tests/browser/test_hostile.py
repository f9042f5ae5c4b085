"""Texts that try to be more than text: every line of hostile.txt in every field of every kind of data, as if no rule had
refused it, on pages served without any policy. Nothing may run, and every text is shown as it was written.
"""

import json
import shutil
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import pytest
import yaml
from conftest import serve
from small_course import build_course, copy_minimal

from coursepack import checks
from coursepack.course import load

LINES = (Path(__file__).parent / "hostile.txt").read_text(encoding="utf-8").splitlines()
LESSON = """\
---
title: {title}
id: l{number}
minutes: 10
objectives:
  - {{id: l{number}.ask, level: apply, text: {objective}}}
sources: [LAW-{reference}]
---

## 场景 {{#scene}}

这里说到词{number}号。

## 你将学会 {{#aims}}

![{alt}](images/steps.svg)

```dialogue bad
= {heading}
周宁: {bad}
```

```dialogue good
周宁: {good}
```

## 检查 {{#check}}

```quiz
```

```next-call
{call} [customer: {label}]
```

```worksheet l{number}
```

## 记住 {{#keep}}

- 完。
"""
PAGE = "---\ntitle: {title}\n---\n\n```{fence}\n```\n"
SHOWN = """() => {
    const tidy = (text) => text.split(/\\s+/).filter(Boolean).join(" ");
    const page = document.querySelector("article");
    const attributes = [...page.querySelectorAll("[aria-label], [placeholder]")]
        .flatMap((one) => [one.getAttribute("aria-label"), one.getAttribute("placeholder")]);
    return {
        text: tidy(page.textContent),
        attributes: attributes.map((text) => tidy(text ?? "")),
        quizzes: Object.fromEntries([...document.querySelectorAll("course-quiz")].map((quiz) => [quiz.dataset.question, {
            prompt: tidy(quiz.querySelector(".quiz-question").textContent),
            options: [...quiz.querySelectorAll("label")].map((label) => tidy(label.textContent)),
            explanation: tidy(quiz.querySelector("section").textContent),
        }])),
    };
}"""
LIVE = """() => {
    const leads = /^(href|src|action|formaction|xlink:href|data)$/;
    const live = (one) => [...one.attributes].some(
        ({name, value}) => /^on/i.test(name) || (leads.test(name) && /^\\s*javascript:/i.test(value)));
    const bad = [...document.querySelectorAll("*")].filter(live);
    const inner = document.querySelectorAll("article :is(script, iframe, object, embed, img, style, template)");
    return [...bad, ...inner].map((one) => one.outerHTML.slice(0, 200));
}"""


def tidy(text: str) -> str:
    return " ".join(text.split())


def both(text: str) -> dict[str, str]:
    return {"zh": text, "en": text}


def question(id: str, objective: str, keys: int, take: Callable[[], str]) -> dict:
    options = [{"id": f"o{n}", "correct": n < keys, "text": both(take()), "feedback": both(take())} for n in range(4)]
    kind = "single" if keys == 1 else "multiple"
    return {"id": id, "kind": kind, "objective": objective, "level": "apply", "use": ["check"], "prompt": both(take()), "options": options, "explanation": both(take())}


def worksheet(id: str, take: Callable[[], str]) -> dict:
    def field(kind: str, **more) -> dict:
        return {"id": kind, "kind": kind, "label": both(take()), **more}

    fields = [field(kind, hint=both(take())) for kind in ("line", "text", "amount", "date", "check")]
    fields.append(field("choice", options=[{"id": "one", "text": both(take())}]))
    parts = [
        {"id": "fields", "title": both(take()), "fields": fields},
        {"id": "table", "title": both(take()), "rows": 1, "columns": [field("line"), field("text")]},
        {"id": "letter", "title": both(take()), "letter": both(f"{take()} [blank: {take()}]")},
    ]
    return {"id": id, "title": both(take()), "purpose": both(take()), "parts": parts, "note": both(take())}


def reference(id: str, take: Callable[[], str]) -> dict:
    texts = {name: both(take()) for name in ("title", "text", "source")}
    return {"id": id, "topic": "t", "basis": "read", "confidence": "low", **texts}


def term(number: int, take: Callable[[], str]) -> dict:
    also = {"zh": [f"词{number}号"], "en": [f"word {number}"]}
    return {"id": f"t{number}", "term": both(take()), "also": also, "definition": both(take())}


def write(path: Path, data: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = data if isinstance(data, str) else yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    path.write_text(text, encoding="utf-8")


def lesson(number: int, take: Callable[[], str]) -> str:
    quoted = {name: json.dumps(take(), ensure_ascii=False) for name in ("title", "objective")}
    texts = {name: take() for name in ("alt", "heading", "bad", "good", "call", "label")}
    return LESSON.format(number=number, reference=100 + number, **quoted, **texts)


def write_course(root: Path) -> Path:
    """A lesson for each hostile line; lesson n takes the lines from n on, so that in the end every field had every line."""
    copy_minimal(root)
    (root / "mkdocs.en.yml").unlink()
    for folder in ("docs/zh/1-basics", "docs/en", "docs/data", "quizzes"):
        shutil.rmtree(root / folder)
    references, terms = [], []
    for number in range(len(LINES)):
        words = cycle([*LINES[number:], *LINES[:number]])
        take = words.__next__
        write(root / f"docs/zh/1-basics/{number}-x.md", lesson(number, take))
        questions = [question(f"q{number}-{keys}", f"l{number}.ask", keys, take) for keys in (1, 2)]
        write(root / f"quizzes/1-basics/{number}-x.yml", {"questions": questions})
        write(root / f"docs/data/worksheets/l{number}.yml", worksheet(f"l{number}", take))
        references.append(reference(f"LAW-{100 + number}", take))
        terms.append(term(number, take))
    write(root / "docs/zh/1-basics/images/steps.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"></svg>')
    write(root / "docs/zh/1-basics/index.md", f"---\ntitle: {json.dumps(LINES[0])}\nid: basics\nkind: module\n---\n")
    write(root / "docs/data/glossary.yml", {"terms": terms})
    write(root / "docs/data/references.yml", {"as_of": "2026-01-01", "law_text": both(LINES[0]), "references": references})
    for page, fence in {"glossary": "glossary", "law": "facts", "progress": "progress", "worksheets": "worksheets"}.items():
        write(root / f"docs/zh/{page}.md", PAGE.format(title=json.dumps(LINES[5]), fence=fence))
    return root


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> Path:
    return write_course(tmp_path_factory.mktemp("hostile") / "course")


@pytest.fixture(scope="module")
def hostile(root):
    server = serve(build_course(root, root.parent / "site", checked=False), policy=None)
    yield server.address
    server.shutdown()


def texts_of(data: object) -> list[str]:
    """Every Chinese text of a data file."""
    if isinstance(data, dict):
        return [data["zh"]] if isinstance(data.get("zh"), str) else [text for value in data.values() for text in texts_of(value)]
    return [text for value in data for text in texts_of(value)] if isinstance(data, list) else []


def read(path: Path) -> object:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def not_shown(texts: list[str], shown: dict) -> list[str]:
    """The texts that stand nowhere on the page. Square brackets mean something in letters and dialogues: those are left out."""
    return [text for text in map(tidy, texts) if text not in shown["text"] and text not in shown["attributes"]]


def harmless(page) -> dict:
    """What the page shows, once it is known that nothing in it runs."""
    assert page.evaluate("window.__pwned") is None
    assert page.evaluate(LIVE) == []
    assert page.evaluate("document.body.hasAttribute('onclick')") is False
    return page.evaluate(SHOWN)


def test_no_lesson_runs_its_texts_and_all_are_shown(open_page, hostile, root):
    page = open_page()
    course = load(root)
    assert len(course.quizzes) == len(LINES)
    for key, quiz in course.quizzes.items():
        page.goto(f"{hostile}/{key}.html")
        shown = harmless(page)
        source = course.pages["zh"][key]
        assert page.locator("h1").text_content().strip() == tidy(source.front.title), key
        for placed in quiz.checks:
            wanted = placed.question
            assert shown["quizzes"][wanted.id] == {
                "prompt": tidy(wanted.prompt.zh),
                "options": [tidy(option.text.zh) for option in wanted.options],
                "explanation": tidy(wanted.explanation.zh),
            }
        id = source.front.id.removeprefix("l")
        words = lesson_words(source) + texts_of(read(root / f"quizzes/{key}.yml"))
        words += [text for text in texts_of(read(root / f"docs/data/worksheets/l{id}.yml")) if "[" not in text]
        words += [course.terms[int(id)].definition.zh, course.references.references[int(id)].source.zh]
        assert not_shown(words, shown) == [], key


def lesson_words(page) -> list[str]:
    lines = [line.text for line in page.lines]
    alt = next(line for line in lines if line.startswith("![")).removeprefix("![").removesuffix("](images/steps.svg)")
    spoken = [line.text.partition(": ")[2] for line in page.wording if line.text.startswith("周宁: ")]
    heading = next(line for line in lines if line.startswith("= "))[2:]
    return [page.front.objectives[0].text, alt, heading, *(words for words in spoken if "[" not in words)]


@pytest.mark.parametrize("name", ["glossary", "references", "worksheets"])
def test_no_list_runs_its_texts_and_all_are_shown(open_page, hostile, root, name):
    page = open_page()
    page.goto(f"{hostile}/{'law' if name == 'references' else name}.html")
    shown = harmless(page)
    folder = root / "docs" / "data"
    files = sorted((folder / name).glob("*.yml")) if name == "worksheets" else [folder / f"{name}.yml"]
    words = [text for file in files for text in texts_of(read(file)) if "[" not in text]
    assert len(words) > len(LINES) and not_shown(words, shown) == []


def test_navigation_progress_and_search_do_not_run_titles(open_page, hostile):
    page = open_page()
    for path in ("index.html", "1-basics/index.html", "progress.html"):
        page.goto(f"{hostile}/{path}")
        harmless(page)
    page.keyboard.press("/")
    page.keyboard.type("script")
    page.locator(".md-search-result__item").first.wait_for()
    assert page.locator(".md-search-result :is(script, img, iframe, [onclick], [onerror])").count() == 0
    harmless(page)


def test_long_words_do_not_widen_the_page(open_page, hostile):
    page = open_page(viewport={"width": 320, "height": 640})
    for number in (0, len(LINES) - 1):
        page.goto(f"{hostile}/1-basics/{number}-x.html")
        assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("mark", ["\u202e", "\\u202e", "\u200f", "\\x07", "\u2066"])
def test_marks_that_turn_or_hide_text_are_refused(tmp_path, mark):
    root = copy_minimal(tmp_path / "course")
    path = root / "docs/data/worksheets/slip.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("zh: 客户", f'zh: "客{mark}户"'), encoding="utf-8")
    assert "control-character" in {problem.rule for problem in checks.run(load(root)).problems}
