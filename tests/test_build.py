"""What `build` leaves behind: the same bytes each time, a policy that covers every page, compressed twins, nothing half-written."""

import gzip
import hashlib
import shutil
from pathlib import Path

import pytest
from small_course import copy_minimal

from coursepack import build, deploy


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_minimal(tmp_path_factory.mktemp("build") / "course")


@pytest.fixture(scope="module")
def site(course: Path) -> Path:
    build.build(course, course.parent / "site")
    return course.parent / "site"


def digest(site: Path) -> dict[str, str]:
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_same_course_same_bytes(course: Path, site: Path, tmp_path: Path) -> None:
    moved = shutil.copytree(course, tmp_path / "elsewhere")
    build.build(moved, tmp_path / "site")
    assert digest(tmp_path / "site") == digest(site)


def test_both_languages_and_nothing_beside(course: Path, site: Path) -> None:
    for page in ("index.html", "1-basics/1-first.html", "en/index.html", "en/1-basics/1-first.html", "404.html"):
        assert (site / page).is_file()
    assert sorted(path.name for path in site.parent.iterdir()) == ["course", "site"]


def test_every_text_has_a_compressed_twin(site: Path) -> None:
    for path in site.rglob("*"):
        if path.suffix in deploy.TEXT_ENDINGS and path.stat().st_size >= deploy.MIN_BYTES:
            assert gzip.decompress(path.with_name(path.name + ".gz").read_bytes()) == path.read_bytes()


def test_policy_stands_in_both_files_and_is_strict(site: Path) -> None:
    policy = deploy.policy(site)
    assert "unsafe" not in policy and "http" not in policy
    assert policy.count("'sha256-") <= 4
    assert f"Content-Security-Policy: {policy}" in (site / "_headers").read_text(encoding="utf-8")
    assert f'add_header Content-Security-Policy "{policy}" always;' in (site / "nginx-headers.conf").read_text(encoding="utf-8")


def test_instructor_pages_only_in_their_edition(course: Path, tmp_path: Path) -> None:
    own = shutil.copytree(course, tmp_path / "course")
    for lang in ("zh", "en"):
        folder = own / "docs" / lang / "1-basics" / "instructor"
        folder.mkdir()
        (folder / "notes.md").write_text("---\ntitle: Notes\n---\n\nnotes\n", encoding="utf-8")
    for edition, present in (("learner", False), ("instructor", True)):
        build.build(own, tmp_path / edition, edition)
        assert (tmp_path / edition / "1-basics" / "instructor" / "notes.html").exists() == present


def test_a_failing_generator_leaves_the_old_site(course: Path, tmp_path: Path) -> None:
    own = shutil.copytree(course, tmp_path / "course")
    out = tmp_path / "site"
    out.mkdir()
    (out / "index.html").write_text("old", encoding="utf-8")
    (own / "mkdocs.en.yml").write_text("site_name: [", encoding="utf-8")
    with pytest.raises(build.BuildFailed, match="en"):
        build.build(own, out)
    assert (out / "index.html").read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["course", "site"]


def test_a_script_that_slipped_into_one_page_is_not_allowed(site: Path, tmp_path: Path) -> None:
    own = shutil.copytree(site, tmp_path / "site")
    page = own / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("</body>", "<script>evil()</script></body>"), encoding="utf-8")
    assert deploy.policy(own) == deploy.policy(site)
    assert deploy.policy(site).count("'sha256-") >= 1
