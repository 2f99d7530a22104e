"""The code in the README runs and prints what it says."""

import contextlib
import io
import re
from pathlib import Path

import pytest

README = Path(__file__).parents[1] / "README.md"


def blocks(text):
    """Return the Python blocks of a Markdown text."""
    return re.findall(r"```python\n(.*?)```", text, re.DOTALL)


def promised(code):
    """Return what comments behind print calls say that they print."""
    return re.findall(r"print\(count_range.*#\s*(.+)$", code, re.MULTILINE)


@pytest.mark.parametrize("code", blocks(README.read_text(encoding="utf-8")))
def test_the_code_runs(code):
    """Each block runs as it stands, and figures in its comments are the figures that come out."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, "README.md", "exec"), {})  # noqa: S102 - our own README
    for words in promised(code):
        assert words in out.getvalue()


def test_the_check_can_fail():
    """A block is found, and a promise in it is read."""
    code = blocks("x\n```python\nprint(count_range(1))  # (9, 9)\n```\n")[0]
    assert promised(code) == ["(9, 9)"]
