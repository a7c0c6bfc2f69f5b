//! Codes of accreditation. What an entry is made of stands in the parent module.

macro_rules! accreditation_codes {
    ([$($next:ident)*] $($entries:tt)*) => {
        collect_codes! { [$($next)*] $($entries)*

            /// The bands of a scale are not in rising order.
            /// Why: nobody can say which band a number of forums falls into.
            /// Wrong: `[{"from": 4, "points": 10}, {"from": 2, "points": 7}]`.
            /// Right: `[{"from": 2, "points": 7}, {"from": 4, "points": 10}]`.
            AccreditationScaleOrder = "accreditation.scale_order", Error,
                "rentang skala mulai dari {from}, padahal rentang sebelumnya sudah mulai dari {previous}",
                "the band begins at {from}, while the one before it begins at {previous}";

            /// A yearly schedule is of a year that the window does not touch.
            /// Why: it is not asked for, so it does not count.
            /// Wrong: the schedule of 2023 for a window in 2025.
            /// Right: the schedule of 2025.
            AccreditationScheduleOutside = "accreditation.schedule_outside", Warning,
                "jadwal tahun {year} di luar kurun waktu yang dinilai; tidak dihitung",
                "the schedule of {year} lies outside the window; it does not count";
        }
    };
}
pub(super) use accreditation_codes;
