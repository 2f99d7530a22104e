"""The command `image --map supply-lines`."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from dashboard.press.errors import PressError
from dashboard.press.flow_image import flow_image
from dashboard.press.flow_picture import FlowPicture
from dashboard.press.picture import Picture
from dashboard.press.print_words import print_words
from incidents import Package


def draw_flows(args: argparse.Namespace, package: Package, picture: Picture, *, warn: Callable[[str], None]) -> bytes:
    """Return the picture that a call asks for; its caption is printed where the call wants it.

    Raises
    ------
    PressError
        The call filters or marks events.
    """
    if args.event or args.numbered or args.qr or picture.filter.without("period").is_active:
        raise PressError(
            "--map supply-lines: of filters and marks only --period speaks of supply lines; leave out the others"
        )
    words = FlowPicture(package, picture)
    if not words.rows:
        warn("no recorded supply line covers any of these days; the picture says so")
    if args.caption:
        print_words(words.caption, words.alt_text)
    return flow_image(package, picture)
