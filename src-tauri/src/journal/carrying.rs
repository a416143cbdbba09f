//! What comes in from a file that the person points at, and what goes out into one: a pack, and a sheet
//! that holds no person. The dialogs are open beside the desk, so that nobody waits for them.

use std::{
    fs::{self, File},
    io::{self, Read as _},
    path::Path,
};

use contract::*;
use handbook::MAX_PACK_BYTES;
use household::catalogue::Say;

use crate::{
    folder_dialog,
    journal::{Journal, desk::Desk, pack_fault},
    sheet_page,
};

impl Journal {
    pub(super) fn check_pack(&self, (): ()) -> Result<PackChecked, Failure> {
        let language = self.at_desk(|desk| {
            desk.put_pack_aside();
            Ok(desk.language())
        })?;
        let Some(path) = folder_dialog::choose_file(language, Say::PackTitle, Say::PackFiles, "toml") else {
            return Ok(PackChecked::Cancelled);
        };
        self.at_desk(|desk| look_over(desk, &path))
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
}

/// Reads a file and looks over what stands in it. Of where it lies only its own name is told.
pub fn look_over(desk: &mut Desk, path: &Path) -> Result<PackChecked, Failure> {
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let Ok(bytes) = read(path) else { return Ok(PackChecked::Unreadable) };
    if bytes.len() > MAX_PACK_BYTES {
        return Ok(PackChecked::Refused { file, fault: pack_fault::too_large() });
    }
    match String::from_utf8(bytes) {
        // Editors on Windows set a mark before the first line; it is no part of it.
        Ok(text) => match text.strip_prefix('\u{feff}') {
            Some(rest) => desk.look_over_pack(file, rest.to_owned()),
            None => desk.look_over_pack(file, text),
        },
        Err(_) => Ok(PackChecked::Unreadable),
    }
}

/// No more of it than tells that it is too large; nothing of what is no file, for that may never end.
fn read(path: &Path) -> io::Result<Vec<u8>> {
    if !fs::metadata(path)?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let most = u64::try_from(MAX_PACK_BYTES).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    File::open(path)?.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}
