//! Codes of recommendations and their register. What an entry is made of stands in the parent module.

macro_rules! recommendation_codes {
    ([$($next:ident)*] $($entries:tt)*) => {
        collect_codes! { [$($next)*] $($entries)*

            /// A list that needs an item is empty.
            /// Why: a recommendation that binds no Puskesmas, has no owner or no evidence says less than it seems to.
            /// Wrong: `{"kind": "agree", "owners": []}`.
            /// Right: `{"kind": "agree", "owners": [{"sector": "DESA"}]}`.
            RecommendationEmptyList = "recommendation.empty_list", Error,
                "daftar ini harus berisi paling sedikit satu",
                "the list needs at least one item";

            /// A recommendation was agreed, and nobody can act on it yet: somebody, a day or a measure of success is missing.
            /// Why: what has no owner, day or measure is not done, and nobody can see that it is not.
            /// Wrong: `{"kind": "agree", "owners": [{"sector": "DESA"}]}`.
            /// Right: `{"kind": "agree", "owners": [{"sector": "DESA", "office": "Kepala Desa Jebak"}], "due": "2025-09-30", "measure": "14 kader terlatih"}`.
            RecommendationNotActionable = "recommendation.not_actionable", Warning,
                "rekomendasi `{recommendation}` disepakati, tetapi belum dapat dikerjakan: belum ada {missing}",
                "recommendation `{recommendation}` is agreed, but nobody can act on it yet: it lacks {missing}";

            /// The register has no recommendation with that id.
            /// Why: the id is mistyped, or its events are in another copy.
            /// Wrong: `r-1` where the register has `r1`.
            /// Right: `r1`.
            RecommendationUnknown = "recommendation.unknown", Error,
                "tidak ada rekomendasi `{id}` dalam buku ini",
                "there is no recommendation `{id}` in the register";

            /// A step is not possible in the state that the recommendation is in.
            /// Why: the follow-up would tell a story that cannot have happened; the possible steps are listed.
            /// Wrong: `verify` of a recommendation that is `in_progress`.
            /// Right: `complete`, and then `verify`.
            StepIllegal = "step.illegal", Error,
                "`{step}` tidak dapat dilakukan saat statusnya `{state}`: yang dapat adalah {legal}",
                "`{step}` is not possible when the state is `{state}`: possible are {legal}";

            /// A step concerns a recommendation that nobody has proposed.
            /// Why: its events may be in another copy, or its id is mistyped.
            /// Wrong: `start` as the first event of a recommendation.
            /// Right: `propose` as the first event.
            StepNotProposed = "step.not_proposed", Error,
                "`{step}` tidak dapat dilakukan pada rekomendasi yang belum diusulkan: yang dapat adalah {legal}",
                "`{step}` is not possible for a recommendation that was not proposed: possible is {legal}";

            /// A sector verifies what it owns itself.
            /// Why: verified means that somebody else has seen it; a policy may allow it all the same.
            /// Wrong: `{"kind": "verify", "sector": "DESA"}` where DESA owns the recommendation.
            /// Right: `{"kind": "verify", "sector": "PKM"}`.
            StepOwnVerification = "step.own_verification", Error,
                "`{sector}` adalah penanggung jawab, sehingga verifikasi harus oleh sektor lain",
                "`{sector}` owns the recommendation, so another sector has to verify it";

            /// A step needs one of several members, and has none.
            /// Why: an event that says nothing only makes the history longer.
            /// Wrong: `{"kind": "amend", "reason": "musim hujan"}`.
            /// Right: `{"kind": "amend", "due": "2025-11-30", "reason": "musim hujan"}`.
            StepSaysNothing = "step.says_nothing", Error,
                "`{step}` memerlukan paling sedikit satu dari {names}",
                "`{step}` needs at least one of {names}";

            /// A day that should lie after the event lies before it.
            /// Why: one of the two dates is hardly right; a due date in the past is overdue at once.
            /// Wrong: `{"on": "2025-10-05", "due": "2025-01-31"}`.
            /// Right: `{"on": "2025-10-05", "due": "2026-01-31"}`.
            StepDateBefore = "step.date_before", Warning,
                "`{name}` ({date}) mendahului tanggal kejadiannya ({on})",
                "`{name}` ({date}) lies before the day of the event ({on})";

            /// An event is kept, but not applied: where it stands in the order, its step is not possible.
            /// Why: two laptops went different ways; somebody has to decide, with a new event.
            /// Wrong: `cancel` on one laptop and `complete` on the other.
            /// Right: after the merge, `reopen` with a reason, or nothing.
            MergeNotApplied = "merge.not_applied", Warning,
                "kejadian `{event}` ({step}) dari `{recommendation}` tidak diterapkan karena `{against}` ({reason})",
                "event `{event}` ({step}) of `{recommendation}` is not applied because of `{against}` ({reason})";

            /// Several events of one recommendation were written by people who had not seen each other's.
            /// Why: both may be right, or the later one was decided without knowing the earlier.
            /// Wrong: two laptops each write the event with `"seq": 3`.
            /// Right: merge first, then write.
            MergeConcurrent = "merge.concurrent", Warning,
                "kejadian {events} dari `{recommendation}` ditulis bersamaan, masing-masing setelah {seq} kejadian",
                "events {events} of `{recommendation}` were written at the same time, each after {seq} events";

            /// Events of different content have the same id; all are kept, and the one whose line comes first counts.
            /// Why: an id stands for one event in all copies; ids were given twice, or a line was edited by hand.
            /// Wrong: `"id": "e7"` for two events.
            /// Right: ids that no two writers can give, such as with the laptop's name.
            MergeIdConflict = "merge.id_conflict", Warning,
                "{count} kejadian berbeda memakai id `{event}` ({recommendations}); dari `{recommendation}` yang dipakai",
                "{count} different events have the id `{event}` ({recommendations}); the one of `{recommendation}` counts";

            /// The writer of an event had seen more events of the recommendation than there are.
            /// Why: events are lost, or are in a copy that was not merged; the state may be wrong until they are back.
            /// Wrong: events with `"seq": 0` and `"seq": 2` only.
            /// Right: the file with the event in between, merged.
            MergeGap = "merge.gap", Warning,
                "paling sedikit {lost} kejadian dari `{recommendation}` sebelum `{event}` hilang",
                "at least {lost} events of `{recommendation}` before `{event}` are lost";

            /// A line is not as it was written: its checksum is wrong or absent.
            /// Why: what it says cannot be trusted; it is left out, and costs only itself. Another copy may have it whole.
            /// Wrong: a line edited by hand.
            /// Right: a new event at the end.
            RegisterAlteredLine = "register.altered_line", Warning,
                "baris {line} berubah sejak ditulis dan tidak dibaca",
                "line {line} was altered since it was written, and is not read";

            /// The last line has no end: writing was interrupted.
            /// Why: its event was never written in full; write it again.
            /// Wrong: a file that ends in the middle of a line.
            /// Right: the file without that line.
            RegisterTornLine = "register.torn_line", Warning,
                "baris {line} terputus saat ditulis dan tidak dibaca",
                "line {line} was cut off while it was written, and is not read";

            /// A line is whole, but of a version or kind of event that is not known here.
            /// Why: a newer version wrote it; it is kept and written out again, but changes nothing here.
            /// Wrong: `"schema": "lokmin.event/9"` for a program that knows version 1.
            /// Right: the newer program.
            RegisterUnknownEvent = "register.unknown_event", Warning,
                "baris {line} berisi jenis kejadian yang belum dikenal; baris itu disimpan tanpa diterapkan",
                "line {line} has a kind of event that is not known; it is kept, and not applied";

            /// A line is whole, but what it says is no event.
            /// Why: whoever wrote it did not check; it is kept and written out again, but changes nothing.
            /// Wrong: a line without `recommendation`.
            /// Right: lines written by this library.
            RegisterInvalidLine = "register.invalid_line", Warning,
                "baris {line} bukan kejadian yang sah ({code} pada `{path}`); baris itu disimpan tanpa diterapkan",
                "line {line} is not an event ({code} at `{path}`); it is kept, and not applied";

            /// An event is there twice.
            /// Why: it counts once; a file was joined with itself, or a step was sent twice.
            /// Wrong: the same line twice.
            /// Right: the line once.
            RegisterDuplicate = "register.duplicate", Warning,
                "kejadian `{id}` sudah ada; yang kedua diabaikan",
                "event `{id}` is there already; the second one changes nothing";

            /// A new event has the id of another one.
            /// Why: an id stands for one event in all copies.
            /// Wrong: `"id": "e7"` again.
            /// Right: an id that was never used.
            RegisterIdTaken = "register.id_taken", Error,
                "id `{id}` sudah dipakai kejadian lain",
                "the id `{id}` belongs to another event";

            /// A new event was written by somebody who had not seen all events of the recommendation.
            /// Why: somebody else has written meanwhile; look at it, and write again.
            /// Wrong: `"seq": 2` where there are three events.
            /// Right: `"seq": 3`.
            RegisterSeqMismatch = "register.seq_mismatch", Error,
                "`seq` kejadian berikut dari `{recommendation}` adalah {expected}, bukan {found}: ada yang menulis lebih dulu",
                "the next event of `{recommendation}` has the `seq` {expected}, not {found}: somebody has written meanwhile";

            /// An event happened before the one that is written before it.
            /// Why: a view of a day in between sees the later one without the earlier.
            /// Wrong: `complete` on 5 September, written after `progress` on 9 September.
            /// Right: the days in the order in which things happened.
            RegisterOutOfOrder = "register.out_of_order", Warning,
                "kejadian ini ({on}) mendahului kejadian terakhir ({last})",
                "the event ({on}) happened before the last one ({last})";
        }
    };
}
pub(super) use recommendation_codes;
