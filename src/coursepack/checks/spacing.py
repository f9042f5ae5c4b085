"""空格多了或少了。中文和英文字母、数字之间空一格（48 万元、用 AI 看），只空一格；全角标点前后不空。英文里词和词之间空一格，标点前面不空。

错误的写法：

    3月4日到期的48万元 ，还没有到账。

改法：

    3 月 4 日到期的 48 万元，还没有到账。

确有理由就接受：在题目或这一页的信息区写

    accept:
      spacing: 公司名称按营业执照写
---
A space too many or too few. English has one space between words and none before a mark; Chinese has one space between Chinese characters and Latin letters or digits, and none around full-width marks.

Wrong:

    The money  was due on 4 March , and is not in.

Mend it:

    The money was due on 4 March, and is not in.

Where there is a reason, accept it in the question or in the front matter of the page:

    accept:
      spacing: the company's name as registered
"""

import re
from collections.abc import Iterator

from ..course import Course
from ..problem import Problem, Text
from .wording import wordings

LEVEL = "warning"

HAN = r"[\u3400-\u9fff]"
MARK = r"[，。；：？！、）》”]"
OPEN = r"[（《“]"
MISSING = rf"{HAN}[A-Za-z0-9]|[A-Za-z0-9]{HAN}"
DOUBLED = rf"{HAN} {{2,}}[A-Za-z0-9]|[A-Za-z0-9] {{2,}}{HAN}|{HAN} {{2,}}{HAN}"
AROUND = rf"(?:{HAN}|[A-Za-z0-9]|{MARK}) +{MARK}|[，。；：？！、] +(?:{HAN}|[A-Za-z0-9]|{OPEN})|[）》”] +{HAN}|{HAN} +{OPEN}|{OPEN} +(?:{HAN}|[A-Za-z0-9])"
ZH = re.compile(f"(?P<missing>{MISSING})|(?P<doubled>{DOUBLED})|(?P<around>{AROUND})")
EN = re.compile(r"(?P<doubled>[A-Za-z0-9,;:.?!)”] {2,}[A-Za-z0-9(“])|(?P<around>[A-Za-z0-9)”] +[,;:?!.](?=\s|$))", re.MULTILINE)
# every match has one of these beside its first or last character: what is looked for first
SIGNS = {
    "zh": re.compile(rf"[A-Za-z0-9 ](?:(?<={HAN}[A-Za-z0-9])|(?<=[A-Za-z0-9])(?={HAN})|(?<= )(?=[ ，。；：？！、）》”（《“])|(?<=[，。；：？！、）》”（《“] ))"),
    "en": re.compile(r" [ ,;:?!.]"),
}
MESSAGES = {
    "missing": (Text("中文和英文、数字之间少一个空格", "a space is missing between Chinese and Latin"), Text("补一个空格", "add a space")),
    "doubled": (Text("空格多了", "too many spaces"), Text("只留一个空格", "keep one space")),
    "around": (Text("标点前后不用空格", "no space belongs beside this mark"), Text("删掉空格", "delete the space")),
}


def check(course: Course) -> Iterator[Problem]:
    for wording in wordings(course):
        signs = (match.start() for match in SIGNS[wording.lang].finditer(wording.text))
        for found in wording.find_near(signs, ZH if wording.lang == "zh" else EN):
            message, remedy = MESSAGES[(found.match and found.match.lastgroup) or "doubled"]
            yield Problem(found.place, "spacing", Text(f"{message.zh}：“{found.words}”", f"{message.en}: “{found.words}”"), remedy, "warning", found.owner, found.lang)
