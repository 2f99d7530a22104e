"""What changed from one package to another."""

from incidents.diff.diff_packages import Difference, diff_packages
from incidents.diff.diff_words import diff_words

__all__ = ["Difference", "diff_packages", "diff_words"]
