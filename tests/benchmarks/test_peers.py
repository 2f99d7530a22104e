"""What the comparison computes, without a browser."""

import pytest

from tests.benchmarks.layer import Ours, target
from tests.benchmarks.packages import FILES, folder_of, wanted
from tests.benchmarks.peers import comparison, nearest, plot, ratio
from tests.benchmarks.rivals import Found, both_ways, halves, points
from tests.benchmarks.steps import Walk, middle, summary

WALK = Walk(1.0, 2.0, 3.0, 20.0, 60)
OURS = [Ours(n, WALK, 100.0, 5.0, 8.0, []) for n in (385, 10_000)]
FOUND = [
    Found("slow", 300, rerun=2000.0),
    Found("quick", 1000, walk=Walk(5.0, 6.0, 7.0, 40.0, 60)),
    Found("away", 10, why_not="no npm"),
]
ADDRESSES = [
    ("https://cdn.jsdelivr.net/npm/leaflet@1.9.3/dist/leaflet.js", "dist/leaflet.js"),
    ("https://code.jquery.com/jquery-3.7.1.min.js", "dist/jquery.min.js"),
    ("https://cdnjs.cloudflare.com/ajax/libs/moment.js/2.18.1/moment.min.js?x=1", "min/moment.min.js"),
    ("https://cdn.jsdelivr.net/npm/leaflet.timeline@1.6.0/dist/leaflet.timeline.min.js", "dist/leaflet.timeline.js"),
    ("https://example.org/else.js", None),
]


@pytest.mark.parametrize(("url", "file"), ADDRESSES)
def test_wanted(url, file):
    """An address of a CDN leads to a file of a package, any other to nothing."""
    found = wanted(url)
    assert (found and found[1]) == file


def test_packages_are_pinned():
    """Each package names one version, and has a folder of its own."""
    packages = {package for package, _ in FILES.values()}
    assert all(package.rpartition("@")[2][0].isdigit() for package in packages)
    assert len({folder_of(package) for package in packages}) == len(packages)
    assert "/" not in folder_of("@scope/name@1.0")


def test_summary():
    """Median and percentile are of the steps, the frame is a mean."""
    walk = summary([3.0, 1.0, 2.0], [0.0, 10.0, 20.0, 60.0], 0.09)
    assert (walk.median, walk.p95, walk.frame, walk.steps) == (2.0, 2.0, 20.0, 3)
    assert walk.main == pytest.approx(30)
    assert walk.per_second == 50


def test_middle():
    """The median walk by frames counts."""
    walks = [Walk(1, 1, 1, frame, 1) for frame in (30.0, 10.0, 20.0)]
    assert middle(walks).frame == 20.0
    assert middle(walks[:1]).frame == 30.0


def test_both_ways():
    """The smaller and the larger window count alike, whichever comes first."""
    assert both_ways([1, 10, 2, 20, 3, 30]) == both_ways([10, 1, 20, 2, 30, 3]) == 11


def test_nearest():
    """Peers are compared with at least as many events of ours, where there are any."""
    assert [nearest(OURS, n).n for n in (300, 385, 1000, 100_000)] == [385, 385, 10_000, 10_000]


def test_ratio():
    """A ratio needs two values."""
    assert [ratio(10, 2), ratio(None, 2), ratio(1, 0)] == ["5 ×", "", ""]


def test_comparison():
    """Each measured map has a line as long as the head, and a missing one a reason."""
    lines = comparison(OURS, FOUND).splitlines()
    rows = [line for line in lines if line.startswith("|")]
    assert len({line.count("|") for line in rows}) == 1
    assert rows[-2].endswith("|  | 100 × |")
    assert rows[-1].endswith("| 5 × | 2 × |")
    assert lines[-1] == "- away, 10 events: not measured: no npm"


def test_plot(tmp_path):
    """The plot is a PNG."""
    plot(OURS, FOUND, tmp_path / "plot.png")
    assert (tmp_path / "plot.png").read_bytes().startswith(b"\x89PNG")


def test_points():
    """Events come oldest first, and the window is half of the record."""
    rows = points(50)
    low, half, high = halves(rows)
    assert rows == sorted(rows, key=lambda row: row[2])
    assert low + 2 * half == pytest.approx(high)


def test_targets_are_those_of_the_issue():
    """The heap has a bound at 100 000 only."""
    assert [target(n).step for n in (385, 10_000, 100_000, 1_000_000)] == [1, 1, 5, 10]
    assert [target(n).heap for n in (385, 100_000, 1_000_000)] == [None, 10, None]
