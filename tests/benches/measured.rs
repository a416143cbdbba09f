//! What was measured, by the names that goals and programs ask for it.

use std::{collections::BTreeMap, fs, path::Path};

use serde_json::json;

use crate::samples::{Samples, figure};

/// Operations with their times, and single figures.
#[derive(Default)]
pub struct Measured {
    /// In the order in which they were measured.
    ops: Vec<(String, Samples)>,
    figures: BTreeMap<String, f64>,
}

impl Measured {
    /// Keeps the times of an operation, with those that it has already.
    pub fn op(&mut self, name: &str, samples: &Samples) {
        match self.ops.iter_mut().find(|(known, _)| known == name) {
            Some((_, known)) => known.join(samples),
            None => self.ops.push((name.to_owned(), samples.clone())),
        }
    }

    /// Keeps a figure.
    pub fn figure(&mut self, name: &str, figure: f64) {
        self.figures.insert(name.to_owned(), figure);
    }

    /// The times of an operation.
    pub fn times(&self, name: &str) -> Option<&Samples> {
        self.ops.iter().find(|(known, _)| known == name).map(|(_, samples)| samples)
    }

    /// A figure.
    pub fn get(&self, name: &str) -> Option<f64> {
        self.figures.get(name).copied()
    }

    /// How many times as long the middle of one operation is as that of another.
    pub fn ratio(&self, one: &str, other: &str) -> Option<f64> {
        Some(self.times(one)?.median() / self.times(other)?.median())
    }

    /// How many times as much a search finds as another does; none where that is not known.
    pub fn found_ratio(&self, one: &str, other: &str) -> Option<f64> {
        let found = |name: &str| self.get(&format!("{FOUND}{name}"));
        Some(found(one)? / found(other)?)
    }

    /// The names of all operations.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.ops.iter().map(|(name, _)| name.as_str())
    }

    /// Every operation as a row of a table: beside its like in plain SQLite, and at the smallest size.
    pub fn rows(&self) -> Vec<[String; 8]> {
        let mut rows: Vec<[String; 8]> = Vec::new();
        for (name, samples) in self.ops.iter().filter(|(name, _)| !name.ends_with(SMALL)) {
            let beside = |other: Option<String>| {
                let ratio = other.and_then(|other| self.ratio(name, &other));
                ratio.map_or_else(String::new, |ratio| format!("{ratio:.2} ×"))
            };
            let plain = name.split_once('.').filter(|(room, _)| ["store", "cipher"].contains(room));
            rows.push([
                name.clone(),
                samples.len().to_string(),
                figure(samples.median()),
                figure(samples.p95()),
                figure(samples.at(0.99)),
                figure(samples.longest()),
                beside(plain.map(|(_, what)| format!("plain.{what}"))),
                beside(Some(format!("{name}{SMALL}"))),
            ]);
        }
        rows
    }

    /// Writes every operation as one object a line: `op`, and `p50` and `p95` in milliseconds.
    ///
    /// # Panics
    /// When the file cannot be written.
    pub fn write_json(&self, file: &Path) {
        let line = |(name, samples): &(String, Samples)| {
            let round = |ms: f64| (ms * 10_000.0).round() / 10_000.0;
            json!({ "op": name, "p50": round(samples.median()), "p95": round(samples.p95()) }).to_string()
                + "\n"
        };
        fs::write(file, self.ops.iter().map(line).collect::<String>()).expect("the file can be written");
    }
}

/// What stands behind the name of an operation at the smallest size.
pub const SMALL: &str = " at 1000";
/// What stands before the name of a search where the figure is how many entries it finds.
pub const FOUND: &str = "found by ";
