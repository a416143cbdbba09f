//! From TOML to a [`Pack`]: the grammar of the format, and its limits.
//!
//! A pack is `[pack]`, where an organisation wants it `[house]`, the word tables `[words.resident.*]` and `[words.worker.*]`, and lists of
//! `[[source]]`, `[[theme]]`, `[[kind]]` and `[[question]]`. Every key is in the functions below,
//! each with its bound. A key that is not there is an error: a slip of the pen must not silently
//! take a question out of use, and a later format must not be half understood.

mod follow_ups;

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    error::{Fault, PackError},
    id::{KindId, QuestionId, SourceId, ThemeId},
    pack::{
        Aspect, Baggage, Group, Header, HouseRules, Kind, Language, Moment, Mood, Pack, Question, Source,
        Theme,
    },
    prose,
    tree::{Entry, Lines, Table},
    words::{Forms, Piece, WordTables, Words, pieces},
};

/// The most bytes of a pack. Ours has thirty thousand.
pub const MAX_PACK_BYTES: usize = 1 << 20;

const FORMAT: u32 = 1;
const MAX_LIST: usize = 40;
/// An organisation can shorten what an entry lives, and never lengthen it.
const MOST_DAYS: u16 = 180;
const MAX_QUESTIONS: usize = 2_000;
const SHORT: usize = 120;
const LONG: usize = 600;

pub(crate) fn read(text: &str) -> Result<Pack, PackError> {
    if text.len() > MAX_PACK_BYTES {
        return Err(PackError { line: 1, code: Fault::TooLarge { most: MAX_PACK_BYTES } });
    }
    refuse_hidden_characters(text)?;
    let mut root = Table::parse(text)?;
    let header = read_header(root.need("pack")?.table()?)?;
    let house = root.take("house").map(|house| read_house(house.table()?)).transpose()?.unwrap_or_default();
    let words = read_words(root.need("words")?.table()?)?;
    let sources = read_all(root.need("source")?, MAX_LIST, read_source)?;
    let themes = read_all(root.need("theme")?, MAX_LIST, read_theme)?;
    let kinds = read_all(root.need("kind")?, MAX_LIST, read_kind)?;
    let questions = read_all(root.need("question")?, MAX_QUESTIONS, read_question)?;
    root.done()?;

    let mut by_id = BTreeMap::new();
    for (place, (line, question)) in questions.iter().enumerate() {
        if by_id.insert(question.id.clone(), place).is_some() {
            return Err(duplicate(*line, question.id.as_str()));
        }
    }
    all_different(&sources, |source| source.id.as_str())?;
    all_different(&themes, |theme| theme.id.as_str())?;
    all_different(&kinds, |kind| kind.id.as_str())?;
    check_references(&sources, &themes, &kinds, &questions)?;
    follow_ups::check(&kinds, &questions, &by_id)?;
    check_placeholders(&words, &house, &themes, &questions)?;
    let by_kind = kinds.iter().map(|(_, kind)| {
        let numbered = questions.iter().enumerate();
        let asked = numbered.filter(|(_, (_, question))| question.stands_alone() && question.fits(kind));
        asked.map(|(place, _)| place).collect()
    });
    Ok(Pack {
        by_kind: by_kind.collect(),
        header,
        house,
        words,
        sources: without_lines(sources),
        themes: without_lines(themes),
        kinds: without_lines(kinds),
        questions: without_lines(questions),
        by_id,
    })
}

fn read_header(mut table: Table<'_>) -> Result<Header, PackError> {
    let format = table.need("format")?;
    if format.number(1, u32::MAX)? != FORMAT {
        return Err(format.fail(Fault::NewerFormat { newest: FORMAT }));
    }
    let header = Header {
        id: table.need("id")?.id()?,
        version: read_version(&table.need("version")?)?,
        language: table.need("language")?.one_of(&[("nl", Language::Nl), ("en", Language::En)])?,
        level: table.need("level")?.text(SHORT)?,
        name: table.need("name")?.text(SHORT)?,
        makers: table
            .need("makers")?
            .list(MAX_LIST)?
            .iter()
            .map(|maker| maker.text(SHORT))
            .collect::<Result<_, _>>()?,
        licence: table.need("licence")?.text(SHORT)?,
        own_wording: table.need("own_wording")?.yes()?,
        disclaimer: table.need("disclaimer")?.text(LONG)?,
    };
    table.done()?;
    Ok(header)
}

fn read_house(mut table: Table<'_>) -> Result<HouseRules, PackError> {
    let house = HouseRules {
        longest_days: table
            .take("longest_days")
            .map(|days| {
                let number = days.number(1, u32::from(MOST_DAYS))?;
                Ok(u16::try_from(number).unwrap_or(MOST_DAYS))
            })
            .transpose()?,
        safety: table.take("safety").map(|text| text.template(LONG)).transpose()?,
        line: table.line,
    };
    table.done()?;
    Ok(house)
}

fn read_version(entry: &Entry<'_>) -> Result<String, PackError> {
    let version = entry.text(SHORT)?;
    let numbers = version.split('.').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    if numbers {
        Ok(version)
    } else {
        Err(entry.fail(Fault::UnknownValue { key: "version", value: prose::excerpt(&version) }))
    }
}

fn read_words(mut table: Table<'_>) -> Result<WordTables, PackError> {
    let line = table.line;
    let mut resident = table.need("resident")?.table()?;
    let mut worker = table.need("worker")?.table()?;
    table.done()?;
    let words = WordTables {
        resident: [
            read_forms(resident.need("inwoner")?)?,
            read_forms(resident.need("klant")?)?,
            read_forms(resident.need("client")?)?,
            read_forms(resident.need("kandidaat")?)?,
        ],
        worker: [
            read_forms(worker.need("consulent")?)?,
            read_forms(worker.need("klantmanager")?)?,
            read_forms(worker.need("inkomensconsulent")?)?,
            read_forms(worker.need("werkconsulent")?)?,
            read_forms(worker.need("participatiecoach")?)?,
        ],
    };
    resident.done()?;
    worker.done()?;
    let mut names = BTreeSet::new();
    for name in words.placeholders() {
        if !names.insert(name) {
            return Err(duplicate(line, name));
        }
    }
    Ok(words)
}

fn read_forms(entry: Entry<'_>) -> Result<Forms, PackError> {
    let mut table = entry.table()?;
    let forms = Forms { one: read_word(&table.need("one")?)?, many: read_word(&table.need("many")?)? };
    table.done()?;
    Ok(forms)
}

/// A word goes into the middle of a sentence: letters, spaces and hyphens, no braces.
fn read_word(entry: &Entry<'_>) -> Result<String, PackError> {
    let word = entry.text(40)?;
    let plain = word.chars().all(|letter| letter.is_alphabetic() || matches!(letter, ' ' | '-' | '\''));
    if plain { Ok(word) } else { Err(entry.fail(Fault::StrayBrace)) }
}

fn read_source(mut table: Table<'_>) -> Result<Source, PackError> {
    let source = Source {
        id: SourceId::from(table.need("id")?.id()?),
        title: table.need("title")?.text(200)?,
        url: table.take("url").map(|url| read_url(&url)).transpose()?,
        year: table.take("year").map(|year| year.number(1900, 2200)).transpose()?,
        read: table.need("read")?.text(LONG)?,
        not_read: table.take("not_read").map(|text| text.text(LONG)).transpose()?,
    };
    table.done()?;
    Ok(source)
}

fn read_url(entry: &Entry<'_>) -> Result<String, PackError> {
    let url = entry.text(400)?;
    let usual = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&()*+,;=%".contains(&byte);
    match url.strip_prefix("https://") {
        Some(rest) if !rest.is_empty() && rest.bytes().all(usual) => Ok(url),
        Some(_) | None => Err(entry.fail(Fault::UnusableUrl)),
    }
}

fn read_theme(mut table: Table<'_>) -> Result<Theme, PackError> {
    let theme = Theme {
        id: ThemeId::from(table.need("id")?.id()?),
        name: table.need("name")?.text(SHORT)?,
        explanation: table.need("explanation")?.template(LONG)?,
        sources: read_ids(table.need("sources")?)?,
        line: table.line,
    };
    table.done()?;
    Ok(theme)
}

fn read_kind(mut table: Table<'_>) -> Result<Kind, PackError> {
    let kind = Kind {
        id: KindId::from(table.need("id")?.id()?),
        label: table.need("label")?.text(SHORT)?,
        conversation: table.need("conversation")?.yes()?,
        line: table.line,
    };
    table.done()?;
    Ok(kind)
}

fn read_question(mut table: Table<'_>) -> Result<Question, PackError> {
    let (any_conversation, kinds) = read_scope(table.need("kinds")?)?;
    let question = Question {
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

/// A mark that is left out says no.
fn read_mark(entry: Option<Entry<'_>>) -> Result<bool, PackError> {
    entry.map_or(Ok(false), |entry| entry.yes())
}

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

fn read_small(entry: &Entry<'_>, least: u8, most: u8) -> Result<u8, PackError> {
    let number = entry.number(u32::from(least), u32::from(most))?;
    Ok(u8::try_from(number).unwrap_or(most))
}

fn read_words_of<T: Copy>(entry: Entry<'_>, words: &[(&str, T)]) -> Result<Vec<T>, PackError> {
    entry.list(MAX_LIST)?.iter().map(|item| item.one_of(words)).collect()
}

fn read_ids<Id: From<String>>(entry: Entry<'_>) -> Result<Vec<Id>, PackError> {
    entry.list(MAX_LIST)?.iter().map(|item| item.id().map(Id::from)).collect()
}

type Numbered<T> = Vec<(u32, T)>;

fn read_all<T>(
    entry: Entry<'_>,
    most: usize,
    read_one: impl Fn(Table<'_>) -> Result<T, PackError>,
) -> Result<Numbered<T>, PackError> {
    entry
        .list(most)?
        .into_iter()
        .map(|item| {
            let line = item.line();
            Ok((line, read_one(item.table()?)?))
        })
        .collect()
}

fn without_lines<T>(items: Numbered<T>) -> Vec<T> {
    items.into_iter().map(|(_, item)| item).collect()
}

fn duplicate(line: u32, id: &str) -> PackError {
    PackError { line, code: Fault::Duplicate { id: prose::excerpt(id) } }
}

fn all_different<T>(items: &Numbered<T>, id: impl Fn(&T) -> &str) -> Result<(), PackError> {
    let mut seen = BTreeSet::new();
    for (line, item) in items {
        if !seen.insert(id(item)) {
            return Err(duplicate(*line, id(item)));
        }
    }
    Ok(())
}

fn check_references(
    sources: &Numbered<Source>,
    themes: &Numbered<Theme>,
    kinds: &Numbered<Kind>,
    questions: &Numbered<Question>,
) -> Result<(), PackError> {
    let source_ids: BTreeSet<&str> = sources.iter().map(|(_, source)| source.id.as_str()).collect();
    let theme_ids: BTreeSet<&str> = themes.iter().map(|(_, theme)| theme.id.as_str()).collect();
    let kind_ids: BTreeSet<&str> = kinds.iter().map(|(_, kind)| kind.id.as_str()).collect();
    for (line, theme) in themes {
        for id in &theme.sources {
            must_be_known(*line, "sources", id.as_str(), &source_ids)?;
        }
    }
    for (line, question) in questions {
        must_be_known(*line, "theme", question.theme.as_str(), &theme_ids)?;
        for id in &question.kinds {
            must_be_known(*line, "kinds", id.as_str(), &kind_ids)?;
        }
        for id in &question.sources {
            must_be_known(*line, "sources", id.as_str(), &source_ids)?;
        }
    }
    Ok(())
}

fn must_be_known(line: u32, key: &'static str, id: &str, known: &BTreeSet<&str>) -> Result<(), PackError> {
    if known.contains(id) {
        Ok(())
    } else {
        Err(PackError { line, code: Fault::UnknownReference { key, id: prose::excerpt(id) } })
    }
}

fn check_placeholders(
    words: &WordTables,
    house: &HouseRules,
    themes: &Numbered<Theme>,
    questions: &Numbered<Question>,
) -> Result<(), PackError> {
    let of_house = house.safety.iter().map(|text| (&house.line, text));
    let of_themes = themes.iter().map(|(line, theme)| (line, &theme.explanation));
    let of_questions =
        questions.iter().flat_map(|(line, question)| [(line, &question.text), (line, &question.why)]);
    for (line, text) in of_house.chain(of_themes).chain(of_questions) {
        for piece in pieces(text) {
            if let Piece::Placeholder(name) = piece
                && words.word(name, Words::default()).is_none()
            {
                let code = Fault::UnknownPlaceholder { name: prose::excerpt(name) };
                return Err(PackError { line: *line, code });
            }
        }
    }
    Ok(())
}

/// Looks through comments too: a reviewer must see what the reader sees.
fn refuse_hidden_characters(text: &str) -> Result<(), PackError> {
    let usual = |letter: char| matches!(letter, '\n' | '\r' | '\t');
    match text.char_indices().find(|(_, letter)| prose::hidden(*letter) && !usual(*letter)) {
        None => Ok(()),
        Some((at, letter)) => Err(PackError {
            line: Lines::new(text).at(at),
            code: Fault::HiddenCharacter { code_point: letter as u32 },
        }),
    }
}
