"""What a server holds for good is not looked through, and what screens leave behind is collected now and then, not after each run."""

import asyncio
import gc
import weakref

import pytest
from streamlit import config

from dashboard.server.garbage import collect, set_apart
from tests.awaited import awaited


class Ring:
    """Something that holds itself."""

    def __init__(self):
        """Close the ring."""
        self.itself = self


@pytest.fixture(autouse=True)
def _as_before():
    """The collector works as before afterwards."""
    yield
    gc.enable()
    gc.unfreeze()


def test_what_is_there_is_set_apart():
    """The collector passes over it, and still collects what comes later."""
    set_apart()
    assert gc.get_freeze_count() > 10_000
    later = weakref.ref(Ring())
    gc.collect()
    assert later() is None


def test_what_is_left_behind_is_collected():
    """Without Python's own turn."""

    async def left():
        gc.disable()
        task, ring = asyncio.create_task(collect(every_s=0)), weakref.ref(Ring())
        await asyncio.sleep(0.05)
        task.cancel()
        return ring()

    assert awaited(left()) is None


def test_no_run_of_a_screen_ends_with_a_collection():
    """It looks at the objects of all sessions: with a hundred of them it took longer than the run."""
    config.get_config_options(force_reparse=True)
    assert config.get_option("runner.postScriptGC") is False
