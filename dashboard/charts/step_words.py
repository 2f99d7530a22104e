"""Titles and notes of charts along time: whole sentences for each step, for other languages count and case differ."""

from __future__ import annotations

from dashboard.language import mark

PER = {
    "day": mark("{noun} per day"),
    "week": mark("{noun} per week"),
    "month": mark("{noun} per month"),
    "quarter": mark("{noun} per quarter"),
    "year": mark("{noun} per year"),
}
CHOOSE = {
    "day": mark("Show one day"),
    "week": mark("Show one week"),
    "month": mark("Show one month"),
    "quarter": mark("Show one quarter"),
    "year": mark("Show one year"),
}
CUT = {
    "day": mark("The dates cut the first or the last day: its bar counts only the days inside them."),
    "week": mark("The dates cut the first or the last week: its bar counts only the days inside them."),
    "month": mark("The dates cut the first or the last month: its bar counts only the days inside them."),
    "quarter": mark("The dates cut the first or the last quarter: its bar counts only the days inside them."),
    "year": mark("The dates cut the first or the last year: its bar counts only the days inside them."),
}
