//! What the lists say about a word: one bit for each list.
//!
//! The build script includes this file: the name of a section in a list is the name of a bit.

/// A set of marks.
#[allow(dead_code, reason = "the build script only numbers them")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Marks(pub(crate) u64);

#[allow(dead_code, reason = "the build script only numbers them")]
impl Marks {
    /// Whether one of these is among them.
    pub(crate) const fn any(self, of: Marks) -> bool {
        self.0 & of.0 != 0
    }

    /// The marks of both.
    pub(crate) const fn or(self, other: Marks) -> Marks {
        Marks(self.0 | other.0)
    }
}

macro_rules! marks {
    ($($(#[$doc:meta])* $name:ident = $section:literal,)*) => {
        /// The sections that a list may have, in the order of their bits.
        #[allow(dead_code, reason = "only the build script reads the names of sections")]
        pub(crate) const SECTIONS: &[&str] = &[$($section),*];
        marks!(@ 0; $($(#[$doc])* $name)*);
    };
    (@ $bit:expr; $(#[$doc:meta])* $name:ident $($rest:tt)*) => {
        $(#[$doc])*
        #[allow(dead_code, reason = "the build script reads a few of them only")]
        pub(crate) const $name: Marks = Marks(1 << $bit);
        marks!(@ $bit + 1; $($rest)*);
    };
    (@ $bit:expr;) => {};
}

marks! {
    /// A first name.
    FIRST = "first",
    /// A last name.
    LAST = "last",
    /// A word of the Dutch dictionary that is written without a capital.
    ORDINARY = "ordinary",
    /// A word that the dictionary writes with a capital, and no more is known of it.
    PROPER = "proper",
    /// A place, a country, a people, a language.
    PLACE = "place",
    /// An organisation, a law, a brand, a feast, an illness: a proper noun that is no person.
    THING = "thing",
    /// The first word of an entry of more words.
    PHRASE = "phrase",
    /// A name that without a capital is nearly always something else.
    WARY = "wary",
    /// A last name that is an ordinary noun: after a title it is a name, also without a capital.
    NOUN = "noun",
    /// A name that is a word too, and with a verb of a person behind it rather the name.
    LIKELY = "likely",
    /// A noun that may stand without an article, so that a verb behind it makes no name of it.
    MASS = "mass",
    /// What only people do, not even things in a manner of speaking: zegt, belt.
    TELLS = "tells",
    /// Names a business when it stands behind a name: transport, schoonmaak.
    TRADE = "trade",
    /// A form of address: the next word is a name.
    TITLE = "title",
    /// Somebody's relation: the next word may be a name.
    KIN = "kin",
    /// The next word is what somebody is called.
    INTRODUCES = "introduces",
    /// A word inside a last name.
    PARTICLE = "particle",
    /// No name comes right after it.
    ARTICLE = "article",
    /// What a person does: said right after a name.
    ACTS = "acts",
    /// Before a person: met, van, aan.
    WITH = "with",
    /// Before a place: in, uit, te.
    AT = "at",
    /// Before the name of an organisation or place: gemeente, stichting.
    BODY = "body",
    /// Who does something: hij, zij, we.
    SUBJECT = "subject",
    /// Its dot ends no sentence.
    ABBREVIATION = "abbreviation",
    /// A month, also shortened.
    MONTH = "month",
    /// What is counted: euro, uur, kilometer.
    UNIT = "unit",
    /// Begins the name of a street: burgemeester, prins, oude.
    RANK = "rank",
    /// Somebody lives there: an address follows.
    HOME = "home",
    /// A public office: the address that follows is nobody's home.
    OFFICE = "office",
    /// Makes a date a date of birth.
    BORN = "born",
    /// Makes a date anything but a date of birth.
    NOT_BORN = "not-born",
    /// What a number of the case system belongs to: klantnummer.
    NUMBERED = "numbered",
    /// As before, but in daily speech too: zaak, dossier.
    FILED = "filed",
    /// Makes letters and digits a licence plate.
    CAR = "car",
    /// Makes digits a phone number.
    CALL = "call",
    /// Makes digits and letters a postcode.
    POST = "post",
    /// Makes digits a citizen service number.
    BSN = "bsn",
    /// Makes digits an amount.
    MONEY = "money",
    /// Ends like a street and is none: onderweg, fietspad.
    ROAD = "road",
    /// A word on health.
    HEALTH = "health",
    /// A word on crime.
    CRIME = "crime",
    /// A word on faith.
    FAITH = "faith",
    /// A word on origin or ethnicity.
    ORIGIN = "origin",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_section_has_a_bit_of_its_own() {
        assert_eq!((FIRST, LAST), (Marks(1), Marks(2)));
        assert_eq!(ORIGIN, Marks(1 << (SECTIONS.len() - 1)));
        assert!(SECTIONS.len() <= 64);
        assert!(FIRST.or(LAST).any(LAST) && !FIRST.any(LAST));
    }
}
