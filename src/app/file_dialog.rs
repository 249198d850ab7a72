//! The system's file dialogs, one at a time and never on the painting thread. An answer of
//! "nothing" can mean that the person cancelled or that no dialog could open, so every place
//! that uses one has a path field of its own as well.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, TryRecvError, channel};

/// What is picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// A `.rolewright` file to open.
    Open,
    /// A folder.
    Folder,
    /// Where to write a file: its kind and the proposal.
    Save {
        /// "Word document".
        kind: &'static str,
        /// The ending without a dot.
        extension: &'static str,
        /// Folder and name proposed.
        proposal: PathBuf,
    },
    /// A PNG file for the logo.
    Logo,
}

/// A dialog that is open.
pub struct PendingDialog {
    /// What it picks.
    pub pick: Pick,
    answer: Receiver<Option<PathBuf>>,
}

impl PendingDialog {
    /// Opens the system's dialog. Called on the painting thread, as macOS asks; the answer is
    /// awaited on a thread of its own, which wakes the window.
    pub fn open(pick: Pick, frame: &eframe::Frame, ctx: &egui::Context) -> std::io::Result<Self> {
        let dialog = rfd::AsyncFileDialog::new().set_parent(frame);
        let (send, answer) = channel();
        let future: std::pin::Pin<Box<dyn Future<Output = Option<rfd::FileHandle>> + Send>> = match &pick {
            Pick::Open => Box::pin(
                dialog.set_title("Open a posting").add_filter("Rolewright posting", &["rolewright"]).pick_file(),
            ),
            Pick::Logo => Box::pin(dialog.set_title("Choose a logo").add_filter("PNG picture", &["png"]).pick_file()),
            Pick::Folder => Box::pin(dialog.set_title("Choose a folder").pick_folder()),
            Pick::Save { kind, extension, proposal } => {
                let mut dialog = dialog.set_title("Choose where to write").add_filter(*kind, &[*extension]);
                if let Some(folder) = proposal.parent().filter(|folder| folder.is_dir()) {
                    dialog = dialog.set_directory(folder);
                }
                if let Some(name) = proposal.file_name() {
                    dialog = dialog.set_file_name(name.to_string_lossy());
                }
                Box::pin(dialog.save_file())
            }
        };
        let ctx = ctx.clone();
        std::thread::Builder::new().name("rolewright-file-dialog".to_owned()).spawn(move || {
            let answer = pollster::block_on(future).map(|file| file.path().to_owned());
            // Nobody waits any more if this fails: the window has closed.
            let _ = send.send(answer);
            ctx.request_repaint();
        })?;
        Ok(Self { pick, answer })
    }

    /// The answer, once there is one. `Some(None)`: cancelled, or no dialog could open.
    pub fn take(&self) -> Option<Option<PathBuf>> {
        match self.answer.try_recv() {
            Ok(answer) => Some(answer),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(None),
        }
    }
}
