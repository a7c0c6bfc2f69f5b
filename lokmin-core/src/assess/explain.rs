//! The arithmetic of a verdict in words, in Indonesian or English.
//!
//! The form is fixed: figures = value; target (people): verdict; this span, the one before: direction; status; remarks.
//! What is not known is left out or named, never made up.

use std::cmp::Ordering;
use std::fmt::Write as _;

use crate::indicator::Direction;
use crate::language::{Lang, format_count, month_name};

use super::arithmetic::{Bar, compare_ratios};
use super::flags::Flags;
use super::print::{least_places, print_people, print_ratio};
use super::request::Assessment;
use super::verdict::Part;
use super::view::{View, roman};

/// Says the arithmetic of a verdict in words.
pub(super) fn explain(assessment: &Assessment, lang: Lang) -> String {
    let verdict = assessment.verdict();
    if verdict.flags.contains(Flags::NOT_SCHEDULED) {
        return lang.pick("bukan bulannya", "not scheduled in this span").to_owned();
    }
    let (value, goal) = assessment.printed(lang);
    let Some(numerator) = verdict.numerator else {
        let mut text = lang.pick("belum lapor", "not reported").to_owned();
        push_months(assessment, lang, &mut text);
        return text;
    };
    let mut text = format_count(numerator, lang);
    if let Some(denominator) = verdict.denominator {
        let _ = write!(text, " {} {}", lang.pick("dari", "of"), format_count(denominator, lang));
        match value {
            Some(value) => {
                let _ = write!(text, " = {value}{}", unit(assessment.rule.multiplier, lang));
            }
            None => text.push_str(lang.pick(": tidak ada persentase", ": no percentage")),
        }
    } else if verdict.flags.contains(Flags::DENOMINATOR_MISSING) {
        text.push_str(lang.pick(": sasaran belum diketahui", ": the denominator is not known"));
    }
    match (verdict.target_to_date, goal) {
        (Some(bar), Some(goal)) => push_target(assessment, bar, &goal, lang, &mut text),
        _ if verdict.flags.contains(Flags::NO_TARGET) => text.push_str(lang.pick("; tanpa target", "; no target")),
        _ => {}
    }
    push_trend(assessment, lang, &mut text);
    if let Some(status) = verdict.status {
        let _ = write!(text, "; status {}", status.label(lang));
    }
    push_months(assessment, lang, &mut text);
    text
}

fn push_target(assessment: &Assessment, bar: Bar, goal: &str, lang: Lang, text: &mut String) {
    let verdict = assessment.verdict();
    let _ = write!(text, "; {}", lang.pick("target", "target"));
    let is_due_in_parts = assessment.rule.target_profile == crate::indicator::TargetProfile::ProRata;
    if is_due_in_parts {
        let _ = write!(text, " {}", due(assessment.view(), lang));
    }
    if assessment.direction() == Direction::Lower {
        text.push_str(lang.pick(" paling banyak", " at most"));
    }
    let _ = write!(text, " {goal}");
    if bar.is_rate() {
        text.push_str(&unit(assessment.rule.multiplier, lang));
        if let Some(denominator) = verdict.denominator.filter(|denominator| *denominator > 0) {
            let people = bar.people(denominator);
            let whole = if assessment.direction() == Direction::Higher { people.ceil() } else { people.floor() };
            let whole = format_count(super::arithmetic::to_i64(whole), lang);
            let exact = print_people(people, lang);
            let _ = write!(text, " ({exact} -> {whole} {})", lang.pick("orang", "people"));
        }
    }
    match (verdict.met, verdict.shortfall) {
        (Some(true), _) => {
            text.push_str(lang.pick(": tercapai", ": met"));
            if verdict.flags.contains(Flags::MET_PROVISIONAL) {
                text.push_str(lang.pick(" (sementara)", " (provisional)"));
            }
        }
        (Some(false), gap) => {
            text.push_str(lang.pick(": belum tercapai", ": not met"));
            if let Some(gap) = gap {
                let word = match assessment.direction() {
                    Direction::Higher => lang.pick("kurang", "short by"),
                    Direction::Lower => lang.pick("lebih", "over by"),
                };
                let _ = write!(text, ", {word} {} {}", format_count(gap, lang), lang.pick("orang", "people"));
            }
            if verdict.provisional {
                text.push_str(lang.pick(" (sementara)", " (provisional)"));
            }
        }
        (None, _) if verdict.provisional => {
            text.push_str(
                lang.pick(": belum dapat dinilai, laporan belum lengkap", ": not judged, reports are missing"),
            );
        }
        (None, _) => text.push_str(lang.pick(": tidak dapat dinilai", ": cannot be judged")),
    }
}

fn push_trend(assessment: &Assessment, lang: Lang, text: &mut String) {
    let verdict = assessment.verdict();
    let (Some(own), Some(previous)) = (verdict.own, verdict.previous) else { return };
    if verdict.trend.is_none() {
        return;
    }
    let by_ratio = !assessment.rule.compares_numerators(own.denominator.is_some());
    let ordering = if by_ratio {
        let pair = |part: Part| (part.numerator, part.denominator.unwrap_or_default());
        compare_ratios(pair(own), pair(previous)).unwrap_or(Ordering::Equal)
    } else {
        own.numerator.cmp(&previous.numerator)
    };
    let (this, before) = spans(assessment, lang);
    let show = |part: Part| match part.denominator {
        Some(denominator) if by_ratio => {
            let counts = format!("{}/{}", format_count(part.numerator, lang), format_count(denominator, lang));
            let multiplier = assessment.rule.multiplier;
            let top = i128::from(part.numerator) * i128::from(multiplier);
            match super::arithmetic::Ratio::new(top, i128::from(denominator)) {
                Some(value) => {
                    format!(
                        "{counts} = {}{}",
                        print_ratio(value, least_places(multiplier), lang),
                        unit(multiplier, lang)
                    )
                }
                None => counts,
            }
        }
        _ => format_count(part.numerator, lang),
    };
    let word = match ordering {
        Ordering::Greater => lang.pick("naik", "up"),
        Ordering::Equal => lang.pick("tetap", "steady"),
        Ordering::Less => lang.pick("turun", "down"),
    };
    let _ = write!(text, "; {this} {}, {before} {}: {word}", show(own), show(previous));
}

/// What the span and the one before are called.
fn spans(assessment: &Assessment, lang: Lang) -> (&'static str, &'static str) {
    match assessment.view() {
        _ if assessment.rule.is_scheduled() => {
            (lang.pick("kali ini", "this time"), lang.pick("kali sebelumnya", "last time"))
        }
        View::Quarter(_) => (lang.pick("triwulan ini", "this quarter"), lang.pick("triwulan lalu", "last quarter")),
        _ => (lang.pick("bulan ini", "this month"), lang.pick("bulan lalu", "last month")),
    }
}

fn push_months(assessment: &Assessment, lang: Lang, text: &mut String) {
    let verdict = assessment.verdict();
    if verdict.months_reported < verdict.months_due {
        let (reported, due) = (verdict.months_reported, verdict.months_due);
        let _ = match lang {
            Lang::Id => write!(text, "; {reported} dari {due} bulan melapor"),
            Lang::En => write!(text, "; {reported} of {due} months reported"),
        };
    }
}

/// By when a part of the target is due.
fn due(view: View, lang: Lang) -> String {
    match (view, lang) {
        (View::YearToDate(month), Lang::Id) => format!("s.d. {}", month_name(month.number(), lang)),
        (View::YearToDate(month), Lang::En) => format!("to {}", month_name(month.number(), lang)),
        (View::Quarter(quarter), Lang::Id) => format!("triwulan {}", roman(quarter.number())),
        (View::Quarter(quarter), Lang::En) => format!("of Q{}", quarter.number()),
        (View::Month(month), _) => month_name(month.number(), lang).to_owned(),
    }
}

/// The unit after a printed value.
fn unit(multiplier: u32, lang: Lang) -> String {
    match multiplier {
        1 => String::new(),
        100 => " %".to_owned(),
        _ => format!(" per {}", format_count(i64::from(multiplier), lang)),
    }
}
