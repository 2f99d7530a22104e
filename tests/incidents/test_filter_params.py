"""A URL that cannot be read is ignored in parts, each with a note, and never raises."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents import Filter
from incidents.filter_params import NAMES

D1, D2 = date(2025, 9, 1), date(2025, 9, 30)
GOOD = [
    ({"period": ["2025-09-01", "2025-09-30"]}, Filter(period=(D1, D2))),
    ({"period": ["2025-09-01"]}, Filter(period=(D1, D1))),
    ({"period": "2025-09-01"}, Filter(period=(D1, D1))),
    ({"period": ["2025-09-01", ""]}, Filter(period=(D1, None))),
    ({"period": ["..", "2025-09-30"]}, Filter(period=(None, D2))),
    ({"period": [""]}, Filter()),
    ({"period": ["..", ".."]}, Filter()),
    ({"country": ["est", " POL "]}, Filter(country=("EST", "POL"))),
    ({"country": [""], "q": [""], "event": [""]}, Filter()),
    ({"type": ["Drone_Incursion"]}, Filter(type=("drone_incursion",))),
    ({"category": ["incident"], "status": ["disputed"], "actor": ["NATO", "UNK"]}, Filter(category=("incident",), status=("disputed",), actor=("NATO", "UNK"))),
    ({"q": ["  Łódź   drone "]}, Filter(q="Łódź drone")),
    ({"not-country": ["rus", "BLR"], "country": ["POL"]}, Filter(country=("POL",), not_country=("BLR", "RUS"))),
    ({"uncertainty": ["..", "10000"], "count": ["3"], "depth": ["0.5", ""]}, Filter(uncertainty=(None, 10_000), count=(3, 3), depth=(0.5, None))),
    ({"party": ["rus"], "stance": ["Denies"], "resolution": ["no_evidence"]}, Filter(party=("RUS",), stance=("denies",), resolution=("no_evidence",))),
    ({"duration": [""], "not-actor": [""]}, Filter()),
    ({"event": ["2025-09-19-ee-mig31-vaindloo"]}, Filter(event="2025-09-19-ee-mig31-vaindloo")),
    ({}, Filter()),
]  # fmt: skip
BROKEN = [
    ({"period": ["10.09.2025"]}, "write 2025-09-10 if the day comes first"),
    ({"period": ["2025-02-30"]}, "write a day as 2025-09-10"),
    ({"period": ["2025-09-30", "2025-09-01"]}, "swap the two"),
    ({"period": ["2025-09-01"] * 3}, "give one or two"),
    ({"period": ["0001-01-01"]}, "outside 1900 to 2100"),
    ({"period": ["2025-09-01T00:00"]}, "write a day as"),
    ({"period": ["２０２５-09-01"]}, "write a day as"),
    ({"country": ["ESX"]}, "did you mean"),
    ({"country": ["Estonia"]}, "is not known"),
    ({"country": ["NATO"]}, "is not known"),
    ({"type": ["drone"]}, "is not known"),
    ({"status": ["denied"]}, "use one of"),
    ({"q": ["x" * 201]}, "at most 200"),
    ({"q": ["a\x00b"]}, "cannot be printed"),
    ({"q": ["\ud800"]}, "cannot be printed"),
    ({"q": ["a", "b"]}, "give one"),
    ({"event": ["nowhere"]}, "there is no event"),
    ({"event": ["../../etc"]}, "there is no event"),
    ({"party": ["UNK"]}, "is not known"),
    ({"stance": ["says"]}, "use one of"),
    ({"resolution": ["solved"]}, "did you mean unresolved"),
    ({"colour": ["red"]}, "there is no filter “colour”; use one of"),
    ({"not-country": ["ESX"]}, "not-country: “ESX” is not known; did you mean"),
    ({"not_country": ["RUS"]}, "there is no filter"),
    ({"depth": ["deep"]}, "depth: “deep” is not a number; write digits"),
    ({"depth": ["-1"]}, "is not a number"),
    ({"depth": ["1e3"]}, "is not a number"),
    ({"depth": ["5", "1"]}, "swap the two"),
    ({"count": ["1", "2", "3"]}, "give one or two"),
    ({"country": ["X"] * 301}, "more than 300"),
]


@pytest.mark.parametrize(("params", "expected"), GOOD)
def test_good_parameters(params, expected):
    """Read without a note; one day is that day, an empty side or .. is open, case does not matter for codes and words."""
    assert Filter.from_params(params) == (expected, ())


@pytest.mark.parametrize(("params", "note"), BROKEN)
def test_broken_parameters_are_ignored_with_a_note(seeds, params, note):
    """The filter is empty and one note in plain English says why."""
    chosen, notes = Filter.from_params(params, seeds)
    assert chosen == Filter()
    assert len(set(notes)) == 1
    assert note in notes[0]
    assert notes[0].startswith("Ignored: ")
    assert notes[0].isprintable()


def test_the_rest_of_a_broken_url_still_counts(seeds):
    """Good words beside broken ones are kept."""
    chosen, notes = Filter.from_params({"country": ["POL", "XYZ"], "period": ["x"], "q": ["drone"]}, seeds)
    assert chosen == Filter(country=("POL",), q="drone")
    assert len(notes) == 2


def test_the_url_has_a_fixed_order():
    """Period, facets, exclusions, ranges, q, event."""
    chosen = Filter(
        period=(D1, None), country=("POL", "EST"), category=("incident",), type=("drone_incursion",), status=("disputed",), actor=("RUS",), q="x", event="a-b",
        not_actor=("BLR",), depth=(0.5, None), count=(3, 3),
    )  # fmt: skip
    assert chosen.to_params() == [
        ("period", "2025-09-01"),
        ("period", ".."),
        ("country", "EST"),
        ("country", "POL"),
        ("type", "drone_incursion"),
        ("category", "incident"),
        ("status", "disputed"),
        ("actor", "RUS"),
        ("not-actor", "BLR"),
        ("depth", "0.5"),
        ("depth", ".."),
        ("count", "3"),
        ("count", "3"),
        ("q", "x"),
        ("event", "a-b"),
    ]


@settings(max_examples=500, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(NAMES) | st.text(), st.lists(st.text(st.characters(categories=None)), max_size=4), max_size=6
    )
)
def test_no_text_whatsoever_raises(params):
    """Any strings, lone surrogates and controls included, give a filter and printable notes; what was read round-trips."""
    chosen, notes = Filter.from_params(params)
    assert all(note.isprintable() for note in notes)
    back = {}
    for name, value in chosen.to_params():
        back.setdefault(name, []).append(value)
    assert Filter.from_params(back) == (chosen, ())
