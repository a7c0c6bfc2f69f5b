//! What a word means to the calendar.
//!
//! | written | term |
//! | :-- | :-- |
//! | `Agustus`, `Agust`, `Agst`, `Agt`, `Ags` | month 8 |
//! | `Jumat`, `Jum'at`, `Jum’at` | Friday |
//! | `Triwulan`, `Tribulanan`, `Trilbulan`, `TW` | a quarter's word |
//! | `III`, `ketiga`, `tiga` | 3, as Roman numeral, ordinal and cardinal |
//! | `s.d.`, `s/d`, `sampai dengan` | until |

use chrono::Weekday;

use super::time::Zone;

/// What a word means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Term {
    Month(u32),
    Weekday(Weekday),
    /// `triwulan`, `tribulan`, `TW` and their forms.
    Quarterly,
    /// The same with a Roman numeral written to it: `TWIII`.
    QuarterlyRoman(u32),
    Tri,
    /// `wulan`, as the second half of `tri wulan`.
    Wulan,
    Bulan,
    Bulanan,
    Q,
    Ke,
    Roman(u32),
    Ordinal(u32),
    Cardinal(u32),
    Year,
    Budget,
    /// `TA`, tahun anggaran.
    BudgetYear,
    S,
    D,
    T,
    A,
    Until,
    Since,
    With,
    And,
    On,
    Date,
    Clock,
    Part(PartOfDay),
    Zone(Zone),
    Finished,
    Last,
    Next,
    Previous,
    This,
    Day,
    Moment,
    Which,
    Other,
}

/// A part of the day that people add to the hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PartOfDay {
    Pagi,
    Siang,
    Sore,
    Malam,
}

/// Returns what a word in small letters means. The first letter decides which few words it is compared with.
#[expect(clippy::too_many_lines, reason = "one table, one line a word")]
pub(super) fn term(word: &[u8]) -> Term {
    let known = match word.first() {
        Some(b'a') => match word {
            b"april" | b"apr" => Term::Month(4),
            b"agustus" | b"agust" | b"agt" | b"ags" | b"agst" | b"agu" | b"agus" => Term::Month(8),
            b"ahad" => Term::Weekday(Weekday::Sun),
            b"anggaran" => Term::Budget,
            b"a" => Term::A,
            _ => Term::Other,
        },
        Some(b'b') => match word {
            b"bulan" => Term::Bulan,
            b"bulanan" => Term::Bulanan,
            b"berikutnya" => Term::Next,
            _ => Term::Other,
        },
        Some(b'd') => match word {
            b"desember" | b"des" => Term::Month(12),
            b"dua" => Term::Cardinal(2),
            b"delapan" => Term::Cardinal(8),
            b"d" => Term::D,
            b"dengan" | b"dgn" => Term::With,
            b"dan" => Term::And,
            b"depan" => Term::Next,
            _ => Term::Other,
        },
        Some(b'e') => match word {
            b"empat" => Term::Cardinal(4),
            b"enam" => Term::Cardinal(6),
            _ => Term::Other,
        },
        Some(b'f') => match word {
            b"februari" | b"feb" => Term::Month(2),
            _ => Term::Other,
        },
        Some(b'h') => match word {
            b"hingga" => Term::Until,
            b"hari" => Term::Day,
            _ => Term::Other,
        },
        Some(b'i') => match word {
            b"ini" => Term::This,
            _ => Term::Other,
        },
        Some(b'j') => match word {
            b"januari" | b"jan" => Term::Month(1),
            b"juni" | b"jun" => Term::Month(6),
            b"juli" | b"jul" => Term::Month(7),
            b"jumat" => Term::Weekday(Weekday::Fri),
            b"jam" => Term::Clock,
            _ => Term::Other,
        },
        Some(b'k') => match word {
            b"kamis" => Term::Weekday(Weekday::Thu),
            b"ke" => Term::Ke,
            b"kesatu" => Term::Ordinal(1),
            b"kedua" => Term::Ordinal(2),
            b"ketiga" => Term::Ordinal(3),
            b"keempat" => Term::Ordinal(4),
            b"kelima" => Term::Ordinal(5),
            b"keenam" => Term::Ordinal(6),
            _ => Term::Other,
        },
        Some(b'l') => match word {
            b"lima" => Term::Cardinal(5),
            b"lalu" => Term::Previous,
            _ => Term::Other,
        },
        Some(b'm') => match word {
            b"maret" | b"mar" | b"mrt" => Term::Month(3),
            b"mei" => Term::Month(5),
            b"minggu" => Term::Weekday(Weekday::Sun),
            b"malam" => Term::Part(PartOfDay::Malam),
            b"mendatang" => Term::Next,
            b"mulai" => Term::Since,
            _ => Term::Other,
        },
        Some(b'n') => match word {
            b"november" | b"nopember" | b"nov" | b"nop" => Term::Month(11),
            _ => Term::Other,
        },
        Some(b'o') => match word {
            b"oktober" | b"okt" => Term::Month(10),
            _ => Term::Other,
        },
        Some(b'p') => match word {
            b"pebruari" | b"peb" => Term::Month(2),
            b"pertama" => Term::Ordinal(1),
            b"per" | b"pada" => Term::On,
            b"pukul" | b"pkl" => Term::Clock,
            b"pagi" => Term::Part(PartOfDay::Pagi),
            _ => Term::Other,
        },
        Some(b'q') => match word {
            b"q" => Term::Q,
            _ => Term::Other,
        },
        Some(b'r') => match word {
            b"rabu" => Term::Weekday(Weekday::Wed),
            _ => Term::Other,
        },
        Some(b's') => match word {
            b"september" | b"sept" | b"sep" => Term::Month(9),
            b"senin" => Term::Weekday(Weekday::Mon),
            b"selasa" => Term::Weekday(Weekday::Tue),
            b"sabtu" => Term::Weekday(Weekday::Sat),
            b"satu" => Term::Cardinal(1),
            b"sembilan" => Term::Cardinal(9),
            b"sepuluh" => Term::Cardinal(10),
            b"s" => Term::S,
            b"sd" | b"sampai" => Term::Until,
            b"sejak" => Term::Since,
            b"siang" => Term::Part(PartOfDay::Siang),
            b"sore" => Term::Part(PartOfDay::Sore),
            b"selesai" => Term::Finished,
            b"selanjutnya" => Term::Next,
            b"sebelumnya" => Term::Previous,
            b"saat" => Term::Moment,
            _ => Term::Other,
        },
        Some(b't') => match word {
            b"tri" => Term::Tri,
            b"tiga" => Term::Cardinal(3),
            b"tujuh" => Term::Cardinal(7),
            b"tahun" | b"thn" | b"th" => Term::Year,
            b"ta" => Term::BudgetYear,
            b"t" => Term::T,
            b"tanggal" | b"tgl" => Term::Date,
            b"terakhir" => Term::Last,
            _ => Term::Other,
        },
        Some(b'w') => match word {
            b"wulan" | b"wulanan" => Term::Wulan,
            b"wib" => Term::Zone(Zone::Wib),
            b"wita" => Term::Zone(Zone::Wita),
            b"wit" => Term::Zone(Zone::Wit),
            _ => Term::Other,
        },
        Some(b'y') => match word {
            b"yang" | b"yg" => Term::Which,
            _ => Term::Other,
        },
        _ => Term::Other,
    };
    if known != Term::Other {
        return known;
    }
    match word.first() {
        Some(b'i' | b'v' | b'x') => roman(word).map_or(Term::Other, Term::Roman),
        Some(b't') => quarterly(word).unwrap_or(Term::Other),
        _ => Term::Other,
    }
}

/// Reads `triwulan` and its forms, alone or with a Roman numeral written to it.
fn quarterly(word: &[u8]) -> Option<Term> {
    let rest = [&b"triwulan"[..], b"tribulan", b"trilbulan"]
        .iter()
        .find_map(|stem| word.strip_prefix(*stem))
        .map(|rest| rest.strip_prefix(b"an").unwrap_or(rest))
        .or_else(|| word.strip_prefix(b"tw"))?;
    if rest.is_empty() { Some(Term::Quarterly) } else { roman(rest).map(Term::QuarterlyRoman) }
}

fn roman(word: &[u8]) -> Option<u32> {
    Some(match word {
        b"i" => 1,
        b"ii" => 2,
        b"iii" => 3,
        b"iv" | b"iiii" => 4,
        b"v" => 5,
        b"vi" => 6,
        b"vii" => 7,
        b"viii" => 8,
        b"ix" => 9,
        b"x" => 10,
        b"xi" => 11,
        b"xii" => 12,
        b"xiii" => 13,
        _ => return None,
    })
}

/// Returns the number of the month that a word in small letters names, such as `agt`.
pub(crate) fn month_of_word(word: &str) -> Option<u32> {
    match term(word.as_bytes()) {
        Term::Month(number) => Some(number),
        _ => None,
    }
}

/// Returns whether a word in small letters says that a quarter is meant, such as `triwulan` or `twiii`.
pub(crate) fn is_quarter_word(word: &str) -> bool {
    matches!(term(word.as_bytes()), Term::Quarterly | Term::QuarterlyRoman(_) | Term::Tri)
}
