"""Text from the data in Streamlit's Markdown labels stays text."""

import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.screens.plain import plain

EXAMPLES = [
    ("MiG-31", r"MiG\-31"),
    ("**bold**", r"\*\*bold\*\*"),
    ("[a](javascript:alert(1))", r"\[a\]\(javascript\:alert\(1\)\)"),
    ("$x$ :red[y] <b>", r"\$x\$ \:red\[y\] \<b\>"),
    ("back\\slash", r"back\\slash"),
    ("two\nlines\t and  spaces", "two lines and spaces"),
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
    assert ESCAPED.sub(r"\1", found) == " ".join(text.split())
