//! Texts of all batches as numbers, in the order of the texts.

use std::borrow::Cow;
use std::collections::HashMap;

use super::error::ColumnsError;
use super::input::Keys;
use super::threads;

/// The number of a key that no row may have.
pub(super) const NO_KEY: u32 = u32::MAX;

/// How many keys are looked at in one piece.
const PIECE: usize = 1 << 18;

/// The texts of one dictionary.
#[derive(Clone, Debug)]
struct Dictionary<'a> {
    names: Cow<'a, [&'a str]>,
    is_used: Vec<bool>,
    /// For each text its number.
    numbers: Vec<u32>,
}

/// One column of all batches.
#[derive(Clone, Debug)]
pub(super) struct KeyTable<'a> {
    dictionaries: Vec<Dictionary<'a>>,
    /// For each batch the place of its dictionary, and its keys.
    columns: Vec<(usize, Cow<'a, [i32]>)>,
}

/// The keys of one batch.
#[derive(Clone, Copy, Debug)]
pub(super) struct KeyColumn<'t> {
    pub(super) keys: &'t [i32],
    numbers: &'t [u32],
}

impl KeyColumn<'_> {
    /// Returns the number of a key; [`NO_KEY`] for one that is missing or refused.
    pub(super) fn number(self, key: i32) -> u32 {
        self.numbers.get(key.cast_unsigned() as usize).copied().unwrap_or(NO_KEY)
    }
}

impl<'a> KeyTable<'a> {
    /// Reads one column of all batches, and finds out which texts are used.
    pub(super) fn read(
        columns: impl Iterator<Item = Keys<'a>>,
        column: &'static str,
        threads: usize,
    ) -> Result<Self, ColumnsError> {
        let mut table = Self { dictionaries: Vec::new(), columns: Vec::new() };
        for (batch, keys) in columns.enumerate() {
            let (names, keys) = match keys {
                Keys::Dictionary { names, keys } => (Cow::Borrowed(names), Cow::Borrowed(keys)),
                Keys::Texts(texts) => {
                    let (names, keys) = coded(texts);
                    (Cow::Owned(names), Cow::Owned(keys))
                }
            };
            let (size, place) = (names.len(), table.place(names));
            let is_used = used(&keys, size, threads).map_err(|key| ColumnsError::Key { batch, column, key, size })?;
            if let Some(dictionary) = table.dictionaries.get_mut(place) {
                for (known, own) in dictionary.is_used.iter_mut().zip(is_used) {
                    *known |= own;
                }
            }
            table.columns.push((place, keys));
        }
        Ok(table)
    }

    /// The place of a dictionary: the one before, where it is the very same.
    fn place(&mut self, names: Cow<'a, [&'a str]>) -> usize {
        let last = self.dictionaries.len();
        if let Some(known) = self.dictionaries.last()
            && std::ptr::eq(&raw const *known.names, &raw const *names)
        {
            return last - 1;
        }
        let is_used = vec![false; names.len()];
        self.dictionaries.push(Dictionary { names, is_used, numbers: Vec::new() });
        last
    }

    /// Numbers the texts that are used by what they mean, in the order of their meanings, which are returned. A text
    /// without a meaning has no number.
    pub(super) fn number<M: Ord + Clone>(&mut self, mut meaning: impl FnMut(&'a str) -> Option<M>) -> Vec<M> {
        let mut known: HashMap<&'a str, Option<M>> = HashMap::new();
        for dictionary in &self.dictionaries {
            for (name, is_used) in dictionary.names.iter().zip(&dictionary.is_used) {
                if *is_used {
                    known.entry(name).or_insert_with(|| meaning(name));
                }
            }
        }
        let mut meanings: Vec<M> = known.values().flatten().cloned().collect();
        meanings.sort_unstable();
        meanings.dedup();
        let mut numbers: HashMap<&'a str, u32> = HashMap::with_capacity(known.len());
        numbers.extend(known.into_iter().map(|(name, meaning)| {
            let place = meaning.and_then(|meaning| meanings.binary_search(&meaning).ok());
            (name, place.and_then(|place| u32::try_from(place).ok()).unwrap_or(NO_KEY))
        }));
        for dictionary in &mut self.dictionaries {
            let of = |name: &&str| numbers.get(name).copied().unwrap_or(NO_KEY);
            dictionary.numbers = dictionary.names.iter().map(of).collect();
        }
        meanings
    }

    /// Returns the column of a batch.
    pub(super) fn column(&self, batch: usize) -> KeyColumn<'_> {
        let column = self.columns.get(batch);
        let numbers = column.and_then(|(place, _)| self.dictionaries.get(*place));
        KeyColumn {
            keys: column.map_or(&[], |(_, keys)| keys),
            numbers: numbers.map_or(&[], |dictionary| &dictionary.numbers),
        }
    }
}

/// Makes a dictionary of texts.
fn coded<'a>(texts: &[Option<&'a str>]) -> (Vec<&'a str>, Vec<i32>) {
    let mut places: HashMap<&str, i32> = HashMap::new();
    let mut names = Vec::new();
    let mut last: Option<(&str, i32)> = None;
    let mut key_of = |text: &'a str| {
        // Rows of one area often follow each other.
        if let Some((known, key)) = last
            && known == text
        {
            return key;
        }
        let next = i32::try_from(names.len()).unwrap_or(i32::MAX);
        let key = *places.entry(text).or_insert_with(|| {
            names.push(text);
            next
        });
        last = Some((text, key));
        key
    };
    let keys = texts.iter().map(|text| text.map_or(-1, &mut key_of)).collect();
    (names, keys)
}

/// Which texts of a dictionary keys point to; the first key that points nowhere, where there is one.
fn used(keys: &[i32], size: usize, threads: usize) -> Result<Vec<bool>, i32> {
    let look = |keys: &[i32]| {
        let mut is_used = vec![false; size];
        for key in keys {
            match is_used.get_mut(key.cast_unsigned() as usize) {
                Some(is_used) => *is_used = true,
                None if *key < 0 => {}
                None => return Err(*key),
            }
        }
        Ok(is_used)
    };
    let piece = PIECE.max(keys.len().div_ceil(threads.max(1)));
    let mut all = vec![false; size];
    for piece in threads::map(keys.chunks(piece).collect(), threads, look) {
        for (all, own) in all.iter_mut().zip(piece?) {
            *all |= own;
        }
    }
    Ok(all)
}
