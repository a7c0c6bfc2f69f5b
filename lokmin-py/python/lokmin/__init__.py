"""The quarterly cross-sector health workshop of an Indonesian Puskesmas: calendar, records and their checks."""

from ._errors import LokminError, LokminWarning, Problem, ValidationError, collect_warnings
from ._lokmin import Month, Quarter, __version__, parse_iso_date

__all__ = [
    "LokminError",
    "LokminWarning",
    "Month",
    "Problem",
    "Quarter",
    "ValidationError",
    "__version__",
    "collect_warnings",
    "parse_iso_date",
]
