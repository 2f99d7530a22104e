"""The chronicle: lanes, steps, chapters, each step an address."""

import pytest

from tests.dashboard.screen import DATA, arguments, command, container, go, params, pick, row_ids, rows, run, text

CHRONICLE = "chronicle"
VAINDLOO = "2025-09-19-ee-mig31-vaindloo"


def entries(app):
    """Return lane and id of each entry, in the order of the page."""
    return [(row["kind"].split()[1].removeprefix("tl-"), row["event"]) for row in rows(app, "timeline")]


def click(app, key):
    """Press a button."""
    return app.button(key=key).click().run()


@pytest.fixture(scope="module")
def opened():
    """The screen as it opens, never clicked."""
    return run(CHRONICLE)


def test_it_opens_with_september_2025(opened, served):
    """The opening chapter, its key dates, its entries in three lanes in order of time; the address says which chapter it is."""
    assert not opened.exception
    assert params(opened) == {"chapter": ["september-2025"]}
    assert command(opened)["window"] == [20332, 20361]
    found = entries(opened)
    assert {lane for lane, _ in found} == {"flew", "said", "done"}
    days = [served.package.event(each)["earliest"].date() for _, each in found]
    assert days == sorted(days)
    assert {(day.year, day.month) for day in days} == {(2025, 9)}
    assert f"{len(found)} of 94 entries" in text(opened)
    keys = row_ids(opened, "related")
    assert VAINDLOO in keys
    assert len(keys) == 8


def test_next_and_previous_move_map_window_and_card(served):
    """Each step selects an entry, ends the window with it, shows its card, and is an address; back again is the opening."""
    app = run(CHRONICLE)
    shell = arguments(app)["script"]
    order = [each for _, each in entries(app)]
    for at in range(3):
        app = click(app, "step_on")
        event = served.package.event(order[at])
        assert params(app)["event"] == [order[at]]
        assert params(app)["chapter"] == ["september-2025"]
        assert command(app)["event"] == served.index_of(order[at])
        assert command(app)["window"][1] < 20361
        assert event["title"] in text(container(app, "card"))
        assert f"Step {at + 1} of {len(order)}" in text(app)
        assert arguments(app)["script"] == shell
        assert [each for _, each in entries(app)] == order
    for _ in range(3):
        app = click(app, "step_back")
    assert params(app) == {"period": ["2025-09-01", "2025-09-30"], "chapter": ["september-2025"]}
    assert app.button(key="step_back").disabled


def test_a_link_opens_its_step(served):
    """A new session with the address of a step is at that step, with every claim; after the last step it starts again."""
    app = run(CHRONICLE, chapter="september-2025", event=VAINDLOO)
    card = text(container(app, "card"))
    assert all(claim["text"] in card for claim in served.package.claims_of(VAINDLOO))
    assert command(app)["window"] == [20332, 20350]
    at = [each for _, each in entries(app)].index(VAINDLOO) + 1
    assert f"Step {at} of {len(entries(app))}" in text(app)
    last = run(CHRONICLE, chapter="september-2025", event=entries(app)[-1][1])
    assert last.button(key="step_on").label == "Start again"
    assert "event" not in params(click(last, "step_on"))


def test_the_chain_of_an_entry(served):
    """The card lists what hangs together with the jets, and leads there."""
    app = run(CHRONICLE, chapter="september-2025", event=VAINDLOO)
    app = pick(app, "2025-09-23-be-nac-article-4", "related")
    assert params(app)["event"] == ["2025-09-23-be-nac-article-4"]
    assert served.package.event("2025-09-23-be-nac-article-4")["title"] in text(container(app, "card"))


def test_every_entry(opened):
    """The switch lists all events of the chapter and stands in the address; an event that is not key lists all by itself."""
    app = run(CHRONICLE)
    app.toggle(key="chronicle_all").set_value(True).run()
    assert len(entries(app)) == 94
    assert params(app)["entries"] == ["all"]
    assert len(entries(run(CHRONICLE, event="2025-09-10-pl-wohyn"))) == 94
    assert len(entries(opened)) < 94


def test_chapters(served):
    """Another chapter opens at its beginning; own dates are kept; an event without dates opens the chapter it is in."""
    app = run(CHRONICLE)
    app.selectbox(key="chronicle_chapter").set_value("2014").run()
    assert params(app) == {"period": ["2014-01-01", "2014-12-31"], "chapter": ["2014"]}
    assert {each[:4] for _, each in entries(app)} == {"2014"}
    app = run(CHRONICLE, period=["2025-09-19", "2025-09-23"])
    assert app.selectbox(key="chronicle_chapter").value == "Own dates"
    assert "chapter" not in params(app)
    assert len(entries(app)) > 5
    app = run(CHRONICLE, event="2015-11-24-tr-su24-shootdown")
    assert params(app)["chapter"] == ["2015"]
    assert served.package.event("2015-11-24-tr-su24-shootdown")["title"] in text(container(app, "card"))


def test_filters_hold(served):
    """The filters of the other screens leave entries out, and a view without any says so."""
    app = run(CHRONICLE, chapter="september-2025", country="EST")
    assert {served.package.event(each)["country"] for _, each in entries(app)} == {"EST"}
    app = run(CHRONICLE, chapter="september-2025", q="no event holds these words")
    assert entries(app) == []
    assert "No recorded event matches" in text(app)


@pytest.mark.parametrize("address", [{"chapter": "<b>x</b>"}, {"chapter": "1066"}, {"event": "nowhere"}])
def test_a_broken_address_is_noted(address):
    """What cannot be read is named as text, and the chronicle opens."""
    app = run(CHRONICLE, **address)
    assert not app.exception
    assert "gnored" in text(app)
    assert "<b>" not in text(app)
    assert entries(app)


def test_pages_of_a_long_chapter():
    """More than one page of entries: the later ones are one press away."""
    app = run(CHRONICLE, chapter="all", entries="all")
    first = entries(app)
    assert len(first) == 120
    later = entries(click(app, "tl_later"))
    assert len(later) == 120
    assert not set(first) & set(later)


def test_titles_are_text(served):
    """No title of the chapter can act as markup: it is a text of its own."""
    found = rows(run(CHRONICLE), "timeline")
    assert found
    assert all(["span", "line", served.package.event(row["event"])["title"]] in row["lines"] for row in found)


def test_faulty_rows_of_the_story_are_left_out_with_a_note(serve, seed_copy):
    """A relation to nowhere, an update before its event and a circle of parts: the chronicle runs, says how many rows are missing, Data names them."""
    relations = seed_copy.rows("relations")
    part = next(at for at, row in enumerate(relations, 2) if row["relation"] == "part_of")
    whole, piece = relations[part - 2]["related_event_id"], relations[part - 2]["event_id"]
    seed_copy.write("relations", [*relations, {"event_id": whole, "related_event_id": piece, "relation": "part_of"}])
    seed_copy.edit("relations", 2, related_event_id="nowhere")
    seed_copy.edit("updates", 2, date="1999")
    serve(seed_copy.path)
    app = run(CHRONICLE, event=VAINDLOO)
    assert not app.exception
    assert "4 faulty rows are left out" in text(app)
    shown = text(go(app, DATA))
    assert "is not in events.csv" in shown
    assert "when the event began" in shown
    assert "circle of part_of" in shown
