//! Work shared out to threads of the engine's own: no global pool, so a process may fork before and after.

/// Does every piece of work and returns the results in the order of the pieces.
///
/// Without the feature `parallel`, or with one thread, everything is done where it is called.
#[cfg(feature = "parallel")]
pub(super) fn map<T: Send, R: Send>(pieces: Vec<T>, threads: usize, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    use std::sync::{Mutex, PoisonError};

    let threads = threads.min(pieces.len());
    if threads < 2 {
        return pieces.into_iter().map(work).collect();
    }
    let left = Mutex::new(pieces.into_iter().enumerate());
    let done = Mutex::new(Vec::new());
    let worker = || {
        let mut own = Vec::new();
        loop {
            let next = left.lock().unwrap_or_else(PoisonError::into_inner).next();
            let Some((place, piece)) = next else { break };
            own.push((place, work(piece)));
        }
        done.lock().unwrap_or_else(PoisonError::into_inner).append(&mut own);
    };
    std::thread::scope(|scope| {
        for _ in 1..threads {
            // Where no thread is to be had the others do its work.
            let _ = std::thread::Builder::new().spawn_scoped(scope, worker);
        }
        worker();
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_unstable_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, result)| result).collect()
}

/// Does every piece of work and returns the results in the order of the pieces.
#[cfg(not(feature = "parallel"))]
pub(super) fn map<T, R>(pieces: Vec<T>, _threads: usize, work: impl Fn(T) -> R) -> Vec<R> {
    pieces.into_iter().map(work).collect()
}
