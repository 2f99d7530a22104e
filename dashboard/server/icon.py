"""Serves the icon of the tab, where browsers ask for one by themselves and where Streamlit's page names one."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dashboard.icon import icon


def answer(_request: Request) -> Response:
    """Answer with the icon; browsers ask again after a day."""
    return Response(icon(), media_type="image/png", headers={"Cache-Control": "public, max-age=86400"})


ROUTES = [Route(path, answer) for path in ("/favicon.ico", "/favicon.png", "/apple-touch-icon.png")]
