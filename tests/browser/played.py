"""A role play on its page, as tests speak of it. No fixtures here."""

import json

KEY = "coursepack.getting-paid"
DENIED = "Object.defineProperty(window, 'localStorage', {configurable: true, get() { throw new DOMException('', 'SecurityError') }})"
PLAY = """([root, path]) => {
    const press = (selector) => root.querySelector(selector).click();
    for (const id of path) {
        press(`.play-option[data-choice="${id}"]`);
        if (root.dataset.state === "stopped") press('[data-action="continue"]');
    }
}"""


class Played:
    """The role play of a case page that is open."""

    def __init__(self, page, item):
        self.page, self.item = page, item
        self.root = page.locator(f'course-role-play[data-role-play="{item}"]')
        self.log = self.root.locator('[data-part="log"]')
        self.end = self.root.locator('[data-part="end"]')
        self.notice = self.root.locator('[data-part="notice"]')

    @property
    def state(self):
        return self.root.get_attribute("data-state")

    def press(self, action):
        self.root.locator(f'[data-action="{action}"]:visible').first.click()

    def choose(self, *path):
        for id in path:
            self.root.locator(f'.play-option[data-choice="{id}"]').click()

    def play(self, path):
        """Makes the choices by the page's own buttons, all at once."""
        self.page.evaluate(PLAY, [self.root.element_handle(), list(path)])

    def offered(self):
        return self.root.locator(".play-option").evaluate_all("all => all.map((one) => one.dataset.choice)")

    def lines(self, selector=".play-turn"):
        return self.log.locator(f"{selector} > .play-says").all_inner_texts()

    def events(self, verb):
        return self.page.evaluate("([item, verb]) => courseRecord.all(item, verb)", [self.item, verb])

    def focused(self, selector):
        return self.page.evaluate("selector => document.activeElement.matches(selector)", selector)


def record_of(events) -> str:
    return json.dumps({"format": "coursepack-record", "version": 2, "course": "getting-paid", "events": events})


def open_play(page, address, item, lang="zh", events=()):
    """Opens a case page, with these events in storage."""
    place = f"{address}/{'' if lang == 'zh' else 'en/'}cases/{item}.html"
    if events:
        page.goto(f"{address}/index.html")
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, record_of(events)])
    page.goto(place)
    return Played(page, item)


def text(bilingual, lang="zh") -> str:
    """One language of a text, as a page shows it."""
    return " ".join(getattr(bilingual, lang).split())
