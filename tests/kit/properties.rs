//! Whatever a posting and its changes hold, the kit is whole and its documents can be written.

#[path = "../common/arbitrary.rs"]
mod arbitrary;

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use rolewright::export::{Format, TextOptions, html, write};
use rolewright::kit::{MOST_ATTRIBUTES, Part, document, trace};

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_posting_has_a_kit_whose_parts_can_be_written(mut posting in arbitrary::posting(), known in any::<bool>()) {
        if known {
            // A role that the templates have, so that the changes meet entries.
            posting.role.specialism = id("backend");
        }
        let kit = build(&posting, &CATALOG);
        prop_assert_eq!(&kit, &build(&posting, &CATALOG));
        let needs: BTreeSet<&Id> = kit.needs.iter().map(|need| &need.id).collect();
        prop_assert_eq!(needs.len(), kit.needs.len());
        let mut seen = BTreeSet::new();
        for entry in &kit.entries {
            prop_assert!(seen.insert((entry.list, &entry.id)), "{:?} {} twice", entry.list, entry.id);
            prop_assert!(entry.checks.iter().all(|id| needs.contains(id)));
        }
        prop_assert!(kit.on(KitList::Attributes).count() <= MOST_ATTRIBUTES);
        prop_assert_eq!(trace(&kit).needs.len(), kit.needs.len());
        for part in Part::ALL {
            let document = document(part, &kit, &posting, &CATALOG);
            for format in Format::ALL {
                prop_assert!(!write(&document, format, &TextOptions::default()).unwrap().is_empty());
            }
            prop_assert!(html::write(&document).contains("<h1"));
        }
    }

    /// What a person wrote is in the kit, wherever it belongs, until they take it away.
    #[test]
    fn no_work_of_a_person_is_lost(posting in arbitrary::posting()) {
        let kit = build(&posting, &CATALOG);
        for change in posting.kit.entries.iter().filter(|change| change.is_work()) {
            if change.list == KitList::Texts && !KitList::TEXTS.contains(&change.id.as_str()) {
                continue;
            }
            let entry = kit.entry(change.list, &change.id);
            prop_assert!(entry.is_some(), "{:?} {} is gone", change.list, change.id);
        }
    }
}
