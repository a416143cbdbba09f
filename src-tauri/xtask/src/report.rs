//! Steps: what is being done, how long it took, and at the end the truth about all of them.

use std::{
    fmt::Write as _,
    time::{Duration, Instant},
};

use crate::Done;

/// The steps of one command.
pub(crate) struct Report {
    steps: Vec<Step>,
    keep_going: bool,
}

struct Step {
    name: &'static str,
    outcome: Outcome,
}

enum Outcome {
    Passed(Duration),
    /// What could be run passed; these parts could not.
    PassedInPart(Duration, Vec<String>),
    Failed(Duration, String),
    NotRun(&'static str),
}

impl Report {
    /// A report that stops at the first failure, or goes on to show them all.
    pub(crate) const fn new(keep_going: bool) -> Self {
        Self { steps: Vec::new(), keep_going }
    }

    /// Does one step, unless an earlier one failed.
    pub(crate) fn step(&mut self, name: &'static str, work: impl FnOnce() -> Done) {
        self.step_in_parts(name, || work().map(|()| Vec::new()));
    }

    /// The same with a step of which parts may be unable to run here; it names them, with why.
    pub(crate) fn step_in_parts(&mut self, name: &'static str, work: impl FnOnce() -> Done<Vec<String>>) {
        if self.failed() > 0 && !self.keep_going {
            return self.skip(name, "an earlier step failed");
        }
        println!("── {name}");
        let started = Instant::now();
        let done = work();
        let took = started.elapsed();
        let outcome = match done {
            Ok(parts) if parts.is_empty() => Outcome::Passed(took),
            Ok(parts) => Outcome::PassedInPart(took, parts),
            Err(trouble) => {
                println!("   {name} failed: {trouble}");
                Outcome::Failed(took, trouble)
            }
        };
        println!("   {name}: {}", seconds(took));
        self.steps.push(Step { name, outcome });
    }

    /// Says why a step is not done.
    pub(crate) fn skip(&mut self, name: &'static str, why: &'static str) {
        self.steps.push(Step { name, outcome: Outcome::NotRun(why) });
    }

    /// Prints the table and the count; an error names every step that failed.
    pub(crate) fn finish(&self) -> Done {
        println!("\n{}", self.table());
        let failed: Vec<&str> = self
            .steps
            .iter()
            .filter(|step| matches!(step.outcome, Outcome::Failed(..)))
            .map(|step| step.name)
            .collect();
        if failed.is_empty() { Ok(()) } else { Err(format!("failed: {}", failed.join(", "))) }
    }

    fn failed(&self) -> usize {
        self.steps.iter().filter(|step| matches!(step.outcome, Outcome::Failed(..))).count()
    }

    fn table(&self) -> String {
        let mut text = String::new();
        let (mut passed, mut not_run, mut parts_not_run) = (0, 0, 0);
        let mut total = Duration::ZERO;
        for step in &self.steps {
            let line = match &step.outcome {
                Outcome::Passed(took) => {
                    passed += 1;
                    total += *took;
                    format!("{:>9}  {}", seconds(*took), step.name)
                }
                Outcome::PassedInPart(took, parts) => {
                    passed += 1;
                    parts_not_run += parts.len();
                    total += *took;
                    let mut line = format!("{:>9}  {}, but for:", seconds(*took), step.name);
                    for part in parts {
                        let _ = write!(line, "\n{:>9}    not run: {part}", "");
                    }
                    line
                }
                Outcome::Failed(took, trouble) => {
                    total += *took;
                    format!("{:>9}  {}  FAILED: {trouble}", seconds(*took), step.name)
                }
                Outcome::NotRun(why) => {
                    not_run += 1;
                    format!("{:>9}  {}  not run: {why}", "", step.name)
                }
            };
            let _ = writeln!(text, "{line}");
        }
        let _ = writeln!(text, "{:>9}  in all", seconds(total));
        let _ = write!(text, "{passed} passed, {} failed", self.failed());
        if not_run > 0 {
            let _ = write!(text, ", {not_run} not run");
        }
        text.push_str(" (steps)");
        if parts_not_run > 0 {
            let _ = write!(text, "; parts not run: {parts_not_run}");
        }
        text
    }
}

fn seconds(took: Duration) -> String {
    let seconds = took.as_secs();
    if seconds >= 60 {
        format!("{} m {:02} s", seconds / 60, seconds % 60)
    } else {
        format!("{:.1} s", took.as_secs_f64())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(report: &Report) -> String {
        let lines = report.table();
        lines
            .lines()
            .map(|line| line.get(11..).unwrap_or(line).trim().to_string())
            .collect::<Vec<_>>()
            .join("|")
    }

    #[test]
    fn a_failure_names_itself_and_stops_the_rest() {
        let mut report = Report::new(false);
        report.step("first", || Ok(()));
        report.step("second", || Err("it broke".into()));
        report.step("third", || panic!("a step after a failure must not run"));
        assert_eq!(report.finish(), Err("failed: second".into()));
        assert!(
            names(&report)
                .starts_with("first|second  FAILED: it broke|third  not run: an earlier step failed|")
        );
        assert!(report.table().ends_with("1 passed, 1 failed, 1 not run (steps)"));
    }

    #[test]
    fn keep_going_runs_every_step_and_still_fails() {
        let mut report = Report::new(true);
        report.step("first", || Err("one".into()));
        report.step("second", || Ok(()));
        assert_eq!(report.finish(), Err("failed: first".into()));
        assert!(report.table().ends_with("1 passed, 1 failed (steps)"));
    }

    #[test]
    fn a_part_that_was_not_run_is_named_and_counted() {
        let mut report = Report::new(false);
        report.step("first", || Ok(()));
        report.step_in_parts("second", || Ok(vec!["N3 packets: no namespace".into()]));
        assert_eq!(report.finish(), Ok(()));
        assert!(names(&report).starts_with("first|second, but for:|not run: N3 packets: no namespace|"));
        assert!(report.table().ends_with("2 passed, 0 failed (steps); parts not run: 1"));
    }

    #[test]
    fn a_minute_is_written_as_one() {
        assert_eq!(seconds(Duration::from_millis(59_940)), "59.9 s");
        assert_eq!(seconds(Duration::from_secs(125)), "2 m 05 s");
    }
}
