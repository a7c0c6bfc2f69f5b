//! In what capacity somebody attends: as the official, acting in the post, or standing in for another.

use crate::json::terms;

terms! {
    /// The capacity in which somebody attends.
    ///
    /// The acting ones *are* the official of the post; only `representing` is a stand-in. `Pjs.` (penjabat sementara) and
    /// the police's `Ps.` are read as `pj`, the older `Ymt.` as `plt` (usage, fairly certain).
    pub enum Capacity {
        /// Holds the post, or nothing else is said.
        Official = "official", "pejabat", "official";
        /// Pelaksana tugas: the post is vacant.
        Plt = "plt", "Plt.", "acting (post vacant)";
        /// Pelaksana harian: the holder is away for a time.
        Plh = "plh", "Plh.", "acting (holder away)";
        /// Penjabat: appointed to a vacant post for a time.
        Pj = "pj", "Pj.", "interim";
        /// Pengganti sementara: takes the place of the holder for a time.
        Pgs = "pgs", "Pgs.", "temporary substitute";
        /// Stands in for somebody else: mewakili, diwakili oleh, a.n.
        Representing = "representing", "yang mewakili", "representing";
    }
}

impl Capacity {
    /// Returns whether the person fills the post for a time: Plt., Plh., Pj. or Pgs.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::sector::Capacity;
    /// assert!(Capacity::Plt.is_acting());
    /// assert!(!Capacity::Representing.is_acting());
    /// ```
    #[must_use]
    pub const fn is_acting(self) -> bool {
        matches!(self, Self::Plt | Self::Plh | Self::Pj | Self::Pgs)
    }
}
