//! S9: one passphrase is one key, however a system spells it and whoever computes it.
//!
//! The keys were computed with other software (Python's `unicodedata` and `cryptography`, which is
//! OpenSSL's Argon2id and HKDF): NFKC, Argon2id with 8 MiB and one pass over the salt 00 01 … 0f,
//! HKDF-Expand to 64 bytes. A slot that is made with them must open.

use boundaries::{
    figure,
    forge::{SlotKeys, Slots, first},
};
use vault::{Passphrase, VaultError};

use crate::cheap::{Cheap, LEAST, blank, bytes_of};

const SALT: [u8; 16] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];

/// A passphrase in every form in which it may be typed, and the keys of its slot.
struct Vector {
    what: &'static str,
    typed: &'static [&'static str],
    keys: &'static str,
}

#[test]
fn one_passphrase_is_the_key_that_others_compute_however_it_is_spelt() {
    let mut tried = 0;
    for vector in VECTORS {
        let file = with_keys(vector.keys);
        for typed in vector.typed {
            let opened = file.1.load(&file.0).expect("whole").open_with_passphrase(&Passphrase::new(typed));
            assert_eq!(bytes_of(&opened.expect(vector.what)), file.1.data_key, "{}: {typed:?}", vector.what);
            tried += 1;
        }
        let other = vector.typed[0].to_uppercase() + "!";
        let opened = file.1.load(&file.0).expect("whole").open_with_passphrase(&Passphrase::new(&other));
        assert_eq!(opened.err(), Some(VaultError::WrongSecret), "{}", vector.what);
    }
    figure("S9", "spellings of one passphrase (NFC, NFD, NFKC, NFKD)", tried, "the key that others compute");
}

#[test]
fn a_thousand_characters_all_count() {
    let composed = |last: &str| "\u{e9}".repeat(999) + last;
    let decomposed = |last: &str| "e\u{301}".repeat(999) + last;
    for (last, keys) in [("a", LONG_A), ("b", LONG_B)] {
        let (bytes, cheap) = with_keys(keys);
        let file = cheap.load(&bytes).expect("whole");
        for typed in [composed(last), decomposed(last)] {
            let passphrase = Passphrase::new(&typed);
            assert_eq!(passphrase.characters(), 1_000);
            assert_eq!(
                bytes_of(&file.open_with_passphrase(&passphrase).expect("the right one")),
                cheap.data_key
            );
        }
        // The last of a thousand is not cut off.
        let other = if last == "a" { "b" } else { "a" };
        let opened = file.open_with_passphrase(&Passphrase::new(&composed(other)));
        assert_eq!(opened.err(), Some(VaultError::WrongSecret));
    }
    figure("S9", "characters of one passphrase", 1_000, "the last one counts");
}

/// A slot file that opens with these keys: the cipher's and the commitment, in hexadecimal.
fn with_keys(keys: &str) -> (Vec<u8>, Cheap) {
    let digits: Vec<u8> =
        (0..64).map(|at| u8::from_str_radix(&keys[2 * at..2 * at + 2], 16).expect("hexadecimal")).collect();
    let keys = SlotKeys { cipher: first(&digits), commitment: first(&digits[32..]) };
    let cheap = Cheap::new([0xa1; 16], [0x5c; 32]);
    let slot = blank(1, LEAST, SALT).wrap(&cheap.slots.vault_id, &keys, &cheap.data_key);
    let slots = Slots { vault_id: cheap.slots.vault_id, slots: vec![slot] };
    (slots.encode(&cheap.data_key), cheap)
}

const VECTORS: &[Vector] = &[
    Vector {
        what: "accents, a ligature and curly quotes",
        typed: &[
            "Zo\u{eb}\u{2019}s caf\u{e9} \u{2014} \u{fb01}ets en re\u{fc}nie",
            "Zoe\u{308}\u{2019}s cafe\u{301} \u{2014} \u{fb01}ets en reu\u{308}nie",
            "Zo\u{eb}\u{2019}s caf\u{e9} \u{2014} fiets en re\u{fc}nie",
            "Zoe\u{308}\u{2019}s cafe\u{301} \u{2014} fiets en reu\u{308}nie",
        ],
        keys: "49bf9f6dc67bee0a3260d13b994ea665ba81cf3583a6a804a175e3aa7598f848\
               67f66b74f558d19092a69b5d0b8256bbd1730d3ad9dd248b88a39627cfb681cb",
    },
    Vector {
        what: "joined emoji, a flag and a skin colour",
        typed: &[
            "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}\u{200d}\u{1f466} \u{1f3f3}\u{fe0f}\u{200d}\u{1f308} \u{1f1f3}\u{1f1f1} \u{1f44d}\u{1f3fd} nog een woord",
        ],
        keys: "f6f3c997601834b1a264de991fd782f96209039fe8e69375121a7247776814a9\
               93f657c2245cf99b7eec693a09f71877383c90493b9d257a48b8d8924ec69a89",
    },
    Vector {
        what: "half-width kana and full-width letters",
        typed: &[
            "\u{ff76}\u{ff9e}\u{ff77}\u{ff9e}\u{ff78}\u{ff9e} \u{ff57}\u{ff41}\u{ff43}\u{ff48}\u{ff54}\u{ff57}\u{ff4f}\u{ff4f}\u{ff52}\u{ff44}",
            "\u{30ac}\u{30ae}\u{30b0} wachtwoord",
            "\u{30ab}\u{3099}\u{30ad}\u{3099}\u{30af}\u{3099} wachtwoord",
        ],
        keys: "17dea99a3e9907a59a7808c74d84a03ef3df9387a4e0926e15d3acf7f8d2189b\
               a35d4eb71fc843e562133b3aa44196accf5fca5606a2d0f7a69e292074125a15",
    },
    Vector {
        what: "signs that stand for others",
        typed: &[
            "\u{c5}ngstr\u{f6}m \u{2460} \u{bd} \u{2121} \u{338f} \u{fdfa}",
            "A\u{30a}ngstro\u{308}m \u{2460} \u{bd} \u{2121} \u{338f} \u{fdfa}",
            "\u{c5}ngstr\u{f6}m 1 1\u{2044}2 TEL kg \u{635}\u{644}\u{649} \u{627}\u{644}\u{644}\u{647} \u{639}\u{644}\u{64a}\u{647} \u{648}\u{633}\u{644}\u{645}",
            "A\u{30a}ngstro\u{308}m 1 1\u{2044}2 TEL kg \u{635}\u{644}\u{649} \u{627}\u{644}\u{644}\u{647} \u{639}\u{644}\u{64a}\u{647} \u{648}\u{633}\u{644}\u{645}",
        ],
        keys: "83cf4852449f65f86e83386a9791f2cfc943a1732d3b225f6df73fa83b6b7a52\
               83a8e26dac6d42f268d8d6bb280106c3071f58e355ac79195b6b925a73926e37",
    },
    Vector {
        what: "syllables of Hangul",
        typed: &[
            "\u{d55c}\u{ad6d}\u{c5b4} \u{be44}\u{bc00}\u{bc88}\u{d638} \u{c5f4}\u{b450}\u{ae00}\u{c790}",
            "\u{1112}\u{1161}\u{11ab}\u{1100}\u{116e}\u{11a8}\u{110b}\u{1165} \u{1107}\u{1175}\u{1106}\u{1175}\u{11af}\u{1107}\u{1165}\u{11ab}\u{1112}\u{1169} \u{110b}\u{1167}\u{11af}\u{1103}\u{116e}\u{1100}\u{1173}\u{11af}\u{110c}\u{1161}",
        ],
        keys: "db6945bffcf17a9af398bc8328b4a252a11943b64724e7e067e1733bbc22d76a\
               5b8d10202a63bc7bb52a5bdb79c5de52f9d757d3746fcdeb7652b3957fe3b6b7",
    },
    Vector {
        what: "marks in another order",
        typed: &[
            "q\u{307}\u{323} en q\u{323}\u{307} samen een",
            "q\u{323}\u{307} en q\u{323}\u{307} samen een",
        ],
        keys: "96e805943310131672944dc6b6fcde021c4db6ca5c577c23a28e0f3a60b9fc60\
               6638799c836eca40511dc87e0239cdad09f02295dd4cc5e6ab36cedc19e5d9d9",
    },
    Vector {
        what: "a no-break space",
        typed: &["een\u{a0}twee\u{202f}drie vier", "een twee drie vier"],
        keys: "ff4262c258e621b557c5455a7452dfb701d38ea72a66d9e6f37e30a376d82431\
               d59f7b41f2bdc8838e77f52a74a12ab08be7be195c55653be8cbd317a20477fb",
    },
];

/// 999 times é, and an a.
const LONG_A: &str = "5ca2803721bf4917e29812a673ada00e375d631d8d6f23e943eecc08e63e9b85\
                      7ecce38573e3ad3609d7dce0c309f313c30d2a8a500124136c3bac5d351dd20a";
/// 999 times é, and a b.
const LONG_B: &str = "e195536bd6f96fccb37e41f1abb57db04bddeba47be811463bde491c1163d89f\
                      9ef1d80e362c4323e23a2576d278dccd32c66bf4a47142b3a97ea898a22157f3";
