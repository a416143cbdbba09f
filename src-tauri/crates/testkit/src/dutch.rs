//! Dutch as a consulent writes it at the end of a day.

/// What is repeated in another order to reach a length. All of it is made up.
const SENTENCES: &[&str] = &[
    "Vandaag begon het gesprek al bij de lift, en dat was eigenlijk het beste stuk.",
    "Ik merkte dat ik sneller ging praten zodra het over de maatregel ging.",
    "„Ik wíl wel,” zei ze, „maar niet zó.”",
    "Wat ik niet vroeg: waarom juist nú, en wat er vóór die tijd was gebeurd.",
    "De coördinatie met de wijkcoach liep stroef; we hadden elkaar vooraf moeten bellen.",
    "Hij zweeg lang. Ik heb geteld: elf tellen, en toen vulde ik het tóch in…",
    "Reïntegratie, zei ik — en ik zag haar gezicht dichtgaan. Een ander woord dus.",
    "Zoëven las ik mijn aantekening terug; die klinkt zakelijker dan het was.",
    "Mijn ‘altijd’ en ‘nooit’ van vorige week kloppen niet: drie van de vijf keer ging het goed.",
    "'s Ochtends was ik nog naïef over de brief van € 1.250,—; 's middags niet meer.",
    "Volgende keer begin ik met haar vraag i.p.v. met mijn formulier.",
    "Het compliment over de foto's van de reünie brak het ijs 🙂.",
    "Hè, dacht ik, dit is precies wat mijn collega bedoelde met \"vertragen\".",
    "Eén ding neem ik mee: eerst ruïneren we het vertrouwen, daarna vragen we erom.",
    "Zij lachte, ik lachte mee, en pas in de auto vroeg ik me af waarom. 🤔",
    "Tweeëntwintig minuten, waarvan ik er zestien aan het woord was (schatting!).",
];

/// At least `characters` characters of realistic Dutch: accents, quotes, emoji and line breaks.
/// The text is the same each time and ends with a whole sentence.
#[must_use]
pub fn realistic_dutch(characters: usize) -> String {
    let mut text = String::new();
    let mut length = 0;
    let mut number = 0;
    while length < characters {
        // A step of five through sixteen sentences visits all of them before it repeats one.
        let sentence = SENTENCES[number * 5 % SENTENCES.len()];
        let gap = match number {
            0 => "",
            _ if number % 4 == 0 => "\n\n",
            _ if number % 7 == 0 => "\n",
            _ => " ",
        };
        text.push_str(gap);
        text.push_str(sentence);
        length += gap.chars().count() + sentence.chars().count();
        number += 1;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_long_enough_and_has_what_breaks_software() {
        let text = realistic_dutch(5000);
        assert!((5000..5200).contains(&text.chars().count()));
        for part in ["é", "ë", "ï", "„", "‘", "'", "\"", "€", "—", "…", "🙂", "\n\n", ". "] {
            assert!(text.contains(part), "{part:?}");
        }
        assert_eq!(realistic_dutch(0), "");
    }
}
