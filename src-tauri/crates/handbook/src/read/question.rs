//! Questions.

use super::{LONG, MAX_LIST, read_ids, read_mark, read_small, read_template};
use crate::{
    error::PackError,
    id::{KindId, QuestionId, ThemeId},
    pack::{Aspect, Baggage, Group, Moment, Mood, Question},
    tree::{Entry, Table},
};

pub(super) fn read_question(mut table: Table<'_>, pack: &str) -> Result<Question, PackError> {
    let (any_conversation, kinds) = read_scope(table.need("kinds")?)?;
    let question = Question {
        pack: pack.to_owned(),
        id: QuestionId::from(table.need("id")?.id()?),
        version: table.need("version")?.number(1, 9_999)?,
        text: table.need("text")?.template(LONG)?,
        why: table.need("why")?.template(LONG)?,
        theme: ThemeId::from(table.need("theme")?.id()?),
        aspect: table.need("aspect")?.one_of(&ASPECTS)?,
        depth: read_small(&table.need("depth")?, 1, 3)?,
        any_conversation,
        kinds,
        minutes: read_small(&table.need("minutes")?, 1, 120)?,
        moments: read_words_of(table.need("moments")?, &MOMENTS)?,
        baggage: table
            .take("baggage")
            .map(|baggage| read_words_of(baggage, &BAGGAGE))
            .transpose()?
            .unwrap_or_default(),
        group: table.take("group").map(|group| group.one_of(&[("young", Group::Young)])).transpose()?,
        moods: table.take("moods").map(|moods| read_words_of(moods, &MOODS)).transpose()?.unwrap_or_default(),
        follow_up: table.take("follow_up").map(|id| id.id().map(QuestionId::from)).transpose()?,
        only_as_follow_up: read_mark(table.take("only_as_follow_up"))?,
        intention: read_mark(table.take("intention"))?,
        privacy: read_template(table.take("privacy"))?,
        never_together: read_mark(table.take("never_together"))?,
        sources: table.take("sources").map(read_ids).transpose()?.unwrap_or_default(),
        line: table.line,
    };
    table.done()?;
    Ok(question)
}

const ASPECTS: [(&str, Aspect); 7] = [
    ("event", Aspect::Event),
    ("self", Aspect::Myself),
    ("other", Aspect::Other),
    ("values", Aspect::Values),
    ("knowledge", Aspect::Knowledge),
    ("next-step", Aspect::NextStep),
    ("context", Aspect::Context),
];

const MOMENTS: [(&str, Moment); 5] = [
    ("before", Moment::Before),
    ("right-after", Moment::RightAfter),
    ("later", Moment::Later),
    ("month-review", Moment::MonthReview),
    ("together", Moment::Together),
];

const BAGGAGE: [(&str, Baggage); 4] = [
    ("life-story", Baggage::LifeStory),
    ("criticism", Baggage::Criticism),
    ("both", Baggage::Both),
    ("unknown", Baggage::Unknown),
];

const MOODS: [(&str, Mood); 4] =
    [("calm", Mood::Calm), ("touched", Mood::Touched), ("angry", Mood::Angry), ("proud", Mood::Proud)];

/// `"*"` stands for every contact with a conversation; other kinds are named.
fn read_scope(entry: Entry<'_>) -> Result<(bool, Vec<KindId>), PackError> {
    let mut any_conversation = false;
    let mut kinds = Vec::new();
    for item in entry.list(MAX_LIST)? {
        if item.one_of(&[("*", ())]).is_ok() {
            any_conversation = true;
        } else {
            kinds.push(KindId::from(item.id()?));
        }
    }
    Ok((any_conversation, kinds))
}

fn read_words_of<T: Copy>(entry: Entry<'_>, words: &[(&str, T)]) -> Result<Vec<T>, PackError> {
    entry.list(MAX_LIST)?.iter().map(|item| item.one_of(words)).collect()
}
