//! The arithmetic of a verdict in words, in Indonesian or English.
//!
//! The form is fixed: figures = value; target (people): verdict; this span, the one before: direction; status; remarks.
//! What is not known is left out or named, never made up.

use std::cmp::Ordering;
use std::fmt::Write as _;

use crate::indicator::{DenominatorKind, Direction, TargetFlag};
use crate::language::{Lang, format_count, month_name};

use super::arithmetic::{Bar, Ratio, compare_ratios, to_i64};
use super::assessment::Assessment;
use super::flags::Flags;
use super::print::{least_places, print_apart, print_people, print_stated};
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
        let mut text = absence(assessment, lang).to_owned();
        push_months(assessment, lang, &mut text);
        return text;
    };
    let is_denominator_falling = assessment.rule.denominator == DenominatorKind::ToDate
        && verdict.flags.contains(Flags::DENOMINATOR_MISSING)
        && verdict.flags.contains(Flags::FALLING);
    let mut text = format_count(numerator, lang);
    if assessment.is_goal_in_people() {
        // People stand beside people: a percentage beside a number of people would look like its share.
        push_unit(assessment, lang, &mut text);
    } else if let Some(denominator) = verdict.denominator {
        let _ = write!(text, " {} {}", lang.pick("dari", "of"), format_count(denominator, lang));
        match value {
            Some(value) => {
                let _ = write!(text, " = {value}{}", per(assessment.rule.multiplier, lang));
            }
            None => text.push_str(lang.pick(": tidak ada persentase", ": no percentage")),
        }
    } else if is_denominator_falling {
        text.push_str(lang.pick(": angka s.d. bulan ini turun", ": the figures to date fall"));
    } else if assessment.rule.is_below_level && !assessment.rule.is_count {
        text.push_str(lang.pick(": tidak ada persentase di tingkat ini", ": no percentage at this level"));
    } else if verdict.flags.contains(Flags::DENOMINATOR_MISSING) {
        text.push_str(lang.pick(": sasaran belum diketahui", ": the denominator is not known"));
    }
    match (verdict.target_to_date, goal) {
        (Some(bar), Some(goal)) => push_target(assessment, bar, &goal, lang, &mut text),
        _ if assessment.shown_target().is_some() => push_shown(assessment, lang, &mut text),
        _ if verdict.flags.contains(Flags::NO_TARGET_TO_DATE) => push_year(assessment, lang, &mut text),
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

/// Why there is no numerator.
fn absence(assessment: &Assessment, lang: Lang) -> &'static str {
    let verdict = assessment.verdict();
    let is_reported = verdict.months_reported > 0;
    if is_reported && verdict.flags.contains(Flags::BASE_MISSING) {
        lang.pick("angka s.d. bulan sebelumnya belum ada", "the figure to date of the span before is missing")
    } else if is_reported && verdict.flags.contains(Flags::FALLING) {
        lang.pick("tidak dihitung, angka s.d. bulan ini turun", "not counted, the figures to date fall")
    } else {
        lang.pick("belum lapor", "not reported")
    }
}

/// Says what is counted, after a number; deaths speak for themselves.
fn push_unit(assessment: &Assessment, lang: Lang, text: &mut String) {
    if !assessment.rule.is_count {
        let _ = write!(text, " {}", assessment.unit().word(lang));
    }
}

/// Names a target that judges nobody, and why.
fn push_shown(assessment: &Assessment, lang: Lang, text: &mut String) {
    let Some(shown) = assessment.shown_target() else { return };
    let bar = assessment.rule.full_bar(shown.target);
    text.push_str("; target");
    if assessment.direction() == Direction::Lower {
        text.push_str(lang.pick(" paling banyak", " at most"));
    }
    let _ = write!(text, " {}", print_stated(bar.level(), lang));
    if bar.is_rate() {
        text.push_str(&per(assessment.rule.multiplier, lang));
    } else {
        push_unit(assessment, lang, text);
    }
    for (index, reason) in shown.reasons.iter().enumerate() {
        text.push_str(if index == 0 { " " } else { ", " });
        match (reason, shown.certainty, shown.basis) {
            (TargetFlag::Unsure, Some(certainty), _) => {
                let _ = write!(text, "{} ({})", lang.pick("belum pasti", "unsure"), certainty.label(lang));
            }
            (TargetFlag::SurveyBasis, _, Some(basis)) => {
                let _ = write!(text, "{} {}", lang.pick("untuk", "made for"), basis.label(lang));
            }
            _ => text.push_str(reason.label(lang)),
        }
    }
    text.push_str(lang.pick(": tidak menilai", ": judges nobody"));
}

/// Names the target of a year of which nothing is due during the year, and what is lacking of it.
fn push_year(assessment: &Assessment, lang: Lang, text: &mut String) {
    let verdict = assessment.verdict();
    let (_, Some(goal)) = assessment.printed_for_year(lang) else { return };
    text.push_str(lang.pick("; target setahun", "; target of the year"));
    if assessment.direction() == Direction::Lower {
        text.push_str(lang.pick(" paling banyak", " at most"));
    }
    let percent = per(assessment.rule.multiplier, lang);
    let _ = write!(text, " {goal}{percent}, {}", lang.pick("tanpa target s.d. bulan ini", "no target to date"));
    if let Some(gap) = verdict.gap_year {
        let _ = write!(text, ": {} {}", lacking(assessment.direction(), lang), format_count(gap, lang));
        push_unit(assessment, lang, text);
        text.push_str(lang.pick(" dari target setahun", " of the target of the year"));
    }
}

/// The word for people lacking, or too many.
const fn lacking(direction: Direction, lang: Lang) -> &'static str {
    match direction {
        Direction::Higher => lang.pick("kurang", "short by"),
        Direction::Lower => lang.pick("lebih", "over by"),
    }
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
    let whole = |people: Ratio| {
        let whole = if assessment.direction() == Direction::Higher { people.ceil() } else { people.floor() };
        format_count(to_i64(whole), lang)
    };
    let unit = assessment.unit().word(lang);
    if bar.is_rate() {
        text.push_str(&per(assessment.rule.multiplier, lang));
        if let Some(denominator) = verdict.denominator.filter(|denominator| *denominator > 0) {
            let people = bar.people(denominator);
            let _ = write!(text, " ({} -> {} {unit})", print_people(people, lang), whole(people));
        }
    } else {
        if !bar.level().is_whole() {
            let _ = write!(text, " -> {}", whole(bar.level()));
        }
        push_unit(assessment, lang, text);
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
                let word = lacking(assessment.direction(), lang);
                let _ = write!(text, ", {word} {} {unit}", format_count(gap, lang));
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
    let multiplier = assessment.rule.multiplier;
    let ratio = |part: Part| {
        let denominator = part.denominator.filter(|_| by_ratio)?;
        Ratio::new(i128::from(part.numerator) * i128::from(multiplier), i128::from(denominator))
    };
    let count = |number: i64| format_count(number, lang);
    let show = |part: Part, value: &str| {
        let denominator = part.denominator.unwrap_or_default();
        format!("{}/{} = {value}{}", count(part.numerator), count(denominator), per(multiplier, lang))
    };
    let (own_text, previous_text) = match (ratio(own), ratio(previous)) {
        (Some(value), Some(before)) => {
            // 33,30 and 33,33: what rose must look as if it did.
            let (value, before) = print_apart(value, before, least_places(multiplier), lang);
            (show(own, &value), show(previous, &before))
        }
        _ => (count(own.numerator), count(previous.numerator)),
    };
    let word = match ordering {
        Ordering::Greater => lang.pick("naik", "up"),
        Ordering::Equal => lang.pick("tetap", "steady"),
        Ordering::Less => lang.pick("turun", "down"),
    };
    let _ = write!(text, "; {this} {own_text}, {before} {previous_text}: {word}");
}

/// What the span and the one before are called.
fn spans(assessment: &Assessment, lang: Lang) -> (&'static str, &'static str) {
    match assessment.view() {
        _ if assessment.rule.is_scheduled => {
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
pub(super) fn per(multiplier: u32, lang: Lang) -> String {
    match multiplier {
        1 => String::new(),
        100 => " %".to_owned(),
        _ => format!(" per {}", format_count(i64::from(multiplier), lang)),
    }
}
