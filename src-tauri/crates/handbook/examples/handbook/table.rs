//! The tables of what a pack covers.

use handbook::{Baggage, CARRIED, Coverage, Deck, Gap, Pack, coverage, gaps};

/// Prints what is asked and what is not: how many questions come in a thousand seeds, then the
/// sittings that stay empty or short, and what there is to practise with.
pub fn show(pack: &Pack) {
    println!("{} {:?}", pack.id(), pack.header().language);
    println!();
    println!(
        "{:<18}{:>4}  {}",
        "kind",
        "min",
        CARRIED.map(|baggage| format!("{:>11}", named(baggage))).concat()
    );
    for line in coverage(pack).chunk_by(|one, other| (&one.kind, one.minutes) == (&other.kind, other.minutes))
    {
        show_line(line);
    }
    let (empty, short): (Vec<Gap>, Vec<Gap>) = gaps(pack).into_iter().partition(|gap| gap.served == 0);
    println!();
    show_gaps("empty", &empty);
    show_gaps("short", &short);
    show_practice(pack);
    println!();
}

/// How much there is of what people need who practise with a case or talk as a group.
fn show_practice(pack: &Pack) {
    let of_deck = |deck| pack.cards().iter().filter(|card| card.deck == deck).count();
    let played = pack.cases().iter().filter(|case| !case.roles.is_empty()).count();
    println!("cases: {}", pack.cases().len());
    println!("  roles: {played}");
    println!("roles: {}", pack.roles().len());
    println!("cards: {}", pack.cards().len());
    println!("  frame: {}", of_deck(Deck::Frame));
    println!("  word: {}", of_deck(Deck::Word));
    println!("starters: {}", pack.starters().len());
    println!("agreements: {}", pack.agreements().len());
}

/// One kind and its minutes; nobody carries anything where there was no contact.
fn show_line(line: &[Coverage]) {
    let Some(first) = line.first() else { return };
    let reached = line.iter().map(|coverage| format!("{:>11}", coverage.reached));
    println!("{:<18}{:>4}  {}", first.kind.as_str(), first.minutes, reached.collect::<String>());
}

/// One line for each kind, moment and minutes; what is carried stands together.
fn show_gaps(name: &str, gaps: &[Gap]) {
    println!("{name}: {}", gaps.len());
    let same = |one: &Gap, other: &Gap| {
        (&one.kind, one.moment, one.minutes, one.served)
            == (&other.kind, other.moment, other.minutes, other.served)
    };
    for group in gaps.chunk_by(same) {
        let Some(gap) = group.first() else { continue };
        let carried: Vec<&str> = group.iter().map(|gap| named(gap.baggage)).collect();
        println!(
            "  {} {:?} {} min: {} of {} (baggage: {})",
            gap.kind,
            gap.moment,
            gap.minutes,
            gap.served,
            gap.most,
            carried.join(", ")
        );
    }
}

const fn named(baggage: Option<Baggage>) -> &'static str {
    match baggage {
        None => "-",
        Some(Baggage::LifeStory) => "life-story",
        Some(Baggage::Criticism) => "criticism",
        Some(Baggage::Both) => "both",
        Some(Baggage::Unknown) => "unknown",
    }
}
