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

    // --- sectors ---

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
