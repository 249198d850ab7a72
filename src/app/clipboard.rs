//! Copying with formatting: plain text and HTML on the clipboard at once, so that a paste into a
//! mail keeps headings and lists and a paste into a plain field stays readable.

/// The system's clipboard, or a place in memory for tests.
pub enum Clipboard {
    /// The system's. Kept while the window is open: on X11 the owner serves each paste.
    System(Option<arboard::Clipboard>),
    /// The last text and HTML copied.
    Memory(Option<(String, Option<String>)>),
}

impl Clipboard {
    /// Copies text, and HTML beside it if given.
    ///
    /// # Errors
    /// The system's reason, in words.
    pub fn copy(&mut self, text: String, html: Option<String>) -> Result<(), String> {
        match self {
            Self::Memory(place) => {
                *place = Some((text, html));
                Ok(())
            }
            Self::System(system) => {
                if system.is_none() {
                    *system = Some(arboard::Clipboard::new().map_err(|error| error.to_string())?);
                }
                let Some(clipboard) = system else { return Err("there is no clipboard".to_owned()) };
                match html {
                    Some(html) => clipboard.set_html(html, Some(text)),
                    None => clipboard.set_text(text),
                }
                .map_err(|error| error.to_string())
            }
        }
    }
}
