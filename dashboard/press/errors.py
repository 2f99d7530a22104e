"""The one error of this room."""

from __future__ import annotations

from incidents.run_command import CallError


class PressError(CallError, ValueError):
    """The call is at fault; the message is one line that names the thing, its value and the way out."""
