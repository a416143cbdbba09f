//! S1: the thief has the folder, its backups and our source, and tries every key that can be
//! derived from what is stored.
//!
//! He is first shown to be good at it: a key that lies about, a key made from what is stored, a
//! common passphrase and a generator that anybody can run again are all found.

use std::{fs, thread};

use boundaries::{
    figure,
    forge::{self, first},
    rounds, writing,
};
use sha2::{Digest as _, Sha256};
use testkit::{CHEAP, SeededRandomness, TempVault};
use vault::{DataKey, Folder, NoRandomness, Passphrase, Randomness, SystemRandomness, set_up};

use crate::loot::{Locks, Loot};

#[test]
fn a_thief_finds_no_key_in_what_is_stored() {
    let directory = tempfile::tempdir().expect("a folder");
    let folder = Folder::open(directory.path()).expect("a folder");
    let passphrase = Passphrase::new("vier onbekende dieren zwemmen langs");
    let (mut slots, key) = set_up(&folder, &passphrase, CHEAP, &mut SystemRandomness).expect("set up");
    let sheet = vault::RecoveryKey::draw(&mut SystemRandomness).expect("drawn");
    slots.set_recovery_key(&key, &sheet, &mut SystemRandomness).expect("a slot");
    slots.store(&folder).expect("stored");
    let hand_over = key.to_hand_over();
    let mut journal = writing::open(directory.path(), key).expect("opens");
    writing::fill(&mut journal, rounds(3, 24), 1500);
    journal.close().expect("locks");
    // And open again, as a thief finds it who takes the machine while it runs.
    let mut journal = writing::open(directory.path(), DataKey::from_hand_over(&hand_over)).expect("opens");
    writing::fill(&mut journal, rounds(2, 12), 1500);
    writing::look(journal.vault_mut()).expect("noted");
    writing::back_up(&mut journal, writing::moment().to_utc());
    folder.set_appearance(vault::Appearance::default()).expect("written");

    let loot = Loot::of(directory.path());
    drop(journal);
    let backup = loot.locks.iter().find(|locks| locks.is_backup()).expect("a backup is stolen too");
    let names: Vec<&str> = loot.files.iter().map(|(name, _)| name.as_str()).collect();
    for name in ["appearance.toml", "journal.db", "journal.db-wal", "seal", "slots", "slots.previous"] {
        assert!(names.contains(&name), "{name} is stolen too: {names:?}");
    }
    let key: [u8; 32] = first(&hand_over[..]);
    let raw = forge::sub_key(&key, &loot.locks[0].slots.vault_id, "db/1");
    assert!(loot.locks[0].store_opens(&raw), "the right key is known when it is seen");
    assert_eq!(loot.locks[0].opened_by(&key), Some("the store, as the data key"));

    let counts = forge::sub_key(&key, &loot.locks[0].slots.vault_id, "backup/1");
    assert!(backup.manifest_opens(&counts) && backup.store_opens(&raw), "and so are those of the backup");

    let theft = Theft { thorough: rounds(0, 1) > 0, guesses: rounds(3, GUESSES.len()) };
    let (tried, found) = theft.of(&loot);
    assert_eq!(found, None, "after {tried} keys");
    figure("S1", "keys derived from what is stored, tried on every lock", tried, "0 opened");
}

#[test]
fn a_key_that_lies_about_is_found() {
    for (what, lay) in [
        ("the data key", (|key, _| key.to_vec()) as fn(&[u8; 32], &[u8; 32]) -> Vec<u8>),
        ("the raw key", |_, raw| raw.to_vec()),
        ("the data key, written out", |key, _| hex(key).into_bytes()),
        ("the raw key, as SQLCipher takes it", |_, raw| {
            format!("x'{}'", hex(raw)).to_uppercase().into_bytes()
        }),
        ("the data key, from behind", |key, _| key.iter().rev().copied().collect()),
    ] {
        let temp = TempVault::set_up();
        let key: [u8; 32] = first(&temp.data_key().to_hand_over()[..]);
        let raw = forge::sub_key(&key, &Loot::of(temp.path()).locks[0].slots.vault_id, "db/1");
        let note = [b"a=1\nkey=".as_slice(), &lay(&key, &raw), b"\n"].concat();
        fs::write(temp.path().join("appearance.toml"), note).expect("written");
        let theft = Theft { thorough: false, guesses: 0 };
        assert!(theft.of_windows(&Loot::of(temp.path())).1.is_some(), "{what}");
    }
}

#[test]
fn a_key_that_anybody_can_make_is_found() {
    // Made from what is stored.
    struct Derived(Vec<u8>);
    impl Randomness for Derived {
        fn fill(&mut self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
            let digest = Sha256::digest(&self.0);
            bytes.iter_mut().zip(digest.iter().cycle()).for_each(|(byte, from)| *byte = *from);
            self.0 = bytes.to_vec();
            Ok(())
        }
    }
    let made = |passphrase: &str, randomness: &mut dyn Randomness| {
        let directory = tempfile::tempdir().expect("a folder");
        let folder = Folder::open(directory.path()).expect("a folder");
        set_up(&folder, &Passphrase::new(passphrase), CHEAP, randomness).expect("set up");
        directory
    };
    let theft = Theft { thorough: false, guesses: GUESSES.len() };
    let derived = made("een onbekende lange zin", &mut Derived(b"seed".to_vec()));
    assert!(theft.of_fields(&Loot::of(derived.path())).1.is_some(), "the hash of the journal's id");
    assert!(theft.of_seeds(&Loot::of(TempVault::set_up().path())).1.is_some(), "the testkit's own generator");
    let guessed = made(GUESSES[2], &mut SystemRandomness);
    assert!(theft.of_guesses(&Loot::of(guessed.path())).1.is_some(), "a passphrase that everybody has");
}

/// What a thief types before he thinks. The first is no passphrase at all.
const GUESSES: &[&str] = &[
    "",
    "terugblik",
    "wachtwoord123",
    "password",
    "Welkom01",
    "000000000000",
    "123456789012",
    "Terugblik2026!",
    "een hele lange wachtzin",
    "journal",
];

/// How far a thief goes.
struct Theft {
    /// Every derivation of every window of every file; else of the small files only, and the
    /// nearest ones of the large.
    thorough: bool,
    /// How many passphrases he types; each costs him a derivation.
    guesses: usize,
}

/// How many keys were tried, and what one of them opened.
type Spoils = (usize, Option<String>);

impl Theft {
    fn of(&self, loot: &Loot) -> Spoils {
        [self.of_windows(loot), self.of_fields(loot), self.of_seeds(loot), self.of_guesses(loot)]
            .into_iter()
            .fold((0, None), |(all, found), (tried, here)| (all + tried, found.or(here)))
    }

    /// Every 32 bytes that follow one another in a file, and what is nearest to them.
    fn of_windows(&self, loot: &Loot) -> Spoils {
        let mut spoils: Spoils = (0, None);
        for (name, bytes) in &loot.files {
            let thorough = self.thorough || bytes.len() < 16 * 1024;
            let half = bytes.len() / 2;
            let search = |range: std::ops::Range<usize>| -> Spoils {
                let mut tried = 0;
                for at in range {
                    let Some(window) = bytes.get(at..).and_then(<[u8]>::first_chunk::<32>) else { break };
                    let mut reversed = *window;
                    reversed.reverse();
                    let mut keys = vec![*window, reversed, Sha256::digest(window).into()];
                    keys.extend(bytes.get(at..at + 64).and_then(unhex));
                    tried += keys.len();
                    let opened = keys.iter().find_map(|key| try_one(loot, key, thorough));
                    if let Some(opened) = opened {
                        return (tried, Some(format!("{opened}, from {name} at {at}")));
                    }
                }
                (tried, None)
            };
            let [left, right] = thread::scope(|scope| {
                let other = scope.spawn(|| search(half..bytes.len()));
                [search(0..half), other.join().expect("he goes on")]
            });
            spoils = (spoils.0 + left.0 + right.0, spoils.1.or(left.1).or(right.1));
        }
        spoils
    }

    /// Every field, and every two of them, through what one makes keys with.
    fn of_fields(&self, loot: &Loot) -> Spoils {
        let fields = loot.fields();
        let mut tried = 0;
        let mut try_all = |keys: &[[u8; 32]]| {
            tried += keys.len();
            keys.iter().find_map(|key| try_one(loot, key, true))
        };
        let padded = |field: &[u8]| {
            let mut key = [0; 32];
            key.iter_mut().zip(field).for_each(|(byte, from)| *byte = *from);
            key
        };
        let constants: Vec<[u8; 32]> = (0..=255).map(|byte| [byte; 32]).collect();
        let mut found = try_all(&constants);
        for one in &fields {
            let digest: [u8; 32] = Sha256::digest(one).into();
            let repeated: Vec<u8> = one.iter().copied().cycle().take(32.min(one.len() * 32)).collect();
            let keys = [padded(one), padded(&repeated), digest, Sha256::digest(digest).into()];
            found = found.or_else(|| try_all(&keys));
            for other in &fields {
                let joined: [u8; 32] = Sha256::digest([one.as_slice(), other].concat()).into();
                let mac = forge::mac(one, &[other]);
                let mut keys = vec![joined, mac];
                let salt: [u8; 16] = first(&padded(one));
                keys.extend(
                    ["db/1", "header/1", "seal/1"].map(|purpose| forge::sub_key(other, &salt, purpose)),
                );
                found = found.or_else(|| try_all(&keys));
            }
        }
        (tried, found.map(|opened| format!("{opened}, from the fields")))
    }

    /// What the generator of our own tests gives, and the times when the files were made.
    fn of_seeds(&self, loot: &Loot) -> Spoils {
        let mut tried = 0;
        for seed in 0..rounds(1_000, 100_000) as u64 {
            let mut generator = SeededRandomness::new(seed);
            let mut bytes = [0; 80];
            generator.fill(&mut bytes[..16]).expect("never dry");
            generator.fill(&mut bytes[16..]).expect("never dry");
            let time: [u8; 32] = Sha256::digest(seed.to_le_bytes()).into();
            for key in [first(&bytes), first(&bytes[16..]), time] {
                tried += 1;
                if let Some(opened) = try_one(loot, &key, false) {
                    return (tried, Some(format!("{opened}, from the seed {seed}")));
                }
            }
        }
        (tried, None)
    }

    /// Passphrases that everybody has, for the slots and for SQLCipher's own derivation.
    fn of_guesses(&self, loot: &Loot) -> Spoils {
        let mut tried = 0;
        for guess in GUESSES.iter().take(self.guesses) {
            for locks in &loot.locks {
                let mut keys = vec![locks.as_sqlcipher_passphrase(guess.as_bytes())];
                let slot = &locks.slots.slots[0];
                keys.push(forge::argon2id(guess.as_bytes(), &slot.salt, slot.cost));
                tried += keys.len();
                if let Some(opened) = keys.iter().find_map(|key| try_one(loot, key, true)) {
                    return (tried, Some(format!("{opened}, from {guess:?}")));
                }
            }
        }
        (tried, None)
    }
}

fn try_one(loot: &Loot, key: &[u8; 32], thorough: bool) -> Option<&'static str> {
    loot.locks.iter().find_map(|locks: &Locks| {
        if thorough { locks.opened_by(key) } else { locks.store_opened_by(key).then_some("the store") }
    })
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// 64 hexadecimal digits as the 32 bytes they stand for.
fn unhex(digits: &[u8]) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        let text = std::str::from_utf8(pair).ok().filter(|text| !text.starts_with('+'))?;
        *byte = u8::from_str_radix(text, 16).ok()?;
    }
    Some(bytes)
}
