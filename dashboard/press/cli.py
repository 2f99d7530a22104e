"""The command line of this room: ``image``, ``page`` and ``site``.

Exit 0 done, 1 the data is at fault, 2 the call is at fault. A file is whole or absent.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from dashboard.language import ENGLISH, LANG, languages, using
from dashboard.layers.palette import THEMES
from dashboard.press.errors import PressError
from dashboard.press.presets import FORMATS, PRESETS
from dashboard.press.print_words import print_words
from incidents import Filter, Package, filter_mask, read_package
from incidents.errors import shown
from incidents.filter_arguments import OneLineParser, add_filter_arguments
from incidents.run_command import DONE, EPILOG, run_command, write_output

URL = "AIRSPACE_URL"
"""Environment variable: address of the app, for permalinks."""


def _warn(words: str) -> None:
    print(f"python -m dashboard: warning: {words}", file=sys.stderr)


def _warn_when_empty(package: Package, view: Filter, what: str) -> None:
    if not filter_mask(package, view).any():
        _warn(f"no recorded event matches the filter; {what} says so")


def _format(path: str) -> str:
    kind = Path(path).suffix.lower().removeprefix(".")
    if kind not in FORMATS:
        named = f"{shown(path)} ends in .{kind}" if kind else f"{shown(path)} has no ending"
        raise PressError(f"-o: {named}; name a file that ends in .{', .'.join(FORMATS)}")
    return kind


def _image(args: argparse.Namespace) -> int:
    from dashboard.press.image import image
    from dashboard.press.picture import Picture

    view = Filter.from_args(args)
    picture = Picture(
        view, preset=args.preset, theme=args.theme, format=_format(args.output), title=args.title, subtitle=args.subtitle,
        numbered=args.numbered, qr=args.qr, url=args.url,
    )  # fmt: skip
    package = read_package()
    if args.map == "supply-lines":
        from dashboard.press.flow_command import draw_flows

        write_output(args.output, draw_flows(args, package, picture, warn=_warn), package)
        return DONE
    if args.event:
        if package.place_of(args.event) is None:
            raise PressError(f"--event: there is no {shown(args.event)} in this data; take an id from the list")
        picture = picture.replace(filter=view.replace(event=args.event))
    else:
        _warn_when_empty(package, view, "the picture")
    write_output(args.output, image(package, picture), package)
    if args.caption:
        from dashboard.press.content import Content

        content = Content(package, picture)
        print_words(content.caption, content.alt_text)
    return DONE


def _page(args: argparse.Namespace) -> int:
    from dashboard.press.page import page
    from dashboard.press.picture import checked_url

    url, view = checked_url(args.url), Filter.from_args(args)
    package = read_package()
    _warn_when_empty(package, view, "the page")
    write_output(args.output, page(package, view, url=url, title=args.title), package)
    return DONE


def _site(args: argparse.Namespace) -> int:
    from dashboard.press.picture import checked_url
    from dashboard.press.site import build_site

    url = checked_url(args.url)
    package = read_package()
    try:
        done = build_site(package, Path(args.output), url=url)
    except OSError as err:
        what = err.strerror or str(err)
        raise PressError(f"{shown(args.output)} cannot be written: {what}; name another folder") from err
    if not url:
        _warn(
            "without --url the addresses in sitemap.xml and feed.xml are relative; give the address where the site will be"
        )
    print(f"{shown(args.output)}: {done.written} files written, {done.kept} unchanged, {done.removed} removed")
    return DONE


def _messages(args: argparse.Namespace) -> int:
    from babel import UnknownLocaleError

    from dashboard.messages import updated

    try:
        content = updated(args.language)
    except (UnknownLocaleError, ValueError) as err:
        raise PressError(f"{shown(args.language)} is not a language; write its code, such as et") from err
    write_output(args.output, content)
    return DONE


def _add_language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        f"--{LANG}",
        choices=languages(),
        default=ENGLISH,
        help="language of the words that are not data (default: en)",
    )


def _parser() -> argparse.ArgumentParser:
    parser = OneLineParser(
        prog="python -m dashboard", description="Pictures, pages and a static site of recorded events.", epilog=EPILOG
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    default_url = os.environ.get(URL, "")

    def command(
        name: str, run: Callable[[argparse.Namespace], int], words: str, output: str
    ) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=words, description=words, epilog=EPILOG)
        made.set_defaults(run=run)
        made.add_argument("-o", "--output", metavar=output, required=True, help="where to")
        made.add_argument(
            "--url",
            default=default_url,
            metavar="URL",
            help=f"address of the app or site, for permalinks (default: {URL})",
        )
        return made

    image = command("image", _image, "draw a picture ready for the press: .png, .svg or .pdf", "FILE")
    add_filter_arguments(image)
    image.add_argument(
        "--preset",
        choices=tuple(PRESETS),
        required=True,
        help="; ".join(f"{p.name}: {p.words}" for p in PRESETS.values()),
    )
    image.add_argument("--map", choices=("incidents", "supply-lines"), default="incidents", help="default: incidents")
    _add_language(image)
    image.add_argument("--theme", choices=tuple(THEMES), default="light", help="default: light")
    image.add_argument(
        "--title", default="", metavar="TEXT", help="own title, shown as typed (default: made from the filters)"
    )
    image.add_argument("--subtitle", default="", metavar="TEXT", help="own subtitle, shown as typed")
    image.add_argument("--event", default="", metavar="ID", help="highlight this event, with its claims")
    image.add_argument("--numbered", action="store_true", help="number the events and list them")
    image.add_argument("--qr", action="store_true", help="add the permalink as a QR code; needs --url")
    image.add_argument("--caption", action="store_true", help="print a caption and an alternative text")
    page = command("page", _page, "write the map as one HTML file that needs no network", "FILE")
    add_filter_arguments(page)
    _add_language(page)
    page.add_argument("--title", default="", metavar="TEXT", help="own title, shown as typed")
    messages = command("messages", _messages, "bring the catalogue of a language up to date, or begin one", "FILE")
    messages.add_argument("language", metavar="LANGUAGE", help="its code, such as pl; see dashboard/catalogues")
    command("site", _site, "write a static site: map, a page for each event, chronicle, downloads, feed", "DIR")
    return parser


def _run(args: argparse.Namespace) -> int:
    with using(getattr(args, "lang", ENGLISH)):
        return args.run(args)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; `argv` defaults to the arguments of the process."""
    return run_command(_parser(), argv, run=_run)
