"""What can go wrong in this room, in one place. Every message names the thing, shows the value and gives the way out."""


class GeodataError(Exception):
    """Base of all errors raised on purpose by geodata."""


class ArgumentError(GeodataError, ValueError):
    """An argument of a public function cannot be used (the message names it and shows its value)."""


class DataError(GeodataError):
    """A file of geodata is missing, broken, or not what its pin or manifest promises."""


class CallError(GeodataError):
    """The build was called in a way or on a machine where it cannot run (no npm, no network, unknown word)."""
