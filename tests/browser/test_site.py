"""The built course in a real browser: every page, the learner's way through module 1, search, paper, and bad conditions."""

import json
import re

import pytest
from small_course import ROOT, squeeze

from coursepack.course import load, order_of

LANGS = {"zh": "zh", "en": "en"}
LESSON = "1-preparation/2-nature.html"
MODULE = "1-preparation"
COURSE = load(ROOT)
DENIED = "Object.defineProperty(window, 'localStorage', {configurable: true, get() { throw new DOMException('', 'SecurityError') }})"


def choose(quiz, *ids: str) -> None:
    """Chooses options by pointer and submits."""
    for id in ids:
        quiz.locator(f'label[for$="-{id}"]').click()
    quiz.locator('button[type="submit"]').click()


def place(lang: str, page: str) -> str:
    return page if lang == "zh" else f"en/{page}"


PAGES = [
    place(lang, f"{key}.html")
    for lang in LANGS
    for key in sorted(COURSE.pages[lang], key=order_of)
    if "instructor" not in key.split("/")[:-1]
]
LESSONS = [page for page in PAGES if page.removeprefix("en/").removesuffix(".html") in COURSE.quizzes]


def lang_of(page: str) -> str:
    return "en" if page.startswith("en/") else "zh"


def checks_of(page: str):
    key = page.removeprefix("en/").removesuffix(".html")
    return [placed.question for placed in COURSE.quizzes[key].checks]


def keys(question) -> set[str]:
    return {option.id for option in question.options if option.correct}


def wrong(question) -> set[str]:
    return {next(option.id for option in question.options if not option.correct)}


def quiz_of(page, question):
    return page.locator(f'course-quiz[data-question="{question.id}"]')


# Every page


VIOLATIONS = """async (only) => (await axe.run(document, {resultTypes: ["violations"], ...only})).violations.flatMap(
    (rule) => rule.nodes.map((node) => `${rule.id} ${node.target}: ${node.failureSummary.replace(/\\s+/g, " ")}`))"""
CLIPPED = """() => {
    const width = document.documentElement.clientWidth;
    const faults = [];
    if (document.documentElement.scrollWidth > width) {
        const wide = [...document.querySelectorAll("*")].filter((one) => one.getBoundingClientRect().right > width + 1);
        const names = wide.slice(0, 5).map((one) => `${one.localName}.${one.className}`);
        faults.push(`the page is ${document.documentElement.scrollWidth} wide on ${width}: ${names}`);
    }
    const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
    const inScroller = (element) => element !== document.body && (scrolls(element) || inScroller(element.parentElement));
    for (const control of document.querySelectorAll("a[href], button, input, select, textarea, summary, label")) {
        if (!control.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue;
        const box = control.getBoundingClientRect();
        if (!box.width || control.closest(".md-search, .md-skip, .course-hidden") || inScroller(control)) continue;
        const name = `${control.localName}.${control.className} ${control.textContent.trim().slice(0, 20)}`;
        if (box.left < -1 || box.right > width + 1) faults.push(`outside: ${name}`);
        const shut = /hidden|clip/.test(getComputedStyle(control).overflow);
        if (shut && (control.scrollWidth > control.clientWidth + 1 || control.scrollHeight > control.clientHeight + 1)) {
            if (!/INPUT|TEXTAREA/.test(control.nodeName)) faults.push(`cut off: ${name}`);
        }
    }
    return faults;
}"""


def settle(page) -> None:
    """Waits until the page has been laid out and nothing on it moves any more."""
    page.evaluate("""async () => {
        for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
        await Promise.all(document.getAnimations().map((one) => one.finished.catch(() => {})));
    }""")


def violations(page, *rules: str) -> list:
    """What axe finds wrong; by these rules only, where some are named."""
    settle(page)
    return page.evaluate(VIOLATIONS, {"runOnly": rules} if rules else {})


def scheme(page) -> str | None:
    return page.locator("body").get_attribute("data-md-color-scheme")


@pytest.mark.parametrize("path", PAGES)
def test_page(open_page, course, axe, path):
    page = open_page(reduced_motion="reduce", color_scheme="light")
    page.goto(f"{course}/{path}")
    assert page.locator("html").get_attribute("lang").split("-")[0] == lang_of(path)
    assert page.locator("h1:visible").count() == page.locator("h1").count() == 1
    page.evaluate(axe)
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true })")
    assert (scheme(page), violations(page)) == ("default", [])
    page.locator("label[for=__palette_1]").click()
    assert (scheme(page), violations(page, "color-contrast", "link-in-text-block")) == ("slate", [])
    for width in (640, 320):
        page.set_viewport_size({"width": width, "height": 640})
        settle(page)
        assert page.evaluate(CLIPPED) == [], width


@pytest.mark.parametrize("lang", LANGS)
def test_axe_on_what_opens(open_page, course, axe, lang):
    page = open_page(reduced_motion="reduce", color_scheme="light")
    page.goto(f"{course}/{place(lang, LESSON)}")
    page.evaluate(axe)
    for question in checks_of(LESSON):
        choose(quiz_of(page, question), question.options[-1].id)
    assert violations(page) == []
    page.locator(".term").first.press("Enter")
    assert violations(page) == []
    page.keyboard.press("Escape")
    search_for(page, "2026")
    assert violations(page) == []


@pytest.mark.parametrize("width", [320, 640])
def test_drawer_and_search_fit_small_screens(open_page, course, width):
    page = open_page(reduced_motion="reduce", viewport={"width": width, "height": 640}, device_scale_factor=2)
    page.goto(f"{course}/{LESSON}")
    page.locator("header label[for=__drawer]").click()
    link = page.locator(".md-sidebar--primary a", has_text="看清这笔账").first
    link.wait_for()
    settle(page)
    assert page.evaluate(CLIPPED) == []
    page.goto(f"{course}/{LESSON}")
    page.locator("header label[for=__search]").first.click()
    write(page, "时效")
    page.locator(".md-search-result__item").first.wait_for()
    settle(page)
    for box in (page.locator(".md-search__input").bounding_box(), page.locator(".md-search-result__link").first.bounding_box()):
        assert box["x"] >= 0 and box["x"] + box["width"] <= width


# A learner's way


def tab_to(page, selector: str) -> None:
    """Presses Tab until the focus is on it."""
    for _ in range(300):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"Tab does not lead to {selector}")


def answer(page, question, chosen: set[str]) -> str:
    """Answers by keyboard from wherever the focus is; gives the verdict."""
    quiz = f'course-quiz[data-question="{question.id}"]'
    if question.kind == "single":
        tab_to(page, f"{quiz} input")
        page.keyboard.press("Space")
        for _ in question.options:
            if page.evaluate("document.activeElement.value") in chosen:
                break
            page.keyboard.press("ArrowDown")
    else:
        for option in question.options:
            tab_to(page, f'{quiz} input[value="{option.id}"]')
            if option.id in chosen:
                page.keyboard.press("Space")
    tab_to(page, f"{quiz} button[type=submit]")
    page.keyboard.press("Enter")
    return page.locator(quiz).get_attribute("data-answered")


def study(page, path: str, first_wrong: bool) -> None:
    """Answers every check of the lesson and marks it read, by keyboard."""
    tab_to(page, ".md-skip")
    page.keyboard.press("Enter")
    for question in checks_of(path):
        mistaken = first_wrong and question is checks_of(path)[0]
        assert answer(page, question, wrong(question) if mistaken else keys(question)) == ("wrong" if mistaken else "right")
    tab_to(page, "course-lesson button")
    page.keyboard.press("Enter")
    page.locator(".course-lesson-state").wait_for()


def counts(page) -> dict[str, list]:
    """By lesson: is it read, and the numbers about its checks."""
    rows = page.locator("tr[data-lesson]").evaluate_all(
        "rows => rows.map((row) => [row.dataset.lesson, row.matches('.course-read'), row.querySelector('[data-cell=checked]').textContent])"
    )
    return {lesson: [read, *map(int, re.findall(r"\d+", text))] for lesson, read, text in rows}


def test_a_learner_takes_module_1_by_keyboard_and_moves_to_another_machine(open_page, course, tmp_path):
    page = open_page()
    lessons = [path for path in LESSONS if path.startswith(f"{MODULE}/")]
    page.goto(f"{course}/{MODULE}/index.html")
    expected = {}
    for number, path in enumerate(lessons):
        tab_to(page, ".md-footer__link--next")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{course}/{path}")
        study(page, path, first_wrong=number == 0)
        total = len(checks_of(path))
        lesson = page.locator("course-lesson").get_attribute("data-lesson")
        expected[lesson] = [True, total, total, total - (number == 0)]

    page.goto(f"{course}/progress.html")
    here = counts(page)
    assert {lesson: here[lesson] for lesson in expected} == expected
    assert not any(read for lesson, (read, *_) in here.items() if lesson not in expected)
    tab_to(page, '[data-action="export"]')
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    download.value.save_as(tmp_path / "record.json")

    other = open_page()
    other.on("filechooser", lambda chooser: None)  # listening from the start: to begin just before the key may be too late
    other.goto(f"{course}/en/progress.html")
    assert not any(read for read, *_ in counts(other).values())
    tab_to(other, 'course-progress :is([data-action="import"], input[type=file])')
    with other.expect_file_chooser() as chooser:
        other.keyboard.press("Space")
    chooser.value.set_files(tmp_path / "record.json")
    other.locator(".progress-message:not(:empty)").wait_for()
    assert counts(other) == here
    events = json.loads((tmp_path / "record.json").read_text(encoding="utf-8"))["events"]
    assert str(len(events)) in other.locator(".progress-message").inner_text()
    other.goto(f"{course}/en/{lessons[-1]}")
    assert other.locator("course-quiz[data-answered=right]").count() == len(checks_of(lessons[-1]))
    ticked = other.locator(".md-status.course-read").evaluate_all("all => all.map((one) => one.className)")
    assert len(set(ticked)) == len(lessons)


@pytest.mark.parametrize("path", [LESSON, "index.html", "glossary.html"])
def test_the_language_switch_leads_there_and_back(open_page, course, path):
    page = open_page()
    page.goto(f"{course}/{path}")
    page.get_by_role("link", name="English", exact=True).click()
    page.wait_for_url(f"{course}/en/{path}")
    page.get_by_role("link", name="中文", exact=True).click()
    page.wait_for_url(f"{course}/{path}")


# Search


FOUND = """word => {
    const text = document.querySelector(".md-search-result__list").textContent.replaceAll("\\u200b", "");
    return text.toLowerCase().includes(word.toLowerCase());
}"""
WORDS = {
    "zh": ["时效", "对账单", "付款申请", "催款函", "仲裁", "诉讼时效"],
    "en": ["negotiat", "arbitr", "limitat", "receipt", "statement of account"],
}


def search_for(page, words: str) -> None:
    """Writes into the search box and waits for results that show the words."""
    if page.locator(".md-search__input").is_hidden():
        page.keyboard.press("/")
    write(page, words)
    page.wait_for_function(FOUND, arg=words)


def write(page, words: str) -> None:
    """Material searches on a key let go, so the last one is a real one, as with an input method."""
    page.locator(".md-search__input").fill(words)
    page.keyboard.press("End")


def index_requests(page) -> list:
    requests = []
    page.on("request", lambda request: "search_index" in request.url and requests.append(request.url))
    return requests


@pytest.mark.parametrize("source", ["http", "file"])
@pytest.mark.parametrize("lang", LANGS)
def test_search_finds_words_and_fetches_its_index_only_then(open_page, course, built, lang, source):
    page = open_page()
    requests = index_requests(page)
    address = course if source == "http" else built.as_uri()
    page.goto(f"{address}/{place(lang, LESSON)}", wait_until="load")
    page.locator("course-lesson button").scroll_into_view_if_needed()
    assert requests == []
    page.keyboard.press("/")
    for words in WORDS[lang]:
        search_for(page, words)
    assert len(requests) == 1
    target = page.locator(".md-search-result__link").first.evaluate("link => { link.click(); return link.href }")
    assert target.startswith(address)
    page.wait_for_url(target)
    assert page.locator("h1").is_visible()


def test_the_words_of_an_answer_are_not_found(open_page, course, built):
    """A word that stands in questions only, in no page's own text, and begins no word of one."""
    index = json.loads((built / "en" / "search" / "search_index.json").read_text(encoding="utf-8"))
    known = " ".join(f"{entry['title']} {entry['text']}" for entry in index["docs"]).lower()
    texts = [text for placed in COURSE.questions for text in answer_texts(placed.question, "en")]
    words = sorted({word for text in texts for word in re.findall(r"[a-z]{6,}", text.lower())} - set(re.findall(r"\w+", known)))
    hidden = [word for word in words if word not in known]
    assert hidden
    page = open_page()
    page.goto(f"{course}/en/{LESSON}")
    page.keyboard.press("/")
    for word in hidden[:5]:
        search_for(page, "limitation")
        write(page, word)
        page.get_by_text("No matching documents").wait_for()


def answer_texts(question, lang: str) -> list[str]:
    """What must not be found: options, their feedback, the explanation."""
    texts = [getattr(question.explanation, lang)]
    for option in getattr(question, "options", ()):
        texts += [getattr(option.text, lang), getattr(option.feedback, lang)]
    return texts


# From a folder on a disk


def test_from_files_a_lesson_works(open_page, built):
    page = open_page()
    page.goto((built / "index.html").as_uri())
    page.goto((built / LESSON).as_uri())
    question = checks_of(LESSON)[0]
    quiz = quiz_of(page, question)
    choose(quiz, *keys(question))
    assert quiz.get_attribute("data-answered") == "right"
    field = page.locator("course-worksheet input[type=text]").first
    field.fill("江岚制造")
    field.blur()
    told = page.locator("course-record").is_visible()
    page.reload()
    assert told or field.input_value() == "江岚制造"
    page.get_by_role("link", name="English", exact=True).click()
    page.wait_for_url((built / "en" / LESSON).as_uri())
    assert told or page.locator("course-worksheet input[type=text]").first.input_value() == "江岚制造"


# Without script, on paper, in bad conditions


@pytest.mark.parametrize("path", [LESSON, f"en/{LESSON}"])
def test_without_script_the_lesson_reads_and_answers_open(open_page, course, path):
    page = open_page(java_script_enabled=False)
    page.goto(f"{course}/{path}")
    for part in ("scene", "idea", "models", "say", "check", "next", "keep"):
        assert page.locator(f"h2#{part}").is_visible(), part
    assert page.locator(".dialogue--good dd").first.is_visible()
    assert page.locator("course-quiz button:visible").count() == 0
    assert page.locator("noscript p, .no-script").first.is_visible()
    page.locator(".answers summary").click()
    shown = squeeze(page.locator(".answers").inner_text())
    for question in checks_of(path):
        texts = [getattr(question.prompt, lang_of(path)), *answer_texts(question, lang_of(path))]
        assert [text for text in texts if squeeze(text) not in shown] == []
    marked = page.locator(".answers .answers-key").count()
    assert marked == sum(len(keys(question)) for question in checks_of(path))


def test_without_script_every_page_shows_its_words(open_page, course):
    page = open_page(java_script_enabled=False)
    for path in ("index.html", "glossary.html", "progress.html", "worksheets.html", "en/law.html"):
        page.goto(f"{course}/{path}")
        assert page.locator("h1").is_visible(), path


def test_print_leaves_out_what_paper_has_no_use_for(open_page, course):
    page = open_page()
    page.goto(f"{course}/{LESSON}")
    page.emulate_media(media="print")
    for part in (".md-header", ".md-sidebar", ".md-footer", ".md-top", "button.md-button", ".quiz-button", "course-record"):
        assert page.locator(f"{part}:visible").count() == 0, part
    link = page.locator('#idea ~ p a[href^="#law-"]').first
    line, colour = link.evaluate("one => [getComputedStyle(one).textDecorationLine, getComputedStyle(one).color]")
    assert line == "none" and len(set(re.findall(r"\d+", colour))) == 1  # a grey, as the text around it
    assert page.locator(".answers li").last.evaluate("one => one.getBoundingClientRect().height") > 0


def sheets_of_paper(page) -> int:
    pdf = page.pdf(prefer_css_page_size=True, print_background=True)
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.mark.parametrize("path", ["worksheets.html", "en/worksheets.html"])
def test_a_worksheet_is_one_sheet_of_paper(open_page, course, path):
    page = open_page()
    page.add_init_script("window.print = () => {}")
    page.goto(f"{course}/{path}")
    sizes = {}
    for sheet in page.locator("course-worksheet").all():
        sheet.locator('[data-action="print"]').click()
        sizes[sheet.get_attribute("data-worksheet")] = sheets_of_paper(page)
        page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert sizes and sizes == dict.fromkeys(sizes, 1)


def test_a_lesson_prints_its_answers(open_page, course):
    page = open_page()
    page.goto(f"{course}/{LESSON}")
    whole = sheets_of_paper(page)
    page.evaluate("document.querySelector('course-answers').remove()")
    assert sheets_of_paper(page) < whole < 15


def test_reduced_motion(open_page, course):
    page = open_page(reduced_motion="reduce")
    page.goto(f"{course}/{LESSON}")
    question = checks_of(LESSON)[0]
    choose(quiz_of(page, question), question.options[0].id)
    page.locator(".term").first.press("Enter")
    page.keyboard.press("Escape")
    search_for(page, "时效")
    moving = "document.getAnimations().filter((one) => one.effect.getComputedTiming().activeDuration > 1).length"
    assert page.evaluate(moving) == 0
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_a_term_card_opens_and_closes_by_keyboard(open_page, course):
    page = open_page()
    page.goto(f"{course}/{LESSON}")
    tab_to(page, ".term")
    card = page.locator(f"#{page.evaluate('document.activeElement.getAttribute(`popovertarget`)')}")
    assert card.is_hidden()
    page.keyboard.press("Enter")
    assert card.is_visible() and len(card.inner_text()) > 10
    page.keyboard.press("Tab")
    assert card.evaluate("card => card.contains(document.activeElement)")
    page.keyboard.press("Escape")
    assert card.is_hidden()
    assert page.evaluate("document.activeElement.matches('.term')")


def test_with_storage_denied_the_lesson_works_and_says_so(open_page, faults, course):
    page = open_page()
    page.add_init_script(DENIED)
    page.goto(f"{course}/{LESSON}")
    question = checks_of(LESSON)[0]
    quiz = quiz_of(page, question)
    choose(quiz, *keys(question))
    assert quiz.get_attribute("data-answered") == "right"
    assert "不让本页保存" in page.locator("course-record").inner_text()
    search_for(page, "时效")
    faults[:] = [fault for fault in faults if "quiz progress: SecurityError" not in fault]  # mkdocs-quiz says so too


@pytest.mark.parametrize("path", ["nothing.html", "1-preparation/no/such/page.html", "en/1-preparation/nothing.html"])
def test_a_missing_page_is_told_in_the_look_of_the_course(open_page, faults, course, path):
    page = open_page()
    response = page.goto(f"{course}/{path}")
    assert response.status == 404
    assert page.locator("h1").inner_text() == "没有这一页"
    paper = page.evaluate("getComputedStyle(document.body).getPropertyValue('--paper')")
    assert paper
    assert faults == [f"404: {course}/{path}", "console: Failed to load resource: the server responded with a status of 404 (Not Found)"]
    faults.clear()
    page.locator(".md-content .md-button").click()
    page.wait_for_url(f"{course}/index.html")


def test_the_watch_on_pages_sees_what_the_policy_refuses(open_page, faults, course):
    page = open_page()
    page.goto(f"{course}/index.html")
    page.evaluate("document.head.append(Object.assign(document.createElement('script'), {textContent: 'window.pwned = 1'}))")
    assert page.evaluate("window.pwned") is None
    assert len(faults) == 1 and "Content Security Policy" in faults[0]
    faults.clear()
