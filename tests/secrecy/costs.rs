//! S6: a file that asks for a derivation out of bounds is refused before memory is taken.
//!
//! That it is quick is not measured here, for no test asserts a time; what would take long takes
//! the memory that is measured.

use std::fs;

use boundaries::{again, figure, forge, part, said, say};
use testkit::TempVault;
use vault::{Cost, Passphrase, SystemRandomness, VaultError};

use crate::cheap::{Cheap, How, LEAST, PASSPHRASE};

/// Each number of a cost that no slot may ask for.
fn out_of_bounds() -> Vec<[u32; 3]> {
    let [memory, passes, lanes] = LEAST;
    let ceiling = Cost::CEILING;
    let mut costs =
        vec![[0; 3], [u32::MAX; 3], [0, u32::MAX, u32::MAX], [memory - 1, passes, lanes], [1, 1, 1]];
    for number in [0, ceiling.memory_kib + 1, 1 << 21, 1 << 31, u32::MAX] {
        costs.push([number, passes, lanes]);
    }
    for number in [0, ceiling.passes + 1, 1 << 16, 1 << 31, u32::MAX] {
        costs.push([memory, number, lanes]);
    }
    for number in [0, ceiling.lanes + 1, 1 << 24, 1 << 31, u32::MAX] {
        costs.push([memory, passes, number]);
    }
    // Products that overflow 32 bits to something small.
    costs.extend([[1 << 30, 4, 1], [1 << 20, 1 << 12, 1], [1 << 16, 1, 1 << 16]]);
    costs
}

#[test]
fn a_cost_out_of_bounds_is_refused_before_memory_is_taken() {
    const NAME: &str = "costs::a_cost_out_of_bounds_is_refused_before_memory_is_taken";
    if part().is_some() {
        let cheap = Cheap::new([0xa1; 16], [0x5c; 32]);
        assert!(cheap.open(&cheap.file(), How::Passphrase).is_ok());
        // From here on, the most is counted anew.
        fs::write("/proc/self/clear_refs", "5").expect("not run: the kernel does not count anew");
        let before = most_memory();
        for cost in out_of_bounds() {
            for slot in [0, 1] {
                let mut slots = cheap.slots.clone();
                slots.slots[slot].cost = cost;
                // With a valid MAC: the numbers alone must be enough to refuse it. A recovery key's
                // slot is allowed exactly zeroes.
                if slot == 1 && cost == [0; 3] {
                    continue;
                }
                let loaded = cheap.load(&slots.encode(&cheap.data_key));
                assert_eq!(
                    loaded.err(),
                    Some(VaultError::SlotsDamaged { previous_usable: false }),
                    "{cost:?}"
                );
            }
        }
        say(&(most_memory() - before).to_string());
        return;
    }
    let output = again(NAME, "measure").output().expect("it starts");
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{text}{}", String::from_utf8_lossy(&output.stderr));
    let kib: usize = text.lines().find_map(said).and_then(|said| said.parse().ok()).expect("it measured");
    assert!(kib < 10 * 1024, "{kib} KiB more than before");
    figure(
        "S6",
        "costs out of bounds in an authentic file",
        out_of_bounds().len() * 2 - 1,
        format!("refused; {kib} KiB more memory"),
    );
}

#[test]
fn lowered_numbers_open_nothing_and_are_never_written() {
    // At a real cost, lowered by somebody who renews the checksum, and even by one with the key.
    let cheap = Cheap::new([0xa1; 16], [0x5c; 32]);
    let mut slots = cheap.slots.clone();
    let dear = [16 * 1024, 2, 1];
    let keys = forge::SlotKeys::of_passphrase(PASSPHRASE.as_bytes(), &slots.slots[0].salt, dear);
    slots.slots[0].cost = dear;
    slots.slots[0] = slots.slots[0].clone().wrap(&slots.vault_id, &keys, &cheap.data_key);
    assert!(cheap.open(&slots.encode(&cheap.data_key), How::Passphrase).is_ok(), "at its own cost");
    let mut tried = 0;
    for cost in [LEAST, [16 * 1024, 1, 1], [8 * 1024, 2, 1], [16 * 1024, 2, 2], [17 * 1024, 2, 1]] {
        slots.slots[0].cost = cost;
        let opened = cheap.open(&slots.encode(&cheap.data_key), How::Passphrase);
        assert_eq!(opened.err(), Some(VaultError::WrongSecret), "{cost:?}");
        tried += 1;
    }
    let temp = TempVault::set_up();
    let mut file = temp.slots();
    for lowered in [
        Cost { memory_kib: Cost::FLOOR.memory_kib - 1, ..Cost::FLOOR },
        Cost { passes: Cost::FLOOR.passes - 1, ..Cost::FLOOR },
        Cost { lanes: 0, ..Cost::FLOOR },
        Cost { memory_kib: 0, passes: 0, lanes: 0 },
        Cost { memory_kib: u32::MAX, passes: u32::MAX, lanes: u32::MAX },
    ] {
        let passphrase = Passphrase::new("een andere lange zin");
        let written = file.set_passphrase(&temp.data_key(), &passphrase, lowered, &mut SystemRandomness);
        assert_eq!(written, Err(VaultError::CostOutOfBounds), "{lowered:?}");
        tried += 1;
    }
    figure("S6", "costs lowered in a file, or asked below the floor", tried, "0 opened, 0 written");
}

/// The most memory that this process ever had, in KiB.
fn most_memory() -> usize {
    let status =
        fs::read_to_string("/proc/self/status").expect("not run: there is no /proc to read memory in");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("the most memory");
    line.trim().trim_end_matches(" kB").parse().expect("a number")
}
