//! What docx-rs writes, made to conform.
//!
//! Comes in: document, header or footer as docx-rs wrote it. Goes out: the same part with
//! children in schema order, without empty properties and without ids that depend on what the
//! process wrote before, and with what docx-rs has no words for: header rows and descriptions of
//! tables, runs that go from right to left, the alternative text of the logo.

use quick_xml::escape::escape;

use super::build::{Plan, TableWords};
use super::tree::{Element, Node, parse};
use super::{DocxError, order, text};

/// The namespaces that the parts use; docx-rs declares a dozen more.
const NAMESPACES: &str = concat!(
    r#" xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#,
    r#" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#,
    r#" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing""#,
);

/// The first line of every part.
pub(super) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The relationship of the logo within the header.
pub(super) const LOGO_ID: &str = "rIdLogo";

/// Makes a part conform.
///
/// # Errors
/// [`DocxError::Xml`] if docx-rs wrote no XML, which would be a fault of ours.
pub(super) fn part(source: &[u8], plan: &Plan) -> Result<String, DocxError> {
    let source = std::str::from_utf8(source).map_err(|error| DocxError::Xml(error.to_string()))?;
    let mut root = parse(source)?;
    root.attributes = NAMESPACES.into();
    let mut tables = plan.tables.iter();
    let mut finish = Finish { logo_alt: plan.logo_alt.as_deref().unwrap_or_default(), tables: &mut tables };
    finish.children(&mut root);
    let mut out = String::with_capacity(source.len() + 256);
    out.push_str(DECLARATION);
    root.write(&mut out);
    Ok(out)
}

struct Finish<'p, 't> {
    logo_alt: &'p str,
    tables: &'t mut dyn Iterator<Item = &'p TableWords>,
}

impl Finish<'_, '_> {
    fn children(&mut self, parent: &mut Element<'_>) {
        for child in parent.elements_mut() {
            self.element(child);
        }
        parent.children.retain(|node| !is_empty_property(node));
        if let Some(order) = order::of(parent.name) {
            parent.children.sort_by_key(|node| match node {
                Node::Element(element) => order.iter().position(|name| *name == element.name),
                Node::Text(_) => None,
            });
        }
    }

    fn element(&mut self, element: &mut Element<'_>) {
        match element.name {
            // Ids that nothing refers to, in a namespace that is not declared any more.
            "w:p" => element.attributes = "".into(),
            "w:r" if is_right_to_left(element) => {
                element.child_or_new("w:rPr").push(Element::new("w:rtl", ""));
            }
            "w:tbl" => self.table(element),
            "w:gridCol" => drop_type(element),
            "wp:docPr" | "pic:cNvPr" => {
                element.attributes = format!(r#" id="1" name="Logo" descr="{}""#, escape(self.logo_alt)).into();
            }
            "a:blip" => element.attributes = format!(r#" r:embed="{LOGO_ID}""#).into(),
            _ => {}
        }
        self.children(element);
    }

    fn table(&mut self, table: &mut Element<'_>) {
        let properties = table.child_or_new("w:tblPr");
        // The table style says these.
        properties.remove(&["w:jc", "w:tblBorders"]);
        // First row and first column are headings, no banding.
        const LOOK: &str = r#" w:val="06A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1""#;
        properties.push(Element::new("w:tblLook", LOOK));
        if let Some(words) = self.tables.next() {
            if words.right_to_left {
                properties.push(Element::new("w:bidiVisual", ""));
            }
            for (name, words) in [("w:tblCaption", &words.caption), ("w:tblDescription", &words.description)] {
                if !words.is_empty() {
                    properties.push(Element::new(name, format!(r#" w:val="{}""#, escape(words.as_str()))));
                }
            }
        }
        if let Some(first) = table.elements_mut().find(|element| element.name == "w:tr") {
            first.child_or_new("w:trPr").push(Element::new("w:tblHeader", ""));
        }
    }
}

/// True for an element that would hold properties but holds none.
fn is_empty_property(node: &Node<'_>) -> bool {
    match node {
        Node::Element(element) => {
            matches!(element.name, "w:pPr" | "w:rPr" | "w:trPr" | "w:tcPr") && element.children.is_empty()
        }
        Node::Text(_) => false,
    }
}

/// True if a run has letters that go from right to left; runs are of one direction.
fn is_right_to_left(run: &Element<'_>) -> bool {
    run.children.iter().any(|node| match node {
        Node::Element(element) => {
            element.name == "w:t"
                && element
                    .children
                    .iter()
                    .any(|node| matches!(node, Node::Text(words) if text::has_right_to_left(words)))
        }
        Node::Text(_) => false,
    })
}

/// docx-rs gives a column's width a type, which the schema does not know.
fn drop_type(column: &mut Element<'_>) {
    if let Some(at) = column.attributes.find(" w:type=") {
        column.attributes.to_mut().truncate(at);
    }
}
