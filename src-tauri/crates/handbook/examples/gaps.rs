//! Prints what our pack cannot serve, for each language: first the sittings without any question,
//! then those with fewer than fit in their minutes. `cargo xtask handbook` runs it.

#![allow(clippy::print_stdout, reason = "a command-line tool speaks on the terminal")]

use handbook::{CARRIED, Gap, LOOKING_BACK, MINUTES, Pack, PackError, gaps};

const EDITIONS: [&str; 2] = [
    include_str!("../../../../assets/handbook/nl/dichterbij.toml"),
    include_str!("../../../../assets/handbook/en/dichterbij.toml"),
];

fn main() -> Result<(), PackError> {
    for text in EDITIONS {
        let pack = Pack::read(text)?;
        let sittings = pack.kinds().len() * LOOKING_BACK.len() * MINUTES.len() * CARRIED.len();
        let (empty, short): (Vec<Gap>, Vec<Gap>) = gaps(&pack).into_iter().partition(|gap| gap.served == 0);
        println!("{} {:?}: {sittings} sittings", pack.id(), pack.header().language);
        show("empty", &empty);
        show("short", &short);
    }
    Ok(())
}

/// One line for each kind, moment and minutes; what is carried stands together.
fn show(name: &str, gaps: &[Gap]) {
    println!("  {name}: {}", gaps.len());
    let same = |one: &Gap, other: &Gap| {
        (&one.kind, one.moment, one.minutes, one.served)
            == (&other.kind, other.moment, other.minutes, other.served)
    };
    for group in gaps.chunk_by(same) {
        let Some(gap) = group.first() else { continue };
        let carried = if group.len() == CARRIED.len() {
            "any".to_owned()
        } else {
            let names = group.iter().map(|gap| gap.baggage.map_or("none".to_owned(), |b| format!("{b:?}")));
            names.collect::<Vec<_>>().join(", ")
        };
        println!(
            "    {} {:?} {} min: {} of {} (baggage: {carried})",
            gap.kind, gap.moment, gap.minutes, gap.served, gap.most
        );
    }
}
