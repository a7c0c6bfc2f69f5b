//! One HTML page that needs nothing else.
//!
//! Its policy (`Content-Security-Policy`) lets the page's own style in, by its checksum, and nothing else: no script, no
//! picture from elsewhere, no form. There is no attribute `style`.

use std::fmt::Write as _;

use super::chart;
use super::clean::clean;
use super::page::{
    Block, Cell, Column, ColumnKind, KeyFigure, List, Orientation, Page, Publication, Row, Section, Table,
};
use super::words::{Run, Words, trend_arrow};
use crate::Lang;
use crate::language::{format_count, format_date};

const STYLE: &str = include_str!("style.css");

/// The SHA-256 of [`STYLE`] in Base64; `tests/js/pages.test.mjs` checks it.
const STYLE_SHA256: &str = "BubKLj4i88/RED/9Hpy/7hWwfgcNu1ncTEByiBO4FAE=";

/// The most rows of a table that is kept on one page.
const SHORT: usize = 20;

impl Publication {
    /// Writes one self-contained HTML page.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::render::{Block, Page, Publication, Section};
    /// use lokmin_core::Lang;
    /// let mut page = Page::new("a", "<Judul>");
    /// page.sheet.push(Section::new("Bagian", vec![Block::Paragraph("a & b".into())]));
    /// let html = Publication::new("contoh", "Contoh", Lang::Id, vec![page]).to_html();
    /// assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"id\">"));
    /// assert!(html.contains("<h1>&lt;Judul&gt;</h1>") && html.contains("<p>a &amp; b</p>"));
    /// ```
    #[must_use]
    pub fn to_html(&self) -> String {
        let mut html = Html::new(self.lang);
        html.publication(self);
        html.out
    }
}

/// A page while it is written.
pub(super) struct Html {
    pub(super) out: String,
    pub(super) lang: Lang,
    ids: usize,
    /// The id of the annex of the page that is being written, where it has one.
    annex: Option<String>,
    /// The level of the headings of sections.
    level: u8,
}

impl Html {
    pub(super) const fn new(lang: Lang) -> Self {
        Self { out: String::new(), lang, ids: 0, annex: None, level: 2 }
    }

    /// Adds markup.
    pub(super) fn raw(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    /// Adds markup that is written in pieces.
    pub(super) fn pieces(&mut self, pieces: &[&str]) {
        for piece in pieces {
            self.raw(piece);
        }
    }

    /// Adds one letter of our own.
    pub(super) fn letter(&mut self, letter: char) {
        self.out.push(letter);
    }

    /// Adds markup of a picture: each piece and the number behind it, which has at most one decimal.
    pub(super) fn drawn(&mut self, pieces: &[&str], numbers: &[f64]) {
        for (piece, number) in pieces.iter().zip(numbers) {
            self.raw(piece);
            #[expect(clippy::cast_possible_truncation, reason = "a picture is a few hundred units wide and high")]
            let tenths = (number * 10.0).round() as i64;
            let sign = if tenths < 0 { "-" } else { "" };
            let (whole, tenth) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
            self.markup(format_args!("{sign}{whole}"));
            if tenth > 0 {
                self.markup(format_args!(".{tenth}"));
            }
        }
    }

    /// Adds markup made of numbers and names of our own.
    pub(super) fn markup(&mut self, markup: std::fmt::Arguments<'_>) {
        // Writing to a text cannot fail.
        let _ = self.out.write_fmt(markup);
    }

    /// Adds text, as text.
    pub(super) fn text(&mut self, text: &str) {
        let cleaned = clean(text);
        let mut rest = cleaned.as_ref();
        // Those five are found byte by byte: no part of a longer character looks like one of them.
        while let Some(at) = rest.bytes().position(|byte| escape(byte).is_some()) {
            let (before, after) = rest.split_at(at);
            self.raw(before);
            self.raw(after.bytes().next().and_then(escape).unwrap_or_default());
            rest = after.get(1..).unwrap_or_default();
        }
        self.raw(rest);
    }

    /// Adds an element that holds text.
    pub(super) fn element(&mut self, tag: &str, attributes: &str, text: &str) {
        let space = if attributes.is_empty() { "" } else { " " };
        self.pieces(&["<", tag, space, attributes, ">"]);
        self.text(text);
        self.pieces(&["</", tag, ">"]);
    }

    /// Returns a name that nothing else on the page has.
    pub(super) fn id(&mut self, kind: &str) -> String {
        self.ids += 1;
        format!("{kind}-{}", self.ids)
    }

    fn publication(&mut self, publication: &Publication) {
        let lang = self.lang.as_str();
        self.markup(format_args!("<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n"));
        self.markup(format_args!(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{STYLE_SHA256}'; \
             base-uri 'none'; form-action 'none'\">\n"
        ));
        self.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        self.raw(
            "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n",
        );
        self.element("title", "", &publication.title);
        self.markup(format_args!("\n<style>{STYLE}</style>\n</head>\n"));
        let wide = match publication.orientation {
            Orientation::Portrait => "",
            Orientation::Landscape => " class=\"wide\"",
        };
        self.markup(format_args!("<body{wide}>\n<main>\n"));
        if publication.pages.len() != 1 {
            self.element("h1", "class=\"cover\"", &publication.title);
            self.raw("\n");
            self.level = 3;
        }
        for page in &publication.pages {
            self.page(page);
        }
        self.raw("</main>\n</body>\n</html>\n");
    }

    fn page(&mut self, page: &Page) {
        self.annex = (!page.annex.is_empty()).then(|| self.id("annex"));
        let level = self.level;
        self.raw("<article class=\"sheet\">\n<header>\n");
        if !page.kind.is_empty() {
            self.element("p", "class=\"kind\"", &page.kind);
            self.raw("\n");
        }
        self.element(&format!("h{}", level - 1), "", &page.title);
        self.raw("\n");
        if !page.subtitle.is_empty() {
            self.raw("<p class=\"subtitle\">");
            self.words(&page.subtitle);
            self.raw("</p>\n");
        }
        self.raw("</header>\n<div class=\"grid\">\n");
        for section in &page.sheet {
            self.section(section, level);
        }
        self.raw("</div>\n");
        if page.annex.is_empty() {
            self.footer(page);
        }
        self.raw("</article>\n");
        if let Some(id) = self.annex.clone() {
            self.markup(format_args!("<article class=\"annex\" id=\"{id}\">\n<h{level}>"));
            self.text(self.lang.pick("Lampiran", "Annex"));
            self.markup(format_args!("</h{level}>\n"));
            for section in &page.annex {
                self.section(section, level + 1);
            }
            self.footer(page);
            self.raw("</article>\n");
        }
    }

    fn footer(&mut self, page: &Page) {
        if page.footer.is_empty() {
            return;
        }
        self.raw("<footer>\n");
        for line in &page.footer {
            self.paragraph("", line);
        }
        self.raw("</footer>\n");
    }

    fn section(&mut self, section: &Section, level: u8) {
        self.raw(if section.half { "<section class=\"half\">\n" } else { "<section>\n" });
        if !section.heading.is_empty() {
            self.element(&format!("h{level}"), "", &section.heading);
            self.raw("\n");
        }
        for block in &section.blocks {
            self.block(block, level + u8::from(!section.heading.is_empty()));
        }
        self.raw("</section>\n");
    }

    fn block(&mut self, block: &Block, level: u8) {
        match block {
            Block::Heading(text) => {
                self.element(&format!("h{}", level.min(6)), "", text);
                self.raw("\n");
            }
            Block::Paragraph(words) => self.paragraph("", words),
            Block::Notice(words) => self.paragraph(" class=\"notice\"", words),
            Block::List(list) => self.list(list),
            Block::KeyFigures(figures) => self.key_figures(figures),
            Block::Table(table) => self.table(table),
            Block::Chart(chart) => chart::write(chart, self),
        }
    }

    fn paragraph(&mut self, attributes: &str, words: &Words) {
        self.markup(format_args!("<p{attributes}>"));
        self.words(words);
        self.raw("</p>\n");
    }

    pub(super) fn words(&mut self, words: &Words) {
        for run in words.runs() {
            match run {
                Run::Plain(text) => self.run(text, "", ""),
                Run::Strong(text) => self.run(text, "<strong>", "</strong>"),
                Run::Quiet(text) => self.run(text, "<small>", "</small>"),
                Run::Status(status) => {
                    self.pieces(&["<span class=\"status ", status.as_str(), "\">"]);
                    chart::mark(*status, self);
                    self.pieces(&[" ", status.label(self.lang), "</span>"]);
                }
                Run::Trend(trend) => {
                    self.raw("<span class=\"trend\"><span aria-hidden=\"true\">");
                    self.letter(trend_arrow(*trend));
                    self.pieces(&["</span> ", trend.label(self.lang), "</span>"]);
                }
            }
        }
    }

    /// Adds a run of text; what [`clean`] takes off its ends is a space between two runs.
    fn run(&mut self, text: &str, open: &str, close: &str) {
        if text.starts_with(char::is_whitespace) {
            self.raw(" ");
        }
        self.raw(open);
        self.text(text);
        self.raw(close);
        if text.ends_with(char::is_whitespace) && !text.trim().is_empty() {
            self.raw(" ");
        }
    }

    fn list(&mut self, list: &List) {
        let tag = if list.ordered { "ol" } else { "ul" };
        if !list.items.is_empty() {
            self.markup(format_args!("<{tag}>\n"));
            for item in &list.items {
                self.raw("<li>");
                self.words(item);
                self.raw("</li>\n");
            }
            self.markup(format_args!("</{tag}>\n"));
        }
        self.left_out(list.left_out);
    }

    /// Says how much more the annex has.
    pub(super) fn left_out(&mut self, left_out: usize) {
        if left_out == 0 {
            return;
        }
        self.raw("<p class=\"more\">");
        self.text(&and_more(left_out, self.lang));
        if let Some(id) = self.annex.clone() {
            self.markup(format_args!(", <a href=\"#{id}\">"));
            self.text(self.lang.pick("lihat lampiran", "see the annex"));
            self.raw("</a>");
        }
        self.raw("</p>\n");
    }

    fn key_figures(&mut self, figures: &[KeyFigure]) {
        self.raw("<dl class=\"key\">\n");
        for figure in figures {
            self.raw("<div>");
            self.element("dt", "", &figure.label);
            self.raw("<dd><strong>");
            self.text(&figure.value);
            self.raw("</strong>");
            if !figure.note.is_empty() {
                self.raw(" ");
                self.element("small", "", &figure.note);
            }
            self.raw("</dd></div>\n");
        }
        self.raw("</dl>\n");
    }

    fn table(&mut self, table: &Table) {
        let id = self.id("table");
        // A table that fits on a page is not broken over two.
        let short = if table.rows.len() <= SHORT { " class=\"short\"" } else { "" };
        self.markup(format_args!(
            "<section class=\"scroll\" tabindex=\"0\" aria-labelledby=\"{id}\">\n<table{short}>\n<caption id=\"{id}\"><span>"
        ));
        self.words(&table.caption);
        self.raw("</span></caption>\n<thead>\n<tr>");
        for column in &table.columns {
            self.pieces(&["<th scope=\"col\"", class_of(column), ">"]);
            self.text(&column.heading);
            self.raw("</th>");
        }
        self.raw("</tr>\n</thead>\n<tbody>\n");
        for row in &table.rows {
            self.row(row, &table.columns);
        }
        self.raw("</tbody>\n</table>\n</section>\n");
        self.left_out(table.left_out);
        for note in &table.notes {
            self.paragraph(" class=\"note\"", note);
        }
    }

    fn row(&mut self, row: &Row, columns: &[Column]) {
        self.raw(if row.is_total { "<tr class=\"total\">" } else { "<tr>" });
        for (cell, column) in row.cells.iter().zip(columns) {
            let (open, close) = match column.kind {
                ColumnKind::Name => ("<th scope=\"row\"", "</th>"),
                _ => ("<td", "</td>"),
            };
            self.pieces(&[open, class_of(column), ">"]);
            self.cell(cell);
            self.raw(close);
        }
        self.raw("</tr>\n");
    }

    fn cell(&mut self, cell: &Cell) {
        match cell {
            Cell::Empty => self.raw("–"),
            Cell::Words(words) => self.words(words),
            Cell::Lines(lines) => {
                for (index, line) in lines.iter().enumerate() {
                    self.raw(if index > 0 { "<br>" } else { "" });
                    self.words(line);
                }
            }
            Cell::Count(count) => self.raw(&format_count(*count, self.lang)),
            Cell::Number(number) => self.text(number),
            Cell::Date(date) => {
                self.markup(format_args!("<time datetime=\"{date}\">{}</time>", format_date(*date, self.lang)));
            }
            Cell::Meter { value, target } => chart::meter(*value, *target, self),
        }
    }
}

/// Returns the class of a cell of a column, as an attribute.
const fn class_of(column: &Column) -> &'static str {
    match column.kind {
        ColumnKind::Number => " class=\"number\"",
        ColumnKind::Picture => " class=\"picture\"",
        ColumnKind::Name | ColumnKind::Words => "",
    }
}

/// Returns how a character is written that would be markup.
const fn escape(byte: u8) -> Option<&'static str> {
    match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' => Some("&quot;"),
        b'\'' => Some("&#39;"),
        _ => None,
    }
}

/// Says how many more there are.
pub(super) fn and_more(left_out: usize, lang: Lang) -> String {
    let count = format_count(i64::try_from(left_out).unwrap_or(i64::MAX), lang);
    match lang {
        Lang::Id => format!("… dan {count} lagi"),
        Lang::En => format!("… and {count} more"),
    }
}
