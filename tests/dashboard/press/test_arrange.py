"""Names on a map give way to each other, to what stands there and to lines."""

import numpy as np

from dashboard.press.arrange import arrange, crossed, is_free

FRAME = (0.0, 0.0, 100.0, 100.0)
NOTHING = np.empty((0, 2))
LEFT, RIGHT = (10.0, 10.0, 40.0, 20.0), (50.0, 10.0, 80.0, 20.0)


def test_the_first_spot_where_nothing_speaks_against_it():
    """Of equal spots the first one."""
    assert arrange({"a": [LEFT, RIGHT]}, [], FRAME, NOTHING) == {"a": 0}


def test_lines_are_kept_free():
    """A spot without a line is better than the first one."""
    assert arrange({"a": [LEFT, RIGHT]}, [], FRAME, np.array([[20.0, 15.0]])) == {"a": 1}
    assert crossed(LEFT, np.array([[20.0, 15.0], [20.0, 25.0]])) == 1


def test_a_name_gives_way_to_one_that_has_no_other_spot():
    """The first name takes its second spot where the other has only one."""
    assert arrange({"a": [LEFT, RIGHT], "b": [LEFT]}, [], FRAME, NOTHING) == {"a": 1, "b": 0}


def test_a_name_without_a_spot_is_left_out():
    """Nothing stands on what is taken, nor beyond the edge."""
    assert arrange({"a": [LEFT]}, [(0.0, 0.0, 20.0, 20.0)], FRAME, NOTHING) == {}
    assert arrange({"a": [(-1.0, 10.0, 40.0, 20.0)]}, [], FRAME, NOTHING) == {}
    assert is_free(LEFT, [RIGHT], FRAME)
