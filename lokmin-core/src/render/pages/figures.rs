//! The indicators of a review as tables and charts.

use super::names::Names;
use crate::assess::{Assessment, Bar, Ratio, print_ratio};
use crate::indicator::Direction;
use crate::language::format_count;
use crate::render::page::{Block, Cell, Chart, ChartBar, Column, Row, Table};
use crate::render::words::Words;
use crate::review::IndicatorReview;

/// The most bars of a chart on the sheet, and of one in the annex.
pub(super) const BARS_ON_SHEET: usize = 16;
const BARS: usize = 60;

/// Writes the table of indicators on the sheet: the first, one a row.
pub(super) fn sheet_table(first: &[IndicatorReview], names: &Names<'_>) -> Table {
    let columns = vec![
        Column::name(names.say("Indikator", "Indicator")),
        Column::number(names.say("Capaian", "Value")),
        Column::number(names.say("Target s.d. bulan ini", "Target to date")).aside(),
        Column::picture(names.say("Grafik", "Chart")),
        Column::number(names.say("Kurang", "Short by")),
        Column::number(names.say("Desa belum tercapai", "Villages not met")).aside(),
        Column::words("Status"),
    ];
    let caption = match first.first() {
        Some(one) => format!(
            "{} {}",
            names.say("Bagian target yang belum tercapai terbesar,", "The largest share of the target missing,"),
            one.assessment.view().label(names.lang)
        ),
        None => String::new(),
    };
    let mut table = Table::new("indicators", caption, columns);
    table.is_excerpt = true;
    table.rows = first
        .iter()
        .map(|one| {
            let assessment = &one.assessment;
            let (value, target) = assessment.printed(names.lang);
            let unit = short_unit(assessment, names);
            let with_unit = |printed: Option<String>| Cell::number(printed.map(|printed| format!("{printed}{unit}")));
            Row::new(vec![
                Cell::Words(Words::new(names.indicator(one)).quiet(format!(" {}", assessment.indicator()))),
                with_unit(value),
                with_unit(target),
                meter(assessment),
                shortfall(assessment, names),
                villages_not_met(one, names),
                status(assessment),
            ])
        })
        .collect();
    table
}

/// Writes the table of all indicators of the working area.
pub(super) fn summary_table<'a>(indicators: impl Iterator<Item = &'a IndicatorReview>, names: &Names<'a>) -> Table {
    let columns = vec![
        Column::words(names.say("Kode", "Code")),
        Column::name(names.say("Indikator", "Indicator")),
        Column::number(names.say("Capaian (orang)", "Numerator")),
        Column::number(names.say("Sasaran", "Denominator")),
        Column::number(names.say("Nilai", "Value")),
        Column::number(names.say("Target s.d. bulan ini", "Target to date")),
        Column::words(names.say("Satuan", "Unit")),
        Column::number(names.say("Kurang/lebih (orang)", "Short/over (people)")),
        Column::words(names.say("Tren", "Trend")),
        Column::words("Status"),
    ];
    let mut table =
        Table::new(names.say("indikator", "indicators"), names.say("Semua indikator", "All indicators"), columns);
    table.rows = indicators
        .map(|one| {
            let assessment = &one.assessment;
            let verdict = assessment.verdict();
            let (value, target) = assessment.printed(names.lang);
            Row::new(vec![
                Cell::words(assessment.indicator().as_str()),
                Cell::words(names.indicator(one)),
                verdict.numerator.map_or_else(|| Cell::words(names.say("belum lapor", "not reported")), Cell::Count),
                Cell::count(verdict.denominator),
                Cell::number(value),
                Cell::number(target),
                Cell::words(assessment.printed_unit(names.lang)),
                Cell::count(verdict.shortfall),
                Cell::trend(verdict.trend),
                status(assessment),
            ])
        })
        .collect();
    table
}

/// The values of an indicator as they are written: those of the villages in their order, and that of the working area.
pub(super) struct Written {
    villages: Vec<Option<String>>,
    all: Option<String>,
}

impl Written {
    /// Writes the values, with two decimals where one would not tell villages of different ranks apart.
    pub(super) fn of(one: &IndicatorReview, names: &Names<'_>) -> Self {
        let printed = |assessment: &Assessment| assessment.printed(names.lang).0;
        let villages: Vec<_> = one.villages.iter().map(|village| printed(&village.assessment)).collect();
        let neighbours = one.villages.windows(2).zip(villages.windows(2));
        let alike = neighbours.map(|pairs| match pairs {
            ([a, b], [Some(first), Some(second)]) => a.rank != b.rank && first == second,
            _ => false,
        });
        let all = printed(&one.assessment);
        if !alike.into_iter().any(|alike| alike) {
            return Self { villages, all };
        }
        let finer = |assessment: &Assessment, printed: Option<String>| {
            printed.map(|printed| with_two_decimals(assessment, printed, names))
        };
        let both = one.villages.iter().zip(villages);
        Self {
            villages: both.map(|(village, printed)| finer(&village.assessment, printed)).collect(),
            all: finer(&one.assessment, all),
        }
    }
}

/// Writes a value with two decimals where it is printed with one.
fn with_two_decimals(assessment: &Assessment, printed: String, names: &Names<'_>) -> String {
    let point = names.say(',', '.');
    let decimals = printed.rsplit_once(point).map_or(0, |(_, decimals)| decimals.len());
    match assessment.value() {
        Some(value) if decimals == 1 => print_ratio(value, 2, names.lang),
        _ => printed,
    }
}

/// Writes the PWS table of one indicator: a village a row, the best first.
pub(super) fn pws_table(one: &IndicatorReview, written: &Written, names: &Names<'_>) -> Table {
    let unit = one.assessment.printed_unit(names.lang);
    let value = if unit.is_empty() {
        names.say("Nilai", "Value").to_owned()
    } else {
        format!("{} ({unit})", names.say("Kumulatif", "To date"))
    };
    let is_year = matches!(one.assessment.view(), crate::assess::View::Quarter(_));
    let (this, before) = if is_year {
        (names.say("Triwulan ini", "This quarter"), names.say("Triwulan lalu", "Last quarter"))
    } else {
        (names.say("Bulan ini", "This month"), names.say("Bulan lalu", "Last month"))
    };
    let short = match one.assessment.direction() {
        Direction::Lower => names.say("Lebih (orang)", "Over by (people)"),
        _ => names.say("Kurang (orang)", "Short by (people)"),
    };
    let columns = vec![
        Column::number(names.say("Peringkat", "Rank")),
        Column::name(names.say("Desa", "Village")),
        Column::number(names.say("Capaian (orang)", "Numerator")),
        Column::number(names.say("Sasaran", "Denominator")),
        Column::number(value),
        Column::number(this),
        Column::number(before),
        Column::words(names.say("Tren", "Trend")),
        Column::words("Status"),
        Column::number(short),
    ];
    let code = one.assessment.indicator();
    let view = one.assessment.view().label(names.lang);
    let caption = format!("{} ({code}) {}, {view}", names.indicator(one), names.say("per desa", "by village"));
    let mut table = Table::new(format!("pws-{code}"), caption, columns);
    let row = |rank: Option<u32>, name: &str, assessment: &Assessment, value: &Option<String>| {
        let verdict = assessment.verdict();
        let part = |part: Option<crate::assess::Part>| Cell::count(part.map(|part| part.numerator));
        vec![
            Cell::count(rank.map(i64::from)),
            Cell::words(name),
            verdict.numerator.map_or_else(|| Cell::words(names.say("belum lapor", "not reported")), Cell::Count),
            Cell::count(verdict.denominator),
            Cell::number(value.clone()),
            part(verdict.own),
            part(verdict.previous),
            Cell::trend(verdict.trend),
            Cell::status(verdict.status),
            Cell::count(verdict.shortfall),
        ]
    };
    let villages = one.villages.iter().zip(&written.villages);
    table.rows = villages
        .map(|(village, value)| Row::new(row(village.rank, &village.name, &village.assessment, value)))
        .collect();
    if !one.villages.is_empty() {
        let name = names.say("Wilayah kerja", "Working area");
        table.rows.push(Row::total(row(None, name, &one.assessment, &written.all)));
    }
    table.notes = notes(one, names);
    table
}

/// What has to be known to read the figures of an indicator.
fn notes(one: &IndicatorReview, names: &Names<'_>) -> Vec<Words> {
    let mut notes = Vec::new();
    let mut note = |id: &str, en: &str, list: Vec<String>| {
        if !list.is_empty() {
            notes.push(Words::new(format!("{}: {}.", names.say(id, en), list.join(", "))));
        }
    };
    let all_of = |list: &[crate::Text]| list.iter().map(|area| names.village(area)).collect::<Vec<_>>();
    note("Belum lapor", "Not reported", all_of(&one.silent));
    note("Sasaran tidak diketahui, tidak dihitung", "Denominator not known, not counted", all_of(&one.left_out));
    note("Sasaran nol", "Denominator zero", all_of(&one.zero_denominator));
    let absent = one.not_handed_in.iter().map(|village| names.village(&village.code.to_string())).collect();
    note("Tidak ada angka sama sekali", "No figure at all", absent);
    if one.outside != 0 {
        let outside = format_count(one.outside, names.lang);
        notes.push(Words::new(format!(
            "{}: {outside}.",
            names.say(
                "Pelayanan untuk warga luar wilayah, tidak masuk cakupan",
                "Done for people from outside, no part of the coverage"
            )
        )));
    }
    if one.villages_hidden {
        notes.push(Words::new(names.say(
            "Angka per desa tidak ditampilkan: jumlah kecil dapat menunjukkan siapa orangnya.",
            "Figures by village are not shown: a small number may show who is meant.",
        )));
    }
    notes
}

/// Draws the PWS chart of one indicator; nothing where no village has a share.
pub(super) fn pws_chart(
    one: &IndicatorReview,
    written: &Written,
    is_on_sheet: bool,
    names: &Names<'_>,
) -> Option<Block> {
    if one.is_count || one.villages.iter().all(|village| village.assessment.value().is_none()) {
        return None;
    }
    let most = if is_on_sheet { BARS_ON_SHEET } else { BARS };
    // On the sheet the villages that are behind; the annex has them all.
    let left_out = one.villages.len().saturating_sub(most);
    let unit = short_unit(&one.assessment, names);
    let villages = one.villages.iter().zip(&written.villages);
    let bars = villages
        .skip(left_out)
        .map(|(village, written)| {
            let assessment = &village.assessment;
            let value = assessment.value().map(float);
            let written = written.clone().unwrap_or_else(|| absence(assessment, names).to_owned());
            let verdict = assessment.verdict();
            ChartBar { label: village.name.to_string(), value, written, trend: verdict.trend, status: verdict.status }
        })
        .collect();
    let target = one.assessment.verdict().target_to_date.filter(|bar| bar.is_rate());
    let target = target.map(|bar| (float(bar.level()), one.assessment.printed(names.lang).1.unwrap_or_default()));
    let title = format!("{}, {}", names.indicator(one), one.assessment.view().label(names.lang));
    Some(Block::Chart(Chart { title, target, unit, bars, left_out, is_in_table: !is_on_sheet }))
}

/// Why a village has no bar.
fn absence(assessment: &Assessment, names: &Names<'_>) -> &'static str {
    if assessment.verdict().numerator.is_none() {
        names.say("belum lapor", "not reported")
    } else {
        names.say("tanpa sasaran", "no denominator")
    }
}

/// Returns the status; where there is none, whether the target is met.
fn status(assessment: &Assessment) -> Cell {
    Cell::status(assessment.verdict().status)
}

/// Says how many people are lacking, or too many.
pub(super) fn shortfall(assessment: &Assessment, names: &Names<'_>) -> Cell {
    let Some(gap) = assessment.verdict().shortfall else { return Cell::Empty };
    if gap == 0 {
        return Cell::words(names.say("tercapai", "met"));
    }
    let word = match assessment.direction() {
        Direction::Lower => names.say("lebih ", "over by "),
        _ => names.say("", ""),
    };
    Cell::Words(
        Words::new(word).strong(format_count(gap, names.lang)).then(format!(" {}", assessment.unit().word(names.lang))),
    )
}

fn villages_not_met(one: &IndicatorReview, names: &Names<'_>) -> Cell {
    let judged = one.villages.iter().filter(|village| village.assessment.verdict().met.is_some()).count();
    let not_met = one.villages.iter().filter(|village| village.assessment.verdict().met == Some(false)).count();
    if judged == 0 {
        return Cell::Empty;
    }
    Cell::words(format!("{not_met} {} {judged}", names.say("dari", "of")))
}

/// Draws value and target of an indicator: the longer of 100 % and both is the whole width.
fn meter(assessment: &Assessment) -> Cell {
    let value = assessment.value().map(float);
    let bar = assessment.verdict().target_to_date.filter(|bar| bar.is_rate());
    let target = bar.map(Bar::level).map(float);
    if assessment.verdict().denominator.is_none() {
        return Cell::Empty;
    }
    let whole = 100.0_f64.max(target.unwrap_or_default());
    // A target of 14 % would be lost in 100 %.
    let whole = match target {
        Some(target) if target < 30.0 && assessment.direction() == Direction::Lower => {
            (2.0 * target).max(value.unwrap_or_default())
        }
        _ => whole,
    };
    let share = |number: f64| if whole > 0.0 { number / whole } else { 0.0 };
    Cell::Meter { value: value.map(share), target: target.map(share) }
}

/// Returns what stands right behind a value: ` %`, or nothing where the unit is longer.
fn short_unit(assessment: &Assessment, names: &Names<'_>) -> String {
    match assessment.printed_unit(names.lang).as_str() {
        "%" => " %".to_owned(),
        _ => String::new(),
    }
}

/// Returns a ratio for a picture, where exactness is not seen.
#[expect(clippy::cast_precision_loss, reason = "for the length of a bar")]
fn float(ratio: Ratio) -> f64 {
    ratio.numerator() as f64 / ratio.denominator() as f64
}
