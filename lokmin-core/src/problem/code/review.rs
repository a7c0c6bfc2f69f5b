//! Codes of the review. What an entry is made of stands in the parent module.

macro_rules! review_codes {
    ([$($next:ident)*] $($entries:tt)*) => {
        collect_codes! { [$($next)*] $($entries)*

            /// The records are of several Puskesmas, and the request does not say which one is meant.
            /// Why: a review is of one Puskesmas; which of them is meant cannot be guessed.
            /// Wrong: a joint forum of `P1` and `P2`, no working area and no `puskesmas`.
            /// Right: `{"puskesmas": "P1"}` beside them.
            ReviewPuskesmasNeeded = "review.puskesmas_needed", Error,
                "data yang diberikan milik beberapa puskesmas ({puskesmas}); pilih satu dengan `puskesmas`",
                "the records are of several Puskesmas ({puskesmas}); choose one with `puskesmas`";

            /// The working area is that of another Puskesmas.
            /// Why: its villages are not those of the Puskesmas reviewed, so it does not count.
            /// Wrong: the working area of `P2` in a review of `P1`.
            /// Right: the working area of `P1`.
            ReviewAreaDiffers = "review.area_differs", Warning,
                "wilayah kerja ini milik `{found}`, bukan `{puskesmas}`; tidak dipakai",
                "the working area is that of `{found}`, not of `{puskesmas}`; it is not used";

            /// The register has recommendations, and none of them binds the Puskesmas.
            /// Why: a register names a Puskesmas by its code or by its name; the one reviewed is called otherwise there.
            /// Wrong: recommendations of `Puskesmas Lumbir` where the forums have the code `1031429`.
            /// Right: recommendations of `1031429`.
            ReviewRegisterElsewhere = "review.register_elsewhere", Warning,
                "tidak satu pun dari {count} rekomendasi dalam buku RTL mengikat `{puskesmas}`",
                "none of the {count} recommendations of the register binds `{puskesmas}`";

            /// An indicator is handed in twice.
            /// Why: it would count twice for every village, and nobody can say which of the two is meant.
            /// Wrong: two entries with `{"definition": "K6"}`.
            /// Right: one entry with all villages.
            ReviewIndicatorTwice = "review.indicator_twice", Error,
                "indikator {indicator} diberikan lebih dari sekali",
                "indicator {indicator} is handed in more than once";

            /// Phone or identity numbers stood in the records and are left out.
            /// Why: a review is published; a number of somebody does not belong there.
            /// Wrong: the owner `Ketua RT 02, 0812-3456-7890`.
            /// Right: the owner `Ketua RT 02`.
            ReviewNumberHidden = "review.number_hidden", Warning,
                "nomor telepon atau nomor identitas tidak ditampilkan: {count}",
                "phone or identity numbers left out: {count}";
        }
    };
}

pub(super) use review_codes;
