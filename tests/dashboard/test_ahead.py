"""What the next screens need is shown ahead, a part at a press, and then no more."""

from tests.dashboard.screen import DATA, command, container, go, run

SCRIPT_AND_BUTTON = 2


def test_a_part_at_a_press_then_nothing():
    """Small elements, the table, the chart, a map where there is none; after the last press all is gone, on other screens too."""
    app, parts = run(), []
    for _ in range(4):
        app.button(key="ahead_on").click().run()
        assert not app.exception
        parts.append([node.type for node in container(app, "ahead")])
    small = {
        "page_link",
        "selectbox",
        "file_uploader",
        "button_group",
        "download_button",
        "number_input",
        "text_area",
        "text_input",
        "date_input",
        "toggle",
        "link_button",
        "bidi_component",
        "image",
    }
    assert small <= set(parts[0])
    assert "dataframe" in parts[1]
    assert "vega_lite_chart" in parts[2]
    assert "component_instance" not in parts[3]
    app.button(key="ahead_on").click().run()
    assert container(app, "ahead") is None
    assert container(go(app, DATA), "ahead") is None


def test_a_part_is_shown_once():
    """What the reader asks for after a press comes without the part of that press, and the next press goes on with the next part."""
    app = run()
    app.button(key="ahead_on").click().run()
    assert len(container(app, "ahead")) > SCRIPT_AND_BUTTON
    app.run()
    assert len(container(app, "ahead")) == SCRIPT_AND_BUTTON
    app.button(key="ahead_on").click().run()
    assert "dataframe" in [node.type for node in container(app, "ahead")]


def test_a_visit_that_begins_without_a_map_has_one_ahead():
    """It gets what the map is to show, so that its files are there as well."""
    app = run(DATA)
    for _ in range(4):
        app.button(key="ahead_on").click().run()
    assert not app.exception
    assert command(app)["core"].endswith("/core.bin")
