"""Numbers in plain digits, one or many."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.plain_number import decimal, decimals

EXAMPLES = [
    (1.0, "1"),
    (54.5, "54.5"),
    (-0.0, "-0"),
    (1e-7, "0.0000001"),
    (1e22, "1" + "0" * 22),
    (float("nan"), ""),
    (0.1 + 0.2, "0.30000000000000004"),
]


@pytest.mark.parametrize(("value", "text"), EXAMPLES)
def test_examples(value, text):
    """Whole numbers without a point, never an exponent, nothing for NaN."""
    assert decimal(value) == text


@given(st.lists(st.floats(allow_infinity=False)))
def test_many_are_as_one(values):
    """Many at once are what each is alone, and give the number back."""
    assert decimals(values) == [decimal(value) for value in values]
    assert all(float(text) == value for text, value in zip(decimals(values), values, strict=True) if text)
