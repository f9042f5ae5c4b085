"""Case pages as the server writes them: what stands where, sums and dates in the page's language, nothing lost."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from coursepack.course import Course, load
from coursepack.model.role_play import DIMENSIONS
from coursepack.problem import Lang
from coursepack.render.page import finish, markdown, searchable
from coursepack.render.site import Site

COURSE = load(Path(__file__).parent / "courses" / "minimal")
CASE, PLAY = COURSE.cases["first-case"], COURSE.role_plays["first-case"]
LANGS: tuple[Lang, ...] = ("zh", "en")


def html_of(key: str, lang: Lang, course: Course = COURSE) -> str:
    """The page with its fragments in place; headings stay Markdown."""
    text, rendering = markdown(course.pages[lang][key], Site(course, lang))
    return finish(text, rendering, {})


def part_of(html: str, name: str) -> str:
    """What stands under a heading of the page."""
    return re.split(r"\n## ", html.split(f"{{#{name}}}", 1)[1], maxsplit=1)[0]


@pytest.mark.parametrize("lang", LANGS)
def test_parts_in_the_order_in_which_one_learns(lang: Lang) -> None:
    html = html_of("cases/first-case", lang)
    order = re.findall(r"\{#([a-z-]+)\}", html)
    assert order == ["case-facts", "case-account", "case-exhibits", "play", "case-discussion", "case-compare", "case-cards", "sources"]
    assert html.index('class="case-head"') < html.index("{#case-facts}")
    assert html.index("{#sources}") < html.index('class="case-paper"') < html.index('class="play-key"')


@pytest.mark.parametrize(
    ("lang", "sums", "dates"),
    [("zh", ("400,000 元", "480,000", "80,000"), ("2026 年 1 月 3 日", "2026 年 3 月 4 日", "2026 年 2 月 11 日")), ("en", ("RMB 400,000", "480,000", "80,000"), ("3 January 2026", "4 March 2026", "11 February 2026"))],
)
def test_the_account_adds_up_in_the_language_of_the_page(lang: Lang, sums: tuple[str, ...], dates: tuple[str, ...]) -> None:
    account = part_of(html_of("cases/first-case", lang), "case-account")
    for figure in (*sums, *dates):
        assert f">{figure}<" in account
    assert account.count("ledger-total") == 2


def test_a_case_without_payments_says_so() -> None:
    account = part_of(html_of("cases/boss-away", "zh"), "case-account")
    assert "一笔也没有付过。" in account and account.count("<table") == 1


@pytest.mark.parametrize("lang", LANGS)
def test_exhibits_are_drawn_as_what_they_are(lang: Lang) -> None:
    exhibits = part_of(html_of("cases/first-case", lang), "case-exhibits")
    assert re.findall(r'id="exhibit-([a-z-]+)"', exhibits) == [exhibit.id for exhibit in CASE.exhibits]
    statement, chat, clause, calls = re.split(r"<figure", exhibits)[1:]
    assert re.findall(r'class="figure">([0-9,]*)</td>', statement) == ["480,000", "", "480,000", "", "80,000", "400,000"]
    assert re.findall(r"chat-line--(\w+)", chat) == ["creditor", "debtor"] and chat.count("chat-day") == 1 and ">11:05<" in chat
    assert '<div class="paper"><p>' in clause
    assert re.findall(r'class="figure">([0-9,]+)</td>', calls) == ["0", "400,000"]


@pytest.mark.parametrize("lang", LANGS)
def test_objectives_and_facts_lead_somewhere(lang: Lang) -> None:
    html = html_of("cases/first-case", lang)
    assert 'href="../1-basics/1-first.html"' in html
    assert 'href="../law.html#fact-law-01"' in part_of(html, "case-discussion")
    assert '<li id="law-01">' in part_of(html, "sources")


@pytest.mark.parametrize("lang", LANGS)
def test_one_can_go_straight_to_the_talk(lang: Lang) -> None:
    html = html_of("cases/first-case", lang)
    target = re.search(r'class="case-to-play"><a href="#([a-z-]+)"', html)
    assert target and f'<course-role-play class="play" id="{target[1]}"' in html


@pytest.mark.parametrize("lang", LANGS)
def test_two_cases_stand_side_by_side(lang: Lang) -> None:
    compared = part_of(html_of("cases/first-case", lang), "case-compare")
    other = COURSE.cases["boss-away"]
    for glance in (CASE.glance, other.glance):
        for aspect in type(glance).model_fields:
            assert getattr(getattr(glance, aspect), lang) in compared
    assert getattr(CASE.compare, lang) in compared and 'href="boss-away.html"' in compared


@pytest.mark.parametrize("lang", LANGS)
def test_each_role_card_holds_its_own_side_only(lang: Lang) -> None:
    cards = re.findall(r"<course-role-card.*?</course-role-card>", html_of("cases/first-case", lang), re.DOTALL)
    secrets = [getattr(CASE.roles.collector.private[0], lang), getattr(CASE.roles.debtor.private[0], lang), getattr(CASE.roles.observer.rubric[0].text, lang)]
    assert [[secret in card for secret in secrets] for card in cards] == [[True, False, False], [False, True, False], [False, False, True]]
    assert all("<details" in card and "role-card-warning" in card for card in cards)


@pytest.mark.parametrize("lang", LANGS)
def test_search_finds_the_facts_but_no_answers(lang: Lang) -> None:
    found = searchable(html_of("cases/first-case", lang))
    assert getattr(CASE.summary, lang) in found
    hidden = [CASE.discussion[0].answer, CASE.roles.debtor.private[0], PLAY.nodes["opening"].line, PLAY.nodes["opening"].choices[0].feedback, PLAY.endings["ended"].debrief]
    assert [text for text in hidden if getattr(text, lang) in found] == []


@pytest.mark.parametrize("lang", LANGS)
def test_a_role_play_stands_on_the_page_once_and_whole(lang: Lang) -> None:
    html = html_of("cases/first-case", lang)
    for scene in PLAY.nodes.values():
        for text in (scene.line, *(text for choice in scene.choices for text in (choice.text, choice.feedback))):
            assert html.count(f">{getattr(text, lang)}<".replace("'", "&#39;")) == 1, text
    for id, scene in PLAY.nodes.items():
        written = html.split(f'data-scene="{id}"', 1)[1].split("</ol>")[0]
        for choice in scene.choices:
            line = next(part for part in written.split("<li")[1:] if f'data-choice="{choice.id}"' in part)
            points = {name: int(value) for name, value in re.findall(r'data-(\w+)="(-?\d+)"', line)}
            assert points == {name: getattr(choice.effect, name) for name in DIMENSIONS if getattr(choice.effect, name)}
            assert f'data-next="{choice.next}"' in line and ('data-red-line="LAW-01"' in line) == bool(choice.red_line)


@pytest.mark.parametrize(("speaker", "side", "name"), [("debtor", "debtor", "刘经理"), ("zhou-ning", "debtor", "周宁"), ("narrator", "narrator", "旁白")])
def test_the_last_line_bears_the_name_of_its_speaker(speaker: str, side: str, name: str) -> None:
    ending = PLAY.endings["ended"].model_copy(update={"speaker": speaker})
    play = PLAY.model_copy(update={"endings": {**PLAY.endings, "ended": ending}})
    last = html_of("cases/first-case", "zh", replace(COURSE, role_plays={"first-case": play})).split('data-ending="ended"')[1]
    assert f"play-turn--{side}" in last.split("我在开会。")[0] and f'"play-name">{name}<' in last.split("我在开会。")[0]
    assert "play-mood" not in last.split("我在开会。")[0]


def test_the_numbers_are_shuffled_and_begin_with_the_start() -> None:
    html = html_of("cases/first-case", "zh")
    order = re.findall(r'class="play-scene[^>]*data-(?:scene|ending)="([a-z-]+)"', html)
    assert order[0] == PLAY.start and set(order) == {*PLAY.nodes, *PLAY.endings}
    assert order != [*PLAY.nodes, *PLAY.endings]


@pytest.mark.parametrize("lang", LANGS)
def test_the_overview_lists_every_case(lang: Lang) -> None:
    html = html_of("cases/index", lang)
    assert re.findall(r'href="\.\./cases/([a-z-]+)\.html"', html) == sorted(COURSE.cases, key=lambda name: COURSE.cases[name].debtor_class)
    assert 'data-endings="dated-plan promise ended"' in html


def test_a_lesson_with_two_objectives_of_a_case_is_named_once() -> None:
    twice = CASE.model_copy(update={"objectives": ("first.ask", "first.ask")})
    html = html_of("cases/index", "zh", replace(COURSE, cases={**COURSE.cases, "first-case": twice}))
    assert html.count('href="../1-basics/1-first.html"') == len(COURSE.cases)
