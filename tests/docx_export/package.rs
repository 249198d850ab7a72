//! Reads a package back: each part as a tree, from zip and quick-xml alone.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// The files of a package, in their order.
pub struct Package {
    files: Vec<(String, Vec<u8>)>,
}

impl Package {
    pub fn read(bytes: &[u8]) -> Self {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let files = (0..archive.len())
            .map(|index| {
                let mut entry = archive.by_index(index).unwrap();
                let mut bytes = Vec::new();
                entry.read_to_end(&mut bytes).unwrap();
                (entry.name().unwrap().into_owned(), bytes)
            })
            .collect();
        Self { files }
    }

    pub fn names(&self) -> Vec<String> {
        self.files.iter().map(|(name, _)| name.clone()).collect()
    }

    pub fn bytes(&self, name: &str) -> &[u8] {
        &self.files.iter().find(|(file, _)| file == name).unwrap_or_else(|| panic!("no part {name}")).1
    }

    pub fn tree(&self, name: &str) -> Tree {
        Tree::parse(std::str::from_utf8(self.bytes(name)).unwrap())
    }
}

/// An element with everything in it, escapes resolved.
#[derive(Clone, Debug)]
pub struct Tree {
    name: String,
    attributes: BTreeMap<String, String>,
    children: Vec<Child>,
}

#[derive(Clone, Debug)]
enum Child {
    Element(Tree),
    Text(String),
}

impl Tree {
    /// Panics at whatever XML 1.0 does not allow.
    pub fn parse(source: &str) -> Self {
        let legal =
            |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
        assert!(source.chars().all(legal), "a character that XML cannot hold");
        let mut reader = Reader::from_str(source);
        let mut open: Vec<Tree> = vec![Tree { name: String::new(), attributes: BTreeMap::new(), children: vec![] }];
        loop {
            match reader.read_event().unwrap() {
                Event::Start(tag) => open.push(Self::element(&tag)),
                Event::Empty(tag) => open.last_mut().unwrap().children.push(Child::Element(Self::element(&tag))),
                Event::End(_) => {
                    let done = open.pop().unwrap();
                    open.last_mut().unwrap().children.push(Child::Element(done));
                }
                Event::Text(text) => open.last_mut().unwrap().text(&text.into_inner()),
                Event::GeneralRef(reference) => {
                    let text = quick_xml::escape::unescape(&format!("&{};", &*reference)).unwrap().into_owned();
                    open.last_mut().unwrap().text(&text);
                }
                Event::Decl(_) => {}
                Event::Eof => break,
                other => panic!("{other:?} has no place in a part"),
            }
        }
        assert_eq!(open.len(), 1, "unclosed elements");
        let mut roots = open.pop().unwrap().children.into_iter().filter_map(|child| match child {
            Child::Element(tree) => Some(tree),
            Child::Text(_) => None,
        });
        roots.next().unwrap()
    }

    fn element(tag: &BytesStart<'_>) -> Self {
        let mut attributes = BTreeMap::new();
        for attribute in tag.attributes() {
            let attribute = attribute.unwrap();
            let value = quick_xml::escape::unescape(&attribute.value).unwrap().into_owned();
            attributes.insert(attribute.key.0.to_owned(), value);
        }
        Self { name: tag.name().0.to_owned(), attributes, children: Vec::new() }
    }

    fn text(&mut self, text: &str) {
        if let Some(Child::Text(before)) = self.children.last_mut() {
            before.push_str(text);
        } else {
            self.children.push(Child::Text(text.to_owned()));
        }
    }

    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    /// All elements of a name below this one, in reading order.
    pub fn all(&self, name: &str) -> Vec<Tree> {
        let mut found = Vec::new();
        for child in &self.children {
            if let Child::Element(tree) = child {
                if tree.name == name {
                    found.push(tree.clone());
                }
                found.extend(tree.all(name));
            }
        }
        found
    }

    /// The values of an attribute over all elements of a name.
    pub fn values(&self, element: &str, attribute: &str) -> BTreeSet<String> {
        self.all(element).iter().filter_map(|tree| tree.attribute(attribute).map(str::to_owned)).collect()
    }

    /// All uses of a relationship: attributes of the namespace `r`.
    pub fn relationship_ids(&self) -> BTreeSet<String> {
        let mut ids: BTreeSet<String> =
            self.attributes.iter().filter(|(name, _)| name.starts_with("r:")).map(|(_, value)| value.clone()).collect();
        for child in &self.children {
            if let Child::Element(tree) = child {
                ids.extend(tree.relationship_ids());
            }
        }
        ids
    }

    /// The words, with line breaks and tabs of runs as characters.
    pub fn words(&self) -> String {
        let mut words = String::new();
        for child in &self.children {
            match child {
                Child::Text(text) => words.push_str(text),
                Child::Element(tree) if tree.name == "w:br" => words.push('\n'),
                // A tab stop of a paragraph has the same name as a tab in a run.
                Child::Element(tree) if tree.name == "w:tab" && tree.attributes.is_empty() => words.push('\t'),
                Child::Element(tree) => words.push_str(&tree.words()),
            }
        }
        words
    }

    /// One element a line, indented, for golden files.
    pub fn pretty(&self) -> String {
        let mut out = String::new();
        self.pretty_at(0, &mut out);
        out
    }

    fn pretty_at(&self, depth: usize, out: &mut String) {
        out.push_str(&"  ".repeat(depth));
        out.push_str(&self.name);
        for (name, value) in &self.attributes {
            out.push_str(&format!(" {name}={value:?}"));
        }
        if let [Child::Text(text)] = self.children.as_slice() {
            out.push_str(&format!(": {text:?}\n"));
            return;
        }
        out.push('\n');
        for child in &self.children {
            match child {
                Child::Element(tree) => tree.pretty_at(depth + 1, out),
                Child::Text(text) => out.push_str(&format!("{}{text:?}\n", "  ".repeat(depth + 1))),
            }
        }
    }
}
