//! How long a posting is and how it reads.
