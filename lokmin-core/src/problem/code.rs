//! The one list of problem codes: what each means, why it matters, a wrong and a right fragment, and its texts.

use std::fmt;

use super::Severity;
use crate::language::Lang;

/// Declares the codes. Each entry: four lines of documentation (meaning, why, wrong, right), the variant, the code, the
/// severity, and one message template a language. `{name}` stands for the parameter of that name.
macro_rules! problem_codes {
    ($( $(#[doc = $doc:literal])+ $name:ident = $code:literal, $severity:ident, $id:literal, $en:literal; )+) => {
        /// The stable name of a kind of finding. Codes are never renamed and never reused.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum ProblemCode {
            $( $(#[doc = $doc])+ $name, )+
        }

        impl ProblemCode {
            /// Every code, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// Returns the code as text, such as `date.weekday_mismatch`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            /// Returns how bad a finding of this kind is.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)+ }
            }

            /// Returns the message with `{name}` in the place of each parameter.
            #[must_use]
            pub const fn template(self, lang: Lang) -> &'static str {
                match (self, lang) {
                    $((Self::$name, Lang::Id) => $id, (Self::$name, Lang::En) => $en,)+
                }
            }

            /// Returns the documentation of the code: what it means, why it matters, a wrong and a right fragment.
            #[must_use]
            pub const fn documentation(self) -> &'static str {
                match self { $(Self::$name => concat!($($doc, "\n"),+),)+ }
            }
        }
    };
}

problem_codes! {
    // --- numbers ---

    /// A text is not a plain decimal number with at most six places.
    /// Why: a figure that is read wrongly judges a village wrongly.
    /// Wrong: `"76,8 %"`.
    /// Right: `"76.8"`.
    NumberFormat = "number.format", Error,
        "`{found}` bukan bilangan desimal biasa dengan paling banyak enam angka di belakang titik",
        "`{found}` is not a plain decimal number with at most six places";

    // --- JSON ---

    /// The text is not JSON.
    /// Why: nothing in it can be read.
    /// Wrong: `{"kind": }`.
    /// Right: `{"kind": "quarterly"}`.
    JsonSyntax = "json.syntax", Error,
        "bukan JSON yang sah pada baris {line}, kolom {column}",
        "not valid JSON at line {line}, column {column}";

    /// Lists and objects are nested more than 100 deep.
    /// Why: no real document is, and reading it would exhaust the stack.
    /// Wrong: 101 opening brackets.
    /// Right: at most 100.
    JsonTooDeep = "json.too_deep", Error,
        "JSON bersarang lebih dari {limit} tingkat",
        "JSON is nested more than {limit} levels deep";

    /// An object has the same member twice.
    /// Why: JSON readers differ on which one counts, so one of the two would be lost.
    /// Wrong: `{"label": "TW II", "label": "TW III"}`.
    /// Right: `{"label": "TW III"}`.
    JsonDuplicateMember = "json.duplicate_member", Error,
        "anggota `{name}` muncul lebih dari sekali",
        "member `{name}` occurs more than once";

    // --- documents ---

    /// A required member is absent.
    /// Why: the rules cannot be applied without it.
    /// Wrong: `{"puskesmas": []}` without `kind`.
    /// Right: `{"kind": "quarterly", "puskesmas": []}`.
    Missing = "document.missing", Error,
        "`{name}` wajib diisi",
        "`{name}` is required";

    /// A member is not known to this kind of document.
    /// Why: a mistyped name would silently lose what stands in it.
    /// Wrong: `{"hled_on": "2025-07-03"}`.
    /// Right: `{"held_on": "2025-07-03"}`.
    UnknownMember = "document.unknown_member", Error,
        "`{name}` tidak dikenal di sini",
        "`{name}` is not known here";

    /// A value has another JSON type than the member needs.
    /// Why: a value of another type cannot be read without guessing.
    /// Wrong: `{"ordinal": "three"}`.
    /// Right: `{"ordinal": 3}`.
    WrongType = "document.wrong_type", Error,
        "harus berupa {expected}, bukan {found}",
        "expected {expected}, found {found}";

    /// A word is not one of the terms that the member knows.
    /// Why: terms are what the rules work with.
    /// Wrong: `{"kind": "triwulanan"}`.
    /// Right: `{"kind": "quarterly"}`.
    UnknownTerm = "document.unknown_term", Error,
        "`{found}` bukan salah satu istilah yang dikenal: {expected}",
        "`{found}` is not one of the known terms: {expected}";

    /// A text is empty or only white space.
    /// Why: an empty text says neither what is known nor that it is unknown; leave the member out instead.
    /// Wrong: `{"venue": " "}`.
    /// Right: `{"venue": "Aula Kecamatan"}`.
    BlankText = "document.blank_text", Error,
        "teks kosong: isi atau hilangkan anggotanya",
        "the text is blank: fill it in or leave the member out";

    /// A number lies outside the range of its member.
    /// Why: outside the range it has no meaning.
    /// Wrong: `{"ordinal": 0}`.
    /// Right: `{"ordinal": 3}`.
    NumberRange = "document.number_range", Error,
        "{found} di luar rentang {min} sampai {max}",
        "{found} is outside {min} to {max}";

    /// More problems were found than are listed.
    /// Why: a list of thousands of problems helps nobody; mend the first ones and read again.
    /// Wrong: a document with 1,500 unknown members.
    /// Right: the same document with the members mended.
    MoreProblems = "document.more_problems", Error,
        "masih ada {count} masalah lain yang tidak ditampilkan",
        "{count} more problems are not listed";

    // --- quarters and months ---

    /// A quarter is not written `YYYYQn`.
    /// Why: the canonical form is what is stored and compared.
    /// Wrong: `2025Q5`, `2025-T3`.
    /// Right: `2025Q3`.
    QuarterFormat = "quarter.format", Error,
        "`{found}` bukan triwulan yang ditulis `TTTTQn`, misalnya `2025Q3`",
        "`{found}` is not a quarter written `YYYYQn`, such as `2025Q3`";

    /// A month is not written `YYYY-MM`.
    /// Why: the canonical form is what is stored and compared.
    /// Wrong: `202413`.
    /// Right: `2024-12`.
    MonthFormat = "month.format", Error,
        "`{found}` bukan bulan yang ditulis `TTTT-BB`, misalnya `2025-07`",
        "`{found}` is not a month written `YYYY-MM`, such as `2025-07`";

    // --- dates and times ---

    /// A date is not written `YYYY-MM-DD`.
    /// Why: documents carry dates in one form only; what people write is kept beside it as text.
    /// Wrong: `{"held_on": "3/7/2025"}`.
    /// Right: `{"held_on": "2025-07-03", "held_on_text": "3/7/2025"}`.
    DateIsoFormat = "date.iso_format", Error,
        "`{found}` bukan tanggal yang ditulis `TTTT-BB-HH`, misalnya `2025-07-03`",
        "`{found}` is not a date written `YYYY-MM-DD`, such as `2025-07-03`";

    /// The calendar has no such day.
    /// Why: one of its numbers is wrong, and nobody can say which.
    /// Wrong: `31/6/2025`.
    /// Right: `30/6/2025`.
    DateImpossible = "date.impossible", Error,
        "tanggal `{found}` tidak ada di kalender",
        "there is no `{found}` in the calendar";

    /// A text has digits or numerals of another script, such as full-width ones.
    /// Why: they look like 0 to 9, but tables, searches and other programs do not take them as such.
    /// Wrong: `３/７/２０２５`, `TW Ⅲ 2025`.
    /// Right: `3/7/2025`, `TW III 2025`.
    ForeignDigits = "text.foreign_digits", Error,
        "`{found}` memuat angka yang bukan 0 sampai 9",
        "`{found}` has digits other than 0 to 9";

    // --- calendar: quarter labels ---

    /// A text names no quarter.
    /// Why: an ordinal alone counts meetings, not quarters.
    /// Wrong: `pelaksanaan ketiga`.
    /// Right: `Triwulan III 2025`.
    QuarterNotUnderstood = "quarter.not_understood", Error,
        "`{found}` tidak menyebut triwulan, misalnya `Triwulan III 2025`",
        "`{found}` does not name a quarter, such as `Triwulan III 2025`";

    /// A label has a number that no quarter has.
    /// Why: a year has four quarters.
    /// Wrong: `TW V 2025`, `TW 0 2025`.
    /// Right: `TW IV 2025`.
    QuarterNumber = "quarter.number", Error,
        "`{found}`: triwulan hanya I sampai IV",
        "`{found}`: quarters are I to IV";

    /// A label has no year, and neither a year nor a date was given with it.
    /// Why: the same label comes back every year.
    /// Wrong: `Tribulan IV`.
    /// Right: `Tribulan IV 2025`.
    QuarterYearMissing = "quarter.year_missing", Error,
        "`{found}` tanpa tahun: sebutkan tahunnya",
        "`{found}` has no year: say which one";

    /// The year of a label has fewer than four digits.
    /// Why: two digits can be a year, a day or a count.
    /// Wrong: `TW III 25`.
    /// Right: `TW III 2025`.
    QuarterYearShort = "quarter.year_short", Error,
        "tahun pada `{found}` harus ditulis dengan empat angka",
        "the year in `{found}` must be written with four digits";

    /// A text names more than one quarter.
    /// Why: only whoever wrote it knows which one is meant.
    /// Wrong: `TW II (Juli-September 2025)`.
    /// Right: `TW III (Juli-September 2025)`.
    QuarterSeveral = "quarter.several", Error,
        "lebih dari satu triwulan disebut: {labels}",
        "more than one quarter is named: {labels}";

    // --- calendar: dates ---

    /// A text has no date.
    /// Why: a date that is not understood cannot be placed in a quarter.
    /// Wrong: `Kamis`, `2025/07/03`.
    /// Right: `Kamis, 3 Juli 2025`, `2025-07-03`.
    DateNotUnderstood = "date.not_understood", Error,
        "`{found}` tidak memuat tanggal, misalnya `3 Juli 2025` atau `3/7/2025`",
        "`{found}` has no date, such as `3 Juli 2025` or `3/7/2025`";

    /// The weekday that is written is not that of the date.
    /// Why: one of the two is wrong, and only whoever wrote it knows which.
    /// Wrong: `Kamis (5/12/2025)`.
    /// Right: `Jumat (5/12/2025)`.
    DateWeekdayMismatch = "date.weekday_mismatch", Warning,
        "tertulis `{weekday}`, padahal {date} hari {actual}",
        "`{weekday}` is written beside {date}, which is a {actual}";

    /// A date has no year, and none was given with it.
    /// Why: the same day comes back every year.
    /// Wrong: `Sabtu (4/11)`.
    /// Right: `Sabtu (4/11/2023)`.
    DateYearMissing = "date.year_missing", Error,
        "tanggal `{found}` tanpa tahun: sebutkan tahunnya",
        "the date `{found}` has no year: say which one";

    /// The year of a date has fewer than four digits.
    /// Why: two digits can be a year, a day or a month.
    /// Wrong: `3/7/25`.
    /// Right: `3/7/2025`.
    DateYearShort = "date.year_short", Error,
        "tahun pada `{found}` harus ditulis dengan empat angka",
        "the year in `{found}` must be written with four digits";

    /// A date has a month above 12, or 0.
    /// Why: days come first in Indonesia; a date with the month first is never read, only pointed out.
    /// Wrong: `7/13/2025`.
    /// Right: `13/7/2025`.
    DateMonthRange = "date.month_range", Error,
        "bulan {month} pada `{found}` tidak ada: hari ditulis dulu, lalu bulan 1 sampai 12",
        "there is no month {month} in `{found}`: the day comes first, then the month, 1 to 12";

    /// The name of a month is not known.
    /// Why: a month that is guessed puts the forum into a wrong quarter.
    /// Wrong: `3 Jully 2025`.
    /// Right: `3 Juli 2025`.
    DateMonthUnknown = "date.month_unknown", Error,
        "`{found}` bukan nama bulan",
        "`{found}` is not the name of a month";

    /// A text has two different dates.
    /// Why: only whoever wrote it knows which one is meant.
    /// Wrong: `3 Juli 2025 (4/7/2025)`.
    /// Right: `3 Juli 2025 (3/7/2025)`.
    DateSeveral = "date.several", Error,
        "tanggal yang disebut berbeda: {dates}",
        "different dates are named: {dates}";

    // --- cadence ---

    /// The due months are not one in each quarter of the year.
    /// Why: a quarter without a due month could never be in time, and one with two would be due twice.
    /// Wrong: `{"due_months": [2, 3, 8, 11]}`.
    /// Right: `{"due_months": [2, 5, 8, 11]}`.
    CadenceDueMonths = "cadence.due_months", Error,
        "bulan jadwal harus tepat satu bulan pada tiap triwulan, bukan {found}",
        "due months must be exactly one in each quarter, found {found}";

    /// A line of the yearly schedule names neither a month nor a date, or both.
    /// Why: a quarter is due in one month or on one day.
    /// Wrong: `{"quarter": "2025Q3"}`.
    /// Right: `{"quarter": "2025Q3", "month": "2025-09"}`.
    CadenceScheduleEntry = "cadence.schedule_entry", Error,
        "jadwal {quarter} harus menyebut satu bulan atau satu tanggal, tidak keduanya",
        "the schedule of {quarter} must name a month or a date, and not both";

    /// The yearly schedule has two lines for one quarter.
    /// Why: a quarter has one forum, so that nobody can say which of the two holds.
    /// Wrong: two lines with `"quarter": "2025Q3"`.
    /// Right: one line with `"quarter": "2025Q3"`.
    CadenceScheduleRepeated = "cadence.schedule_repeated", Error,
        "jadwal {quarter} tertulis lebih dari sekali",
        "the schedule has {quarter} more than once";

    /// The yearly schedule puts a forum outside the quarter in which it is to be held.
    /// Why: it would be off schedule from the start; where labels name the quarter reviewed, say so by `label_convention`.
    /// Wrong: `{"quarter": "2025Q2", "month": "2025-07"}`.
    /// Right: `{"quarter": "2025Q2", "month": "2025-06"}`.
    CadenceScheduleOutside = "cadence.schedule_outside_quarter", Error,
        "forum {quarter} dijadwalkan {month}, di luar {held_in}",
        "the forum of {quarter} is scheduled for {month}, outside {held_in}";

    /// A label names no quarter that can be read, so that the forum is placed by its date.
    /// Why: what the invitation says comes before the date, and here it says nothing certain.
    /// Wrong: `{"label": "Triwulan ini", "held_on": "2025-07-03"}`.
    /// Right: `{"label": "Triwulan III 2025", "held_on": "2025-07-03"}`.
    CadenceLabelUnread = "cadence.label_unread", Warning,
        "triwulan tidak terbaca dari label `{label}`; tanggal forum yang dipakai",
        "no quarter can be read from the label `{label}`; the date of the forum is used";

    /// A forum has neither a date nor a quarter.
    /// Why: it is kept, and counts nowhere.
    /// Wrong: `{"id": "f1", "kind": "quarterly"}` without `held_on`, `label` and `counts_for`.
    /// Right: `{"id": "f1", "kind": "quarterly", "held_on": "2025-07-03"}`.
    CadenceUndated = "cadence.undated", Warning,
        "forum ini tidak bertanggal dan tidak menyebut triwulan, sehingga tidak dihitung",
        "the forum has neither a date nor a quarter, so it counts nowhere";

    /// A forum with only a date, in the first 31 days of a quarter, could be that of the quarter before, which has none.
    /// Why: it may be the late forum of the quarter before; `counts_for` or a label settles it.
    /// Wrong: `{"held_on": "2025-07-03"}` with no forum in the second quarter.
    /// Right: `{"held_on": "2025-07-03", "counts_for": "2025Q3"}`.
    CadenceQuarterAmbiguous = "cadence.quarter_ambiguous", Warning,
        "forum {date} dihitung untuk {quarter}, tetapi bisa juga forum {other} yang terlambat {days} hari",
        "the forum of {date} counts for {quarter}, but could also be that of {other}, {days} days late";

    /// Two records tell of forums of one Puskesmas on one day; they are taken as one forum.
    /// Why: counting both would hide a missing quarter.
    /// Wrong: two records of 3 July 2025.
    /// Right: one record of 3 July 2025.
    CadenceRecordedTwice = "cadence.recorded_twice", Warning,
        "forum {date} tercatat dua kali; yang dipakai catatan `{kept}`",
        "the forum of {date} is recorded twice; the record `{kept}` is used";

    /// A quarter has an earlier forum already, and that one counts.
    /// Why: a second forum cannot fill another quarter unless its record says so by `counts_for`.
    /// Wrong: forums on 5 and 20 August 2025, the second meant for the fourth quarter.
    /// Right: the second one with `"counts_for": "2025Q4"`.
    CadenceDuplicate = "cadence.duplicate", Warning,
        "{quarter} sudah terisi oleh forum `{counted}`",
        "{quarter} has the forum `{counted}` already";

    /// A forum states another place in its year than the records give it.
    /// Why: a forum is missing from the records, or the number is wrong.
    /// Wrong: `{"ordinal": 1}` for the second forum of the year.
    /// Right: `{"ordinal": 2}`.
    CadenceOrdinal = "cadence.ordinal_mismatch", Warning,
        "forum ini disebut yang ke-{stated} dalam tahunnya, padahal menurut catatan yang ke-{place}",
        "the forum is called number {stated} of its year, but by the records it is number {place}";

    /// A due month has no day left on which a forum can be held.
    /// Why: the schedule needs another day; allow one of the days passed over.
    /// Wrong: `{"schedule": {"earliest_day": 31}}` with a due month of 30 days.
    /// Right: `{"schedule": {"earliest_day": 10}}`.
    CadenceNoFreeDay = "cadence.no_free_day", Warning,
        "tidak ada hari yang bisa dipakai sejak tanggal {day} pada {month}",
        "there is no day to use from day {day} of {month}";

    /// The yearly schedule names a day on which the Puskesmas does not hold forums.
    /// Why: nobody may come; the day is kept, because somebody has decided it.
    /// Wrong: `{"quarter": "2025Q2", "date": "2025-05-12"}`, which is Waisak.
    /// Right: `{"quarter": "2025Q2", "date": "2025-05-14"}`.
    CadenceScheduledOnClosedDay = "cadence.scheduled_on_closed_day", Warning,
        "jadwal {quarter} jatuh pada {date}, padahal hari itu tidak bisa dipakai ({reason})",
        "the schedule of {quarter} falls on {date}, which cannot be used ({reason})";

    /// Columns that belong together differ in length.
    /// Why: the rows can no longer be told apart.
    /// Wrong: three Puskesmas and two dates.
    /// Right: three Puskesmas and three dates, `null` where there is none.
    CadenceColumnLength = "cadence.column_length", Error,
        "kolom `{name}` berisi {found} baris, bukan {expected}",
        "column `{name}` has {found} rows, expected {expected}";
}

impl fmt::Display for ProblemCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl serde::Serialize for ProblemCode {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_well_formed() {
        let mut seen = std::collections::BTreeSet::new();
        for code in ProblemCode::ALL {
            let text = code.as_str();
            assert!(seen.insert(text), "{text} is declared twice");
            let (area, rule) = text.split_once('.').expect("area.rule");
            for part in [area, rule] {
                assert!(!part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'), "{text}");
            }
        }
    }

    #[test]
    fn every_code_has_four_parts_of_documentation() {
        for code in ProblemCode::ALL {
            let lines: Vec<&str> = code.documentation().lines().map(str::trim).collect();
            assert!(lines.first().is_some_and(|line| line.ends_with('.')), "{code}: meaning");
            for part in ["Why: ", "Wrong: ", "Right: "] {
                assert!(lines.iter().any(|line| line.starts_with(part)), "{code}: {part}");
            }
        }
    }

    #[test]
    fn both_messages_name_the_same_parameters_and_keep_the_form() {
        let names = |text: &str| {
            let mut names: Vec<String> = text
                .split('{')
                .skip(1)
                .filter_map(|part| part.split_once('}'))
                .map(|(name, _)| name.to_owned())
                .collect();
            names.sort();
            names.dedup();
            names
        };
        for code in ProblemCode::ALL {
            let (id, en) = (code.template(Lang::Id), code.template(Lang::En));
            assert_eq!(names(id), names(en), "{code}");
            assert_ne!(id, en, "{code} is not translated");
            for text in [id, en] {
                assert!(!text.ends_with('.') && !text.contains('\n'), "{code}: {text}");
                assert!(
                    text.chars().next().is_some_and(|c| !c.is_uppercase() || text.starts_with("JSON")),
                    "{code}: {text}"
                );
            }
        }
    }
}
