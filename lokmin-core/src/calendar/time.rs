//! Times of the day as invitations write them.

use crate::json::terms;

terms! {
    /// A time zone of Indonesia.
    pub enum Zone {
        /// Western: UTC+7.
        Wib = "WIB", "Waktu Indonesia Barat", "Western Indonesia Time";
        /// Central: UTC+8.
        Wita = "WITA", "Waktu Indonesia Tengah", "Central Indonesia Time";
        /// Eastern: UTC+9.
        Wit = "WIT", "Waktu Indonesia Timur", "Eastern Indonesia Time";
    }
}
