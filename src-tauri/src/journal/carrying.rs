//! What comes in from a file that the person points at, and what goes out into one: a pack, and what
//! holds no person. The dialogs are open beside the desk, so that nobody waits for them.

use std::path::Path;

use contract::*;
use handbook::MAX_PACK_BYTES;
use household::catalogue::Say;

use crate::{
    folder_dialog,
    journal::{Journal, pack_fault},
    learned_page, own_trial_table, sheet_page,
};

impl Journal {
    pub(super) fn check_pack(&self, (): ()) -> Result<PackChecked, Failure> {
        let language = self.at_desk(|desk| desk.must_not_only_read().map(|()| desk.language()))?;
        let Some(path) = folder_dialog::choose_file(language, Say::PackTitle, Say::PackFiles, "toml") else {
            // Who points at nothing keeps what was looked over before.
            return Ok(PackChecked::Cancelled);
        };
        let found = read(&path);
        self.at_desk(|desk| match found {
            Ok((file, text)) => desk.look_over_pack(file, text),
            Err(checked) => {
                desk.put_pack_aside();
                Ok(checked)
            }
        })
    }

    pub(super) fn save_sheet(&self, request: EntryRequest) -> Result<PageSaved, Failure> {
        // Nobody waits for a dialog: what is saved is what stands there when it opens.
        let (language, page) = self.at_desk(|desk| Ok((desk.language(), desk.sheet_page(request)?)))?;
        let saved = sheet_page::save(language, &page)?;
        if saved.path.is_some() {
            self.at_desk(|desk| desk.mark_carried_out(&[::journal::EntryId(request.entry.0)]))?;
        }
        Ok(saved)
    }

    pub(super) fn save_learned(&self, request: SaveLearned) -> Result<PageSaved, Failure> {
        let (language, page) = self.at_desk(|desk| Ok((desk.language(), desk.learned_page(request)?)))?;
        learned_page::save(language, &page)
    }

    pub(super) fn save_own_trial(&self, request: OwnTrialRequest) -> Result<PageSaved, Failure> {
        // As above: what is saved is what stands there when the dialog opens.
        let (language, table) = self.at_desk(|desk| Ok((desk.language(), desk.own_trial_table(request)?)))?;
        own_trial_table::save(language, &table)
    }
}

/// The name and the text of a file; or why it cannot be a pack. Of where it lies no more is told.
pub fn read(path: &Path) -> Result<(String, String), PackChecked> {
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    // One byte more tells that it is too large.
    let bytes = folder_dialog::read_file(path, MAX_PACK_BYTES + 1).map_err(|_| PackChecked::Unreadable)?;
    if bytes.len() > MAX_PACK_BYTES {
        return Err(PackChecked::Refused { file, fault: pack_fault::too_large() });
    }
    let text = String::from_utf8(bytes).map_err(|_| PackChecked::Unreadable)?;
    // Editors on Windows set a mark before the first line; it is no part of it.
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    Ok((file, text))
}
