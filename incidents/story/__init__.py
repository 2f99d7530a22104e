"""What the records tell when they are read together: chains, sides, cases, chapters."""

from incidents.story.chain import chain
from incidents.story.chapters import Chapter, chapters
from incidents.story.contradictions import contradictions, sides
from incidents.story.key_events import key_events
from incidents.story.matches import Match, matches
from incidents.story.reading_order import reading_order
from incidents.story.readings import READINGS, Reading
from incidents.story.recent_updates import recent_updates
from incidents.story.response_days import response_days
from incidents.story.stance_matrix import stance_matrix
from incidents.story.statements import ARTICLE_DAY, STATEMENTS, Statement
from incidents.story.unresolved import unresolved

__all__ = [
    "ARTICLE_DAY",
    "READINGS",
    "STATEMENTS",
    "Chapter",
    "Match",
    "Reading",
    "Statement",
    "chain",
    "chapters",
    "contradictions",
    "key_events",
    "matches",
    "reading_order",
    "recent_updates",
    "response_days",
    "sides",
    "stance_matrix",
    "unresolved",
]
