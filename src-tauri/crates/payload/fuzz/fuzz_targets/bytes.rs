//! Bytes as they may come over the pipe, head and all.
//!
//! A payload has whole steps; what has not is tried once as it is, and once with zeros behind it, so
//! that the fuzzer changes what is read and not only how much there is.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    payload_fuzz::read(bytes);
    if !payload::is_size(bytes.len()) {
        let mut padded = bytes.to_vec();
        padded.resize(bytes.len().max(1).next_multiple_of(payload::STEP), 0);
        payload_fuzz::read(&padded);
    }
});
