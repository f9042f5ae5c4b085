"""Records for tests of the dashboard, from the short form in which tests/dashboard/*.json are written. No fixtures here.

An event is its verb with its item, and what matters of its result: {"answered": "a1-q1", "score": 0.5}.
"""

import json

VERBS = ("read", "answered", "reviewed", "note", "draft", "practised", "examined")


def event(number: int, short: dict) -> dict:
    """The event as a record holds it; `number` gives what is not said: its id, its time, its attempt."""
    verb = next(verb for verb in VERBS if verb in short)
    at = short.get("at", f"2026-03-12T04:{number // 60:02}:{number % 60:02}.000Z")
    known = {"id": f"event-{number}", "at": at, "verb": verb, "item": short[verb]}
    result = _result(verb, {"attempt": f"attempt-{number}", **short})
    return known | ({"result": result} if result else {}) | {key: short[key] for key in ("seconds",) if key in short}


def _result(verb: str, short: dict) -> dict | None:
    match verb:
        case "answered":
            return _answer(short["score"])
        case "reviewed":
            return _answer(short["score"]) | {"confidence": 2}
        case "note":
            return {"value": "江岚制造"}
        case "draft":
            return {"of": short.get("of", short["draft"]), "attempt": short["attempt"], "response": short["response"]}
        case "practised":
            chosen = {"ending": "an-ending", "score": 0.5, **short}
            return {key: chosen[key] for key in ("attempt", "ending", "score", "steps")} | {"response": ["hello"], "cash": 0.5, "redLine": False}
        case "examined":
            answers = [{"item": item} | _answer(score) for item, score in short.get("answers", {}).items()]
            return {key: short[key] for key in ("attempt", "score", "passed")} | {"answers": answers}
    return None


def _answer(score: float) -> dict:
    return {"correct": score == 1, "response": ["x"], "score": score}


def record(events: list[dict]) -> str:
    """The text of a record with these events, in full or in the short form."""
    full = [one if "verb" in one else event(number, one) for number, one in enumerate(events)]
    return json.dumps({"format": "coursepack-record", "version": 2, "course": "getting-paid", "events": full})
