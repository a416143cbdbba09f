//! How kinds stand in the store: as words, so that a row can be read by itself.

/// What can stand in a column, with its words.
macro_rules! stored {
    ($kind:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
        impl rusqlite::ToSql for $kind {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                let word = match self {
                    $(Self::$variant => $word,)+
                };
                Ok(rusqlite::types::ToSqlOutput::Borrowed(rusqlite::types::ValueRef::Text(word.as_bytes())))
            }
        }

        impl rusqlite::types::FromSql for $kind {
            fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
                match value.as_str()? {
                    $($word => Ok(Self::$variant),)+
                    _ => Err(rusqlite::types::FromSqlError::InvalidType),
                }
            }
        }
    };
}
pub(crate) use stored;

#[cfg(test)]
mod tests {
    use std::fmt::Debug;

    use rusqlite::ToSql;
    use rusqlite::types::FromSql;

    use crate::{Better, CardState, PhaseKind, Scale, WalkEnd};

    #[test]
    fn what_stands_in_the_store_is_what_was_put_there() {
        fn comes_back<T: ToSql + FromSql + PartialEq + Debug>(value: &T) {
            let connection = rusqlite::Connection::open_in_memory().expect("memory");
            let read: T = connection.query_row("SELECT ?1", [value], |row| row.get(0)).expect("it reads");
            assert_eq!(&read, value);
            let foreign = connection.query_row("SELECT 'sideways'", [], |row| row.get::<_, T>(0));
            assert!(foreign.is_err(), "a word that nobody put there");
        }
        [Scale::ZeroToTen, Scale::Count].iter().for_each(comes_back);
        [Better::Higher, Better::Lower].iter().for_each(comes_back);
        [PhaseKind::Begin, PhaseKind::Trial].iter().for_each(comes_back);
        [CardState::Open, CardState::Kept, CardState::ThrownAway].iter().for_each(comes_back);
        let locked = [WalkEnd::Idle, WalkEnd::Screen, WalkEnd::Sleep, WalkEnd::Lid];
        [WalkEnd::Asked, WalkEnd::Time].iter().chain(&locked).for_each(comes_back);
    }
}
