//! Worked examples as others published them, each with where it stands. The values are theirs, rounded as
//! they rounded them; they were copied, never computed here.

use super::by_ranks;
use crate::{Better, Overlap};

/// What was published of one pair of phases; none where that measure was not.
struct Example {
    source: &'static str,
    begin: &'static [u32],
    trial: &'static [u32],
    better: Better,
    nap: Option<&'static str>,
    tau: Option<&'static str>,
    tau_corrected: Option<&'static str>,
}

/// Parker, R. I., Vannest, K. J., & Davis, J. L. (2011). Effect size in single-case research: A review of
/// nine nonoverlap techniques. *Behavior Modification, 35*(4), 303–322. doi:10.1177/0145445511399147
const NINE_TECHNIQUES: ([u32; 6], [u32; 7]) = ([20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29]);

const EXAMPLES: &[Example] = &[
    Example {
        source: "Parker, Vannest & Davis (2011); values as printed in the vignette «Basic effect sizes \
                 calculations using SingleCaseES», jepusto.github.io/SingleCaseES/articles/Using-SingleCaseES.html",
        begin: &NINE_TECHNIQUES.0,
        trial: &NINE_TECHNIQUES.1,
        better: Better::Higher,
        nap: Some("0.9166667"),
        tau: Some("0.8333333"),
        tau_corrected: Some("0.7380952"),
    },
    Example {
        source: "the same data and vignette, improvement = \"decrease\"",
        begin: &NINE_TECHNIQUES.0,
        trial: &NINE_TECHNIQUES.1,
        better: Better::Lower,
        nap: Some("0.08333333"),
        tau: Some("-0.83333333"),
        tau_corrected: Some("-0.73809524"),
    },
    Example {
        source: "the same vignette, «Using the condition, outcome inputs»: phase A of five, phase B of five",
        begin: &[20, 20, 26, 25, 22],
        trial: &[23, 28, 25, 24, 27],
        better: Better::Higher,
        nap: Some("0.78"),
        tau: None,
        tau_corrected: None,
    },
    Example {
        source: "Parker, Vannest, Davis & Sauber (2011); 16/20 and 11/20 in SingleCaseES, \
                 tests/testthat/test-parker-vannest-davis-2011.R, «example 2»",
        begin: &[3, 3, 4, 5],
        trial: &[4, 5, 6, 7, 7],
        better: Better::Higher,
        nap: None,
        tau: Some("0.8000000"),
        tau_corrected: Some("0.5500000"),
    },
    Example {
        source: "Tarlow (2017), An improved rank correlation effect size statistic for single-case designs, \
                 Behavior Modification 41(4), doi:10.1177/0145445516676750; values in SingleCaseES, \
                 tests/testthat/test-tarlow-2017.R",
        begin: &[1, 2, 3, 4, 5],
        trial: &[6, 7, 8, 9, 10],
        better: Better::Higher,
        nap: None,
        tau: Some("1.0000000"),
        tau_corrected: Some("0.6000000"),
    },
    Example {
        source: "What Works Clearinghouse (2022), Procedures and Standards Handbook, version 5.0, appendix I, \
                 the example of reversibility; data and value as in the R package scdtb, \
                 data-raw/reversal_withdrawal.R and tests/testthat/test-nap.R",
        begin: &[15, 10, 14, 17, 13, 12],
        trial: &[9, 9, 11, 15, 20],
        better: Better::Lower,
        nap: Some("0.617"),
        tau: None,
        tau_corrected: None,
    },
    Example {
        source: "the same appendix, the example of a trend: the last three of a baseline against the first",
        begin: &[15, 10, 14],
        trial: &[17, 13, 12],
        better: Better::Lower,
        nap: Some("0.44"),
        tau: None,
        tau_corrected: None,
    },
    Example {
        source: "Wilbert & Lüke, R package scan, nap(), «Gretchen»: 94 per cent, \
                 jazznbass.github.io/scan/reference/nap.html",
        begin: &[12, 14, 9, 10],
        trial: &[10, 6, 4, 5, 3, 4],
        better: Better::Lower,
        nap: Some("0.94"),
        tau: None,
        tau_corrected: None,
    },
    // Hundredths, for they were published with two decimals: the order of values is all that counts.
    Example {
        source: "McKissick et al. (2010), period 2, in SingleCaseES; value as printed in the same vignette, \
                 «Using grouping variables»",
        begin: &[807, 2186, 1960, 2098, 1775],
        trial: &[996, 402, 1080, 957, 4, 557, 2452],
        better: Better::Lower,
        nap: Some("0.7714286"),
        tau: None,
        tau_corrected: None,
    },
    Example {
        source: "McKissick et al. (2010), period 3, as above",
        begin: &[1182, 1395, 1193, 1609, 1809, 1175, 1375, 1259, 1100],
        trial: &[198, 480, 1187, 534],
        better: Better::Lower,
        nap: Some("0.9166667"),
        tau: None,
        tau_corrected: None,
    },
];

/// Whether a value is a published one: within half of its last decimal.
fn is_as_published(value: f64, published: &str) -> bool {
    let decimals = published.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let half_of_the_last = 0.5 / 10_f64.powi(i32::try_from(decimals).expect("few decimals"));
    let published: f64 = published.parse().expect("a number");
    (value - published).abs() <= half_of_the_last + 1e-12
}

#[test]
fn every_measure_is_as_it_was_published() {
    for Example { source, begin, trial, better, nap, tau, tau_corrected } in EXAMPLES {
        let found = Overlap::of(begin, trial, *better).expect("both have a value");
        let measures = [(found.nap(), nap), (found.tau(), tau), (found.tau_corrected(), tau_corrected)];
        for (value, published) in measures {
            if let Some(published) = published {
                assert!(is_as_published(value, published), "{value} is not {published}: {source}");
            }
        }
        assert!(measures.iter().any(|(_, published)| published.is_some()), "{source}");
        // A slip that the example does not show would be one that both computations share.
        assert!((found.nap() - by_ranks::nap(begin, trial, *better)).abs() < 1e-12, "{source}");
        assert_eq!(found.begin, by_ranks::s(begin, *better), "{source}");
    }
}

#[test]
fn each_measure_was_published_often_enough() {
    let published = |of: fn(&Example) -> bool| EXAMPLES.iter().filter(|example| of(example)).count();
    assert!(published(|example| example.nap.is_some()) >= 5);
    assert!(published(|example| example.tau.is_some()) >= 4);
    assert!(published(|example| example.tau_corrected.is_some()) >= 4);
}

/// The pairs themselves, of the review of nine techniques: of 42 pairs 38 better, 3 worse, 1 equal, hence
/// NAP 38.5/42 and Tau (38 − 3)/42, as in `SingleCaseES`, tests/testthat/test-parker-vannest-davis-2011.R.
#[test]
fn the_pairs_are_those_of_the_review() {
    let (begin, trial) = NINE_TECHNIQUES;
    let found = Overlap::of(&begin, &trial, Better::Higher).expect("both have a value");
    assert_eq!((found.better, found.worse, found.equal), (38, 3, 1));
}

#[test]
fn what_is_a_little_off_is_not_as_published() {
    assert!(is_as_published(0.916_666_666, "0.9166667"));
    assert!(!is_as_published(0.917, "0.9166667"));
    assert!(!is_as_published(0.6, "0.5"));
}
