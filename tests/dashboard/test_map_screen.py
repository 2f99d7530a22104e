"""The map screen: one state, a constant shell, a small message, the same n of N as everywhere."""

from datetime import date

import pytest

from incidents import Filter, filter_events
from tests.dashboard.screen import (
    arguments,
    choose,
    command,
    container,
    count,
    message,
    params,
    pick,
    row_ids,
    rows,
    run,
    said,
    text,
)

VAINDLOO = "2025-09-19-ee-mig31-vaindloo"
FACETS = [
    # name, words, the same as a filter
    ("country", ["EST"]),
    ("country", ["EST", "POL"]),
    ("type", ["drone_incursion"]),
    ("category", ["statement", "posture"]),
    ("status", ["disputed"]),
    ("actor", ["UNK"]),
    ("resolution", ["no_evidence", "other_object"]),
    ("stance", ["denies"]),
    ("party", ["BLR", "RUS"]),
]
ADDRESSES = [
    {},
    {"period": ["2025-09-01", "2025-09-30"]},
    {"period": ["..", "2020-12-31"]},
    {"period": ["2025-09-10"]},
    {"country": ["EST", "POL"], "type": ["drone_incursion"]},
    {"category": ["incident"], "status": ["confirmed", "reported"], "actor": ["RUS"]},
    {"q": ["balloon lithuania"]},
    {"q": ["no event holds these words"]},
    {"event": [VAINDLOO]},
    {"period": ["2014-01-01", "2014-12-31"], "event": [VAINDLOO]},
    {"party": ["RUS"], "stance": ["denies"]},
    {"embed": ["true"]},
]
BROKEN = [
    {"period": ["yesterday"]},
    {"period": ["2025-09-30", "2025-09-01"]},
    {"period": ["2025-09-01", "2025-09-02", "2025-09-03"]},
    {"country": ["Estonia"]},
    {"type": ["<script>alert(1)</script>"]},
    {"event": ["1999-01-01-xx-nothing"]},
    {"colour": ["red"]},
    {"q": ["x" * 5000]},
    {"status": ["confirmed", "**bold** $x$ :red[x]"]},
]
SMALLEST, LARGEST = 200, 5 * 1024


def view_of(address):
    """Return the filter of an address, as the library reads it."""
    return Filter.from_params({name: value for name, value in address.items() if name != "embed"})[0]


@pytest.mark.parametrize("address", ADDRESSES, ids=str)
def test_addresses_restore_the_view(events, address):
    """A new session shows the count of its address, without an exception and without a complaint."""
    app = run(**address)
    assert not app.exception
    assert count(app) == (len(filter_events(events, view_of(address))), len(events))
    assert "gnored" not in text(app)


@pytest.mark.parametrize("address", ADDRESSES, ids=str)
def test_the_message_is_small_and_local(address):
    """The map's message is small; its one script comes from our own server, no style from anywhere."""
    app = run(**address)
    assert SMALLEST < message(app).ByteSize() < LARGEST
    given = arguments(app)
    assert given["css_links"] == []
    assert len(given["js_links"]) == 1
    assert given["js_links"][0].startswith("../../assets/")
    assert not any("//" in str(given[name]) for name in ("header", "html", "script", "feature_group"))


def test_the_shell_is_constant():
    """Neither filter, period, selection nor session changes the script by which st_folium tells maps apart."""
    shells = {(arguments(run(**address))["script"], message(run(**address)).id) for address in ADDRESSES[:9]}
    assert len({script for script, _ in shells}) == 1
    assert len({name for _, name in shells}) == 1


def test_only_the_map_beside_a_text_is_small():
    """Whether it goes without controls stands in its script, so that it is laid out once."""
    assert 'createMap("map_div", false)' in arguments(run())["script"]
    assert 'createMap("map_div", true)' in arguments(run("chronicle"))["script"]


def test_no_text_of_the_data_reaches_the_frame(events):
    """No title, place or summary is in the message to the frame, not even of the selected event."""
    app = run(event=VAINDLOO, q="vaindloo")
    given = message(app).json_args.lower()
    row = events[events["event_id"] == VAINDLOO].iloc[0]
    assert not [row[name] for name in ("title", "place_name", "summary", "event_id") if row[name].lower() in given]
    assert "vaindloo" not in given


def test_no_search_text_reaches_the_frame():
    """What a reader types is never part of the script that the frame runs."""
    given = message(run(q="${alert(1)} </script> `x`")).json_args
    assert not [word for word in ("alert", "</script", "`x`") if word in given]


@pytest.mark.parametrize(("name", "words"), FACETS, ids=str)
def test_facets(served, events, name, words):
    """Choosing words of a facet counts the events that the filter lets through."""
    app = choose(run(), name, words)
    expected = filter_events(served.package, Filter(**{name: tuple(words)}))
    assert not app.exception
    assert count(app) == (len(expected), len(events))
    assert params(app)[name] == sorted(words)


def test_search(events):
    """Typing a search counts the events that hold the words."""
    app = run()
    app.text_input(key="filter_q").set_value("balloon Vilnius").run()
    assert count(app)[0] == len(filter_events(events, Filter(q="balloon Vilnius"))) > 0
    assert params(app)["q"] == ["balloon Vilnius"]


def test_typed_dates(events):
    """Typed dates are the period, one side alone leaves the other open."""
    app = run()
    app.date_input(key="filter_first").set_value(date(2025, 9, 1)).run()
    assert count(app)[0] == len(filter_events(events, Filter(period=(date(2025, 9, 1), None))))
    app.date_input(key="filter_last").set_value(date(2025, 9, 30)).run()
    assert count(app)[0] == len(filter_events(events, Filter(period=(date(2025, 9, 1), date(2025, 9, 30)))))
    assert params(app)["period"] == ["2025-09-01", "2025-09-30"]
    assert command(app)["window"] == [20332, 20361]


def test_dates_the_wrong_way_round(events):
    """A last day before the first swaps the two instead of failing."""
    app = run(period=["2025-09-10", "2025-09-30"])
    app.date_input(key="filter_last").set_value(date(2025, 9, 1)).run()
    assert not app.exception
    assert count(app)[0] == len(filter_events(events, Filter(period=(date(2025, 9, 1), date(2025, 9, 10)))))


def test_every_quick_range(events):
    """Each quick range sets the period that the two date fields then show."""
    app = run(popovers=("quick",))
    options = app.button_group(key="filter_quick").options
    assert len(options) > 5
    periods = [(None, None)]
    for name in options[1:]:  # the first, all dates, is what is chosen at first
        app.button_group(key="filter_quick").set_value(name).run()
        period = (app.date_input(key="filter_first").value, app.date_input(key="filter_last").value)
        assert not app.exception
        assert period not in periods
        periods.append(period)
        assert count(app)[0] == len(filter_events(events, Filter(period=period))), name


@pytest.mark.parametrize("address", BROKEN, ids=lambda address: str(address)[:40])
def test_broken_addresses_are_noted(events, address):
    """A broken address shows a note and the rest of the view, never an exception."""
    app = run(**address)
    assert not app.exception
    assert "gnored" in text(app)
    assert count(app) == (len(filter_events(events, view_of(address))), len(events))


def test_a_note_is_text():
    """What a note quotes from the address is not markup."""
    assert "<script>alert" not in text(run(type="<script>alert(1)</script>"))


def test_a_note_goes_away():
    """The next change of the view takes the note away and keeps what could be read."""
    app = run(country=["EST", "Atlantis"])
    app.text_input(key="filter_q").set_value("drone").run()
    assert "gnored" not in text(app)
    assert params(app)["country"] == ["EST"]


def test_the_address_opens_an_event(served):
    """`event=` opens the panel with title, status and every claim."""
    panel = text(container(run(event=VAINDLOO), "detail"))
    assert served.package.event(VAINDLOO)["title"] in panel
    claims = served.package.claims_of(VAINDLOO)
    assert len(claims) >= 2
    assert all(claim["text"] in panel for claim in claims)


def test_the_map_hears_of_the_selection(served):
    """The command names the row of the selected event, -1 without one."""
    assert command(run(event=VAINDLOO))["event"] == served.index_of(VAINDLOO)
    assert command(run())["event"] == -1


def test_an_event_outside_the_view_is_shown_and_said():
    """An event that the filters leave out is shown all the same, and the panel says that it lies outside."""
    panel = text(container(run(event=VAINDLOO, country="POL"), "detail"))
    assert "outside" in panel


def test_the_list_shows_the_view(events):
    """The list holds the newest events of the view, each with its title, and grows on request."""
    app = run(country="EST")
    expected = filter_events(events, Filter(country=("EST",)))["event_id"].tolist()[::-1]
    shown = row_ids(app)
    assert 5 < len(shown) < len(expected)
    assert shown == expected[: len(shown)]
    assert events.set_index("event_id")["title"][shown[0]] in said(rows(app)[0])
    app.button(key="list_more").click().run()
    assert row_ids(app) == expected[: len(row_ids(app))]
    assert len(row_ids(app)) > len(shown)


def test_a_row_opens_its_event_and_back(served):
    """A row of the list selects its event; the way back shows the list again."""
    app = run(country="EST")
    first = row_ids(app)[0]
    app = pick(app, first)
    assert served.package.event(first)["title"] in text(container(app, "detail"))
    assert (params(app)["event"], command(app)["event"]) == ([first], served.index_of(first))
    app.button(key="detail_back").click().run()
    assert row_ids(app)[0] == first
    assert "event" not in params(app)


def test_reset_keeps_the_event(events):
    """Reset takes the filters away and keeps the open event."""
    app = run(country="EST", period=["2025-09-01", "2025-09-30"], event=VAINDLOO)
    app.button(key="filter_reset").click().run()
    assert count(app) == (len(events), len(events))
    assert params(app) == {"event": [VAINDLOO]}


def test_an_empty_view_says_so():
    """A view without events says what to do."""
    app = run(q="no event holds these words")
    assert count(app)[0] == 0
    assert row_ids(app) == []
    assert len(text(container(app, "detail"))) > 20


def test_every_contract_container():
    """The containers that checks rely on are there."""
    app = run()
    assert not [key for key in ("map", "detail", "count", "filters") if container(app, key) is None]


def test_hostile_titles_are_text(serve, seed_copy):
    """Markup, Markdown, LaTeX and template syntax in a title reach the list escaped and the frame not at all."""
    title = "[x](javascript:alert(1)) <img src=x onerror=alert(1)> ${alert(1)} $x$ :red[y] **b**"
    rows_of = seed_copy.rows("events")
    last = max(range(len(rows_of)), key=lambda at: rows_of[at]["start"])
    event_id = seed_copy.edit("events", last + 2, title=title, start="2026-06-01", end="", time_precision="day")[
        "event_id"
    ]
    serve(seed_copy.path)
    app = run()
    row = next(each for each in rows(app) if each["row"] == event_id)
    assert row["lines"][1] == ["span", "line", title]
    app = pick(app, event_id)
    assert not app.exception
    assert "<img" not in text(container(app, "detail"))
    assert "alert" not in message(app).json_args
