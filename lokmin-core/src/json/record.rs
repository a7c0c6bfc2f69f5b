//! The two declarations that documents are made of: records and terms.

/// Declares a record: a Rust struct, its reader, its writer and its JSON Schema.
///
/// Whether a member may be absent follows from its type: `Option`, `Vec` and `bool` may, all others are required.
/// A record may name a function that checks its members against each other:
/// `record! { ... } check = function;` with `fn(&Record, &Location, &mut Reader)`.
///
/// A record that is a document of its own names its kind and version, `schema = "lokmin.forum/1";` before `check`. It is
/// then written and required as the first member, and a document of any other version is refused as a whole.
///
/// What a check asks of the members of one record, the JSON Schema can often ask too: each `schema_rule = expression;`
/// after `check` adds one such rule, in the words of [`rules`](crate::json::schema::rules).
macro_rules! record {
    (
        $(#[doc = $doc:literal])+
        pub struct $name:ident {
            $( $(#[doc = $field_doc:literal])+ pub $field:ident : $type:ty, )+
        }
        $(schema = $schema:literal;)?
        $(check = $check:path;)?
        $(schema_rule = $rule:expr;)*
    ) => {
        $(#[doc = $doc])+
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub struct $name {
            $( $(#[doc = $field_doc])+ pub $field: $type, )+
        }

        impl $crate::json::Member for $name {
            fn read(
                node: &$crate::json::Node<'_>,
                at: &$crate::problem::Location<'_>,
                reader: &mut $crate::json::Reader,
            ) -> Option<Self> {
                let $crate::json::Node::Object(members) = node else {
                    $crate::json::report_wrong_type("object", node, at, reader);
                    return None;
                };
                let known = &[$($crate::json::schema_member($schema),)? $(stringify!($field)),+];
                let mut object = $crate::json::Members::new(members, known);
                $(
                    if !object.is_of_schema($schema, at, reader) {
                        return None;
                    }
                )?
                $( let $field: Option<$type> = object.read_next(at, reader); )+
                let assemble = move || Some(Self { $($field: $field?,)+ });
                let record = assemble();
                $(
                    if let Some(record) = &record {
                        $check(record, at, reader);
                    }
                )?
                object.report_unknown(at, reader);
                record
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap as _;
                let mut map = serializer.serialize_map(None)?;
                $( map.serialize_entry("schema", $schema)?; )?
                $(
                    if !$crate::json::Member::is_absent(&self.$field) {
                        map.serialize_entry(stringify!($field), &self.$field)?;
                    }
                )+
                map.end()
            }
        }

        $(
            impl $crate::json::Document for $name {
                const SCHEMA: &'static str = $schema;
            }
        )?

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let mut object = $crate::json::schema::ObjectSchema::new(concat!($($doc, "\n"),+));
                $( object.document($schema); )?
                $(
                    object.member::<$type>(stringify!($field), concat!($($field_doc, "\n"),+), generator);
                )+
                $(
                    object.rule({
                        use $crate::json::schema::rules::*;
                        $rule
                    });
                )*
                object.finish()
            }
        }
    };
}

/// Declares terms: an enum whose variants have a code, an Indonesian and an English name.
macro_rules! terms {
    (
        $(#[doc = $doc:literal])+
        pub enum $name:ident {
            $( $(#[doc = $variant_doc:literal])+ $variant:ident = $code:literal, $id:literal, $en:literal; )+
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $( $(#[doc = $variant_doc])+ $variant, )+
        }

        impl $name {
            /// Every term, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Returns the code that documents carry.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// Returns the name that people read.
            #[must_use]
            pub const fn label(self, lang: $crate::language::Lang) -> &'static str {
                match (self, lang) {
                    $(
                        (Self::$variant, $crate::language::Lang::Id) => $id,
                        (Self::$variant, $crate::language::Lang::En) => $en,
                    )+
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::problem::Problem;

            fn from_str(text: &str) -> Result<Self, $crate::problem::Problem> {
                match text {
                    $($code => Ok(Self::$variant),)+
                    _ => Err($crate::json::unknown_term(text, &[$(($code, $id, $en)),+])),
                }
            }
        }

        impl $crate::json::Member for $name {
            fn read(
                node: &$crate::json::Node<'_>,
                at: &$crate::problem::Location<'_>,
                reader: &mut $crate::json::Reader,
            ) -> Option<Self> {
                $crate::json::read_canonical(node, at, reader, str::parse)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $crate::json::schema::terms(
                    concat!($($doc, "\n"),+),
                    &[$(($code, concat!($($variant_doc, "\n"),+))),+],
                )
            }
        }
    };
}

pub(crate) use {record, terms};
