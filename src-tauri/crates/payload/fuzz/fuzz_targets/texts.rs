//! Anything in the place of the texts, behind a head that fits it: past the first bolts.

#![no_main]

use libfuzzer_sys::fuzz_target;
use payload_fuzz::{read, specimens::framed};

fuzz_target!(|texts: &[u8]| read(&framed(texts)));
