//! What must hold between a question and the one that may come after it, and for the wordings of
//! the closing page. A pack in which it does not hold has questions that nobody would ever see.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    error::{Fault, PackError},
    id::QuestionId,
    pack::{Aspect, Kind, Question},
    prose,
};

/// Checks every question. The line is that of the question which is wrong: of the parent when its
/// `follow_up` leads astray, of the follow-up in all else.
pub(super) fn check(
    kinds: &[&Kind],
    questions: &[Question],
    by_id: &BTreeMap<QuestionId, usize>,
) -> Result<(), PackError> {
    let mut parents = vec![Vec::new(); questions.len()];
    for question in questions {
        let line = question.line;
        check_intention(question).map_err(|code| PackError { line, code })?;
        if let Some(id) = &question.follow_up {
            let place = by_id.get(id).ok_or_else(|| {
                let code = Fault::UnknownReference { key: "follow_up", id: prose::excerpt(id.as_str()) };
                PackError { line, code }
            })?;
            if !questions[*place].only_as_follow_up {
                let code = Fault::NotAFollowUp { id: prose::excerpt(id.as_str()) };
                return Err(PackError { line, code });
            }
            parents[*place].push(question);
        }
    }
    for (question, parents) in questions.iter().zip(parents) {
        if question.only_as_follow_up {
            let fail = |code| PackError { line: question.line, code };
            check_follow_up(question, &parents, kinds).map_err(fail)?;
        }
    }
    Ok(())
}

fn check_intention(question: &Question) -> Result<(), Fault> {
    if !question.intention {
        return Ok(());
    }
    if question.aspect != Aspect::NextStep {
        return Err(Fault::IntentionLooksElsewhere);
    }
    if question.only_as_follow_up || question.follow_up.is_some() {
        return Err(Fault::IntentionInAChain);
    }
    Ok(())
}

fn check_follow_up(question: &Question, parents: &[&Question], kinds: &[&Kind]) -> Result<(), Fault> {
    if question.follow_up.is_some() {
        return Err(Fault::NestedFollowUp { id: prose::excerpt(question.id.as_str()) });
    }
    let [parent] = parents else { return Err(Fault::FollowUpParents { parents: parents.len() }) };
    let narrower = |key| Err(Fault::NarrowerThanParent { key });
    if kinds.iter().any(|kind| parent.fits(kind) && !question.fits(kind)) {
        return narrower("kinds");
    }
    if question.minutes > parent.minutes {
        return narrower("minutes");
    }
    if !contains(&question.moments, &parent.moments) {
        return narrower("moments");
    }
    // A question without baggage fits whatever somebody carries, and so contains every other.
    let anything = question.baggage.is_empty();
    if !anything && (parent.baggage.is_empty() || !contains(&question.baggage, &parent.baggage)) {
        return narrower("baggage");
    }
    Ok(())
}

fn contains<T: Ord>(wide: &[T], narrow: &[T]) -> bool {
    let wide: BTreeSet<&T> = wide.iter().collect();
    narrow.iter().all(|item| wide.contains(item))
}
