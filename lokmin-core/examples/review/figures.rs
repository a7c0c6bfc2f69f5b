//! The PWS tables of a kecamatan, from made-up sample figures.

use std::io::{self, Write};

use lokmin_core::Lang;
use lokmin_core::WorkingArea;
use lokmin_core::assess::{AreaVerdict, Part, RollUp, RollUpRequest, print_ratio};
use lokmin_core::indicator::{Catalogue, Direction};
use lokmin_core::language::format_count;
use serde_json::{Value, json};

const SAMPLES: [&str; 3] = [
    include_str!("samples/figures_pasar_muara_tembesi.json"),
    include_str!("samples/figures_pelangiran.json"),
    include_str!("samples/figures_lumbir.json"),
];

/// The sample figures of one Puskesmas.
pub(crate) struct Sample(Value);

impl Sample {
    /// Returns the sample of a Puskesmas, by its code.
    pub(crate) fn of(puskesmas: &str) -> Option<Self> {
        let samples = SAMPLES.iter().filter_map(|text| serde_json::from_str::<Value>(text).ok());
        samples.into_iter().find(|sample| member(sample, "puskesmas") == puskesmas).map(Self)
    }

    /// Prints one PWS table an indicator.
    pub(crate) fn print(&self, area: Option<&WorkingArea>, lang: Lang, out: &mut impl Write) -> io::Result<()> {
        let say = |id: &'static str, en: &'static str| if lang == Lang::Id { id } else { en };
        let note = say(
            "ANGKA CONTOH BUATAN, bukan data nyata; target lokal juga dikarang",
            "MADE-UP SAMPLE FIGURES, not real data; the local targets are made up, too",
        );
        writeln!(out, "\n  ** {note} **")?;
        if let Some(shown_as) = member(&self.0, "shown_as").as_str() {
            let why = area.and_then(|area| area.assumption.as_deref()).unwrap_or_default();
            writeln!(out, "  {} {shown_as}. {why}", say("Ditampilkan sebagai", "Shown as"))?;
        }
        for table in member(&self.0, "tables").as_array().into_iter().flatten() {
            let (request, problems) = RollUpRequest::from_json(&self.question(table).to_string()).into_parts();
            let Some((Some(answer), problems)) = request.map(|request| request.run().into_parts()) else {
                writeln!(out, "  {problems}")?;
                continue;
            };
            print_table(&answer, area, lang, out)?;
            for problem in &problems {
                writeln!(out, "  {}  {}", problem.code(), problem.message(lang))?;
            }
        }
        Ok(())
    }

    /// Writes a table as the question to roll its villages up.
    fn question(&self, table: &Value) -> Value {
        let months: Vec<&Value> = member(&self.0, "months").as_array().into_iter().flatten().collect();
        let village = |row: &Value| {
            let series: Vec<Value> = months
                .iter()
                .enumerate()
                .map(|(index, month)| {
                    let numerator = member(row, "numerators").get(index);
                    // One a year, or one a month.
                    let denominators = member(row, "denominators");
                    let denominator = denominators.get(index).unwrap_or(denominators);
                    json!({"month": month, "numerator": numerator, "denominator": denominator})
                })
                .collect();
            json!({"area": member(row, "area"), "series": series})
        };
        let villages: Vec<Value> = member(table, "villages").as_array().into_iter().flatten().map(village).collect();
        json!({
            "definition": member(table, "indicator"),
            "target": member(table, "target"),
            "view": {"year_to_date": months.last()},
            "children": villages,
        })
    }
}

/// Returns a member of an object, or null.
fn member<'a>(value: &'a Value, name: &str) -> &'a Value {
    value.get(name).unwrap_or(&Value::Null)
}

fn print_table(answer: &RollUp, area: Option<&WorkingArea>, lang: Lang, out: &mut impl Write) -> io::Result<()> {
    let say = |id: &'static str, en: &'static str| if lang == Lang::Id { id } else { en };
    let code = answer.assessment.indicator();
    let name = Catalogue::built_in().get(code).map_or("", |definition| match lang {
        Lang::Id => definition.lay_name.as_str(),
        Lang::En => definition.name(lang),
    });
    let (_, target) = answer.assessment.printed(lang);
    let target = target.unwrap_or_else(|| "–".to_owned());
    writeln!(out, "\n  {code}  {name}; {} {target} %", say("target s.d. bulan ini", "target to date"))?;
    writeln!(
        out,
        "  {:>3}  {:<22} {:>9} {:>9} {:>9}  {:<9} {:<7} {}",
        say("no", "#"),
        say("desa", "village"),
        say("kumulatif", "to date"),
        say("bulan ini", "month"),
        say("bln lalu", "last"),
        say("tren", "trend"),
        "status",
        match answer.assessment.direction() {
            Direction::Lower => say("lebih (orang)", "too many (people)"),
            _ => say("kurang (orang)", "short (people)"),
        }
    )?;
    let name_of = |one: &AreaVerdict| {
        let village = area.and_then(|area| area.villages.iter().find(|village| village.code.to_string() == *one.area));
        village.map_or_else(|| one.area.to_string(), |village| village.name.to_string())
    };
    let mut areas: Vec<&AreaVerdict> = answer.areas.iter().collect();
    areas.sort_by_key(|one| one.rank.unwrap_or(u32::MAX));
    let places = places_that_tell_apart(&areas, lang);
    for one in &areas {
        print_row(&name_of(one), one, places, lang, out)?;
    }
    let totals = answer.assessment.explain(lang);
    writeln!(out, "       {}: {totals}", say("Kecamatan", "Subdistrict"))?;
    // The village that most people are missing in is asked why.
    let behind = areas.iter().max_by_key(|one| one.assessment.verdict().shortfall);
    if let Some(one) = behind {
        writeln!(out, "       {} {}: {}", say("Mengapa", "Why"), name_of(one), one.assessment.explain(lang))?;
    }
    Ok(())
}

/// Returns two decimals when areas of different ranks would print alike with one.
fn places_that_tell_apart(areas: &[&AreaVerdict], lang: Lang) -> usize {
    let printed = |one: &AreaVerdict| one.assessment.printed(lang).0;
    let alike = areas.windows(2).any(|pair| match pair {
        [a, b] => a.rank != b.rank && printed(a).is_some() && printed(a) == printed(b),
        _ => false,
    });
    if alike { 2 } else { 1 }
}

fn print_row(name: &str, one: &AreaVerdict, places: usize, lang: Lang, out: &mut impl Write) -> io::Result<()> {
    let verdict = one.assessment.verdict();
    let dash = || "–".to_owned();
    let rank = one.rank.map_or_else(dash, |rank| rank.to_string());
    // The printed value already has the decimals that keep it on its side of the target.
    let value = one.assessment.printed(lang).0.map(|printed| match one.assessment.value() {
        Some(value) if places > 1 => print_ratio(value, places, lang),
        _ => printed,
    });
    let value = value.map_or_else(dash, |value| format!("{value} %"));
    // Where the denominator changes, ratios are compared, and both parts are shown.
    let denominators = [verdict.own, verdict.previous].map(|part| part.and_then(|part| part.denominator));
    let is_ratio = matches!(denominators, [Some(a), Some(b)] if a != b);
    let part = |part: Option<Part>| match part {
        None => dash(),
        Some(Part { numerator, denominator: Some(denominator), .. }) if is_ratio => {
            format!("{}/{}", format_count(numerator, lang), format_count(denominator, lang))
        }
        Some(Part { numerator, .. }) => format_count(numerator, lang),
    };
    let trend = verdict.trend.map_or_else(dash, |trend| trend.label(lang).to_owned());
    let status = verdict.status.map_or_else(dash, |status| status.label(lang).to_owned());
    let short = verdict.shortfall.map_or_else(dash, |people| format_count(people, lang));
    let (own, previous) = (part(verdict.own), part(verdict.previous));
    writeln!(out, "  {rank:>3}  {name:<22} {value:>9} {own:>9} {previous:>9}  {trend:<9} {status:<7} {short:>6}")
}
