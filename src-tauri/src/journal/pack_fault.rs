//! From what the reader of packs says to what a window knows: a code with the data that helps to mend
//! it. The words are in the catalogue.

use contract::{PackAdvice, PackAdviceCode, PackFault, PackFaultCode};
use handbook::{Fault, Finding, LintCode, MAX_PACK_BYTES, PackError};

/// Why a pack was refused.
pub fn shown(error: &PackError) -> PackFault {
    let code = |code| PackFault { line: error.line, code, key: None, value: None, least: None, most: None };
    let of_key = |of, key: &str| PackFault { key: Some(key.to_owned()), ..code(of) };
    let of_value = |of, value: &str| PackFault { value: Some(value.to_owned()), ..code(of) };
    match &error.code {
        Fault::TooLarge { most } => PackFault { most: Some(number(*most)), ..code(PackFaultCode::TooLarge) },
        Fault::NotToml => code(PackFaultCode::NotToml),
        Fault::NewerFormat { newest } => {
            PackFault { most: Some(*newest), ..code(PackFaultCode::NewerFormat) }
        }
        Fault::UnknownKey { key } => of_key(PackFaultCode::UnknownKey, key),
        Fault::MissingKey { key } => of_key(PackFaultCode::MissingKey, key),
        Fault::WrongType { key } => of_key(PackFaultCode::WrongType, key),
        Fault::OutOfBounds { key, least, most } => {
            PackFault { least: Some(*least), most: Some(*most), ..of_key(PackFaultCode::OutOfBounds, key) }
        }
        Fault::UnknownValue { key, value } => {
            PackFault { value: Some(value.clone()), ..of_key(PackFaultCode::UnknownValue, key) }
        }
        Fault::EmptyText { key } => of_key(PackFaultCode::EmptyText, key),
        Fault::TextTooLong { key, most } => {
            PackFault { most: Some(number(*most)), ..of_key(PackFaultCode::TextTooLong, key) }
        }
        Fault::TooMany { key, most } => {
            PackFault { most: Some(number(*most)), ..of_key(PackFaultCode::TooMany, key) }
        }
        Fault::EmptyList { key } => of_key(PackFaultCode::EmptyList, key),
        Fault::UnusableId { key } => of_key(PackFaultCode::UnusableId, key),
        Fault::Duplicate { id } => of_value(PackFaultCode::Duplicate, id),
        Fault::UnknownReference { key, id } => {
            PackFault { value: Some(id.clone()), ..of_key(PackFaultCode::UnknownReference, key) }
        }
        Fault::NotAFollowUp { id } => of_value(PackFaultCode::NotAFollowUp, id),
        Fault::NestedFollowUp { id } => of_value(PackFaultCode::NestedFollowUp, id),
        Fault::FollowUpParents { .. } => code(PackFaultCode::FollowUpParents),
        Fault::NarrowerThanParent { key } => of_key(PackFaultCode::NarrowerThanParent, key),
        Fault::IntentionLooksElsewhere => code(PackFaultCode::IntentionLooksElsewhere),
        Fault::IntentionInAChain => code(PackFaultCode::IntentionInAChain),
        Fault::UnknownPlaceholder { name } => of_value(PackFaultCode::UnknownPlaceholder, name),
        Fault::StrayBrace => code(PackFaultCode::StrayBrace),
        // What cannot be seen is shown by its number.
        Fault::HiddenCharacter { code_point } => {
            of_value(PackFaultCode::HiddenCharacter, &format!("U+{code_point:04X}"))
        }
        Fault::Markup => code(PackFaultCode::Markup),
        Fault::UnusableUrl => code(PackFaultCode::UnusableUrl),
        Fault::UnknownBase { id } => of_value(PackFaultCode::UnknownBase, id),
        Fault::KeyOfOtherShape { key } => of_key(PackFaultCode::KeyOfOtherShape, key),
        Fault::StarterWithoutEllipsis => code(PackFaultCode::StarterWithoutEllipsis),
    }
}

/// A file of which no more was read than tells this.
pub fn too_large() -> PackFault {
    shown(&PackError { line: 1, code: Fault::TooLarge { most: MAX_PACK_BYTES } })
}

/// What in a pack is allowed and could be better.
pub fn advice(finding: &Finding) -> PackAdvice {
    let (code, value) = match &finding.code {
        LintCode::ManySentences { sentences } => (PackAdviceCode::ManySentences, Some(sentences.to_string())),
        LintCode::LongSentence { words } => (PackAdviceCode::LongSentence, Some(words.to_string())),
        LintCode::LongExplanation { words } => (PackAdviceCode::LongExplanation, Some(words.to_string())),
        LintCode::Duty { word } => (PackAdviceCode::Duty, Some(word.clone())),
        LintCode::Blame { phrase } => (PackAdviceCode::Blame, Some(phrase.clone())),
        LintCode::Closed => (PackAdviceCode::Closed, None),
        LintCode::Score { word } => (PackAdviceCode::Score, Some(word.clone())),
        LintCode::Ranking { word } => (PackAdviceCode::Ranking, Some(word.clone())),
        LintCode::HardWord { word } => (PackAdviceCode::HardWord, Some(word.clone())),
        LintCode::NoIntention { kind } => (PackAdviceCode::NoIntention, Some(kind.as_str().to_owned())),
        LintCode::FewQuestions { kind, .. } => (PackAdviceCode::FewQuestions, Some(kind.as_str().to_owned())),
    };
    PackAdvice { line: finding.line, code, value }
}

/// A bound; a file has no line or text beyond what this holds.
fn number(bound: usize) -> u32 {
    u32::try_from(bound).unwrap_or(u32::MAX)
}
