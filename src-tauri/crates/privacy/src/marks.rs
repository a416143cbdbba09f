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
    ($($name:ident $section:literal $doc:literal)*) => {
        /// The sections that a list may have, in the order of their bits.
        #[allow(dead_code, reason = "only the build script reads the names of sections")]
        pub(crate) const SECTIONS: &[&str] = &[$($section),*];
        marks!(@ 0; $($name $doc)*);
    };
    (@ $bit:expr; $name:ident $doc:literal $($rest:tt)*) => {
        #[doc = $doc]
        #[allow(dead_code, reason = "the build script reads a few of them only")]
        pub(crate) const $name: Marks = Marks(1 << $bit);
        marks!(@ $bit + 1; $($rest)*);
    };
    (@ $bit:expr;) => {};
}

marks! {
    FIRST "first" "A first name."
    LAST "last" "A last name."
    ORDINARY "ordinary" "A word of the Dutch dictionary that is written without a capital."
    PROPER "proper" "A word that the dictionary writes with a capital, and no more is known of it."
    PLACE "place" "A place, a country, a people, a language."
    THING "thing" "An organisation, a law, a brand, a feast, an illness: a proper noun that is no person."
    PHRASE "phrase" "The first word of an entry of more words."
    WARY "wary" "A name that without a capital is nearly always something else."
    NOUN "noun" "A last name that is an ordinary noun: after a title it is a name, also without a capital."
    TITLE "title" "A form of address: the next word is a name."
    KIN "kin" "Somebody's relation: the next word may be a name."
    INTRODUCES "introduces" "The next word is what somebody is called."
    PARTICLE "particle" "A word inside a last name."
    ARTICLE "article" "No name comes right after it."
    ACTS "acts" "What a person does: said right after a name."
    WITH "with" "Before a person: met, van, aan."
    AT "at" "Before a place: in, uit, te."
    BODY "body" "Before the name of an organisation or place: gemeente, stichting."
    SUBJECT "subject" "Who does something: hij, zij, we."
    ABBREVIATION "abbreviation" "Its dot ends no sentence."
    MONTH "month" "A month, also shortened."
    UNIT "unit" "What is counted: euro, uur, kilometer."
    RANK "rank" "Begins the name of a street: burgemeester, prins, oude."
    HOME "home" "Somebody lives there: an address follows."
    OFFICE "office" "A public office: the address that follows is nobody's home."
    BORN "born" "Makes a date a date of birth."
    NOT_BORN "not-born" "Makes a date anything but a date of birth."
    NUMBERED "numbered" "What a number of the case system belongs to: klantnummer."
    FILED "filed" "As before, but in daily speech too: zaak, dossier."
    CAR "car" "Makes letters and digits a licence plate."
    CALL "call" "Makes digits a phone number."
    POST "post" "Makes digits and letters a postcode."
    BSN "bsn" "Makes digits a citizen service number."
    MONEY "money" "Makes digits an amount."
    ROAD "road" "Ends like a street and is none: onderweg, fietspad."
    HEALTH "health" "A word on health."
    CRIME "crime" "A word on crime."
    FAITH "faith" "A word on faith."
    ORIGIN "origin" "A word on origin or ethnicity."
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
