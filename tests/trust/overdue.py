"""A part has used up its time."""


class OverdueError(BaseException):
    """The part has used up the time that it may take; nothing in a part takes this for an error of its own, but a part may tell first what it has."""
