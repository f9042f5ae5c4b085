"""The schedule of the review on the cases that the browser's passes too (tests/browser/test_schedule_in_browser.py), and what holds always."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursepack.schedule import INTERVALS, Due, schedule

CASES = [case for path in sorted((Path(__file__).parent / "schedule").glob("*.json")) for case in json.loads(path.read_text(encoding="utf-8"))]
INDEX = {"lesson": {"module": "1-one", "questions": ["a", "b"]}, "other": {"module": "2-two", "questions": ["c"]}}
ZONES = st.sampled_from([ZoneInfo(name) for name in ("Asia/Shanghai", "America/New_York", "Pacific/Auckland", "UTC")])
LATER = date(2100, 1, 1)
TIMES = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)).map(lambda time: time.isoformat(timespec="milliseconds") + "Z")
ITEMS = {"read": ["lesson", "other", "gone"], "answered": ["a", "b", "c", "gone"], "reviewed": ["a", "b", "c", "gone"]}
RESULTS = st.fixed_dictionaries({"correct": st.booleans(), "confidence": st.sampled_from([1, 2, 3])})


@st.composite
def events(draw) -> dict:
    verb = draw(st.sampled_from(sorted(ITEMS)))
    found = {"at": draw(TIMES), "verb": verb, "item": draw(st.sampled_from(ITEMS[verb])), "result": draw(RESULTS)}
    return {"id": str(draw(st.integers(0, 10**9))), **found}


RECORDS = st.lists(events(), max_size=30, unique_by=lambda event: event["id"])


def moment(day: date, zone: ZoneInfo, hour: int = 12) -> str:
    """An hour of a day in a zone, as the record writes it."""
    time = datetime(day.year, day.month, day.day, hour, tzinfo=zone).astimezone(UTC)
    return time.strftime("%Y-%m-%dT%H:%M:%S.000Z")


def review(day: date, zone: ZoneInfo, correct: bool = True, confidence: int = 3) -> dict:
    return {"id": f"r{day}", "at": moment(day, zone), "verb": "reviewed", "item": "a", "result": {"correct": correct, "confidence": confidence}}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_schedule(case: dict) -> None:
    found = schedule(case["events"], case["index"], ZoneInfo(case["zone"]), date.fromisoformat(case["today"]))
    assert {id: {"due": due.day.isoformat(), "step": due.step} for id, due in found.items()} == case["expected"]


@given(RECORDS, st.randoms(), ZONES)
def test_only_time_orders_events_and_merging_again_changes_nothing(record: list[dict], random, zone: ZoneInfo) -> None:
    mixed = [*record, *record[: len(record) // 2]]
    random.shuffle(mixed)
    assert schedule(mixed, INDEX, zone, LATER) == schedule(record, INDEX, zone, LATER)


@given(RECORDS, ZONES)
def test_only_known_questions_and_a_known_interval_after_their_latest_day(record: list[dict], zone: ZoneInfo) -> None:
    for id, due in schedule(record, INDEX, zone, LATER).items():
        assert id in ("a", "b", "c")
        lessons = [lesson for lesson, part in INDEX.items() if id in part["questions"]]
        days = [datetime.fromisoformat(event["at"]).astimezone(zone).date() for event in record if event["item"] in (id, *lessons)]
        assert due.day - timedelta(days=INTERVALS[due.step]) in days


@given(RECORDS, ZONES, st.booleans(), st.sampled_from([1, 2, 3]))
def test_after_an_answer_a_question_is_never_due_at_once(record: list[dict], zone: ZoneInfo, correct: bool, confidence: int) -> None:
    today = date(2028, 2, 29)
    due = schedule([*record, review(today, zone, correct, confidence)], INDEX, zone, today)["a"]
    assert due.day > today
    if not correct:
        assert due == Due(today + timedelta(days=1), 0)


@given(st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.lists(st.integers(0, 40), min_size=1, max_size=9), ZONES)
def test_successes_on_time_or_late_never_narrow_the_gap(start: date, delays: list[int], zone: ZoneInfo) -> None:
    record = [{"id": "0", "at": moment(start, zone), "verb": "answered", "item": "a", "result": {"correct": True}}]
    gaps = []
    for delay in delays:
        day = schedule(record, INDEX, zone, LATER)["a"].day + timedelta(days=delay)
        record.append(review(day, zone))
        gaps.append((schedule(record, INDEX, zone, LATER)["a"].day - day).days)
    assert gaps == [INTERVALS[min(number, len(INTERVALS) - 1)] for number in range(1, len(gaps) + 1)]


@given(RECORDS, ZONES, st.dates(date(2025, 12, 1), date(2027, 2, 1)))
def test_what_lies_ahead_of_today_waits(record: list[dict], zone: ZoneInfo, today: date) -> None:
    past = [event for event in record if datetime.fromisoformat(event["at"]).astimezone(zone).date() <= today]
    assert schedule(record, INDEX, zone, today) == schedule(past, INDEX, zone, LATER)
