//! Codes of the calendar. What an entry is made of stands in the parent module.

macro_rules! calendar_codes {
    ([$($next:ident)*] $($entries:tt)*) => {
        collect_codes! { [$($next)*] $($entries)*

            /// A quarter is not written `YYYYQn`.
            /// Why: the canonical form is what is stored and compared.
            /// Wrong: `2025Q5`, `2025-T3`.
            /// Right: `2025Q3`.
            QuarterFormat = "quarter.format", Error,
                "`{found}` bukan triwulan yang ditulis `TTTTQn`, misalnya `2025Q3`",
                "`{found}` is not a quarter written `YYYYQn`, such as `2025Q3`";

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

            /// A text names more than one quarter, or one with two years.
            /// Why: only whoever wrote it knows which one is meant.
            /// Wrong: `TW II (Juli-September 2025)`, `TW III 2025/2026`.
            /// Right: `TW III (Juli-September 2025)`.
            QuarterSeveral = "quarter.several", Error,
                "lebih dari satu triwulan disebut: {labels}",
                "more than one quarter is named: {labels}";

            /// A month is not written `YYYY-MM`.
            /// Why: the canonical form is what is stored and compared.
            /// Wrong: `202413`.
            /// Right: `2024-12`.
            MonthFormat = "month.format", Error,
                "`{found}` bukan bulan yang ditulis `TTTT-BB`, misalnya `2025-07`",
                "`{found}` is not a month written `YYYY-MM`, such as `2025-07`";

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

            /// The year of a date is not written with four digits.
            /// Why: two digits can be a year, a day or a month, and of five one is too many.
            /// Wrong: `3/7/25`, `3 Juli 20255`.
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
                "ada lebih dari satu tanggal: {dates}",
                "different dates are named: {dates}";

            /// A time is not written `HH:MM`.
            /// Why: documents carry times in one form only.
            /// Wrong: `{"starts_at": "8.30"}`.
            /// Right: `{"starts_at": "08:30"}`.
            TimeFormat = "time.format", Error,
                "`{found}` bukan jam yang ditulis `JJ:MM`, misalnya `08:30`",
                "`{found}` is not a time written `HH:MM`, such as `08:30`";

            /// A text has no time.
            /// Why: a bare number can be anything.
            /// Wrong: `10`, `setelah zuhur`.
            /// Right: `pukul 10.00 WIB`.
            TimeNotUnderstood = "time.not_understood", Error,
                "`{found}` tidak memuat jam, misalnya `pukul 10.00 WIB`",
                "`{found}` has no time, such as `pukul 10.00 WIB`";

            /// The clock has no such time.
            /// Why: one of its numbers is wrong.
            /// Wrong: `25.00 WIB`, `10.60 WIB`.
            /// Right: `10.00 WIB`.
            TimeImpossible = "time.impossible", Error,
                "jam `{found}` tidak ada: jam 00.00 sampai 23.59",
                "there is no time `{found}`: times are 00.00 to 23.59";

            /// The hour does not lie in the part of the day that is written beside it.
            /// Why: one of the two is wrong, or, as with `12 malam`, the day is not certain.
            /// Wrong: `14.00 pagi`, `jam 12 malam`.
            /// Right: `14.00`, `pukul 23.59`.
            TimePartOfDay = "time.part_of_day", Error,
                "`{found}`: jam itu tidak pasti pada bagian hari yang ditulis",
                "`{found}`: the hour has no certain place in that part of the day";

            /// A time ends before it begins, or when it begins.
            /// Why: a meeting does not last over midnight.
            /// Wrong: `12.00 s.d. 08.30`.
            /// Right: `08.30 s.d. 12.00`.
            TimeOrder = "time.order", Error,
                "`{found}`: selesai tidak sesudah mulai",
                "`{found}`: the end is not after the start";

            /// A text has two different times, or one in two time zones.
            /// Why: only whoever wrote it knows which one is meant.
            /// Wrong: `08.00 WIB atau 09.00 WIB`.
            /// Right: `08.00 WIB`.
            TimeSeveral = "time.several", Error,
                "ada lebih dari satu jam: {times}",
                "different times are named: {times}";

            /// A text names no months, quarter, year or day that a span could be.
            /// Why: what was reviewed is then not known, which is not the same as nothing.
            /// Wrong: `beberapa waktu terakhir`.
            /// Right: `tiga bulan terakhir`, `Juli-September 2025`.
            SpanNotUnderstood = "span.not_understood", Error,
                "`{found}` tidak menyebut kurun waktu, misalnya `Juli-September 2025`",
                "`{found}` does not name a span, such as `Juli-September 2025`";

            /// A span is the quarter after the one reviewed, and that one is not known.
            /// Why: "triwulan selanjutnya" has no meaning of its own.
            /// Wrong: `triwulan selanjutnya`, without the quarter reviewed.
            /// Right: `triwulan selanjutnya`, with the quarter reviewed.
            SpanReviewedMissing = "span.reviewed_missing", Error,
                "`{found}`: triwulan yang dievaluasi belum diketahui",
                "`{found}`: the quarter that was reviewed is not known";

            /// A span ends before it begins.
            /// Why: one of the two months is wrong.
            /// Wrong: `{"from": "2025-09", "to": "2025-07"}`.
            /// Right: `{"from": "2025-07", "to": "2025-09"}`.
            SpanOrder = "span.order", Error,
                "kurun waktu berakhir ({to}) sebelum dimulai ({from})",
                "the span ends ({to}) before it begins ({from})";

            /// A text names two different spans.
            /// Why: only whoever wrote it knows which one is meant.
            /// Wrong: `Juli-September 2025, per hari ini`.
            /// Right: `Juli-September 2025`.
            SpanSeveral = "span.several", Error,
                "ada lebih dari satu kurun waktu: {spans}",
                "different spans are named: {spans}";

            /// A span is neither months from and to, nor a day, nor words alone.
            /// Why: half a span, or two at once, cannot be used.
            /// Wrong: `{"from": "2025-07"}`, `{"from": "2025-07", "to": "2025-09", "as_of": "2025-09-30"}`, `{}`.
            /// Right: `{"from": "2025-07", "to": "2025-09"}`, `{"as_of": "2025-09-30"}`, `{"text": "sampai sekarang"}`.
            SpanShape = "span.shape", Error,
                "isi `from` dan `to`, atau `as_of` saja, atau `text` saja",
                "give `from` and `to`, or `as_of` alone, or `text` alone";

            /// The weekday in a table of holidays is not that of the date beside it.
            /// Why: the date was probably mistyped, and a wrong holiday moves a forum.
            /// Wrong: `2025-08-17,Senin,libur_nasional,...`.
            /// Right: `2025-08-17,Minggu,libur_nasional,...`.
            HolidayWeekday = "holiday.weekday", Error,
                "tertulis `{weekday}`, padahal {date} hari {actual}",
                "`{weekday}` is written beside {date}, which is a {actual}";

            /// There are no holidays for a year.
            /// Why: without data no day is known to be free, or not to be.
            /// Wrong: the schedule of 2027 with holidays up to 2026.
            /// Right: the schedule of 2027 with the holidays of 2027.
            HolidayYearMissing = "holiday.year_missing", Warning,
                "tidak ada data hari libur untuk tahun {year}",
                "there are no holidays for {year}";
        }
    };
}
pub(super) use calendar_codes;
