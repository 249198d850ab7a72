//! Where a draft stands, and the shelf it lies on.

/// How far a posting is on its way. A person says so; nothing follows from it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// Being written.
    #[default]
    Draft,
    /// Written, and waiting to be published.
    Ready,
    /// Where applicants can read it.
    Published,
    /// No longer open.
    Closed,
}

impl Status {
    /// All, in their order.
    pub const ALL: [Self; 4] = [Self::Draft, Self::Ready, Self::Published, Self::Closed];

    /// Its name in the store, in JSON and on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Ready => "ready",
            Self::Published => "published",
            Self::Closed => "closed",
        }
    }

    /// Its name for people, in sentence case.
    pub fn label(self) -> &'static str {
        match self {
            Self::Draft => "Draft",
            Self::Ready => "Ready",
            Self::Published => "Published",
            Self::Closed => "Closed",
        }
    }

    /// The status of that name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.id() == id)
    }
}

/// Where a draft lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Shelf {
    /// On the desk: neither archived nor thrown away.
    #[default]
    Current,
    /// Put away, to be kept.
    Archive,
    /// Thrown away, to be deleted after [`DraftStore::TRASH_DAYS`](super::DraftStore::TRASH_DAYS).
    Trash,
}
