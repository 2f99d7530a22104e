"""The interface in another language: every message is translated, placeholders agree, and the screens speak it."""

import ast
import json
import re
from datetime import date
from string import Formatter

import pytest
from babel.messages import Catalog
from babel.messages.pofile import read_po

from dashboard import language, messages
from dashboard.filter_speech import chip_words, filter_words
from dashboard.language import CATALOGUES, ENGLISH, day, languages, month, month_name, number, tr, trn, using
from dashboard.layers import scripts
from dashboard.press.cli import main
from dashboard.record import record
from dashboard.state_names import state
from incidents import VOCABULARIES, Filter
from tests.dashboard.screen import MAP, command, container, count, go, message, pages, params, rows, run, said, text

OTHERS = [each for each in languages() if each != ENGLISH]
SEPTEMBER = Filter(period=(date(2025, 9, 1), date(2025, 9, 30)))
FILTERS = [
    SEPTEMBER,
    Filter(period=(None, date(2020, 12, 31))),
    Filter(country=("EST", "POL"), not_type=("statement",), actor=("RUS",), not_actor=("UNK",)),
    Filter(party=("RUS",), stance=("denies",), status=("disputed",), q="vaindloo"),
    Filter(depth=(5, None), border=(0, 20.5), count=(3, 3), uncertainty=(None, 1000)),
]


def placeholders(text):
    """Return the names in braces, how often each."""
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def faults(found, wanted):
    """Return what is wrong with a catalogue: missing, empty, fuzzy or superfluous messages, other placeholders or marks."""
    wrong = []
    for each in wanted:
        if not each.id:
            continue
        one = each.id if isinstance(each.id, str) else each.id[0]
        held = found.get(one)
        if held is None or held.id != each.id:
            wrong.append(f"missing: {one}")
            continue
        forms = [held.string] if isinstance(held.string, str) else list(held.string)
        if not all(forms) or (not isinstance(each.id, str) and len(forms) != found.num_plurals):
            wrong.append(f"not translated: {one}")
        elif held.fuzzy:
            wrong.append(f"fuzzy: {one}")
        else:
            many = each.id if isinstance(each.id, str) else each.id[1]
            wrong += [f"placeholders: {form}" for form in forms if placeholders(form) != placeholders(many)]
            wrong += [f"marks: {form}" for form in forms if form.count("**") != many.count("**")]
            wrong += [f"spaces: {form!r}" for form in forms if form != form.strip()]
    wrong += [
        f"out of use: {held.id}"
        for held in found
        if held.id and wanted.get(held.id if isinstance(held.id, str) else held.id[0]) is None
    ]
    return wrong + [f"out of use: {name}" for name in found.obsolete]


@pytest.fixture(scope="module")
def wanted():
    """All messages of the interface."""
    return messages.catalogue()


def read(name):
    """Return the catalogue of a language."""
    with (CATALOGUES / f"{name}.po").open("rb") as file:
        return read_po(file, locale=name, abort_invalid=True)


def test_there_is_another_language():
    """Polish ships as proof."""
    assert "pl" in OTHERS


@pytest.mark.parametrize("name", OTHERS)
def test_every_message_is_translated(name, wanted):
    """Nothing missing, empty, fuzzy or out of use; placeholders and marks agree in each plural form."""
    assert faults(read(name), wanted) == []


@pytest.mark.parametrize("name", OTHERS)
def test_the_file_is_in_its_normal_form(name):
    """`python -m dashboard messages` changes nothing in it."""
    assert messages.updated(name) == (CATALOGUES / f"{name}.po").read_bytes()


def test_the_check_can_fail():
    """Each kind of fault is found."""
    wanted, found = Catalog(), Catalog(locale="pl")
    for each in ("missing", "empty", "fuzzy {n}", "other {n}", "bold **x**"):
        wanted.add(each)
    wanted.add(("{n} one", "{n} many"))
    found.add("empty", "")
    found.add("fuzzy {n}", "{n}", flags=["fuzzy"])
    found.add("other {n}", "{m}")
    found.add("bold **x**", "x")
    found.add("old", "stary")
    found.add(("{n} one", "{n} many"), ("{n} a", "{n} b", ""))
    kinds = [fault.partition(":")[0] for fault in faults(found, wanted)]
    assert kinds == ["missing", "not translated", "fuzzy", "placeholders", "marks", "not translated", "out of use"]


def test_messages_are_found_in_code_templates_and_tables(wanted):
    """One of each place is there."""
    for each in (
        "Search words",
        "Who says what",
        "Drag to move the window",
        "Drone incursion",
        "Baltic Sea",
        "Norwegian Sea",
        "{n} incident",
    ):
        assert wanted.get(each) is not None, each


def words_in(template):
    """Return the words that stand in a template of the app itself, beside those of `tr` and of the data."""
    bare = re.sub(r"{#.*?#}|{%.*?%}|{{.*?}}|<[^>]*>", " ", template, flags=re.DOTALL)
    return re.findall(r"[^\W\d_]{2,}", bare)


@pytest.mark.parametrize("name", ["event", "flow", "matrix", "statements"])
def test_no_template_of_the_app_speaks_english(name):
    """Every word of them comes through the catalogue or from the data."""
    assert words_in((messages.HERE / "templates" / f"{name}.html").read_text(encoding="utf-8")) == []


def test_words_in_a_template_are_found():
    """The check can fail."""
    assert words_in('<th scope="col">Who says</th><td>{{ tr("Party") }}</td>') == ["Who", "says"]


def hidden_in(code):
    """Return the calls of `tr` and its like with a text inside an f-string, where the extraction does not look."""
    inside = [node for each in ast.walk(ast.parse(code)) if isinstance(each, ast.JoinedStr) for node in ast.walk(each)]
    calls = [
        node for node in inside if isinstance(node, ast.Call) and getattr(node.func, "id", "") in messages.KEYWORDS
    ]
    return [ast.unparse(call) for call in calls if any(isinstance(argument, ast.Constant) for argument in call.args)]


@pytest.mark.parametrize(
    "path", sorted(messages.HERE.rglob("*.py")), ids=lambda path: path.relative_to(messages.HERE).as_posix()
)
def test_no_message_is_hidden(path):
    """Every message stands where the extraction finds it."""
    assert hidden_in(path.read_text(encoding="utf-8")) == []


def test_hidden_messages_are_found():
    """The check can fail."""
    assert hidden_in("a = f'{tr(\"x\")} {tr(y)}'") == ["tr('x')"]


def test_english_needs_no_catalogue():
    """English is what the code says."""
    assert language.current() == ENGLISH
    assert tr("Search words") == "Search words"
    assert trn("{n} incident", "{n} incidents", 1) == "{n} incident"
    assert (day(date(2025, 9, 3)), day(date(2025, 9, 3), short=True)) == ("3 September 2025", "3 Sep 2025")
    assert (month(date(2025, 9, 1)), month(date(2025, 9, 1), short=True), month_name(9)) == (
        "September 2025",
        "Sep 2025",
        "September",
    )
    assert number("3.5") == "3.5"
    assert state("PRK", "North Korea") == "North Korea"


def test_polish():
    """Plural forms, dates, the decimal comma, names of states by CLDR; outside of the block it is English again."""
    with using("pl"):
        assert [trn("{n} incident", "{n} incidents", n) for n in (1, 3, 5, 12, 22)] == [
            "{n} incydent", "{n} incydenty", "{n} incydentów", "{n} incydentów", "{n} incydenty",
        ]  # fmt: skip
        assert (day(date(2025, 9, 3)), day(date(2025, 9, 3), short=True)) == ("3 września 2025", "3 wrz 2025")
        assert (month(date(2025, 9, 1)), month_name(9)) == ("wrzesień 2025", "września")
        assert number("3.5") == "3,5"
        assert (state("PRK", "x"), state("XKX", "x"), state("UNK", "unattributed")) == (
            "Korea Północna",
            "Kosowo",
            "nieprzypisane",
        )
    assert language.current() == ENGLISH


def test_an_unknown_language_is_english():
    """Nothing breaks."""
    with using("xx"):
        assert tr("Search words") == "Search words"


@pytest.mark.parametrize("view", FILTERS)
def test_filters_in_words(view):
    """In English the words of the filter itself; in Polish as many parts, none of them English."""
    from geodata import country_names

    english = view.chips(names=country_names())
    assert chip_words(view) == english
    assert filter_words(view) == view.to_words(names=country_names())
    with using("pl"):
        polish = chip_words(view)
        assert [chip[:2] for chip in polish] == [chip[:2] for chip in english]
        same = [a[2] for a, b in zip(polish, english, strict=True) if a[2] == b[2]]
        assert [words for words in same if words not in ("“vaindloo”", "Estonia")] == []


def test_a_record_in_polish(served):
    """Labels, dates and states are Polish, the text of the data is as it is."""
    event_id = "2025-09-19-ee-mig31-vaindloo"
    english = record(served.package, event_id)
    with using("pl"):
        polish = record(served.package, event_id)
    assert polish["title"] == english["title"]
    assert not {term for term, _ in polish["facts"]} & {term for term, _ in english["facts"]}
    facts = dict(polish["facts"])
    assert facts["Kiedy"][0] == "19 września 2025"
    assert "Rosja" in facts["Przypisywane"]
    assert "Point" not in str(facts)


@pytest.mark.parametrize("frame", scripts.FRAMES)
def test_the_frame_has_its_words_in_each_language(frame):
    """They stand before the script that all languages share, are served like it, and all that is text is among them."""
    (shared,), (words, same) = scripts.scripts(frame), scripts.scripts(frame, "pl")
    assert same is shared
    assert {words.name, shared.name} <= set(scripts.assets())
    assert len(words.data) < 0.1 * len(shared.data)
    said = words.data.decode()
    assert '"lang":"pl"' in said
    assert '"legend":"Legenda"' in said
    assert '"Norwegian Sea":"Morze Norweskie"' in said


# ---- the screens -------------------------------------------------------------------------------------------------------
def labels(app):
    """Return the labels of all widgets, by kind and key."""
    kinds = ("button", "text_input", "date_input", "number_input", "selectbox", "toggle", "checkbox", "button_group")
    return {(kind, each.key): each.label for kind in kinds for each in app.get(kind) if each.key and each.label}


@pytest.fixture(scope="module")
def both():
    """Every page, in English and in Polish."""
    return {page: (run(page), run(page, lang="pl")) for page in sorted(pages(run()))}


def test_every_page_speaks_polish(both):
    """No page fails, each is titled in Polish, and the address goes on to say so."""
    for page, (english, polish) in both.items():
        assert not polish.exception, page
        assert params(polish)["lang"] == ["pl"], page
        titles = [
            re.findall(r"<h1>(.*?)</h1>", text(app)) + [each.value for each in app.title] for app in (english, polish)
        ]
        assert len(titles[0]) == len(titles[1]) == 1, page
        assert titles[0] != titles[1], page
        assert text(polish) != text(english), page


def test_the_map_screen_is_polish(both):
    """No label of a widget of the map screen is left in English."""
    english, polish = (labels(app) for app in both[MAP])
    shared = set(english) & set(polish)
    assert len(shared) > 8
    same = {key: polish[key] for key in shared if english[key] == polish[key] and key[1] != "filter_status"}
    assert {key: label for key, label in same.items() if label != "Status"} == {}
    heads = [[said(row["lines"][0]) for row in rows(app)] for app in both[MAP]]
    assert len(heads[0]) == len(heads[1]) > 5
    assert not set(heads[0]) & set(heads[1])


def test_counts_agree(both):
    """The same numbers in both languages."""
    numbers = [re.findall(r"\d+", text(container(app, "count"))) for app in both[MAP]]
    assert numbers[0] == numbers[1]


def test_another_frame_in_another_language(both):
    """Script, key and addresses of words are those of the language; the shell of English is as before."""
    english, polish = (message(app) for app in both[MAP])
    assert english.json_args != polish.json_args
    assert "/pl/labels" in command(both[MAP][1])["labels"]
    assert "/pl/" not in command(both[MAP][0])["labels"]


def test_the_language_is_kept_from_screen_to_screen():
    """A change of screen drops the address; the language comes back into it, and the filters with it."""
    app = run(lang="pl", country="EST")
    go(app, "about")
    assert params(app)["lang"] == ["pl"]
    go(app, MAP)
    assert params(app) | {} == {"lang": ["pl"], "country": ["EST"]}
    assert "zapisanych zdarzeń" in text(container(app, "count"))


def test_the_switch():
    """A button leads to the other language and back; the view stays."""
    app = run(country="EST")
    before = count(app)
    (button,) = [each for each in app.button if each.key == "lang_pl"]
    assert button.label == "Polski"
    button.click().run()
    assert params(app)["lang"] == ["pl"]
    assert "zapisanych zdarzeń" in text(container(app, "count"))
    (back,) = [each for each in app.button if each.key == "lang_en"]
    back.click().run()
    assert "lang" not in params(app)
    assert count(app) == before


def test_an_unknown_language_in_the_address():
    """It is ignored with a note, in English."""
    app = run(lang="xx")
    assert not app.exception
    assert "Ignored: lang" in text(container(app, "detail"))
    assert count(app)[1] == 385


def test_sessions_do_not_share_the_language():
    """One reader's choice is not another's."""
    first, second = run(lang="pl"), run()
    assert "recorded events" in text(container(second, "count"))
    first.run()
    assert "zapisanych zdarzeń" in text(container(first, "count"))


@pytest.mark.parametrize("column", VOCABULARIES)
def test_every_word_of_every_vocabulary_is_translated(column):
    """Labels and definitions."""
    from dashboard import words

    with using("pl"):
        for word, english in VOCABULARIES[column].items():
            assert words.description(column, word) != english.description
            assert words.label(column, word)


def test_a_new_language_is_begun_on_the_command_line(tmp_path, capsys):
    """The file holds every message, empty; what is no language is a fault of the call."""
    assert main(["messages", "et", "-o", str(tmp_path / "et.po")]) == 0
    with (tmp_path / "et.po").open("rb") as file:
        begun = read_po(file, locale="et", abort_invalid=True)
    assert {str(each.id) for each in begun} == {str(each.id) for each in messages.catalogue()}
    assert main(["messages", "xyz", "-o", str(tmp_path / "x.po")]) == 2
    assert "not a language" in capsys.readouterr().err
    assert not (tmp_path / "x.po").exists()


def test_links_that_leave_the_session_name_the_language():
    """The cells of the matrix, the titles of the plain table and the clean view open in the same language."""
    claims = text(run("claims", lang="pl"))
    links = re.findall(r'href="(claims\?[^"]+)"', claims)
    assert links
    assert all("lang=pl" in link for link in links)
    assert "lang=" not in "".join(re.findall(r'href="(claims\?[^"]+)"', text(run("claims"))))
    (clean,) = run(lang="pl").get("link_button")
    assert "lang=pl" in clean.proto.url


# ---- nothing is left in English ------------------------------------------------------------------------------------------
SHOWN_BY = {
    "text", "markdown", "title", "header", "subheader", "caption", "button", "download_button", "link_button", "selectbox", "multiselect", "text_input",
    "number_input", "date_input", "toggle", "checkbox", "radio", "popover", "expander", "file_uploader", "warning", "text_area", "segmented_control",
    "form_submit_button", "dialog", "Paragraph", "Entry",
}  # fmt: skip
"""Calls whose text people read: of Streamlit, of pictures."""
TITLED = {"title", "help", "placeholder", "alt", "label", "description"}
"""Keywords whose text people read."""
WORD = re.compile(r"[A-Za-z]{2,}")


def _words_of(node):
    """Return what a literal says in letters; fields of an f-string are no literal."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        said = node.value
    elif isinstance(node, ast.JoinedStr):
        said = " ".join(part.value for part in node.values if isinstance(part, ast.Constant))
    else:
        return ""
    said = re.sub(r":(material|gray|small)[\w/:]*|<[^>]*>|tl-[a-z]+", "", said)
    return said if WORD.search(said) else ""


def untold(code):
    """Return literals that a screen, a chart or a picture shows without asking the catalogue."""
    found = []
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name in SHOWN_BY:
            found += [said for argument in node.args if (said := _words_of(argument))]
        if name == "DataFrame" and node.args and isinstance(node.args[0], ast.Dict):
            found += [said for key in node.args[0].keys if (said := _words_of(key)) and said[:1].isupper()]
        owner = getattr(getattr(node.func, "value", None), "id", "")
        if name in SHOWN_BY or owner in ("st", "alt", "column_config"):
            found += [said for each in node.keywords if each.arg in TITLED and (said := _words_of(each.value))]
    return found


PLACES = [
    path
    for folder in ("screens", "charts", "press")
    for path in sorted((messages.HERE / folder).glob("*.py"))
    if not path.name.startswith("site") and path.name not in ("cli.py", "embed.py")
]
"""Where people read: the static site, the command line and oEmbed speak English."""
NO_WORDS = {"text/csv", "text/html", "import-report.csv", "template.csv", "airspace-incidents.html"}
"""Names of files and their types."""


@pytest.mark.parametrize("path", PLACES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_is_shown_asks_the_catalogue(path):
    """No screen, chart or picture shows a text of its own that a catalogue could not translate."""
    assert [said for said in untold(path.read_text(encoding="utf-8")) if said not in NO_WORDS] == []


@pytest.mark.parametrize(
    "code",
    [
        'st.header("Your own data")',
        'st.text(f"{n} rows")',
        'alt.Axis(title="recorded events")',
        'st.button(tr("Go"), help="More of it")',
        'pd.DataFrame({"Table": names})',
        'Paragraph("Numbered")',
    ],
)
def test_untold_texts_are_found(code):
    """The check can fail."""
    assert len(untold(code)) == 1


def leaves_of(spec):
    """Return all texts in a specification of a chart."""
    return {text for text in messages.leaves(spec) if WORD.search(text)}


def in_english(texts, name="pl"):
    """Return the texts that are messages and have another form in the language; single small words may be settings, such as ``none``."""
    ids = [each.id for each in messages.catalogue() if isinstance(each.id, str) and each.id]
    with using(name):
        known = {each for each in ids if (" " in each or each[0].isupper()) and tr(each) != each}
    return sorted(known & set(texts))


@pytest.mark.parametrize("chart", ["series", "calendar", "hours", "rankings", "border", "duration", "compare"])
def test_charts_speak_polish(chart):
    """Titles, axes, legends, tool tips and the words around a chart are no English message."""
    app = run("analysis", chart=chart, lang="pl", period=["2025-01-01", "2025-12-31"])
    assert not app.exception
    specs = [json.loads(each.proto.spec) for each in app.get("vega_lite_chart")]
    assert specs
    shown = [leaves_of(spec) for spec in specs] + [set(text(app).splitlines())]
    assert in_english(set().union(*shown)) == []
    assert all(spec["config"]["locale"]["number"]["decimal"] == "," for spec in specs)


def test_no_page_shows_an_english_message(both):
    """What stands on a line of its own in Polish is no English message."""
    for page, (_, polish) in both.items():
        # A widget holds its value in English; what it shows of it is another text.
        held = {str(each.value) for kind in ("selectbox", "button_group", "radio") for each in polish.get(kind)}
        assert set(in_english(text(polish).splitlines())) - held == set(), page


def test_pictures_and_pages_in_polish(served):
    """Title, count, legend, credit, caption and the one-file page are Polish; in English they are as before."""
    from dashboard.press.content import Content
    from dashboard.press.flow_picture import FlowPicture
    from dashboard.press.image import image
    from dashboard.press.page import page
    from dashboard.press.picture import Picture

    picture = Picture(SEPTEMBER, format="svg", url="https://example.org")
    with using("pl"):
        content, flows = Content(served.package, picture), FlowPicture(served.package, picture)
        polish = [content.title, content.caption, content.alt_text, flows.title, flows.caption, flows.alt_text]
        drawn, whole = image(served.package, picture).decode(), page(served.package, SEPTEMBER).decode()
    assert "lang=pl" in content.link
    for shown in (drawn, *polish[1:3]):
        assert "z 385 zapisanych zdarzeń" in shown
        assert "recorded" not in shown
    assert "1–30 września 2025" in polish[0]
    assert "Linie dostaw" in polish[3]
    assert "Krym pokazany jako Ukraina" in polish[4]
    assert '<html lang="pl">' in whole
    assert "Who says what" not in whole
    assert "recorded events" not in whole
    assert "95 of 385 recorded events" in Content(served.package, picture).caption


def test_the_command_line_draws_in_polish(tmp_path, capsys):
    """`--lang pl` of `image`; an unknown language is a fault of the call."""
    call = ["image", "--map", "supply-lines", "--preset", "square", "--caption", "-o", str(tmp_path / "lines.svg")]
    assert main([*call, "--lang", "pl"]) == 0
    assert "Podpis: Linie dostaw dla Rosji" in capsys.readouterr().out
    assert main([*call, "--lang", "xx"]) == 2


@pytest.mark.parametrize(
    ("params_", "words"),
    [
        ({"period": ["10.09.2025"]}, "period: „10.09.2025” nie jest dniem"),
        ({"area": "1,2,3"}, "area: podano liczb: 3; należy napisać zachód"),
        ({"country": "XXX"}, "country:"),
        ({"lang": "pl", "at": "x"}, "at: należy podać długość"),
    ],
)
def test_notes_on_the_address_are_polish(params_, words):
    """What of an address is ignored is said in the language of the page."""
    app = run(**({"lang": "pl"} | params_))
    shown = text(container(app, "detail")).replace("“", "„")
    assert "Pominięto: " in shown
    assert words in shown
    assert "Ignored" not in shown
