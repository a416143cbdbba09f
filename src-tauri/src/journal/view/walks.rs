//! Walk-throughs as their owner sees them.

use ::journal::{
    Alias, CardState as StoredState, Cover, JointCard as StoredCard, Original as StoredOriginal, WalkBlock,
    WalkEnd as StoredEnd, WalkLabel, WalkPage, WalkPageHead as StoredHead, WalkShown, WalkThrough,
    WalkThroughRow as StoredRow,
};
use contract::*;

use crate::wire;

/// A line of the list.
pub fn row(row: &StoredRow) -> WalkThroughRow {
    WalkThroughRow {
        walk_through: WalkThroughId(row.id.0),
        for_whom: row.plan.for_whom().to_owned(),
        planned_on: row.plan.planned_on().map(wire::day),
        shown_on: row.shown.as_ref().map(|shown| wire::day(shown.began_at.date_naive())),
        withdrawn_on: row.withdrawn_on.map(wire::day),
        card: row.card.map(state),
        pages: row.pages.iter().map(head).collect(),
    }
}

/// One, whole.
pub fn view(walk_through: &WalkThrough) -> WalkThroughView {
    let row = &walk_through.row;
    WalkThroughView {
        walk_through: WalkThroughId(row.id.0),
        for_whom: row.plan.for_whom().to_owned(),
        question: row.plan.question().to_owned(),
        minutes: WalkMinutes(row.plan.minutes()),
        planned_on: row.plan.planned_on().map(wire::day),
        prepared_at: wire::moment(row.prepared_at),
        changed_on: row.changed_on.map(wire::day),
        withdrawn_on: row.withdrawn_on.map(wire::day),
        pages: walk_through.pages.iter().map(page).collect(),
        has_lost_pages: row.has_lost_pages,
        ready: walk_through.is_ready(),
        shown: row.shown.as_ref().map(shown),
        card: walk_through.card.as_ref().map(card),
    }
}

/// The card of one.
pub fn card(card: &StoredCard) -> JointCard {
    JointCard {
        discussed: card.text.discussed.clone(),
        take_along: card.text.take_along.clone(),
        differently: card.text.differently.clone(),
        state: state(card.state),
    }
}

/// What a part answers.
pub fn label(label: &WalkLabel) -> BlockLabel {
    match label {
        WalkLabel::Asked { text } => BlockLabel::Asked { text: text.clone() },
        WalkLabel::Free => BlockLabel::Free,
        WalkLabel::Feeling => BlockLabel::Feeling,
        WalkLabel::Intention => BlockLabel::Intention,
        WalkLabel::Outcome => BlockLabel::Outcome,
        WalkLabel::Baggage => BlockLabel::Baggage,
        WalkLabel::Mood => BlockLabel::Mood,
    }
}

/// What a part answers, as the store keeps it.
pub fn read_label(label: BlockLabel) -> WalkLabel {
    match label {
        BlockLabel::Asked { text } => WalkLabel::Asked { text },
        BlockLabel::Free => WalkLabel::Free,
        BlockLabel::Feeling => WalkLabel::Feeling,
        BlockLabel::Intention => WalkLabel::Intention,
        BlockLabel::Outcome => WalkLabel::Outcome,
        BlockLabel::Baggage => WalkLabel::Baggage,
        BlockLabel::Mood => WalkLabel::Mood,
    }
}

/// A covered passage as a window names it.
pub const fn read_cover(span: CoverSpan) -> Cover {
    Cover { start: span.start, end: span.end }
}

/// How a walk-through ended.
pub const fn end(end: StoredEnd) -> WalkEnd {
    match end {
        StoredEnd::Asked => WalkEnd::Asked,
        StoredEnd::Time => WalkEnd::Time,
        StoredEnd::Idle => WalkEnd::Locked { by: LockedBy::Idle },
        StoredEnd::Screen => WalkEnd::Locked { by: LockedBy::Screen },
        StoredEnd::Sleep => WalkEnd::Locked { by: LockedBy::Sleep },
        StoredEnd::Lid => WalkEnd::Locked { by: LockedBy::Lid },
    }
}

/// How a walk-through ended, as its process said.
pub const fn read_end(end: WalkEnd) -> StoredEnd {
    match end {
        WalkEnd::Asked => StoredEnd::Asked,
        WalkEnd::Time => StoredEnd::Time,
        WalkEnd::Locked { by: LockedBy::Idle } => StoredEnd::Idle,
        WalkEnd::Locked { by: LockedBy::Screen } => StoredEnd::Screen,
        WalkEnd::Locked { by: LockedBy::Sleep } => StoredEnd::Sleep,
        WalkEnd::Locked { by: LockedBy::Lid } => StoredEnd::Lid,
    }
}

fn page(page: &WalkPage) -> WalkPageView {
    WalkPageView {
        page: WalkPageId(page.id.0),
        head: head(&page.head),
        who: page.who.clone(),
        shows_day: page.shows_day,
        original: match page.original {
            StoredOriginal::Same => Original::Same,
            StoredOriginal::Changed => Original::Changed,
            StoredOriginal::InBin => Original::InBin,
        },
        blocks: page.blocks.iter().map(block).collect(),
    }
}

fn head(head: &StoredHead) -> WalkPageHead {
    WalkPageHead {
        entry: EntryId(head.entry.0),
        day: wire::day(head.day),
        kind: head.kind.clone(),
        title: head.title.clone(),
        alias: head.alias.as_ref().map(Alias::as_str).map(str::to_owned),
    }
}

fn block(block: &WalkBlock) -> WalkBlockView {
    let span = |cover: &Cover| CoverSpan { start: cover.start, end: cover.end };
    WalkBlockView {
        block: WalkBlockId(block.id.0),
        label: label(&block.label),
        heading: block.heading.clone(),
        text: block.text.clone(),
        covers: block.covers.iter().map(span).collect(),
    }
}

fn shown(shown: &WalkShown) -> WalkThroughShown {
    let ended = shown.ended.as_ref();
    WalkThroughShown {
        began_at: wire::moment(shown.began_at),
        ended_at: ended.map(|(at, _)| wire::moment(*at)),
        end: ended.map(|(_, how)| end(*how)),
    }
}

const fn state(state: StoredState) -> CardState {
    match state {
        StoredState::Open => CardState::Open,
        StoredState::Kept => CardState::Kept,
        StoredState::ThrownAway => CardState::ThrownAway,
    }
}
