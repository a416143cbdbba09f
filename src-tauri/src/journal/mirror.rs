//! The mirror's commands. What looks for persons is pure and slow in the large, so it works outside
//! the room: what it needs to know is asked for first, in a moment.

use std::sync::Arc;

use ::journal::MOST_BYTES;
use contract::*;
use privacy::Detector;

use crate::{
    journal::{Journal, marks},
    wire,
};

/// Entries looked over in one answer: with those of a diligent writer, some ten milliseconds.
const PART: usize = 200;

impl Journal {
    pub(super) fn mirror_text(self: &Arc<Self>, request: MirrorText) -> Result<Mirror, Failure> {
        let MirrorText { text, entry, for_others } = request;
        if u32::try_from(text.len()).map_or(true, |bytes| bytes > MOST_BYTES) {
            return Err(Failure::TextTooLong { most: MOST_BYTES });
        }
        let found = Detector::shipped().find(&text);
        if found.is_empty() && !for_others {
            // As after most pauses: nobody is disturbed.
            return Ok(Mirror { findings: vec![] });
        }
        let (nobody, alias) = self.at_desk(|desk| {
            let alias = entry.map(|entry| desk.alias_of(entry)).transpose()?.flatten();
            Ok((desk.nobody()?, alias))
        })?;
        let found = nobody.without(&text, found);
        let aliases = if for_others { nobody.aliases_in(&text) } else { vec![] };
        let alias = alias.as_ref().map(::journal::Alias::as_str);
        Ok(Mirror { findings: marks::findings(&text, &found, &aliases, alias) })
    }

    pub(super) fn mirror_entry(self: &Arc<Self>, request: EntryRequest) -> Result<EntryMirror, Failure> {
        let (texts, nobody) = self.at_desk(|desk| Ok((desk.texts_of(request.entry)?, desk.nobody()?)))?;
        let detector = Detector::shipped();
        let found: Vec<_> = texts.iter().flat_map(|text| nobody.without(text, detector.find(text))).collect();
        Ok(EntryMirror {
            kinds: marks::kinds(&found),
            weighty: marks::weights(texts.iter().map(|text| detector.weighty(text))),
        })
    }

    #[expect(
        clippy::needless_pass_by_value,
        reason = "a command owns its request, as every adapter gives it"
    )]
    pub(super) fn check_entries(self: &Arc<Self>, request: CheckEntries) -> Result<CheckedEntries, Failure> {
        let (part, nobody) =
            self.at_desk(|desk| Ok((desk.texts(request.after.as_ref(), PART)?, desk.nobody()?)))?;
        let next = part.last().filter(|_| part.len() == PART).map(|last| wire::cursor(last.row.cursor()));
        let detector = Detector::shipped();
        let rows = part.into_iter().filter_map(|entry| {
            let found: Vec<_> =
                entry.texts.iter().flat_map(|text| nobody.without(text, detector.find(text))).collect();
            let kinds = marks::kinds(&found);
            (!kinds.is_empty()).then(|| CheckedRow { row: wire::row(entry.row), kinds })
        });
        Ok(CheckedEntries { rows: rows.collect(), next })
    }
}
