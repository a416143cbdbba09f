//! Names of people: by lists, by how a word is written, and by the words around it.
//!
//! Every word that may be part of a name gets a weight. *Sure* is listed and nothing else; *weak* is
//! listed and an ordinary word, a place or a brand too ("Bloem", "Visser", "Sofia"); *strange* is
//! no word that the lists know. Sure words are names wherever they stand. Weak and strange ones
//! need something beside them: a title, a relation, an initial, a sure word, a capital where
//! Dutch writes none, or a verb that only people do. Which of these are enough is what this
//! module says, in the order in which it looks.

mod chain;
mod cued;
mod forms;
mod said;
mod weights;

use crate::{
    finding::{Finding, Kind},
    fold::folded,
    marks::{
        ACTS, ARTICLE, AT, BODY, FIRST, INTRODUCES, KIN, LAST, LIKELY, Marks, NOUN, ORDINARY, PARTICLE,
        PLACE, PROPER, SUBJECT, THING, TITLE, TRADE, WARY, WITH,
    },
    street,
    text::{Gap, Shape, Text, Word},
};

/// A first or last name.
const LISTED: Marks = FIRST.or(LAST);

/// A proper noun that is no person.
const OTHER: Marks = PLACE.or(THING);

/// How sure a word by itself is part of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    /// No name.
    None,
    /// No word of the lists; or a proper noun of which no more is known.
    Strange,
    /// A name and something else as well.
    Weak,
    /// A name and nothing else.
    Sure,
}

/// What the words before a place say about the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lead {
    /// Nothing.
    Nothing,
    /// An article, the name of a body, a place's preposition: rather no name.
    Against,
    /// A preposition that goes with people and with places: "bij".
    Near,
    /// A preposition or verb that goes with people.
    With,
    /// A relation, or "heet".
    Kin,
    /// A form of address.
    Title,
}

/// Every name in a text, in order.
pub(crate) fn all(text: &Text<'_>) -> Vec<Finding> {
    let names = Names { text };
    let mut found = Vec::new();
    let mut index = 0;
    while index < text.words.len() {
        match names.name(index) {
            Some(name) => {
                index = name.next;
                found.push(Finding { kind: Kind::Name, range: name.range, after_title: name.after_title });
            }
            None => index += names.skip(index),
        }
    }
    found
}

/// "Van" and "De" are no names by themselves, whatever a list says.
fn is_small(marks: Marks) -> bool {
    marks.any(PARTICLE) && marks.any(ARTICLE.or(WITH).or(AT))
        || marks.any(ARTICLE.or(SUBJECT)) && marks.any(ORDINARY)
}

/// A name that was found.
struct Name {
    range: std::ops::Range<usize>,
    /// The index of the word behind it.
    next: usize,
    after_title: bool,
}

struct Names<'a> {
    text: &'a Text<'a>,
}

/// The words of a name while it is put together.
#[derive(Debug, Clone, Copy)]
struct Chain {
    /// The first and behind the last word.
    first: usize,
    next: usize,
    /// Words that weigh: how many, and the best.
    parts: usize,
    best: Weight,
    has_initials: bool,
    /// A particle of last names stands in front: `van`, `el`.
    has_particle: bool,
    /// A letter less at the end: the *s* of possession ("Ahmeds").
    cut: usize,
    /// A name that is a word too, with a word on contact beside it.
    is_cued: bool,
}

impl Names<'_> {
    /// How many words to pass over where no name begins: the whole of a proper noun that is no
    /// person, and of a name that the word before makes one of a body ("hotel van der Valk").
    fn skip(&self, index: usize) -> usize {
        let word = &self.text.words[index];
        let is_of_a_body = word.is_whole_name && self.lead(index) == Lead::Against;
        if word.is(OTHER) || is_of_a_body { usize::from(word.phrase).max(1) } else { 1 }
    }

    /// The name that begins with a word.
    fn name(&self, index: usize) -> Option<Name> {
        let words = &self.text.words;
        let word = &words[index];
        if word.shape == Shape::Number || word.gap == Gap::None && index > 0 {
            return None;
        }
        let lead = self.lead(index);
        let chain = self.chain(index, lead)?;
        self.is_name(&chain, lead).then(|| Name {
            range: words[chain.first].start..words[chain.next - 1].end - chain.cut,
            next: chain.next,
            after_title: lead == Lead::Title,
        })
    }

    /// What stands before a word.
    fn lead(&self, index: usize) -> Lead {
        let words = &self.text.words;
        if words[index].start == 1 && self.text.text.starts_with('@') {
            return Lead::Kin;
        }
        let Some(before) = index.checked_sub(1).map(|at| &words[at]) else { return Lead::Nothing };
        match words[index].gap {
            Gap::Opening | Gap::Sign | Gap::Sentence
                if self.text.text[..words[index].start].ends_with('@') =>
            {
                return Lead::Kin;
            }
            Gap::Space | Gap::Line if before.is(TITLE) => return Lead::Title,
            Gap::Dot if before.is(TITLE) && before.end - before.start <= 4 => return Lead::Title,
            Gap::Space | Gap::Opening if before.is(KIN.or(INTRODUCES)) => return Lead::Kin,
            Gap::Space => {}
            Gap::None | Gap::Dot | Gap::Comma | Gap::Opening | Gap::Sign | Gap::Sentence | Gap::Line => {
                return Lead::Nothing;
            }
        }
        // "naam is Fatima", "zijn naam was".
        let is_naming =
            ["is", "was"].contains(&self.text.of(before)) && index >= 2 && words[index - 2].is(INTRODUCES);
        if is_naming {
            return Lead::Kin;
        }
        // "mevrouw en meneer", "Fatima en Bloem": what is said of the one goes for the other.
        if before.is(ARTICLE.or(BODY))
            || before.is(AT) && !before.is(WITH)
            || before.is(THING) && before.is_capital()
        {
            return Lead::Against;
        }
        if before.is(WITH) && before.is(AT) && self.text.of(before) != "aan" {
            return Lead::Near;
        }
        if before.is(WITH.or(ACTS)) { Lead::With } else { Lead::Nothing }
    }

    /// Whether a chain is a name, by what it weighs and what stands around it.
    fn is_name(&self, chain: &Chain, lead: Lead) -> bool {
        let words = &self.text.words;
        let first = &words[chain.first];
        let next = words.get(chain.next).filter(|next| next.gap == Gap::Space);
        if lead == Lead::Title {
            return true;
        }
        if self.is_in_street(chain) {
            return false;
        }
        if self.is_business(chain) {
            return false;
        }
        if chain.best == Weight::Sure || chain.is_cued {
            return true;
        }
        if chain.has_initials {
            return chain.best > Weight::None && !first.is(OTHER);
        }
        if self.is_hyphened(chain) {
            return false;
        }
        let is_other = words[chain.first..chain.next].iter().any(|word| word.is(OTHER));
        let acts = next.is_some_and(|next| self.acts(first, next));
        let after = words.get(chain.next + 1).filter(|after| after.gap == Gap::Space);
        let asks = after.is_some_and(|after| self.is_turned(first, after));
        let speaks = acts && !asks;
        let last = &words[chain.next - 1];
        let is_capital = last.is_capital();
        let is_owner = ["'s ", "\u{2019}s "].iter().any(|own| self.text.text[last.end..].starts_with(own));
        // Where everything is in capitals, a capital says nothing.
        if first.shape == Shape::Upper && lead != Lead::Kin && chain.parts < 2 {
            return false;
        }
        match (lead, chain.best) {
            (Lead::Kin, _) if !is_other => is_capital,
            (Lead::Against, _) => {
                chain.parts > 1 && !is_other && chain.best == Weight::Weak && chain.has_particle
            }
            (_, Weight::Weak) if is_other => {
                chain.parts > 1 && !words[chain.first..chain.next].iter().any(|word| word.is(THING))
                    || speaks && !first.is(THING) && first.is(FIRST)
                    || lead == Lead::With && !first.begins && first.is(NOUN)
            }
            (_, Weight::Weak) => {
                let is_rare = first.is(WARY) && first.is(ORDINARY) && !first.is(LIKELY);
                !first.begins && (!is_rare || matches!(lead, Lead::With | Lead::Near) || chain.has_particle)
                    || chain.parts > 1
                    || speaks && !is_rare
                    || self.is_told_of(chain)
                    || self.tells(chain)
                    || is_owner
            }
            (Lead::Near, Weight::Strange) => is_capital && !first.begins && (chain.parts > 1 || speaks),
            (Lead::With, Weight::Strange) => is_capital && !first.begins,
            (Lead::Nothing, Weight::Strange) if first.begins => {
                speaks && !first.is(PROPER) && !self.is_misspelt(first)
                    || chain.parts > 1 && !first.is(PROPER)
            }
            (Lead::Nothing, Weight::Strange) => {
                is_capital && (chain.parts > 1 || speaks || !first.is(PROPER))
            }
            _ => false,
        }
    }

    /// "Jansen Transport", "Bakkerij De Vries BV": a business that is called after somebody.
    fn is_business(&self, chain: &Chain) -> bool {
        let next = self.text.words.get(chain.next);
        next.is_some_and(|next| next.gap == Gap::Space && next.is_capital() && next.is(TRADE))
    }

    /// Whether it is the first name of a street: "Johan de Wittstraat".
    fn is_in_street(&self, chain: &Chain) -> bool {
        let rest = self.text.words[chain.next..].iter().take(3);
        let mut rest = rest.take_while(|word| word.gap == Gap::Space).skip_while(|word| word.is(PARTICLE));
        rest.next().is_some_and(|word| street::is_street(self.text, word))
    }

    /// Whether a word is one letter away from a Dutch one: "Vanmidag kwam ze" names nobody.
    fn is_misspelt(&self, word: &Word) -> bool {
        let shown = folded(self.text.of(word));
        shown.len() >= 6 && self.text.lists.is_nearly_dutch(&shown)
    }

    /// "Suite-pakket": with a hyphen and more behind it, a strange word is no name.
    fn is_hyphened(&self, chain: &Chain) -> bool {
        self.text.text[self.text.words[chain.next - 1].end..].starts_with(['-', '/', '+', '&', '@', '_'])
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        Detector,
        check::{finds, finds_nothing},
    };

    #[test]
    fn listed_names_are_found_wherever_they_stand() {
        finds("name", "Fatima belde over haar toeslag.", &["Fatima"]);
        finds("name", "vandaag fatima gesproken", &["fatima"]);
        finds("name", "SAMEN MET FATIMA EL AMRANI", &["FATIMA EL AMRANI"]);
        finds("name", "Eerst Yusuf, toen Agnieszka.", &["Yusuf", "Agnieszka"]);
    }

    #[test]
    fn a_title_makes_a_name_of_what_follows() {
        for (text, name) in [
            ("Ik sprak mevrouw Xyzander.", "Xyzander"),
            ("mw. jansen belde", "jansen"),
            ("mevrouw de wit was er", "de wit"),
            ("dhr van den heuvel", "van den heuvel"),
            ("Brief aan mevr. F. Yılmaz-Demir gestuurd", "F. Yılmaz-Demir"),
            ("meneer bakker kwam", "bakker"),
            ("de heer Al-Khatib", "Al-Khatib"),
        ] {
            finds("name", text, &[name]);
            assert!(Detector::shipped().find(text)[0].after_title, "{text}");
        }
        finds_nothing("Ik sprak mevrouw over haar huis.");
        finds_nothing("mevrouw wil niet en meneer ook niet");
        finds_nothing("meneer van de woningbouw");
    }

    #[test]
    fn particles_and_initials_belong_to_the_name() {
        for name in
            ["Jan van den Berg", "A.B. de Vries", "Fatima El Amrani", "J. ten Cate", "Anne-Fleur d'Ancona"]
        {
            finds("name", &format!("Gisteren kwam {name} langs."), &[name]);
        }
        finds("name", "De brief van Fatima lag er nog.", &["Fatima"]);
    }

    #[test]
    fn what_is_owned_is_left_out_of_the_name() {
        finds("name", "Fatima's moeder belde.", &["Fatima"]);
        finds("name", "Dat is Ahmeds broer.", &["Ahmed"]);
    }

    #[test]
    fn a_relation_or_a_verb_makes_a_name_of_a_strange_word() {
        finds("name", "Haar zoon Xyzander zit op school.", &["Xyzander"]);
        finds("name", "Hij heet Xyzander.", &["Xyzander"]);
        finds("name", "Xyzander belde af.", &["Xyzander"]);
        finds("name", "Ik sprak met Xyzander over werk.", &["Xyzander"]);
        for (text, name) in [
            ("Visser zei dat het niet kon.", "Visser"),
            ("Roos bloeit op sinds ze werkt.", "Roos"),
            ("Mark verdient nu genoeg.", "Mark"),
            ("Joy straalde.", "Joy"),
            ("Prins, die zijn baan verloor, huilde.", "Prins"),
            ("Hoop belde me huilend op.", "Hoop"),
            ("Ik sprak met Van Dijk over de brief.", "Van Dijk"),
            ("Mo B. geen id", "Mo B"),
            ("yu kwam niet", "yu"),
            ("Zwart belde gisteren.", "Zwart"),
            ("vanmorgen joke gesproken", "joke"),
            ("Al-Abdallah wacht al lang.", "Al-Abdallah"),
        ] {
            finds("name", text, &[name]);
        }
    }

    #[test]
    fn words_that_are_names_too_stay_words() {
        for text in [
            "De bloem op tafel.",
            "Bloem en suiker zijn op.",
            "Wil je koffie?",
            "Mag ik iets vragen?",
            "De visser en de bakker.",
            "In mei is er hoop.",
            "Een dag vol storm.",
            "De Wet zegt het, art. 17 Pw.",
            "Bij Van Dale en het UWV.",
            "de gemeente Dordrecht",
            "Een Turkse moeder sprak Nederlands.",
            "Johan de Wittstraat",
            "Bloem was op, dus geen brood.",
            "Storm buiten, kaarsjes binnen.",
            "Hoop geven is ook werk.",
            "Hoop doet leven.",
            "Snel belde ik. Snel belde de klant. Lang duurde het.",
            "Kan hij dat? Wil je het?",
            "Ze werkt bij Jansen Transport.",
            "Winkel sluit om zes uur.",
            "Overl. m. coll. over het plan.",
            "Openingstijden: ma-vr en za",
            "Divosa en Movisie schrijven mee.",
        ] {
            finds_nothing(text);
        }
        finds("name", "Vandaag sprak ik Bloem en Visser.", &["Bloem", "Visser"]);
    }
}
