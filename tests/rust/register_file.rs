//! A register in a file survives being killed at any moment: what was said to be kept is there, and writing goes on.

#![expect(clippy::expect_used, reason = "a command that cannot be started is a failed test")]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Output, Stdio};
use std::thread::sleep;
use std::time::Duration;

use lokmin_core::recommendation::{Register, RegisterPolicy};

/// Builds the example once, and returns where it is.
fn example() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let build = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "-p", "lokmin-core", "--example", "register_file", "--message-format", "json"])
        .current_dir(root)
        .output()
        .expect("cargo runs");
    let messages = String::from_utf8_lossy(&build.stdout).into_owned();
    let found = messages.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let mut found = found.filter_map(|message| message.get("executable")?.as_str().map(PathBuf::from));
    found.next_back().expect("the example is built")
}

fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("lokmin-register-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the temporary folder can be written");
    folder
}

fn event(id: &str, seq: usize) -> String {
    let step = match seq {
        0 => r#""kind":"propose","content":{"action":"Latih kader","puskesmas":["P"]}"#.to_owned(),
        _ => format!(r#""kind":"note","text":"catatan {id}""#),
    };
    format!(r#"{{"schema":"lokmin.event/1","id":"{id}","recommendation":"r1","seq":{seq},"on":"2025-07-30",{step}}}"#)
}

fn start(program: &Path, file: &Path, more: &[&str]) -> Child {
    Command::new(program)
        .arg(file)
        .args(more)
        .args(["--lang", "en"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the example starts")
}

fn run(program: &Path, file: &Path, more: &[&str], input: &str) -> Output {
    let mut child = start(program, file, more);
    let mut stdin: ChildStdin = child.stdin.take().expect("an input");
    stdin.write_all(input.as_bytes()).expect("the example reads");
    drop(stdin);
    child.wait_with_output().expect("the example ends")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// How many events a file has, by the lines that are whole.
fn whole_lines(file: &Path) -> usize {
    let bytes = fs::read(file).unwrap_or_default();
    let (register, _) = Register::read(&bytes, RegisterPolicy::default()).into_parts();
    register.map_or(0, |register| register.len())
}

#[test]
fn a_program_killed_in_the_middle_of_a_line_loses_only_that_line() {
    let (program, folder) = (example(), folder("killed"));
    let file = folder.join("register.jsonl");
    let mut kept = 0;
    let mut torn = 0;
    for round in 0..12_u64 {
        // One byte at a time: the program is killed somewhere inside a line.
        let mut child = start(&program, &file, &["append", "--slowly"]);
        let mut stdin = child.stdin.take().expect("an input");
        let mut out = BufReader::new(child.stdout.take().expect("an output"));
        let first = if kept == 0 { 0 } else { kept };
        let mut said = 0;
        for seq in first..first + 2 {
            writeln!(stdin, "{}", event(&format!("e{round}-{seq}"), seq)).expect("the example reads");
            let mut line = String::new();
            assert!(out.read_line(&mut line).expect("an answer") > 0, "round {round}");
            assert!(line.starts_with("kept r1"), "round {round}: {line}");
            said += 1;
        }
        kept += said;
        // The third is being written when the program is killed, once a part of it is in the file.
        let before = fs::metadata(&file).expect("the file").len();
        writeln!(stdin, "{}", event(&format!("e{round}-{kept}"), kept)).expect("the example reads");
        while fs::metadata(&file).expect("the file").len() < before + 1 + round * 7 {
            sleep(Duration::from_micros(50));
        }
        child.kill().expect("the example can be killed");
        child.wait().expect("the example has ended");
        let bytes = fs::read(&file).expect("the file");
        torn += usize::from(!bytes.ends_with(b"\n"));
        let found = whole_lines(&file);
        // What was said to be kept is there. The third may be whole when the kill comes late.
        assert!(found == kept || found == kept + 1, "round {round}: {found} of {kept}");
        // Opening the file mends it, and writing goes on.
        let shown = run(&program, &file, &["show"], "");
        assert!(shown.status.success(), "{}", text(&shown.stderr));
        assert!(text(&shown.stdout).starts_with("r1  proposed"), "{}", text(&shown.stdout));
        assert!(fs::read(&file).expect("the file").ends_with(b"\n"), "round {round}");
        assert_eq!(whole_lines(&file), found);
        let again = run(&program, &file, &["show"], "");
        assert!(again.stderr.is_empty(), "a mended file has nothing to tell: {}", text(&again.stderr));
        kept = found;
    }
    assert!(torn > 0, "no round was killed inside a line");
    assert!(fs::read_to_string(folder.join("register.jsonl.torn")).is_ok_and(|torn| !torn.is_empty()));
    fs::remove_dir_all(folder).expect("the folder is there");
}

#[test]
fn two_files_merge_to_the_same_in_either_order_and_tell_what_clashed() {
    let (program, folder) = (example(), folder("merged"));
    let [one, two, both, other_way] =
        ["one", "two", "both", "other-way"].map(|name| folder.join(format!("{name}.jsonl")));
    let shared = format!("{}\n{}\n", event("p", 0), event("n", 1));
    for (file, last) in [(&one, "reject"), (&two, "cancel")] {
        let step = format!(r#""kind":"{last}","reason":"x""#);
        let clash = event(last, 2).replace(&format!(r#""kind":"note","text":"catatan {last}""#), &step);
        let output = run(&program, file, &["append"], &format!("{shared}{clash}\n"));
        assert!(output.status.success(), "{}{}", text(&output.stdout), text(&output.stderr));
    }
    fs::copy(&one, &both).expect("a copy");
    fs::copy(&two, &other_way).expect("a copy");
    let name = |file: &Path| file.to_string_lossy().into_owned();
    let told =
        [run(&program, &both, &["merge", &name(&two)], ""), run(&program, &other_way, &["merge", &name(&one)], "")];
    for output in &told {
        assert_eq!(text(&output.stdout), "1 new\n");
        let told = text(&output.stderr);
        assert!(
            told.contains("events cancel and reject of `r1` were written at the same time, each after 2 events"),
            "{told}"
        );
        assert!(
            told.contains("event `reject` (reject) of `r1` is not applied because of `cancel` (step.illegal)"),
            "{told}"
        );
    }
    let read = |file: &Path| {
        let bytes = fs::read(file).expect("the file");
        Register::read(&bytes, RegisterPolicy::default()).into_parts().0.map(|register| register.to_text())
    };
    assert_eq!(read(&both), read(&other_way));
    assert!(read(&both).is_some_and(|text| text.lines().count() == 4));
    let shown = run(&program, &both, &["show"], "");
    assert_eq!(text(&shown.stdout), "r1  cancelled  Latih kader\n");
    assert_eq!(text(&run(&program, &both, &["merge", &name(&two)], "").stdout), "0 new\n", "once is enough");
    fs::remove_dir_all(folder).expect("the folder is there");
}

#[test]
fn what_is_refused_is_told_and_not_written() {
    let (program, folder) = (example(), folder("refused"));
    let file = folder.join("register.jsonl");
    let input = format!("{}\n{}\n{}\n", event("p", 0), event("n", 5), event("p", 0));
    let output = run(&program, &file, &["append"], &input);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(text(&output.stdout), "kept r1 proposed\nrefused\nkept r1 proposed\n");
    assert!(text(&output.stderr).contains("/seq  register.seq_mismatch"), "{}", text(&output.stderr));
    let mut lines = String::new();
    fs::File::open(&file).expect("the file").read_to_string(&mut lines).expect("text");
    assert_eq!(lines.lines().count(), 1);
    // Only the line break is missing: nothing is lost, and the next event begins a line of its own.
    fs::write(&file, lines.trim_end()).expect("the file can be written");
    let output = run(&program, &file, &["append"], &format!("{}\n", event("n", 1)));
    assert!(output.status.success() && output.stderr.is_empty(), "{}", text(&output.stderr));
    assert_eq!(fs::read_to_string(&file).expect("the file").lines().count(), 2);
    assert_eq!(run(&program, &file, &["what"], "").status.code(), Some(64));
    fs::remove_dir_all(folder).expect("the folder is there");
}
