//! Rules of thumb: what outlives the entries, because it is about nobody else.

use ::journal::{Rule, RuleId as Id, RuleText, RuleWording, RuleWordingId};
use contract::*;

use crate::{failure::journal_failure, journal::desk::Desk, wire};

impl Desk {
    pub fn list_rules(&mut self, (): ()) -> Result<RuleList, Failure> {
        let rules = self.store.rules().map_err(|error| journal_failure(&error))?;
        Ok(RuleList { rules: rules.into_iter().map(shown).collect() })
    }

    pub fn keep_rule(&mut self, request: KeepRule) -> Result<RuleOfThumb, Failure> {
        let text = RuleText::parse(&request.text).map_err(|error| journal_failure(&error))?;
        let kept = self.store.keep_rule(&text, self.clock.now());
        kept.map(shown).map_err(|error| journal_failure(&error))
    }

    pub fn change_rule(&mut self, request: ChangeRule) -> Result<RuleOfThumb, Failure> {
        let text = RuleText::parse(&request.text).map_err(|error| journal_failure(&error))?;
        let changed = self.store.change_rule(Id(request.rule.0), &text, self.clock.now());
        changed.map(shown).map_err(|error| journal_failure(&error))
    }

    pub fn drop_rule(&mut self, request: DropRule) -> Result<RuleOfThumb, Failure> {
        let dropped_on = request.dropped.then(|| self.today());
        let dropped = self.store.drop_rule(Id(request.rule.0), dropped_on);
        dropped.map(shown).map_err(|error| journal_failure(&error))
    }

    pub fn erase_rule(&mut self, request: RuleRequest) -> Result<(), Failure> {
        self.store.erase_rule(Id(request.rule.0)).map_err(|error| journal_failure(&error))
    }

    pub fn erase_wording(&mut self, request: WordingRequest) -> Result<RuleOfThumb, Failure> {
        let left = self.store.erase_wording(RuleWordingId(request.wording.0));
        left.map(shown).map_err(|error| journal_failure(&error))
    }
}

/// A rule of thumb as a window shows it.
pub(super) fn shown(rule: Rule) -> RuleOfThumb {
    let former = |former: RuleWording| FormerWording {
        wording: WordingId(former.id.0),
        text: former.text,
        until: wire::day(former.until),
    };
    RuleOfThumb {
        rule: RuleId(rule.id.0),
        changed_at: wire::moment(rule.changed_at),
        text: rule.text,
        dropped_on: rule.dropped_on.map(wire::day),
        former: rule.former.into_iter().map(former).collect(),
    }
}
