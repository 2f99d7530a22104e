"""The screen of supply lines: the period chooses, map, list, table and address agree, nothing of the data runs."""

import json
import re
from datetime import date
from html import unescape
from urllib.parse import parse_qs

import numpy as np
import pytest
from defusedxml import ElementTree

from dashboard.flow_record import flow_rows
from incidents import VOCABULARIES
from incidents.flows import flow_mask
from tests.dashboard.screen import arguments, command, container, count, params, pick, row_ids, rows, run, said, text
from tests.seed_copy import SeedCopy

PAGE = "supply-lines"
SEPTEMBER = ["2025-09-01", "2025-09-30"]
SEED_TROOPS = "prk-ukr-troops-25k-seed"


def table_html(app):
    """Return the table as it stands in the page, "" when there is none."""
    found = [each.proto.body for each in app.get("html") if each.proto.body.startswith('<div class="plain-table')]
    assert len(found) <= 1
    return "".join(found)


def table(app):
    """Return the rows of the table by heading."""
    if not (html := table_html(app)):
        return []
    head, *lines = ElementTree.fromstring(html).iter("tr")
    names = ["".join(cell.itertext()) for cell in head]
    return [dict(zip(names, ("".join(cell.itertext()) for cell in line), strict=True)) for line in lines]


@pytest.mark.parametrize("period", [None, SEPTEMBER, ["..", "2022-12-31"], ["2025-12-31", ".."]])
def test_the_period_chooses(served, period):
    """Count, map, list and table hold the lines whose period overlaps."""
    app = run(PAGE, **({"period": period} if period else {}))
    assert not app.exception
    days = tuple(None if day == ".." else date.fromisoformat(day) for day in period or ("..", ".."))
    mask = flow_mask(served.package.flows, days)
    expected = served.package.flows["flow_id"][mask].tolist()
    assert count(app) == (len(expected), 16)
    assert row_ids(app) == expected
    assert command(app)["shown"] == np.flatnonzero(mask).tolist()
    assert [int(row["No."]) for row in table(app)] == (np.flatnonzero(mask) + 1).tolist()


def test_the_typed_dates_choose():
    """A date typed here is the one period of all screens, in the address too."""
    app = run(PAGE)
    (first,) = [each for each in app.date_input if each.key == "filter_first"]
    first.set_value(date(2026, 1, 1)).run()
    assert row_ids(app) == ["prk-rus-alabuga-workers"]
    assert params(app)["period"] == ["2026-01-01", ".."]


def test_no_line_in_these_dates():
    """An empty period says so and shows no table."""
    app = run(PAGE, period=["1990-01-01", "1990-12-31"])
    assert not app.exception
    assert count(app) == (0, 16)
    assert "No supply lines in these dates" in text(app)
    assert table(app) == []


@pytest.mark.parametrize("row", range(16))
def test_each_line_is_told(served, row):
    """Selected by the address, each line shows its summary, quantity, status, places and sources."""
    flow = flow_rows(served.package)[row]
    app = run(PAGE, flow=flow["flow_id"])
    assert not app.exception
    shown = text(container(app, "detail")).replace("&#39;", "'").replace("&#34;", '"')
    assert flow["summary"] in shown
    assert VOCABULARIES["flow_status"][flow["status"]].description in shown
    assert flow["origin_place"] in shown
    assert shown.count("<li value=") == len(flow["source_ids"].split(";"))
    assert command(app)["selected"] == row


@pytest.mark.parametrize("flow", [SEED_TROOPS, "chn-ukr-fighters-seed"])
def test_contradicted_figures_are_marked_in_words(flow):
    """In the list, in the table and in the panel."""
    app = run(PAGE)
    (row,) = [each for each in rows(app) if each["row"] == flow]
    assert "Disputed, contradicted" in said(row["lines"])
    assert [row["Status"] for row in table(app)].count("Disputed, contradicted") == 2
    assert "Figure of the seed article that other sources contradict" in text(container(run(PAGE, flow=flow), "detail"))


def test_a_row_of_the_list_selects_and_the_way_back():
    """A click on a line of the list selects it in map, table and address; All lines takes it back."""
    app = pick(run(PAGE, period=["2024-01-01", "2026-05-30"]), "irn-rus-fath360")
    assert params(app)["period"] == ["2024-01-01", "2026-05-30"]
    assert params(app)["flow"] == ["irn-rus-fath360"]
    assert command(app)["selected"] == 8
    assert "Fath-360" in text(container(app, "detail"))
    (back,) = [each for each in app.button if each.key == "flow_back"]
    back.click().run()
    assert "flow" not in params(app)
    assert command(app)["selected"] == -1


def test_what_is_sent_leads_to_its_line():
    """Each row of the table is a link to the same view with its line selected; the selected one says so; numbers as people write them."""
    app = run(PAGE, period=["2024-01-01", "2026-05-30"], flow="irn-rus-fath360")
    links = re.findall(r'<a href="\?([^"]*)" class="inside"( aria-current="true")?>', table_html(app))
    assert [parse_qs(unescape(query))["flow"][0] for query, _ in links] == row_ids(
        run(PAGE, period=["2024-01-01", "2026-05-30"])
    )
    assert all(parse_qs(unescape(query))["period"] == ["2024-01-01", "2026-05-30"] for query, _ in links)
    assert [parse_qs(unescape(query))["flow"] for query, here in links if here] == [["irn-rus-fath360"]]
    assert {row["At most"] for row in table(run(PAGE))} >= {"", "28\u202f000"}


def test_a_line_outside_the_dates_says_so():
    """A selected line that the dates leave out is told with a note, and is not drawn."""
    app = run(PAGE, flow="irn-rus-fath360", period=SEPTEMBER)
    assert "outside the dates" in text(container(app, "detail"))
    assert command(app)["selected"] not in command(app)["shown"]


def test_an_unknown_line_is_ignored_with_a_note():
    """A broken address is no exception."""
    app = run(PAGE, flow="<b>")
    assert not app.exception
    assert "Ignored: flow" in text(container(app, "detail"))
    assert "<b>" not in text(container(app, "detail"))


def test_filters_of_events_do_not_choose_lines():
    """They stay in the address and a note says that they do nothing here."""
    app = run(PAGE, country="EST")
    assert count(app) == (16, 16)
    assert "do not choose supply lines" in text(container(app, "detail"))
    assert params(app)["country"] == ["EST"]


def test_the_shell_is_constant_and_small():
    """The script of the map never changes, holds no data, and loads by a relative address."""
    one, other = arguments(run(PAGE)), arguments(run(PAGE, period=SEPTEMBER, flow=SEED_TROOPS))
    assert one["script"] == other["script"]
    assert "Pyongyang" not in json.dumps([one, other])
    assert len(json.dumps(other)) < 10_000
    assert all(link.startswith("../../assets/supply.") for link in one["js_links"])


def test_downloads_hold_the_period():
    """Each link asks the API for the lines on screen."""
    shown = text(run(PAGE, period=SEPTEMBER, country="EST"))
    for kind in ("csv", "geojson", "json"):
        assert f'href="api/flows.{kind}?period=2025-09-01&amp;period=2025-09-30"' in shown


def test_a_picture_of_the_lines_on_screen():
    """The dialog draws the lines of the period, with caption and alternative text."""
    app = run(PAGE, period=SEPTEMBER)
    (button,) = [each for each in app.button if each.key == "flow_picture"]
    button.click().run()
    assert not app.exception
    caption, alt = (each.value for each in app.text_area)
    assert "7 of 16 recorded supply lines; 1 to 30 September 2025" in caption
    assert "disputed, contradicted" in alt


def test_faulty_lines_are_left_out_with_a_note(serve, tmp_path):
    """A line without coordinates or back to its origin is not shown; the count says so and Data names it."""
    copy = SeedCopy(tmp_path)
    copy.edit("flows", 2, origin_longitude="")
    copy.edit("flows", 8, origin="RUS")
    serve(copy.path)
    app = run(PAGE)
    assert not app.exception
    assert count(app) == (14, 14)
    assert "2 faulty records left out" in text(container(app, "count"))
    said = text(run("data"))
    assert "flows.csv | 2 | origin_longitude" in said
    assert "flows.csv | 8 | destination | RUS | is the origin itself" in said


def test_hostile_text(serve, tmp_path):
    """Markup, templates and Markdown in the data reach no script, and stand as text."""
    hostile = "<img src=x onerror=alert(1)>${alert(1)}{{7*7}}:red[x]"
    copy = SeedCopy(tmp_path)
    copy.edit("flows", 7, commodity=hostile, summary=hostile, unit=hostile, origin_place=hostile)
    serve(copy.path)
    app = run(PAGE, flow="prk-rus-alabuga-workers")
    assert not app.exception
    assert "<img" not in text(container(app, "detail"))
    assert "alert" not in json.dumps(arguments(app))
    (row,) = [each for each in rows(run(PAGE)) if each["row"] == "prk-rus-alabuga-workers"]
    assert hostile in said(row["lines"])
