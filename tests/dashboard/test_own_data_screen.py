"""A file chosen on the Data screen: what it is taken for, the report, and its rows on every screen of this session only."""

import json

import pytest

from dashboard.own_store import own_store
from dashboard.screens import own_upload
from incidents import Filter, filter_events, read_package
from incidents.export import FORMATS
from incidents.imports import read_any, template
from tests.dashboard.screen import DATA, MAP, command, container, count, go, pages, run, text, unescaped
from tests.incidents.hostile_files import FILES, GOOD, good, table
from tests.incidents.test_import import ACLED, PLAIN

LONGEST_S = 60
HOSTILE = ["<script>alert(1)</script>", "[x](javascript:alert(1))", "${alert(1)}", ":red[x] **b** $x^2$", "=1+1"]


def settled(app):
    """Run on until the import is over."""
    assert app.session_state["own_job"].wait(LONGEST_S)
    app.run()
    assert not app.exception
    return app


def load(content, name="mine.csv", app=None):
    """Choose a file on the Data screen."""
    app = app or run(DATA)
    app.file_uploader[0].set_value((name, content, "text/csv")).run()
    return settled(app)


def widget(app, kind, name):
    """Return the widget whose key ends with a name."""
    (found,) = [each for each in app.get(kind) if each.key and each.key.endswith(name)]
    return found


def press(app, name):
    """Press the button whose key ends with a name."""
    return widget(app, "button", name).click().run()


def opened(app, *, is_open=True):
    """Open how a file that could be read is read, or close it."""
    job = app.session_state["own_job"]
    app.session_state[f"own_how_own_{job.file_id}_{job.options['profile']}_False"] = is_open
    app.run()
    assert not app.exception
    return app


def checked(app):
    """Send the form and wait for the report."""
    return settled(press(app, "_check"))


def own(app):
    """Return the data of the session, None when there is none."""
    return app.session_state["own_store"] if "own_store" in app.session_state else None  # noqa: SIM401 - it has no get


@pytest.fixture(scope="module")
def mine():
    """A session that shows three rows of its own, alone."""
    app = load(table(*good(3)).encode())
    press(app, "own_use")
    assert not app.exception
    return app


def test_a_good_file_is_found_out_and_shown():
    """Format, encoding, delimiter, size, first rows, and totals that add up."""
    app = load(table(*good(3), delimiter=";").encode())
    shown = text(app)
    assert "format csv · encoding UTF-8 · delimiter semicolon · 3 rows, 25 columns" in shown
    assert "row-0 | incident | aircraft_violation" in shown
    assert "3 rows given = 3 accepted (0 of them flagged) + 0 refused" in shown
    assert not widget(app, "button", "own_use").disabled
    assert own(app) is None


def test_rows_of_other_tables_stand_in_the_verdict():
    """Where only a relation is refused, the totals say so, and so does the choice below them."""
    about = json.loads(FORMATS["json"](read_package(), filter=Filter(q="vaindloo")))
    about["events"][0]["relations"] = [{"event_id": "x", "related_event_id": "y", "relation": "follows"}]
    app = load(json.dumps(about).encode(), "mine.json")
    assert "+ 0 refused; 1 row of other tables refused" in text(app)
    assert widget(app, "radio", "own_refused").value == "strict"
    assert widget(app, "button", "own_use").disabled


def test_choices_are_offered_and_followed():
    """What the file does not say is asked for: a type, day first, the decimal comma; then all rows are accepted."""
    app = load(PLAIN.encode())
    assert "no column for event_type" in unescaped(text(app))
    assert "Options such as --map and --dates are the fields" in text(app)
    widget(app, "selectbox", "_event_type_column").set_value("Art")
    app = checked(app)
    shown = text(app)
    assert "2 rows given = 1 accepted (0 of them flagged) + 1 refused" in shown
    assert (
        "refused | mine.csv | 2 | Datum | 03.04.2025 | is not an ISO 8601 date or UTC time | write 2025-04-03" in shown
    )
    assert widget(app, "button", "own_use").disabled
    opened(app)
    widget(app, "selectbox", "_dates").set_value("dmy")
    widget(app, "checkbox", "_comma").set_value(True)
    app = checked(app)
    assert "2 rows given = 2 accepted (0 of them flagged) + 0 refused" in text(app)
    press(app, "own_use")
    assert own(app).package.events["start"].tolist() == ["2025-04-03", "2025-09-10"]


def test_how_a_file_is_read_is_folded_and_kept():
    """Of a file without faults the form is made when it is opened; folded and opened again it holds what was chosen."""
    app = load(table(*good(3)).encode())
    assert not [each for each in app.button if each.key.endswith("_check")]
    opened(app)
    widget(app, "checkbox", "_dms").set_value(True)
    widget(app, "selectbox", "_zone").set_value("Europe/Riga")
    widget(app, "selectbox", "_country_column").set_value("")
    widget(app, "text_input", "_country_value").set_value("POL")
    app = checked(app)
    assert set(app.session_state["own_job"].imported.table["country"]) == {"POL"}
    for is_open in (False, False, True):
        opened(app, is_open=is_open)
    assert not app.warning
    assert widget(app, "checkbox", "_dms").value
    assert widget(app, "selectbox", "_zone").value == "Europe/Riga"
    assert widget(app, "selectbox", "_country_column").value == ""
    assert widget(app, "text_input", "_country_value").value == "POL"
    app = checked(app)
    assert set(app.session_state["own_job"].imported.table["country"]) == {"POL"}


def test_one_value_can_stand_for_all_rows():
    """A field that no column holds gets one word for all rows, and a suggested column can be refused."""
    app = load(PLAIN.replace("03.04.2025", "2025-04-03").replace("54,5;25,1", "54.5;25.1").encode())
    widget(app, "selectbox", "_event_type_value").set_value("balloon_incursion")
    widget(app, "selectbox", "_country_column").set_value("")
    widget(app, "text_input", "_country_value").set_value("POL")
    app = checked(app)
    job = app.session_state["own_job"]
    assert set(job.imported.table["event_type"]) == {"balloon_incursion"}
    assert set(job.imported.table["country"]) == {"POL"}
    assert "country" in job.imported.report.not_taken


def test_lenient_leaves_refused_rows_out():
    """Strict loads nothing; lenient loads the rest and the map says how many are missing."""
    app = load(table(*good(2), GOOD | {"latitude": "91"}).encode())
    assert widget(app, "button", "own_use").disabled
    widget(app, "radio", "own_refused").set_value("lenient").run()
    press(app, "own_use")
    assert count(go(app, MAP)) == (2, 2)
    assert "1 faulty record left out" in text(container(app, "count"))


def test_acled_is_known_by_its_columns():
    """A table with the columns of ACLED is read by its codes."""
    app = load("\n".join(ACLED).encode())
    assert widget(app, "radio", "_profile").value == "acled"
    assert "4 rows given = 3 accepted (3 of them flagged) + 1 refused" in text(app)


def test_acled_is_known_before_a_slow_file_is_read(monkeypatch):
    """The columns are enough: a file that takes longer than the page waits is read by its codes as well."""
    monkeypatch.setattr(own_upload, "PATIENCE_S", 0.0)
    rows = "\n".join([*ACLED, *(ACLED[1].replace("POL101", f"POL{n}") for n in range(1000, 4000))])
    app = run(DATA)
    app.file_uploader[0].set_value(("mine.csv", rows.encode(), "text/csv")).run()
    while not app.session_state["own_job"].over:
        app.run()
    assert widget(settled(app), "radio", "_profile").value == "acled"


def test_every_screen_says_whose_data_it_is(mine):
    """Banner with name and number, on every screen; the count is of these rows."""
    for page in pages(mine):
        app = go(mine, page)
        assert not app.exception, page
        said = unescaped(text(container(app, "own_banner")))
        assert "Your data: 3 events of mine.csv, only in this session" in said.replace("**", ""), page
    assert count(go(mine, MAP)) == (3, 3)


def test_another_session_sees_nothing_of_it(mine, served):
    """Its map shows the served data and has no banner."""
    assert own(mine) is not None
    other = run()
    assert count(other) == (len(served.package.events),) * 2
    assert text(container(other, "own_banner")) == ""


def test_the_map_fetches_it_under_a_key_of_the_session(mine):
    """The addresses in the command carry the key, and the key leads to the rows."""
    sent = command(go(mine, MAP))
    key = own(mine).key
    assert sent["core"] == f"../../blobs/{key}/core.bin"
    assert own_store(key) is own(mine)


def test_downloads_hold_the_rows_of_the_session(mine):
    """Buttons instead of links to the API, one for each format; no link to a clean view, which would be of other data."""
    app = go(mine, MAP)
    buttons = {each.key for each in app.get("download_button")}
    assert {f"own_download_{kind}" for kind in FORMATS} <= buttons
    assert "api/events" not in text(app)
    assert app.get("link_button") == []
    assert run().get("link_button") != []


def test_supply_lines_are_those_of_the_session(mine):
    """Events alone bring no supply lines; downloads are buttons, since no address leads to the session's data."""
    app = go(mine, "supply-lines")
    assert not app.exception
    assert "0 of 0" in text(container(app, "count"))
    assert {each.key for each in app.get("download_button") if each.key} >= {"flow_csv", "flow_geojson", "flow_json"}
    assert "api/flows" not in text(app)


def test_the_plain_table_has_links(mine):
    """A title leads to its event inside the page, which does not end the session."""
    app = go(mine, MAP)
    app.query_params["table"] = "plain"
    app.run()
    (found,) = [each.proto.body for each in app.get("html") if '<div class="plain-table"' in each.proto.body]
    assert '" class="inside"' in found
    del mine.query_params["table"]
    mine.run()


def test_the_way_back_forgets_it(served):
    """One press: the served data, no banner, nothing under the key."""
    app = load(template())
    press(app, "own_use")
    key = own(app).key
    press(app, "own_leave")
    assert own(app) is None
    assert own_store(key) is None
    assert count(go(app, MAP)) == (len(served.package.events),) * 2


def test_beside_the_served_events_ids_stay_distinct(served):
    """Rows of the served data loaded again stand twice, under ids that are named; everything is counted."""
    content = FORMATS["zip"](served.package, filter=Filter(country=("EST",)))
    n = len(filter_events(served.package, Filter(country=("EST",))))
    app = load(content, "estonia.zip")
    widget(app, "radio", "own_beside").set_value("beside").run()
    press(app, "own_use")
    total = len(served.package.events)
    assert f"{n} events of estonia.zip beside {total} recorded" in unescaped(text(container(app, "own_banner")))
    assert "events | 2025-09-19-ee-mig31-vaindloo | own-2025-09-19-ee-mig31-vaindloo | True" in text(app)
    assert count(go(app, MAP)) == (total + n,) * 2


@pytest.mark.parametrize(
    "name", ["empty.csv", "cp1257.csv", "bomb.xlsx", "laughs.xlsx", "outside-entity.kml", "picture.csv"]
)
def test_a_hostile_file_changes_nothing(name, served):
    """A clear answer, and the served data are still served."""
    content, expected = FILES[name]
    app = load(content, name)
    assert expected in unescaped(text(app))
    assert not [each for each in app.button if each.key == "own_use"]
    assert count(go(app, MAP)) == (len(served.package.events),) * 2


def test_an_encoding_can_be_named():
    """A file in cp1257 is refused with the choice to make, and read once it is made."""
    app = load(FILES["cp1257.csv"][0], "cp1257.csv")
    widget(app, "selectbox", "_encoding").set_value("cp1257")
    app = checked(app)
    assert "3 rows given = 3 accepted" in text(app)
    assert app.session_state["own_job"].imported.table["place_name"].tolist() == ["Šiauliai"] * 3


@pytest.mark.parametrize("word", HOSTILE)
def test_hostile_text_is_only_text(word):
    """In file names, headers and cells nothing is read as markup; the map's command holds none of it."""
    rows = [GOOD | {"title": word, "place_name": word, word: "x"}]
    app = load(table(*rows, names=[*GOOD, word]).encode(), f"{word.replace('/', '')}.csv")
    press(app, "own_use")
    for page in pages(app):
        go(app, page)
        assert not app.exception
        for element in (*app.markdown, *app.get("html")):
            value = element.value if hasattr(element, "value") else element.proto.body
            assert "<script>alert" not in value
            assert 'href="javascript:' not in value
        assert not any("](javascript:" in element.value for element in app.markdown)
    assert word not in str(command(go(app, MAP)))


def test_a_cancelled_import_loads_nothing(monkeypatch):
    """The page says so and offers to start anew."""
    from dashboard import import_job

    app = run(DATA)
    for _ in range(import_job.AT_ONCE):
        import_job._turns.acquire()
    try:
        app.file_uploader[0].set_value(("mine.csv", template(), "text/csv")).run()
        assert "Waiting for other imports" in text(app) or app.get("progress")
        press(app, "own_cancel")
        app = settled(app)
    finally:
        for _ in range(import_job.AT_ONCE):
            import_job._turns.release()
    assert "Cancelled; nothing was loaded" in text(app)
    assert "1 rows given = 1 accepted" in text(checked(app))


def test_taking_the_file_away_forgets_it():
    """An empty uploader has no import."""
    app = load(template())
    app.file_uploader[0].set_value(None).run()
    assert "own_job" not in app.session_state


def test_the_template_is_offered():
    """It can be downloaded, and loads as it is."""
    app = run(DATA)
    assert "own_template" in {each.key for each in app.get("download_button")}
    assert read_any(template(), name="template.csv").report.refused == 0
