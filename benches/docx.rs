//! How long a Word file takes: a posting of two pages, with and without a logo, and a huge one.

#[path = "../tests/docx_export/samples.rs"]
mod samples;

use divan::{Bencher, black_box};
use rolewright::document::Paper;
use rolewright::export::docx;

fn main() {
    divan::main();
}

#[divan::bench]
fn two_pages(bencher: Bencher<'_, '_>) {
    let document = samples::typical(Paper::A4);
    bencher.bench(|| docx::write(black_box(&document)));
}

#[divan::bench]
fn two_pages_with_logo(bencher: Bencher<'_, '_>) {
    let document = samples::with_logo(Paper::A4);
    bencher.bench(|| docx::write(black_box(&document)));
}

#[divan::bench]
fn a_hundred_pages(bencher: Bencher<'_, '_>) {
    let document = samples::long(Paper::A4, 1_200);
    bencher.bench(|| docx::write(black_box(&document)));
}
