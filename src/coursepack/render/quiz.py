"""Lesson checks: questions → mkdocs-quiz markup, and its HTML → ours, with ids that people wrote.

mkdocs-quiz numbers quizzes and options by position, blocks itself under a strict policy (`onsubmit=`, `action="javascript:"`) and
pastes its script into the page; all of that is undone here, its quiz.js itself is left as it is.
"""

import re
from typing import Any

from markdown import Markdown
from markupsafe import Markup

from ..model.question import Choice
from ..problem import Lang
from .html import markdown_text, template

BLOCK = re.compile(r"<!--check ([a-z0-9-]+)-->\s*(.*?)\s*<!--/check-->", re.DOTALL)
FEEDBACK = re.compile(r'<div class="answer-feedback hidden">')
TRANSLATIONS = re.compile(r"window\.mkdocsQuizTranslations = (\{.*?\});\n")
PASTED = re.compile(r'<div id="quiz-progress-sidebar".*\Z', re.DOTALL)


def quiz_markdown(question: Choice, lang: Lang) -> str:
    """The `<quiz>` markup of one question between two comments that name it."""
    lines = [f"<!--check {question.id}-->", "", "<quiz>", *_blocks(getattr(question.prompt, lang))]
    for option in question.options:
        lines.append(f"- [{'x' if option.correct else ' '}] {markdown_text(getattr(option.text, lang))}")
        lines.append(f"> {markdown_text(getattr(option.feedback, lang))}")
    lines += ["", *_blocks(getattr(question.explanation, lang)), "</quiz>", "", "<!--/check-->", ""]
    return "\n".join(lines)


def _blocks(text: str) -> list[str]:
    """Paragraphs of plain text as Markdown paragraphs."""
    blocks = [markdown_text(block) for block in text.strip().split("\n\n")]
    return [line for block in blocks if block for line in (block, "")]


def clean(html: str, questions: dict[str, Choice], lang: Lang) -> str:
    """The page's HTML after mkdocs-quiz: its pasted style and scripts gone, each question in its `<course-quiz>`."""
    html = PASTED.sub("", html)
    return BLOCK.sub(lambda match: _wrap(match[2], questions[match[1]], lang), html)


def translations(html: str) -> str:
    """The JSON of mkdocs-quiz's own words, from what it pasted into a page; "" where there is none."""
    match = TRANSLATIONS.search(html)
    return match[1] if match else ""


def _wrap(html: str, question: Choice, lang: Lang) -> str:
    html = _judge(_rename(html, question), question, lang)
    html = html.replace(' action="javascript:void(0);" onsubmit="return false;"', "")
    return str(template("quiz", lang, question=question, quiz=Markup(html), many=len(question.keys) > 1))


def _rename(html: str, question: Choice) -> str:
    """Positional ids (`quiz-3`, `quiz-3-0`, `value="0"`) → ids of question and option."""
    number = re.search(r'id="quiz-(\d+)"', html)
    if number is None:
        raise ValueError(f"mkdocs-quiz rendered no quiz for {question.id}")
    mine, theirs = f"quiz-{question.id}", f"quiz-{number[1]}"
    for index, option in enumerate(question.options):
        html = html.replace(f'"{theirs}-{index}"', f'"{mine}-option-{option.id}"')
        html = html.replace(f'name="answer" value="{index}"', f'name="answer" value="{option.id}"')
    return re.sub(rf'"(#?){theirs}(-question)?"', rf'"\g<1>{mine}\g<2>"', html)


def _judge(html: str, question: Choice, lang: Lang) -> str:
    """Each option's feedback begins with the verdict in words, so that no colour is needed to tell a key."""
    words = iter([str(template("verdict", lang, correct=option.correct)) for option in question.options])
    return FEEDBACK.sub(lambda match: match[0] + next(words), html)


def answers(questions: list[Choice], lang: Lang) -> str:
    """The answers block: closed on screen, last in print, there without script."""
    return str(template("answers", lang, questions=questions))


def spare_work(plugin: Any) -> None:
    """mkdocs-quiz reads its words anew for each question, and makes a full Markdown for it; our questions are plain text."""
    if plugin is None:
        return
    make, plain = plugin._get_translation_manager, Markdown()
    made: list[Any] = []

    def words(page: Any, config: Any) -> Any:
        if not made:
            made.append(make(page, config))
        return made[0]

    plugin._get_translation_manager = words
    plugin._create_fragment_markdown = lambda page, config, files: plain
