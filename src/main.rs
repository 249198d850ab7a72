//! The program; its rooms are in the library.

fn main() {}
