//! What was probably meant: the nearest of a few known words.

/// Longer words are not compared: nobody mistypes a known word into so many characters.
const LONGEST: usize = 40;

/// Returns the known word nearest to `word`, when no more than a third of it differs.
///
/// Case is ignored. Of two equally near words the first known one is returned.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word: Vec<char> = word.chars().take(LONGEST + 1).flat_map(char::to_lowercase).collect();
    if word.is_empty() || word.len() > LONGEST {
        return None;
    }
    let mut best: Option<(usize, &str)> = None;
    for candidate in known {
        let letters: Vec<char> = candidate.chars().flat_map(char::to_lowercase).collect();
        let allowed = word.len().max(letters.len()) / 3;
        if word.len().abs_diff(letters.len()) > allowed {
            continue;
        }
        let distance = edit_distance(&word, &letters);
        if distance <= allowed && best.is_none_or(|(nearest, _)| distance < nearest) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Counts the letters to insert, delete, replace or swap with a neighbour (optimal string alignment).
pub(crate) fn edit_distance(a: &[char], b: &[char]) -> usize {
    let mut two_back: Vec<usize> = Vec::new();
    let mut back: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = Vec::with_capacity(b.len() + 1);
        row.push(i + 1);
        for (j, y) in b.iter().enumerate() {
            let at = |line: &[usize], index: usize| line.get(index).copied().unwrap_or(usize::MAX - 1);
            let mut cost = (at(&back, j) + usize::from(x != y)).min(at(&back, j + 1) + 1).min(at(&row, j) + 1);
            let swapped = i > 0 && j > 0 && Some(x) == b.get(j - 1) && a.get(i - 1) == Some(y);
            if swapped {
                cost = cost.min(at(&two_back, j - 1) + 1);
            }
            row.push(cost);
        }
        two_back = std::mem::replace(&mut back, row);
    }
    back.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_those_worked_by_hand() {
        let distance = |a: &str, b: &str| edit_distance(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>());
        assert_eq!(distance("", ""), 0);
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("tribulan", "trilbulan"), 1);
        assert_eq!(distance("held_no", "held_on"), 1);
        assert_eq!(distance("abc", ""), 3);
    }

    #[test]
    fn a_far_word_suggests_nothing() {
        assert_eq!(nearest("hled_on", ["held_on", "label"]), Some("held_on"));
        assert_eq!(nearest("puskesmas", ["held_on", "label"]), None);
        assert_eq!(nearest(&"x".repeat(10_000), ["held_on"]), None);
        assert_eq!(nearest("", ["a"]), None);
    }
}
