//! The words of the cadence: kinds of forums, verdicts on quarters, and reasons.

use crate::json::terms;

terms! {
    /// The kind of a lokakarya mini.
    ///
    /// Source: KMK HK.01.07/MENKES/2015/2023, table 2 (confirmed).
    pub enum MeetingKind {
        /// The quarterly cross-sector forum.
        Quarterly = "quarterly", "triwulanan lintas sektor", "quarterly, cross-sector";
        /// The monthly forum of the Puskesmas and its network.
        Monthly = "monthly", "bulanan", "monthly";
    }
}

terms! {
    /// What the quarter on a label means where a forum is held.
    pub enum LabelConvention {
        /// The quarter in which the forum is held.
        Held = "held", "triwulan pelaksanaan", "the quarter it is held in";
        /// The quarter that the forum reviews: it is due in the month after that quarter.
        Reviewed = "reviewed", "triwulan yang dibahas", "the quarter it reviews";
    }
}

terms! {
    /// Why a forum counts for its quarter.
    ///
    /// # Ordering
    ///
    /// The stronger reason first.
    pub enum Basis {
        /// The record says which quarter it counts for.
        CountsFor = "counts_for", "dinyatakan", "stated";
        /// The label names the quarter.
        Label = "label", "menurut label", "by its label";
        /// The date lies in the quarter.
        Date = "date", "menurut tanggal", "by its date";
    }
}

terms! {
    /// The verdict on one quarter (or one month) of one Puskesmas on a given day.
    pub enum Status {
        /// A forum was held in the due month.
        OnSchedule = "on_schedule", "sesuai jadwal", "on schedule";
        /// A forum was held before the quarter ended, in another month than the due one.
        OffMonth = "off_month", "di luar jadwal", "off month";
        /// The forum of the quarter was held after the quarter had ended.
        Late = "late", "terlambat", "late";
        /// The due month has passed without a forum; the quarter or its grace is still open.
        Overdue = "overdue", "lewat tenggat", "overdue";
        /// The grace has passed without a forum, and the records are complete.
        Missed = "missed", "tidak dilaksanakan", "missed";
        /// The grace has passed without a record, which does not show that there was no forum.
        NoRecord = "no_record", "belum ada laporan", "no record";
        /// The due month is running.
        Due = "due", "bulan pelaksanaan sedang berjalan", "due";
        /// The due month has not begun.
        Upcoming = "upcoming", "belum waktunya", "upcoming";
        /// A forum is recorded with a later day than the day asked about, in time or not.
        Planned = "planned", "direncanakan", "planned";
    }
}

impl Status {
    /// Returns the number that columns carry: the position in [`Status::ALL`], from 0.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::cadence::Status;
    /// assert_eq!(Status::OnSchedule.index(), 0);
    /// assert_eq!(Status::ALL[Status::Missed.index() as usize], Status::Missed);
    /// ```
    #[must_use]
    pub const fn index(self) -> u8 {
        self as u8
    }

    /// Returns whether a forum was held for the quarter: on schedule, off month or late.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::cadence::Status;
    /// assert!(Status::Late.is_held());
    /// assert!(!Status::Planned.is_held());
    /// ```
    #[must_use]
    pub const fn is_held(self) -> bool {
        matches!(self, Self::OnSchedule | Self::OffMonth | Self::Late)
    }

    /// Returns whether nothing is decided yet: overdue, due, upcoming or planned.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Overdue | Self::Due | Self::Upcoming | Self::Planned)
    }
}

terms! {
    /// On which side of the due month a forum was held.
    pub enum Timing {
        /// Before the due month.
        Early = "early", "lebih awal", "early";
        /// After the due month.
        Late = "late", "lebih lambat", "late";
    }
}

terms! {
    /// Why a forum of the Puskesmas counts for no quarter of its own.
    pub enum Uncounting {
        /// It is a monthly forum, which never counts as a quarterly one.
        Monthly = "monthly", "lokmin bulanan", "a monthly forum";
        /// It has no date: an invitation or a label alone does not show that a forum was held.
        Undated = "undated", "tanpa tanggal", "without a date";
        /// Another record of the same day tells of the same forum; see `cadence.recorded_twice`.
        RecordedTwice = "recorded_twice", "tercatat dua kali", "recorded twice";
        /// An earlier forum counts for the same quarter.
        Duplicate = "duplicate", "triwulannya sudah terisi", "its quarter already has one";
        /// Its quarter lies before the first quarter asked about.
        OutOfRange = "out_of_range", "di luar rentang", "outside the range";
    }
}

terms! {
    /// A day of the week.
    pub enum Day {
        /// Monday.
        Monday = "monday", "Senin", "Monday";
        /// Tuesday.
        Tuesday = "tuesday", "Selasa", "Tuesday";
        /// Wednesday.
        Wednesday = "wednesday", "Rabu", "Wednesday";
        /// Thursday.
        Thursday = "thursday", "Kamis", "Thursday";
        /// Friday.
        Friday = "friday", "Jumat", "Friday";
        /// Saturday.
        Saturday = "saturday", "Sabtu", "Saturday";
        /// Sunday.
        Sunday = "sunday", "Minggu", "Sunday";
    }
}

impl From<chrono::Weekday> for Day {
    fn from(weekday: chrono::Weekday) -> Self {
        match weekday {
            chrono::Weekday::Mon => Self::Monday,
            chrono::Weekday::Tue => Self::Tuesday,
            chrono::Weekday::Wed => Self::Wednesday,
            chrono::Weekday::Thu => Self::Thursday,
            chrono::Weekday::Fri => Self::Friday,
            chrono::Weekday::Sat => Self::Saturday,
            chrono::Weekday::Sun => Self::Sunday,
        }
    }
}

terms! {
    /// Why a day is passed over when a schedule is made.
    pub enum ClosedDay {
        /// Not one of the weekdays on which forums are held.
        Weekday = "weekday", "bukan hari kerja", "not a working day";
        /// A public holiday or a cuti bersama.
        Holiday = "holiday", "hari libur", "a holiday";
        /// A day that the Puskesmas has named as busy.
        Busy = "busy", "ada kegiatan lain", "busy";
    }
}

terms! {
    /// How sure a built-in value is.
    pub enum Certainty {
        /// Read in the source itself.
        Confirmed = "confirmed", "terkonfirmasi", "confirmed";
        /// Read in a secondary or unofficial source.
        Secondary = "secondary", "sumber sekunder", "secondary source";
        /// General knowledge of the field, hardly doubtful.
        Recalled = "recalled", "pengetahuan umum", "general knowledge";
        /// No source has a rule: a choice of this library, to be overridden freely.
        Chosen = "chosen", "pilihan pustaka ini", "a choice of this library";
    }
}
