"""The names of the calculators: what may follow `calculator` in a fence. Their words are in render/calculators.yml."""

CALCULATORS = (
    "late-interest",
    "carrying-cost",
    "replacement-sales",
    "dso",
    "cei",
    "ageing",
    "instalments",
    "limitation",
    "expected-loss",
)
