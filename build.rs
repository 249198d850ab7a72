//! Makes a new template file be noticed: `include_dir!` alone notices changed ones only.

fn main() {
    println!("cargo:rerun-if-changed=templates");
}
