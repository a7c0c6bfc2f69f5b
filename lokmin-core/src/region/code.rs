//! The region code and how it is read.

use std::fmt;
use std::str::FromStr;

use crate::json::{canonical_text, terms};
use crate::problem::{Outcome, Problem, ProblemCode, Problems};

terms! {
    /// How deep a region lies.
    pub enum Level {
        /// A province (provinsi).
        Province = "province", "Provinsi", "Province";
        /// A regency or city (kabupaten, kota).
        District = "district", "Kabupaten/kota", "District";
        /// A subdistrict (kecamatan; distrik in Papua).
        Subdistrict = "subdistrict", "Kecamatan", "Subdistrict";
        /// A village of any kind (kelurahan, desa, desa adat).
        Village = "village", "Desa/kelurahan", "Village";
    }
}

terms! {
    /// What a village is, which the first digit of the village part says.
    pub enum VillageKind {
        /// An urban village without a government of its own: the village part begins with 1.
        Kelurahan = "kelurahan", "Kelurahan", "Urban village";
        /// A village with a government of its own: the village part begins with 2.
        Desa = "desa", "Desa", "Village";
        /// A customary village: the village part begins with 3.
        DesaAdat = "desa_adat", "Desa adat", "Customary village";
    }
}

terms! {
    /// Whose region codes a source writes.
    pub enum System {
        /// The Ministry of Home Affairs.
        Kemendagri = "kemendagri", "Kemendagri", "Ministry of Home Affairs";
        /// The statistics office.
        Bps = "bps", "BPS", "Statistics Indonesia (BPS)";
    }
}

/// One region code of the Ministry of Home Affairs, such as `15.04.02.2003`.
///
/// The parts of province, district and subdistrict are 01 to 99, the village part is 1000 to 3999. Whether such a region
/// exists is another question: ask a [`RegionIndex`](super::RegionIndex).
///
/// # Ordering
///
/// By the parts from left to right; a region comes before the regions inside it. Codes order as their texts do.
///
/// # Example
///
/// ```
/// use lokmin_core::RegionCode;
/// let jebak: RegionCode = "15.04.02.2003".parse()?;
/// assert_eq!(jebak.parent().unwrap().to_string(), "15.04.02");
/// assert_eq!(jebak.undotted(), "1504022003");
/// assert!("1504022003".parse::<RegionCode>().is_err());
/// # Ok::<(), lokmin_core::Problem>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegionCode {
    // INVARIANT: `province` is 1 to 99. A part below the level of the code is 0, all parts down to its level are not.
    province: u8,
    district: u8,
    subdistrict: u8,
    village: u16,
}

impl RegionCode {
    /// Returns how deep the region lies.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::{RegionCode, region::Level};
    /// let code: RegionCode = "15.04.02".parse()?;
    /// assert_eq!(code.level(), Level::Subdistrict);
    /// # Ok::<(), lokmin_core::Problem>(())
    /// ```
    #[must_use]
    pub const fn level(self) -> Level {
        match self {
            Self { district: 0, .. } => Level::Province,
            Self { subdistrict: 0, .. } => Level::District,
            Self { village: 0, .. } => Level::Subdistrict,
            _ => Level::Village,
        }
    }

    /// Returns the region one level up; `None` for a province.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::RegionCode;
    /// let code: RegionCode = "15.04".parse()?;
    /// assert_eq!(code.parent(), Some("15".parse()?));
    /// assert_eq!("15".parse::<RegionCode>()?.parent(), None);
    /// # Ok::<(), lokmin_core::Problem>(())
    /// ```
    #[must_use]
    pub const fn parent(self) -> Option<Self> {
        match self.level() {
            Level::Province => None,
            Level::District => self.ancestor(Level::Province),
            Level::Subdistrict => self.ancestor(Level::District),
            Level::Village => self.ancestor(Level::Subdistrict),
        }
    }

    /// Returns the region of a level that this one lies in, itself at its own level; `None` for a deeper level.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::{RegionCode, region::Level};
    /// let code: RegionCode = "15.04.02".parse()?;
    /// assert_eq!(code.ancestor(Level::District), Some("15.04".parse()?));
    /// assert_eq!(code.ancestor(Level::Subdistrict), Some(code));
    /// assert_eq!(code.ancestor(Level::Village), None);
    /// # Ok::<(), lokmin_core::Problem>(())
    /// ```
    #[must_use]
    pub const fn ancestor(self, level: Level) -> Option<Self> {
        if (level as u8) > self.level() as u8 {
            return None;
        }
        let Self { province, district, subdistrict, .. } = self;
        Some(match level {
            Level::Province => Self { province, district: 0, subdistrict: 0, village: 0 },
            Level::District => Self { province, district, subdistrict: 0, village: 0 },
            Level::Subdistrict => Self { province, district, subdistrict, village: 0 },
            Level::Village => self,
        })
    }

    /// Returns whether `other` is this region or lies inside it, going by the codes.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::RegionCode;
    /// let subdistrict: RegionCode = "15.04.02".parse()?;
    /// assert!(subdistrict.contains("15.04.02.2003".parse()?));
    /// assert!(subdistrict.contains(subdistrict));
    /// assert!(!subdistrict.contains("15.04".parse()?));
    /// # Ok::<(), lokmin_core::Problem>(())
    /// ```
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        other.ancestor(self.level()) == Some(self)
    }

    /// Returns what kind of village it is; `None` for anything but a village.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::{RegionCode, region::VillageKind};
    /// let code: RegionCode = "15.04.02.1002".parse()?;
    /// assert_eq!(code.village_kind(), Some(VillageKind::Kelurahan));
    /// # Ok::<(), lokmin_core::Problem>(())
    /// ```
    #[must_use]
    pub const fn village_kind(self) -> Option<VillageKind> {
        match self.village / 1000 {
            1 => Some(VillageKind::Kelurahan),
            2 => Some(VillageKind::Desa),
            3 => Some(VillageKind::DesaAdat),
            _ => None,
        }
    }

    /// Returns the code without its dots, as FHIR profiles of SATUSEHAT write it: 2, 4, 6 or 10 digits.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::RegionCode;
    /// assert_eq!("33.02.01".parse::<RegionCode>()?.undotted(), "330201");
    /// # Ok::<(), lokmin_core::Problem>(())
    /// ```
    #[must_use]
    pub fn undotted(self) -> String {
        self.to_string().replace('.', "")
    }

    /// Makes a code of the digits of its parts, 2, 4, 6 or 10 of them; `None` when a part is out of its range.
    fn of_digits(digits: &[u8]) -> Option<Self> {
        let pair = |index: usize| match digits.get(index..index + 2) {
            None => Some(0),
            Some(digits) => number(digits).and_then(|part| u8::try_from(part).ok()).filter(|part| *part > 0),
        };
        let village = match digits.get(6..) {
            None | Some([]) => 0,
            Some(digits) => number(digits).filter(|part| (1000..=3999).contains(part))?,
        };
        Some(Self { province: pair(0)?, district: pair(2)?, subdistrict: pair(4)?, village })
    }
}

/// Returns the number that ASCII digits write; up to four of them.
fn number(digits: &[u8]) -> Option<u16> {
    digits.iter().try_fold(0_u16, |number, digit| {
        let digit = digit.is_ascii_digit().then(|| digit - b'0')?;
        number.checked_mul(10)?.checked_add(u16::from(digit))
    })
}

/// Makes the problem of a text that is no code of a system, with an example of one.
fn not_of_form(text: &str, system: &str, example: &str) -> Problem {
    Problem::new(ProblemCode::RegionFormat).with("found", text).with("system", system).with("example", example)
}

/// Where the dots of a canonical code stand.
const DOTS: [usize; 3] = [2, 5, 8];

impl FromStr for RegionCode {
    type Err = Problem;

    /// Reads the canonical form only, such as `15.04.02.2003`; what sources write is read by [`parse_region`].
    fn from_str(text: &str) -> Result<Self, Problem> {
        let format = || not_of_form(text, "Kemendagri", "15.04.02.2003");
        let mut digits = [0_u8; 10];
        let mut count = 0;
        for (index, byte) in text.bytes().enumerate() {
            let is_dot = byte == b'.';
            if is_dot != DOTS.contains(&index) || !(is_dot || byte.is_ascii_digit()) {
                return Err(format());
            }
            if !is_dot {
                *digits.get_mut(count).ok_or_else(format)? = byte;
                count += 1;
            }
        }
        // The length is checked with its dots, so that `15.` is not read as `15`.
        match (text.len(), digits.get(..count)) {
            (2 | 5 | 8 | 13, Some(digits)) => {
                Self::of_digits(digits).ok_or_else(|| Problem::new(ProblemCode::RegionPartRange).with("found", text))
            }
            _ => Err(format()),
        }
    }
}

impl fmt::Display for RegionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { province, district, subdistrict, village } = *self;
        let [high, low] = [village / 100, village % 100].map(|pair| u8::try_from(pair).unwrap_or_default());
        let mut text = [b'.'; 13];
        // Where each pair of digits begins; the dots between them stay.
        for (start, pair) in [(0, province), (3, district), (6, subdistrict), (9, high), (11, low)] {
            if let Some(place) = text.get_mut(start..start + 2) {
                place.copy_from_slice(&[b'0' + pair / 10, b'0' + pair % 10]);
            }
        }
        let length = match self.level() {
            Level::Province => 2,
            Level::District => 5,
            Level::Subdistrict => 8,
            Level::Village => 13,
        };
        f.pad(text.get(..length).and_then(|text| std::str::from_utf8(text).ok()).unwrap_or_default())
    }
}

impl fmt::Debug for RegionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RegionCode({self})")
    }
}

canonical_text!(
    RegionCode,
    "RegionCode",
    "A region code of the Ministry of Home Affairs with dots, such as 15.04.02.2003.",
    "^(?!00)[0-9]{2}(\\.(?!00)[0-9]{2}(\\.(?!00)[0-9]{2}(\\.[123][0-9]{3})?)?)?$"
);

/// Reads a region code as sources write it: with dots, or as 2, 4, 6 or 10 digits.
///
/// A code of 4 or 10 digits looks the same in the two systems. It is read as one of Kemendagri; without `system` that is
/// said in the warning `region.system_unknown`. A BPS code (2, 4, 7 or 10 digits where `system` is BPS, or 7 digits) is
/// refused, because only a table of both codes can say which region it is.
///
/// # Example
///
/// ```
/// use lokmin_core::region::{parse_region, System};
///
/// let outcome = parse_region("1504022003", Some(System::Kemendagri));
/// assert_eq!(outcome.value().unwrap().to_string(), "15.04.02.2003");
/// assert!(outcome.problems().is_empty());
///
/// let outcome = parse_region("1504022003", None);
/// assert_eq!(outcome.problems().as_slice()[0].code().as_str(), "region.system_unknown");
/// assert!(outcome.is_ok());
///
/// assert!(!parse_region("1504030", None).is_ok());
/// ```
pub fn parse_region(text: &str, system: Option<System>) -> Outcome<RegionCode> {
    let is_digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let is_bps = system == Some(System::Bps);
    if is_digits && (text.len() == 7 || (is_bps && matches!(text.len(), 2 | 4 | 10))) {
        return Err(Problem::new(ProblemCode::RegionBps).with("found", text)).into();
    }
    if is_bps {
        return Err(not_of_form(text, "BPS", "1504030")).into();
    }
    if !is_digits || !matches!(text.len(), 2 | 4 | 6 | 10) {
        return text.parse::<RegionCode>().map_err(|problem| problem.suggesting(without_spaces(text))).into();
    }
    let Some(code) = RegionCode::of_digits(text.as_bytes()) else {
        return Err(Problem::new(ProblemCode::RegionPartRange).with("found", text)).into();
    };
    let mut problems = Problems::new();
    if system.is_none() && matches!(text.len(), 4 | 10) {
        let problem = Problem::new(ProblemCode::RegionSystemUnknown);
        problems.push(problem.with("found", text).with("read_as", code.to_string()));
    }
    Outcome::new(Some(code), problems)
}

/// Returns the code that is left without white space, when the white space is all that is wrong.
fn without_spaces(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).take(14).collect();
    let code = digits.parse().ok().or_else(|| match digits.len() {
        2 | 4 | 6 | 10 => RegionCode::of_digits(digits.as_bytes()),
        _ => None,
    });
    code.map(|code: RegionCode| code.to_string())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_code_is_small_and_orders_like_its_text() {
        assert!(size_of::<Option<RegionCode>>() <= 8);
        let texts = ["14", "14.04", "15", "15.04", "15.04.01", "15.04.01.2001", "15.04.02", "15.04.02.1002", "15.05"];
        let codes: Vec<RegionCode> = texts.iter().map(|text| text.parse().expect(text)).collect();
        assert!(codes.is_sorted());
    }

    #[test]
    fn only_the_canonical_form_is_a_code() {
        for text in ["", "1", "15.", "15.4", "15.04.", "1504", "15.04.02.203", "15.04.02.20033", "15 04", " 15", "15\n"]
        {
            let problem = text.parse::<RegionCode>().expect_err(text);
            assert_eq!(problem.code(), ProblemCode::RegionFormat, "{text:?}");
        }
        for text in ["１５.04", "15.٠٤", "15.04.02.2０0", "🦀", "+5", "15.-4"] {
            let problem = text.parse::<RegionCode>().expect_err(text);
            assert_eq!(problem.code(), ProblemCode::RegionFormat, "{text:?}");
        }
        for text in ["00", "15.00", "15.04.00", "15.04.02.0003", "15.04.02.4003", "00.04.02.2003"] {
            let problem = text.parse::<RegionCode>().expect_err(text);
            assert_eq!(problem.code(), ProblemCode::RegionPartRange, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn a_code_reads_back(p in 1..=99_u8, d in 0..=99_u8, s in 0..=99_u8, v in prop_oneof![Just(0), 1000..=3999_u16]) {
            let (s, v) = if d == 0 || s == 0 { (0, 0) } else { (s, v) };
            let code = RegionCode { province: p, district: d, subdistrict: s, village: v };
            prop_assert_eq!(code.to_string().parse::<RegionCode>(), Ok(code));
            let undotted = parse_region(&code.undotted(), Some(System::Kemendagri));
            prop_assert_eq!(undotted.value(), Some(&code));
            prop_assert!(code.parent().is_none_or(|parent| parent.contains(code) && parent < code));
        }

        #[test]
        fn any_text_gives_a_code_or_a_problem(text in any::<String>(), near in "[0-9. ０]{0,14}") {
            for text in [text, near] {
                let outcome = parse_region(&text, None);
                prop_assert_eq!(outcome.is_ok(), !outcome.problems().has_errors());
                if let Ok(code) = text.parse::<RegionCode>() {
                    prop_assert_eq!(code.to_string(), text);
                }
            }
        }
    }
}
