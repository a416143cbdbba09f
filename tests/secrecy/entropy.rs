//! S3: seen from outside, the store and its log are noise.

use boundaries::{figure, writing};
use testkit::TempVault;

#[test]
fn store_and_log_look_like_noise() {
    let temp = TempVault::set_up();
    let mut journal = writing::open(temp.path(), temp.data_key()).expect("opens");
    writing::fill(&mut journal, 80, 2500);
    journal.close().expect("locks");
    let mut journal = writing::open(temp.path(), temp.data_key()).expect("opens");
    writing::fill(&mut journal, 60, 2500);

    for (name, bytes) in writing::files(temp.path()) {
        // As a thief has the file: the plain headers between the pages of a log are in it.
        let is_log = name == "journal.db-wal";
        if name != "journal.db" && !is_log {
            continue;
        }
        assert!(bytes.len() >= 64 * 1024, "{name} is long enough to measure: {}", bytes.len());
        let bits = entropy(&bytes);
        assert!(bits >= 7.99, "{name}: {bits} bits per byte");
        figure("S3", &format!("bytes of {name} measured"), bytes.len(), format!("{bits:.4} bits per byte"));
        // Averages hide: no page may be plainer than the others. 4096 bytes of noise have 7.94 to 7.97
        // bits; a page of text or of zeroes has less than 6.
        let (head, gap) = if is_log { (32, 24) } else { (0, 0) };
        for (number, page) in bytes[head..].chunks_exact(gap + 4096).enumerate() {
            assert!(entropy(&page[gap..]) > 7.9, "page {number} of {name}");
        }
    }
    // What the measure says of what must not be there.
    assert!(entropy(testkit::realistic_dutch(70_000).as_bytes()) < 5.0);
}

/// Shannon's, in bits per byte.
#[allow(clippy::cast_precision_loss, reason = "counts of bytes in a file of some megabytes")]
fn entropy(bytes: &[u8]) -> f64 {
    let mut counts = [0_u32; 256];
    bytes.iter().for_each(|byte| counts[usize::from(*byte)] += 1);
    let shares = counts.iter().map(|count| f64::from(*count) / bytes.len() as f64);
    shares.filter(|share| *share > 0.0).map(|share| -share * share.log2()).sum()
}
