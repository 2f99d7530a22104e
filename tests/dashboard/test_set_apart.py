"""What a server holds for good is not looked through after each run of a screen."""

import gc

from dashboard.warm import set_apart


def test_what_is_there_is_set_apart():
    """The collector passes over it, and still collects what comes later."""

    class Later:
        """Something in a circle."""

    try:
        set_apart()
        assert gc.get_freeze_count() > 10_000
        later = Later()
        later.itself = later
        del later
        assert gc.collect() >= 1
    finally:
        gc.unfreeze()
