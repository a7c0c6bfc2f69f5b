//! A register in a file: how to append so that a power cut costs at most the event being written.
//!
//! ```text
//! cargo run --release -p lokmin-core --example register_file -- FILE append < EVENTS
//! cargo run --release -p lokmin-core --example register_file -- FILE merge OTHER
//! cargo run --release -p lokmin-core --example register_file -- FILE show [--as-of YYYY-MM-DD] [--lang id|en]
//! ```
//!
//! `append` reads one event a line (JSON, without a checksum), and prints `kept ID` once the event is on the disk, or why
//! it is refused. `merge` adds what the other file has and this one has not. Problems go to the error output; the run ends
//! with status 2 where an event was refused.
//!
//! The order is what makes it safe: the event is applied in memory, its line and line break are written in one call, the
//! file is flushed and synced, and only then is it said to be kept. Who is told that can pull the plug. A file whose last
//! line was cut off is mended before anything is appended: what was cut off was never said to be kept, and is put aside
//! into `FILE.torn`. Only one program may append at a time; two laptops have a file each, and merge.
//!
//! `--slowly` writes and syncs one byte at a time, so that a test can kill the program in the middle of a line.

use std::collections::BTreeSet;
use std::fs::{File, OpenOptions};
use std::io::{self, BufRead as _, Read as _, Seek as _, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use lokmin_core::calendar::parse_iso_date;
use lokmin_core::recommendation::{Register, RegisterPolicy};
use lokmin_core::{Lang, Problems};

/// A register and the file that it is kept in.
struct Kept {
    file: File,
    register: Register,
    is_slow: bool,
}

impl Kept {
    /// Opens a file, reads it, and mends its end.
    fn open(path: &Path, is_slow: bool, lang: Lang) -> io::Result<Self> {
        let mut file = OpenOptions::new().read(true).append(true).create(true).open(path)?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        let (register, problems) = Register::read(&bytes, RegisterPolicy::default()).into_parts();
        tell(&path.display().to_string(), &problems, lang);
        let mut kept = Self { file, register: register.unwrap_or_default(), is_slow };
        kept.mend(path, &bytes)?;
        Ok(kept)
    }

    /// Makes the file end in a whole line.
    fn mend(&mut self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let end = bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |place| place + 1);
        let Some(rest) = bytes.get(end..).filter(|rest| !rest.is_empty()) else { return Ok(()) };
        if Register::read(rest, RegisterPolicy::default()).value().is_some_and(|register| !register.is_empty()) {
            // Only the line break is missing.
            return self.write(b"\n");
        }
        let mut aside = OpenOptions::new().append(true).create(true).open(torn(path))?;
        aside.write_all(rest)?;
        aside.write_all(b"\n")?;
        aside.sync_all()?;
        self.file.set_len(u64::try_from(end).unwrap_or(u64::MAX))?;
        self.file.seek(SeekFrom::End(0))?;
        self.file.sync_all()
    }

    /// Appends a line; when this returns, it is on the disk.
    fn append(&mut self, line: &str) -> io::Result<()> {
        self.write(format!("{line}\n").as_bytes())
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let size = if self.is_slow { 1 } else { bytes.len().max(1) };
        for part in bytes.chunks(size) {
            self.file.write_all(part)?;
            self.file.flush()?;
            self.file.sync_data()?;
        }
        Ok(())
    }
}

fn torn(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".torn");
    name.into()
}

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(2),
        Err(error) => {
            let _ = writeln!(io::stderr(), "{error}");
            ExitCode::from(64)
        }
    }
}

fn run() -> io::Result<bool> {
    let misuse = |text: &str| io::Error::new(io::ErrorKind::InvalidInput, text.to_owned());
    let mut words = Vec::new();
    let (mut lang, mut as_of, mut is_slow) = (Lang::Id, None, false);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or_else(|| misuse("an option needs a value"));
        match argument.as_str() {
            "--lang" => lang = value()?.parse().map_err(|_| misuse("the language is id or en"))?,
            "--as-of" => as_of = Some(parse_iso_date(&value()?).map_err(|problem| misuse(&problem.message(Lang::En)))?),
            "--slowly" => is_slow = true,
            _ => words.push(argument),
        }
    }
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        [file, "append"] => append(&mut Kept::open(Path::new(file), is_slow, lang)?, lang),
        [file, "merge", other] => merge(&mut Kept::open(Path::new(file), is_slow, lang)?, other, lang),
        [file, "show"] => show(&Kept::open(Path::new(file), is_slow, lang)?.register, as_of, lang),
        _ => Err(misuse("register_file FILE append|merge OTHER|show [--as-of YYYY-MM-DD] [--lang id|en] [--slowly]")),
    }
}

fn append(kept: &mut Kept, lang: Lang) -> io::Result<bool> {
    let mut all_kept = true;
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let line = line?;
        let before = kept.register.len();
        let (applied, problems) = kept.register.apply_json(&line).into_parts();
        tell("", &problems, lang);
        if let Some(applied) = applied {
            if kept.register.len() > before {
                kept.append(&applied.line)?;
            }
            writeln!(out, "kept {} {}", applied.recommendation, applied.state)?;
        } else {
            all_kept = false;
            writeln!(out, "refused")?;
        }
        out.flush()?;
    }
    Ok(all_kept)
}

fn merge(kept: &mut Kept, other: &str, lang: Lang) -> io::Result<bool> {
    let known: BTreeSet<String> = kept.register.lines().collect();
    let (_, problems) = kept.register.merge_text(&std::fs::read(other)?).into_parts();
    tell(other, &problems, lang);
    let new: Vec<String> = kept.register.lines().filter(|line| !known.contains(line)).collect();
    for line in &new {
        kept.append(line)?;
    }
    writeln!(io::stdout(), "{} new", new.len())?;
    Ok(true)
}

fn show(register: &Register, as_of: Option<chrono::NaiveDate>, lang: Lang) -> io::Result<bool> {
    let mut out = io::stdout().lock();
    let last = register.ids().flat_map(|id| register.events_of(id)).map(|event| event.on).max();
    let Some(as_of) = as_of.or(last) else { return Ok(true) };
    for one in register.as_of(as_of).follow_up(None) {
        writeln!(out, "{}  {}  {}", one.recommendation, one.state.label(lang), one.action)?;
    }
    Ok(true)
}

fn tell(place: &str, problems: &Problems, lang: Lang) {
    for problem in problems {
        let _ = writeln!(io::stderr(), "{place}{}  {}  {}", problem.path(), problem.code(), problem.message(lang));
    }
}
