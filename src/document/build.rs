//! Puts a posting into words.

use super::wording::{item_text, one_line, prose_text, worded};
use super::{
    Block, BlockKind, Bullet, Document, Field, Header, LocaleFormat, Meta, Origin, Span, Text, education, facts, keys,
    paper_of, rich,
};
use crate::catalog::{Catalog, Strength, Words};
use crate::posting::{Closing, List, Posting, Prose};

/// The document of a posting. Pure: the same posting and catalogue give the same document.
pub fn build(posting: &Posting, catalog: &Catalog) -> Document {
    let format = LocaleFormat::new(&posting.locale);
    let title = one_line(&posting.title(catalog));
    let company = one_line(&posting.company.name);
    let mut writer =
        Writer { posting, catalog, words: &catalog.words, format: &format, blocks: Vec::with_capacity(32) };
    writer.block(BlockKind::Title(title.clone()), Origin::Field(Field::Title));
    if !company.is_empty() {
        writer.block(BlockKind::Paragraph(Text::plain(company.clone())), Origin::Field(Field::Company));
    }
    writer.facts();
    writer.prose(keys::HEADING_SUMMARY, Prose::Summary, Field::Summary);
    writer.list(keys::HEADING_DUTIES, writer.items(List::Duties, Strength::Must));
    writer.requirements();
    writer.benefits();
    writer.steps();
    writer.prose(keys::HEADING_CAREER, Prose::Career, Field::Career);
    writer.about(&company);
    writer.prose(keys::HEADING_STATEMENT, Prose::Statement, Field::Statement);
    writer.apply();
    let blocks = writer.blocks;
    about(posting, catalog, title, blocks)
}

/// A document that belongs to a posting: with its language, paper, header, footer and times.
/// `title` is what the file says it is called.
pub fn about(posting: &Posting, catalog: &Catalog, title: String, blocks: Vec<Block>) -> Document {
    let company = one_line(&posting.company.name);
    Document {
        language: format!("{}-{}", posting.locale.language, posting.locale.region.code()),
        paper: paper_of(posting.locale.region),
        meta: Meta { title, author: company.clone(), created: posting.created, modified: posting.changed },
        header: header(posting, company, &catalog.words),
        footer: catalog.words.get(keys::FOOTER_PAGE).to_owned(),
        blocks,
    }
}

fn header(posting: &Posting, company: String, words: &Words) -> Option<Header> {
    let logo = posting.company.logo.clone();
    if company.is_empty() && logo.is_none() {
        return None;
    }
    let logo_alt = match &logo {
        None => String::new(),
        Some(_) if company.is_empty() => words.get(keys::HEADER_LOGO_UNNAMED).to_owned(),
        Some(_) => words.fill(keys::HEADER_LOGO, &[("company", &company)]),
    };
    Some(Header { text: company, logo, logo_alt })
}

struct Writer<'a> {
    posting: &'a Posting,
    catalog: &'a Catalog,
    words: &'a Words,
    format: &'a LocaleFormat,
    blocks: Vec<Block>,
}

impl Writer<'_> {
    fn block(&mut self, kind: BlockKind, origin: Origin) {
        self.blocks.push(Block { kind, origin });
    }

    /// A heading and what stands below it, or neither. The heading leads where its first
    /// block leads.
    fn section(&mut self, heading: String, body: Vec<Block>) {
        if let Some(first) = body.first() {
            self.block(BlockKind::Heading(heading), first.origin.clone());
            self.blocks.extend(body);
        }
    }

    fn list(&mut self, heading: &str, bullets: Vec<Bullet>) {
        self.section(self.words.get(heading).to_owned(), list_block(BlockKind::Bullets, bullets));
    }

    fn facts(&mut self) {
        let rows = facts::rows(self.posting, self.words, self.format);
        if let Some(first) = rows.first() {
            let origin = first.origin.clone();
            let label_heading = self.words.get(keys::FACT_LABEL_HEADING).to_owned();
            let value_heading = self.words.get(keys::FACT_VALUE_HEADING).to_owned();
            self.block(BlockKind::Facts { label_heading, value_heading, rows }, origin);
        }
    }

    /// A text of paragraphs, bullets and links under a heading, if it is on.
    fn prose(&mut self, heading: &str, which: Prose, field: Field) {
        if worded(self.posting, which).on {
            let text = prose_text(self.posting, which, self.catalog);
            self.section(self.words.get(heading).to_owned(), rich::blocks(&text, &Origin::Field(field)));
        }
    }

    /// The items of a list that are on at a strength.
    fn items(&self, list: List, strength: Strength) -> Vec<Bullet> {
        let shown = self.posting.list(list).on();
        let shown = shown.filter(|item| !list.has_strengths() || item.strength == Some(strength));
        shown
            .map(|item| Bullet {
                text: rich::linked(item_text(list, item, self.catalog)),
                origin: Origin::Item(list, item.id.clone()),
            })
            .filter(|bullet| !bullet.text.is_blank())
            .collect()
    }

    /// What one brings, what is nice to have, what one learns, and education, which stands
    /// with the first of these unless it stands alone.
    fn requirements(&mut self) {
        let mut must = Vec::new();
        if self.posting.experience.on {
            let text = prose_text(self.posting, Prose::Experience, self.catalog);
            must = rich::points(&text, &Origin::Field(Field::Experience));
        }
        must.extend(self.items(List::Skills, Strength::Must));
        let education = education::points(&self.posting.education, self.catalog);
        let alone = self.posting.education.stands_alone;
        let (folded, alone) = if alone { (Vec::new(), education) } else { (education, Vec::new()) };
        must.extend(folded);
        self.list(keys::HEADING_MUST, must);
        self.list(keys::HEADING_NICE, self.items(List::Skills, Strength::Nice));
        self.list(keys::HEADING_LEARN, self.items(List::Skills, Strength::Learn));
        self.section(self.words.get(keys::HEADING_EDUCATION).to_owned(), education_body(alone));
    }

    /// Benefits, below pay where an amount is said.
    fn benefits(&mut self) {
        let benefits = self.items(List::Benefits, Strength::Must);
        if benefits.is_empty() {
            return;
        }
        let Some(pay) = facts::pay_text(&self.posting.pay, self.format, self.words) else {
            return self.list(keys::HEADING_BENEFITS, benefits);
        };
        let text = Text::plain(self.words.fill(keys::PAY_BULLET, &[("pay", &pay)]));
        let mut bullets = vec![Bullet { text, origin: Origin::Field(Field::Pay) }];
        bullets.extend(benefits);
        self.list(keys::HEADING_PAY_AND_BENEFITS, bullets);
    }

    fn steps(&mut self) {
        let steps = list_block(BlockKind::Numbers, self.items(List::Steps, Strength::Must));
        self.section(self.words.get(keys::HEADING_STEPS).to_owned(), steps);
    }

    fn about(&mut self, company: &str) {
        let heading = match company {
            "" => self.words.get(keys::HEADING_ABOUT_US).to_owned(),
            company => self.words.fill(keys::HEADING_ABOUT_COMPANY, &[("company", company)]),
        };
        self.section(heading, rich::blocks(&self.posting.company.about, &Origin::Field(Field::AboutCompany)));
    }

    /// Where to apply, until when, and whom to ask for adjustments. A closing date alone is
    /// among the facts already.
    fn apply(&mut self) {
        let mut body = Vec::new();
        let mut paragraph = |text: Text, field| {
            body.push(Block { kind: BlockKind::Paragraph(text), origin: Origin::Field(field) });
        };
        let link = one_line(&self.posting.apply_link);
        let email = one_line(&self.posting.apply_email);
        let contact = one_line(&self.posting.adjustments_contact);
        if !link.is_empty() {
            paragraph(self.with_address(keys::APPLY_LINK, "link", &link), Field::ApplyLink);
        }
        if !email.is_empty() {
            paragraph(self.with_address(keys::APPLY_EMAIL, "email", &email), Field::ApplyEmail);
        }
        if !link.is_empty() || !email.is_empty() {
            match self.posting.closing {
                Closing::Unsaid => {}
                Closing::UntilFilled => {
                    paragraph(Text::plain(self.words.get(keys::APPLY_UNTIL_FILLED)), Field::Closing);
                }
                Closing::On(date) => {
                    let text = self.words.fill(keys::APPLY_CLOSING_ON, &[("date", &self.format.date(date))]);
                    paragraph(Text::plain(text), Field::Closing);
                }
            }
        }
        if !contact.is_empty() {
            let contact = contact.trim_end_matches('.');
            let text = self.words.fill(keys::APPLY_ADJUSTMENTS, &[("contact", contact)]);
            paragraph(rich::linked(&text), Field::AdjustmentsContact);
        }
        self.section(self.words.get(keys::HEADING_APPLY).to_owned(), body);
    }

    /// A sentence with an address in it, which is a link if it can be one.
    fn with_address(&self, key: &str, place: &str, address: &str) -> Text {
        let Some(link) = rich::address(address) else {
            return rich::linked(&self.words.fill(key, &[(place, address)]));
        };
        let sentence = self.words.get(key);
        let (before, after) = sentence.split_once(&format!("{{{place}}}")).unwrap_or((sentence, ""));
        let spans = [(before, None), (address, Some(link)), (after, None)];
        Text(
            spans
                .into_iter()
                .filter(|(text, _)| !text.is_empty())
                .map(|(text, link)| Span { text: text.to_owned(), link })
                .collect(),
        )
    }
}

fn list_block(kind: fn(Vec<Bullet>) -> BlockKind, bullets: Vec<Bullet>) -> Vec<Block> {
    let origin = bullets.first().map(|bullet| bullet.origin.clone());
    origin.map(|origin| Block { kind: kind(bullets), origin }).into_iter().collect()
}

/// Education by itself: one sentence a paragraph, several a list.
fn education_body(points: Vec<Bullet>) -> Vec<Block> {
    match <[Bullet; 1]>::try_from(points) {
        Ok([one]) => vec![Block { kind: BlockKind::Paragraph(one.text), origin: one.origin }],
        Err(points) => list_block(BlockKind::Bullets, points),
    }
}
