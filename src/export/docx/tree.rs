//! A part of the package as a tree of elements, borrowed from its text.
//!
//! Only for what this program wrote a moment ago: names, attributes and text are kept as they
//! stand in the source, escapes and all, and trees are not deeper than a document's own nesting.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::DocxError;

/// An element or something between elements.
pub(super) enum Node<'a> {
    Element(Element<'a>),
    /// Text or a reference, escaped.
    Text(&'a str),
}

/// An element.
pub(super) struct Element<'a> {
    /// With its prefix: `w:p`.
    pub(super) name: &'a str,
    /// As written, with a space before each: ` w:w="120" w:type="dxa"`. Values are escaped.
    pub(super) attributes: Cow<'a, str>,
    pub(super) children: Vec<Node<'a>>,
}

impl<'a> Element<'a> {
    /// An element without children.
    pub(super) fn new(name: &'a str, attributes: impl Into<Cow<'a, str>>) -> Self {
        Self { name, attributes: attributes.into(), children: Vec::new() }
    }

    /// Its child elements.
    pub(super) fn elements_mut(&mut self) -> impl Iterator<Item = &mut Element<'a>> {
        self.children.iter_mut().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first child of a name; made as the first of all children if there is none.
    pub(super) fn child_or_new(&mut self, name: &'static str) -> &mut Element<'a> {
        let is_it = |node: &Node<'_>| matches!(node, Node::Element(element) if element.name == name);
        let at = self.children.iter().position(is_it).unwrap_or_else(|| {
            self.children.insert(0, Node::Element(Element::new(name, "")));
            0
        });
        match &mut self.children[at] {
            Node::Element(element) => element,
            Node::Text(_) => unreachable!("position() found an element here, or one was just put here"),
        }
    }

    /// Adds a child at the end.
    pub(super) fn push(&mut self, child: Element<'a>) {
        self.children.push(Node::Element(child));
    }

    /// Removes the children of these names.
    pub(super) fn remove(&mut self, names: &[&str]) {
        self.children.retain(|node| !matches!(node, Node::Element(element) if names.contains(&element.name)));
    }

    /// Writes it at the end of `out`.
    pub(super) fn write(&self, out: &mut String) {
        out.push('<');
        out.push_str(self.name);
        out.push_str(self.attributes.trim_end());
        if self.children.is_empty() {
            out.push_str("/>");
            return;
        }
        out.push('>');
        for child in &self.children {
            match child {
                Node::Element(element) => element.write(out),
                Node::Text(text) => out.push_str(text),
            }
        }
        out.push_str("</");
        out.push_str(self.name);
        out.push('>');
    }
}

/// The root element of an XML text.
///
/// # Errors
/// [`DocxError::Xml`] if the text is not well formed or has no element.
pub(super) fn parse(source: &str) -> Result<Element<'_>, DocxError> {
    let mut reader = Reader::from_str(source);
    let mut open: Vec<Element<'_>> = Vec::new();
    loop {
        let start = position(&reader);
        let event = reader.read_event().map_err(|error| DocxError::Xml(error.to_string()))?;
        let raw = &source[start..position(&reader)];
        let done = match event {
            Event::Start(tag) => {
                open.push(element(raw, tag.name().0.len(), 1));
                None
            }
            Event::Empty(tag) => Some(element(raw, tag.name().0.len(), 2)),
            Event::End(_) => open.pop(),
            Event::Eof => return Err(DocxError::Xml("it ends before its last element does".to_owned())),
            Event::Text(_) | Event::GeneralRef(_) | Event::CData(_) => {
                if let Some(parent) = open.last_mut() {
                    parent.children.push(Node::Text(raw));
                }
                None
            }
            Event::Decl(_) | Event::Comment(_) | Event::PI(_) | Event::DocType(_) => None,
        };
        if let Some(element) = done {
            match open.last_mut() {
                Some(parent) => parent.push(element),
                None => return Ok(element),
            }
        }
    }
}

/// Where the reader is; the source is in memory, so it fits.
fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

/// The element of a tag like `<w:p w:x="1">`, whose end takes `tail` characters.
fn element(raw: &str, name_len: usize, tail: usize) -> Element<'_> {
    let inner = &raw[1..raw.len() - tail];
    Element::new(&inner[..name_len], &inner[name_len..])
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

    use super::*;

    #[test]
    fn a_tree_is_written_as_it_was_read() {
        let source =
            r#"<w:p w:a="1 &amp; 2"><w:t xml:space="preserve"> a &lt; b &amp; c </w:t><w:br/><w:r><w:x/></w:r></w:p>"#;
        let mut out = String::new();
        parse(&format!("<?xml version=\"1.0\"?>{source}")).unwrap().write(&mut out);
        assert_eq!(out, source);
    }

    #[test]
    fn broken_xml_is_an_error() {
        for source in ["", "<a>", "<a></b>", "<a><b></a>"] {
            assert!(matches!(parse(source), Err(DocxError::Xml(_))), "{source}");
        }
    }
}
