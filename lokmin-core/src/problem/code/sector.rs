//! Codes of sectors. What an entry is made of stands in the parent module.

macro_rules! sector_codes {
    ([$($next:ident)*] $($entries:tt)*) => {
        collect_codes! { [$($next)*] $($entries)*

            /// No office, institution or group is known in a text.
            /// Why: the attendance counts for no sector, and a sector is never guessed from a word that is only near.
            /// Wrong: `Babinkamtibmaz Cidora`.
            /// Right: `Bhabinkamtibmas Cidora`, or the wording added to the aliases.
            SectorUnknown = "sector.unknown", Warning,
                "sektor dari `{found}` tidak dikenal",
                "the sector of `{found}` is not known";

            /// "Ibu" stands before an office whose holder's wife is addressed in the same way.
            /// Why: "Ibu Camat" is a woman who is the Camat, or the Camat's wife, who leads the TP PKK. It is read as the office.
            /// Wrong: `Ibu Camat Lumbir`.
            /// Right: `Camat Lumbir`, or `Ketua TP PKK Kecamatan Lumbir`.
            SectorHonorificAmbiguous = "sector.honorific_ambiguous", Warning,
                "`{found}` dibaca sebagai {office}, tetapi dapat juga berarti istri {office}",
                "`{found}` is read as {office}, but can also mean the wife of the {office}";

            /// An alias stands for offices of several sectors, and the text does not say which.
            /// Why: the usual one was taken; in this text it may be another.
            /// Wrong: `Ka UPTD`.
            /// Right: `Kepala UPTD Puskesmas Pelangiran`.
            SectorAssumed = "sector.assumed", Warning,
                "`{found}` tidak menyebut sektornya; dianggap {sector}",
                "`{found}` does not say its sector; {sector} is assumed";

            /// A text speaks of representing, but not clearly of whom.
            /// Why: a stand-in counts for the sector of the one represented.
            /// Wrong: `Camat atau yang mewakili`.
            /// Right: `Sekcam Diyati mewakili Camat`.
            SectorPrincipalUnclear = "sector.principal_unclear", Warning,
                "tidak jelas siapa yang diwakili dalam `{found}`",
                "it is not clear who is represented in `{found}`";

            /// A text names somebody and says that they did not come.
            /// Why: whoever did not come does not count as present, and stands better among the apologies.
            /// Wrong: `Kapolsek (tidak hadir)` in an attendance list.
            /// Right: an apology of the `Kapolsek`.
            SectorNotPresent = "sector.not_present", Warning,
                "`{found}` tertulis tidak hadir",
                "`{found}` is said not to have come";

            /// A row of added aliases has not four to six columns, or its alias has no letter or more than 80.
            /// Why: the row cannot be read as an alias and what it stands for.
            /// Wrong: `Kelihan Banjar,DESA`.
            /// Right: `Kelihan Banjar,DESA,Kelihan Banjar,office`.
            SectorAliasRow = "sector.alias_row", Error,
                "baris {line}: perlu empat sampai enam kolom dan alias dengan 1 sampai 80 huruf atau angka",
                "line {line}: four to six columns and an alias of 1 to 80 letters or digits are needed";

            /// Two added aliases are equal but for case, spaces and signs, and stand for different things.
            /// Why: only one of the two can be meant.
            /// Wrong: `PSM,SOS,...` and `P.S.M.,ORMAS,...`.
            /// Right: one of the two.
            SectorAliasConflict = "sector.alias_conflict", Error,
                "alias `{alias}` sudah ada sebagai `{other}` dengan arti lain",
                "the alias `{alias}` is already there as `{other}` with another meaning";
        }
    };
}
pub(super) use sector_codes;
