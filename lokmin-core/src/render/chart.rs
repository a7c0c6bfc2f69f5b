//! Pictures: the PWS chart, the bar in a row of a table, the shape of a status. Inline SVG, without an attribute `style`.
//!
//! Sizes are those of the smallest screen (360 px), so that nothing has to be read smaller than it is drawn.

use super::html::Html;
use super::page::{Chart, ChartBar};
use super::words::trend_arrow;
use crate::Lang;
use crate::assess::{Status, Trend};
use crate::language::join_words;

/// How wide the picture is, where the bars begin, how long the longest is, how high a row is, where the first begins.
const WIDTH: f64 = 340.0;
const LEFT: f64 = 112.0;
const LENGTH: f64 = 146.0;
const ROW: f64 = 14.0;
const TOP: f64 = 18.0;

/// The most that a bar shows, in the unit of the chart; a longer one is cut and marked.
const MOST: f64 = 150.0;

/// The most letters of a label.
const LETTERS: usize = 18;

/// Writes a PWS chart.
pub(super) fn write(chart: &Chart, html: &mut Html) {
    let (title, description) = (html.id("chart"), html.id("chart"));
    let rows = u32::try_from(chart.bars.len()).unwrap_or(u32::MAX);
    let height = TOP + ROW * f64::from(rows) + 4.0;
    html.raw("<figure class=\"chart\">\n");
    html.element("figcaption", "", &chart.title);
    html.markup(format_args!(
        "\n<svg viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" role=\"img\" \
         aria-labelledby=\"{title}\" aria-describedby=\"{description}\">\n"
    ));
    html.element("title", &format!("id=\"{title}\""), &chart.title);
    html.raw("\n");
    html.element("desc", &format!("id=\"{description}\""), &describe(chart, html.lang));
    html.raw("\n");
    let longest = longest(chart);
    for (index, bar) in (0_u32..).zip(&chart.bars) {
        write_bar(bar, TOP + ROW * f64::from(index), longest, chart, html);
    }
    if let Some((target, written)) = &chart.target {
        let x = LEFT + length_of(*target, longest);
        html.drawn(&["<line class=\"target\" x1=\"", "\" x2=\"", "\" y1=\"13\" y2=\""], &[x, x, height - 2.0]);
        html.drawn(&["\" stroke=\"#000\"/>\n<text class=\"goal\" x=\""], &[x]);
        let anchor = if x > LEFT + LENGTH * 0.7 { "end" } else { "middle" };
        html.pieces(&["\" y=\"10\" text-anchor=\"", anchor, "\">"]);
        html.text(&format!("target {written}{}", chart.unit));
        html.raw("</text>\n");
    }
    html.raw("</svg>\n");
    html.raw("<p class=\"note\">");
    html.words(&legend(html.lang));
    html.raw("</p>\n</figure>\n");
    html.left_out(chart.left_out);
}

/// How long a bar is.
fn length_of(value: f64, longest: f64) -> f64 {
    LENGTH * value.clamp(0.0, longest) / longest
}

fn write_bar(bar: &ChartBar, y: f64, longest: f64, chart: &Chart, html: &mut Html) {
    let base = y + ROW - 3.8;
    html.drawn(&["<text x=\"", "\" y=\""], &[LEFT - 6.0, base]);
    html.raw("\" text-anchor=\"end\">");
    html.text(&shortened(&bar.label, LETTERS));
    // Programs that draw no pictures show the texts of one: a blank keeps them apart.
    html.raw("</text> ");
    // Numbers stand below each other, behind the longest bar.
    let x = LEFT + LENGTH + 44.0;
    if let Some(value) = bar.value {
        let length = length_of(value, longest);
        html.pieces(&["<rect class=\"", bar.status.map_or("none", Status::as_str)]);
        html.drawn(&["\" x=\"", "\" y=\"", "\" width=\"", "\" height=\""], &[LEFT, y + 2.0, length, ROW - 5.0]);
        html.pieces(&["\" fill=\"", colour(bar.status), "\"/>"]);
        if value > longest {
            html.drawn(&["<path class=\"cut\" d=\"M", " ", "l4 "], &[LEFT + length - 8.0, y + ROW - 3.0, 5.0 - ROW]);
            html.raw("\" stroke=\"#fff\" stroke-width=\"2\"/>");
        }
        html.drawn(&["<text x=\"", "\" y=\""], &[x, base]);
        html.raw("\" text-anchor=\"end\">");
        html.text(&format!("{}{}", bar.written, chart.unit));
    } else {
        html.drawn(&["<text class=\"quiet\" x=\"", "\" y=\""], &[LEFT + 4.0, base]);
        html.raw("\">");
        html.text(&bar.written);
    }
    html.raw("</text> ");
    if let Some(trend) = bar.trend {
        html.drawn(&["<text class=\"arrow\" x=\"", "\" y=\""], &[x + 11.0, base]);
        html.raw("\" text-anchor=\"middle\">");
        html.letter(trend_arrow(trend));
        html.raw("</text>");
    }
    if let Some(status) = bar.status {
        html.drawn(&["<g transform=\"translate(", " "], &[x + 20.0, y + 1.0]);
        html.raw(")\">");
        shape(status, html);
        html.raw("</g>");
    }
    html.raw("\n");
}

/// Returns the value of the longest bar: that of the largest value or target, at most [`MOST`].
fn longest(chart: &Chart) -> f64 {
    let values = chart.bars.iter().filter_map(|bar| bar.value).chain(chart.target.as_ref().map(|(target, _)| *target));
    let largest = values.fold(0.0_f64, f64::max);
    if largest <= 0.0 { 1.0 } else { largest.min(MOST.max(chart.target.as_ref().map_or(0.0, |(target, _)| *target))) }
}

/// Says in words what the picture shows.
fn describe(chart: &Chart, lang: Lang) -> String {
    let bars: Vec<String> = chart
        .bars
        .iter()
        .map(|bar| {
            let unit = if bar.value.is_some() { chart.unit.as_str() } else { "" };
            let status = bar.status.map_or(["", "", ""], |status| [" (", status.label(lang), ")"]).concat();
            [&bar.label, " ", &bar.written, unit, &status].concat()
        })
        .collect();
    let target = match &chart.target {
        Some((_, written)) => format!("target {written}{}", chart.unit),
        None => lang.pick("tanpa target", "no target").to_owned(),
    };
    let order = lang.pick("Grafik batang, urut peringkat", "Bar chart, by rank");
    format!("{order}: {}; {target}.", join_words(&bars, lang))
}

/// Shortens a text to a number of letters.
pub(super) fn shortened(text: &str, letters: usize) -> String {
    if text.chars().nth(letters).is_none() {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(letters.saturating_sub(1)).collect();
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}

/// Returns the colour that programs show that know no style sheets.
const fn colour(status: Option<Status>) -> &'static str {
    match status {
        Some(Status::Baik) => "#1b7a4b",
        Some(Status::Cukup) => "#1f64ad",
        Some(Status::Kurang) => "#a86500",
        Some(Status::Jelek) => "#b3261e",
        None => "#6b7280",
    }
}

/// Writes the shape of a status as a picture of its own; its word stands beside it.
pub(super) fn mark(status: Status, html: &mut Html) {
    html.raw("<svg class=\"mark\" viewBox=\"0 0 12 12\" width=\"12\" height=\"12\" aria-hidden=\"true\">");
    shape(status, html);
    html.raw("</svg>");
}

/// Draws the shape of a status in twelve by twelve: a disc, a half disc, a diamond, a square with a cross.
fn shape(status: Status, html: &mut Html) {
    let (class, colour) = (status.as_str(), colour(Some(status)));
    match status {
        Status::Baik => {
            html.pieces(&["<circle class=\"", class, "\" cx=\"6\" cy=\"6\" r=\"5\" fill=\"", colour, "\"/>"]);
        }
        Status::Cukup => {
            html.pieces(&["<circle class=\"", class, " hollow\" cx=\"6\" cy=\"6\" r=\"4.3\" fill=\"none\" stroke=\""]);
            html.pieces(&[colour, "\" stroke-width=\"1.4\"/><path class=\"", class]);
            html.pieces(&["\" d=\"M6 1.7a4.3 4.3 0 0 0 0 8.6z\" fill=\"", colour, "\"/>"]);
        }
        Status::Kurang => {
            html.pieces(&["<path class=\"", class, " hollow\" d=\"M6 1 11 6 6 11 1 6z\" fill=\"none\" stroke=\""]);
            html.pieces(&[colour, "\" stroke-width=\"1.6\"/>"]);
        }
        Status::Jelek => {
            html.pieces(&["<path class=\"", class, "\" d=\"M1 1h10v10H1z\" fill=\"", colour, "\"/>"]);
            html.raw("<path class=\"cut\" d=\"m3.5 3.5 5 5m0-5-5 5\" stroke=\"#fff\" stroke-width=\"1.4\"/>");
        }
    }
}

/// Writes a bar in a row of a table: how far it is, and where the target is. The numbers stand in other columns.
pub(super) fn meter(value: Option<f64>, target: Option<f64>, html: &mut Html) {
    html.raw("<svg class=\"meter\" viewBox=\"0 0 100 10\" width=\"100\" height=\"10\" aria-hidden=\"true\">");
    html.raw("<path class=\"track\" d=\"M0 1.5h100v7H0z\" fill=\"#e3e6ea\"/>");
    if let Some(value) = value {
        html.drawn(&["<path class=\"bar\" d=\"M0 1.5h"], &[100.0 * value.clamp(0.0, 1.0)]);
        html.raw("v7H0z\" fill=\"#3b4754\"/>");
    }
    if let Some(target) = target {
        html.drawn(&["<path class=\"target\" d=\"M"], &[0.5 + 99.0 * target.clamp(0.0, 1.0)]);
        html.raw(" 0v10\" stroke=\"#000\" stroke-width=\"2\"/>");
    }
    html.raw("</svg>");
}

/// Says what the shapes and arrows of a chart mean.
pub(super) fn legend(lang: Lang) -> super::words::Words {
    let mut words = super::words::Words::default();
    for status in Status::ALL {
        words = words.status(*status).then(", ");
    }
    let arrows: Vec<String> =
        Trend::ALL.iter().map(|trend| format!("{} {}", trend_arrow(*trend), trend.label(lang))).collect();
    words.then(arrows.join(", "))
}
