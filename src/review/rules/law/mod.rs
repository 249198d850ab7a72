//! What the law asks about pay, by place.
