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
/// A record that has all members of another one, and some of its own, says so in its first line: `..field: Record,`. In
/// Rust they are one field, in JSON and in the schema they stand among the others, before them, with the same checks.
///
/// What a check asks of the members of one record, the JSON Schema can often ask too: each `schema_rule = expression;`
/// after `check` adds one such rule, in the words of [`rules`](crate::json::schema::rules).
macro_rules! record {
    (
        $(#[doc = $doc:literal])+
        pub struct $name:ident {
            $( ..$base:ident : $base_type:ty, )?
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
            $(
                #[doc = concat!("The members of [`", stringify!($base_type), "`]; in JSON they stand among the others.")]
                pub $base: $base_type,
            )?
            $( $(#[doc = $field_doc])+ pub $field: $type, )+
        }

        impl $crate::json::Record for $name {
            const NAMES: &'static [&'static str] = {
                const SCHEMA: &[&str] = &[$($crate::json::schema_member($schema))?];
                const BASE: &[&str] = $crate::json::base_names!($($base_type)?);
                const OWN: &[&str] = &[$(stringify!($field)),+];
                &$crate::json::all_names::<{ SCHEMA.len() + BASE.len() + OWN.len() }>([SCHEMA, BASE, OWN])
            };

            fn read_members<const N: usize>(
                object: &mut $crate::json::Members<'_, N>,
                at: &$crate::problem::Location<'_>,
                reader: &mut $crate::json::Reader,
            ) -> Option<Self> {
                $( let $base = <$base_type as $crate::json::Record>::read_members(object, at, reader); )?
                $( let $field: Option<$type> = object.read_next(at, reader); )+
                let assemble = move || Some(Self { $($base: $base?,)? $($field: $field?,)+ });
                assemble()
            }

            fn check(&self, _at: &$crate::problem::Location<'_>, _reader: &mut $crate::json::Reader) {
                $( $crate::json::Record::check(&self.$base, _at, _reader); )?
                $( $check(self, _at, _reader); )?
            }

            fn write_members<M: serde::ser::SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
                $( $crate::json::Record::write_members(&self.$base, map)?; )?
                $(
                    if !$crate::json::Member::is_absent(&self.$field) {
                        map.serialize_entry(stringify!($field), &self.$field)?;
                    }
                )+
                Ok(())
            }

            #[cfg(feature = "schema")]
            fn describe(object: &mut $crate::json::schema::ObjectSchema, generator: &mut schemars::SchemaGenerator) {
                $( <$base_type as $crate::json::Record>::describe(object, generator); )?
                $(
                    object.member::<$type>(stringify!($field), concat!($($field_doc, "\n"),+), generator);
                )+
                $(
                    object.rule({
                        use $crate::json::schema::rules::*;
                        $rule
                    });
                )*
            }
        }

        impl $crate::json::Member for $name {
            fn read(
                node: &$crate::json::Node<'_>,
                at: &$crate::problem::Location<'_>,
                reader: &mut $crate::json::Reader,
            ) -> Option<Self> {
                const NAMES: &[&str] = <$name as $crate::json::Record>::NAMES;
                const KNOWN: [&str; NAMES.len()] = $crate::json::all_names([NAMES, &[], &[]]);
                let $crate::json::Node::Object(members) = node else {
                    $crate::json::report_wrong_type("object", node, at, reader);
                    return None;
                };
                let mut object = $crate::json::Members::new(members, &KNOWN);
                $(
                    if !object.is_of_schema($schema, at, reader) {
                        return None;
                    }
                )?
                let record = <Self as $crate::json::Record>::read_members(&mut object, at, reader);
                if let Some(record) = record.as_ref().filter(|_| reader.checks_records()) {
                    $crate::json::Record::check(record, at, reader);
                }
                object.report_unknown(at, reader);
                record
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap as _;
                let mut map = serializer.serialize_map(None)?;
                $( map.serialize_entry("schema", $schema)?; )?
                $crate::json::Record::write_members(self, &mut map)?;
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
                <Self as $crate::json::Record>::describe(&mut object, generator);
                object.finish()
            }
        }
    };
}

/// The names of the members that a record has of another one.
macro_rules! base_names {
    () => {
        &[]
    };
    ($base:ty) => {
        <$base as $crate::json::Record>::NAMES
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

pub(crate) use {base_names, record, terms};
