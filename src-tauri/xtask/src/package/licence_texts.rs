//! The licence texts that packages carry: which licence each is, and who holds the copyright.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use super::tree;
use crate::Done;

/// How files begin that hold licences, copyrights or notices, in small letters.
const NAMES: &[&str] = &["license", "licence", "copying", "copyright", "notice", "unlicense"];

/// A sentence that stands in one licence and in no other, as it is after [`plain`], and the
/// licence's name. The first that fits counts.
const SENTENCES: &[(&str, &str)] = &[
    ("llvm exceptions to the apache 2.0 license", "Apache-2.0 WITH LLVM-exception"),
    ("apache license version 2.0, january 2004", "Apache-2.0"),
    ("mozilla public license version 2.0", "MPL-2.0"),
    ("unicode license v3", "Unicode-3.0"),
    ("do what the fuck you want to public license", "WTFPL"),
    ("permission is hereby granted, free of charge, to any person obtaining a copy", "MIT"),
    ("permission to use, copy, modify, and/or distribute this software for any purpose", "ISC"),
    ("this software is provided 'as-is', without any express or implied warranty", "Zlib"),
    ("neither the name of", "BSD-3-Clause"),
    ("redistributions in binary form must reproduce", "BSD-2-Clause"),
    ("may you do good and not evil", "blessing"),
];

/// What the files of one package say.
#[derive(Default)]
pub(super) struct Texts {
    /// Licences by name, with their words as they stand there.
    pub(super) licences: BTreeMap<&'static str, String>,
    /// Lines that say who holds the copyright, in order and once.
    pub(super) holders: Vec<String>,
    /// What must be passed on as it is.
    pub(super) notices: Vec<String>,
}

/// Reads the licence files of a package, and those one folder deeper where somebody else's source
/// lies in it.
///
/// # Errors
/// When one cannot be read.
pub(super) fn read(package: &Path, deeper: Option<&str>) -> Done<Texts> {
    let mut texts = Texts::default();
    let inner = deeper.map(|folder| package.join(folder));
    for folder in [Some(package.to_path_buf()), inner].into_iter().flatten() {
        for path in licence_files(&folder)? {
            let text = fs::read(&path).map_err(|error| tree::at(&path, &error))?;
            let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
            texts.take(&name, &String::from_utf8_lossy(&text));
        }
    }
    Ok(texts)
}

impl Texts {
    fn take(&mut self, name: &str, text: &str) {
        if name.starts_with("notice") {
            self.notices.push(text.trim().to_string());
            return;
        }
        for line in holders(text) {
            if !self.holders.contains(&line) {
                self.holders.push(line);
            }
        }
        if let Some(licence) = licence_of(text) {
            self.licences.entry(licence).or_insert_with(|| words(text));
        }
    }
}

fn licence_files(folder: &Path) -> Done<Vec<PathBuf>> {
    let items = fs::read_dir(folder).map_err(|error| tree::at(folder, &error))?;
    let mut found: Vec<PathBuf> = items
        .flatten()
        .filter(|item| item.path().is_file())
        .filter(|item| {
            let name = item.file_name().to_string_lossy().to_lowercase();
            NAMES.iter().any(|start| name.starts_with(start)) && !name.ends_with(".spdx")
        })
        .map(|item| item.path())
        .collect();
    found.sort();
    Ok(found)
}

/// Which licence a text is; nothing where it is none that we know.
pub(super) fn licence_of(text: &str) -> Option<&'static str> {
    let plain = plain(text);
    SENTENCES.iter().find(|(sentence, _)| plain.contains(sentence)).map(|(_, licence)| *licence)
}

/// Small letters, and one space between words, whatever the lines are.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// A licence without the lines that say whose copyright it is, for one stands for many libraries. Of
/// empty lines that follow each other, one stays.
fn words(text: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for line in text.lines().filter(|line| holder(line).is_none()) {
        if !line.trim().is_empty() || kept.last().is_some_and(|last| !last.trim().is_empty()) {
            kept.push(line.trim_end());
        }
    }
    kept.join("\n").trim_end().to_string()
}

/// The lines `Copyright (c) 2024 Somebody`, without what decorates them. The licences' own sentences
/// about copyright, and the blank of Apache's appendix, are none.
fn holders(text: &str) -> Vec<String> {
    text.lines().filter_map(holder).collect()
}

fn holder(line: &str) -> Option<String> {
    let line = line.trim().trim_start_matches(['*', '#', '/', '-', '>']).trim();
    let small = line.to_lowercase();
    let rest = small.strip_prefix("copyright")?.trim_start();
    let starts = |starts: &[&str]| starts.iter().any(|start| rest.starts_with(start));
    let is_holder = starts(&["(", "©", "1", "2", ":", "by ", "the "]);
    let is_blank = ["[yyyy]", "{yyyy}", "<year>", "notice"].iter().any(|blank| rest.contains(blank));
    (is_holder && !is_blank).then(|| line.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_licence_is_known_by_its_own_words() {
        assert_eq!(
            licence_of("                    Apache License\n        Version 2.0, January 2004\n"),
            Some("Apache-2.0")
        );
        assert_eq!(
            licence_of("Permission is hereby granted, free of\ncharge, to any person obtaining a copy"),
            Some("MIT")
        );
        assert_eq!(licence_of("Ask us first."), None);
    }

    #[test]
    fn holders_are_found_and_sentences_are_not() {
        let text = "The MIT License\n\nCopyright (c) 2020 Somebody\n * Copyright © 2021-2024 Others <x@y>\n\
            copyright notice and this permission notice\n   Copyright [yyyy] [name of copyright owner]\n\
            Copyright 2016 One of us\n";
        assert_eq!(
            holders(text),
            ["Copyright (c) 2020 Somebody", "Copyright © 2021-2024 Others <x@y>", "Copyright 2016 One of us"]
        );
        assert_eq!(
            words("\n\nThe MIT License\n\nCopyright (c) 2020 Somebody\n\n  Permission \n\n"),
            "The MIT License\n\n  Permission"
        );
    }
}
