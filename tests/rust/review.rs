//! The main job as a user runs it: the example `review`.

#![expect(clippy::expect_used, reason = "a command that cannot be started is a failed test")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder that is gone when the test is over.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        Self(std::env::temp_dir().join(format!("lokmin-review-{}-{name}", std::process::id())))
    }

    /// Reads a page that was written.
    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap_or_else(|error| format!("{name}: {error}"))
    }

    /// How many files of an ending a folder has.
    fn count(&self, folder: &str, ending: &str) -> usize {
        let files = fs::read_dir(self.0.join(folder)).expect("the folder is there");
        files.flatten().filter(|file| file.file_name().to_string_lossy().ends_with(ending)).count()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn review(folder: &Folder, arguments: &[&str]) -> Output {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    Command::new(env!("CARGO"))
        .args(["run", "--quiet", "-p", "lokmin-core", "--example", "review", "--", "--out"])
        .arg(&folder.0)
        .args(arguments)
        .current_dir(root)
        .output()
        .expect("cargo runs")
}

fn text(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Each line that begins with a word, with runs of spaces as one.
fn line(text: &str, word: &str) -> String {
    let lines: Vec<String> = text
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|line| line.starts_with(word))
        .collect();
    lines.join("\n")
}

/// Checks that a page has all of these lines or parts.
fn has(page: &str, parts: &[&str]) {
    for part in parts {
        assert!(page.contains(part), "{part:?} is not in\n{page}");
    }
}

/// Pages, texts and tables of three forums: a review, a matrix, and 14, 16 and 10 villages.
#[test]
fn the_pages_of_the_three_forums_are_written() {
    let folder = Folder::new("three");
    let output = review(&folder, &["--lang", "en"]);
    assert_eq!(output.status.code(), Some(0));
    let said = text(&output);
    assert_eq!(said.matches(".html").count(), 9, "{said}");
    assert_eq!((folder.count("", ".html"), folder.count("", ".md")), (9, 9));
    assert_eq!(folder.count("text", ".txt"), 3 + 3 + 14 + 16 + 10);
    assert!(folder.count("csv", ".csv") > 3 * 8 + 40);
    has(&said, &["cadence.quarter_ambiguous  the forum of 3 July 2025 counts for Q3 2025"]);

    let lumbir = folder.read("review-puskesmas-lumbir-2024q3.md");
    has(
        &lumbir,
        &[
            "# Puskesmas Lumbir, Q3 2024",
            "Held on Thursday, 29 August 2024, Aula Kecamatan Lumbir",
            "Forum: **on schedule** (due in August 2024)",
            "Next forum: **1 November 2024 to 30 November 2024** (Q4 2024)",
            "| Subdistrict office | represented | Diyati, SE., M.Ap. for Camat Lumbir; Pemerintah Kecamatan |",
            "represented, apologised | Sito Hatmoko, S.KM., M.KM for Kepala Dinas Kesehatan",
            "**Documents still missing**, Q3 2024: invitation, attendance list, minutes and photos.",
            "Source of the forum of Q3 2024: article",
        ],
    );
    for sector in ["Family welfare movement (PKK)", "Posyandu steering team", "Health cadres"] {
        assert_eq!(line(&lumbir, &format!("| {sector} |")), format!("| {sector} | not mentioned | – | – |"));
    }
    assert!(!lumbir.contains("14 kasus kematian ibu"), "figures of the district are not those of Lumbir");

    let pasar = folder.read("review-uptd-puskesmas-pasar-muara-tembesi-2025q3.md");
    has(
        &pasar,
        &[
            "Forum: **off month** (due in August 2025)",
            "sejumlah rekomendasi",
            "unsur Muspika (group: Kapolsek)",
            "dua Puskesmas",
        ],
    );
    let pelangiran = folder.read("review-upt-puskesmas-pelangiran-2025q3.md");
    has(
        &pelangiran,
        &[
            "Hardinata, SP, MM (acting official)",
            "Serma Sugianto for Danramil 10/Pelangiran",
            "Bripka Seftiarani for Kapolsek Pelangiran",
            "4 people known to be there; 5 rows without a number",
        ],
    );
}

/// The sample of Lumbir has Cirahab with 3, 2, 3, 1, 2 and 3 of 57 pregnant women with six visits: 14 of 57 = 24.56 %;
/// 80 % x 6/12 = 40 % are 22.8, so 23 people: 9 short; June 3 after May 2 is better, below the target: Fair (Cukup).
#[test]
fn the_sample_figures_are_labelled_and_assessed() {
    let folder = Folder::new("sample");
    assert!(review(&folder, &["--lang", "en"]).status.success());
    for name in [
        "review-puskesmas-lumbir-2024q3",
        "village-reports-puskesmas-lumbir-2024q3",
        "review-upt-puskesmas-pelangiran-2025q3",
        "review-uptd-puskesmas-pasar-muara-tembesi-2025q3",
    ] {
        has(
            &folder.read(&format!("{name}.md")),
            &["MADE-UP SAMPLE FIGURES, not real data", "THE FOLLOW-UP IS MADE UP"],
        );
        has(&folder.read(&format!("{name}.html")), &["MADE-UP SAMPLE FIGURES, not real data"]);
    }
    let table = folder.read("csv/review-puskesmas-lumbir-2024q3-pws-k6.csv");
    let row = table.lines().find(|row| row.contains("Cirahab")).unwrap_or_default();
    assert!(row.ends_with("Cirahab;14;57;24,6;3;2;better;Fair;9"), "{row}");
    assert_eq!(table.lines().count(), 1 + 10 + 1, "a header, ten villages, the working area");

    let other = Folder::new("own");
    assert!(review(&other, &["lokmin-core/examples/data/forum_lumbir.json"]).status.success());
    let page = other.read("tinjauan-puskesmas-lumbir-2024q3.md");
    assert!(page.contains("Belum ada angka") && !page.contains("CONTOH"), "a file of one's own has no sample figures");
}

/// The events of the sample, worked out by hand. Lumbir on 28 November 2024, the day of its last event: `skrining` was due
/// on 15 November, 13 days ago; the training was passed on on 10 September, 20 + 31 + 28 = 79 days ago; of four, one is
/// verified. Pelangiran on 20 November 2025: the cadres were put off until 1 November, 19 days ago. Pasar Muara Tembesi on
/// 13 November 2025: first due on 30 September, 44 days ago; the plan was due on 15 October, 29 days ago.
#[test]
fn the_matrix_says_what_became_of_the_recommendations() {
    let folder = Folder::new("matrix");
    assert!(review(&folder, &["--lang", "en"]).status.success());
    let lumbir = folder.read("follow-up-matrix-puskesmas-lumbir-2024q3.md");
    has(
        &lumbir,
        &[
            "as seen on 28 November 2024",
            "13 days overdue",
            "to the district health office, 79 days without a decision",
            "lacks a due date, somebody in charge and a measure of success",
            "verified 12 September 2024",
            "### Asked of: Community health centre",
        ],
    );
    let agenda = folder.read("csv/review-puskesmas-lumbir-2024q3-agenda.csv");
    let rows: Vec<&str> = agenda.lines().collect();
    assert_eq!(rows.len(), 1 + 3, "what is verified is not on the agenda: {agenda}");
    assert!(rows.get(1).is_some_and(|row| row.contains("overdue and due this quarter")), "{agenda}");
    assert!(rows.get(2).is_some_and(|row| row.contains("awaiting a reply and carried over")), "{agenda}");
    has(&folder.read("follow-up-matrix-upt-puskesmas-pelangiran-2025q3.md"), &["19 days overdue"]);
    has(
        &folder.read("follow-up-matrix-uptd-puskesmas-pasar-muara-tembesi-2025q3.md"),
        &["44 days after the first due date", "29 days overdue"],
    );
}

#[test]
fn a_broken_file_is_told_and_the_others_are_reviewed() {
    let folder = Folder::new("broken");
    fs::create_dir_all(&folder.0).expect("the temporary folder can be made");
    let broken = folder.0.join("broken.json");
    let content =
        r#"{"schema": "lokmin.forum/1", "id": "x", "kind": "triwulanan", "hled_on": "2025-07-03", "ordinal": 0}"#;
    fs::write(&broken, content).expect("the temporary folder can be written");
    let sound = "lokmin-core/examples/data/forum_lumbir.json";
    let broken_name = broken.to_string_lossy();
    let id = review(&folder, &[&broken_name, sound, "no-such-file.json"]);
    let en = review(&folder, &["--lang", "en", &broken_name, sound]);
    assert_eq!((id.status.code(), en.status.code()), (Some(2), Some(2)));
    let (id, en) = (text(&id), text(&en));
    let unknown = "/kind document.unknown_term `triwulanan` is not one of the known terms: quarterly and monthly";
    assert_eq!(line(&en, "/kind"), unknown);
    assert_eq!(line(&en, "/ordinal"), "/ordinal document.number_range 0 is outside 1 to 99");
    let mistyped = "/hled_on document.unknown_member `hled_on` is not known here (perhaps `held_on`)";
    assert_eq!(line(&en, "/hled_on"), mistyped);
    assert!(line(&id, "/ordinal").ends_with("0 di luar rentang 1 sampai 99"), "{id}");
    assert!(id.contains("no-such-file.json"));
    has(&folder.read("tinjauan-puskesmas-lumbir-2024q3.md"), &["# Puskesmas Lumbir, triwulan III 2024"]);
    has(&folder.read("review-puskesmas-lumbir-2024q3.md"), &["# Puskesmas Lumbir, Q3 2024"]);
}

#[test]
fn a_wrong_command_line_is_told() {
    let folder = Folder::new("wrong");
    for arguments in [&["--lang", "jv"][..], &["--as-of", "3/7/2025"], &["--what"], &["--lang"], &["--out"]] {
        let output = review(&folder, arguments);
        assert_eq!(output.status.code(), Some(64), "{arguments:?}");
        assert!(!output.stderr.is_empty());
    }
}
