//! The quarter as people write it: `TW III 2025`, `Tribulanan ke IV`, `Juli-September 2025`.
//!
//! | part | forms |
//! | :-- | :-- |
//! | word | `Triwulan`, `Triwulanan`, `Tri Wulan`, `Tribulan`, `Tribulanan`, `Trilbulan` (a real misspelling), `3 bulanan`, `TW`, `Q` |
//! | number | `III`, `3`, `ke-3`, `ke III`, `ketiga`, `ke-tiga`, `tiga` |
//! | year | `2025`, `/2025`, `Tahun 2025`, `Tahun Anggaran 2025`, `TA 2025`, `(2025)`; also before the label |
//! | months | `Juli-September 2025`, `Juli s.d. September 2025`, `Juli, Agustus dan September 2025` |
//!
//! An ordinal is a quarter only after one of the words: "pelaksanaan ketiga" is a third time, not a third quarter.
//! Quarters are those of the calendar: TW I is January to March.

use chrono::{Datelike, NaiveDate};

use super::Quarter;
use super::lexer::Lexed;
use super::mention::{Mention, Mentioned};
use super::years::WrittenYear;
use crate::json::terms;
use crate::problem::{Outcome, Problem, ProblemCode, nearest};

terms! {
    /// Where the year of a label comes from.
    pub enum YearBasis {
        /// The text says it.
        Stated = "stated", "tertulis", "stated";
        /// The caller gave it.
        Given = "given", "diberikan", "given";
        /// It is that of the latest such quarter that begins on or before a date: one in the text, or else the one the
        /// caller gave.
        Derived = "derived", "diturunkan", "derived";
    }
}

/// What a label was understood as.
///
/// As JSON: `{"quarter": "2025Q3", "year_basis": "stated", "text": "TW III 2025"}`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize)]
pub struct QuarterReading {
    quarter: Quarter,
    year_basis: YearBasis,
    text: String,
}

impl QuarterReading {
    /// Returns the quarter.
    #[must_use]
    pub const fn quarter(&self) -> Quarter {
        self.quarter
    }

    /// Returns where the year comes from.
    #[must_use]
    pub const fn year_basis(&self) -> YearBasis {
        self.year_basis
    }

    /// Returns the part of the text that was understood.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// Reads the quarter that a text names, alone or inside a sentence.
///
/// A label without a year takes `year`; without that, the year of the latest such quarter that begins on or before
/// `on`; else it is refused. A year in the text always counts before `year` and `on`, wherever it stands
/// (`Triwulan III (Juli-September) 2024`, `Tahun 2024 Puskesmas Lumbir Tribulan III`): 1900 to 2199 when it is not beside
/// the label, and not the year of a regulation (`Permenkes 44 Tahun 2016`). Two different years are refused.
///
/// A date in the text says less: `TW IV 2025, 15 Januari 2026` is a forum held late. Only where the text has no other
/// year, the label is the latest such quarter that begins on or before the date, unless `year` is the year of one of the
/// two: `Triwulan III, 3 Juli 2024` is 2024Q3 (stated), `TW IV, 2 Januari 2026` is 2025Q4 (derived).
///
/// # Errors
///
/// `quarter.not_understood`, `quarter.number` (TW V), `quarter.year_missing`, `quarter.year_short` (`TW III 25`),
/// `quarter.several` (two quarters in one text, as in `TW II (Juli-September 2025)`, or two years),
/// `text.foreign_digits`, `document.blank_text`, and `document.number_range` when `year` is not 1 to 9999.
///
/// # Example
///
/// ```
/// use chrono::NaiveDate;
/// use lokmin_core::calendar::{parse_quarter, YearBasis};
///
/// let reading = parse_quarter("Lokakarya Mini Tribulan III Tahun 2025", None, None).into_result()?;
/// assert_eq!(reading.quarter().to_string(), "2025Q3");
/// assert_eq!(reading.text(), "Tribulan III Tahun 2025");
///
/// let on = NaiveDate::from_ymd_opt(2026, 1, 15);
/// let reading = parse_quarter("Tribulan IV", None, on).into_result()?;
/// assert_eq!((reading.quarter().to_string().as_str(), reading.year_basis()), ("2025Q4", YearBasis::Derived));
///
/// let refused = parse_quarter("pelaksanaan ketiga", Some(2025), None);
/// assert_eq!(refused.problems().as_slice()[0].code().as_str(), "quarter.not_understood");
/// # Ok::<(), lokmin_core::Problems>(())
/// ```
pub fn parse_quarter(text: &str, year: Option<i32>, on: Option<NaiveDate>) -> Outcome<QuarterReading> {
    Outcome::from(read(text, year, on))
}

/// Makes the problem of a year argument that no calendar year is; years are 1 to 9999.
pub(super) fn check_year(year: Option<i32>) -> Result<(), Problem> {
    use crate::problem::Param;
    match year {
        Some(year) if !(1..=9999).contains(&year) => Err(Problem::new(ProblemCode::NumberRange)
            .with("found", Param::Number(year.into()))
            .with("min", Param::Number(1))
            .with("max", Param::Number(9999))),
        _ => Ok(()),
    }
}

/// Returns the year of the latest quarter with a number that begins on or before a date.
fn derived_year(number: u32, on: NaiveDate) -> Option<i32> {
    let begins = Quarter::new(on.year(), number)?.first_day();
    let year = if begins <= on { on.year() } else { on.year() - 1 };
    Some(year).filter(|year| *year >= 1)
}

/// One label: its number, its year where one is written, and its tokens.
#[derive(Clone, Copy)]
struct Label {
    number: u32,
    year: Option<i32>,
    first_token: usize,
    last_token: usize,
}

impl Label {
    /// Returns the label with all that stands between it and a year.
    fn reaching(self, year: &WrittenYear) -> Self {
        Self {
            first_token: self.first_token.min(year.first_token),
            last_token: self.last_token.max(year.last_token),
            ..self
        }
    }
}

fn read(text: &str, year: Option<i32>, on: Option<NaiveDate>) -> Result<QuarterReading, Problem> {
    check_year(year)?;
    let lexed = Lexed::new(text)?;
    if lexed.len() == 0 {
        return Err(Problem::new(ProblemCode::BlankText));
    }
    let label = find(&lexed)?.ok_or_else(|| not_understood(text))?;
    let (label, written) = with_year(&lexed, label, year)?;
    let found = lexed.slice(label.first_token, label.last_token);
    let missing = || Problem::new(ProblemCode::QuarterYearMissing).with("found", found);
    let (year, year_basis) = match (written, year) {
        (Some(written), _) => written,
        (None, Some(year)) => (year, YearBasis::Given),
        (None, None) => (on.and_then(|on| derived_year(label.number, on)).ok_or_else(missing)?, YearBasis::Derived),
    };
    // The number was checked, so only a year 0 is refused here.
    let quarter = Quarter::new(year, label.number).ok_or_else(|| not_understood(text))?;
    Ok(QuarterReading { quarter, year_basis, text: found.to_owned() })
}

/// Looks for the year of a label in its whole text; `given` is the caller's. The label reaches to what says its year.
fn with_year(
    lexed: &Lexed<'_>,
    label: Label,
    given: Option<i32>,
) -> Result<(Label, Option<(i32, YearBasis)>), Problem> {
    let differ = |label: &Label, found: &WrittenYear| {
        let labels = [(label.first_token, label.last_token), (found.first_token, found.last_token)];
        let labels: Vec<String> = labels.map(|(first, last)| lexed.slice(first, last).to_owned()).into();
        Problem::new(ProblemCode::QuarterSeveral).with("labels", labels)
    };
    let derived = |found: &WrittenYear| found.day.and_then(|day| derived_year(label.number, day));
    let mut dated: Option<WrittenYear> = None;
    let mut other: Option<WrittenYear> = None;
    let mut is_given = false;
    let (mut reaching, mut index) = (label, 0);
    while index < lexed.len() {
        let Some(found) = WrittenYear::at(lexed, index) else {
            index += 1;
            continue;
        };
        index = found.last_token + 1;
        if found.day.is_some() {
            let year = derived(&found);
            is_given |= given.is_some() && (given == year || given == Some(found.year));
            match dated {
                None => dated = Some(found),
                Some(first) if derived(&first) != year => other = other.or(Some(found)),
                Some(_) => {}
            }
        } else if reaching.year.is_none() {
            reaching = label.reaching(&found);
            reaching.year = Some(found.year);
        } else if reaching.year != Some(found.year) {
            return Err(differ(&reaching, &found));
        }
    }
    if let Some(year) = reaching.year {
        return Ok((reaching, Some((year, YearBasis::Stated))));
    }
    let Some(dated) = dated.filter(|_| !is_given) else { return Ok((label, None)) };
    let Some(year) = derived(&dated) else { return Ok((label, None)) };
    let label = label.reaching(&dated);
    if let Some(other) = other {
        return Err(differ(&label, &other));
    }
    let basis = if year == dated.year { YearBasis::Stated } else { YearBasis::Derived };
    Ok((label, Some((year, basis))))
}

/// Finds the one label of a text.
fn find(lexed: &Lexed<'_>) -> Result<Option<Label>, Problem> {
    let mut label: Option<Label> = None;
    // A row of months that is no quarter must at least lie in the one that is named.
    let mut aside: Option<Mention> = None;
    let (mut index, mut unused) = (0, 0);
    while index < lexed.len() {
        let Some(mention) = Mention::at(lexed, index, unused)? else {
            index += 1;
            continue;
        };
        index = mention.last_token.max(index) + 1;
        unused = index;
        let here = match mention.what {
            Mentioned::Quarters { from, to, year } if from == to => (from, year),
            Mentioned::Quarters { .. } => {
                return Err(Problem::new(ProblemCode::QuarterSeveral).with("labels", vec![shown(lexed, &mention)]));
            }
            Mentioned::Months { from, to, from_year, year } => {
                let one_year = from_year.is_none() || from_year == year;
                if from % 3 == 1 && to == from + 2 && one_year {
                    (to / 3, year)
                } else {
                    if from != to {
                        aside = Some(mention);
                    }
                    continue;
                }
            }
        };
        let (number, year) = here;
        label = Some(match label {
            None => Label { number, year, first_token: mention.first_token, last_token: mention.last_token },
            Some(first) => {
                let agree = first.number == number && (first.year.is_none() || year.is_none() || first.year == year);
                if !agree {
                    return Err(several(lexed, &first, &mention));
                }
                if first.year.is_none() && year.is_some() {
                    Label { year, last_token: mention.last_token, ..first }
                } else {
                    first
                }
            }
        });
    }
    if let (Some(label), Some(mention)) = (label, aside)
        && let Mentioned::Months { from, to, from_year, year } = mention.what
    {
        let inside = from.div_ceil(3) == label.number && to.div_ceil(3) == label.number && from <= to;
        let same_year = |year: Option<i32>| year.is_none() || label.year.is_none() || year == label.year;
        if !inside || !same_year(year) || !same_year(from_year) {
            return Err(several(lexed, &label, &mention));
        }
    }
    Ok(label)
}

fn shown(lexed: &Lexed<'_>, mention: &Mention) -> String {
    lexed.slice(mention.first_token, mention.last_token).to_owned()
}

fn several(lexed: &Lexed<'_>, label: &Label, mention: &Mention) -> Problem {
    let first = lexed.slice(label.first_token, label.last_token).to_owned();
    Problem::new(ProblemCode::QuarterSeveral).with("labels", vec![first, shown(lexed, mention)])
}

/// How many words of a text are compared with the words for a quarter.
const COMPARED: usize = 50;

fn not_understood(text: &str) -> Problem {
    let mut words = text.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() >= 6).take(COMPARED);
    let near = words.find_map(|word| nearest(word, ["triwulan", "tribulan"]));
    Problem::new(ProblemCode::QuarterNotUnderstood).with("found", text).suggesting(near.map(str::to_owned))
}
