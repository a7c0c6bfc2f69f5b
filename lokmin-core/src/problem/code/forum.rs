//! Codes of the forum record. What an entry is made of stands in the parent module.

macro_rules! forum_codes {
    ([$($next:ident)*] $($entries:tt)*) => {
        collect_codes! { [$($next)*] $($entries)*

            /// A forum names no Puskesmas.
            /// Why: a forum is held by a Puskesmas and counts for it.
            /// Wrong: `{"puskesmas": []}`.
            /// Right: `{"puskesmas": [{"name": "Puskesmas Lumbir"}]}`.
            PuskesmasMissing = "forum.puskesmas_missing", Error,
                "sebutkan sekurang-kurangnya satu Puskesmas penyelenggara",
                "name at least one Puskesmas that held the forum";

            /// A forum has no date.
            /// Why: without one it cannot be placed in the calendar; it is kept, and counts nowhere unless its quarter is given.
            /// Wrong: `{"held_on_text": "Kamis (11/12)"}` alone.
            /// Right: `{"held_on": "2025-12-11", "held_on_text": "Kamis (11/12)"}`.
            ForumDateMissing = "forum.date_missing", Warning,
                "tanggal pelaksanaan belum diisi",
                "the day on which the forum was held is missing";

            /// The date as written cannot be read.
            /// Why: the text beside a date is a check on it, and this one checks nothing.
            /// Wrong: `{"held_on_text": "minggu depan"}`.
            /// Right: `{"held_on_text": "Kamis (3/7/2025)"}`.
            ForumDateUnreadable = "forum.date_unreadable", Warning,
                "tanggal tertulis `{text}` tidak dapat dibaca",
                "the written date `{text}` cannot be read";

            /// The date and the date as written are different days.
            /// Why: one of the two is wrong; both are kept and neither is chosen.
            /// Wrong: `{"held_on": "2025-03-07", "held_on_text": "3/7/2025"}`.
            /// Right: `{"held_on": "2025-07-03", "held_on_text": "3/7/2025"}`.
            ForumDateContradiction = "forum.date_contradiction", Warning,
                "`{text}` berarti {read}, sedangkan tanggal yang diisi {held_on}",
                "`{text}` means {read}, while the date given is {held_on}";

            /// The label of the quarter cannot be read.
            /// Why: the quarter that the forum counts for is then taken from its date.
            /// Wrong: `{"label": "pertemuan ketiga"}`.
            /// Right: `{"label": "Tribulan III"}`.
            ForumLabelUnreadable = "forum.label_unreadable", Warning,
                "label `{text}` bukan sebutan triwulan yang dapat dibaca",
                "the label `{text}` is not a quarter that can be read";

            /// A party is named in no way.
            /// Why: nobody can see who spoke, asked or promised.
            /// Wrong: `{"askers": [{}]}`.
            /// Right: `{"askers": [{"text": "tokoh agama"}]}`.
            PartyEmpty = "forum.party_empty", Error,
                "sebutkan pihaknya: baris daftar hadir, sektor atau teks",
                "name the party: an attendance row, a sector or a text";

            /// More villages are listed than are said to be meant.
            /// Why: one of the two is wrong.
            /// Wrong: `{"codes": ["33.02.01.2001", "33.02.01.2002"], "count": 1}`.
            /// Right: `{"codes": ["33.02.01.2001", "33.02.01.2002"], "count": 2}`.
            VillageCount = "forum.village_count", Error,
                "{listed} desa disebut, padahal jumlahnya {count}",
                "{listed} villages are listed, but {count} are meant";

            /// A row says nothing about who it stands for.
            /// Why: an empty row counts as nobody.
            /// Wrong: `{"mention": "person"}`.
            /// Right: `{"mention": "person", "office": "Camat"}`.
            AttendanceEmpty = "attendance.empty", Error,
                "isi nama, jabatan, instansi atau sektor",
                "give a name, an office, an institution or a sector";

            /// Somebody represents, and it is not said whom.
            /// Why: a stand-in counts for the sector of the one who is represented.
            /// Wrong: `{"mention": "person", "name": "Sugianto", "capacity": "representing"}`.
            /// Right: the same with `"represents": [{"office": "Danramil"}]`.
            PrincipalMissing = "attendance.principal_missing", Error,
                "sebutkan siapa yang diwakili",
                "say who is represented";

            /// Somebody both holds an office here and represents another.
            /// Why: an acting official is the official, a stand-in is not; the row must be one of the two.
            /// Wrong: `"capacity": "plt"` beside `"represents": [...]`.
            /// Right: `"capacity": "representing"` beside `"represents": [...]`.
            CapacityContradiction = "attendance.capacity_contradiction", Error,
                "`{capacity}` tidak dapat disertai pihak yang diwakili",
                "`{capacity}` cannot go with somebody who is represented";

            /// A sector outside the list has no name.
            /// Why: "other" alone says nothing.
            /// Wrong: `{"sector": "other"}`.
            /// Right: `{"sector": "other", "sector_name": "Perhutani"}`.
            SectorNameMissing = "attendance.sector_name_missing", Error,
                "sektor `other` perlu nama di `sector_name`",
                "sector `other` needs a name in `sector_name`";

            /// Somebody who is represented is on the list in person too.
            /// Why: either nobody was represented, or one of the rows is wrong.
            /// Wrong: a row `Camat` and a row that represents the `Camat`.
            /// Right: one of the two.
            PrincipalAndStandIn = "attendance.principal_and_stand_in", Warning,
                "`{office}` tercatat hadir dan juga diwakili",
                "`{office}` is on the list and is represented as well";

            /// Evidence is called held and has no reference.
            /// Why: only what can be shown counts; without a reference it counts as mentioned.
            /// Wrong: `{"state": "held"}`.
            /// Right: `{"state": "held", "reference": "arsip 12/2025"}`.
            EvidenceReferenceMissing = "evidence.reference_missing", Warning,
                "bukti yang ada perlu rujukan tempat menemukannya; tanpa itu tidak dihitung",
                "evidence that is held needs a reference to where it is; without one it does not count";

            /// A requirement on the attendance names no sector.
            /// Why: it can never be met.
            /// Wrong: `{"any_of": []}`.
            /// Right: `{"any_of": ["TNI", "POLRI"]}`.
            RequirementEmpty = "coverage.requirement_empty", Error,
                "sebutkan sekurang-kurangnya satu sektor",
                "name at least one sector";
        }
    };
}
pub(super) use forum_codes;
