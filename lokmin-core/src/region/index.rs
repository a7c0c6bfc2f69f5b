//! A list of regions with their names.

use super::code::{Level, RegionCode, VillageKind};
use super::name::{Wanted, keep_kind, nearest_name};
use crate::json::Reader;
use crate::problem::{Location, Outcome, Param, Problem, ProblemCode, Problems};
use crate::table::{read_cell, read_rows};

/// How many regions of one name are listed.
const LISTED: usize = 20;

/// A list of regions with their names, such as all 91,599 of the edition of 2025.
///
/// The library has no list of its own; the caller brings one, of the whole country or of one district. Sorted codes and
/// one text with all names take about 30 bytes a region.
///
/// # Example
///
/// ```
/// use lokmin_core::region::{Level, RegionIndex};
///
/// let csv = "kode,nama,tingkat,jenis\n\
///            33.02.01,Lumbir,kecamatan,\n\
///            33.02.01.2001,Cirahab,desa_kelurahan,desa\n\
///            33.02.01.2007,Lumbir,desa_kelurahan,desa\n";
/// let index = RegionIndex::from_csv(csv).into_result()?;
/// assert_eq!(index.len(), 3);
/// assert_eq!(index.name("33.02.01.2001".parse()?), Some("Cirahab"));
///
/// let found = index.find("Desa  LUMBIR", None, None).into_result()?;
/// assert_eq!(found.to_string(), "33.02.01.2007");
/// assert!(!index.find("Lumbir", None, None).is_ok(), "a subdistrict and a village");
/// assert!(index.find("Lumbir", None, Some(Level::Subdistrict)).is_ok());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegionIndex {
    // INVARIANT: `codes` ascend without doubles; `ends` is as long; the name of the code at `i` is
    // `names[ends[i - 1]..ends[i]]`, from 0 for the first.
    codes: Vec<RegionCode>,
    ends: Vec<usize>,
    names: String,
}

impl RegionIndex {
    /// Reads a CSV text with the columns `kode` and `nama`, and optionally `tingkat` and `jenis`, in any order of rows.
    ///
    /// Names lose the white space around them. `tingkat` and `jenis` follow from the code; where they are given they are
    /// checked against it. A problem of a row has the path `/rows/<number from 0>/<column>`.
    pub fn from_csv(text: &str) -> Outcome<Self> {
        let mut reader = Reader::default();
        let mut entries: Vec<(RegionCode, usize, String)> = Vec::new();
        read_rows(
            text,
            ["kode", "nama"],
            ["tingkat", "jenis"],
            &mut reader,
            |number, [code, name], [level, kind], at, reader| {
                let code = read_cell(code, "kode", at, reader, str::parse::<RegionCode>);
                let name = read_cell(name, "nama", at, reader, |name| Ok(name.to_owned()));
                if let Some(code) = code {
                    check_word(level_word(code.level()), level, "tingkat", at, reader);
                    let expected = code.village_kind().map_or_else(|| level_word(code.level()), VillageKind::as_str);
                    check_word(expected, kind, "jenis", at, reader);
                }
                if let (Some(code), Some(name)) = (code, name) {
                    entries.push((code, number, name));
                }
            },
        );
        // The sort is stable: of two equal codes the later row is the double.
        entries.sort_by_key(|(code, _, _)| *code);
        for pair in entries.windows(2) {
            if let [(first, _, _), (second, number, _)] = pair
                && first == second
            {
                let rows = Location::ROOT.key("rows");
                let problem = Problem::new(ProblemCode::RegionDuplicateCode).with("found", second.to_string());
                reader.report(&rows.index(*number).key("kode"), problem);
            }
        }
        let index = Self::of_sorted(entries.iter().map(|(code, _, name)| (*code, name.as_str())));
        Outcome::new(Some(index), reader.finish())
    }

    fn of_sorted<'a>(entries: impl Iterator<Item = (RegionCode, &'a str)>) -> Self {
        let mut index = Self::default();
        for (code, name) in entries {
            index.names.push_str(name);
            index.codes.push(code);
            index.ends.push(index.names.len());
        }
        index
    }

    /// Returns a list with the regions of both; where both have a code, the name is that of `own`.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::region::RegionIndex;
    /// let national = RegionIndex::from_csv("kode,nama\n33.02,Kabupaten Banyumas\n").into_result()?;
    /// let own = RegionIndex::from_csv("kode,nama\n33.02.01,Lumbir\n").into_result()?;
    /// assert_eq!(national.merge(&own).len(), 2);
    /// # Ok::<(), lokmin_core::Problems>(())
    /// ```
    #[must_use]
    pub fn merge(&self, own: &Self) -> Self {
        let mut entries: Vec<(RegionCode, &str)> = own.iter().collect();
        entries.extend(self.iter().filter(|(code, _)| !own.contains(*code)));
        entries.sort_by_key(|(code, _)| *code);
        Self::of_sorted(entries.into_iter())
    }

    /// Returns how many regions there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.codes.len()
    }

    /// Returns whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }

    /// Returns all regions with their names, by code.
    pub fn iter(&self) -> impl Iterator<Item = (RegionCode, &str)> {
        self.slice(0, self.codes.len())
    }

    /// Returns whether a region is in the list.
    #[must_use]
    pub fn contains(&self, code: RegionCode) -> bool {
        self.codes.binary_search(&code).is_ok()
    }

    /// Returns the name of a region as the list writes it.
    #[must_use]
    pub fn name(&self, code: RegionCode) -> Option<&str> {
        self.name_at(self.codes.binary_search(&code).ok()?)
    }

    /// Returns a code with the warning `region.unknown_code` where the list does not have it.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::region::RegionIndex;
    /// let index = RegionIndex::from_csv("kode,nama\n33.02.01,Lumbir\n").into_result()?;
    /// assert!(index.check("33.02.01".parse()?).problems().is_empty());
    /// assert_eq!(index.check("33.02.91".parse()?).problems().len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn check(&self, code: RegionCode) -> Outcome<RegionCode> {
        let mut problems = Problems::new();
        if !self.contains(code) {
            problems.push(Problem::new(ProblemCode::RegionUnknownCode).with("found", code.to_string()));
        }
        Outcome::new(Some(code), problems)
    }

    /// Returns the regions one level below a region that are in the list, with their names.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::region::RegionIndex;
    /// let csv = "kode,nama\n33.02.01,Lumbir\n33.02.01.2001,Cirahab\n33.02.01.2002,Canduk\n";
    /// let index = RegionIndex::from_csv(csv).into_result()?;
    /// let names: Vec<&str> = index.children("33.02.01".parse()?).map(|(_, name)| name).collect();
    /// assert_eq!(names, ["Cirahab", "Canduk"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn children(&self, code: RegionCode) -> impl Iterator<Item = (RegionCode, &str)> {
        self.inside(code).filter(move |(inner, _)| inner.parent() == Some(code))
    }

    /// Finds the region with a name: inside `within` where it is given, and of `level` where it is given.
    ///
    /// Names are equal after case and space folding. The kind of region may stand before the name: `Desa`, `Ds.`,
    /// `Kelurahan`, `Kel.`, `Kecamatan`, `Kec.`, `Distrik`, `Kabupaten`, `Kab.`, `Kota`, `Provinsi`, `Prov.`. `Desa` and
    /// `Kel.` decide only between villages of equal names, since many sources write `Desa` before any village.
    ///
    /// Short forms are read as [`expand_place`](super::expand_place) writes them: `Ma. Tembesi` is Muara Tembesi.
    ///
    /// A near name, or one that differs in spaces only, is suggested and never taken. In a region larger than a district
    /// this needs a level above villages, by `level` or by the word before the name: among all villages of a province the
    /// nearest name is mostly that of another one.
    pub fn find(&self, name: &str, within: Option<RegionCode>, level: Option<Level>) -> Outcome<RegionCode> {
        let wanted = Wanted::new(name);
        let regions = || {
            let (start, end) = within.map_or((0, self.codes.len()), |within| self.bounds(within));
            self.slice(start, end).filter(move |(code, _)| level.is_none_or(|level| code.level() == level))
        };
        let mut found: Vec<RegionCode> =
            regions().filter(|(code, found)| wanted.is_name_of(*code, found)).map(|(code, _)| code).collect();
        keep_kind(&wanted, &mut found);
        if let [code] = found.as_slice() {
            return Ok(*code).into();
        }
        if found.is_empty() {
            let is_small = within.is_some_and(|within| within.level() >= Level::District);
            let meant = level.or_else(|| wanted.level()).filter(|meant| !is_small && *meant < Level::Village);
            let compared = regions().filter(|(code, _)| is_small || meant == Some(code.level()));
            let near = nearest_name(&wanted, compared);
            let problem = Problem::new(ProblemCode::RegionNameUnknown).with("found", name);
            return Err(problem.suggesting(near.map(str::to_owned))).into();
        }
        Err(ambiguous(ProblemCode::RegionNameAmbiguous, name, &found)).into()
    }

    fn name_at(&self, index: usize) -> Option<&str> {
        let start = index.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.names.get(start..*self.ends.get(index)?)
    }

    fn slice(&self, start: usize, end: usize) -> impl Iterator<Item = (RegionCode, &str)> {
        let codes = self.codes.get(start..end).unwrap_or_default();
        codes.iter().zip(start..).filter_map(|(code, index)| Some((*code, self.name_at(index)?)))
    }

    /// Returns where the regions inside a region, without itself, begin and end.
    fn bounds(&self, code: RegionCode) -> (usize, usize) {
        let start = self.codes.partition_point(|other| *other <= code);
        let inside = self.codes.get(start..).unwrap_or_default();
        (start, start + inside.partition_point(|other| code.contains(*other)))
    }

    fn inside(&self, code: RegionCode) -> impl Iterator<Item = (RegionCode, &str)> {
        let (start, end) = self.bounds(code);
        self.slice(start, end)
    }
}

/// Makes the problem of a name that several regions have.
pub(crate) fn ambiguous(code: ProblemCode, name: &str, found: &[RegionCode]) -> Problem {
    Problem::new(code)
        .with("found", name)
        .with("count", Param::Count(i64::try_from(found.len()).unwrap_or(i64::MAX)))
        .with("candidates", found.iter().take(LISTED).map(RegionCode::to_string).collect::<Vec<_>>())
}

/// The word that the column `tingkat` has for a level.
const fn level_word(level: Level) -> &'static str {
    match level {
        Level::Province => "provinsi",
        Level::District => "kabupaten_kota",
        Level::Subdistrict => "kecamatan",
        Level::Village => "desa_kelurahan",
    }
}

/// Reports a word that is given and is not the one that the code says.
fn check_word(expected: &str, found: &str, column: &str, at: &Location<'_>, reader: &mut Reader) {
    if !found.is_empty() && found != expected {
        let problem = Problem::new(ProblemCode::RegionKindMismatch).with("found", found).with("expected", expected);
        reader.report(&at.key(column), problem);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SMALL: &str = "kode,nama\n33.02,Kabupaten Banyumas\n33.02.01,Lumbir\n33.02.01.2001,Cirahab\n\
                         33.02.01.2002,Canduk\n33.02.02,Wangon\n33.03,Kabupaten Purbalingga\n";

    fn index(csv: &str) -> RegionIndex {
        RegionIndex::from_csv(csv).into_result().expect("a sound list")
    }

    fn code(text: &str) -> RegionCode {
        text.parse().expect("a code")
    }

    #[test]
    fn children_are_one_level_down_and_listed() {
        let index = index(SMALL);
        let children = |text: &str| index.children(code(text)).map(|(code, _)| code.to_string()).collect::<Vec<_>>();
        assert_eq!(children("33.02"), ["33.02.01", "33.02.02"]);
        assert_eq!(children("33"), ["33.02", "33.03"], "the province itself need not be listed");
        assert_eq!(children("33.02.01.2001"), [""; 0]);
        assert_eq!(children("34"), [""; 0]);
    }

    #[test]
    fn own_rows_win_and_order_does_not_matter() {
        let own = index("kode,nama\n33.02.03,Jatilawang\n33.02.01.2001,Cirahab Baru\n");
        let merged = index(SMALL).merge(&own);
        assert_eq!(merged.len(), 7);
        assert_eq!(merged.name(code("33.02.01.2001")), Some("Cirahab Baru"));
        assert_eq!(merged.name(code("33.02.01.2002")), Some("Canduk"));
        assert!(merged.iter().map(|(code, _)| code).is_sorted());
        assert_eq!(RegionIndex::default().merge(&own), own);
        assert_eq!(own.merge(&RegionIndex::default()), own);
    }

    #[test]
    fn near_names_are_suggested_in_small_regions_only() {
        let index = index(SMALL);
        let suggestion = |within: Option<&str>| {
            let outcome = index.find("Cirahap", within.map(code), None);
            outcome.problems().as_slice().first().and_then(|problem| problem.suggestion().map(str::to_owned))
        };
        assert_eq!(suggestion(Some("33.02.01")).as_deref(), Some("Cirahab"));
        assert_eq!(suggestion(Some("33.02")).as_deref(), Some("Cirahab"));
        assert_eq!(suggestion(Some("33")), None);
        assert_eq!(suggestion(None), None);
    }

    #[test]
    fn above_villages_near_names_are_suggested_everywhere() {
        let csv = "kode,nama\n15,Jambi\n15.04,Kabupaten Batanghari\n15.04.02,Muara Tembesi\n15.71,Kota Jambi\n\
                   32.01,Kabupaten Bogor\n32.71,Kota Bogor\n33.02.01.2001,Kota Baru\n33.02.01.2002,A B C D\n";
        let index = index(csv);
        let suggestion = |name: &str, within: Option<&str>, level: Option<Level>| {
            let outcome = index.find(name, within.map(code), level);
            assert_eq!(outcome.value(), None, "{name}");
            outcome.problems().as_slice().first().and_then(|problem| problem.suggestion().map(str::to_owned))
        };
        for (name, within, level, expected) in [
            ("Batang Hari", None, Some(Level::District), Some("Kabupaten Batanghari")),
            ("Kab. Batang Hari", None, None, Some("Kabupaten Batanghari")),
            ("Batang Hari", Some("15"), Some(Level::District), Some("Kabupaten Batanghari")),
            ("Batang Hari", None, None, None),
            ("Kab. Bogr", None, None, Some("Kabupaten Bogor")),
            ("Kota Bogr", None, None, Some("Kota Bogor")),
            ("Kab. Jambi", None, None, Some("Kota Jambi")),
            ("Ma. Tembesy", None, Some(Level::Subdistrict), Some("Muara Tembesi")),
            ("Jamby", None, Some(Level::Province), Some("Jambi")),
            ("Kota Baruh", Some("33.02.01"), None, Some("Kota Baru")),
            ("Kota Baruh", None, Some(Level::Village), None),
            ("ABCD", Some("33.02"), None, Some("A B C D")),
            ("", None, Some(Level::District), None),
            ("Desa", None, Some(Level::District), None),
        ] {
            assert_eq!(suggestion(name, within, level).as_deref(), expected, "{name} {within:?} {level:?}");
        }
    }

    #[test]
    fn of_many_equal_names_twenty_are_listed() {
        let rows: Vec<String> = (1..=99).map(|number| format!("33.02.{number:02},Sukamaju\n")).collect();
        let outcome = index(&format!("kode,nama\n{}", rows.concat())).find("sukamaju", None, None);
        let message = outcome.problems().as_slice()[0].message(crate::Lang::En);
        assert!(message.starts_with("99 regions are named `sukamaju`: 33.02.01, 33.02.02"), "{message}");
        assert!(message.chars().count() < 160, "{message}");
    }

    proptest! {
        #[test]
        fn any_text_is_a_list_or_has_problems(text in any::<String>(), rows in "(kode,nama\n)?([0-9.\",;\r\n a-z]{0,40}\n){0,5}") {
            for text in [text, rows] {
                let outcome = RegionIndex::from_csv(&text);
                prop_assert_eq!(outcome.is_ok(), !outcome.problems().has_errors());
                if let Some(index) = outcome.value() {
                    for (code, name) in index.iter() {
                        prop_assert_eq!(index.name(code), Some(name));
                    }
                }
            }
        }

        #[test]
        fn any_name_is_found_or_is_a_problem(name in any::<String>()) {
            let outcome = index(SMALL).find(&name, Some(code("33")), None);
            prop_assert_eq!(outcome.is_ok(), !outcome.problems().has_errors());
        }
    }
}
