"""Text from the data in Streamlit's Markdown labels stays text."""

import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.screens.plain import JOINER, plain

EXAMPLES = [
    ("MiG-31", r"MiG\-31"),
    ("**bold**", r"\*\*bold\*\*"),
    ("[a](javascript:alert(1))", r"\[a\]\(javascript\:alert\(1\)\)"),
    ("$x$ :red[y] <b>", r"\$x\$ \:red\[y\] \<b\>"),
    ("back\\slash", r"back\\slash"),
    ("two\nlines\t and  spaces", "two lines and spaces"),
    (":streamlit: a -> b", rf"\:{JOINER}streamlit\: a {JOINER}\-\> b"),
    (
        "https://a.example www.b.example c@d.example",
        rf"http{JOINER}s\:\/\/a\.example www{JOINER}\.b\.example c{JOINER}\@d\.example",
    ),
    ("Łódź – “quoted”", "Łódź – “quoted”"),
]
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


@pytest.mark.parametrize(("given_text", "expected"), EXAMPLES)
def test_examples(given_text, expected):
    """Known texts."""
    assert plain(given_text) == expected


@given(st.text())
def test_no_punctuation_survives(text):
    """Every ASCII punctuation character is escaped, and taking the escapes away gives the text on one line."""
    found = plain(text)
    assert not set(ESCAPED.sub("", found)) & set(string.punctuation)
    assert ESCAPED.sub(r"\1", found.replace(JOINER, "")) == " ".join(text.split()).replace(JOINER, "")
