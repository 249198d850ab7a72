//! Words that no dictionary has.
