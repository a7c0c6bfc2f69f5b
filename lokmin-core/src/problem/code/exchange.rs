//! Codes of tables from sheets. What an entry is made of stands in the parent module.

macro_rules! exchange_codes {
    ([$($next:ident)*] $($entries:tt)*) => {
        collect_codes! { [$($next)*] $($entries)*

            /// A sheet is larger than what is read.
            /// Why: nobody checks a sheet of that size by eye; a list of people is often what it really is.
            /// Wrong: 200,000 rows.
            /// Right: one sheet a Puskesmas and year, or the columnar engine for long rows that are already clean.
            TableTooLarge = "table.too_large", Error,
                "lembar berisi {rows} baris dan {columns} kolom; paling banyak {most_rows} baris, {most_columns} kolom, dan {most_cells} sel",
                "the sheet has {rows} rows and {columns} columns; at most {most_rows} rows, {most_columns} columns and {most_cells} cells are read";

            /// A sheet has nothing in it.
            /// Why: an empty sheet is not a report of zero; probably another sheet was meant.
            /// Wrong: `{"rows": []}`.
            /// Right: the rows of the sheet that has the figures.
            TableEmpty = "table.empty", Error,
                "lembar ini kosong",
                "the sheet is empty";

            /// A sheet has no header of one to five rows that names a place or a month, or the rows that were named are none.
            /// Why: without it nobody can say what the figures are of.
            /// Wrong: `[["Jebak", 12, 57]]`; a header of six rows.
            /// Right: `[["Desa", "K1", "Sasaran"], ["Jebak", 12, 57]]`; or `"header_rows": {"first": 4, "last": 6}`.
            TableHeaderNotFound = "table.header_not_found", Error,
                "tidak ditemukan baris kepala (1 sampai {limit} baris) yang menyebut tempat atau bulan",
                "no header of 1 to {limit} rows was found that names a place or a month";

            /// A column has what tells single people apart: NIK, names, birth dates, addresses, telephone numbers.
            /// Why: lokmin works with counts; lists of patients must not travel with them. The whole table is refused, and no cell of the column is shown.
            /// Wrong: a column `NIK`; a column of which 5 % of the cells are valid NIK.
            /// Right: the same sheet after counting, one row a village and month.
            TablePersonalData = "table.personal_data", Error,
                "kolom {column} berisi data perorangan ({kind}); tabel ditolak",
                "column {column} has personal data ({kind}); the table is refused";

            /// The request says what a column is that the sheet does not have.
            /// Why: its figures would be missing without a word.
            /// Wrong: `{"columns": {"K 6": {"indicator": "K6"}}}` where the sheet says `ANC 6x`.
            /// Right: the header as the sheet has it, or its letters: `{"columns": {"F": {"indicator": "K6"}}}`.
            TableColumnNotFound = "table.column_not_found", Error,
                "lembar ini tidak punya kolom `{found}`",
                "the sheet has no column `{found}`";

            /// A column can have more than one meaning, or several columns have the same one.
            /// Why: a wrong choice turns a coverage into a count, or takes the wrong denominator. The column is left out.
            /// Wrong: `Cakupan K1` without a word whether it counts people or per cent; two columns `K4`; `SASARAN` beside `K1` and `PF`.
            /// Right: say in `columns` what each is.
            TableColumnUnclear = "table.column_unclear", Warning,
                "kolom {column} (`{header}`) tidak dipakai karena artinya tidak jelas: {candidates}",
                "column {column} (`{header}`) is left out because its meaning is unclear: {candidates}";

            /// Nobody knows what some columns are.
            /// Why: their figures are not in the answer.
            /// Wrong: a column `Jml bumil diperiksa`.
            /// Right: the same with `"columns": {"Jml bumil diperiksa": {"indicator": "K1"}}`, or with `"role": "ignored"`.
            TableColumnsUnknown = "table.columns_unknown", Warning,
                "{count} kolom tidak dikenal dan tidak dipakai: {columns}",
                "{count} columns are not known and left out: {columns}";

            /// A sheet has a header, but no column with figures of an indicator, or no row below it.
            /// Why: an answer without figures looks like a Puskesmas that did nothing.
            /// Wrong: `[["Desa", "Keterangan"], ["Jebak", "lengkap"]]`.
            /// Right: a column with the name of an indicator, or `columns` that says which column is one.
            TableNoFigures = "table.no_figures", Error,
                "tidak ada angka indikator di lembar ini",
                "the sheet has no figures of an indicator";

            /// A number such as `1.234` can be one and a bit, or one thousand and more.
            /// Why: nothing else in the sheet shows which mark stands before decimals. It is left out.
            /// Wrong: `1.234` in a sheet with no other marked number.
            /// Right: `1234`, or `"numbers": "id"`.
            TableNumberAmbiguous = "table.number_ambiguous", Warning,
                "`{found}` di sel {cell} bisa berarti ribuan atau pecahan",
                "`{found}` in cell {cell} can mean thousands or a fraction";

            /// A cell in a column of counts has no whole number up to 10^12.
            /// Why: people are counted in whole numbers. The cell is left out.
            /// Wrong: `12 orang?`, `76,8` in the column K1.
            /// Right: `12`; the percentage in a column of its own.
            TableNotACount = "table.not_a_count", Warning,
                "`{found}` di sel {cell} bukan bilangan bulat",
                "`{found}` in cell {cell} is no whole number";

            /// Cells carry a mark for "missing".
            /// Why: they are taken as not reported, which is not zero; `-99` added up with figures would falsify them.
            /// Wrong: `-99` where 0 was meant.
            /// Right: `0` where nobody was reached, an empty cell where nothing was reported.
            TableMissingMarked = "table.missing_marked", Warning,
                "{count} sel berisi `{found}` dan dianggap kosong, yang pertama {cell}",
                "{count} cells have `{found}` and are taken as missing, the first is {cell}";

            /// A total in the sheet is not the sum of its parts: of the rows, or of L and P.
            /// Why: a row is missing or counted twice, or a figure was changed later. The rows count, and L+P before its parts.
            /// Wrong: L 10, P 12, L+P 23.
            /// Right: L 10, P 12, L+P 22.
            TableSumDiffers = "table.sum_differs", Warning,
                "sel {cell} berisi {stated}, padahal jumlah bagiannya {sum}",
                "cell {cell} has {stated}, while its parts add up to {sum}";

            /// No village of the working area, or more than one, has the name that a row carries.
            /// Why: the figures belong to no code; the row is kept with its name. A near name is only a suggestion.
            /// Wrong: `Tanjung Simpang` where the area has only `Tanjungsimpang`.
            /// Right: the same with the alias `Tanjung Simpang` in the working area.
            TableAreaUnknown = "table.area_unknown", Warning,
                "`{found}` bukan nama satu desa di wilayah kerja {area}",
                "`{found}` is not the name of one village of the working area of {area}";

            /// A row has figures and no place.
            /// Why: nobody can say whose they are; the row is kept without a place.
            /// Wrong: `["", 12, 57]` below `["Desa", "K1", "Sasaran"]`.
            /// Right: `["Jebak", 12, 57]`, or `["Jumlah", 12, 57]` for a total.
            TableAreaMissing = "table.area_missing", Warning,
                "baris {row} berisi angka tanpa nama tempat",
                "row {row} has figures and no place";

            /// Figures have no month, quarter or year.
            /// Why: no target and no trend can be said for them; they are kept without a month.
            /// Wrong: a sheet of July that does not say so.
            /// Right: `"period": "2025-07"`, or `"year": 2025` where the sheet has only months.
            TablePeriodMissing = "table.period_missing", Warning,
                "{count} angka tidak diketahui bulannya, yang pertama di baris {row}",
                "{count} figures have no month, the first of them in row {row}";

            /// What is written for a month cannot be understood, or contradicts what else is said.
            /// Why: a figure in the wrong month changes two months. Where the caller says the period, that counts; else there is none.
            /// Wrong: `13`; `TAHUN 2024` above a sheet that is read with `"year": 2025`; `TW II` in SIGIZI, which means January to June.
            /// Right: `12`; the year of the sheet; `"period"` with the month or the quarter that is meant.
            TablePeriodUnclear = "table.period_unclear", Warning,
                "waktu `{found}` di sel {cell} tidak jelas atau bertentangan dengan yang lain",
                "the period `{found}` in cell {cell} is unclear or contradicts what else is said";
        }
    };
}
pub(super) use exchange_codes;
