//! The words of a text, folded for comparison, and what stands between them.

/// What stands before a word, from weak to strong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Nothing: a letter meets a digit.
    #[default]
    Joined,
    /// A dot or a hyphen, without white space.
    Dot,
    /// White space, with or without a dot, or a sign that means nothing here.
    Space,
    /// A slash.
    Slash,
    /// A dash with space around it, or a long dash.
    Dash,
    /// A comma or a tabulator.
    Comma,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// A word or a sign that means "and".
    And,
    /// The end of a line, of a sentence or of a list item.
    Break,
}

impl Gap {
    /// Returns whether words on both sides belong to one phrase.
    pub(super) fn is_soft(self) -> bool {
        self <= Self::Space
    }

    /// Returns whether both sides can be parts of one entry of a list: `Babinsa, Koramil 04`.
    pub(super) fn is_within_entry(self) -> bool {
        matches!(self, Self::Dash | Self::Comma | Self::Open | Self::Close)
    }
}

/// One word: letters or digits, never both.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// Where the word begins in the text, in bytes.
    pub(super) start: usize,
    /// Where it ends, exclusive.
    pub(super) end: usize,
    /// Where it begins in the folded text.
    pub(super) folded_start: usize,
    /// Where it ends in the folded text, exclusive.
    pub(super) folded_end: usize,
    /// What stands before it.
    pub(super) gap: Gap,
    /// Whether it is a number.
    pub(super) is_number: bool,
    /// Whether its first letter is a small one.
    pub(super) is_lower: bool,
}

/// The words of a text.
#[derive(Debug)]
pub(super) struct Tokens<'a> {
    text: &'a str,
    folded: String,
    words: Vec<Token>,
    /// What stands after the last word.
    pub(super) end_gap: Gap,
}

/// How long, in letters, a word before a full stop must be for the stop to end a sentence.
const SENTENCE_WORD: usize = 5;

/// How many letters a word has at least on average, with what stands before it, in nearly all texts.
const LETTERS_A_WORD: usize = 5;

impl<'a> Tokens<'a> {
    /// Splits a text into words. Takes time in proportion to its length.
    pub(super) fn read(text: &'a str) -> Self {
        let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / LETTERS_A_WORD + 1);
        let mut folded = String::with_capacity(text.len());
        let mut gap = Signs::default();
        let mut open: Option<Token> = None;
        let mut chars = text.char_indices().peekable();
        while let Some((at, written)) = chars.next() {
            let c = plain(written);
            let after = at + written.len_utf8();
            if !c.is_ascii() && is_ignored(c) {
                continue;
            }
            if c.is_alphanumeric() {
                let is_number = c.is_numeric();
                if let Some(token) = open.take_if(|token| token.is_number != is_number) {
                    tokens.push(token);
                    gap = Signs::default();
                }
                let token = open.get_or_insert_with(|| Token {
                    start: at,
                    end: after,
                    folded_start: folded.len(),
                    folded_end: folded.len(),
                    gap: std::mem::take(&mut gap).gap(tokens.last()),
                    is_number,
                    is_lower: c.is_lowercase(),
                });
                if c.is_ascii() {
                    folded.push(c.to_ascii_lowercase());
                } else {
                    folded.extend(c.to_lowercase());
                }
                token.folded_end = folded.len();
                token.end = after;
                continue;
            }
            let in_word = is_apostrophe(c)
                && open.is_some()
                && chars.peek().is_some_and(|(_, next)| plain(*next).is_alphanumeric());
            if in_word {
                continue;
            }
            tokens.extend(open.take());
            gap.add(c);
        }
        tokens.extend(open);
        let end_gap = gap.gap(None).max(Gap::Break);
        Self { text, folded, words: tokens, end_gap }
    }

    /// Returns how many words there are.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// Returns a word by its number.
    pub(super) fn get(&self, index: usize) -> Option<&Token> {
        self.words.get(index)
    }

    /// Returns all words, folded and without anything between them.
    pub(super) fn folded(&self) -> &str {
        &self.folded
    }

    /// Returns the folded form of one word.
    pub(super) fn word(&self, index: usize) -> &str {
        self.get(index).and_then(|token| self.folded.get(token.folded_start..token.folded_end)).unwrap_or("")
    }

    /// Returns what stands before a word; after the last one, the end of the text.
    pub(super) fn gap(&self, index: usize) -> Gap {
        self.get(index).map_or(self.end_gap, |token| token.gap)
    }

    /// Returns whether a colon follows a word.
    pub(super) fn has_colon_after(&self, index: usize) -> bool {
        let rest = self.get(index).and_then(|token| self.text.get(token.end..)).unwrap_or("");
        rest.trim_start().starts_with([':', '：'])
    }

    /// Returns the text from the first to the last of two words, as it was written.
    pub(super) fn written(&self, first: usize, last: usize) -> &'a str {
        let (Some(first), Some(last)) = (self.get(first), self.get(last)) else { return "" };
        self.text.get(first.start..last.end).unwrap_or("")
    }
}

/// The signs between two words.
#[derive(Debug, Default)]
struct Signs {
    strongest: Gap,
    has_space: bool,
    has_hyphen: bool,
    has_stop: bool,
}

impl Signs {
    fn add(&mut self, c: char) {
        let gap = match c {
            '\n' | '\r' | ';' | ':' | '|' | '•' | '?' | '!' | '\u{2028}' | '\u{2029}' | '\u{85}' => Gap::Break,
            '&' | '+' => Gap::And,
            '(' | '[' | '{' => Gap::Open,
            ')' | ']' | '}' => Gap::Close,
            ',' | '\t' | '،' | '、' => Gap::Comma,
            '–' | '—' | '―' => Gap::Dash,
            '/' | '\\' => Gap::Slash,
            '-' | '‐' | '‑' => {
                self.has_hyphen = true;
                Gap::Dot
            }
            '.' => {
                self.has_stop = true;
                Gap::Dot
            }
            '_' | '\'' | '’' | '‘' | '`' | 'ʼ' | '·' => Gap::Dot,
            _ => {
                self.has_space = true;
                Gap::Space
            }
        };
        self.strongest = self.strongest.max(gap);
    }

    /// Decides what the signs mean after a word.
    fn gap(self, before: Option<&Token>) -> Gap {
        if self.has_space && self.has_hyphen {
            return self.strongest.max(Gap::Dash);
        }
        let is_long =
            before.is_some_and(|word| !word.is_number && word.folded_end - word.folded_start >= SENTENCE_WORD);
        if self.has_space && self.has_stop && is_long {
            return self.strongest.max(Gap::Break);
        }
        self.strongest
    }
}

/// Returns the plain form of a full-width letter, digit or sign; every other character as it is.
fn plain(c: char) -> char {
    match u32::from(c) {
        code @ 0xFF01..=0xFF5E => char::from_u32(code - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// Returns whether a character leaves no trace in a word: accents, joiners, soft hyphens.
fn is_ignored(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{300}'..='\u{36F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`' | 'ʼ' | '´')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gaps(text: &str) -> Vec<(String, Gap)> {
        let tokens = Tokens::read(text);
        (0..tokens.len()).map(|index| (tokens.word(index).to_owned(), tokens.gap(index))).collect()
    }

    #[test]
    fn words_are_folded_and_split_where_letters_meet_digits() {
        let words = |text: &str| gaps(text).into_iter().map(|(word, _)| word).collect::<Vec<_>>();
        assert_eq!(words("SDN1 Ka.UPT"), ["sdn", "1", "ka", "upt"]);
        assert_eq!(words("Ta'mir Jum\u{2019}at"), ["tamir", "jumat"]);
        assert_eq!(words("ＣＡＭＡＴ１"), ["camat", "1"]);
        assert_eq!(words("Ca\u{AD}mat\u{301}"), ["camat"]);
        assert!(words(" ,.()- ").is_empty());
    }

    #[test]
    fn the_strongest_sign_decides_what_stands_between_words() {
        let between = |text: &str| gaps(text).get(1).map(|(_, gap)| *gap);
        assert_eq!(between("TP-PKK"), Some(Gap::Dot));
        assert_eq!(between("TP. PKK"), Some(Gap::Space));
        assert_eq!(between("hadir. Camat"), Some(Gap::Break));
        assert_eq!(between("Camat - Danramil"), Some(Gap::Dash));
        assert_eq!(between("Camat/Danramil"), Some(Gap::Slash));
        assert_eq!(between("Camat , (Danramil"), Some(Gap::Open));
        assert_eq!(between("SDN1"), Some(Gap::Joined));
        assert_eq!(between("Camat\nDanramil"), Some(Gap::Break));
    }
}
