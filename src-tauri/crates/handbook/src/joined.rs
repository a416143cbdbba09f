//! Several packs as one: ours, and those of an organisation or of oneself.

use std::collections::BTreeSet;

use crate::{pack::Pack, read::references};

impl Pack {
    /// An id that both packs bring of their own, of a source, theme, kind, question, form, method,
    /// case, role, card, starter, agreement or instrument; or their own id, where that is the same.
    /// Packs that clash cannot both be there: an answer must always know what it answered.
    #[must_use]
    pub fn clash(&self, other: &Self) -> Option<String> {
        if let Some(header) = self.headers.iter().find(|header| header.id == other.id()) {
            return Some(header.id.clone());
        }
        references::ids(self).iter().zip(references::ids(other)).find_map(|(ours, theirs)| {
            let ours: BTreeSet<&str> = ours.iter().map(|(_, id)| *id).collect();
            theirs.iter().find(|(_, id)| ours.contains(id)).map(|(_, id)| (*id).to_owned())
        })
    }

    /// One pack to choose from and to leaf through: this one first, then the others in their order.
    ///
    /// Of the house rules the shortest term holds, and of the texts about safety and the protocol
    /// the last. A word that a later pack explains is explained in its way. Of a pack in another
    /// language only the house rules come along, its texts where no other says anything. Of packs
    /// that [`clash`](Self::clash), the first keeps its own.
    #[must_use]
    pub fn with(&self, others: &[&Self]) -> Self {
        let mut joined = self.clone();
        for other in others.iter().filter(|other| other.id() != self.id()) {
            joined.join_house(other);
        }
        for other in others.iter().filter(|other| other.header().language == self.header().language) {
            joined.join(other);
        }
        joined.find_places();
        joined
    }

    fn join_house(&mut self, other: &Self) {
        let terms = [self.house.longest_days, other.house.longest_days];
        self.house.longest_days = terms.into_iter().flatten().min();
        let same_language = self.header().language == other.header().language;
        for (ours, theirs) in
            [(&mut self.house.safety, &other.house.safety), (&mut self.house.protocol, &other.house.protocol)]
        {
            if theirs.is_some() && (same_language || ours.is_none()) {
                ours.clone_from(theirs);
            }
        }
    }

    fn join(&mut self, other: &Self) {
        if self.headers.iter().any(|header| header.id == other.id()) {
            return;
        }
        self.headers.extend(other.headers.iter().cloned());
        for tables in &other.words {
            if !self.words.contains(tables) {
                self.words.push(tables.clone());
            }
        }
        add_new(&mut self.sources, &other.sources, |source| source.id.as_str());
        add_new(&mut self.themes, &other.themes, |theme| theme.id.as_str());
        add_new(&mut self.kinds, &other.kinds, |kind| kind.id.as_str());
        add_new(&mut self.questions, &other.questions, |question| question.id.as_str());
        add_new(&mut self.forms, &other.forms, |form| form.id.as_str());
        add_new(&mut self.methods, &other.methods, |method| method.id.as_str());
        add_new(&mut self.cases, &other.cases, |case| case.id.as_str());
        add_new(&mut self.roles, &other.roles, |role| &role.id);
        add_new(&mut self.cards, &other.cards, |card| &card.id);
        add_new(&mut self.starters, &other.starters, |starter| &starter.id);
        add_new(&mut self.agreements, &other.agreements, |agreement| &agreement.id);
        add_new(&mut self.instruments, &other.instruments, |instrument| instrument.id.as_str());
        self.companion.extend(other.companion.iter().cloned());
        for term in &other.terms {
            match self.terms.iter_mut().find(|ours| ours.word == term.word) {
                Some(ours) => *ours = term.clone(),
                None => self.terms.push(term.clone()),
            }
        }
    }

    /// Finds the places of questions again, by id and by kind.
    pub(crate) fn find_places(&mut self) {
        let numbered = || self.questions.iter().enumerate();
        self.by_id = numbered().map(|(place, question)| (question.id.clone(), place)).collect();
        let asked_of = |kind| {
            let asked = numbered().filter(|(_, question)| question.stands_alone() && question.fits(kind));
            asked.map(|(place, _)| place).collect()
        };
        self.by_kind = self.kinds.iter().map(asked_of).collect();
    }
}

fn add_new<T: Clone>(ours: &mut Vec<T>, theirs: &[T], id: impl Fn(&T) -> &str) {
    let new: Vec<T> =
        theirs.iter().filter(|their| !ours.iter().any(|our| id(our) == id(their))).cloned().collect();
    ours.extend(new);
}
