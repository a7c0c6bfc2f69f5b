//! Markdown with tables, as GitHub and most programs read it; a text in it stays text.

use super::chart::legend;
use super::clean::clean;
use super::html::and_more;
use super::page::{Block, Cell, Chart, Column, ColumnKind, List, Page, Publication, Row, Section, Table};
use super::words::{Run, Words, status_shape, trend_arrow};
use crate::Lang;
use crate::language::{format_count, format_date};
use std::fmt::Write as _;

impl Publication {
    /// Writes the pages as Markdown, one after the other.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::render::{Block, Page, Publication, Section};
    /// use lokmin_core::Lang;
    /// let mut page = Page::new("a", "Judul");
    /// page.sheet.push(Section::new("Bagian", vec![Block::Paragraph("1. <b> *".into())]));
    /// let markdown = Publication::new("contoh", "Contoh", Lang::Id, vec![page]).to_markdown();
    /// assert_eq!(markdown, "# Judul\n\n## Bagian\n\n1\\. \\<b\\> \\*\n");
    /// ```
    #[must_use]
    pub fn to_markdown(&self) -> String {
        let mut markdown = Markdown { out: String::new(), lang: self.lang };
        let level = if self.pages.len() == 1 { 1 } else { 2 };
        if level == 2 {
            markdown.heading(1, &self.title);
        }
        for page in &self.pages {
            markdown.page(page, level);
        }
        markdown.out.truncate(markdown.out.trim_end().len());
        markdown.out.push('\n');
        markdown.out
    }
}

struct Markdown {
    out: String,
    lang: Lang,
}

impl Markdown {
    fn page(&mut self, page: &Page, level: usize) {
        self.heading(level, &page.title);
        self.paragraph(&Words::new(page.kind.clone()));
        self.paragraph(&page.subtitle);
        for section in &page.sheet {
            self.section(section, level + 1);
        }
        if !page.annex.is_empty() {
            self.heading(level + 1, self.lang.pick("Lampiran", "Annex"));
            for section in &page.annex {
                self.section(section, level + 2);
            }
        }
        if !page.footer.is_empty() {
            self.out.push_str("---\n\n");
            for line in &page.footer {
                self.paragraph(line);
            }
        }
    }

    fn heading(&mut self, level: usize, text: &str) {
        let text = Self::escape(text);
        if !text.is_empty() {
            let marks = "#".repeat(level.min(6));
            let _ = write!(self.out, "{marks} {text}\n\n");
        }
    }

    fn paragraph(&mut self, words: &Words) {
        if !words.is_empty() {
            let text = begin(self.inline(words));
            self.out.push_str(&text);
            self.out.push_str("\n\n");
        }
    }

    fn section(&mut self, section: &Section, level: usize) {
        self.heading(level, &section.heading);
        for block in &section.blocks {
            self.block(block, level + usize::from(!section.heading.is_empty()));
        }
    }

    fn block(&mut self, block: &Block, level: usize) {
        match block {
            Block::Heading(text) => self.heading(level, text),
            Block::Paragraph(words) => self.paragraph(words),
            Block::Notice(words) => {
                self.out.push_str("> ");
                self.paragraph(words);
            }
            Block::List(list) => self.list(list),
            Block::KeyFigures(figures) => {
                let item = |figure: &super::page::KeyFigure| {
                    let words = Words::new(format!("{}: ", figure.label)).strong(figure.value.clone());
                    if figure.note.is_empty() { words } else { words.then(format!(" ({})", figure.note)) }
                };
                self.list(&List::new(figures.iter().map(item).collect()));
            }
            Block::Table(table) => self.table(table),
            Block::Chart(chart) if chart.is_in_table => {}
            Block::Chart(chart) => self.table(&table_of(chart, self.lang)),
        }
    }

    fn list(&mut self, list: &List) {
        for (index, item) in list.items.iter().enumerate() {
            let text = begin(self.inline(item));
            let mark = if list.ordered { format!("{}. ", index + 1) } else { "- ".to_owned() };
            let _ = writeln!(self.out, "{mark}{text}");
        }
        if !list.items.is_empty() {
            self.out.push('\n');
        }
        self.left_out(list.left_out);
    }

    fn left_out(&mut self, left_out: usize) {
        if left_out > 0 {
            let where_to = self.lang.pick("lihat lampiran", "see the annex");
            self.paragraph(&Words::new(format!("{}, {where_to}", and_more(left_out, self.lang))));
        }
    }

    fn table(&mut self, table: &Table) {
        self.paragraph(&Words::default().strong(table.caption.plain_in(self.lang)));
        let shown = |column: &&Column| column.kind != ColumnKind::Picture;
        let headings: Vec<String> = table.columns.iter().filter(shown).map(|one| Self::escape(&one.heading)).collect();
        let rules: Vec<&str> = table
            .columns
            .iter()
            .filter(shown)
            .map(|column| if column.kind == ColumnKind::Number { "--:" } else { ":--" })
            .collect();
        let _ = write!(self.out, "| {} |\n| {} |\n", headings.join(" | "), rules.join(" | "));
        for row in &table.rows {
            let cells: Vec<String> = row
                .cells
                .iter()
                .zip(&table.columns)
                .filter(|(_, column)| shown(column))
                .map(|(cell, _)| self.cell(cell))
                .collect();
            let _ = writeln!(self.out, "| {} |", cells.join(" | "));
        }
        self.out.push('\n');
        self.left_out(table.left_out);
        for note in &table.notes {
            self.paragraph(note);
        }
    }

    fn cell(&self, cell: &Cell) -> String {
        match cell {
            Cell::Empty | Cell::Meter { .. } => "–".to_owned(),
            Cell::Words(words) => self.inline(words),
            Cell::Lines(lines) => lines.iter().map(|line| self.inline(line)).collect::<Vec<_>>().join("; "),
            Cell::Count(count) => format_count(*count, self.lang),
            Cell::Number(number) => Self::escape(number),
            Cell::Date(date) => format_date(*date, self.lang),
        }
    }

    fn inline(&self, words: &Words) -> String {
        let mut out = String::new();
        for run in words.runs() {
            let (text, mark) = match run {
                Run::Plain(text) | Run::Quiet(text) => (text, ""),
                Run::Strong(text) => (text, "**"),
                Run::Status(status) => {
                    let _ = write!(out, "{} {}", status_shape(*status), status.label(self.lang));
                    continue;
                }
                Run::Trend(trend) => {
                    let _ = write!(out, "{} {}", trend_arrow(*trend), trend.label(self.lang));
                    continue;
                }
            };
            let escaped = Self::escape(text);
            let is_spaced = |end: bool| {
                if end { text.ends_with(char::is_whitespace) } else { text.starts_with(char::is_whitespace) }
            };
            if is_spaced(false) && !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
            if !escaped.is_empty() {
                let _ = write!(out, "{mark}{escaped}{mark}");
            }
            if is_spaced(true) && !out.ends_with(' ') {
                out.push(' ');
            }
        }
        out.truncate(out.trim_end().len());
        out
    }

    /// Writes a text so that nothing in it is a mark.
    fn escape(text: &str) -> String {
        let cleaned = clean(text);
        let mut out = String::with_capacity(cleaned.len() + 8);
        for (at, character) in cleaned.char_indices() {
            match character {
                // As numbers: tables are split before backslashes are looked at, and programs differ in it.
                '\\' => out.push_str("&#92;"),
                '|' => out.push_str("&#124;"),
                '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '#' | '$' | '^' => {
                    out.push('\\');
                    out.push(character);
                }
                // Bare addresses are links to some programs.
                ':' if cleaned.get(at..).is_some_and(|rest| rest.starts_with("://")) => out.push_str("\\:"),
                '.' if ends_with_www(cleaned.get(..at).unwrap_or_default()) => out.push_str("\\."),
                '@' => out.push_str("&#64;"),
                // A heading that ends in braces has attributes to some programs.
                '{' => out.push_str("&#123;"),
                _ => out.push(character),
            }
        }
        out
    }
}

fn ends_with_www(text: &str) -> bool {
    text.len().checked_sub(3).and_then(|at| text.get(at..)).is_some_and(|end| end.eq_ignore_ascii_case("www"))
}

/// Takes the meaning off what only means something at the beginning of a line.
fn begin(text: String) -> String {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let at = match text.as_bytes().get(digits) {
        Some(b'-' | b'+' | b'=' | b':') if digits == 0 => 0,
        Some(b'.' | b')') if digits > 0 => digits,
        _ => return text,
    };
    let (before, after) = text.split_at(at);
    format!("{before}\\{after}")
}

/// Returns what a chart shows as a table.
pub(super) fn table_of(chart: &Chart, lang: Lang) -> Table {
    let heading = match &chart.target {
        Some((_, target)) => format!("{} ({}, target {target})", lang.pick("Capaian", "Value"), chart.unit.trim()),
        None if chart.unit.is_empty() => lang.pick("Capaian", "Value").to_owned(),
        None => format!("{} ({})", lang.pick("Capaian", "Value"), chart.unit.trim()),
    };
    let columns = vec![
        Column::name(lang.pick("Desa", "Village")),
        Column::number(heading),
        Column::words(lang.pick("Tren", "Trend")),
        Column::words("Status"),
    ];
    let mut table = Table::new("", chart.title.clone(), columns);
    table.rows = chart
        .bars
        .iter()
        .map(|bar| {
            Row::new(vec![
                Cell::words(bar.label.clone()),
                if bar.value.is_some() { Cell::Number(bar.written.clone()) } else { Cell::words(bar.written.clone()) },
                Cell::trend(bar.trend),
                Cell::status(bar.status),
            ])
        })
        .collect();
    table.left_out = chart.left_out;
    table.notes = vec![legend(lang)];
    table
}
