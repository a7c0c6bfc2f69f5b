//! Whatever a text holds, it stays text: read back with a Markdown and a CSV reader, and with the eyes of an HTML reader.

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};

use super::page::{Block, Cell, Chart, ChartBar, Column, KeyFigure, List, Page, Publication, Row, Section, Table};
use super::words::Words;
use super::{Format, TEXT_LIMIT, clean};
use crate::Lang;
use crate::assess::{Status, Trend};

/// A publication with a text in every place that takes one, `times` times in lists and tables.
fn publication(text: &str, lang: Lang, times: usize) -> Publication {
    let words = || Words::new(text);
    let columns = vec![Column::name(text), Column::words("b"), Column::number("c")];
    let mut table = Table::new("tabel", words(), columns);
    let cells = || vec![Cell::words(words()), Cell::Lines(vec![words(), words()]), Cell::Number(text.to_owned())];
    table.rows = (0..times).map(|_| Row::new(cells())).collect();
    table.notes = vec![words()];
    let bar = ChartBar {
        label: text.to_owned(),
        value: Some(40.0),
        written: text.to_owned(),
        trend: Some(Trend::Worse),
        status: Some(Status::Jelek),
    };
    let chart =
        Chart { title: text.to_owned(), target: Some((60.0, text.to_owned())), bars: vec![bar], ..Chart::default() };
    let list = List::new((0..times).map(|_| words()).collect());
    let blocks = vec![
        Block::Heading(text.to_owned()),
        Block::Paragraph(words()),
        Block::Notice(words()),
        Block::List(list.clone()),
        Block::List(list.ordered()),
        Block::KeyFigures(vec![KeyFigure::new(text, text, text)]),
        Block::Chart(chart),
        Block::Table(table),
    ];
    let mut page = Page::new(text, text);
    page.kind = text.to_owned();
    page.subtitle = words();
    page.sheet.push(Section::new(text, blocks.clone()));
    page.annex.push(Section::new(text, blocks));
    page.footer = vec![words()];
    Publication::new("contoh", text, lang, vec![page])
}

/// Texts made of what means something in one of the formats.
fn hostile() -> impl Strategy<Value = String> {
    let marks = prop::sample::select(vec![
        "<",
        ">",
        "&",
        "\"",
        "'",
        "`",
        "*",
        "**",
        "_",
        "~~",
        "|",
        "\\",
        "\\|",
        "[",
        "]",
        "(",
        ")",
        "{",
        "}",
        "{#a .b c=d}",
        "!",
        "#",
        "-",
        "--",
        "---",
        "+",
        "=",
        "==",
        "1.",
        "1)",
        "> ",
        "    ",
        "\t",
        "\n",
        "\r\n",
        "http://a.b",
        "www.a.b",
        "a@b.c",
        "<b>",
        "</td>",
        "<!--",
        "-->",
        "&lt;",
        "&#60;",
        "]]>",
        "${",
        "$$",
        ":smile:",
        "[^1]",
        "\u{202e}",
        "\u{2066}",
        "\u{0}",
        "\u{7f}",
        "\u{feff}",
        "=1+1",
        "+62 812 3456 7890",
        "@SUM(A1)",
        "\u{ff1d}1",
        ";",
        ",",
        "a",
        "Desa",
        " ",
        "é",
        "ا",
        "👩‍👩‍👧",
    ]);
    prop_oneof![prop::collection::vec(marks, 0..12).prop_map(|parts| parts.concat()), any::<String>()]
}

/// Returns the elements of a page, each as its tag with its attributes; `Err` where something is left open.
fn elements(html: &str) -> Result<Vec<String>, String> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        if before.contains('>') && !before.ends_with("}\n") && found.last().is_none_or(|tag| tag != "style") {
            return Err(format!("a `>` in a text: {before}"));
        }
        let (tag, more) = after.split_once('>').ok_or("an open tag")?;
        found.push(tag.to_owned());
        rest = more;
    }
    Ok(found)
}

proptest! {
    #[test]
    fn text_never_becomes_markup(text in hostile()) {
        let page = publication(&text, Lang::Id, 2).to_html();
        let plain = publication("x", Lang::Id, 2).to_html();
        // Blank texts leave out what they would stand in; everything else is the same page.
        if !clean(&text).is_empty() {
            prop_assert_eq!(elements(&page).unwrap().len(), elements(&plain).unwrap().len());
            prop_assert_eq!(elements(&page).unwrap(), elements(&plain).unwrap());
        }
        prop_assert!(!page.chars().any(|one| one.is_control() && one != '\n'));
    }

    #[test]
    fn text_never_becomes_markdown(text in hostile()) {
        let shown = clean(&text);
        prop_assume!(!shown.is_empty());
        let kinds = |text: &str| -> (Vec<String>, Vec<String>) {
            let markdown = publication(text, Lang::Id, 2).to_markdown();
            let (mut kinds, mut texts) = (Vec::new(), vec![String::new()]);
            for event in Parser::new_ext(&markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
                match event {
                    Event::Text(part) => texts.last_mut().unwrap().push_str(&part),
                    Event::Start(tag @ (Tag::Link { .. } | Tag::Image { .. } | Tag::HtmlBlock | Tag::FootnoteDefinition(_))) => {
                        kinds.push(format!("FORBIDDEN {tag:?}"));
                    }
                    Event::Start(tag) => {
                        kinds.push(format!("{tag:?}"));
                        texts.push(String::new());
                    }
                    Event::End(_) => {}
                    other => kinds.push(format!("{other:?}")),
                }
            }
            (kinds, texts)
        };
        let (found, texts) = kinds(&text);
        prop_assert_eq!(&found, &kinds("x").0);
        // A heading of a program may have lost blanks that no eye sees; the words are all there.
        prop_assert!(texts.iter().filter(|one| one.as_str() == shown).count() >= 8, "{shown:?} {texts:?}");
    }

    #[test]
    fn text_never_becomes_a_formula(text in hostile(), lang in prop::sample::select(vec![Lang::Id, Lang::En])) {
        for (_, file) in publication(&text, lang, 3).to_csv() {
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .delimiter(b';')
                .from_reader(file.trim_start_matches('\u{feff}').as_bytes());
            let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
            prop_assert_eq!(records.len(), 4);
            for cell in records.iter().flatten() {
                prop_assert!(!cell.starts_with(['=', '+', '@', '\t', '\r', '＝', '＋', '＠']), "{cell}");
                let is_number = cell.strip_prefix('-').is_some_and(|rest| rest.starts_with(|one: char| one.is_ascii_digit()));
                prop_assert!(!cell.starts_with('-') || is_number, "{cell}");
                prop_assert!(!cell.contains(['\n', '\r']));
            }
        }
    }

    #[test]
    fn a_text_is_short_and_says_what_it_leaves_out(text in hostile(), times in 0_usize..400) {
        for page in publication(&text, Lang::En, times).pages {
            let written = page.to_text(Lang::En);
            prop_assert!(written.chars().count() <= TEXT_LIMIT);
            prop_assert!(!written.chars().any(|one| one.is_control() && one != '\n'));
        }
    }
}

#[test]
fn a_long_text_says_how_much_is_missing() {
    let publication = publication(&"kata ".repeat(500), Lang::Id, 300);
    let text = publication.pages[0].to_text(Lang::Id);
    assert!(text.chars().count() <= TEXT_LIMIT && text.contains("… dan 297 lagi"), "{text}");
}

#[test]
fn files_have_names_that_any_system_takes() {
    let publication = publication("../Desa <b> ا", Lang::Id, 1);
    for format in Format::ALL {
        for file in publication.files(*format) {
            let (stem, _) = file.name.rsplit_once('.').unwrap();
            assert!(
                stem.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'),
                "{stem}"
            );
        }
    }
    let names: Vec<String> = publication.files(Format::Csv).into_iter().map(|file| file.name).collect();
    assert_eq!(names, ["contoh-tabel.csv", "contoh-tabel-no-2.csv"]);
}

#[test]
fn a_status_has_a_shape_and_a_word_everywhere() {
    let mut page = Page::new("", "x");
    let words = Status::ALL.iter().fold(Words::default(), |words, status| words.status(*status).then(" "));
    page.sheet.push(Section::new("", vec![Block::Paragraph(words)]));
    let publication = Publication::new("x", "x", Lang::Id, vec![page]);
    assert!(publication.to_markdown().contains("● Baik ◐ Cukup ◇ Kurang ■ Jelek"));
    assert!(publication.pages[0].to_text(Lang::Id).contains("● Baik ◐ Cukup ◇ Kurang ■ Jelek"));
    assert_eq!(publication.to_html().matches("<svg class=\"mark\"").count(), 4);
}

#[test]
fn numbers_in_csv_are_numbers_of_an_indonesian_spreadsheet() {
    let table = |lang, number: &str| {
        let mut table = Table::new("t", "t", vec![Column::number("n"), Column::number("m")]);
        table.rows.push(Row::new(vec![Cell::Number(number.to_owned()), Cell::Count(-1_234_567)]));
        let mut page = Page::new("", "x");
        page.sheet.push(Section::new("", vec![Block::Table(table)]));
        Publication::new("x", "x", lang, vec![page]).to_csv().remove(0).1
    };
    assert_eq!(table(Lang::Id, "1.234,5"), "\u{feff}n;m\r\n1234,5;-1234567\r\n");
    assert_eq!(table(Lang::En, "1,234.5"), "\u{feff}n;m\r\n1234,5;-1234567\r\n");
}
