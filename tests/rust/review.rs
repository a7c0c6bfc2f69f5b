//! The main job as a user runs it: the example `review`.

#![expect(clippy::expect_used, reason = "a command that cannot be started is a failed test")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn review(arguments: &[&str]) -> Output {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    Command::new(env!("CARGO"))
        .args(["run", "--quiet", "-p", "lokmin-core", "--example", "review", "--"])
        .args(arguments)
        .current_dir(root)
        .output()
        .expect("cargo runs")
}

fn text(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The part of a page from the line that names a Puskesmas to the next empty line.
fn page<'a>(text: &'a str, puskesmas: &str) -> &'a str {
    let start = text.find(puskesmas).unwrap_or(text.len());
    let rest = text.get(start..).unwrap_or_default();
    rest.split("\n\n").next().unwrap_or_default()
}

/// Each line that begins with a word, with runs of spaces as one.
fn line(page: &str, word: &str) -> String {
    let lines: Vec<String> = page
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|line| line.starts_with(word))
        .collect();
    lines.join("\n")
}

fn temporary(name: &str, content: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("lokmin-review-{}-{name}", std::process::id()));
    std::fs::write(&path, content).expect("the temporary folder can be written");
    path
}

#[test]
fn the_three_forums_are_reviewed() {
    let output = review(&["--lang", "en"]);
    assert_eq!(output.status.code(), Some(0));
    let text = text(&output);

    let lumbir = page(&text, "Puskesmas Lumbir\n");
    assert_eq!(line(lumbir, "Counts for"), "Counts for Q3 2024, by its label");
    assert_eq!(line(lumbir, "Label"), "Label Tribulan III = Q3 2024, as the date says");
    assert!(line(lumbir, "Day").ends_with("they agree"));
    assert_eq!(line(lumbir, "Schedule"), "Schedule on schedule; due in August 2024");
    assert_eq!(line(lumbir, "Reviewed"), "Reviewed April 2024 – June 2024, derived, not stated");
    let represented = line(lumbir, "represented");
    assert!(represented.contains("Diyati, SE., M.Ap. for Camat Lumbir"), "{represented}");
    assert!(represented.contains("Sito Hatmoko") && represented.contains("[apology recorded]"), "{represented}");
    let expected = "not mentioned Family welfare movement (PKK), Posyandu steering team, Health cadres";
    assert_eq!(line(lumbir, "not mentioned"), expected);
    assert!(line(lumbir, "held:").is_empty() && line(lumbir, "Evidence").ends_with("held: –"));
    assert!(line(lumbir, "`14 kasus kematian ibu`").ends_with("Kabupaten Banyumas"));
    assert!(line(lumbir, "`120 kasus bayi baru lahir`").ends_with("AMBIGUOUS"));

    let pasar = page(&text, "UPTD Puskesmas Pasar Muara Tembesi\n");
    assert_eq!(line(pasar, "Counts for"), "Counts for Q3 2025, by its date");
    assert_eq!(line(pasar, "Other reading"), "Other reading Q2 2025, 3 days late");
    assert_eq!(line(pasar, "Schedule"), "Schedule off month (1 month early); due in August 2025");
    assert_eq!(line(pasar, "Reviewed"), "Reviewed April 2025 – June 2025, derived, not stated");
    assert!(line(pasar, "Not itemised").contains("sejumlah rekomendasi"));
    assert!(line(pasar, "present Police").contains("unsur Muspika (group: Kapolsek)"), "{pasar}");
    assert!(line(pasar, "assumption").contains("dua Puskesmas"));

    let pelangiran = page(&text, "UPT Puskesmas Pelangiran\n");
    assert!(line(pelangiran, "present Subdistrict").ends_with("Hardinata, SP, MM (acting official)"));
    let represented = line(pelangiran, "represented");
    assert!(represented.contains("Serma Sugianto for Danramil 10/Pelangiran"), "{represented}");
    assert!(represented.contains("Bripka Seftiarani for Kapolsek Pelangiran"), "{represented}");
    assert!(line(pelangiran, "Obstacles").ends_with("[villages not named]"));
    assert_eq!(line(pelangiran, "Attendance"), "Attendance 4 people known; 5 rows without a number");
}

/// The sample of Lumbir has Cirahab with 3, 2, 3, 1, 2 and 3 of 57 pregnant women with six visits: 14 of 57 = 24.56 %;
/// 80 % x 6/12 = 40 % are 22.8, so 23 people: 9 short; June 3 after May 2 is better, below the target: Fair (Cukup).
#[test]
fn the_sample_figures_are_labelled_and_assessed() {
    let output = review(&["--lang", "en"]);
    let text = text(&output);
    assert_eq!(text.matches("MADE-UP SAMPLE FIGURES, not real data").count(), 3);
    assert!(text.contains("Shown as Kecamatan Muara Tembesi. Kecamatan Muara Tembesi mempunyai dua Puskesmas"));
    let row = text.lines().find(|line| line.contains("Cirahab")).unwrap_or_default();
    let words: Vec<&str> = row.split_whitespace().skip(1).collect();
    assert_eq!(words, ["Cirahab", "24.6", "%", "3", "2", "better", "Fair", "9"], "{row}");
    for (puskesmas, villages) in
        [("UPTD Puskesmas Pasar", 14), ("UPT Puskesmas Pelangiran", 16), ("Puskesmas Lumbir", 10)]
    {
        let from = text.find(puskesmas).unwrap_or_default();
        let tables = text.get(from..).unwrap_or_default();
        let rows = tables.lines().skip_while(|line| !line.contains("village  ")).skip(1);
        let rows = rows.take_while(|line| !line.contains("Subdistrict:")).count();
        assert_eq!(rows, villages, "{puskesmas}");
    }
    assert_eq!(text.matches("Why ").count(), 9, "one explanation a table");
    let files = review(&["lokmin-core/examples/data/forum_lumbir.json"]);
    assert!(!String::from_utf8_lossy(&files.stdout).contains("CONTOH"), "a file of one's own has no sample figures");
}

/// The events of the sample, worked out by hand. Lumbir on 28 November 2024, the day of its last event: `skrining` was due
/// on 15 November, 13 days ago; the training was passed on on 10 September, 20 + 31 + 28 = 79 days ago; of four, one is
/// verified. Pelangiran on 20 November 2025: the cadres were put off until 1 November, 19 days ago. Pasar Muara Tembesi on
/// 13 November 2025: first due on 30 September, 44 days ago; the plan was due on 15 October, 29 days ago.
#[test]
fn the_register_says_what_the_next_forum_has_to_look_at() {
    let output = review(&["--lang", "en"]);
    assert_eq!(output.status.code(), Some(0));
    let text = text(&output);
    assert_eq!(text.matches("THE FOLLOW-UP IS MADE UP, not real data").count(), 3);
    let register = |puskesmas: &str| {
        let from = text.find(puskesmas).and_then(|start| text.get(start..)).unwrap_or_default();
        let from = from.find("Register of recommendations").and_then(|start| from.get(start..)).unwrap_or_default();
        from.split("\n\n").next().unwrap_or_default().to_owned()
    };
    let lumbir = register("Puskesmas Lumbir\n");
    assert!(lumbir.starts_with("Register of recommendations, 28 November 2024"));
    assert!(line(&lumbir, "PKM, DESA").ends_with("due 15 November 2024; 13 days overdue"), "{lumbir}");
    assert!(
        line(&lumbir, "PKM; due 31 October").contains("has waited 79 days for the district health office"),
        "{lumbir}"
    );
    assert!(
        line(&lumbir, "KEC, DESA").ends_with("lacks a due date, somebody in charge and a measure of success"),
        "{lumbir}"
    );
    assert!(line(&lumbir, "verified (Finished)").contains("Penimbangan serentak"), "{lumbir}");
    assert!(line(&lumbir, "1.").ends_with("[overdue, due this quarter]"), "{lumbir}");
    assert!(line(&lumbir, "2.").ends_with("[awaiting a reply, carried over]"), "{lumbir}");
    assert!(line(&lumbir, "3.").ends_with("[carried over]"), "{lumbir}");
    assert!(line(&lumbir, "4.").is_empty(), "what is verified is not on the agenda: {lumbir}");
    assert_eq!(line(&lumbir, "PKM 3"), "PKM 3 1 1 1 1");
    let pelangiran = register("UPT Puskesmas Pelangiran\n");
    let reasons = "[overdue, deferred until now, carried over]";
    assert!(line(&pelangiran, "1. Tambah kader").ends_with(reasons), "{pelangiran}");
    assert!(line(&pelangiran, "DESA; due").contains("put off until 1 November 2025; 19 days overdue"), "{pelangiran}");
    assert_eq!(line(&pelangiran, "TNI 1"), "TNI 1 1 0 0 0");
    let pasar = register("UPTD Puskesmas Pasar Muara Tembesi\n");
    assert!(line(&pasar, "PKM, TNI").ends_with("due 30 November 2025; 44 days after the first due date"), "{pasar}");
    assert!(line(&pasar, "KEC; due").ends_with("29 days overdue"), "{pasar}");
    let earlier = review(&["--lang", "en", "--as-of", "2024-08-30"]);
    let earlier = String::from_utf8_lossy(&earlier.stdout).into_owned();
    assert_eq!(
        earlier.matches("Register of recommendations, 30 August 2024").count(),
        1,
        "nothing was proposed elsewhere"
    );
}

#[test]
fn a_broken_file_is_told_and_the_others_are_reviewed() {
    let broken = temporary(
        "broken.json",
        r#"{"schema": "lokmin.forum/1", "id": "x", "kind": "triwulanan", "hled_on": "2025-07-03", "ordinal": 0}"#,
    );
    let sound = "lokmin-core/examples/data/forum_lumbir.json";
    let broken_name = broken.to_string_lossy();
    let id = review(&[&broken_name, sound, "no-such-file.json"]);
    let en = review(&["--lang", "en", &broken_name, sound]);
    std::fs::remove_file(&broken).expect("the temporary file is there");
    assert_eq!((id.status.code(), en.status.code()), (Some(2), Some(2)));
    let (id, en) = (text(&id), text(&en));
    let unknown = "/kind document.unknown_term `triwulanan` is not one of the known terms: quarterly and monthly";
    assert_eq!(line(&en, "/kind"), unknown);
    assert_eq!(line(&en, "/ordinal"), "/ordinal document.number_range 0 is outside 1 to 99");
    let mistyped = "/hled_on document.unknown_member `hled_on` is not known here (perhaps `held_on`)";
    assert_eq!(line(&en, "/hled_on"), mistyped);
    assert!(line(&id, "/ordinal").ends_with("0 di luar rentang 1 sampai 99"), "{id}");
    assert!(id.contains("no-such-file.json"));
    for text in [id, en] {
        assert!(page(&text, "Puskesmas Lumbir\n").contains("Tribulan III"), "{text}");
    }
}

#[test]
fn a_wrong_command_line_is_told() {
    for arguments in [&["--lang", "jv"][..], &["--as-of", "3/7/2025"], &["--what"], &["--lang"]] {
        let output = review(arguments);
        assert_eq!(output.status.code(), Some(64), "{arguments:?}");
        assert!(!output.stderr.is_empty());
    }
}
