//! What was learned and holds nobody: words with two meanings, the team card, and all of it as pages.

use ::journal::{TeamPointText, TeamTheme as StoredTheme, TwofoldText};
use contract::*;
use handbook::ThemeId;
use household::catalogue::Say;

use crate::{
    failure::journal_failure,
    journal::desk::Desk,
    learned_page::{LearnedPage, PageWord},
    wire,
    without_aliases::WithoutAliases,
};

impl Desk {
    pub fn list_twofold_words(&mut self, (): ()) -> Result<TwofoldWordList, Failure> {
        let words = self.store.twofold_words().map_err(|error| journal_failure(&error))?;
        Ok(TwofoldWordList { words: words.into_iter().map(word).collect() })
    }

    pub fn keep_twofold_word(&mut self, request: TwofoldWordDraft) -> Result<TwofoldWord, Failure> {
        let kept = read_word(&request).and_then(|text| self.store.keep_twofold_word(&text, self.clock.now()));
        kept.map(word).map_err(|error| journal_failure(&error))
    }

    pub fn change_twofold_word(&mut self, request: ChangeTwofoldWord) -> Result<TwofoldWord, Failure> {
        let id = ::journal::TwofoldWordId(request.twofold.0);
        let changed = read_word(&request.draft)
            .and_then(|text| self.store.change_twofold_word(id, &text, self.clock.now()));
        changed.map(word).map_err(|error| journal_failure(&error))
    }

    pub fn erase_twofold_word(&mut self, request: TwofoldWordRequest) -> Result<(), Failure> {
        let id = ::journal::TwofoldWordId(request.twofold.0);
        self.store.erase_twofold_word(id).map_err(|error| journal_failure(&error))
    }

    pub fn read_team_card(&mut self, (): ()) -> Result<TeamCard, Failure> {
        let points = self.store.team_points().map_err(|error| journal_failure(&error))?;
        let (discussed, on_card): (Vec<_>, Vec<_>) =
            points.into_iter().partition(|point| point.discussed_on.is_some());
        Ok(TeamCard { themes: self.by_theme(on_card), discussed: discussed.into_iter().map(point).collect() })
    }

    pub fn keep_team_point(&mut self, request: TeamPointDraft) -> Result<TeamCard, Failure> {
        let text = TeamPointText::parse(&request.text).map_err(|error| journal_failure(&error))?;
        let theme = match request.theme {
            Some(id) => Some(self.theme(&id).ok_or(Failure::OutOfTurn)?),
            None => None,
        };
        let kept = self.store.keep_team_point(theme.as_ref(), &text, self.today());
        kept.map_err(|error| journal_failure(&error))?;
        self.read_team_card(())
    }

    pub fn change_team_point(&mut self, request: ChangeTeamPoint) -> Result<TeamCard, Failure> {
        let id = ::journal::TeamPointId(request.point.0);
        let text = TeamPointText::parse(&request.draft.text).map_err(|error| journal_failure(&error))?;
        let theme = match request.draft.theme {
            // A theme that no pack here has any more stays where it is.
            Some(theme) => {
                let had = self.store.team_point(id).map_err(|error| journal_failure(&error))?.theme;
                let had = had.filter(|had| had.id == theme);
                Some(self.theme(&theme).or(had).ok_or(Failure::OutOfTurn)?)
            }
            None => None,
        };
        let changed = self.store.change_team_point(id, theme.as_ref(), &text);
        changed.map_err(|error| journal_failure(&error))?;
        self.read_team_card(())
    }

    pub fn discuss_team_point(&mut self, request: DiscussTeamPoint) -> Result<TeamCard, Failure> {
        let discussed_on = request.discussed.then(|| self.today());
        let changed = self.store.discuss_team_point(::journal::TeamPointId(request.point.0), discussed_on);
        changed.map_err(|error| journal_failure(&error))?;
        self.read_team_card(())
    }

    pub fn erase_team_point(&mut self, request: TeamPointRequest) -> Result<TeamCard, Failure> {
        let id = ::journal::TeamPointId(request.point.0);
        self.store.erase_team_point(id).map_err(|error| journal_failure(&error))?;
        self.read_team_card(())
    }

    /// What was learned, as a page: what is used and what stands on the card, in the words in which it was
    /// written, but without the aliases in use.
    pub fn learned_page(&mut self, request: SaveLearned) -> Result<LearnedPage, Failure> {
        let without = self.without_aliases()?;
        let said = |text: &str| without.apply(text);
        Ok(match request.what {
            Learned::Rules => {
                let rules = self.list_rules(())?.rules.into_iter();
                let used = rules.filter(|rule| rule.dropped_on.is_none());
                LearnedPage::Rules(used.map(|rule| said(&rule.text)).collect())
            }
            Learned::Words => {
                let words = self.list_twofold_words(())?.words.into_iter().map(|word| PageWord {
                    word: said(&word.word),
                    mine: said(&word.mine),
                    theirs: said(&word.theirs),
                    whose: said(&word.whose),
                });
                LearnedPage::Words(words.collect())
            }
            Learned::TeamCard => {
                let themes = self.read_team_card(())?.themes.into_iter().map(|theme| {
                    let points = theme.points.iter().map(|point| said(&point.text));
                    (theme.name, points.collect())
                });
                LearnedPage::TeamCard(themes.collect())
            }
        })
    }

    /// What takes the aliases in use, those of the bin too, out of a text that leaves the journal.
    pub(super) fn without_aliases(&self) -> Result<WithoutAliases, Failure> {
        let aliases = self.store.alias_names().map_err(|error| journal_failure(&error))?;
        let aliases = aliases.iter().map(|alias| alias.as_str().to_owned()).collect();
        Ok(WithoutAliases::of(aliases, &self.speaker().say(Say::Somebody)))
    }

    /// A theme of today's handbook.
    fn theme(&self, id: &str) -> Option<StoredTheme> {
        let theme = self.shelf.joined().theme(&ThemeId::from(id))?;
        Some(StoredTheme { id: id.to_owned(), name: self.wording().say(&theme.name) })
    }

    /// Points by their themes: those of the handbook in its order, those that it no longer knows by the
    /// name that they had, and what has no theme last.
    fn by_theme(&self, points: Vec<::journal::TeamPoint>) -> Vec<TeamTheme> {
        let wording = self.wording();
        let mut themes: Vec<TeamTheme> = wording
            .pack
            .themes()
            .iter()
            .map(|theme| TeamTheme {
                theme: Some(theme.id.as_str().to_owned()),
                name: Some(wording.say(&theme.name)),
                points: Vec::new(),
            })
            .collect();
        let mut without = TeamTheme { theme: None, name: None, points: Vec::new() };
        for mut stored in points {
            let Some(StoredTheme { id, name }) = stored.theme.take() else {
                without.points.push(point(stored));
                continue;
            };
            let stored = TeamPoint { theme: Some(id.clone()), ..point(stored) };
            match themes.iter_mut().find(|theme| theme.theme.as_ref() == Some(&id)) {
                Some(theme) => theme.points.push(stored),
                None => themes.push(TeamTheme { theme: Some(id), name: Some(name), points: vec![stored] }),
            }
        }
        themes.push(without);
        themes.retain(|theme| !theme.points.is_empty());
        themes
    }
}

fn read_word(draft: &TwofoldWordDraft) -> Result<TwofoldText, ::journal::JournalError> {
    TwofoldText::parse(&draft.word, &draft.mine, &draft.theirs, &draft.whose)
}

fn word(word: ::journal::TwofoldWord) -> TwofoldWord {
    TwofoldWord {
        twofold: TwofoldWordId(word.id.0),
        word: word.text.word().to_owned(),
        mine: word.text.mine().to_owned(),
        theirs: word.text.theirs().to_owned(),
        whose: word.text.whose().to_owned(),
        changed_at: wire::moment(word.changed_at),
    }
}

fn point(point: ::journal::TeamPoint) -> TeamPoint {
    TeamPoint {
        point: TeamPointId(point.id.0),
        theme: point.theme.map(|theme| theme.id),
        text: point.text,
        written_on: wire::day(point.written_on),
        discussed_on: point.discussed_on.map(wire::day),
    }
}
