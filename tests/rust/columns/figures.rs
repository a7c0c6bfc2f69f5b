//! Random figures of one area and one indicator, month after month.

use lokmin_core::assess::columns::MISSING;

use super::random::Random;

/// The largest figure that anybody can report.
pub(crate) const LARGEST: i64 = 1_000_000_000_000;

/// How the figures of one area and one indicator look.
#[derive(Clone, Debug)]
pub(crate) struct Figures {
    style: usize,
    numerator: i64,
    denominator: i64,
}

impl Figures {
    pub(crate) fn new(is_clean: bool, random: &mut Random) -> Self {
        let style = if is_clean { random.below(4) } else { random.below(13) };
        let denominator = random.pick(&[57, 60, 100, 120, 5, 240, 1]) * random.within(1, 3);
        Self { style, numerator: 0, denominator }
    }

    /// Returns the figures of the next month.
    pub(crate) fn next(&mut self, random: &mut Random) -> (i64, i64) {
        let people = self.denominator;
        let (numerator, denominator) = match self.style {
            0 => (random.within(0, people / 8 + 1), people),
            1 => (random.within(0, 9), random.within(1, 20)),
            2 => {
                self.numerator += random.within(0, 6);
                (self.numerator, people)
            }
            3 => {
                self.numerator += random.within(1, 9);
                self.denominator += random.within(0, 9);
                (self.numerator, self.denominator)
            }
            // Many equal values.
            4 => (random.within(0, 4), random.pick(&[1, 2, 4, 8])),
            // Everything at once.
            5 => {
                let figure = |random: &mut Random| match random.below(12) {
                    0 | 1 => MISSING,
                    2 => -99,
                    3 => 0,
                    _ => random.within(0, 60),
                };
                (figure(random), figure(random))
            }
            // Large, and fractions that lie so near each other that doubles do not tell them apart.
            6 => {
                let denominator = LARGEST - random.within(0, 5);
                (denominator - random.within(0, 2), denominator)
            }
            // About the bounds of the short way.
            7 => {
                let numerator = (1 << 28) + random.within(-2, 1);
                (numerator, random.pick(&[numerator, (1 << 28) - 1, 1 << 20, (1 << 20) + 1, 1, 3]))
            }
            8 => {
                let outsized = [LARGEST + 1, -LARGEST - 1, i64::MAX, i64::MIN + 1, LARGEST, -LARGEST];
                let mut figures = (random.within(0, 9), people);
                if random.chance(20) {
                    figures.0 = random.pick(&outsized);
                }
                if random.chance(20) {
                    figures.1 = random.pick(&outsized);
                }
                figures
            }
            9 => (MISSING, people),
            10 => (random.within(0, 9), MISSING),
            11 => (random.within(0, 2), if random.chance(60) { 0 } else { random.within(0, 3) }),
            _ => {
                // Snapshots that fall now and then, and denominators that change.
                self.numerator += random.within(-2, 9);
                self.denominator += if random.chance(20) { random.within(-3, 3) } else { 0 };
                (if random.chance(10) { MISSING } else { self.numerator }, self.denominator)
            }
        };
        (numerator, denominator)
    }
}
