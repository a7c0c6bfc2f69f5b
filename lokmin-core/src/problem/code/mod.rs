//! The one list of problem codes: what each means, why it matters, a wrong and a right fragment, and its texts.
//!
//! The list stands in one file an area; [`ProblemCode`] is made of all of them.

mod accreditation;
mod assess;
mod cadence;
mod calendar;
mod exchange;
mod forum;
mod ground;
mod indicator;
mod recommendation;
mod region;
mod review;
mod sector;

use std::fmt;

use accreditation::accreditation_codes;
use assess::assess_codes;
use cadence::cadence_codes;
use calendar::calendar_codes;
use exchange::exchange_codes;
use forum::forum_codes;
use ground::ground_codes;
use indicator::indicator_codes;
use recommendation::recommendation_codes;
use region::region_codes;
use review::review_codes;
use sector::sector_codes;

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

/// Collects the entries of one file after another, and declares them when the last is reached.
macro_rules! collect_codes {
    ([] $($entries:tt)*) => { problem_codes! { $($entries)* } };
    ([$first:ident $($next:ident)*] $($entries:tt)*) => { $first! { [$($next)*] $($entries)* } };
}

collect_codes! { [ground_codes calendar_codes region_codes sector_codes forum_codes cadence_codes indicator_codes assess_codes
recommendation_codes accreditation_codes exchange_codes review_codes] }

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
