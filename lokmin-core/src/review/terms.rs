//! The words of a review.

use crate::json::terms;

terms! {
    /// What became of an obstacle.
    pub enum ObstacleOutcome {
        /// A later forum says that it is still there.
        Continues = "continues", "masih ada", "still there";
        /// Everything that was recommended about it is done.
        Removed = "removed", "rekomendasinya selesai", "its recommendations are done";
        /// Something is still to be done about it.
        InHand = "in_hand", "sedang ditangani", "in hand";
        /// Everything that was recommended about it was rejected or cancelled.
        GivenUp = "given_up", "tidak dilanjutkan", "given up";
        /// Nothing was recommended about it.
        Unanswered = "unanswered", "belum ada rekomendasi", "no recommendation yet";
    }
}

terms! {
    /// How a figure that was shown stands beside the one of today.
    pub enum FigureComparison {
        /// They are the same, the value within one unit of its last place shown.
        Agrees = "agrees", "sama", "the same";
        /// They differ.
        Differs = "differs", "berbeda", "different";
        /// There is no number of today for it, or none was shown, or more than 100 pairs of indicator and time were.
        Unknown = "unknown", "tidak dapat dibandingkan", "cannot be compared";
        /// Its time is not known, or is none that can be assessed.
        NoSpan = "no_span", "periodenya tidak jelas", "its time is not clear";
    }
}
