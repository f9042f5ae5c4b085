"""Seconds that a command or a function takes, each in a process of its own, so that none profits from another."""

import multiprocessing
import os
import subprocess
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from statistics import median
from typing import NamedTuple


class Seconds(NamedTuple):
    wall: float
    cpu: float  # of the process and the processes that it waited for


def command(arguments: Sequence[object], ok: Sequence[int] = (0,)) -> Seconds:
    """Runs a command to its end. Raises RuntimeError with its output when it fails."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    start, before = time.perf_counter(), os.times()
    done = subprocess.run([str(word) for word in arguments], env=environment, capture_output=True, text=True, check=False)
    wall, after = time.perf_counter() - start, os.times()
    if done.returncode not in ok:
        raise RuntimeError(f"{arguments}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return Seconds(wall, after.children_user + after.children_system - before.children_user - before.children_system)


def function(work: Callable[..., object], *arguments: object) -> Seconds:
    """Runs `work`, which must be importable, in a fresh process; its start and imports do not count."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(_clock, work, arguments).result()


def _clock(work: Callable[..., object], arguments: Sequence[object]) -> Seconds:
    wall, cpu = time.perf_counter(), time.process_time()
    work(*arguments)
    return Seconds(time.perf_counter() - wall, time.process_time() - cpu)


def interleaved(runs: int, *works: Callable[[], Seconds]) -> list[Seconds]:
    """Each work `runs` times in turn, so that a busy minute hits all alike; their medians."""
    rounds = [[work() for work in works] for _ in range(runs)]
    return [Seconds(*(median(values) for values in zip(*seconds, strict=True))) for seconds in zip(*rounds, strict=True)]
