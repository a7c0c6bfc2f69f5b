//! Codes of regions and working areas. What an entry is made of stands in the parent module.

macro_rules! region_codes {
    ([$($next:ident)*] $($entries:tt)*) => {
        collect_codes! { [$($next)*] $($entries)*

            /// A code that should be a village's is of another level.
            /// Why: a subdistrict or district is not one village.
            /// Wrong: `"33.02.01"`.
            /// Right: `"33.02.01.2007"`.
            NotAVillage = "region.not_a_village", Error,
                "`{code}` bukan kode desa/kelurahan",
                "`{code}` is not the code of a village";

            /// A text is not a code such as `15.04.02.2003`, of 2, 2, 2 and 4 digits, or for BPS not of 2, 4, 7 or 10 digits.
            /// Why: codes are compared as they are written; a code that lost a zero or a dot is another region or none.
            /// Wrong: `15.4.2`, `15 04 02`.
            /// Right: `15.04.02`.
            RegionFormat = "region.format", Error,
                "`{found}` bukan kode wilayah {system}, misalnya `{example}`",
                "`{found}` is not a {system} region code, such as `{example}`";

            /// A part of a region code is zero, or the village part does not begin with 1, 2 or 3.
            /// Why: there are no such regions, so a digit is wrong or the code is of another system.
            /// Wrong: `15.00.02`, `15.04.02.0003`.
            /// Right: `15.04.02`, `15.04.02.2003`.
            RegionPartRange = "region.part_range", Error,
                "kode wilayah `{found}` memuat bagian nol, atau bagian desanya tidak diawali 1, 2 atau 3",
                "region code `{found}` has a part that is zero, or a village part that does not begin with 1, 2 or 3";

            /// A code is one of the statistics office (BPS).
            /// Why: a BPS code is not a Kemendagri code without dots; only a table of both says which region it is.
            /// Wrong: `1504030` (seven digits are a BPS subdistrict).
            /// Right: `15.04.02`.
            RegionBps = "region.bps", Error,
                "`{found}` adalah kode BPS: pakai tabel padanan untuk mendapatkan kode Kemendagri",
                "`{found}` is a BPS code: use a table of both codes to get the Kemendagri code";

            /// A code of 4 or 10 digits without dots may be one of Kemendagri or of BPS, and nobody said which.
            /// Why: `1403` is Bengkalis in one system and Indragiri Hilir in the other.
            /// Wrong: `1504022003` without `system`.
            /// Right: `15.04.02.2003`, or `1504022003` with `"system": "kemendagri"`.
            RegionSystemUnknown = "region.system_unknown", Warning,
                "`{found}` bisa kode Kemendagri atau BPS; dibaca sebagai Kemendagri `{read_as}`",
                "`{found}` may be a Kemendagri or a BPS code; it is read as Kemendagri `{read_as}`";

            /// A code is not in the list of regions that it is checked against.
            /// Why: a digit is wrong, the region got another code in another edition, or the list does not cover it.
            /// Wrong: `91.09` with the list of 2025, which has this district (Mimika) as `94.04`.
            /// Right: a code of the edition that the list is of.
            RegionUnknownCode = "region.unknown_code", Warning,
                "kode wilayah `{found}` tidak ada dalam daftar",
                "region code `{found}` is not in the list";

            /// A list has the same code twice.
            /// Why: one of the two names, or of the two changes, would be lost.
            /// Wrong: two rows with `15.04.02.2003`.
            /// Right: one row with `15.04.02.2003`.
            RegionDuplicateCode = "region.duplicate_code", Error,
                "kode wilayah `{found}` muncul lebih dari sekali",
                "region code `{found}` occurs more than once";

            /// The `tingkat` or `jenis` of a row is not what its code says.
            /// Why: the code has lost or gained digits, or the row belongs to another region.
            /// Wrong: `15.04,Jebak,desa_kelurahan,desa`.
            /// Right: `15.04.02.2003,Jebak,desa_kelurahan,desa`.
            RegionKindMismatch = "region.kind_mismatch", Error,
                "`{found}` tidak cocok dengan kode wilayahnya, yang berarti `{expected}`",
                "`{found}` does not fit the region code, which says `{expected}`";

            /// No region of the list has the name.
            /// Why: a near name may be another village; only a person can say that it is the same.
            /// Wrong: `Cirahap` inside `33.02.01`.
            /// Right: `Cirahab` inside `33.02.01`.
            RegionNameUnknown = "region.name_unknown", Error,
                "tidak ada wilayah bernama `{found}`",
                "there is no region named `{found}`";

            /// Several regions of the list have the name.
            /// Why: names repeat, in 16 pairs even inside one subdistrict; the code is the key.
            /// Wrong: `Terusan` inside `15.04.08`, which is a kelurahan and a desa.
            /// Right: `Desa Terusan` inside `15.04.08`, or the code `15.04.08.2006`.
            RegionNameAmbiguous = "region.name_ambiguous", Error,
                "ada {count} wilayah bernama `{found}`: {candidates}",
                "{count} regions are named `{found}`: {candidates}";

            /// The table of changes does not know an edition.
            /// Why: between unknown editions nothing is known to have changed, which is not the same as no change.
            /// Wrong: from edition 2019 with a table of 2018, 2022, 2023 and 2025.
            /// Right: from edition 2018.
            RegionEditionUnknown = "region.edition_unknown", Error,
                "terbitan {found} tidak ada dalam tabel perubahan, yang memuat {known}",
                "edition {found} is not in the table of changes, which has {known}";

            /// Two editions do not follow one another: the later one stands first, or no single chain of changes joins them.
            /// Why: codes are followed from an edition to the next one, forward only.
            /// Wrong: from 2025 to 2018; rows from 2018 to 2022 beside rows from 2018 to 2023.
            /// Right: from 2018 to 2025; rows from 2018 to 2022 and from 2022 to 2023.
            RegionEditionOrder = "region.edition_order", Error,
                "tidak ada urutan perubahan dari terbitan {from} ke {to}",
                "there is no chain of changes from edition {from} to {to}";

            /// A code that should be a subdistrict's is of another level.
            /// Why: a working area is said by its subdistricts and its villages.
            /// Wrong: `{"subdistricts": ["33.02"]}`.
            /// Right: `{"subdistricts": ["33.02.01"]}`.
            NotASubdistrict = "region.not_a_subdistrict", Error,
                "`{code}` bukan kode kecamatan",
                "`{code}` is not the code of a subdistrict";

            /// A village of a working area lies outside the subdistricts that the area names.
            /// Why: one of the codes is probably wrong.
            /// Wrong: `15.04.03.2001` beside `"subdistricts": ["15.04.02"]`.
            /// Right: `15.04.02.2001`, or both subdistricts.
            WorkingAreaOutside = "working_area.outside_subdistricts", Warning,
                "desa `{code}` di luar kecamatan yang disebut: {subdistricts}",
                "village `{code}` lies outside the subdistricts that are named: {subdistricts}";

            /// Two villages of a working area have the same name or alias.
            /// Why: a row that carries only this name cannot be given to either.
            /// Wrong: the alias `Karya Jaya` at two villages.
            /// Right: the alias at one of them, or rows that carry codes.
            WorkingAreaNameAmbiguous = "working_area.name_ambiguous", Warning,
                "nama `{found}` dipakai desa {candidates}",
                "the name `{found}` is that of the villages {candidates}";

            /// A target population is that of a village outside the working area.
            /// Why: it would be lost, or counted where it does not belong.
            /// Wrong: `{"village": "33.02.02.2001", "indicator": "K6", "count": 40}` in the area of Lumbir.
            /// Right: the village's code as the area lists it.
            WorkingAreaTargetOutside = "working_area.target_outside", Error,
                "sasaran untuk `{code}`, yang bukan desa wilayah kerja ini",
                "a target population of `{code}`, which is no village of this working area";

            /// No village of the working area has the name.
            /// Why: a near name may be another village; once a person has confirmed it, it belongs among the aliases.
            /// Wrong: `Tanjung Simpang` where the area has only `Tanjungsimpang`.
            /// Right: the same with the alias `Tanjung Simpang`.
            WorkingAreaVillageUnknown = "working_area.village_unknown", Error,
                "tidak ada desa bernama `{found}` di wilayah kerja {area}",
                "no village of the working area of {area} is named `{found}`";
        }
    };
}
pub(super) use region_codes;
