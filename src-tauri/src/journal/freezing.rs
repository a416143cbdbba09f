//! An entry as it is frozen for others: its answers as they stand, each with what it answers, and in the
//! place of an alias what others may read.

use ::journal::{
    Alias, Answer, AnswerId, Cell, Entry, JournalError, NewWalkBlock, NewWalkPage, StoredField, StoredValue,
    WalkLetters,
};
use chrono::NaiveDate;
use contract::BlockLabel;
use handbook::Form as HandbookForm;
use household::catalogue::{Say, Speaker};

use crate::{
    journal::view::{
        cells::{self, LookedBack, Placed},
        walks,
    },
    wire,
    without_aliases::WithoutAliases,
};

/// One answer, frozen.
#[derive(Debug, Clone, PartialEq, Eq)]
struct FrozenBlock {
    /// The answer; none for what the writer said of the sitting.
    answer: Option<AnswerId>,
    /// What it answers.
    label: BlockLabel,
    /// The name of a column of a sheet.
    heading: Option<String>,
    /// What is stored.
    original: String,
    /// What is shown of it, and the writer can cover and replace.
    text: String,
    /// Whether it is covered until the writer uncovers it.
    covered: bool,
    /// Whether the writer asked it: those words may name somebody, a handbook's do not.
    is_own: bool,
}

impl FrozenBlock {
    fn of(answer: &Answer, label: BlockLabel) -> Self {
        let covered = label == BlockLabel::Feeling;
        let text = answer.text.clone();
        Self {
            answer: Some(answer.id),
            label,
            heading: None,
            original: text.clone(),
            text,
            covered,
            is_own: false,
        }
    }

    fn into_new(self) -> NewWalkBlock {
        let Self { answer, label, heading, original, text, covered, .. } = self;
        NewWalkBlock { answer, label: walks::read_label(label), heading, original, text, covered }
    }

    /// What the writer wrote in it.
    fn written(&mut self) -> impl Iterator<Item = &mut String> {
        let asked = if let BlockLabel::Asked { text } = &mut self.label { Some(text) } else { None };
        asked.filter(|_| self.is_own).into_iter().chain([&mut self.text])
    }

    /// What the writer said of the sitting: a code, for which a window has words.
    fn said(label: BlockLabel, code: &str) -> Self {
        let text = code.to_owned();
        Self {
            answer: None,
            label,
            heading: None,
            original: text.clone(),
            text,
            covered: true,
            is_own: false,
        }
    }
}

/// A page, frozen from an entry as it stands now. `kind` is the name of its kind of contact, where it has
/// one.
pub fn page(
    entry: &Entry,
    form: Option<&HandbookForm>,
    kind: Option<String>,
    letters: &mut Letters,
) -> NewWalkPage {
    let mut blocks = blocks(entry, form, &letters.speaker);
    let own = entry.contact.as_ref().and_then(|contact| contact.alias.as_ref());
    let who = letters.take_out(own.map(Alias::as_str), &mut blocks);
    NewWalkPage {
        entry: entry.id,
        kind,
        title: entry.title.clone(),
        who,
        blocks: blocks.into_iter().map(FrozenBlock::into_new).collect(),
    }
}

/// The answers of an entry in which something was written, in an order that depends on nothing but the
/// entry and its form: what came of an earlier intention, what was asked, the fields of a sheet, free
/// pages, the intention, how it was, and what the writer kept of the sitting.
fn blocks(entry: &Entry, form: Option<&HandbookForm>, speaker: &Speaker) -> Vec<FrozenBlock> {
    let mut blocks = Vec::with_capacity(entry.answers.len() + 2);
    blocks.extend(those(entry, |field| matches!(field, StoredField::Outcome { .. }), BlockLabel::Outcome));
    blocks.extend(entry.answers.iter().filter_map(asked));
    let (fields, loose) = cells::in_order(entry, form);
    let say_day = |day| crate::page::day(speaker, day);
    for Placed { cell, answer, look_backs } in &fields {
        blocks.push(field(cell, answer, say_day));
        blocks.extend(look_backs.iter().map(looked_back));
    }
    blocks.extend(loose.iter().map(looked_back));
    blocks.extend(those(entry, |field| matches!(field, StoredField::Free), BlockLabel::Free));
    let is_intention = |field: &StoredField| matches!(field, StoredField::Intention { .. });
    blocks.extend(those(entry, is_intention, BlockLabel::Intention));
    blocks.extend(those(entry, |field| matches!(field, StoredField::Feeling), BlockLabel::Feeling));
    blocks.retain(|block| !block.original.is_empty());
    if let Some(sitting) = &entry.sitting {
        // A code of a later version says nothing to anybody.
        let baggage = sitting.baggage.as_deref().filter(|code| wire::read_baggage(code).is_some());
        let mood = sitting.mood.as_deref().filter(|code| wire::read_mood(code).is_some());
        blocks.extend(baggage.map(|code| FrozenBlock::said(BlockLabel::Baggage, code)));
        blocks.extend(mood.map(|code| FrozenBlock::said(BlockLabel::Mood, code)));
    }
    blocks
}

/// The answers in one kind of field.
fn those(
    entry: &Entry,
    is_one: impl Fn(&StoredField) -> bool,
    label: BlockLabel,
) -> impl Iterator<Item = FrozenBlock> {
    let those = entry.answers.iter().filter(move |answer| is_one(&answer.field));
    those.map(move |answer| FrozenBlock::of(answer, label.clone()))
}

/// An answer to a question of a pack or of one's own, in the words in which it was asked.
fn asked(answer: &Answer) -> Option<FrozenBlock> {
    let (text, is_own) = match &answer.field {
        StoredField::Question(question) => (question.wording.clone(), false),
        StoredField::Own { wording } => (wording.clone(), true),
        StoredField::Free
        | StoredField::Feeling
        | StoredField::Intention { .. }
        | StoredField::Outcome { .. }
        | StoredField::Cell(_)
        | StoredField::LookBack { .. } => return None,
    };
    Some(FrozenBlock { is_own, ..FrozenBlock::of(answer, BlockLabel::Asked { text }) })
}

/// A field of a sheet; a day is said in words.
fn field(cell: &Cell, answer: &Answer, say_day: impl Fn(NaiveDate) -> String) -> FrozenBlock {
    let frozen = FrozenBlock::of(answer, BlockLabel::Asked { text: cell.label.clone() });
    match (&cell.value, answer.text.parse()) {
        (StoredValue::Date | StoredValue::LookBack { .. }, Ok(day)) => {
            FrozenBlock { text: say_day(day), ..frozen }
        }
        (StoredValue::Text, _) if cell.column.is_some() => {
            FrozenBlock { heading: cell.heading.clone(), ..frozen }
        }
        _ => frozen,
    }
}

fn looked_back(looked: &LookedBack<'_>) -> FrozenBlock {
    FrozenBlock::of(looked.answer, BlockLabel::Asked { text: looked.asks.to_owned() })
}

/// What stands for each alias in one walk-through. An alias has the same letter on all of its pages,
/// and gets it where it first stands, so that a letter tells nothing of what is not shown.
pub struct Letters {
    speaker: Speaker,
    /// The aliases in use.
    aliases: WithoutAliases,
    given: Vec<(String, u32)>,
    next: u32,
}

impl Letters {
    /// Goes on from the letters that were given before. `aliases` are all in use.
    pub fn new(speaker: Speaker, aliases: &[Alias], before: &WalkLetters) -> Self {
        let name = |alias: &Alias| alias.as_str().to_owned();
        let aliases = WithoutAliases::each(aliases.iter().map(|alias| (name(alias), String::new())));
        let given = before.known.iter().map(|(alias, letter)| (name(alias), *letter)).collect();
        Self { speaker, aliases, given, next: before.next }
    }

    /// Takes the aliases out of one page, `own` being that of its entry; what stands for that one.
    fn take_out(&mut self, own: Option<&str>, blocks: &mut [FrozenBlock]) -> Option<String> {
        let texts = blocks.iter_mut().flat_map(FrozenBlock::written);
        let named: Vec<String> =
            texts.flat_map(|text| self.aliases.named(text).map(str::to_owned).collect::<Vec<_>>()).collect();
        own.map(str::to_owned).into_iter().chain(named).for_each(|alias| self.give(alias));
        let said = |(alias, letter): &(String, u32)| (alias.clone(), self.say(*letter));
        let without = WithoutAliases::each(self.given.iter().map(said));
        for text in blocks.iter_mut().flat_map(FrozenBlock::written) {
            *text = without.apply(text);
        }
        let letter = self.given.iter().find(|(alias, _)| Some(alias.as_str()) == own);
        letter.map(|(_, letter)| self.say(*letter))
    }

    /// Every letter there is now.
    ///
    /// # Errors
    /// None, for what was given one is an alias.
    pub fn given(&self) -> Result<Vec<(Alias, u32)>, JournalError> {
        self.given.iter().map(|(alias, letter)| Ok((Alias::parse(alias)?, *letter))).collect()
    }

    fn give(&mut self, alias: String) {
        if self.given.iter().all(|(known, _)| *known != alias) {
            self.given.push((alias, self.next));
            self.next += 1;
        }
    }

    fn say(&self, letter: u32) -> String {
        self.speaker.say_with(Say::WalkResident, &[("letter", &letters(letter))])
    }
}

/// A to Z, then AA: as columns of a table are named.
fn letters(number: u32) -> String {
    const ALPHABET: &[u8; 26] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut rest = number;
    let mut word = Vec::new();
    loop {
        word.push(char::from(ALPHABET[(rest % 26) as usize]));
        match (rest / 26).checked_sub(1) {
            Some(more) => rest = more,
            None => break,
        }
    }
    word.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use contract::{Language, ResidentWord, WorkerWord};

    use super::*;

    fn alias(alias: &str) -> Alias {
        Alias::parse(alias).expect("an alias")
    }

    fn letters_of(known: &[(&str, u32)], next: u32) -> Letters {
        let speaker = Speaker::in_words_of(Language::Nl, ResidentWord::Client, WorkerWord::Consulent);
        let aliases = ["oude wilg", "Blauwe Reiger", "stille beuk"].map(alias);
        let known = known.iter().map(|(name, letter)| (alias(name), *letter)).collect();
        Letters::new(speaker, &aliases, &WalkLetters { known, next })
    }

    fn block(label: BlockLabel, text: &str, is_own: bool) -> FrozenBlock {
        let (original, text) = (text.to_owned(), text.to_owned());
        FrozenBlock { answer: None, label, heading: None, original, text, covered: false, is_own }
    }

    #[test]
    fn an_alias_gets_its_letter_where_it_first_stands_and_keeps_it() {
        let mut letters = letters_of(&[], 0);
        let asked = |text: &str| BlockLabel::Asked { text: text.to_owned() };
        let mut first = [
            block(asked("Wat zei blauwe reiger?"), "Stille Beuk belde.", true),
            block(asked("Wat zei blauwe reiger?"), "Ze belde.", false),
        ];
        assert_eq!(letters.take_out(Some("stille beuk"), &mut first).as_deref(), Some("cliënt A"));
        assert_eq!(first[0].label, asked("Wat zei cliënt B?"));
        assert_eq!(
            (first[0].text.as_str(), first[0].original.as_str()),
            ("Cliënt A belde.", "Stille Beuk belde.")
        );
        // The words of a handbook are nobody's.
        assert_eq!(first[1].label, asked("Wat zei blauwe reiger?"));
        let mut second = [block(BlockLabel::Free, "Anders dan bij blauwe reiger.", false)];
        assert_eq!(letters.take_out(None, &mut second), None);
        assert_eq!(second[0].text, "Anders dan bij cliënt B.");
        assert_eq!(letters.given(), Ok(vec![(alias("stille beuk"), 0), (alias("Blauwe Reiger"), 1)]));
    }

    #[test]
    fn letters_that_were_given_hold_and_others_come_after_them() {
        let mut letters = letters_of(&[("stille beuk", 3)], 5);
        let mut blocks = [block(BlockLabel::Free, "Oude wilg en stille beuk", false)];
        letters.take_out(None, &mut blocks);
        assert_eq!(blocks[0].text, "Cliënt F en cliënt D");
    }

    #[test]
    fn after_z_comes_aa() {
        assert_eq!(
            [0, 1, 25, 26, 27, 51, 52, 701, 702].map(super::letters),
            ["A", "B", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"]
        );
    }
}
