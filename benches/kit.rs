//! The hiring kit of a posting: it is made anew after each change, so it may take a millisecond at
//! most; beside it the posting's own document.

#[path = "../tests/common/mod.rs"]
mod common;

use rolewright::document;
use rolewright::export::{Format, TextOptions, write};
use rolewright::kit::{self, Part};
use rolewright::posting::Posting;

fn main() {
    divan::main();
}

fn fullest() -> Posting {
    let (_, posting) = common::eight().pop().expect("there are eight");
    posting
}

#[divan::bench]
fn build_the_posting_document(bencher: divan::Bencher<'_, '_>) {
    let (catalog, posting) = (common::catalog(), fullest());
    bencher.bench(|| document::build(&posting, &catalog));
}

#[divan::bench]
fn build_a_kit(bencher: divan::Bencher<'_, '_>) {
    let (catalog, posting) = (common::catalog(), fullest());
    bencher.bench(|| kit::build(&posting, &catalog));
}

#[divan::bench(args = ["screening", "interview", "scorecard"])]
fn write_a_part(bencher: divan::Bencher<'_, '_>, name: &str) {
    let (catalog, posting) = (common::catalog(), fullest());
    let part = Part::ALL.into_iter().find(|part| part.id() == name).expect("a part");
    let kit = kit::build(&posting, &catalog);
    bencher.bench(|| kit::document(part, &kit, &posting, &catalog));
}

#[divan::bench]
fn export_all_parts_to_word(bencher: divan::Bencher<'_, '_>) {
    let (catalog, posting) = (common::catalog(), fullest());
    let kit = kit::build(&posting, &catalog);
    bencher.bench(|| {
        Part::ALL.map(|part| {
            let document = kit::document(part, &kit, &posting, &catalog);
            write(&document, Format::Docx, &TextOptions::default()).map(|bytes| bytes.len())
        })
    });
}

/// Reading all templates, of which the kit's are the larger part.
#[divan::bench]
fn read_the_templates() -> rolewright::catalog::Catalog {
    common::catalog()
}
