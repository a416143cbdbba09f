//! S7: a ciphertext that plain AES-GCM opens under two keys opens with one of them only.
//!
//! Whoever may try guesses against a lock that answers could otherwise try many in one go
//! (Len, Grubbs, Ristenpart 2021). In GHASH the second block of the ciphertext is multiplied by
//! H², so making both keys give the same tag is a linear equation in it (Dodis, Grubbs,
//! Ristenpart, Woodage 2018).

use aes_gcm::{
    aead::KeyInit as _,
    aes::{Aes256, cipher::BlockCipherEncrypt as _},
};
use boundaries::{
    figure,
    forge::{Slot, SlotKeys, Slots},
};
use vault::{Passphrase, RecoveryKey, SystemRandomness, VaultError};

use crate::cheap::{Cheap, LEAST, blank, bytes_of, symbols_of};

const ID: [u8; 16] = [0xa1; 16];

#[test]
fn a_slot_made_for_two_recovery_keys_opens_with_the_one_it_is_committed_to() {
    let cheap = Cheap::new(ID, [0x5c; 32]);
    let sheets = [0, 1].map(|_| RecoveryKey::draw(&mut SystemRandomness).expect("randomness"));
    let slot = blank(2, [0; 3], [0x33; 16]);
    let keys = sheets.each_ref().map(|sheet| SlotKeys::of_recovery_key(&symbols_of(sheet), &slot.salt));
    for committed in [0, 1] {
        let (slot, inside) = for_both(&slot, &keys, committed);
        // The best that a forger can do: the MAC that the key inside, for the one, would give.
        let slots = Slots { slots: vec![cheap.slots.slots[0].clone(), slot], ..cheap.slots.clone() };
        let file = cheap.load(&slots.encode(&inside[committed])).expect("well formed");
        let opened = file.open_with_recovery_key(&sheets[committed]).expect("the one it is for");
        assert_eq!(bytes_of(&opened), inside[committed]);
        let other = &sheets[1 - committed];
        assert_eq!(file.open_with_recovery_key(other).err(), Some(VaultError::WrongSecret));
        let file = cheap.load(&slots.encode(&inside[1 - committed])).expect("well formed");
        assert_eq!(file.open_with_recovery_key(other).err(), Some(VaultError::WrongSecret));
    }
    figure("S7", "slots that AES-GCM opens under two recovery keys", 2, "the commitment rejects the second");
}

#[test]
fn a_slot_made_for_two_passphrases_opens_with_the_one_it_is_committed_to() {
    let cheap = Cheap::new(ID, [0x5c; 32]);
    let guesses = ["de eerste lange zin", "de tweede lange zin"];
    let slot = blank(1, LEAST, [0x44; 16]);
    let keys = guesses.map(|guess| SlotKeys::of_passphrase(guess.as_bytes(), &slot.salt, LEAST));
    for committed in [0, 1] {
        let (slot, inside) = for_both(&slot, &keys, committed);
        let slots = Slots { slots: vec![slot], ..cheap.slots.clone() };
        for maker in [0, 1] {
            let file = cheap.load(&slots.encode(&inside[maker])).expect("well formed");
            for (number, guess) in guesses.iter().enumerate() {
                let opened = file.open_with_passphrase(&Passphrase::new(guess));
                let expected = match (number == committed, maker == committed) {
                    (true, true) => None,
                    (true, false) => Some(VaultError::SlotsDamaged { previous_usable: false }),
                    (false, _) => Some(VaultError::WrongSecret),
                };
                assert_eq!(opened.err(), expected);
            }
        }
    }
    figure("S7", "slots that AES-GCM opens under two passphrases", 2, "the commitment rejects the second");
}

/// The slot with a ciphertext that both keys open, and what each finds in it.
fn for_both(slot: &Slot, keys: &[SlotKeys; 2], committed: usize) -> (Slot, [[u8; 32]; 2]) {
    let slot = Slot { commitment: keys[committed].commitment, ..slot.clone() };
    let aad = slot.associated_data(&ID);
    let first = [0x5a; 16];
    let sides = keys.map(|keys| {
        let cipher = Aes256::new(&keys.cipher.into());
        let encrypt = |block: [u8; 16]| {
            let mut block = block.into();
            cipher.encrypt_block(&mut block);
            u128::from_be_bytes(block.into())
        };
        let h = encrypt([0; 16]);
        let mut counter = [0; 16];
        counter[..12].copy_from_slice(&slot.nonce);
        counter[15] = 1;
        // All of the tag that does not depend on the second block.
        let mut blocks: Vec<u128> = aad
            .chunks(16)
            .map(|chunk| {
                let mut block = [0; 16];
                block[..chunk.len()].copy_from_slice(chunk);
                u128::from_be_bytes(block)
            })
            .collect();
        let bits = (aad.len() as u128 * 8) << 64 | 256;
        blocks.extend([u128::from_be_bytes(first), 0, bits]);
        let hash = blocks.iter().fold(0, |sum, block| times(sum ^ block, h));
        (times(h, h), hash ^ encrypt(counter))
    });
    let [(square_a, rest_a), (square_b, rest_b)] = sides;
    let second = times(rest_a ^ rest_b, inverse(square_a ^ square_b));
    let tag = rest_a ^ times(second, square_a);
    let mut wrapped = [0; 48];
    wrapped[..16].copy_from_slice(&first);
    wrapped[16..32].copy_from_slice(&second.to_be_bytes());
    wrapped[32..].copy_from_slice(&tag.to_be_bytes());
    let slot = Slot { wrapped, ..slot };
    let inside = keys.map(|keys| slot.unwrap(&ID, &keys).expect("plain GCM accepts both"));
    assert_ne!(inside[0], inside[1]);
    (slot, inside)
}

/// Multiplication in GCM's field (NIST SP 800-38D, 6.3).
fn times(x: u128, mut y: u128) -> u128 {
    let mut product = 0;
    for bit in (0..128).rev() {
        if (x >> bit) & 1 == 1 {
            product ^= y;
        }
        let carry = y & 1;
        y >>= 1;
        if carry == 1 {
            y ^= 0xe1 << 120;
        }
    }
    product
}

/// x to the power 2¹²⁸ − 2.
fn inverse(x: u128) -> u128 {
    let (mut power, mut product) = (x, 1 << 127);
    for _ in 1..128 {
        power = times(power, power);
        product = times(product, power);
    }
    product
}
