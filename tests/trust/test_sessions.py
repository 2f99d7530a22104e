"""Sessions with data of their own: a few in small; the checks are shown to fail."""

from tests.trust.sessions import KEPT_S, Own, foreign, left, lived, outside


def test_what_one_has_loaded_no_other_is_sent(start_server):
    """Each is sent its own canary and no other, its counts are of its own rows, and all of it is gone afterwards."""
    server = start_server(env={"STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": str(KEPT_S)})
    owns, found, still = lived(server.url, sessions=2, actions=4)
    assert [own.seen for own in owns] == [{own.canary} for own in owns]
    assert [own.wrong for own in owns] == [[], []]
    assert foreign(owns) == found == still == []


def test_the_checks_can_fail(server):
    """A canary of another session, one that the served data hold, data that are still there."""
    assert foreign([Own("canary1", seen={"canary1", "canary2"})]) == ["canary1 was sent canary2"]
    assert outside(server.url, [Own("vaindloo")])
    served = Own("x", key=_served_key(server.url))
    assert left(server.url, [served], patience_s=0) == ["x"]


def _served_key(url):
    import re
    import urllib.request

    with urllib.request.urlopen(url, timeout=30) as answer:  # noqa: S310 - our own server
        return re.search(rb"blobs/(\w+)/core\.bin", answer.read())[1].decode()
