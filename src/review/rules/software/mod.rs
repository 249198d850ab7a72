//! What only a checker that knows software can see.
