"""Part 2, the server's side: each answer of each route carries the security headers, tells no path, sets no cookie of its own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

import streamlit

from dashboard.server.headers import policy
from tests.benchmarks.figure import Figure
from tests.server import ROOT, Server
from tests.trust.plain_http import PlainHttp, Reply
from tests.trust.room import Room
from tests.trust.routes import METHODS, paths

LANE, BUDGET_S = "server", 40
COOKIES = {"_streamlit_xsrf", "_streamlit_user", "_streamlit_user_tokens", "_streamlit_session"}
"""Cookies that Streamlit itself may set, or delete."""
PLACES = re.compile(
    rb"Traceback \(most recent|File \"|site-packages|"
    + b"|".join(re.escape(str(place).encode()) for place in (ROOT, Path(streamlit.__file__).parent, Path.home()))
)
"""What tells where the program lies, or how it failed."""
OWN_FILES = re.compile(r"^/(static/|assets/|component/)")
"""Scripts as they were published: their words are not about this machine."""


def key_of(http: PlainHttp) -> str:
    """Return the key of the packed data, as the page names it."""
    return re.search(rb"blobs/(\w+)/core\.bin", http.ask("/").body)[1].decode()


def answers(server: Server, methods: Iterable[str] = METHODS) -> list[Reply]:
    """Return the answer of every route to every method."""
    http = PlainHttp(server.port)
    found = [http.ask(path, method=method) for path in paths(key_of(http)) for method in methods]
    http.close()
    return found


def bare(reply: Reply) -> bool:
    """Tell whether an answer lacks one of the headers, or has it twice or otherwise."""
    return any(reply.headers.get_all(name) != [value] for name, value in policy().items())


def told(reply: Reply) -> bool:
    """Tell whether an answer holds a traceback or a path of the machine."""
    text = reply.body + json.dumps(reply.headers.items()).encode()
    return not OWN_FILES.search(reply.path) and PLACES.search(text) is not None


def baked(reply: Reply) -> bool:
    """Tell whether an answer sets a cookie that is not one of Streamlit's."""
    names = {cookie.partition("=")[0] for cookie in reply.headers.get_all("Set-Cookie", [])}
    return not names <= COOKIES


def failed(reply: Reply) -> bool:
    """Tell whether the server was at fault; 501 is what oEmbed asks for where a format is not offered."""
    return reply.status >= 500 and reply.status != 501


def measure(room: Room) -> list[Figure]:
    """Ask all routes with all methods."""
    found = answers(room.server())
    return [
        Figure("headers: answers of all routes, errors included", len(found), "answers"),
        *(
            Figure(f"headers: {words}", sum(map(is_wrong, found)), "answers", 0)
            for words, is_wrong in (
                ("without one of CSP, nosniff, Referrer-Policy, Permissions-Policy", bare),
                ("with a traceback or a path", told),
                ("that set a cookie other than Streamlit's", baked),
                ("of 5xx", failed),
            )
        ),
    ]
