"""The words and colours of the charts. The words are those of the compiled half.

Colours are those of Okabe and Ito, which people with any kind of colour vision tell apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from .._errors import LokminError

if TYPE_CHECKING:
    _Lang: TypeAlias = Literal["id", "en"]

GREEN, BLUE, SKY, ORANGE, RED, PINK = "#009E73", "#0072B2", "#56B4E9", "#E69F00", "#D55E00", "#CC79A7"
GREY, PALE, INK = "#8C8C8C", "#D9D9D9", "#333333"


class Term(NamedTuple):
    """One word with its colour and the colour of letters on it."""

    id: str
    en: str
    colour: str
    ink: str = "white"
    shape: str = "circle"

    def word(self, lang: _Lang) -> str:
        return self.id if lang == "id" else self.en


PWS: Mapping[str | None, Term] = {
    "baik": Term("Baik", "Good", GREEN, shape="triangle-up"),
    "kurang": Term("Kurang", "Poor", ORANGE, INK, "triangle-down"),
    "cukup": Term("Cukup", "Fair", SKY, INK),
    "jelek": Term("Jelek", "Bad", RED, shape="square"),
    None: Term("tanpa status", "no status", GREY, shape="diamond"),
}
"""Each status has a colour and a shape of its own."""

TRENDS: Mapping[Any, str] = {1: "▲", "better": "▲", 0: "=", "steady": "=", -1: "▼", "worse": "▼"}
"""The trend as tables and as answers have it: up is better, whatever the direction of the indicator."""

CADENCE: Mapping[str, Term] = {
    "on_schedule": Term("sesuai jadwal", "on schedule", GREEN),
    "off_month": Term("di luar jadwal", "off month", SKY, INK),
    "late": Term("terlambat", "late", ORANGE, INK),
    "overdue": Term("lewat tenggat", "overdue", PINK, INK),
    "missed": Term("tidak dilaksanakan", "missed", RED),
    "no_record": Term("belum ada laporan", "no record", GREY),
    "due": Term("bulan pelaksanaan", "due", "#F0E442", INK),
    "upcoming": Term("belum waktunya", "upcoming", "#F2F2F2", INK),
    "planned": Term("direncanakan", "planned", PALE, INK),
}

COVERAGE: Mapping[str, Term] = {
    "present": Term("hadir", "present", GREEN),
    "stand_in": Term("diwakili", "represented", SKY, INK),
    "absent": Term("tidak hadir", "absent", RED),
    "not_invited": Term("tidak diundang", "not invited", ORANGE, INK),
    "not_mentioned": Term("tidak disebut", "not mentioned", PALE, INK),
}

STATES: Mapping[str, Term] = {
    "proposed": Term("diusulkan", "proposed", PALE, INK),
    "agreed": Term("disepakati", "agreed", SKY, INK),
    "in_progress": Term("berjalan", "in progress", BLUE),
    "done": Term("selesai", "done", GREEN),
    "verified": Term("terverifikasi", "verified", "#00664A"),
    "deferred": Term("ditunda", "deferred", ORANGE, INK),
    "escalated": Term("diteruskan", "escalated", PINK, INK),
    "rejected": Term("ditolak", "rejected", GREY),
    "cancelled": Term("dibatalkan", "cancelled", GREY),
}

SECTORS: Mapping[str, tuple[str, str]] = {
    "KEC": ("Kecamatan", "Subdistrict office"),
    "PKM": ("Puskesmas", "Community health centre"),
    "DINKES": ("Dinas Kesehatan", "District health office"),
    "DESA": ("Pemerintah desa/kelurahan", "Village government"),
    "PKK": ("TP PKK", "Family welfare movement (PKK)"),
    "POKJANAL": ("Tim Pembina (Pokjanal) Posyandu", "Posyandu steering team"),
    "KADER": ("Kader", "Health cadres"),
    "TNI": ("TNI", "Army"),
    "POLRI": ("Polri", "Police"),
    "DIK": ("Pendidikan", "Education"),
    "KUA": ("Kantor Urusan Agama", "Religious affairs office"),
    "KB": ("Keluarga berencana", "Family planning"),
    "TANI": ("Pertanian", "Agriculture"),
    "TERNAK": ("Peternakan", "Livestock"),
    "SOS": ("Sosial", "Social affairs"),
    "LPM": ("Lembaga pemberdayaan masyarakat", "Community empowerment body"),
    "BPD": ("Badan permusyawaratan desa", "Village council"),
    "RTRW": ("RT/RW", "Neighbourhood heads"),
    "TOMA": ("Tokoh masyarakat", "Community figures"),
    "TOGA": ("Tokoh agama", "Religious figures"),
    "ORMAS": ("Organisasi masyarakat", "Civil society organisations"),
    "DPRD": ("DPRD", "Legislature"),
    "BPJS": ("BPJS Kesehatan", "National health insurance"),
    "PENDAMPING_DESA": ("Pendamping desa", "Village facilitators"),
    "JEJARING": ("Jejaring pelayanan kesehatan", "Health service network"),
    "SWASTA": ("Swasta", "Business"),
    "other": ("Lainnya", "Other"),
}

MONTHS: Mapping[_Lang, tuple[str, ...]] = {
    "id": ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}


def language(lang: str) -> _Lang:
    """Return a language of the charts, or say that it is none."""
    if lang == "id":
        return "id"
    if lang == "en":
        return "en"
    raise LokminError(f"there is no language `{lang}`: id or en", "unknown_language")
