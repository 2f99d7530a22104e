"""The ASGI entry: `streamlit run dashboard/app.py` serves the page, the map's files, the packed data and the API."""

import sys
from functools import partial
from pathlib import Path

# `streamlit run` puts dashboard/ on the path, not the root of the repository.
ROOT = str(Path(__file__).resolve().parent.parent)
if ROOT not in sys.path:
    sys.path.insert(0, ROOT)

import streamlit as st  # noqa: E402
from starlette.middleware import Middleware  # noqa: E402
from streamlit import config, runtime  # noqa: E402
from streamlit.proto.BackMsg_pb2 import BackMsg  # noqa: E402
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg  # noqa: E402

from dashboard.server import api, assets, blobs, icon, memory, own_messages, preload, uploads  # noqa: E402
from dashboard.server.api_first import ApiFirst  # noqa: E402
from dashboard.server.disturb import Disturb  # noqa: E402
from dashboard.server.headers import SecurityHeaders  # noqa: E402
from dashboard.server.in_head import InHead  # noqa: E402
from dashboard.server.no_such_page import NoSuchPage  # noqa: E402
from dashboard.server.packed_files import PackedFiles  # noqa: E402
from dashboard.server.passing import below  # noqa: E402
from dashboard.server.whole_first import WholeFirst  # noqa: E402
from dashboard.warm import lifespan  # noqa: E402

SCREENS = (
    "map", "chronicle", "claims", "cases", "watch-list", "reaction", "supply-lines", "analysis", "data", "about",
)  # fmt: skip
"""Addresses of the screens in main.py, which runs anew in each session and so cannot be asked."""


def expired() -> list:
    """Return the sessions that have not come back in time; Streamlit forgets them."""
    stored = runtime.get_instance()._session_mgr._session_storage._cache  # there is no public way
    return [info.session for _, info in stored.expire()]


BASE = config.get_option("server.baseUrlPath")
memory.use_system_memory()
uploads.keep_in_memory()
app = st.App(
    "main.py",
    routes=below(BASE, [*icon.ROUTES, *assets.ROUTES, *blobs.ROUTES]),
    middleware=[
        Middleware(Disturb),
        Middleware(SecurityHeaders),
        Middleware(ApiFirst, routes=api.ROUTES, unknown=api.NOWHERE, base=BASE),
        Middleware(PackedFiles, base=BASE),
        Middleware(NoSuchPage, screens=SCREENS, base=BASE),
        Middleware(InHead, written=partial(preload.in_head, base=BASE)),
        Middleware(InHead, written=own_messages.in_head),
        Middleware(WholeFirst, asked=BackMsg, said=ForwardMsg),
    ],
    lifespan=lifespan(expired),
)
