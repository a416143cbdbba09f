//! What every target asks of the reader of what is shown.
//!
//! Whatever the bytes are, it answers; what it reads would be written in these bytes and no others; and
//! what it takes grows no faster than what it is given. A target that sees anything else falls, and the
//! fuzzer keeps the bytes.

use std::sync::atomic::{AtomicUsize, Ordering};

use payload::Payload;
use peak_alloc::PeakAlloc;

#[path = "../../tests/hostile/specimens.rs"]
pub mod specimens;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// How many bytes the reader may take for each one of a payload. Parts of one piece each, in a list that
/// is just being moved to a larger place, take the most: a little over four. The largest payload gets
/// less, 64 MiB with the payload itself; `tests/hostile` holds that.
const MAY_TAKE: usize = 5;

/// The most bytes that were taken for one payload so far.
static TAKEN: AtomicUsize = AtomicUsize::new(0);

/// Reads bytes as they came.
///
/// # Panics
/// When the reader takes too much, or reads what would have been written otherwise.
pub fn read(bytes: &[u8]) {
    let size = bytes.len();
    let Some(payload) = Payload::new(bytes.to_vec().into()) else {
        assert!(!payload::is_size(size));
        return;
    };
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let read = payload::decode(&payload);
    let taken = MEMORY.peak_usage() - before;
    assert!(taken <= MAY_TAKE * size, "it took {taken} bytes for a payload of {size}");
    if TAKEN.fetch_max(taken, Ordering::Relaxed) < taken {
        eprintln!("taken: {taken} bytes for a payload of {size}");
    }
    if let Ok(shown) = read {
        let again = payload::encode(&shown).expect("what was read can be written");
        assert!(again.expose() == payload.expose(), "it read what is never written");
    }
}
