//! S11: a recovery key that was copied wrongly is caught before any key is derived.

use boundaries::{figure, forge, rounds};
use testkit::SeededRandomness;
use vault::{RecoveryKey, SystemRandomness};

const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

#[test]
fn nearly_every_slip_of_the_pen_is_caught_before_derivation() {
    let mut dice = SeededRandomness::new(11);
    let (mut slips, mut caught) = (0, 0);
    while slips < rounds(10_000, 10_000) {
        let key = RecoveryKey::draw(&mut SystemRandomness).expect("randomness");
        let sheet: Vec<u8> =
            key.groups().iter().flat_map(|group| group.bytes().collect::<Vec<_>>()).collect();
        for slip in 0..8 {
            let copied = slipped(&sheet, slip, &mut dice);
            let copied = String::from_utf8(copied).expect("letters");
            if forge::symbols(&copied) == forge::symbols(std::str::from_utf8(&sheet).expect("letters")) {
                continue;
            }
            slips += 1;
            // Only a whole key is tried on a slot: one that is not read costs no derivation.
            caught += usize::from(RecoveryKey::parse(&copied).is_err());
        }
    }
    let missed = slips - caught;
    assert!(missed * 10_000 <= slips, "{missed} of {slips} were not noticed");
    figure("S11", "recovery keys mistyped", slips, format!("{caught} caught before derivation"));
}

/// A sheet copied with one kind of slip.
fn slipped(sheet: &[u8], slip: usize, dice: &mut SeededRandomness) -> Vec<u8> {
    let mut copied = sheet.to_vec();
    let at = dice.below(sheet.len());
    let mut letter = || LETTERS[dice.below(LETTERS.len())];
    match slip {
        // One character read as another.
        0..=2 => copied[at] = letter(),
        // Two neighbours exchanged.
        3 => copied.swap(at, (at + 1) % sheet.len()),
        // Any two exchanged.
        4 => copied.swap(at, dice.below(sheet.len())),
        // One forgotten, one written twice: the rest has moved.
        5 => {
            copied.remove(at);
        }
        6 => copied.insert(at, sheet[at]),
        // Two groups exchanged.
        _ => {
            let group = at / 5;
            let other = (group + 1) % 6;
            for place in 0..5 {
                copied.swap(group * 5 + place, other * 5 + place);
            }
        }
    }
    copied
}
