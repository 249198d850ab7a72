//! The parts of the package: what docx-rs built, finished; the house style from
//! `templates/docx/`; properties; and the relationships that hold them together.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::sync::LazyLock;

use jiff::Timestamp;
use quick_xml::escape::escape;

use super::build::{self, Built, FIRST_ORDERED, Plan};
use super::finish::{self, DECLARATION, LOGO_ID};
use super::{DocxError, text};
use crate::document::Document;

/// A file of the package.
pub(super) struct Part<'a> {
    pub(super) name: &'static str,
    pub(super) bytes: Cow<'a, [u8]>,
}

static STYLES: LazyLock<String> = LazyLock::new(|| lean(include_str!("../../../templates/docx/styles.xml")));
static THEME: LazyLock<String> = LazyLock::new(|| lean(include_str!("../../../templates/docx/theme.xml")));
static SETTINGS: LazyLock<String> = LazyLock::new(|| lean(include_str!("../../../templates/docx/settings.xml")));
static FONTS: LazyLock<String> = LazyLock::new(|| lean(include_str!("../../../templates/docx/fontTable.xml")));
static NUMBERING: LazyLock<String> = LazyLock::new(|| lean(include_str!("../../../templates/docx/numbering.xml")));
static ORDERED: LazyLock<String> = LazyLock::new(|| lean(include_str!("../../../templates/docx/ordered-list.xml")));

/// A template without its indentation and comments; each line is whole tags.
fn lean(template: &str) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(start) = rest.find("<!--") {
        let Some(end) = rest[start..].find("-->") else { break };
        out.extend(rest[..start].lines().map(str::trim));
        rest = &rest[start + end + "-->".len()..];
    }
    out.extend(rest.lines().map(str::trim));
    out
}

/// The parts of a document's package, `[Content_Types].xml` first.
///
/// # Errors
/// [`DocxError::Xml`] if what was built does not read back.
pub(super) fn parts<'a>(document: &'a Document, built: &'a Built) -> Result<Vec<Part<'a>>, DocxError> {
    let plan = &built.plan;
    let mut parts = vec![
        part("[Content_Types].xml", content_types(plan)),
        part("_rels/.rels", package_relationships()),
        part("word/document.xml", finish::part(&built.parts.document, plan)?),
        part("word/_rels/document.xml.rels", document_relationships(plan)),
    ];
    if let Some(header) = built.parts.headers.first().filter(|_| plan.header) {
        parts.push(part("word/header1.xml", finish::part(header, plan)?));
        if let Some(logo) = document.header.as_ref().and_then(|header| header.logo.as_ref()) {
            parts.push(part("word/_rels/header1.xml.rels", header_relationships()));
            parts.push(Part { name: "word/media/logo.png", bytes: Cow::Borrowed(logo.png()) });
        }
    }
    if let Some(footer) = built.parts.footers.first().filter(|_| plan.footer) {
        parts.push(part("word/footer1.xml", finish::part(footer, plan)?));
    }
    parts.push(part("word/styles.xml", STYLES.replace("{language}", &language(document))));
    parts.push(part("word/numbering.xml", numbering(plan)));
    for (name, text) in
        [("word/settings.xml", &SETTINGS), ("word/fontTable.xml", &FONTS), ("word/theme/theme1.xml", &THEME)]
    {
        parts.push(Part { name, bytes: Cow::Borrowed(text.as_bytes()) });
    }
    parts.push(part("docProps/core.xml", core_properties(document)));
    parts.push(part("docProps/app.xml", app_properties(document)));
    Ok(parts)
}

fn part(name: &'static str, text: String) -> Part<'static> {
    Part { name, bytes: Cow::Owned(text.into_bytes()) }
}

/// The document's language if it has the form of a BCP 47 tag, else English.
fn language(document: &Document) -> Cow<'_, str> {
    let tag = document.language.as_str();
    let sound = (2..=84).contains(&tag.len())
        && tag.split('-').all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    Cow::Borrowed(if sound { tag } else { "en" })
}

/// Bullets and the styles' numbers, and a definition for each numbered list.
fn numbering(plan: &Plan) -> String {
    let (mut definitions, mut numbers) = (String::new(), String::new());
    for id in (FIRST_ORDERED..).take(plan.ordered_lists) {
        let definition = ORDERED.replace("{id}", &id.to_string()).replace("{hex}", &format!("{:04X}", id & 0xffff));
        definitions.push_str(&definition);
        write(&mut numbers, format_args!(r#"<w:num w:numId="{id}"><w:abstractNumId w:val="{id}"/></w:num>"#));
    }
    NUMBERING.replace("{ordered}", &definitions).replace("{numbers}", &numbers)
}

const RELATIONSHIPS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#;
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships/metadata";

fn package_relationships() -> String {
    let mut out = format!("{DECLARATION}{RELATIONSHIPS}");
    relationship(&mut out, "rId1", &format!("{OFFICE}/officeDocument"), "word/document.xml");
    relationship(&mut out, "rId2", &format!("{PACKAGE}/core-properties"), "docProps/core.xml");
    relationship(&mut out, "rId3", &format!("{OFFICE}/extended-properties"), "docProps/app.xml");
    out.push_str("</Relationships>");
    out
}

fn document_relationships(plan: &Plan) -> String {
    let mut out = format!("{DECLARATION}{RELATIONSHIPS}");
    let fixed = [
        ("rId1", "styles", "styles.xml"),
        ("rId2", "numbering", "numbering.xml"),
        ("rId3", "settings", "settings.xml"),
        ("rId4", "fontTable", "fontTable.xml"),
        ("rId5", "theme", "theme/theme1.xml"),
    ];
    // The ids that docx-rs gives to the first header and footer.
    let header = plan.header.then_some(("rIdHeader1", "header", "header1.xml"));
    let footer = plan.footer.then_some(("rIdFooter1", "footer", "footer1.xml"));
    for (id, kind, target) in fixed.into_iter().chain(header).chain(footer) {
        relationship(&mut out, id, &format!("{OFFICE}/{kind}"), target);
    }
    for (index, address) in plan.links.iter().enumerate() {
        let (id, address) = (build::link_id(index), escape(address.as_str()));
        write(
            &mut out,
            format_args!(
                r#"<Relationship Id="{id}" Type="{OFFICE}/hyperlink" Target="{address}" TargetMode="External"/>"#
            ),
        );
    }
    out.push_str("</Relationships>");
    out
}

fn header_relationships() -> String {
    let mut out = format!("{DECLARATION}{RELATIONSHIPS}");
    relationship(&mut out, LOGO_ID, &format!("{OFFICE}/image"), "media/logo.png");
    out.push_str("</Relationships>");
    out
}

fn relationship(out: &mut String, id: &str, kind: &str, target: &str) {
    write(out, format_args!(r#"<Relationship Id="{id}" Type="{kind}" Target="{target}"/>"#));
}

fn content_types(plan: &Plan) -> String {
    let mut out = format!(
        "{DECLARATION}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    );
    if plan.logo_alt.is_some() {
        out.push_str(r#"<Default Extension="png" ContentType="image/png"/>"#);
    }
    const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let word = [
        ("document", "document.main", true),
        ("styles", "styles", true),
        ("numbering", "numbering", true),
        ("settings", "settings", true),
        ("fontTable", "fontTable", true),
        ("header1", "header", plan.header),
        ("footer1", "footer", plan.footer),
    ];
    for (name, kind, _) in word.into_iter().filter(|(_, _, present)| *present) {
        write(&mut out, format_args!(r#"<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>"#));
    }
    for (name, kind) in [
        ("word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
        ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
    ] {
        write(&mut out, format_args!(r#"<Override PartName="/{name}" ContentType="{kind}"/>"#));
    }
    out.push_str("</Types>");
    out
}

/// Title, author, language and times, as Dublin Core has them.
fn core_properties(document: &Document) -> String {
    let mut out = format!(
        "{DECLARATION}<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
    );
    let author = text::one_line(&document.meta.author);
    for (name, words) in [
        ("dc:title", build::title(document).as_str()),
        ("dc:creator", &author),
        ("cp:lastModifiedBy", &author),
        ("dc:language", &language(document)),
    ] {
        if !words.is_empty() {
            write(&mut out, format_args!("<{name}>{}</{name}>", escape(words)));
        }
    }
    for (name, time) in [("created", document.meta.created), ("modified", document.meta.modified)] {
        let time = moment(time);
        write(&mut out, format_args!(r#"<dcterms:{name} xsi:type="dcterms:W3CDTF">{time}</dcterms:{name}>"#));
    }
    out.push_str("</cp:coreProperties>");
    out
}

/// A time as W3CDTF, to the second. Windows counts from 1601, and Word takes nothing earlier.
fn moment(time: Timestamp) -> String {
    const EARLIEST: i64 = -11_644_473_600;
    let seconds = time.as_second().max(EARLIEST);
    let time = Timestamp::from_second(seconds).unwrap_or(Timestamp::UNIX_EPOCH);
    time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

fn app_properties(document: &Document) -> String {
    let mut out = format!(
        "{DECLARATION}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <Application>Rolewright</Application>"
    );
    let company = text::one_line(&document.meta.author);
    if !company.is_empty() {
        write(&mut out, format_args!("<Company>{}</Company>", escape(company.as_str())));
    }
    out.push_str("</Properties>");
    out
}

/// Writes at the end of a string, which cannot fail.
fn write(out: &mut String, words: std::fmt::Arguments<'_>) {
    let _ = out.write_fmt(words);
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

    use super::*;

    #[test]
    fn a_template_loses_its_indentation_and_comments_only() {
        assert_eq!(lean("<a>\n  <!-- one\n  two -->\n  <b x=\"1 2\"/>\n</a>\n"), "<a><b x=\"1 2\"/></a>");
    }

    #[test]
    fn times_are_written_to_the_second_and_never_before_windows_began_to_count() {
        assert_eq!(moment("2026-11-24T10:42:07.9Z".parse().unwrap()), "2026-11-24T10:42:07Z");
        assert_eq!(moment(Timestamp::MIN), "1601-01-01T00:00:00Z");
        assert_eq!(&moment(Timestamp::MAX)[..5], "9999-");
    }
}
