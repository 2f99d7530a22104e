"""Sessions that will not come back are ended without waiting for another one to leave."""

import asyncio

from dashboard.server.forget import forget_sessions
from tests.awaited import awaited


class Gone:
    """A session whose time is over."""

    ended = False

    def shutdown(self):
        """End."""
        self.ended = True


def test_expired_sessions_are_ended():
    """Each look ends those that are over; a fault does not stop the looking."""
    first, second = Gone(), Gone()
    looks = iter([[first], RuntimeError("no such thing"), [second]])

    def expired():
        found = next(looks)
        if isinstance(found, Exception):
            raise found
        return found

    async def looked():
        task = asyncio.create_task(forget_sessions(expired, every_s=0))
        while not second.ended:
            await asyncio.sleep(0)
        task.cancel()

    awaited(looked())
    assert first.ended
