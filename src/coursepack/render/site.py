"""What pages need to know of one another: addresses, the order of lessons, the glossary of one language."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..course import Course, order_of
from ..model.lesson import Page, PageFront
from ..model.quiz import PlacedQuestion
from ..problem import Lang
from .terms import TermFinder


@dataclass(frozen=True)
class LessonLink:
    """A lesson as lists show it; `module` is its folder, `questions` are the ids of its checks."""

    id: str
    module: str
    title: str
    minutes: int
    url: str
    questions: tuple[str, ...]


@dataclass(frozen=True)
class ModuleLink:
    id: str
    title: str
    url: str
    lessons: tuple[LessonLink, ...]


@dataclass(frozen=True)
class Site:
    """One language of a course."""

    course: Course
    lang: Lang

    @cached_property
    def terms(self) -> TermFinder:
        return TermFinder(self.course.terms, self.lang)

    @cached_property
    def modules(self) -> tuple[ModuleLink, ...]:
        pages = self.course.pages[self.lang]
        found = [page for page in pages.values() if isinstance(page.front, PageFront) and page.front.kind == "module"]
        return tuple(self._module(page) for page in sorted(found, key=lambda page: order_of(page.key)))

    def _module(self, page: Page) -> ModuleLink:
        folder = page.key.split("/")[0]
        lessons = [lesson for lesson in self.course.lessons(self.lang) if lesson.key.startswith(folder + "/")]
        front = page.front
        assert front is not None
        return ModuleLink(front.id or folder, front.title, page.key + ".html", tuple(map(self._lesson, lessons)))

    def _lesson(self, page: Page) -> LessonLink:
        front = page.lesson
        assert front is not None
        quiz = self.course.quizzes.get(page.key)
        questions = tuple(placed.question.id for placed in quiz.checks) if quiz else ()
        return LessonLink(front.id, page.key.split("/")[0], front.title, front.minutes, page.key + ".html", questions)

    @cached_property
    def lessons(self) -> dict[str, LessonLink]:
        """Lessons by the path of their page, without its ending."""
        return {page.key: self._lesson(page) for page in self.course.lessons(self.lang)}

    def questions(self) -> Iterator[tuple[PlacedQuestion, LessonLink]]:
        """Every question of the bank with its lesson."""
        for key, quiz in self.course.quizzes.items():
            if key in self.lessons:
                yield from ((placed, self.lessons[key]) for placed in quiz.questions)

    def title(self, key: str) -> str:
        """Title of a page; of a folder, its index page's."""
        page = self.course.pages[self.lang].get(key) or self.course.pages[self.lang].get(key + "/index")
        return page.front.title if page and page.front else key

    def switch_url(self, key: str) -> str:
        """From a page to the same page in the other language, relative; the English site lies in /en/ of the Chinese one."""
        up = "../" * key.count("/")
        other: Lang = "en" if self.lang == "zh" else "zh"
        target = f"{key if key in self.course.pages[other] else 'index'}.html"
        return f"{up}en/{target}" if self.lang == "zh" else f"{up}../{target}"

    def root(self, key: str) -> str:
        """From a page to the root of its language's site: "" or "../" …"""
        return "../" * key.count("/")
