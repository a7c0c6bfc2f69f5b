//! Plain text that is short enough to be pasted into a chat.

use super::clean::clean;
use super::html::and_more;
use super::markdown::table_of;
use super::page::{Block, Cell, ColumnKind, List, Page, Section, Table};
use super::words::{Run, Words, status_shape, trend_arrow};
use crate::Lang;
use crate::language::{format_count, format_date};
use std::fmt::Write as _;

/// The most characters of a text: some chats cut a message at 4,096.
pub const TEXT_LIMIT: usize = 3_000;

/// How many items of a list or table and how many letters of a line are kept, from the longest text to the shortest.
const STEPS: [(usize, usize); 7] =
    [(usize::MAX, usize::MAX), (8, 240), (6, 180), (5, 150), (4, 130), (3, 120), (2, 100)];

impl Page {
    /// Writes what stands on the sheet as plain text of at most [`TEXT_LIMIT`] characters, the most important first.
    ///
    /// Lists are shortened until the text is short enough, and say how much they leave out; so does the last line.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::render::{Block, List, Page, Section, TEXT_LIMIT};
    /// use lokmin_core::Lang;
    /// let mut page = Page::new("a", "Judul");
    /// let items = (0..500).map(|number| format!("hal ke-{number}").into()).collect();
    /// page.sheet.push(Section::new("Hambatan", vec![Block::List(List::new(items))]));
    /// let text = page.to_text(Lang::Id);
    /// assert!(text.starts_with("JUDUL\n\nHAMBATAN\n- hal ke-0\n"));
    /// assert!(text.contains("… dan 492 lagi") && text.chars().count() <= TEXT_LIMIT);
    /// ```
    #[must_use]
    pub fn to_text(&self, lang: Lang) -> String {
        let mut shortest = Vec::new();
        for (items, letters) in STEPS {
            let mut writer = Writer { lines: Vec::new(), lang, items, letters };
            writer.page(self);
            let text = writer.lines.join("\n");
            if text.chars().count() < TEXT_LIMIT {
                return text + "\n";
            }
            shortest = writer.lines;
        }
        cut(shortest, lang)
    }
}

/// Drops lines at the end, and says how many.
fn cut(mut lines: Vec<String>, lang: Lang) -> String {
    let mut dropped = 0_usize;
    loop {
        let last = match lang {
            Lang::Id => format!("… {dropped} baris tidak dimuat"),
            Lang::En => format!("… {dropped} lines left out"),
        };
        let length: usize = lines.iter().map(|line| line.chars().count() + 1).sum();
        if length + last.chars().count() < TEXT_LIMIT || lines.is_empty() {
            lines.push(last);
            return lines.join("\n") + "\n";
        }
        lines.pop();
        dropped += 1;
    }
}

struct Writer {
    lines: Vec<String>,
    lang: Lang,
    items: usize,
    letters: usize,
}

impl Writer {
    fn page(&mut self, page: &Page) {
        self.line("", &page.title.to_uppercase());
        self.line("", &page.kind);
        self.line("", &self.words(&page.subtitle));
        for section in &page.sheet {
            self.section(section);
        }
        if !page.annex.is_empty() {
            self.lines.push(String::new());
            let rest = self.lang.pick(
                "Tabel lengkap semua indikator dan rekomendasi: lihat lampiran halaman ini.",
                "All tables of indicators and recommendations: see the annex of this page.",
            );
            self.line("", rest);
        }
    }

    /// Adds a line, shortened, unless there is nothing in it.
    fn line(&mut self, mark: &str, text: &str) {
        let cleaned = clean(text);
        if !cleaned.is_empty() {
            let most = self.letters.min(TEXT_LIMIT / 10);
            self.lines.push(format!("{mark}{}", super::chart::shortened(&cleaned, most)));
        }
    }

    fn section(&mut self, section: &Section) {
        self.lines.push(String::new());
        self.line("", &section.heading.to_uppercase());
        for block in &section.blocks {
            match block {
                Block::Heading(text) => self.line("", text),
                Block::Paragraph(words) => self.line("", &self.words(words)),
                Block::Notice(words) => self.line("! ", &self.words(words)),
                Block::List(list) => self.list(list),
                Block::KeyFigures(figures) => {
                    for figure in figures {
                        let note = if figure.note.is_empty() { String::new() } else { format!(" ({})", figure.note) };
                        self.line("", &format!("{}: {}{note}", figure.label, figure.value));
                    }
                }
                Block::Table(table) => self.table(table),
                Block::Chart(chart) if chart.is_in_table => {}
                Block::Chart(chart) => {
                    // The worst matter in a chat, and they stand last.
                    let mut table = table_of(chart, self.lang);
                    table.rows.reverse();
                    self.table(&table);
                }
            }
        }
    }

    fn list(&mut self, list: &List) {
        for (index, item) in list.items.iter().take(self.items).enumerate() {
            let mark = if list.ordered { format!("{}. ", index + 1) } else { "- ".to_owned() };
            self.line(&mark, &self.words(item));
        }
        self.left_out(list.left_out + list.items.len().saturating_sub(self.items));
    }

    fn left_out(&mut self, left_out: usize) {
        if left_out > 0 {
            self.lines.push(and_more(left_out, self.lang));
        }
    }

    /// Writes a row a line: its name, and what the other columns say of it.
    fn table(&mut self, table: &Table) {
        self.line("", &self.words(&table.caption));
        for row in table.rows.iter().take(self.items) {
            let (mut name, mut parts) = (String::new(), Vec::new());
            for (cell, column) in row.cells.iter().zip(&table.columns) {
                let Some(written) = self.cell(cell).filter(|_| !column.is_aside) else { continue };
                match column.kind {
                    ColumnKind::Name => name = super::chart::shortened(&written, self.letters.min(TEXT_LIMIT / 20)),
                    ColumnKind::Number => parts.push(format!("{} {written}", column.heading)),
                    _ => parts.push(written),
                }
            }
            self.line("- ", &format!("{name}: {}", parts.join("; ")));
        }
        self.left_out(table.left_out + table.rows.len().saturating_sub(self.items));
    }

    fn cell(&self, cell: &Cell) -> Option<String> {
        match cell {
            Cell::Empty | Cell::Meter { .. } => None,
            Cell::Words(words) => Some(self.words(words)),
            Cell::Lines(lines) => Some(lines.iter().map(|line| self.words(line)).collect::<Vec<_>>().join("; ")),
            Cell::Count(count) => Some(format_count(*count, self.lang)),
            Cell::Number(number) => Some(number.clone()),
            Cell::Date(date) => Some(format_date(*date, self.lang)),
        }
    }

    fn words(&self, words: &Words) -> String {
        let mut text = String::new();
        for run in words.runs() {
            match run {
                Run::Plain(part) | Run::Strong(part) | Run::Quiet(part) => text.push_str(part),
                Run::Status(status) => {
                    let _ = write!(text, "{} {}", status_shape(*status), status.label(self.lang));
                }
                Run::Trend(trend) => {
                    let _ = write!(text, "{} {}", trend_arrow(*trend), trend.label(self.lang));
                }
            }
        }
        text
    }
}
