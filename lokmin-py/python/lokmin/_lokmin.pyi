"""The compiled half of lokmin."""

from collections.abc import Mapping, Sequence
from datetime import date, time
from decimal import Decimal
from typing import Any, Literal, Never, Self, TypeAlias, final, overload

import pandas

_Lang: TypeAlias = Literal["id", "en"]
_Format: TypeAlias = Literal["html", "markdown", "text", "csv"]
_Level: TypeAlias = Literal["province", "district", "subdistrict", "village"]
_Kind: TypeAlias = Literal["forum", "working_area", "cadence_policy", "coverage_policy", "catalogue", "targets", "event"]
# A document: JSON text, or a dictionary. What JSON cannot say is a `ValidationError`.
_Document: TypeAlias = str | bytes | Mapping[str, Any]
_Day: TypeAlias = date | str
_Meeting: TypeAlias = Forum | Mapping[str, Any]
_FigureKey: TypeAlias = Literal["sector", "quarter", "village", "indicator", "puskesmas"]
_State: TypeAlias = Literal[
    "proposed", "agreed", "in_progress", "done", "verified", "deferred", "escalated", "rejected", "cancelled"
]
_Step: TypeAlias = Literal[
    "propose",
    "agree",
    "reject",
    "start",
    "progress",
    "complete",
    "verify",
    "reopen",
    "defer",
    "resume",
    "escalate",
    "reply",
    "cancel",
    "amend",
    "note",
    "carry_over",
    "supersede",
]
_CadencePolicy: TypeAlias = CadencePolicy | Mapping[str, Any]

__all__ = [
    "CADENCE_STATUSES",
    "CadencePolicy",
    "Catalogue",
    "CodeChanges",
    "CoveragePolicy",
    "Forum",
    "Holidays",
    "Month",
    "Quarter",
    "Recognition",
    "RegionCode",
    "RegionIndex",
    "Register",
    "Review",
    "SectorAliases",
    "Targets",
    "WorkingArea",
    "__version__",
    "_Batches",
    "_assess_table",
    "_json_text",
    "_parents_of",
    "_printed",
    "_roll_up_table",
    "accreditation",
    "assess_defaults",
    "assess_series",
    "drop_out",
    "evaluate_cadence",
    "evaluate_cadence_columns",
    "expand_place",
    "explain_accreditation",
    "explain_cadence",
    "explain_roll_up",
    "explain_series",
    "flag_names",
    "iks",
    "iks_area",
    "indicator",
    "lookup_target",
    "next_state",
    "parse_clock_time",
    "parse_date",
    "parse_iso_date",
    "parse_number",
    "parse_quarter",
    "parse_region",
    "parse_span",
    "parse_time",
    "pkp",
    "place_meeting",
    "published_percentage",
    "quality",
    "rank",
    "read_catalogue_csv",
    "read_date",
    "read_quarter",
    "read_table",
    "read_targets_csv",
    "recognise_sector",
    "render_follow_up_matrix",
    "render_review",
    "render_village_reports",
    "resolve_indicator",
    "review",
    "reviewed_by_default",
    "roll_up",
    "schedule",
    "sector_coverage",
    "skdn",
    "stated_span",
    "suppress",
    "target_sources",
    "transitions",
    "uci",
    "validate",
    "validate_at",
]

__version__: str

CADENCE_STATUSES: tuple[str, ...]
"""The statuses in the order in which ``evaluate_cadence_columns`` numbers them."""

@final
class Quarter:
    """One calendar quarter, such as ``Quarter('2025Q3')``, of the years 1 to 9999."""

    def __new__(cls, text: str | pandas.Period, /, *, lang: _Lang = "id") -> Self: ...
    @classmethod
    def new(cls, year: int, number: int) -> Self: ...
    @classmethod
    def containing(cls, date: date) -> Self: ...
    @classmethod
    def from_dhis2(cls, text: str, /, *, lang: _Lang = "id") -> Self: ...
    @property
    def year(self) -> int: ...
    @property
    def number(self) -> int: ...
    @property
    def first_day(self) -> date: ...
    @property
    def last_day(self) -> date: ...
    @property
    def first_month(self) -> Month: ...
    @property
    def last_month(self) -> Month: ...
    @property
    def months(self) -> tuple[Month, Month, Month]: ...
    def next(self) -> Quarter | None: ...
    def previous(self) -> Quarter | None: ...
    def through(self, last: Quarter, /) -> list[Quarter]: ...
    def to_dhis2(self) -> str: ...
    def to_period(self) -> pandas.Period: ...
    def __contains__(self, date: date, /) -> bool: ...
    def __add__(self, quarters: int, /) -> Quarter: ...
    def __radd__(self, quarters: int, /) -> Quarter: ...
    @overload
    def __sub__(self, other: Quarter, /) -> int: ...
    @overload
    def __sub__(self, other: int, /) -> Quarter: ...
    def __rsub__(self, other: Never, /) -> Never: ...
    def __lt__(self, other: Quarter, /) -> bool: ...
    def __le__(self, other: Quarter, /) -> bool: ...
    def __gt__(self, other: Quarter, /) -> bool: ...
    def __ge__(self, other: Quarter, /) -> bool: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Month:
    """One calendar month, such as ``Month('2025-07')``, of the years 1 to 9999."""

    def __new__(cls, text: str | pandas.Period, /, *, lang: _Lang = "id") -> Self: ...
    @classmethod
    def new(cls, year: int, number: int) -> Self: ...
    @classmethod
    def containing(cls, date: date) -> Self: ...
    @classmethod
    def from_dhis2(cls, text: str, /, *, lang: _Lang = "id") -> Self: ...
    @property
    def year(self) -> int: ...
    @property
    def number(self) -> int: ...
    @property
    def quarter(self) -> Quarter: ...
    @property
    def first_day(self) -> date: ...
    @property
    def last_day(self) -> date: ...
    def next(self) -> Month | None: ...
    def previous(self) -> Month | None: ...
    def through(self, last: Month, /) -> list[Month]: ...
    def to_dhis2(self) -> str: ...
    def to_period(self) -> pandas.Period: ...
    def __contains__(self, date: date, /) -> bool: ...
    def __add__(self, months: int, /) -> Month: ...
    def __radd__(self, months: int, /) -> Month: ...
    @overload
    def __sub__(self, other: Month, /) -> int: ...
    @overload
    def __sub__(self, other: int, /) -> Month: ...
    def __rsub__(self, other: Never, /) -> Never: ...
    def __lt__(self, other: Month, /) -> bool: ...
    def __le__(self, other: Month, /) -> bool: ...
    def __gt__(self, other: Month, /) -> bool: ...
    def __ge__(self, other: Month, /) -> bool: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class RegionCode:
    """One region code of the Ministry of Home Affairs, such as ``RegionCode('15.04.02.2003')``."""

    def __new__(cls, text: str, /, *, lang: _Lang = "id") -> Self: ...
    @property
    def level(self) -> _Level: ...
    @property
    def parent(self) -> RegionCode | None: ...
    @property
    def village_kind(self) -> Literal["kelurahan", "desa", "desa_adat"] | None: ...
    def ancestor(self, level: _Level, /, *, lang: _Lang = "id") -> RegionCode | None: ...
    def undotted(self) -> str: ...
    def __contains__(self, other: RegionCode, /) -> bool: ...
    def __lt__(self, other: RegionCode, /) -> bool: ...
    def __le__(self, other: RegionCode, /) -> bool: ...
    def __gt__(self, other: RegionCode, /) -> bool: ...
    def __ge__(self, other: RegionCode, /) -> bool: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class RegionIndex:
    """A list of regions with their names."""

    @classmethod
    def from_csv(cls, text: str, /, *, lang: _Lang = "id") -> Self: ...
    def merge(self, own: RegionIndex, /) -> RegionIndex: ...
    def find(
        self, name: str, /, *, within: RegionCode | None = None, level: _Level | None = None, lang: _Lang = "id"
    ) -> RegionCode: ...
    def check(self, code: RegionCode, /, *, lang: _Lang = "id") -> RegionCode: ...
    def name(self, code: RegionCode, /) -> str | None: ...
    def children(self, code: RegionCode, /) -> list[tuple[RegionCode, str]]: ...
    def items(self) -> list[tuple[RegionCode, str]]: ...
    def __contains__(self, code: RegionCode, /) -> bool: ...
    def __len__(self) -> int: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Register:
    """The register of recommendations: a set of events, and where every recommendation stands."""

    def __new__(
        cls, lines: str | bytes | None = None, /, *, policy: _Document | None = None, lang: _Lang = "id"
    ) -> Self: ...
    @classmethod
    def of(
        cls, events: Sequence[Mapping[str, Any]], /, *, policy: _Document | None = None, lang: _Lang = "id"
    ) -> Self: ...
    def apply(self, event: _Document, /, *, lang: _Lang = "id") -> dict[str, Any]: ...
    def merge(self, other: Register, /, *, lang: _Lang = "id") -> None: ...
    def carry_over(
        self,
        forum: str,
        /,
        *,
        on: _Day,
        id_prefix: str,
        by: str | None = None,
        recorded: _Day | None = None,
        puskesmas: str | None = None,
        recommendations: Sequence[str] | None = None,
        lang: _Lang = "id",
    ) -> dict[str, list[str]]: ...
    def follow_up(
        self,
        *,
        as_of: _Day,
        as_known: bool | None = None,
        puskesmas: str | None = None,
        recommendation: str | None = None,
        lang: _Lang = "id",
    ) -> list[dict[str, Any]]: ...
    def agenda(
        self,
        *,
        as_of: _Day,
        as_known: bool | None = None,
        puskesmas: str | None = None,
        recommendation: str | None = None,
        lang: _Lang = "id",
    ) -> list[dict[str, Any]]: ...
    def figures(
        self,
        by: _FigureKey,
        /,
        *,
        as_of: _Day,
        as_known: bool | None = None,
        puskesmas: str | None = None,
        lang: _Lang = "id",
    ) -> dict[str, Any]: ...
    def conflicts(self) -> list[dict[str, Any]]: ...
    def events(self, recommendation: str) -> list[dict[str, Any]]: ...
    def next_seq(self, recommendation: str) -> int: ...
    def recommendations(self) -> list[str]: ...
    def to_text(self) -> str: ...
    def __len__(self) -> int: ...
    def __eq__(self, other: object, /) -> bool: ...
    __hash__: None  # type: ignore[assignment]

@final
class CodeChanges:
    """The changes of village codes between editions of the list of regions."""

    @classmethod
    def from_csv(cls, text: str, /, *, lang: _Lang = "id") -> Self: ...
    def with_mapping(self, text: str, /, *, lang: _Lang = "id") -> CodeChanges: ...
    @property
    def editions(self) -> list[int]: ...
    def map(self, code: RegionCode, /, from_: int, to: int, *, lang: _Lang = "id") -> dict[str, Any]: ...
    def map_series(
        self, codes: Sequence[RegionCode], /, from_: int, to: int, *, lang: _Lang = "id"
    ) -> list[dict[str, Any]]: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Holidays:
    """The free days of some years."""

    @classmethod
    def built_in(cls) -> Self: ...
    @classmethod
    def from_csv(cls, text: str, /, *, lang: _Lang = "id") -> Self: ...
    def is_holiday(self, date: date, /) -> bool: ...
    def name(self, date: date, /) -> str | None: ...
    def covers(self, year: int, /) -> bool: ...
    def of_year(self, year: int, /, *, lang: _Lang = "id") -> list[dict[str, Any]]: ...
    def to_list(self) -> list[dict[str, Any]]: ...
    def __contains__(self, date: date, /) -> bool: ...
    def __len__(self) -> int: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Recognition:
    """What was recognised in one line of an attendance list, or in a phrase."""

    @property
    def code(self) -> str | None: ...
    @property
    def sectors(self) -> list[dict[str, Any]]: ...
    @property
    def capacity(self) -> str: ...
    @property
    def principal(self) -> dict[str, Any] | None: ...
    @property
    def name(self) -> str | None: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class SectorAliases:
    """The aliases by which offices and institutions are recognised."""

    @classmethod
    def built_in(cls) -> Self: ...
    def with_csv(self, text: str, /, *, lang: _Lang = "id") -> SectorAliases: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Forum:
    """The record of one forum."""

    def __new__(cls, document: _Document | Forum, /, *, lang: _Lang = "id") -> Self: ...
    def meeting(self) -> dict[str, Any]: ...
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class WorkingArea:
    """The working area of one Puskesmas in one year."""

    def __new__(cls, document: _Document | WorkingArea, /, *, lang: _Lang = "id") -> Self: ...
    def find_village(self, name: str, /, *, lang: _Lang = "id") -> RegionCode: ...
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class CadencePolicy:
    """When forums are due and how they are judged."""

    def __new__(cls, document: _Document | CadencePolicy, /, *, lang: _Lang = "id") -> Self: ...
    @classmethod
    def national(cls) -> Self: ...
    @staticmethod
    def sources() -> list[dict[str, str]]: ...
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class CoveragePolicy:
    """Which sectors a forum should bring together."""

    def __new__(cls, document: _Document | CoveragePolicy, /, *, lang: _Lang = "id") -> Self: ...
    @classmethod
    def national(cls) -> Self: ...
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Catalogue:
    """A catalogue of indicators of one's own."""

    def __new__(cls, document: _Document | Catalogue, /, *, lang: _Lang = "id") -> Self: ...
    @classmethod
    def built_in(cls) -> Self: ...
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Targets:
    """What is expected of indicators."""

    def __new__(cls, document: _Document | Targets, /, *, lang: _Lang = "id") -> Self: ...
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Review:
    """One quarter of one Puskesmas put together, with its pages: made of the request of ``review``."""

    def __new__(cls, request: _Document, /, *, lang: _Lang = "id") -> Self: ...
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self) -> str: ...
    def to_html(self, *, lang: _Lang = "id") -> str: ...
    def to_markdown(self, *, lang: _Lang = "id") -> str: ...
    def to_text(self, *, lang: _Lang = "id") -> str: ...
    def to_csv(self, *, lang: _Lang = "id") -> list[dict[str, str]]: ...
    def village_reports(self, *, format: _Format = "html", lang: _Lang = "id") -> list[dict[str, str]]: ...
    def follow_up_matrix(self, *, format: _Format = "html", lang: _Lang = "id") -> list[dict[str, str]]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class _Batches:
    """Record batches; ``Table`` is made of them."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...
    def __len__(self) -> int: ...
    def names(self) -> list[str]: ...
    def column(self, name: str, limit: int | None = None) -> list[Any]: ...

def _assess_table(
    table: object, question: _Document, names: dict[str, Any], /, *, strict: bool, lang: _Lang
) -> tuple[_Batches, _Batches, dict[str, Any]]: ...
def _roll_up_table(
    table: object, question: _Document, names: dict[str, Any], /, *, strict: bool, lang: _Lang
) -> tuple[_Batches, dict[str, Any]]: ...
def _parents_of(question: _Document, areas: Sequence[str], /) -> list[str | None]: ...
def _printed(
    value: float | None, target: float | None, /, *, met: bool | None, is_count: bool, multiplier: int, lang: _Lang
) -> tuple[str | None, str | None]: ...
def flag_names(flags: int, /) -> list[str]:
    """Return the names of the remarks in ``flags``, in the order of their bits."""

def _json_text(document: object, /, *, lang: _Lang = "id") -> str:
    """Return a document as the JSON text that the core reads; for the tests of this package."""

def parse_iso_date(text: str, /, *, lang: _Lang = "id") -> date:
    """Read an ISO date, ``YYYY-MM-DD``, of the years 1 to 9999."""

def parse_date(text: str, /, *, year: int | None = None, lang: _Lang = "id") -> date:
    """Read the date that a text names, alone or in a sentence: day first, then the month."""

def read_date(text: str, /, *, year: int | None = None, lang: _Lang = "id") -> dict[str, Any]:
    """Read the date that a text names, with its weekday and the part that was understood."""

def parse_quarter(text: str, /, *, year: int | None = None, on: date | None = None, lang: _Lang = "id") -> Quarter:
    """Read the quarter that a text names, alone or in a sentence."""

def read_quarter(
    text: str, /, *, year: int | None = None, on: date | None = None, lang: _Lang = "id"
) -> dict[str, Any]:
    """Read the quarter that a text names, with where its year comes from and the part that was understood."""

def parse_clock_time(text: str, /, *, lang: _Lang = "id") -> time:
    """Read a time of the day in its canonical form, ``HH:MM``."""

def parse_time(text: str, /, *, lang: _Lang = "id") -> dict[str, Any]:
    """Read the time of the day, or the start and end, that a text names."""

def parse_span(text: str, /, *, on: date, reviewed: Quarter | None = None, lang: _Lang = "id") -> dict[str, Any]:
    """Read the time whose results a text speaks of, as said on the date ``on``."""

def stated_span(document: _Document, /, *, lang: _Lang = "id") -> dict[str, Any]:
    """Read a span as documents carry it."""

def reviewed_by_default(quarter: Quarter, /) -> dict[str, Any] | None:
    """Return the span that a forum of a quarter reviews when nothing is said: the quarter before."""

def parse_region(
    text: str, /, *, system: Literal["kemendagri", "bps"] | None = None, lang: _Lang = "id"
) -> RegionCode:
    """Read a region code as sources write it: with dots, or as 2, 4, 6 or 10 digits."""

def recognise_sector(text: str, /, *, aliases: SectorAliases | None = None, lang: _Lang = "id") -> Recognition:
    """Recognise the sectors of the offices and institutions that a text names."""

def expand_place(text: str, /) -> str:
    """Write the short forms of a place name in full."""

def sector_coverage(
    forum: Forum | Mapping[str, Any],
    /,
    *,
    policy: CoveragePolicy | Mapping[str, Any] | None = None,
    working_area: WorkingArea | Mapping[str, Any] | None = None,
    lang: _Lang = "id",
) -> dict[str, Any]:
    """Work out which sectors and villages took part in a forum, by whom, and who did not."""

def accreditation(request: _Document, /, *, lang: _Lang = "id") -> dict[str, Any]:
    """Say what documents show for accreditation: criteria 1.6.2 a, b, c and 1.7.1 f. Interviews are not assessed."""

def explain_accreditation(request: _Document, /, *, lang: _Lang = "id") -> list[str]:
    """Say the arithmetic of ``accreditation`` in words: what was looked at, each element, how often lokmin was held."""

def read_table(request: _Document, /, *, lang: _Lang = "id") -> dict[str, Any]:
    """Read a sheet: cells in, figures as columns out, with what was recognised. Personal data is refused."""

def place_meeting(
    meeting: _Meeting,
    /,
    *,
    policy: _CadencePolicy | None = None,
    others: Sequence[_Meeting] | None = None,
    lang: _Lang = "id",
) -> dict[str, Any]:
    """Say which quarter a forum counts for, why, and which other one it could."""

def evaluate_cadence(
    meetings: Sequence[_Meeting],
    /,
    puskesmas: str,
    *,
    policy: _CadencePolicy | None = None,
    from_: Quarter | str | None = None,
    as_of: _Day,
    lang: _Lang = "id",
) -> dict[str, Any]:
    """Judge the quarters of one Puskesmas on the day ``as_of``."""

def explain_cadence(
    meetings: Sequence[_Meeting],
    /,
    puskesmas: str,
    *,
    policy: _CadencePolicy | None = None,
    from_: Quarter | str | None = None,
    as_of: _Day,
    lang: _Lang = "id",
) -> list[str]:
    """Say the verdicts of ``evaluate_cadence`` in words: one sentence a quarter or month."""

def schedule(
    year: int, /, *, policy: _CadencePolicy | None = None, holidays_csv: str | None = None, lang: _Lang = "id"
) -> list[dict[str, Any]]:
    """Propose the days of the four forums of a year."""

def evaluate_cadence_columns(
    puskesmas: Sequence[str],
    /,
    held_on: Sequence[_Day | None],
    *,
    counts_for: Sequence[Quarter | str | None] | None = None,
    label: Sequence[Quarter | str | None] | None = None,
    kind: Sequence[Literal["quarterly", "monthly"]] | None = None,
    names: Sequence[str] | None = None,
    from_: Quarter | str,
    to: Quarter | str | None = None,
    policy: _CadencePolicy | None = None,
    as_of: _Day,
    lang: _Lang = "id",
) -> dict[str, Any]:
    """Judge the quarters of many Puskesmas: one list a column in, one list a column out."""

def assess_defaults() -> list[dict[str, str]]:
    """Return every default that an assessment uses, with its value, where it comes from and how sure it is."""

def assess_series(request: _Document, /, *, lang: _Lang = "id") -> dict[str, Any]:
    """Assess one series: value, target to date, who is short of it, trend and status."""

def explain_series(request: _Document, /, *, lang: _Lang = "id") -> str:
    """Assess one series and say its arithmetic in words: the request of ``assess_series``."""

def roll_up(request: _Document, /, *, lang: _Lang = "id") -> dict[str, Any]:
    """Add areas up to their parent, with the verdict on each of them and its rank."""

def explain_roll_up(request: _Document, /, *, lang: _Lang = "id") -> list[dict[str, str | None]]:
    """Add areas up to their parent and say the arithmetic in words: the request of ``roll_up``."""

def review(request: _Document, /, *, lang: _Lang = "id") -> dict[str, Any]:
    """Put one quarter of one Puskesmas together: what its forum needs on the table."""

def render_review(request: _Document, /, *, format: _Format = "html", lang: _Lang = "id") -> list[dict[str, str]]:
    """Write the page of a review: one A4 sheet with what must be known in the room, and an annex with everything else."""

def render_village_reports(
    request: _Document, /, *, format: _Format = "html", lang: _Lang = "id"
) -> list[dict[str, str]]:
    """Write the *rapor desa* of a review: one A4 page a village; as text one file a village."""

def render_follow_up_matrix(
    request: _Document, /, *, format: _Format = "html", lang: _Lang = "id"
) -> list[dict[str, str]]:
    """Write the *matriks RTL* of a review: all recommendations, and what is asked of each sector (*tagihan RTL*)."""

def rank(request: _Document, /, *, lang: _Lang = "id") -> list[dict[str, Any]]:
    """Rank areas by one indicator: 1, 2, 2, 4; the answer is in the order given."""

def quality(request: _Document, /, *, lang: _Lang = "id") -> list[dict[str, Any]]:
    """Look at the quality of the figures of many areas: completeness, and outliers."""

def published_percentage(request: _Document, /, *, lang: _Lang = "id") -> dict[str, Any]:
    """Check a ``published`` percentage against its ``numerator`` and ``denominator``."""

def pkp(request: _Document, /, *, lang: _Lang = "id") -> dict[str, Any]:
    """Score the performance of a Puskesmas: ``programmes`` with their variables, and ``management``."""

def iks(request: _Document, /, *, lang: _Lang = "id") -> dict[str, Any]:
    """Compute the healthy-family index of one family from its twelve answers."""

def iks_area(request: _Document, /, *, lang: _Lang = "id") -> dict[str, Any]:
    """Judge an area by the share of its ``families`` that are ``healthy``, with the cut-offs of one family."""

def uci(request: _Document, /, *, lang: _Lang = "id") -> dict[str, Any]:
    """Say which ``villages`` have reached universal child immunisation by a ``month`` of the year."""

def skdn(request: _Document, /, *, lang: _Lang = "id") -> dict[str, Any]:
    """Compute the ratios of a posyandu month from its counts."""

def drop_out(request: _Document, /, *, lang: _Lang = "id") -> dict[str, Any]:
    """Compute the drop-out between the ``first`` and the ``last`` dose, in per cent of the first."""

def suppress(request: _Document, /, *, lang: _Lang = "id") -> dict[str, Any]:
    """Hide the small counts of one table that is to be published."""

def resolve_indicator(
    text: str, /, *, catalogue: Mapping[str, Any] | None = None, lang: _Lang = "id"
) -> dict[str, Any]:
    """Say which indicator a word means: a code, an alias or a name; the answer is its definition."""

def indicator(code: str, /, *, catalogue: Mapping[str, Any] | None = None, lang: _Lang = "id") -> dict[str, Any]:
    """Return the definition of the indicator with a code."""

def lookup_target(
    indicator: str,
    /,
    year: int,
    *,
    areas: Sequence[RegionCode | str] = (),
    targets: Mapping[str, Any] | None = None,
    policy: Mapping[str, Any] | None = None,
    catalogue: Mapping[str, Any] | None = None,
    lang: _Lang = "id",
) -> dict[str, Any]:
    """Look up what is expected of an indicator in a year, why, and whether it may judge."""

def target_sources(*, catalogue: Mapping[str, Any] | None = None, lang: _Lang = "id") -> list[dict[str, Any]]:
    """Return every target that the catalogue carries, with where it comes from and how sure it is."""

def read_targets_csv(text: str, /, *, lang: _Lang = "id") -> dict[str, Any]:
    """Read targets from a CSV text, as a ``lokmin.targets/1`` dictionary."""

def read_catalogue_csv(text: str, /, *, lang: _Lang = "id") -> dict[str, Any]:
    """Read indicators from a CSV text, one row each, as a ``lokmin.catalogue/1`` dictionary."""

def validate(kind: _Kind, document: object, /, *, lang: _Lang = "id") -> dict[str, Any]:
    """Read a document of a kind: JSON text, or dictionaries and lists."""

def validate_at(kind: _Kind, document: object, at: str, /, *, lang: _Lang = "id") -> None:
    """Check the value at one place (a JSON Pointer) of a document by itself."""

def parse_number(text: str, /, *, lang: _Lang = "id") -> Decimal:
    """Read a number as people type it, with a decimal comma or point; what may be two numbers is refused."""

def transitions() -> dict[str, Any]: ...
def next_state(
    state: _State | None,
    step: _Step,
    /,
    *,
    outcome: Literal["supported", "taken_over", "refused", "noted"] | None = None,
    before: _State | None = None,
    lang: _Lang = "id",
) -> dict[str, str]: ...
