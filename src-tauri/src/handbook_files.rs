//! The content that ships inside the program: packs and word lists of `assets`.

use contract::Language;
use handbook::{ListError, Pack, PackError, PairList, WordList};

/// The pack *dichterbij* in a language.
///
/// # Errors
/// When the shipped pack has a fault; a test keeps that from happening.
pub fn dichterbij(language: Language) -> Result<Pack, PackError> {
    Pack::read(match language {
        Language::Nl => include_str!("../../assets/handbook/nl/dichterbij.toml"),
        Language::En => include_str!("../../assets/handbook/en/dichterbij.toml"),
    })
}

/// The words of a proposed passphrase. Dutch in both languages: its users live there.
///
/// # Errors
/// When the shipped list has a fault; a test keeps that from happening.
pub fn passphrase_words() -> Result<WordList<'static>, ListError> {
    WordList::parse(include_str!("../../assets/words/passphrase-nl.txt"))
}

/// The halves of a proposed alias.
///
/// # Errors
/// When the shipped list has a fault; a test keeps that from happening.
pub fn alias_words(language: Language) -> Result<PairList<'static>, ListError> {
    PairList::parse(match language {
        Language::Nl => include_str!("../../assets/words/alias-nl.txt"),
        Language::En => include_str!("../../assets/words/alias-en.txt"),
    })
}

/// The words that say nothing by themselves, in both languages: who works in one writes in the other too.
///
/// # Errors
/// When a shipped list has a fault; a test keeps that from happening.
pub fn plain_words() -> Result<Vec<&'static str>, ListError> {
    let dutch = WordList::parse(include_str!("../../assets/words/plain-nl.txt"))?;
    let english = WordList::parse(include_str!("../../assets/words/plain-en.txt"))?;
    Ok(dutch.words().chain(english.words()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_pack_reads_in_both_languages() {
        for language in [Language::Nl, Language::En] {
            let pack = dichterbij(language).expect("the shipped pack has no fault");
            assert!(!pack.kinds().is_empty());
        }
    }

    #[test]
    fn an_alias_can_be_proposed_in_both_languages() {
        for language in [Language::Nl, Language::En] {
            let pairs = alias_words(language).expect("the shipped list has no fault");
            assert!(pairs.len() > 10_000, "enough for a career");
        }
    }

    #[test]
    fn plain_words_are_those_of_both_languages() {
        let plain = plain_words().expect("the shipped lists have no fault");
        for word in ["omdat", "gesprek", "because", "conversation"] {
            assert!(plain.contains(&word), "{word}");
        }
        assert!(plain.iter().all(|word| word.len() >= 4), "shorter ones are not looked at");
    }

    #[test]
    fn five_words_are_more_than_sixty_four_bits() {
        let words = passphrase_words().expect("the shipped list has no fault");
        let words = u32::try_from(words.len()).expect("a short list");
        assert!(f64::from(words).log2() * 5.0 >= 64.0);
    }
}
