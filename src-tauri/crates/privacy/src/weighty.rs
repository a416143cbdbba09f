//! Words that weigh: health, crime, faith, origin. Whole words and compounds, never marked in the
//! text, only said once at the end.

use crate::{
    finding::Finding,
    fold::fold_into,
    marks::{CRIME, FAITH, HEALTH, Marks, ORIGIN},
    text::{Shape, Text, Word},
};

/// Whether a text touches what the law holds special (AVG articles 9 and 10).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Weighty {
    /// Illness, disability, care, addiction, pregnancy.
    pub health: bool,
    /// Crime, police, prison, suspicion.
    pub crime: bool,
    /// Faith and conviction.
    pub faith: bool,
    /// Origin, ethnicity, skin, status of residence.
    pub origin: bool,
}

impl Weighty {
    /// Whether it touches any of them.
    #[must_use]
    pub fn is_any(self) -> bool {
        self.health || self.crime || self.faith || self.origin
    }
}

/// What the words of a text weigh, but for those that are a part of what points at a person: somebody
/// who lives in the Kerkstraat, or is called Koran, says nothing of a faith.
pub(crate) fn of(text: &Text<'_>, but_for: &[Finding]) -> Weighty {
    let every = HEALTH.or(CRIME).or(FAITH).or(ORIGIN);
    let mut all = Marks::default();
    let mut folded = String::new();
    let is_found = |word: &Word| {
        but_for.iter().any(|found| found.range.start <= word.start && word.end <= found.range.end)
    };
    for word in text.words.iter().filter(|word| word.shape != Shape::Number && !is_found(word)) {
        let mut marks = word.marks;
        if !marks.any(every) && word.end - word.start >= 8 {
            folded.clear();
            fold_into(text.of(word), &mut folded);
            marks = text.lists.in_compound(&folded, every);
        }
        all = all.or(marks);
    }
    Weighty { health: all.any(HEALTH), crime: all.any(CRIME), faith: all.any(FAITH), origin: all.any(ORIGIN) }
}

#[cfg(test)]
mod tests {
    use super::Weighty;
    use crate::Detector;

    fn weighty(text: &str) -> Weighty {
        Detector::shipped().weighty(text)
    }

    #[test]
    fn each_kind_is_known_by_its_words() {
        let none = Weighty::default();
        assert_eq!(weighty("De diagnose is depressie."), Weighty { health: true, ..none });
        assert_eq!(weighty("Hij zat in DETENTIE"), Weighty { crime: true, ..none });
        assert_eq!(weighty("Ze gaat naar de moskee."), Weighty { faith: true, ..none });
        assert_eq!(weighty("de Syrische buurman"), Weighty { origin: true, ..none });
        assert!(weighty("psychose na mishandeling").is_any());
    }

    #[test]
    fn compounds_weigh_as_their_parts_do() {
        assert!(weighty("het autismecentrum belde").health);
        assert!(weighty("een drugsverleden").health);
        assert!(weighty("de kankerbehandeling").health);
        assert!(weighty("een gevangenisstraf").crime);
    }

    #[test]
    fn an_address_weighs_nothing_and_what_stands_beside_it_does() {
        assert_eq!(weighty("Ze woont in de Kerkstraat 12a."), Weighty::default());
        let faith = Weighty { faith: true, ..Weighty::default() };
        assert_eq!(weighty("Ze woont in de Kerkstraat 12a, en gaat naar de kerk."), faith);
    }

    #[test]
    fn ordinary_words_weigh_nothing() {
        for text in
            ["Ik wil rustiger blijven.", "De sfeer was goed en het gesprek liep.", "wiel vakantie", ""]
        {
            assert_eq!(weighty(text), Weighty::default(), "{text}");
        }
    }
}
