//! The `.rolewright` file: what is written can be read, and nothing else can.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test, which prepares files by hand")]

#[path = "common/arbitrary.rs"]
mod arbitrary;
#[path = "common/sample.rs"]
mod sample;

use proptest::prelude::*;
use rolewright::drafts::PostingFileError;
use rolewright::drafts::posting_file::{self, MAX_BYTES, PathError, from_bytes, to_bytes};
use rolewright::files::Existing;
use rolewright::posting::List;
use serde_json::{Value, json};

const VERSION_1: &[u8] = include_bytes!("fixtures/posting-v1.rolewright");

/// The sample as a file, with one value replaced.
fn with(pointer: &str, value: Value) -> Vec<u8> {
    let mut file: Value = serde_json::from_slice(&to_bytes(&sample::posting())).unwrap();
    *file.pointer_mut(pointer).unwrap() = value;
    serde_json::to_vec(&file).unwrap()
}

#[test]
fn a_file_of_version_1_reads_as_it_was_written() {
    assert_eq!(from_bytes(VERSION_1).unwrap(), sample::posting());
}

#[test]
fn a_file_is_written_in_the_same_order_every_time() {
    insta::assert_snapshot!(String::from_utf8(to_bytes(&sample::posting())).unwrap());
}

#[test]
fn fields_that_are_left_out_take_their_defaults() {
    let least = json!({
        "kind": "rolewright-posting",
        "version": 1,
        "posting": {
            "id": "01930000-0000-7000-8000-000000000001",
            "role": { "specialism": "backend", "track": "developer", "level": "mid" },
            "created": "2026-11-02T10:00:00Z",
            "changed": "2026-11-02T10:00:00Z",
            "a field of tomorrow": [1, 2, 3],
        },
    });
    let posting = from_bytes(&serde_json::to_vec(&least).unwrap()).unwrap();
    assert_eq!(posting.title, None);
    assert!(posting.summary.on);
}

#[test]
fn a_mark_at_the_start_that_an_editor_left_is_no_fault() {
    let marked = [b"\xEF\xBB\xBF", VERSION_1].concat();
    assert_eq!(from_bytes(&marked).unwrap(), sample::posting());
}

#[test]
fn what_is_not_json_is_refused_with_its_place() {
    let refused = from_bytes(b"{\n  \"kind\": rolewright }").unwrap_err();
    assert!(matches!(refused, PostingFileError::NotJson { line: 2, column: 11.., .. }), "{refused:?}");
    assert!(from_bytes(b" \n").unwrap_err().to_string().contains("it is empty"));
    let cut = from_bytes(&VERSION_1[..VERSION_1.len() / 2]).unwrap_err();
    assert!(cut.to_string().contains("cut off"), "{cut}");
    let tail = [VERSION_1, b"x"].concat();
    assert!(matches!(from_bytes(&tail), Err(PostingFileError::NotJson { .. })));
}

#[test]
fn nesting_without_end_is_refused() {
    for inside in ["kind", "posting", "version"] {
        let deep = format!("{{\"{inside}\":{}", "[".repeat(1_000_000));
        assert!(from_bytes(deep.as_bytes()).is_err(), "{inside}");
    }
    let deep = with("/posting/work_model", json!({"kind": "remote", "within": "", "x": 1}));
    let deep =
        String::from_utf8(deep).unwrap().replace("\"x\":1", &format!("\"x\":{}1{}", "[".repeat(200), "]".repeat(200)));
    assert!(matches!(from_bytes(deep.as_bytes()), Err(PostingFileError::NotJson { .. })));
}

#[test]
fn another_kind_of_json_is_refused_as_such() {
    for other in ["3", "null", "[]", "{}", r#""rolewright-posting""#, r#"["rolewright-posting", 1]"#, r#"{"kind": 4}"#]
    {
        assert_eq!(from_bytes(other.as_bytes()), Err(PostingFileError::OtherKind), "{other}");
    }
    assert_eq!(from_bytes(&with("/kind", json!("recipe"))), Err(PostingFileError::OtherKind));
}

#[test]
fn a_newer_version_is_refused_and_both_versions_are_named() {
    let refused = from_bytes(&with("/version", json!(7))).unwrap_err();
    assert_eq!(refused, PostingFileError::Newer { found: 7 });
    let words = refused.to_string();
    assert!(words.contains("version 7") && words.contains("up to 1"), "{words}");
}

#[test]
fn a_newer_version_is_refused_as_newer_even_if_its_posting_looks_different() {
    let newer = br#"{"posting": {"pay": "by hand"}, "version": 2, "kind": "rolewright-posting"}"#;
    assert_eq!(from_bytes(newer), Err(PostingFileError::Newer { found: 2 }));
}

#[test]
fn a_version_that_never_was_is_refused() {
    for version in [json!(0), json!(-1), json!(1.5), json!("1"), json!(null), json!([1])] {
        assert_eq!(from_bytes(&with("/version", version.clone())), Err(PostingFileError::BadVersion), "{version}");
    }
}

#[test]
fn a_wrong_field_is_named_by_its_way() {
    for (pointer, value, path) in [
        ("/posting/pay/min", json!("much"), "posting.pay.min"),
        ("/posting/pay/currency", json!("XXY"), "posting.pay.currency"),
        ("/posting/locations/1/country", json!("ZZ"), "posting.locations[1].country"),
        ("/posting/skills/items/2/id", json!("Not An Id"), "posting.skills.items[2].id"),
        ("/posting/closing", json!({"kind": "on", "date": "2026-02-30"}), "posting.closing"),
        ("/posting/created", json!("yesterday"), "posting.created"),
        ("/posting/role", json!({"specialism": "backend", "track": "developer"}), "posting.role"),
        ("/posting", json!("nothing"), "posting"),
    ] {
        match from_bytes(&with(pointer, value)) {
            Err(PostingFileError::Field { path: found, .. }) => assert!(found.starts_with(path), "{found} for {path}"),
            other => panic!("{pointer}: {other:?}"),
        }
    }
}

#[test]
fn a_message_quotes_no_more_than_a_line() {
    let refused = from_bytes(&with("/posting/hours", json!("ü".repeat(100_000)))).unwrap_err();
    assert!(refused.to_string().chars().count() < 400);
}

#[test]
fn an_item_that_is_there_twice_is_refused_with_its_list() {
    let mut posting = sample::posting();
    let twice = posting.duties.items[3].clone();
    posting.duties.items.push(twice.clone());
    let refused = from_bytes(&to_bytes(&posting)).unwrap_err();
    assert_eq!(refused, PostingFileError::DuplicateItem { list: List::Duties, id: twice.id });
    assert!(refused.to_string().contains("“duty-3” is there twice in “posting.duties”"), "{refused}");
}

#[test]
fn a_file_beyond_the_limit_is_refused_before_it_is_read() {
    let big = vec![b' '; MAX_BYTES + 1];
    assert_eq!(from_bytes(&big), Err(PostingFileError::TooBig { bytes: MAX_BYTES + 1 }));
    let mut fits = VERSION_1.to_vec();
    fits.resize(MAX_BYTES, b' ');
    assert_eq!(from_bytes(&fits).unwrap(), sample::posting());
}

#[test]
fn a_name_for_the_log_holds_no_word_of_the_posting() {
    let refused = from_bytes(&with("/posting/hours", json!("secret salary"))).unwrap_err();
    assert!(refused.to_string().contains("secret"));
    assert!(!refused.log_name().contains("secret"));
}

#[test]
fn a_file_cut_off_anywhere_gives_an_error() {
    // The last byte is the newline after the end.
    for end in 0..VERSION_1.len() - 1 {
        assert!(from_bytes(&VERSION_1[..end]).is_err(), "cut after {end} bytes");
    }
}

#[test]
fn a_copy_is_written_and_read_by_the_name_of_its_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Senior Backend Engineer.rolewright");
    posting_file::write(&path, &sample::posting(), Existing::Refuse).unwrap();
    assert_eq!(posting_file::read(&path).unwrap(), sample::posting());
    let again = posting_file::write(&path, &sample::numbered(1), Existing::Refuse);
    assert!(matches!(again, Err(PathError::File(error)) if error.is_exists()));
    assert_eq!(posting_file::read(&path).unwrap(), sample::posting());
    posting_file::write(&path, &sample::numbered(1), Existing::Replace).unwrap();
    assert_eq!(posting_file::read(&path).unwrap(), sample::numbered(1));
}

#[test]
fn a_file_that_is_no_posting_is_named_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("letter.rolewright");
    std::fs::write(&path, "Dear Sir or Madam").unwrap();
    let refused = posting_file::read(&path).unwrap_err().to_string();
    assert!(refused.contains("letter.rolewright") && refused.contains("not a whole JSON file"), "{refused}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "Dear Sir or Madam");
}

#[test]
fn a_copy_that_would_not_open_again_is_not_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("long.rolewright");
    let mut posting = sample::posting();
    posting.company.about = "a".repeat(MAX_BYTES);
    let refused = posting_file::write(&path, &posting, Existing::Refuse);
    assert!(matches!(refused, Err(PathError::TooBigToOpen { .. })));
    assert!(!path.exists());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_posting_comes_back_from_its_file_as_it_was(posting in arbitrary::posting()) {
        let bytes = to_bytes(&posting);
        prop_assert_eq!(bytes.last(), Some(&b'\n'));
        prop_assert_eq!(from_bytes(&bytes), Ok(posting));
    }

    #[test]
    fn any_bytes_give_a_posting_or_an_error(bytes in proptest::collection::vec(any::<u8>(), 0..512)) {
        let _ = from_bytes(&bytes);
    }

    #[test]
    fn a_good_file_with_bytes_overwritten_gives_a_posting_or_an_error(
        noise in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20)
    ) {
        let mut bytes = VERSION_1.to_vec();
        for (at, byte) in noise {
            *at.get_mut(&mut bytes) = byte;
        }
        let _ = from_bytes(&bytes);
    }
}
