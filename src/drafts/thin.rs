//! Which versions are worth keeping as they grow old.

use std::collections::HashSet;

use jiff::{SignedDuration, Timestamp};

use super::versions::VersionKind;

const DAY: SignedDuration = SignedDuration::from_hours(24);

/// Says of each version, given as its time and what it was made for, whether it stays: all of the
/// last 24 hours; of the last seven days the newest of each hour; of the last 366 days the newest
/// of each day; of older ones the newest of 30 days. Hours and days are those of UTC.
///
/// Those with a note, and those that hold the text of somebody whose work was replaced, stay for
/// good. Of one hour or day, a version that was made on purpose counts more than a newer one
/// that was made while typing.
pub(super) fn stays(versions: &[(Timestamp, VersionKind)], now: Timestamp) -> Vec<bool> {
    let mut newest_first: Vec<usize> = (0..versions.len()).collect();
    newest_first.sort_by_key(|n| {
        let (time, kind) = versions[*n];
        (kind == VersionKind::Edit, std::cmp::Reverse(time), std::cmp::Reverse(*n))
    });
    let mut taken = HashSet::new();
    let mut stays = vec![false; versions.len()];
    for n in newest_first {
        let (time, kind) = versions[n];
        let age = now.duration_since(time);
        let seconds = if age <= DAY {
            stays[n] = true;
            continue;
        } else if age <= DAY * 7 {
            3_600
        } else if age <= DAY * 366 {
            86_400
        } else {
            30 * 86_400
        };
        let first = taken.insert((seconds, time.as_second().div_euclid(seconds)));
        stays[n] = first || matches!(kind, VersionKind::Note | VersionKind::Conflict);
    }
    stays
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test")]
mod tests {
    use super::*;

    fn now() -> Timestamp {
        "2026-11-24T12:30:00Z".parse().unwrap()
    }

    fn ago(seconds: i64) -> Timestamp {
        now() - SignedDuration::from_secs(seconds)
    }

    fn count(versions: &[(Timestamp, VersionKind)]) -> usize {
        stays(versions, now()).into_iter().filter(|stays| *stays).count()
    }

    #[test]
    fn a_year_of_versions_every_minute_becomes_a_few_hundred() {
        let edits = |from: i64, to: i64| -> Vec<_> {
            (from..to).step_by(60).map(|age| (ago(age), VersionKind::Edit)).collect()
        };
        assert_eq!(count(&edits(0, 86_400)), 1_440, "all of today");
        assert_eq!(count(&edits(86_460, 7 * 86_400)), 6 * 24 + 1, "one an hour this week");
        assert_eq!(count(&edits(7 * 86_400 + 60, 366 * 86_400)), 359 + 1, "one a day this year");
    }

    #[test]
    fn what_was_made_on_purpose_outlives_what_was_made_while_typing() {
        let day = 30 * 86_400;
        let versions = [
            (ago(day), VersionKind::Edit),
            (ago(day + 60), VersionKind::Export),
            (ago(day + 120), VersionKind::Note),
            (ago(day + 180), VersionKind::Conflict),
            (ago(day + 240), VersionKind::Edit),
        ];
        assert_eq!(stays(&versions, now()), [false, true, true, true, false]);
    }

    #[test]
    fn what_stays_once_stays_when_asked_again() {
        let mut versions: Vec<_> = (0..5_000).map(|n| (ago(n * 997), VersionKind::Edit)).collect();
        let first = stays(&versions, now());
        let mut left = first.iter();
        versions.retain(|_| *left.next().unwrap());
        assert!(stays(&versions, now()).into_iter().all(|stays| stays));
    }

    #[test]
    fn a_version_from_the_future_stays() {
        assert_eq!(stays(&[(now() + SignedDuration::from_hours(90), VersionKind::Edit)], now()), [true]);
    }
}
