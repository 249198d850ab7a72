//! Times a frame of the window.

fn main() {
    divan::main();
}
