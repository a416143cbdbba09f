//! `cargo xtask fuzz`: a fuzzer tries the reader of what is shown in a walk-through.
//!
//! Apart from `cargo verify`, which tries it with bytes that are the same in every run: a fuzzer looks at
//! what its bytes reach and goes on from there, and needs a nightly compiler for that.

use std::process::Command;

use crate::{
    Done, house,
    run::{ask, cargo, find, inner, run},
};

/// What is tried: bytes, head and all; and texts behind a head that fits them.
const TARGETS: [&str; 2] = ["bytes", "texts"];

/// How long in all, in seconds, where nobody says so.
const PROMISED: u32 = 600;

/// The crate that is tried; the fuzzer's own lies in it.
const ROOM: &str = "src-tauri/crates/payload";

/// Goes on for so many seconds in all: each target gets its share.
///
/// # Errors
/// When the reader falls or takes too much, or what a fuzzer needs is not there.
pub(crate) fn fuzz(arguments: &[String]) -> Done {
    let seconds = seconds(arguments)?;
    let missing = missing(find("cargo-fuzz").is_some(), ask("rustup", &["toolchain", "list"]).as_deref());
    if !missing.is_empty() {
        return Err(format!("a fuzzer is not there; please\n  {}", missing.join("\n  ")));
    }
    let manifest = format!("{ROOM}/fuzz/Cargo.toml");
    run(&mut cargo(["run", "--quiet", "--manifest-path", &manifest, "--example", "seeds"]))?;
    for target in TARGETS {
        let mut command = inner(Command::new("rustup"));
        command.args(["run", "nightly", "cargo", "fuzz", "run", target, "--"]).args(options(seconds));
        run(command.current_dir(house::root().join(ROOM)))?;
    }
    Ok(())
}

/// What libFuzzer is told. No single piece of memory may be larger than the reader may take in all; what
/// it takes together, the target counts. The sanitizer's own bookkeeping is why the process gets more.
fn options(seconds: u32) -> [String; 7] {
    [
        "-dict=fuzz/corpus/words.dict".into(),
        format!("-max_total_time={}", seconds.div_ceil(TARGETS.len() as u32)),
        "-max_len=65536".into(),
        "-malloc_limit_mb=64".into(),
        "-rss_limit_mb=1024".into(),
        "-timeout=10".into(),
        "-print_final_stats=1".into(),
    ]
}

fn seconds(arguments: &[String]) -> Done<u32> {
    match arguments {
        [] => Ok(PROMISED),
        [number] => match number.parse() {
            Ok(seconds @ 1..) => Ok(seconds),
            Ok(0) | Err(_) => Err(format!("give a number of seconds from 1, not `{number}`")),
        },
        _ => Err("give one number of seconds, or none".into()),
    }
}

/// What has to be installed first, one command each.
fn missing(has_cargo_fuzz: bool, toolchains: Option<&str>) -> Vec<&'static str> {
    let mut commands = Vec::new();
    match toolchains {
        None => commands.push("install rustup, which keeps two compilers side by side"),
        Some(list) if !list.lines().any(|line| line.starts_with("nightly-")) => {
            commands.push("rustup toolchain install nightly --profile minimal");
        }
        Some(_) => {}
    }
    if !has_cargo_fuzz {
        commands.push("cargo install cargo-fuzz");
    }
    commands
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_fuzzer_lacks_is_named_with_the_way_to_get_it() {
        let both = "stable-x86_64-unknown-linux-gnu (default)\nnightly-x86_64-unknown-linux-gnu\n";
        assert_eq!(missing(true, Some(both)), Vec::<&str>::new());
        assert_eq!(missing(false, Some(both)), ["cargo install cargo-fuzz"]);
        let one = "stable-x86_64-unknown-linux-gnu (default)\n";
        assert!(missing(true, Some(one))[0].contains("install nightly"));
        assert_eq!(missing(false, None).len(), 2);
    }

    #[test]
    fn seconds_are_a_number_or_what_was_promised_and_each_target_gets_its_share() {
        let given = |text: &str| text.split_whitespace().map(str::to_string).collect::<Vec<_>>();
        assert_eq!(seconds(&[]), Ok(PROMISED));
        assert_eq!(seconds(&given("61")), Ok(61));
        for wrong in ["0", "many", "1 2", "-5"] {
            assert!(seconds(&given(wrong)).is_err(), "{wrong}");
        }
        assert!(options(61).contains(&"-max_total_time=31".to_string()));
    }
}
