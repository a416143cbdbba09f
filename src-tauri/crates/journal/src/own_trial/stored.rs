//! How kinds stand in the store: as words, so that a row can be read by itself.

use rusqlite::ToSql;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};

use super::{Better, PhaseKind, Scale};

/// What can stand there, with its words.
macro_rules! stored {
    ($kind:ident { $($variant:ident = $word:literal),+ }) => {
        impl ToSql for $kind {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                let word = match self {
                    $(Self::$variant => $word,)+
                };
                Ok(ToSqlOutput::Borrowed(ValueRef::Text(word.as_bytes())))
            }
        }

        impl FromSql for $kind {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                match value.as_str()? {
                    $($word => Ok(Self::$variant),)+
                    _ => Err(FromSqlError::InvalidType),
                }
            }
        }
    };
}

stored!(Scale { ZeroToTen = "zero-to-ten", Count = "count" });
stored!(Better { Higher = "higher", Lower = "lower" });
stored!(PhaseKind { Begin = "begin", Trial = "trial" });

#[cfg(test)]
mod tests {
    use std::fmt::Debug;

    use super::*;

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
    }
}
