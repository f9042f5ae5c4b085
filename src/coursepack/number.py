"""Numbers as people type them, for marking numeric answers. The browser's twin is course-number.js: tests/numbers/*.json.

Read are full-width digits and signs, thousands separators in threes (comma, space, apostrophe), 。 as a decimal point,
scale words (48 万, 1.2 亿, 3 million), a currency before or after, brackets for a minus, and a percent sign, which is a
unit like 元: 5% is 5.
Refused is whatever could mean two things: 1,5 and 12,34 and 3 万 5.
"""

import re

CURRENCY = "rmb|cny|人民币|¥"
SCALES = {
    "thousand": 3, "million": 6, "billion": 9,
    "千": 3, "万": 4, "w": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "万亿": 12,
}  # fmt: skip
LONGEST = 40  # characters; a longer text is no number that anybody meant
FORM = re.compile(
    rf"""(?:{CURRENCY})?[ ]?(?P<open>\()?(?P<sign>[-+])?[ ]?(?:{CURRENCY})?[ ]?
    (?P<whole>[1-9][0-9]{{,2}}(?P<separator>[, '])[0-9]{{3}}(?:(?P=separator)[0-9]{{3}})*|[0-9]+|(?=\.[0-9]))
    (?:\.(?P<part>[0-9]*))?
    [ ]?(?P<scale>{"|".join(sorted(SCALES, key=len, reverse=True))})?
    [ ]?(?:元整?|元正|圆整?|yuan|rmb|cny|人民币|%)?(?P<close>\))?""",
    re.VERBOSE,
)
PLAIN = {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)} | {
    **dict.fromkeys(map(ord, "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"), " "),
    **dict.fromkeys(map(ord, "\u200b\u200e\u200f\u2060\ufeff"), None),
    **dict.fromkeys(map(ord, "−–﹣"), "-"),
    ord("’"): "'", ord("。"): ".", ord("￥"): "¥",
}  # fmt: skip


def parse_number(text: str) -> float | None:
    """The number that `text` holds, or None when it holds none or could mean two. `480,000`, `48 万` and `¥４８００００` are 480000."""
    typed = text.translate(PLAIN).strip(" ").lower()
    match = FORM.fullmatch(typed) if len(typed) <= LONGEST else None
    if match is None or bool(match["open"]) != bool(match["close"]) or (match["open"] and match["sign"]):
        return None
    digits = re.sub(r"\D", "", match["whole"]) + "." + (match["part"] or "")
    value = float(f"0{digits}e{SCALES.get(match['scale'], 0)}")
    return -value if value and (match["open"] or match["sign"] == "-") else value
