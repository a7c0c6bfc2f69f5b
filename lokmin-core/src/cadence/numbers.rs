//! Small whole numbers that cannot be wrong: months of the year, days of the month, spans of days.

use crate::json::{Member, Node, Reader, read_whole};
use crate::problem::Location;

/// Declares a whole number within bounds, its reader and its JSON Schema.
macro_rules! small_number {
    ($(#[doc = $doc:literal])+ $name:ident: $type:ty, $min:literal, $max:literal, $description:literal) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        #[serde(transparent)]
        // INVARIANT: within the bounds; only this room makes one without asking.
        pub struct $name(pub(super) $type);

        impl $name {
            /// Returns the number, or `None` outside its range.
            #[must_use]
            pub const fn new(number: $type) -> Option<Self> {
                if matches!(number, $min..=$max) { Some(Self(number)) } else { None }
            }

            /// Returns the plain number.
            #[must_use]
            pub const fn get(self) -> $type {
                self.0
            }
        }

        impl Member for $name {
            fn read(node: &Node<'_>, at: &Location<'_>, reader: &mut Reader) -> Option<Self> {
                let number = read_whole(node, $min, $max, at, reader)?;
                <$type>::try_from(number).ok().and_then(Self::new)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "description": $description, "type": "integer", "minimum": $min, "maximum": $max
                })
            }
        }
    };
}

small_number! {
    /// The number of a month in its year, 1 to 12.
    MonthNumber: u8, 1, 12, "A month of the year: 1 is January."
}

small_number! {
    /// The number of a day in its month, 1 to 31.
    DayNumber: u8, 1, 31, "A day of the month."
}

small_number! {
    /// A number of days, 0 to 366.
    Days: u16, 0, 366, "A number of days."
}
