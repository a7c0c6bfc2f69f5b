//! Codes of the cadence. What an entry is made of stands in the parent module.

macro_rules! cadence_codes {
    ([$($next:ident)*] $($entries:tt)*) => {
        collect_codes! { [$($next)*] $($entries)*

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

            /// A label has no year, and the latest such quarter lies far before the date.
            /// Why: a forum held early is then counted for the year before; only its organisers know which year is meant.
            /// Wrong: `{"label": "TW III", "held_on": "2025-06-29"}`.
            /// Right: `{"label": "TW III 2025", "held_on": "2025-06-29"}`.
            CadenceLabelYear = "cadence.label_year_doubtful", Warning,
                "label tanpa tahun dibaca {quarter} untuk forum {date}; tulis tahunnya bila {next} yang dimaksud",
                "the label without a year is read as {quarter} for the forum of {date}; write the year if {next} is meant";

            /// A label names no quarter that can be read, so that only the date can place the forum.
            /// Why: what the invitation says comes before the date, and here it says nothing certain.
            /// Wrong: `{"label": "Triwulan ini", "held_on": "2025-07-03"}`.
            /// Right: `{"label": "Triwulan III 2025", "held_on": "2025-07-03"}`.
            CadenceLabelUnread = "cadence.label_unread", Warning,
                "triwulan tidak terbaca dari label `{label}`, sehingga hanya tanggal forum yang menentukan",
                "no quarter can be read from the label `{label}`, so only the date of the forum can tell";

            /// A label names a quarter without its year, and the forum has no date that would tell the year.
            /// Why: the same label comes back every year.
            /// Wrong: `{"label": "TW III"}` without `held_on`.
            /// Right: `{"label": "TW III 2025"}`.
            CadenceLabelWithoutYear = "cadence.label_year_missing", Warning,
                "label `{label}` tanpa tahun, dan tidak ada tanggal forum yang menunjukkannya; tulis tahunnya",
                "the label `{label}` has no year, and there is no date of the forum to tell it; write the year";

            /// A forum has no date.
            /// Why: it is kept, and counts nowhere: an invitation or a label alone does not show that a forum was held.
            /// Wrong: `{"label": "TW III 2025"}` without `held_on`.
            /// Right: `{"label": "TW III 2025", "held_on": "2025-07-03"}`.
            CadenceUndated = "cadence.undated", Warning,
                "forum ini tidak bertanggal, sehingga tidak dihitung",
                "the forum has no date, so it counts nowhere";

            /// A forum lies before the quarter in which it should be held by its label.
            /// Why: the label or the date is hardly right; where both are, `counts_for` says so.
            /// Wrong: `{"label": "TW III 2025", "held_on": "2025-03-01"}`.
            /// Right: `{"label": "TW I 2025", "held_on": "2025-03-01"}`.
            CadenceBeforeQuarter = "cadence.before_quarter", Warning,
                "forum {date} dihitung untuk {quarter}, padahal {held_in} belum dimulai pada hari itu",
                "the forum of {date} counts for {quarter}, but {held_in} had not begun on that day";

            /// None of the forums is of the Puskesmas asked about.
            /// Why: every quarter then seems to lack a forum; the records may name the Puskesmas otherwise.
            /// Wrong: `1011443` where the records have `Puskesmas Pasar Muara Tembesi`.
            /// Right: `Puskesmas Pasar Muara Tembesi`.
            CadencePuskesmasUnknown = "cadence.puskesmas_unknown", Warning,
                "tidak ada forum dari Puskesmas `{puskesmas}` di antara catatan yang diberikan",
                "none of the records given is of the Puskesmas `{puskesmas}`";

            /// A forum with only a date, in the first 31 days of a quarter, could be that of the quarter before, which has none.
            /// Why: it may be the late forum of the quarter before; `counts_for` or a label settles it.
            /// Wrong: `{"held_on": "2025-07-03"}` with no forum in the second quarter.
            /// Right: `{"held_on": "2025-07-03", "counts_for": "2025Q3"}`.
            CadenceQuarterAmbiguous = "cadence.quarter_ambiguous", Warning,
                "forum {date} dihitung untuk {quarter}, tetapi bisa juga forum {other} yang terlambat {days} hari",
                "the forum of {date} counts for {quarter}, but could also be that of {other}, {days} days late";

            /// Two records tell of forums of one Puskesmas on one day; they are taken as one forum.
            /// Why: counting both would hide a missing quarter; `counts_for` in both makes them two forums.
            /// Wrong: two records of 3 July 2025.
            /// Right: one record of 3 July 2025.
            CadenceRecordedTwice = "cadence.recorded_twice", Warning,
                "forum {date} tercatat dua kali; yang dipakai catatan `{kept}`",
                "the forum of {date} is recorded twice; the record `{kept}` is used";

            /// Two records of one day, taken as one forum, state different quarters.
            /// Why: one of the labels is wrong, or there were two forums; then each record says so by `counts_for`.
            /// Wrong: `TW II 2025` and `TW III 2025`, both held on 3 July 2025.
            /// Right: one record, or `"counts_for": "2025Q2"` and `"counts_for": "2025Q3"`.
            CadenceQuartersDiffer = "cadence.recorded_twice_quarters", Warning,
                "forum {date} tercatat dua kali, untuk {quarter} dan untuk {other}; yang dipakai catatan `{kept}` ({quarter})",
                "the forum of {date} is recorded twice, for {quarter} and for {other}; the record `{kept}` ({quarter}) is used";

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
    };
}
pub(super) use cadence_codes;
