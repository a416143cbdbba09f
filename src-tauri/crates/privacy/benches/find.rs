//! How long a text takes: a thousand words, as often as somebody pauses while writing.

use criterion::{Criterion, criterion_group, criterion_main};
use privacy::Detector;

fn find(criterion: &mut Criterion) {
    let corpus = include_str!("../../../../tests/identifiers/held-out.txt");
    let texts = corpus.lines().filter_map(|line| line.split_once(" | ")).map(|(_, text)| text);
    let words: Vec<&str> = texts.flat_map(str::split_whitespace).take(1_000).collect();
    let text = words.join(" ").replace("{name:", "").replace('}', "");
    let detector = Detector::shipped();
    criterion.bench_function("find in 1,000 words", |bencher| bencher.iter(|| detector.find(&text)));
    criterion.bench_function("weighty in 1,000 words", |bencher| bencher.iter(|| detector.weighty(&text)));
}

criterion_group!(benches, find);
criterion_main!(benches);
