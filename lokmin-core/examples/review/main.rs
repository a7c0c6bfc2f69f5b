//! Reviews forums, and writes the pages for the people in the room: the review, *rapor desa*, *matriks RTL*.
//!
//! ```text
//! cargo run --release -p lokmin-core --example review [-- [--lang id|en] [--as-of YYYY-MM-DD] [--out DIR] [FILE...]]
//! ```
//!
//! Each page is written as HTML and Markdown into the folder (`target/review` unless said otherwise), as short text into
//! `text/`, each table as CSV into `csv/`.
//!
//! Without files it reads the three forums shipped with the project, and a register of their recommendations. A file is a
//! forum, a working area or a policy, as its `schema` member says, or the lines of a register (`.jsonl`). Every problem is printed as path, code and message; the run ends with status 2 when a file
//! cannot be read, and the other files are reviewed all the same. `--as-of` is the day on which everything is
//! seen; without it, that of the last event of the register, or of the forum.

mod figures;
mod pages;
mod sources;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use chrono::NaiveDate;
use lokmin_core::calendar::parse_iso_date;
use lokmin_core::{Lang, Problems, Severity};

use sources::{Library, shipped};

/// What the command line asks for.
struct Options {
    lang: Lang,
    as_of: Option<NaiveDate>,
    out: PathBuf,
    files: Vec<String>,
}

fn main() -> ExitCode {
    let options = match options(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(fault) => {
            let _ =
                writeln!(io::stderr(), "{fault}\n\nreview [--lang id|en] [--as-of YYYY-MM-DD] [--out DIR] [FILE...]");
            return ExitCode::from(64);
        }
    };
    match run(&options, &mut io::stdout().lock()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(2),
        // Whoever reads the output has heard enough, such as `head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}

fn options(arguments: impl Iterator<Item = String>) -> Result<Options, String> {
    let mut options = Options { lang: Lang::Id, as_of: None, out: "target/review".into(), files: Vec::new() };
    let mut arguments = arguments;
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or_else(|| format!("{argument} needs a value"));
        match argument.as_str() {
            "--lang" => options.lang = value()?.parse().map_err(|error| format!("{error}"))?,
            "--as-of" => {
                options.as_of = Some(parse_iso_date(&value()?).map_err(|problem| problem.message(Lang::En))?);
            }
            "--out" => options.out = value()?.into(),
            option if option.starts_with("--") => return Err(format!("unknown option {option}")),
            _ => options.files.push(argument),
        }
    }
    Ok(options)
}

/// Reviews everything; returns whether every file could be read.
fn run(options: &Options, out: &mut impl Write) -> io::Result<bool> {
    let lang = options.lang;
    let is_shipped = options.files.is_empty();
    let mut library = Library::new(is_shipped);
    let mut all_read = true;
    let files = if is_shipped { shipped() } else { sources::from_disk(&options.files) };
    for (name, text) in files {
        match text {
            Ok(text) => {
                let problems = library.add(&name, &text);
                if !problems.is_empty() {
                    all_read &= !problems.has_errors();
                    print_problems(&name, &problems, lang, out)?;
                }
            }
            Err(error) => {
                all_read = false;
                writeln!(out, "{name}\n  {error}\n")?;
            }
        }
    }
    for (name, forum) in library.forums() {
        pages::write(name, forum, &library, options.as_of, lang, &options.out, out)?;
    }
    Ok(all_read)
}

fn print_problems(name: &str, problems: &Problems, lang: Lang, out: &mut impl Write) -> io::Result<()> {
    if problems.is_empty() {
        return writeln!(out);
    }
    let errors = problems.count(Severity::Error);
    let warnings = problems.count(Severity::Warning);
    match lang {
        Lang::Id => writeln!(out, "{name}: {errors} kesalahan, {warnings} peringatan")?,
        Lang::En => writeln!(out, "{name}: {errors} errors, {warnings} warnings")?,
    }
    for problem in problems {
        let path = problem.path().to_string();
        let path = if path.is_empty() { "(dokumen)".to_owned() } else { path };
        write!(out, "  {path}  {}  {}", problem.code(), problem.message(lang))?;
        match (problem.suggestion(), lang) {
            (Some(suggestion), Lang::Id) => writeln!(out, " (mungkin `{suggestion}`)")?,
            (Some(suggestion), Lang::En) => writeln!(out, " (perhaps `{suggestion}`)")?,
            (None, _) => writeln!(out)?,
        }
    }
    writeln!(out)
}
