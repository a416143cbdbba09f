//! Follow-ups and the wordings of closing pages: chains that lead astray.

use handbook::{Fault, Pack, PackError};

use crate::{HEAD, QUESTION};

/// A question with these keys, in the place of those that the specimen has.
pub fn question(id: &str, more: &str) -> String {
    let keys: Vec<&str> = more.lines().filter_map(|line| line.split(' ').next()).collect();
    let text = QUESTION.replace("\"V1\"", &format!("{id:?}"));
    let kept: Vec<&str> = text.lines().filter(|line| !keys.iter().any(|key| line.starts_with(key))).collect();
    format!("{}\n{more}\n", kept.join("\n"))
}

/// Refuses a pack of these questions, at the line where the wrong one begins.
#[track_caller]
fn refused_chain(questions: &[(&str, &str)], wrong: &str, code: Fault) {
    let mut text = HEAD.to_owned();
    let mut line = None;
    for (id, more) in questions {
        if *id == wrong {
            line = u32::try_from(text.matches('\n').count() + 2).ok();
        }
        text.push_str(&question(id, more));
    }
    let line = line.expect("the wrong one is among them");
    assert_eq!(Pack::read(&text).expect_err("a pack with a fault"), PackError { line, code });
}

#[test]
fn a_follow_up_has_one_parent_and_goes_no_deeper() {
    let after = "only_as_follow_up = true";
    let unknown = |id: &str| Fault::UnknownReference { key: "follow_up", id: id.to_owned() };
    refused_chain(&[("V1", "follow_up = \"weg\"")], "V1", unknown("weg"));
    let plain = Fault::NotAFollowUp { id: "V2".to_owned() };
    refused_chain(&[("V1", "follow_up = \"V2\""), ("V2", "")], "V1", plain.clone());
    refused_chain(&[("V2", "follow_up = \"V2\"")], "V2", plain);
    let nested = |id: &str| Fault::NestedFollowUp { id: id.to_owned() };
    let deeper = format!("{after}\nfollow_up = \"V3\"");
    refused_chain(&[("V1", "follow_up = \"V2\""), ("V2", &deeper), ("V3", after)], "V2", nested("V2"));
    let itself = format!("{after}\nfollow_up = \"V2\"");
    refused_chain(&[("V2", &itself)], "V2", nested("V2"));
    refused_chain(&[("V1", ""), ("V2", after)], "V2", Fault::FollowUpParents { parents: 0 });
    let parent = "follow_up = \"V2\"";
    let two = Fault::FollowUpParents { parents: 2 };
    refused_chain(&[("V1", parent), ("V2", after), ("V3", parent)], "V2", two);
}

#[test]
fn a_follow_up_fits_wherever_its_parent_does() {
    let narrow = |parent: &str, child: &str, key| {
        let parent = format!("follow_up = \"V2\"\n{parent}");
        let child = format!("only_as_follow_up = true\n{child}");
        refused_chain(&[("V1", &parent), ("V2", &child)], "V2", Fault::NarrowerThanParent { key });
    };
    narrow("", "kinds = [\"bericht\"]", "kinds");
    narrow("kinds = [\"*\", \"bericht\"]", "kinds = [\"*\"]", "kinds");
    narrow("", "minutes = 5", "minutes");
    narrow("moments = [\"later\", \"right-after\"]", "moments = [\"right-after\"]", "moments");
    narrow("", "baggage = [\"both\"]", "baggage");
    narrow("baggage = [\"both\", \"criticism\"]", "baggage = [\"both\"]", "baggage");
    let wider = [
        ("follow_up = \"V2\"\nkinds = [\"gesprek\"]", "kinds = [\"*\"]"),
        ("follow_up = \"V2\"", "kinds = [\"gesprek\", \"bericht\"]\nminutes = 1"),
        ("follow_up = \"V2\"\nbaggage = [\"both\"]", "moments = [\"together\", \"later\"]"),
        ("follow_up = \"V2\"\nbaggage = [\"both\"]", "baggage = [\"criticism\", \"both\"]"),
    ];
    for (parent, child) in wider {
        let child = format!("only_as_follow_up = true\n{child}");
        let text = format!("{HEAD}{}{}", question("V1", parent), question("V2", &child));
        assert!(Pack::read(&text).is_ok(), "{parent} with {child}");
    }
}

#[test]
fn the_wording_of_a_closing_page_is_a_next_step_by_itself() {
    let closing = "aspect = \"next-step\"\nintention = true";
    refused_chain(&[("V1", "intention = true")], "V1", Fault::IntentionLooksElsewhere);
    let after = "only_as_follow_up = true";
    let chain = Fault::IntentionInAChain;
    let parent = format!("{closing}\nfollow_up = \"V2\"");
    refused_chain(&[("V1", &parent), ("V2", after)], "V1", chain.clone());
    let child = format!("{closing}\n{after}");
    refused_chain(&[("V1", "follow_up = \"V2\""), ("V2", &child)], "V2", chain);
}
