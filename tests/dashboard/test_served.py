"""The served package follows its folder: a good one is taken, a faulty one refused, both are said, and no path is told."""

import json
import os
import shutil
import threading
import time

import pytest
from starlette.applications import Starlette

from dashboard import served as module
from dashboard.served import Served
from dashboard.server import api, blobs
from dashboard.store import Store, served, store
from incidents import PackageError, read_package
from tests.dashboard.asgi import ask
from tests.dashboard.screen import DATA, container, count, go, run, text

APP = Starlette(routes=[*api.ROUTES, *blobs.ROUTES])
FIRST = "2014-03-03-se-il20-sas681"


@pytest.fixture
def package(serve, seed_copy):
    """A copy of the seeds that is served."""
    serve(seed_copy.path)
    store()
    return seed_copy


def looked(times=3):
    """Look at the folder as often as a change needs."""
    for _ in range(times):
        served.look()


def health():
    """Return what /api/healthz says."""
    answer = ask(APP, "/api/healthz")
    assert answer.status == 200
    return json.loads(answer.content)


def broken_row(package):
    package.edit("events", 5, start="10.09.2025")


def half_written(package):
    path = package.path / "events.csv"
    path.write_bytes(path.read_bytes()[:50_000])


def deleted(package):
    shutil.rmtree(package.path)


def no_events(package):
    (package.path / "events.csv").unlink()


def emptied(package):
    (package.path / "events.csv").write_bytes(b"")


def dangling(package):
    package.edit("claims", 2, event_id="nobody")


FAULTS = {
    broken_row: "10.09.2025",
    half_written: "events.csv",
    deleted: "there is no such folder",
    no_events: "there is no such file",
    emptied: "is empty",
    dangling: "nobody",
}


def test_a_changed_package_is_taken(package, events):
    """New rows and texts are served without a restart, under a new key, on the page and in the API."""
    app, before = run(), store()
    package.edit("events", 2, title="A corrected title")
    package.append("events", event_id="a-new-event")
    looked()
    assert store().key != before.key
    assert store().package.event(FIRST)["title"] == "A corrected title"
    assert health()["events"] == len(events) + 1
    assert health()["version"] == store().package.version
    assert count(app.run()) == (len(events) + 1,) * 2
    assert served.refusal is None


def test_an_unchanged_one_is_left_alone(package):
    """Looking changes nothing; nor does a file that was only touched."""
    before = store()
    looked()
    os.utime(package.path / "events.csv", ns=(1, 1))
    looked()
    assert store() is before
    assert health()["refused"] is None


def test_nothing_is_read_while_a_writer_is_at_work(package, monkeypatch):
    """A folder that looks different each time is not read; once it rests, it is."""
    before, read = store(), []
    monkeypatch.setattr(module, "read_package", lambda **given: read.append(1) or read_package(**given))
    for number in range(4):
        package.edit("events", 2, title=f"Title {number} {'x' * number}")
        served.look()
    assert read == []
    assert store() is before
    served.look()
    assert read == [1]
    assert store().package.event(FIRST)["title"] == "Title 3 xxx"


def test_what_changes_while_it_is_read_is_read_again(package, monkeypatch):
    """Tables of two states are never served together."""
    package.edit("events", 2, title="First")

    def meddle(**given):
        found = read_package(**given)
        if found.event(FIRST)["title"] == "First":
            package.edit("events", 2, title="The second")
        return found

    monkeypatch.setattr(module, "read_package", meddle)
    looked(2)
    assert store().package.event(FIRST)["title"] not in ("First", "The second")
    looked()
    assert store().package.event(FIRST)["title"] == "The second"


@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_one_is_refused(package, events, fault):
    """The old one is kept, page and API say why, and no path is told."""
    before = store()
    fault(package)
    looked()
    assert store() is before
    refused = health()["refused"]
    assert FAULTS[fault] in refused["reason"]
    app = run(DATA)
    assert not app.exception
    said = text(container(app, "text"))
    assert f"Version {before.package.version}" in said
    shown = "".join(each.proto.body for each in app.get("html"))
    assert "is refused, and the version above is kept" in shown
    assert str(package.path) not in shown + said + json.dumps(refused)
    assert count(go(app, "")) == (len(events),) * 2


def test_it_is_read_once_as_long_as_it_stays(package, monkeypatch):
    """A refused package is not read again and again."""
    broken_row(package)
    looked()
    monkeypatch.setattr(module, "read_package", None)
    looked()
    assert served.refusal is not None


def test_mended_it_is_taken(package):
    """After the correction the refusal is gone; the old state put back is no refusal either."""
    original = (package.path / "events.csv").read_bytes()
    broken_row(package)
    looked()
    (package.path / "events.csv").write_bytes(original)
    before = store()
    looked()
    assert served.refusal is None
    assert store() is before
    package.edit("events", 5, title="Better")
    looked()
    assert store() is not before


def test_a_folder_put_in_place_of_another_is_taken(serve, seed_copy, tmp_path):
    """A link that leads to the next version, changed in one step."""
    link, second = tmp_path / "current", tmp_path / "second"
    shutil.copytree(seed_copy.path, second)
    link.symlink_to(seed_copy.path)
    serve(link)
    before = store()
    seed_copy.path = second
    seed_copy.edit("events", 2, title="In the second")
    beside = tmp_path / "beside"
    beside.symlink_to(second)
    beside.replace(link)
    looked()
    assert store() is not before
    assert store().package.event(FIRST)["title"] == "In the second"


def test_open_pages_go_on(package, monkeypatch):
    """Files under the key before are served for a while, then gone."""
    before = store()
    package.edit("events", 2, title="Another")
    looked()
    assert ask(APP, f"/blobs/{before.key}/core.bin").status == 200
    now = time.monotonic()
    monkeypatch.setattr(module.time, "monotonic", lambda: now + module.KEPT_S + 1)
    looked(1)
    assert ask(APP, f"/blobs/{before.key}/core.bin").status == 404
    assert ask(APP, f"/blobs/{store().key}/core.bin").status == 200


def test_a_view_of_what_is_gone_is_noted(package):
    """A session that has an event selected which the new package lacks goes on, with a note."""
    app = run(event=FIRST)
    rows = [row for row in package.rows("events") if row["event_id"] != FIRST]
    package.write("events", rows)
    for name in ("sources", "claims", "updates"):
        package.write(name, [row for row in package.rows(name) if row["event_id"] != FIRST])
    relations = package.rows("relations")
    package.write("relations", [row for row in relations if FIRST not in (row["event_id"], row["related_event_id"])])
    looked()
    assert served.refusal is None
    app.run()
    assert not app.exception
    assert count(app)[1] == len(rows)
    assert any(FIRST in each.proto.body for each in app.get("html") if "ev-note" in each.proto.body)


def test_closed_files_are_named(package):
    """Files that the server may not read are one line, without a traceback."""
    if os.geteuid() != 0:
        (package.path / "events.csv").chmod(0)
        with pytest.raises(PackageError, match="cannot be opened"):
            read_package(package.path)
        return
    package.path.chmod(0o700)
    os.seteuid(65534)
    try:
        with pytest.raises(PackageError, match=r"cannot be opened \(Permission denied\)|cannot be a folder"):
            read_package(package.path)
    finally:
        os.seteuid(0)


def test_it_follows_by_itself_and_stops(package, monkeypatch, caplog):
    """The thread takes a change without being asked, outlives an error, and ends when told."""
    monkeypatch.setattr(module, "EVERY_S", 0.02)
    own, stop, raised = Served(Store), threading.Event(), []
    before = own.store()

    def trip():
        raised.append(1)
        raise OSError("once")

    look = own.look
    monkeypatch.setattr(own, "look", lambda: trip() if not raised else look())
    thread = threading.Thread(target=own.follow, args=(stop,), daemon=True)
    thread.start()
    package.edit("events", 2, title="By itself")
    end = time.monotonic() + 60
    while own.store() is before and time.monotonic() < end:
        time.sleep(0.02)
    stop.set()
    thread.join(60)
    assert raised
    assert own.store().package.event(FIRST)["title"] == "By itself"
    assert not thread.is_alive()


def test_no_page_tells_the_folder(serve, tmp_path):
    """Where there is no package at all, the page names the variable, not the place."""
    serve(tmp_path / "secret-place")
    said = text(run())
    assert "AIRSPACE_DATA" in said
    assert "there is no such folder" in said
    assert "secret-place" not in said
