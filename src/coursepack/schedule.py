"""When each question comes back for review. The browser's schedule (course-schedule.js) passes the same cases: tests/schedule/*.json.

A question enters review on the day on which its lesson was read or it was first answered in the lesson, whichever came
first, and is asked the next day. From then on only reviews move it:

- wrong or partly right: back to the first interval, so it is due the next day (and comes again in the same session);
- right, and it was due: the next interval, 3, 7, 21 and 60 days, then every 60;
- right before it was due (a second device, the repetition in the same session, another time zone): the same interval
  again. Two devices that answer the same question cannot move it up twice;
- right, but marked as a guess: the same interval again. Three options suffice for a question (LRN-07), so one guess in
  three is right; and it is calling things to mind that makes them last (LRN-01), which a guess is not. So it has not
  earned the longer gap. Nor was it wrong, and it has just been explained; equal gaps serve memory as well as growing
  ones (LRN-02), so nothing is lost by asking again after the same time.

The next date always counts from the day of the review, however early or late. A day is a calendar day of the learner's
time zone: 23:50 and 00:10 are two days. An event of a later day than today was written by a clock that was ahead; it waits
for its day, and until then the question stays as it was before. Questions that the index does not know, for instance
retired ones, are left out.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta, tzinfo
from typing import Any, NamedTuple

INTERVALS = (1, 3, 7, 21, 60)
GUESSED = 1

Event = Mapping[str, Any]  # as the learner's record holds it
Index = Mapping[str, Mapping[str, Any]]  # lesson → {"questions": ids, …}, as assets/bank/index.js


class Due(NamedTuple):
    """The day on which a question is due, and the place of the interval that leads there."""

    day: date
    step: int


def schedule(events: Iterable[Event], index: Index, zone: tzinfo, today: date) -> dict[str, Due]:
    """Every question in review. The order of `events` does not matter, nor that some come twice."""
    known = {question for lesson in index.values() for question in lesson["questions"]}
    found: dict[str, Due] = {}
    for event in sorted(events, key=lambda event: (event["at"], event["id"])):
        day, item = _day(event["at"], zone), event["item"]
        if day > today:
            continue
        if event["verb"] == "read":
            for question in index.get(item, {"questions": ()})["questions"]:
                found.setdefault(question, _after(day, 0))
        elif event["verb"] == "answered" and item in known:
            found.setdefault(item, _after(day, 0))
        elif event["verb"] == "reviewed" and item in known:
            found[item] = _reviewed(found.get(item, Due(day, 0)), day, event["result"])
    return found


def _reviewed(before: Due, day: date, result: Mapping[str, Any]) -> Due:
    if not result["correct"]:
        return _after(day, 0)
    earned = day >= before.day and result["confidence"] != GUESSED
    return _after(day, min(before.step + earned, len(INTERVALS) - 1))


def _after(day: date, step: int) -> Due:
    return Due(day + timedelta(days=INTERVALS[step]), step)


def _day(at: str, zone: tzinfo) -> date:
    return datetime.fromisoformat(at).astimezone(zone).date()
