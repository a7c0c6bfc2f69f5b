//! The columnar engine, on one thread: made-up figures of three sizes in two orders, and a real data set.
//!
//! `benches/national/run` measures a whole country beside other tools.

use std::hint::black_box;
use std::path::Path;

use criterion::{BenchmarkId, Criterion, Throughput};
use lokmin_core::Quarter;
use lokmin_core::assess::columns::{Engine, FigureColumns, Keys, MISSING, Parents, Periods, SpanKind};
use lokmin_core::indicator::{Catalogue, Targets};

const COVER: &str = "../tests/data/ukhsa-cover/cover_long.csv";

/// Days from 1 January 1970 to the first days of 2025.
const FIRST_DAYS: [i32; 12] =
    [20_089, 20_120, 20_148, 20_179, 20_209, 20_240, 20_270, 20_301, 20_332, 20_362, 20_393, 20_423];

const INDICATORS: [&str; 8] = ["K1", "K4", "K6", "KF1", "IDL", "PN", "STUNT", "IMD"];

/// Owned columns, with dictionaries of their own.
#[derive(Default)]
struct Columns {
    areas: Vec<String>,
    indicators: Vec<String>,
    area_keys: Vec<i32>,
    indicator_keys: Vec<i32>,
    days: Vec<i32>,
    quarters: Vec<Option<Quarter>>,
    numerators: Vec<i64>,
    denominators: Vec<i64>,
}

impl Columns {
    /// Asks something of the columns.
    fn ask(&self, question: impl FnOnce(&[FigureColumns<'_>]) -> usize) -> usize {
        let names: Vec<&str> = self.areas.iter().map(String::as_str).collect();
        let words: Vec<&str> = self.indicators.iter().map(String::as_str).collect();
        let periods = if self.days.is_empty() { Periods::Quarters(&self.quarters) } else { Periods::Days(&self.days) };
        question(black_box(&[FigureColumns {
            areas: Keys::Dictionary { names: &names, keys: &self.area_keys },
            indicators: Keys::Dictionary { names: &words, keys: &self.indicator_keys },
            periods,
            numerators: &self.numerators,
            denominators: &self.denominators,
        }]))
    }

    fn assess(&self, engine: &Engine<'_>) -> usize {
        self.ask(|figures| engine.assess(figures).map_or(0, |answer| answer.len()))
    }

    fn roll_up(&self, engine: &Engine<'_>) -> usize {
        self.ask(|figures| engine.roll_up(figures).map_or(0, |answer| answer.columns.len()))
    }

    fn len(&self) -> usize {
        self.area_keys.len()
    }

    fn push(&mut self, (area, indicator): (i32, i32), (numerator, denominator): (i64, i64)) {
        self.area_keys.push(area);
        self.indicator_keys.push(indicator);
        self.numerators.push(numerator);
        self.denominators.push(denominator);
    }

    /// Makes about so many rows of villages, indicators and months.
    fn made_up(rows: usize, is_shuffled: bool) -> Self {
        let mut state = 0x2545_F491_4F6C_DD1D_u64;
        let mut random = |below: u64| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state % below
        };
        let villages = rows.div_ceil(INDICATORS.len() * 12);
        let code = |village: usize| {
            let (subdistrict, own) = (village / 10, village % 10);
            let (district, subdistrict) = (subdistrict / 25, subdistrict % 25);
            format!("{:02}.{:02}.{:02}.{}", 11 + district / 10, 1 + district % 10, 1 + subdistrict, 2001 + own)
        };
        let mut all = Vec::with_capacity(rows);
        for village in (0..).take(villages) {
            for indicator in (0..).take(INDICATORS.len()) {
                let denominator = 10 + random(390).cast_signed();
                for day in FIRST_DAYS {
                    let numerator = random(denominator.cast_unsigned() / 7 + 1).cast_signed();
                    all.push(((village, indicator), day, (numerator, denominator)));
                }
            }
        }
        if is_shuffled {
            for place in (1..all.len()).rev() {
                let other = random(place as u64 + 1);
                all.swap(place, usize::try_from(other).unwrap_or(0));
            }
        }
        let mut own = Self {
            areas: (0..villages).map(code).collect(),
            indicators: INDICATORS.map(str::to_owned).to_vec(),
            ..Self::default()
        };
        for (keys, day, figures) in all {
            own.push(keys, figures);
            own.days.push(day);
        }
        own
    }

    /// Reads the real data set: quarters, areas, and cohort and vaccine as the indicator.
    fn of_cover(text: &str) -> Self {
        let mut own = Self::default();
        let place = |names: &mut Vec<String>, name: String| {
            let known = names.iter().position(|known| *known == name);
            i32::try_from(known.unwrap_or_else(|| {
                names.push(name);
                names.len() - 1
            }))
            .unwrap_or(-1)
        };
        for line in text.lines().skip(1) {
            // Only the name in the middle has commas of its own.
            let (front, back): (Vec<&str>, Vec<&str>) = (line.splitn(6, ',').collect(), line.rsplitn(5, ',').collect());
            let ([_, _, year, number, area, _], [denominator, numerator, vaccine, cohort, _]) = (&front[..], &back[..])
            else {
                continue;
            };
            let area = place(&mut own.areas, (*area).to_owned());
            let indicator = place(&mut own.indicators, format!("{cohort} {vaccine}"));
            let figure = |text: &str| text.parse().unwrap_or(MISSING);
            own.push((area, indicator), (figure(numerator), figure(denominator)));
            own.quarters.push(format!("{year}Q{number}").parse().ok());
        }
        own
    }
}

/// Measures tables of three sizes, sorted and shuffled, and the real data set.
pub(crate) fn bench(c: &mut Criterion) {
    let mut group = c.benchmark_group("columns");
    let targets = Targets::default();
    let engine = Engine::new(Catalogue::built_in()).with_targets(&targets);
    for rows in [1_000, 100_000, 1_000_000] {
        for (order, is_shuffled) in [("sorted", false), ("shuffled", true)] {
            let columns = Columns::made_up(rows, is_shuffled);
            group.throughput(Throughput::Elements(columns.len() as u64));
            group.sample_size(if rows > 100_000 { 10 } else { 50 });
            group.bench_function(BenchmarkId::new(order, rows), |b| b.iter(|| columns.assess(&engine)));
            if rows > 100_000 {
                let with_quality = engine.clone().with_quality(true);
                let name = format!("{order} with quality");
                group.bench_function(BenchmarkId::new(name, rows), |b| b.iter(|| columns.assess(&with_quality)));
                let name = format!("{order} rolled up");
                group.bench_function(BenchmarkId::new(name, rows), |b| b.iter(|| columns.roll_up(&engine)));
            }
        }
    }
    // The data lives outside the crate: without it there is nothing to measure.
    if let Ok(text) = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(COVER)) {
        let columns = Columns::of_cover(&text);
        let engine = engine.with_spans(SpanKind::Quarter).with_parents(Parents::None);
        group.throughput(Throughput::Elements(columns.len() as u64));
        group.bench_function("57,495 real rows of quarters", |b| b.iter(|| columns.assess(&engine)));
    }
    group.finish();
}
