//! The storage form: JSON Lines, one event a line, each line with a checksum of its own bytes at its end.
//!
//! ```text
//! {"schema":"lokmin.event/1","id":"e1",...,"kind":"start","crc32c":"1f2e3d4c"}
//! ```
//!
//! A line is the event as compact JSON, its members in the order of the schema, then one more member `crc32c`: eight small
//! hexadecimal digits, the CRC-32C (Castagnoli; iSCSI, RFC 3720) of every byte of the line before `,"crc32c":`. The line
//! stays a JSON object, and any tool for JSON Lines reads it. CRC-32C finds every change of up to four neighbouring bytes,
//! and other accidents but for one in four thousand million. It detects accidents, not forgery: whoever can change a line
//! can also work out its checksum anew.
//!
//! Where a line break is lost, two lines stand on one; both are found again by where a line begins and ends. Neither
//! `{"schema":"` nor `,"crc32c":"` can occur inside a text of JSON, because its quotation marks are escaped there.

use std::cmp::Ordering;
use std::fmt::Write as _;

use crc::{CRC_32_ISCSI, Crc, Table};

use super::event::Event;
use super::register::{Added, Register};
use crate::json::{Member as _, Node, Reader};
use crate::problem::{Location, Param, Problem, ProblemCode, Problems};

/// The module for browsers is kept small, with a table of 1 KiB in the place of 16.
#[cfg(target_family = "wasm")]
type CrcTable = Table<1>;
#[cfg(not(target_family = "wasm"))]
type CrcTable = Table<16>;

const CRC: Crc<u32, CrcTable> = Crc::<u32, CrcTable>::new(&CRC_32_ISCSI);
static CRC32C: Crc<u32, CrcTable> = CRC;

const START: &[u8] = b"{\"schema\":\"";
const MARK: &[u8] = b",\"crc32c\":\"";
/// The length of what follows the bytes that the checksum is of: the mark, eight digits, `"}`.
const TAIL: usize = MARK.len() + 8 + 2;

/// Returns the order in which events replay: by `seq`, day and id. Events that share these too are told apart by their line.
pub(super) fn order(one: &Event, other: &Event) -> Ordering {
    let by_key = (one.seq, one.on, &one.id).cmp(&(other.seq, other.on, &other.id));
    by_key.then_with(|| if one == other { Ordering::Equal } else { line(one).cmp(&line(other)) })
}

/// Returns an event as the line of a file, without its line break.
pub(super) fn line(event: &Event) -> String {
    // Writing an event into memory cannot fail: its members are texts, numbers and lists.
    let mut text = serde_json::to_string(event).unwrap_or_default();
    text.pop();
    let checksum = CRC32C.checksum(text.as_bytes());
    // Writing into a text cannot fail.
    let _ = write!(text, ",\"crc32c\":\"{checksum:08x}\"}}");
    text
}

/// Returns the bytes of a line that its checksum is of, where the checksum is right.
fn body(line: &[u8]) -> Option<&[u8]> {
    let (body, tail) = line.split_at_checked(line.len().checked_sub(TAIL)?)?;
    let digits = tail.strip_prefix(MARK)?.strip_suffix(b"\"}")?;
    let checksum = digits.iter().try_fold(0_u32, |sum, digit| {
        let value = match digit {
            b'0'..=b'9' => digit - b'0',
            b'a'..=b'f' => digit - b'a' + 10,
            _ => return None,
        };
        Some(sum << 4 | u32::from(value))
    })?;
    (CRC32C.checksum(body) == checksum).then_some(body)
}

/// Reads the lines of a file into a register, and reports each that cannot be read.
pub(super) fn read_into(bytes: &[u8], register: &mut Register, reader: &mut Reader) {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let mut rest = bytes;
    let mut number = 0;
    let mut buffer = String::new();
    // Few lines are shorter than this.
    register.reserve(bytes.len() / 250);
    while !rest.is_empty() {
        let end = rest.iter().position(|byte| *byte == b'\n');
        let (line, after) = rest.split_at_checked(end.unwrap_or(rest.len())).unwrap_or((rest, &[]));
        rest = after.get(1..).unwrap_or_default();
        let mut file = Line { number, register: &mut *register, reader: &mut *reader, buffer: &mut buffer };
        file.read(line.trim_ascii(), end.is_none());
        number += 1;
    }
}

/// One line while it is read.
struct Line<'a> {
    number: usize,
    register: &'a mut Register,
    reader: &'a mut Reader,
    buffer: &'a mut String,
}

impl Line<'_> {
    fn read(&mut self, line: &[u8], is_unfinished: bool) {
        if line.is_empty() {
            return;
        }
        if body(line).is_some() {
            self.take(line);
            return;
        }
        // Lines that have lost the break between them, and what is left of one that was torn before them.
        let mut rest = line;
        while let Some(end) = find(rest, MARK).and_then(|at| at.checked_add(TAIL)).filter(|end| *end <= rest.len()) {
            let Some((piece, after)) = rest.split_at_checked(end) else { break };
            let start = rfind(piece, START).unwrap_or(0);
            if let Some(found) = piece.get(start..).filter(|piece| body(piece).is_some()) {
                self.take(found);
            }
            rest = after;
        }
        // Where every piece is whole, the break between them was altered.
        let is_torn = is_unfinished && !rest.is_empty();
        let code = if is_torn { ProblemCode::RegisterTornLine } else { ProblemCode::RegisterAlteredLine };
        self.report(code, |problem| problem);
    }

    /// Takes a line whose checksum is right.
    fn take(&mut self, line: &[u8]) {
        let Ok(text) = std::str::from_utf8(line) else {
            self.report(ProblemCode::RegisterAlteredLine, |problem| problem);
            return;
        };
        match read_event(text, self.buffer) {
            Ok(event) => {
                let id = event.id.clone();
                if self.register.add(event) == Added::Duplicate {
                    self.report(ProblemCode::RegisterDuplicate, |problem| problem.with("id", id.as_str()));
                }
            }
            Err(problems) => {
                self.register.unread.insert(text.into());
                let is_newer = problems.iter().any(|problem| {
                    let path = problem.path().to_string();
                    match problem.code() {
                        ProblemCode::SchemaUnknown => path == "/schema",
                        ProblemCode::UnknownTerm => path == "/kind",
                        _ => false,
                    }
                });
                if is_newer {
                    self.report(ProblemCode::RegisterUnknownEvent, |problem| problem);
                } else {
                    let first = problems.into_iter().next();
                    let (code, path) =
                        first.map(|problem| (problem.code().as_str(), problem.path().to_string())).unwrap_or_default();
                    self.report(ProblemCode::RegisterInvalidLine, |problem| {
                        problem.with("code", code).with("path", path)
                    });
                }
            }
        }
    }

    fn report(&mut self, code: ProblemCode, with: impl FnOnce(Problem) -> Problem) {
        let number = i64::try_from(self.number).unwrap_or(i64::MAX).saturating_add(1);
        let problem = with(Problem::new(code).with("line", Param::Number(number)));
        let lines = Location::ROOT.key("lines");
        self.reader.report(&lines.index(self.number), problem);
    }
}

/// Reads the event of a line whose checksum is right.
fn read_event(text: &str, buffer: &mut String) -> Result<Event, Problems> {
    match Event::from_canonical(text, TAIL, buffer) {
        Some(event) => Ok(event),
        None => read_any_event(text),
    }
}

/// Reads the event of a line however it is written, with every problem.
pub(super) fn read_any_event(text: &str) -> Result<Event, Problems> {
    let mut node = Node::parse(text)?;
    if let Node::Object(members) = &mut node {
        // The checksum is the line's, not the event's.
        members.pop();
    }
    let mut reader = Reader::default();
    let event = Event::read(&node, &Location::ROOT, &mut reader);
    let problems = reader.finish();
    match event {
        Some(event) if !problems.has_errors() => Ok(event),
        _ => Err(problems),
    }
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

fn rfind(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).rposition(|window| window == wanted)
}

impl Register {
    /// Returns the lines of a file, each without its line break: by recommendation, in the order of replay, and last those
    /// that this version cannot read. Equal registers have equal lines.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::recommendation::Register;
    /// assert_eq!(Register::default().lines().count(), 0);
    /// ```
    pub fn lines(&self) -> impl Iterator<Item = String> {
        let events = self.sorted().into_iter().flat_map(|entry| self.events_of(&entry.id).map(line));
        events.chain(self.unread.iter().map(ToString::to_string))
    }

    /// Returns the file: its lines, each with a line break.
    #[must_use]
    pub fn to_text(&self) -> String {
        self.lines().flat_map(|line| [line, "\n".to_owned()]).collect()
    }
}
