//! The codes of the reader and of the lint, in plain words for the people who write packs.

use std::fmt;

use handbook::{Fault, LintCode};

/// Why a pack was refused.
pub struct Refusal<'a>(pub &'a Fault);

impl fmt::Display for Refusal<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Fault::TooLarge { most } => write!(f, "the file is larger than {most} bytes"),
            Fault::NotToml => f.write_str("this is not TOML: look for a quotation mark or a bracket without its partner, or a key given twice"),
            Fault::NewerFormat { newest } => write!(f, "`format` is newer than {newest}, the newest that is known here"),
            Fault::UnknownKey { key } => write!(f, "`{key}` is no key here; is it a slip of the pen?"),
            Fault::MissingKey { key } => write!(f, "`{key}` must be here and is not"),
            Fault::WrongType { key } => write!(f, "`{key}` takes another sort of value: compare with the example"),
            Fault::OutOfBounds { key, least, most } => write!(f, "`{key}` is a whole number from {least} to {most}"),
            Fault::UnknownValue { key, value } => write!(f, "`{key}` does not take \"{value}\""),
            Fault::EmptyText { key } => write!(f, "`{key}` has no words"),
            Fault::TextTooLong { key, most } => write!(f, "`{key}` has more than {most} characters"),
            Fault::TooMany { key, most } => write!(f, "`{key}` has more than {most} entries"),
            Fault::EmptyList { key } => write!(f, "`{key}` has too few entries"),
            Fault::UnusableId { key } => write!(f, "`{key}` is letters, digits and hyphens, at most forty, without a hyphen in front"),
            Fault::Duplicate { id } => write!(f, "\"{id}\" was given out before, here or in the pack that this one builds on"),
            Fault::UnknownReference { key, id } => write!(f, "`{key}` names \"{id}\", which nothing has"),
            Fault::NotAFollowUp { id } => write!(f, "\"{id}\" does not say `only_as_follow_up = true`"),
            Fault::NestedFollowUp { id } => write!(f, "the follow-up \"{id}\" has a follow-up of its own"),
            Fault::FollowUpParents { parents } => write!(f, "a follow-up follows one question, and this one {parents}"),
            Fault::NarrowerThanParent { key } => write!(f, "a follow-up fits wherever the question before it does; `{key}` is narrower"),
            Fault::IntentionLooksElsewhere => f.write_str("the wording of a closing page has `aspect = \"next-step\"`"),
            Fault::IntentionInAChain => f.write_str("the wording of a closing page is no follow-up and has none"),
            Fault::UnknownPlaceholder { name } => write!(f, "there is no word for the placeholder \"{name}\""),
            Fault::StrayBrace => f.write_str("a brace has no partner, or nothing between, or stands where no placeholder may"),
            Fault::HiddenCharacter { code_point } => write!(f, "a character that cannot be seen, U+{code_point:04X}; a text is one line"),
            Fault::Markup => f.write_str("texts have no markup: leave out the angle brackets and entities"),
            Fault::UnusableUrl => f.write_str("an address begins with https:// and has no spaces or quotation marks"),
            Fault::UnknownBase { id } if id.is_empty() => f.write_str("it does not say which pack it builds on"),
            Fault::UnknownBase { id } => write!(f, "it builds on \"{id}\", which is not here"),
            Fault::StarterWithoutEllipsis => f.write_str("it has first words and ends on the one sign … (not three full stops): the rule itself is somebody's own"),
            Fault::KeyOfOtherShape { key } => write!(f, "a field of this `shape` does not take `{key}`"),
        }
    }
}

/// What could be better.
pub struct Advice<'a>(pub &'a LintCode);

impl fmt::Display for Advice<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            LintCode::ManySentences { sentences } => write!(f, "{sentences} sentences; two are enough"),
            LintCode::LongSentence { words } => write!(f, "a sentence of {words} words; fifteen are enough"),
            LintCode::LongExplanation { words } => write!(f, "{words} words; sixty are enough"),
            LintCode::Duty { word } => write!(f, "\"{word}\" makes it a duty"),
            LintCode::Blame { phrase } => write!(f, "\"{phrase}\" blames"),
            LintCode::Closed => f.write_str("yes or no would answer it"),
            LintCode::Score { word } => write!(f, "\"{word}\" asks for a figure or is one"),
            LintCode::Ranking { word } => write!(f, "\"{word}\" puts people in an order"),
            LintCode::HardWord { word } => write!(f, "\"{word}\" is a hard word"),
            LintCode::NoIntention { kind } => write!(f, "the closing page of {kind} has no wording"),
            LintCode::FewQuestions { kind, moment, questions } => {
                write!(f, "{kind} has {questions} questions for five minutes ({moment:?}); three are needed")
            }
        }
    }
}
