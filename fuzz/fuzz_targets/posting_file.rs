//! Any bytes as a `.rolewright` file: no panic, no more memory than the file asks for, and what
//! is read comes back from what is written.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rolewright_fuzz::drafts::{plain_text, posting_file};

fuzz_target!(|bytes: &[u8]| {
    match posting_file::from_bytes(bytes) {
        Ok(posting) => {
            let again = posting_file::from_bytes(&posting_file::to_bytes(&posting));
            assert_eq!(again.as_ref(), Ok(&posting));
            let _ = plain_text(&posting);
        }
        Err(error) => {
            assert!(error.to_string().len() < 2_000, "a message as long as the file");
        }
    }
});
