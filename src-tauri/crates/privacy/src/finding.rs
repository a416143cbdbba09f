//! What is found: a kind and a place, never the text itself.

use std::ops::Range;

/// Something in a text that points at a person.
///
/// It holds no text, so that it can be printed and logged without telling anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub kind: Kind,
    /// Where it stands: bytes, on character boundaries, never empty.
    pub range: Range<usize>,
    /// A name right after a form of address ("mevrouw", "dhr."), which is not in the range.
    pub after_title: bool,
}

/// The kinds, those that are surest first: where two overlap, the earlier one stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// E-mail address.
    Email,
    /// Bank account number that passes its checksum.
    Iban,
    /// Citizen service number (burgerservicenummer) that passes the eleven test.
    Bsn,
    /// Phone number.
    Phone,
    /// Number of a client, case, file or document.
    CaseNumber,
    /// Date of birth.
    BirthDate,
    /// Street with house number, or a street where somebody lives.
    Street,
    /// Licence plate.
    Plate,
    /// Postcode, with a house number behind it if there is one.
    Postcode,
    /// First or last name, or both together.
    Name,
}

impl Kind {
    /// Every kind, in order.
    pub const ALL: [Kind; 10] = [
        Kind::Email,
        Kind::Iban,
        Kind::Bsn,
        Kind::Phone,
        Kind::CaseNumber,
        Kind::BirthDate,
        Kind::Street,
        Kind::Plate,
        Kind::Postcode,
        Kind::Name,
    ];
}

/// Adds findings of a less sure kind where nothing was found yet. Both lists are in order.
pub(crate) fn add(found: Vec<Finding>, more: Vec<Finding>) -> Vec<Finding> {
    if more.is_empty() {
        return found;
    }
    let mut all = Vec::with_capacity(found.len() + more.len());
    let mut old = found.into_iter().peekable();
    for new in more {
        while let Some(earlier) = old.next_if(|old| old.range.start < new.range.end) {
            all.push(earlier);
        }
        let overlaps = all.last().is_some_and(|last: &Finding| last.range.end > new.range.start);
        if !overlaps {
            all.push(new);
        }
    }
    all.extend(old);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(kind: Kind, ranges: &[(usize, usize)]) -> Vec<Finding> {
        ranges.iter().map(|(from, to)| Finding { kind, range: *from..*to, after_title: false }).collect()
    }

    #[test]
    fn the_surer_kind_stays() {
        let found =
            add(at(Kind::Bsn, &[(2, 4), (10, 12)]), at(Kind::Name, &[(0, 1), (3, 5), (5, 8), (9, 20)]));
        let places: Vec<_> = found.iter().map(|one| (one.range.start, one.range.end)).collect();
        assert_eq!(places, [(0, 1), (2, 4), (5, 8), (10, 12)]);
    }

    #[test]
    fn a_finding_prints_no_text() {
        let printed = format!("{:?}", at(Kind::Name, &[(0, 6)])[0]);
        assert_eq!(printed, "Finding { kind: Name, range: 0..6, after_title: false }");
    }
}
