//! How the tests of each kind ask: what is found in this text?

use crate::{Detector, Kind};

/// The name of a kind, as the labels of the corpus write it.
pub(crate) fn label(kind: Kind) -> &'static str {
    match kind {
        Kind::Email => "email",
        Kind::Iban => "iban",
        Kind::Bsn => "bsn",
        Kind::Phone => "phone",
        Kind::CaseNumber => "case",
        Kind::BirthDate => "birth",
        Kind::Street => "street",
        Kind::Postcode => "post",
        Kind::Plate => "plate",
        Kind::Name => "name",
    }
}

/// Exactly these pieces are found of a kind, and nothing of another kind.
#[track_caller]
pub(crate) fn finds(kind: &str, text: &str, pieces: &[&str]) {
    let found: Vec<(&str, &str)> = Detector::shipped()
        .find(text)
        .into_iter()
        .map(|finding| (label(finding.kind), &text[finding.range]))
        .collect();
    let wanted: Vec<(&str, &str)> = pieces.iter().map(|piece| (kind, *piece)).collect();
    assert_eq!(found, wanted, "in: {text}");
}

/// Nothing is found.
#[track_caller]
pub(crate) fn finds_nothing(text: &str) {
    finds("", text, &[]);
}
