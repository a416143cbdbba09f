//! D6 and D7: a flipped bit, a page put back, pages exchanged, a file cut off are reported, and
//! none of them is ever called a wrong passphrase.

use std::fs;

use boundaries::{figure, rounds, spread, writing};
use testkit::{SeededRandomness, TempVault};
use vault::{Passphrase, SlotFile, VaultError, Verdict};

const PAGE: usize = 4096;

/// A locked journal, before and after one more sitting: what the later tests mix.
struct Locked {
    temp: TempVault,
    former: Vec<u8>,
    now: Vec<(String, Vec<u8>)>,
}

impl Locked {
    fn new() -> Self {
        let temp = TempVault::set_up();
        let mut journal = writing::open(temp.path(), temp.data_key()).expect("opens");
        writing::fill(&mut journal, 10, 2_500);
        journal.close().expect("locks");
        let former = fs::read(temp.path().join("journal.db")).expect("there");
        let mut journal = writing::open(temp.path(), temp.data_key()).expect("opens");
        writing::look(journal.vault_mut()).expect("noted");
        // Of the same length, so that pages can be put back.
        let answers = "UPDATE answer SET text = replace(text, 'lift', 'trap')";
        journal.vault().connection().execute(answers, []).expect("written");
        journal.close().expect("locks");
        let now = writing::files(temp.path());
        Self { temp, former, now }
    }

    fn bytes(&self, name: &str) -> Vec<u8> {
        self.now.iter().find(|(file, _)| file == name).expect("a file").1.clone()
    }

    /// Puts the folder back as it was locked, with one file changed.
    fn with(&self, name: &str, bytes: &[u8]) {
        for (file, _) in writing::files(self.temp.path()) {
            if !self.now.iter().any(|(known, _)| *known == file) {
                fs::remove_file(self.temp.path().join(file)).expect("removed");
            }
        }
        for (file, good) in &self.now {
            let bytes = if file == name { bytes } else { good };
            fs::write(self.temp.path().join(file), bytes).expect("written");
        }
    }

    /// What is said of the folder as it stands, with the right secret: nothing when it is sound.
    fn reported(&self) -> Option<String> {
        let slots = match SlotFile::load(self.temp.folder()) {
            Ok(slots) => slots,
            Err(error) => return Some(error.to_string()),
        };
        assert_eq!(slots.vault_id(), self.temp.data_key().vault_id());
        let mut vault = match self.temp.try_unlock() {
            Ok(vault) => vault,
            Err(error) => return Some(error.to_string()),
        };
        match writing::look(&mut vault).expect("it is noted") {
            Some(Verdict::Sound) => None,
            found => Some(format!("{found:?}")),
        }
    }
}

#[test]
fn every_flipped_bit_is_reported_and_none_is_a_wrong_passphrase() {
    let locked = Locked::new();
    locked.with("", &[]);
    assert_eq!(locked.reported(), None, "as it was locked, it is sound");
    let files = ["journal.db", "slots", "seal"].map(|name| (name, locked.bytes(name)));
    let all = rounds(150, 2_000);
    let mut dice = SeededRandomness::new(6);
    let mut heard = std::collections::BTreeMap::<String, usize>::new();
    for number in 0..all {
        // Half of them in the store, which is the large one.
        let (name, good) = &files[[0, 1, 0, 2][number % 4]];
        let bit = dice.below(good.len() * 8);
        let mut bytes = good.clone();
        bytes[bit / 8] ^= 1 << (bit % 8);
        locked.with(name, &bytes);
        let found = locked.reported();
        let said = found.unwrap_or_else(|| panic!("bit {bit} of {name} was flipped and nothing is said"));
        assert_ne!(said, VaultError::WrongSecret.to_string(), "bit {bit} of {name}");
        if number % 100 == 1 {
            // The slot file too: with the right passphrase typed.
            let opened = SlotFile::load(locked.temp.folder())
                .and_then(|slots| slots.open_with_passphrase(&Passphrase::new(TempVault::PASSPHRASE)));
            assert!(opened.is_err_and(|error| error != VaultError::WrongSecret), "bit {bit} of {name}");
        }
        *heard.entry(format!("{name}: {said}")).or_default() += 1;
    }
    let heard: Vec<String> = heard.iter().map(|(said, times)| format!("{said} {times}")).collect();
    figure(
        "D6",
        "bits flipped in store, slot file and seal",
        all,
        format!("all reported ({})", heard.join(", ")),
    );
}

#[test]
fn a_page_put_back_is_reported_whichever_it_is() {
    let locked = Locked::new();
    let now = locked.bytes("journal.db");
    assert_eq!(locked.former.len(), now.len(), "the sitting changed no length");
    let page = |number: usize| number * PAGE..(number + 1) * PAGE;
    let changed: Vec<usize> =
        (0..now.len() / PAGE).filter(|number| now[page(*number)] != locked.former[page(*number)]).collect();
    assert!(changed.len() > 5);
    let tried = spread(changed.len(), rounds(10, changed.len()));
    for number in tried.iter().map(|place| changed[*place]) {
        let mut bytes = now.clone();
        bytes[page(number)].copy_from_slice(&locked.former[page(number)]);
        locked.with("journal.db", &bytes);
        assert!(locked.reported().is_some(), "page {number} is an older one");
    }
    // All of them at once: the store as it was, beside the seal of now.
    locked.with("journal.db", &locked.former);
    assert!(locked.reported().is_some(), "the whole store is an older one");
    figure("D7", "older pages put back, and the whole older store", tried.len() + 1, "all reported");
}

#[test]
fn exchanged_pages_and_cut_files_are_reported() {
    let locked = Locked::new();
    let now = locked.bytes("journal.db");
    let pages = now.len() / PAGE;
    let mut dice = SeededRandomness::new(7);
    let swaps = rounds(12, 200);
    for _ in 0..swaps {
        let (one, other) = (dice.below(pages), dice.below(pages - 1));
        let other = if other >= one { other + 1 } else { other };
        let mut bytes = now.clone();
        bytes[one * PAGE..(one + 1) * PAGE].copy_from_slice(&now[other * PAGE..(other + 1) * PAGE]);
        bytes[other * PAGE..(other + 1) * PAGE].copy_from_slice(&now[one * PAGE..(one + 1) * PAGE]);
        locked.with("journal.db", &bytes);
        assert!(locked.reported().is_some(), "pages {one} and {other} are exchanged");
    }
    figure("D7", "pages exchanged", swaps, "all reported");

    let mut cut = 0;
    for page in spread(pages, rounds(10, pages)) {
        for length in [page * PAGE, page * PAGE + 1 + dice.below(PAGE - 1)] {
            locked.with("journal.db", &now[..length]);
            assert!(locked.reported().is_some(), "cut at {length}");
            cut += 1;
        }
    }
    for name in ["seal", "slots"] {
        let bytes = locked.bytes(name);
        for length in 0..bytes.len() {
            if length % 7 == 0 || rounds(0, 1) == 1 {
                locked.with(name, &bytes[..length]);
                assert!(locked.reported().is_some(), "{name} cut at {length}");
                cut += 1;
            }
        }
    }
    for more in [1, PAGE, 10 * PAGE] {
        let mut bytes = now.clone();
        bytes.resize(now.len() + more, 0);
        locked.with("journal.db", &bytes);
        assert!(locked.reported().is_some(), "{more} bytes behind the end");
        cut += 1;
    }
    figure("D7", "files cut off, and bytes behind the end", cut, "all reported");
}

/// This is what is not promised, and the documentation says so.
#[test]
fn a_consistent_old_copy_of_all_files_looks_like_yesterday() {
    let temp = TempVault::set_up();
    let mut journal = writing::open(temp.path(), temp.data_key()).expect("opens");
    writing::fill(&mut journal, 2, 300);
    journal.close().expect("locks");
    let old = temp.copy();
    let mut journal = writing::open(temp.path(), temp.data_key()).expect("opens");
    writing::fill(&mut journal, 2, 300);
    journal.close().expect("locks");
    assert_eq!(writing::look(&mut old.unlock()), Ok(Some(Verdict::Sound)));
}
