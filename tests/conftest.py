"""The real course, built once for all tests and all workers."""

import os
from pathlib import Path

import pytest
from small_course import ROOT, build_course


@pytest.fixture(scope="session")
def built(tmp_path_factory) -> Path:
    """The folder that `coursepack build` gives for the real course."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    site = shared / "course" / "site"
    site.parent.mkdir(exist_ok=True)
    with (site.parent / "lock").open("w") as lock:
        _wait_for(lock)
        return site if site.is_dir() else build_course(ROOT, site)


def _wait_for(lock) -> None:
    """Workers build one after the other where the system has such locks, each its own site where it has none."""
    try:
        import fcntl
    except ImportError:
        return
    fcntl.flock(lock, fcntl.LOCK_EX)
