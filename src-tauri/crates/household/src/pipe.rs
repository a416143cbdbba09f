//! Messages between the parent and a role, over the role's standard input and output.
//!
//! A frame is a length (four bytes, little endian, counting what follows), one byte that says
//! which of three things follows, and the thing: a message in JSON, a key in plain bytes, or what is
//! shown in a walk-through. Key and texts never pass through a formatter, and their buffers are wiped.
//! A frame longer than its sort may be, or of an unknown sort, ends the conversation: whoever writes it
//! is not one of ours.

use std::io::{self, Read, Write};

use contract::{Appearance, BackupRef, Failure, Intent, LockReason, Notice, WalkEnd};
use payload::Payload;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// The longest message, in bytes after the length. A key is shorter; what is shown has a limit of its own.
const MOST: usize = 64 * 1024;
/// The length of a key that is handed over: flags, data key, vault id.
const KEY: usize = 1 + 48;

const JSON: u8 = 1;
const HANDOVER: u8 = 2;
const SHOWN: u8 = 3;

/// What travels between the parent and a role.
#[derive(Debug)]
pub enum Parcel {
    /// A message without secrets.
    Note(Note),
    /// The data key, from `keys` by way of the parent to `journal`.
    Key(Handover),
    /// What is shown in a walk-through, from `journal` by way of the parent to `walk-through`.
    Shown(Payload),
}

/// A message without secrets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "note", rename_all = "kebab-case")]
pub enum Note {
    /// To a role, first of all: what it is for.
    Begin {
        /// The data folder.
        folder: std::path::PathBuf,
        /// Language and text size, as last chosen.
        appearance: Appearance,
        /// What the `keys` window opens for.
        intent: Intent,
        /// The backup to restore, where one was chosen in the journal.
        backup: Option<BackupRef>,
        /// What happened just before.
        notice: Option<Notice>,
        /// To `journal`: how the walk-through ended that nobody came back from yet.
        walked: Option<WalkEnd>,
    },
    /// To a role: bring your window to the front.
    Show,
    /// To a role: save what there is to save and end.
    Leave,
    /// From a role: its first screen is painted.
    Painted,
    /// From `journal`: the store is open and the window is there.
    Opened,
    /// From `journal`: the key was right but the store does not open; it ends now.
    OpeningFailed {
        /// Why.
        failure: Failure,
    },
    /// From `journal`: it is locking and ends when all is sealed.
    Locking {
        /// What the `keys` window opens for.
        intent: Intent,
        /// Why.
        why: LockReason,
        /// Whether the page had said before that all was saved.
        saved: bool,
        /// The backup to restore, where one was chosen.
        backup: Option<BackupRef>,
    },
    /// From a role: language or text size changed.
    Appearance {
        /// What now holds.
        appearance: Appearance,
    },
    /// From a role: the person closes the app; the role ends by itself. From a `keys` that was opened
    /// for more time: nobody gave a passphrase.
    Quit,
    /// From `walk-through`: somebody asks for more time.
    MoreTimeWanted,
    /// From `keys`: a passphrase was given for more time. To `walk-through`: it has more time.
    MoreTime,
    /// To `walk-through`: it has no more time.
    NoMoreTime,
    /// From `walk-through`: it is over, and its process ends now.
    WalkEnded {
        /// How.
        end: WalkEnd,
    },
}

/// The data key on its way from one process to the next. Wiped when dropped, never printed.
///
/// On the heap, so that passing it on moves a pointer and leaves no copy behind on a stack.
pub struct Handover {
    bytes: Zeroizing<Vec<u8>>,
}

/// What `journal` cannot know itself, for it never opens the slot file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Circumstances {
    /// A recovery key was made and typed back.
    pub recovery_ready: bool,
    /// The recovery key opened the slots.
    pub with_recovery_key: bool,
    /// The person wants to read only.
    pub to_read: bool,
}

impl Handover {
    const RECOVERY_READY: u8 = 1;
    const WITH_RECOVERY_KEY: u8 = 2;
    const TO_READ: u8 = 4;

    /// Packs a data key (32 bytes and the vault's id of 16) with its circumstances.
    pub fn new(key: &[u8; 48], circumstances: Circumstances) -> Self {
        let Circumstances { recovery_ready, with_recovery_key, to_read } = circumstances;
        let mut bytes = Zeroizing::new(vec![0; KEY]);
        bytes[0] = u8::from(recovery_ready) * Self::RECOVERY_READY
            + u8::from(with_recovery_key) * Self::WITH_RECOVERY_KEY
            + u8::from(to_read) * Self::TO_READ;
        bytes[1..].copy_from_slice(key);
        Self { bytes }
    }

    /// The data key and the vault's id.
    pub fn expose_key(&self) -> &[u8; 48] {
        self.bytes.last_chunk().unwrap_or(&[0; 48])
    }

    /// How it came.
    pub fn circumstances(&self) -> Circumstances {
        let is_set = |flag| self.bytes[0] & flag != 0;
        Circumstances {
            recovery_ready: is_set(Self::RECOVERY_READY),
            with_recovery_key: is_set(Self::WITH_RECOVERY_KEY),
            to_read: is_set(Self::TO_READ),
        }
    }
}

impl std::fmt::Debug for Handover {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Handover")
    }
}

/// Writes one parcel and flushes it.
///
/// # Errors
/// When the other side is gone.
pub fn send(to: &mut impl Write, parcel: &Parcel) -> io::Result<()> {
    match parcel {
        Parcel::Note(note) => send_note(to, note),
        Parcel::Key(handover) => frame(to, HANDOVER, &handover.bytes),
        Parcel::Shown(payload) => frame(to, SHOWN, payload.expose()),
    }
}

/// Writes one message and flushes it.
///
/// # Errors
/// When the other side is gone.
pub fn send_note(to: &mut impl Write, note: &Note) -> io::Result<()> {
    frame(to, JSON, &serde_json::to_vec(note)?)
}

fn frame(to: &mut impl Write, sort: u8, bytes: &[u8]) -> io::Result<()> {
    let length = u32::try_from(bytes.len() + 1).map_err(|_| foreign())?;
    // One write, so that two threads which share the pipe by a lock never interleave.
    let mut frame = Zeroizing::new(Vec::with_capacity(bytes.len() + 5));
    frame.extend_from_slice(&length.to_le_bytes());
    frame.push(sort);
    frame.extend_from_slice(bytes);
    to.write_all(&frame)?;
    to.flush()
}

/// Reads one parcel; nothing when the other side ended between two frames.
///
/// Give it an unbuffered reader: a buffer would keep a copy of the key.
///
/// # Errors
/// `UnexpectedEof` for a torn frame, `InvalidData` for one that is too long, of an unknown sort
/// or not what its sort says.
pub fn receive(from: &mut impl Read) -> io::Result<Option<Parcel>> {
    let mut length = [0; 4];
    if !fill_or_end(from, &mut length)? {
        return Ok(None);
    }
    let length = u32::from_le_bytes(length) as usize;
    if length == 0 || length > payload::MOST + 1 {
        return Err(foreign());
    }
    let mut sort = [0; 1];
    from.read_exact(&mut sort)?;
    match sort[0] {
        JSON if length <= MOST => {
            let mut bytes = vec![0; length - 1];
            from.read_exact(&mut bytes)?;
            Ok(Some(Parcel::Note(serde_json::from_slice(&bytes).map_err(|_| foreign())?)))
        }
        HANDOVER if length == KEY + 1 => {
            let mut bytes = Zeroizing::new(vec![0; KEY]);
            from.read_exact(&mut bytes)?;
            Ok(Some(Parcel::Key(Handover { bytes })))
        }
        SHOWN if payload::is_size(length - 1) => {
            let mut bytes = Zeroizing::new(vec![0; length - 1]);
            from.read_exact(&mut bytes)?;
            Payload::new(bytes).map(Parcel::Shown).map(Some).ok_or_else(foreign)
        }
        _ => Err(foreign()),
    }
}

/// Fills the buffer; false when the stream ended before its first byte.
fn fill_or_end(from: &mut impl Read, buffer: &mut [u8]) -> io::Result<bool> {
    let mut filled = 0;
    while filled < buffer.len() {
        match from.read(&mut buffer[filled..]) {
            Ok(0) if filled == 0 => return Ok(false),
            Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(count) => filled += count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(true)
}

fn foreign() -> io::Error {
    io::ErrorKind::InvalidData.into()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const RECOVERED: Circumstances =
        Circumstances { recovery_ready: true, with_recovery_key: false, to_read: true };

    fn handover() -> Handover {
        let mut key = [0; 48];
        for (place, byte) in key.iter_mut().enumerate() {
            *byte = u8::try_from(place * 5 % 256).expect("below 256");
        }
        Handover::new(&key, RECOVERED)
    }

    fn bytes_of(parcel: &Parcel) -> Vec<u8> {
        let mut bytes = Vec::new();
        send(&mut bytes, parcel).expect("a vector takes everything");
        bytes
    }

    /// Gives one byte at a time, as a slow pipe may.
    struct Drip<'a>(&'a [u8]);

    impl Read for Drip<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let count = self.0.len().min(buffer.len()).min(1);
            buffer[..count].copy_from_slice(&self.0[..count]);
            self.0 = &self.0[count..];
            Ok(count)
        }
    }

    #[test]
    fn a_key_arrives_whole_over_a_pipe_that_drips() {
        let bytes = bytes_of(&Parcel::Key(handover()));
        let Some(Parcel::Key(arrived)) = receive(&mut Drip(&bytes)).expect("a whole frame") else {
            panic!("a key was sent");
        };
        assert_eq!(arrived.expose_key(), handover().expose_key());
        assert_eq!(arrived.circumstances(), RECOVERED);
    }

    #[test]
    fn a_message_arrives_as_it_was_sent() {
        let backup = BackupRef { place: contract::BackupPlace::Second, name: "20261122T164512Z".to_owned() };
        let note = Note::Locking {
            intent: Intent::Restore,
            why: LockReason::Lid,
            saved: true,
            backup: Some(backup),
        };
        let bytes = bytes_of(&Parcel::Note(note.clone()));
        let Some(Parcel::Note(arrived)) = receive(&mut &bytes[..]).expect("a whole frame") else {
            panic!("a message was sent");
        };
        assert_eq!(arrived, note);
    }

    #[test]
    fn every_torn_frame_is_an_error_and_no_frame_is_an_end() {
        let bytes = bytes_of(&Parcel::Key(handover()));
        assert!(receive(&mut &bytes[..0]).expect("an end is no error").is_none());
        for length in 1..bytes.len() {
            assert!(receive(&mut &bytes[..length]).is_err(), "torn at {length}");
        }
    }

    #[test]
    fn a_huge_frame_is_refused_before_memory_is_taken() {
        let mut bytes = u32::MAX.to_le_bytes().to_vec();
        bytes.push(JSON);
        let refused = receive(&mut &bytes[..]).expect_err("four gigabytes");
        assert_eq!(refused.kind(), io::ErrorKind::InvalidData);
    }

    #[test]
    fn a_key_of_another_length_is_refused() {
        let mut bytes = bytes_of(&Parcel::Key(handover()));
        bytes[0] -= 1;
        bytes.pop();
        assert_eq!(receive(&mut &bytes[..]).expect_err("too short").kind(), io::ErrorKind::InvalidData);
    }

    #[test]
    fn only_what_is_shown_may_be_longer_than_a_message() {
        for (sort, length) in [(JSON, MOST + 1), (HANDOVER, MOST), (SHOWN, MOST), (SHOWN, payload::MOST + 2)]
        {
            let mut bytes = u32::try_from(length).expect("small").to_le_bytes().to_vec();
            bytes.push(sort);
            bytes.resize(4 + length, b' ');
            let refused = receive(&mut &bytes[..]).expect_err("too long, or no whole step");
            assert_eq!(refused.kind(), io::ErrorKind::InvalidData, "sort {sort}, {length}");
        }
    }

    #[test]
    fn what_is_shown_arrives_whole_and_never_prints() {
        for steps in [1, 16, payload::MOST / payload::STEP] {
            let bytes = Zeroizing::new((0..steps * payload::STEP).map(|place| place as u8).collect());
            let sent = Parcel::Shown(Payload::new(bytes).expect("whole steps"));
            assert_eq!(format!("{sent:?}"), "Shown(Payload)");
            let (Parcel::Shown(sent_payload), frame) = (&sent, bytes_of(&sent)) else { unreachable!() };
            let Some(Parcel::Shown(arrived)) = receive(&mut &frame[..]).expect("a whole frame") else {
                panic!("what is shown was sent");
            };
            assert!(arrived.expose() == sent_payload.expose());
        }
    }

    #[test]
    fn a_key_never_prints() {
        assert_eq!(format!("{:?}", Parcel::Key(handover())), "Key(Handover)");
    }

    proptest! {
        #[test]
        fn foreign_bytes_never_panic_and_never_make_a_key(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            if let Ok(Some(Parcel::Key(_))) = receive(&mut &bytes[..]) {
                prop_assert!(bytes[..4] == (KEY as u32 + 1).to_le_bytes() && bytes[4] == HANDOVER);
            }
        }
    }
}
