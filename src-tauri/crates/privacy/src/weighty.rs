//! Words that weigh: health, crime, faith, origin. Whole words and compounds, never marked in the
//! text, only said once at the end.

use crate::{
    fold::fold_into,
    marks::{CRIME, FAITH, HEALTH, Marks, ORIGIN},
    text::{Shape, Text},
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

/// What the words of a text weigh.
pub(crate) fn of(text: &Text<'_>) -> Weighty {
    let every = HEALTH.or(CRIME).or(FAITH).or(ORIGIN);
    let mut all = Marks::default();
    let mut folded = String::new();
    for word in text.words.iter().filter(|word| word.shape != Shape::Number) {
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
