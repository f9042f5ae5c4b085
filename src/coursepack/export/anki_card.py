"""A question as the fields of an Anki note, and the note type that shows them. Texts reach Anki only through `plain`."""

from collections.abc import Mapping, Sequence
from string import ascii_uppercase
from typing import assert_never

from markupsafe import Markup, escape

from ..model.question import Choice, Matching, Numeric, Ordering, Question
from ..problem import Lang
from ..render.html import say
from ..shuffle import shuffle
from ..text import CONTROL

FIELDS = ("question", "response", "answer", "reasons", "explanation", "source", "id")
MARKS = {ord(char): f"&#{ord(char)};" for char in "{}[]\\"}  # Anki reads {{fields}}, [sound:…], [latex] and \( \) in notes
JOIN = Markup("")


def plain(text: str) -> Markup:
    """Plain text as HTML that shows exactly that text, in templates of Anki too."""
    return Markup(str(escape(CONTROL.sub("", " ".join(text.split())))).translate(MARKS))


def paragraphs(text: str) -> Markup:
    """A blank line separates paragraphs."""
    blocks = (plain(block) for block in text.replace("\r\n", "\n").split("\n\n"))
    return JOIN.join(Markup("<p>{}</p>").format(block) for block in blocks if block)


def fields(question: Question, lang: Lang, source: Sequence[str], red_line: str = "") -> list[str]:
    """The note's fields, in the order of FIELDS; `source` says where the question is from, `red_line` which fact it guards."""
    response, answer, reasons = _kind(question, lang)
    parts = [plain(part) for part in source]
    if red_line:
        parts.append(Markup('<strong class="red-line">{} {}</strong>').format(say("anki_red_line", lang), plain(red_line)))
    return [
        str(paragraphs(getattr(question.prompt, lang))),
        str(response),
        str(answer),
        str(reasons),
        str(paragraphs(getattr(question.explanation, lang))),
        str(Markup(" · ").join(parts)),
        question.id,
    ]


def _kind(question: Question, lang: Lang) -> tuple[Markup, Markup, Markup]:
    """What is asked for, what is right, and why, for each kind."""
    match question:
        case Choice():
            return _choice(question, lang)
        case Numeric():
            return _hint(say("question_numeric", lang), _unit(question, lang)), _number(question, lang), JOIN
        case Ordering():
            return _ordering(question, lang)
        case Matching():
            return _matching(question, lang)
        case _:
            assert_never(question)


def _choice(question: Choice, lang: Lang) -> tuple[Markup, Markup, Markup]:
    """The options in an order of their own, the same at each export, so that the key has no usual place."""
    options = list(zip(ascii_uppercase, shuffle(question.id, question.options), strict=False))
    words = {True: say("key", lang), False: say("not_key", lang)}
    asked = _letters([(letter, getattr(option.text, lang)) for letter, option in options])
    keys = _letters([(letter, getattr(option.text, lang)) for letter, option in options if option.correct])
    row = Markup('<li class="{}"><b>{}</b> <span><strong>{}</strong> {}</span></li>')
    rows = [row.format("key" if option.correct else "other", letter, words[option.correct], plain(getattr(option.feedback, lang))) for letter, option in options]
    return _hint(say(f"question_{question.kind}", lang)) + asked, keys, Markup('<ul class="letters">{}</ul>').format(JOIN.join(rows))


def _unit(question: Numeric, lang: Lang) -> str:
    return getattr(question.unit, lang) if question.unit else ""


def _number(question: Numeric, lang: Lang) -> Markup:
    unit = _unit(question, lang)
    text = f"{_digits(question.answer)} {unit}".strip()
    if question.tolerance:
        text += say("question_tolerance", lang, number=_digits(question.tolerance), unit=unit)
    return Markup("<p>{}</p>").format(plain(text.replace(" %", "%")))


def _digits(number: float) -> str:
    """With thousands separators, without zeros at the end."""
    return f"{number:,.10f}".rstrip("0").rstrip(".")


def _ordering(question: Ordering, lang: Lang) -> tuple[Markup, Markup, Markup]:
    """Steps shown in another order than the right one."""
    mixed = shuffle(question.id, question.steps)
    if mixed == list(question.steps):
        mixed = mixed[1:] + mixed[:1]
    letters = {step.id: letter for letter, step in zip(ascii_uppercase, mixed, strict=False)}
    asked = _letters([(letters[step.id], getattr(step.text, lang)) for step in mixed])
    right = _letters([(letters[step.id], getattr(step.text, lang)) for step in question.steps])
    order = Markup("<p>{}</p>").format(" → ".join(letters[step.id] for step in question.steps))
    return _hint(say("anki_ordering", lang)) + asked, order + right, JOIN


def _matching(question: Matching, lang: Lang) -> tuple[Markup, Markup, Markup]:
    """Left sides numbered, right sides lettered, those that belong to none among them."""
    rights = [(pair.id, getattr(pair.right, lang)) for pair in question.pairs]
    rights += [(other.id, getattr(other.text, lang)) for other in question.distractors]
    letters = {id: letter for letter, (id, _) in zip(ascii_uppercase, shuffle(question.id, rights), strict=False)}
    lefts = _letters([(str(number), getattr(pair.left, lang)) for number, pair in enumerate(question.pairs, start=1)])
    asked = lefts + _letters(sorted((letters[id], text) for id, text in rights))
    row = Markup("<li><b>{}–{}</b> <span>{} — {}</span></li>")
    rows = [row.format(number, letters[pair.id], plain(getattr(pair.left, lang)), plain(getattr(pair.right, lang))) for number, pair in enumerate(question.pairs, start=1)]
    return _hint(say("question_matching", lang)) + asked, Markup('<ul class="letters">{}</ul>').format(JOIN.join(rows)), JOIN


def _hint(*texts: str) -> Markup:
    return Markup('<p class="hint">{}</p>').format(plain(" · ".join(text for text in texts if text)))


def _letters(items: Sequence[tuple[str, str]]) -> Markup:
    rows = (Markup("<li><b>{}</b> <span>{}</span></li>").format(letter, plain(text)) for letter, text in items)
    return Markup('<ul class="letters">{}</ul>').format(JOIN.join(rows))


def templates(names: Mapping[str, str], lang: Lang) -> dict[str, str]:
    """Front and back of the card; `names`: what the fields are called. MathJax leaves alone what bears its class."""
    body = f'<div class="card-body tex2jax_ignore mathjax_ignore" lang="{"zh-CN" if lang == "zh" else lang}">'
    back = (
        f'{{{{FrontSide}}}}\n<hr id="answer">\n{body}\n<p class="label">{say("anki_answer", lang)}</p>\n{{{{{names["answer"]}}}}}\n{{{{{names["reasons"]}}}}}\n'
        f'<div class="explanation">{{{{{names["explanation"]}}}}}</div>\n<p class="source">{{{{{names["source"]}}}}}</p>\n</div>'
    )
    front = f'{body}\n<div class="question">{{{{{names["question"]}}}}}</div>\n{{{{{names["response"]}}}}}\n</div>'
    return {"name": say("anki_card", lang), "qfmt": front, "afmt": back}


CSS = """\
.card { background: #fffdf8; color: #25221d; font-family: system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; font-size: 18px; line-height: 1.6; text-align: left; }
.card-body { max-width: 36em; margin: 0 auto; padding: 0 4px; overflow-wrap: anywhere; }
p { margin: 0.5em 0; }
.question { font-weight: 600; }
.hint, .source, .label { color: #5c554a; font-size: 0.86em; }
.letters { margin: 0.6em 0; padding: 0; list-style: none; }
.letters li { display: grid; grid-template-columns: 2.7em 1fr; padding: 0.35em 0; border-top: 1px solid #d8cfbd; }
.letters b, .key strong { color: #0d5f5b; }
.other strong { color: #5c554a; }
.explanation { margin: 0.8em 0; padding-left: 0.8em; border-left: 3px solid #0d5f5b; }
.red-line { color: #b0261b; }
hr { border: 0; border-top: 3px double #d8cfbd; }
.nightMode.card, .night_mode.card { background: #1d1a16; color: #ebe4d7; }
.nightMode :is(.hint, .source, .label, .other strong), .night_mode :is(.hint, .source, .label, .other strong) { color: #b9af9f; }
.nightMode :is(.letters b, .key strong), .night_mode :is(.letters b, .key strong) { color: #80c8be; }
.nightMode .explanation, .night_mode .explanation { border-color: #80c8be; }
.nightMode :is(.letters li, hr), .night_mode :is(.letters li, hr) { border-color: #4a433a; }
.nightMode .red-line, .night_mode .red-line { color: #ff9c8b; }
"""
