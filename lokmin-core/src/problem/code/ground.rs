//! Codes of numbers, JSON, documents and tables. What an entry is made of stands in the parent module.

macro_rules! ground_codes {
    ([$($next:ident)*] $($entries:tt)*) => {
        collect_codes! { [$($next)*] $($entries)*

            /// A text is not a plain decimal number with at most six places.
            /// Why: a figure that is read wrongly judges a village wrongly.
            /// Wrong: `"76,8 %"`.
            /// Right: `"76.8"`.
            NumberFormat = "number.format", Error,
                "`{found}` bukan bilangan desimal biasa dengan paling banyak enam angka di belakang titik",
                "`{found}` is not a plain decimal number with at most six places";

            /// A number with a dot and three digits may be a decimal or a count of thousands.
            /// Why: `2.254` is two and a bit in one country and two thousand in another.
            /// Wrong: `2.254` in a CSV.
            /// Right: `2254`, or `2,254` for the decimal.
            NumberAmbiguous = "number.ambiguous", Error,
                "`{found}` bisa berarti ribuan atau desimal: tulis tanpa titik, atau desimal dengan koma",
                "`{found}` may be thousands or a decimal: write it without the dot, or the decimal with a comma";

            /// The text is not JSON.
            /// Why: nothing in it can be read.
            /// Wrong: `{"kind": }`.
            /// Right: `{"kind": "quarterly"}`.
            JsonSyntax = "json.syntax", Error,
                "bukan JSON yang sah pada baris {line}, kolom {column}",
                "not valid JSON at line {line}, column {column}";

            /// Lists and objects are nested more than 100 deep.
            /// Why: no real document is, and reading it would exhaust the stack.
            /// Wrong: 101 opening brackets.
            /// Right: at most 100.
            JsonTooDeep = "json.too_deep", Error,
                "JSON bersarang lebih dari {limit} tingkat",
                "JSON is nested more than {limit} levels deep";

            /// An object has the same member twice.
            /// Why: JSON readers differ on which one counts, so one of the two would be lost.
            /// Wrong: `{"label": "TW II", "label": "TW III"}`.
            /// Right: `{"label": "TW III"}`.
            JsonDuplicateMember = "json.duplicate_member", Error,
                "isian `{name}` muncul lebih dari sekali",
                "member `{name}` occurs more than once";

            /// A required member is absent.
            /// Why: the rules cannot be applied without it.
            /// Wrong: `{"puskesmas": []}` without `kind`.
            /// Right: `{"kind": "quarterly", "puskesmas": []}`.
            Missing = "document.missing", Error,
                "`{name}` wajib diisi",
                "`{name}` is required";

            /// The document is of a kind or version that is not the one to be read.
            /// Why: members of another version may mean something else, so nothing of it is read.
            /// Wrong: `{"schema": "lokmin.forum/9"}`.
            /// Right: `{"schema": "lokmin.forum/1"}`.
            SchemaUnknown = "document.schema_unknown", Error,
                "dokumen ini `{found}`, yang dapat dibaca adalah `{expected}`",
                "this document is `{found}`, what can be read is `{expected}`";

            /// A member is not known to this kind of document.
            /// Why: a mistyped name would silently lose what stands in it.
            /// Wrong: `{"hled_on": "2025-07-03"}`.
            /// Right: `{"held_on": "2025-07-03"}`.
            UnknownMember = "document.unknown_member", Error,
                "`{name}` tidak dikenal di sini",
                "`{name}` is not known here";

            /// A value has another JSON type than the member needs.
            /// Why: a value of another type cannot be read without guessing.
            /// Wrong: `{"ordinal": "three"}`.
            /// Right: `{"ordinal": 3}`.
            WrongType = "document.wrong_type", Error,
                "harus berupa {expected}, bukan {found}",
                "expected {expected}, found {found}";

            /// A word is not one of the terms that the member knows.
            /// Why: terms are what the rules work with.
            /// Wrong: `{"kind": "triwulanan"}`.
            /// Right: `{"kind": "quarterly"}`.
            UnknownTerm = "document.unknown_term", Error,
                "`{found}` bukan salah satu istilah yang dikenal: {expected}",
                "`{found}` is not one of the known terms: {expected}";

            /// A text is empty or only white space.
            /// Why: an empty text says neither what is known nor that it is unknown; leave the member out instead.
            /// Wrong: `{"venue": " "}`.
            /// Right: `{"venue": "Aula Kecamatan"}`.
            BlankText = "document.blank_text", Error,
                "teks kosong: isi, atau hilangkan isiannya",
                "the text is blank: fill it in or leave the member out";

            /// A number lies outside the range of its member.
            /// Why: outside the range it has no meaning.
            /// Wrong: `{"ordinal": 0}`.
            /// Right: `{"ordinal": 3}`.
            NumberRange = "document.number_range", Error,
                "{found} di luar rentang {min} sampai {max}",
                "{found} is outside {min} to {max}";

            /// More problems were found than are listed.
            /// Why: a list of thousands of problems helps nobody; mend the first ones and read again.
            /// Wrong: a document with 1,500 unknown members.
            /// Right: the same document with the members mended.
            MoreProblems = "document.more_problems", Error,
                "masih ada {count} masalah lain yang tidak ditampilkan",
                "{count} more problems are not listed";

            /// More warnings were found than are listed, and no error.
            /// Why: a list of thousands helps nobody; there is a value all the same.
            /// Wrong: a roll-up of 1,500 villages of which each has a denominator that changes within the year.
            /// Right: the same with the first thousand warnings looked at.
            MoreWarnings = "document.more_warnings", Warning,
                "masih ada {count} peringatan lain yang tidak ditampilkan",
                "{count} more warnings are not listed";

            /// A document has two things with the same id.
            /// Why: a reference to the id could mean either.
            /// Wrong: two attendance rows with `"id": "camat"`.
            /// Right: `"id": "camat"` and `"id": "sekcam"`.
            DuplicateId = "document.duplicate_id", Error,
                "id `{id}` dipakai lebih dari sekali",
                "id `{id}` is used more than once";

            /// A reference names an attendance row that is not there.
            /// Why: nobody can see who is meant.
            /// Wrong: `{"roles": {"opener": "cmat"}}` beside a row with the id `camat`.
            /// Right: `{"roles": {"opener": "camat"}}`.
            UnknownReference = "document.unknown_reference", Error,
                "tidak ada baris daftar hadir dengan id `{id}`",
                "no attendance row has the id `{id}`";

            /// A text has digits or numerals of another script, such as full-width ones.
            /// Why: they look like 0 to 9, but tables, searches and other programs do not take them as such.
            /// Wrong: `３/７/２０２５`, `TW Ⅲ 2025`.
            /// Right: `3/7/2025`, `TW III 2025`.
            ForeignDigits = "text.foreign_digits", Error,
                "`{found}` memuat angka yang bukan 0 sampai 9",
                "`{found}` has digits other than 0 to 9";

            /// A CSV text has no column of a needed name.
            /// Why: nothing in it can be read without.
            /// Wrong: a first line `code,name`.
            /// Right: a first line `kode,nama`.
            CsvMissingColumn = "csv.missing_column", Error,
                "kolom `{name}` tidak ada",
                "there is no column `{name}`";

            /// A cell of a CSV text has a line break in it.
            /// Why: names and codes have none; a quotation mark that was not closed has swallowed the rows after it.
            /// Wrong: `15.04.02.2003,"Jebak`.
            /// Right: `15.04.02.2003,"Jebak"`.
            CsvLineBreak = "csv.line_break", Error,
                "sel memuat ganti baris: barangkali tanda kutip tidak ditutup",
                "the cell has a line break in it: perhaps a quotation mark is not closed";
        }
    };
}
pub(super) use ground_codes;
