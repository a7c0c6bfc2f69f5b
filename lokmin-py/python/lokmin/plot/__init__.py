"""Charts of what lokmin says, for hand-outs and notebooks: ``pip install 'lokmin[plot]'`` (Altair).

Each takes answers of this package, or tables with the columns of them, and gives a chart of Altair to save, to put beside
others (``a & b``) or to change. Nothing is judged here: verdicts, ranks and statuses are shown as they were answered, each by
its colour and by its word.
"""

from ._figures import pws_chart, trend_chart
from ._forum import ageing_chart, attendance_chart, cadence_calendar

__all__ = ["ageing_chart", "attendance_chart", "cadence_calendar", "pws_chart", "trend_chart"]
