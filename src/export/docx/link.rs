//! Which addresses may become links, and how they are written.
//!
//! A relationship's target must be a URI by RFC 3986: one bad target, and readers built on the
//! Open XML SDK refuse the whole file. So an address is parsed as browsers do (the WHATWG rules
//! of the `url` crate) and whatever RFC 3986 does not allow is percent-encoded. What does not
//! come out well is no link, and its words are written as plain text.

use std::fmt::Write as _;

use url::{Host, Position, Url};

/// The longest address that Word follows, in characters.
const LONGEST: usize = 2_083;

/// A link's address as it may stand in a file; `None` if there is none to be made of it.
/// `http`, `https` and `mailto` only.
pub(super) fn address(link: &str) -> Option<String> {
    let url = Url::parse(link.trim()).ok()?;
    let address = match url.scheme() {
        "http" | "https" => web(&url)?,
        "mailto" => mail(&url)?,
        _ => return None,
    };
    (address.len() <= LONGEST).then_some(address)
}

fn web(url: &Url) -> Option<String> {
    match url.host()? {
        Host::Domain(name) if !is_host_name(name) => return None,
        _ => {}
    }
    let mut address = url[..Position::BeforePath].to_owned();
    encode(&url[Position::BeforePath..Position::AfterQuery], &mut address);
    if let Some(fragment) = url.fragment() {
        address.push('#');
        encode(fragment, &mut address);
    }
    Some(address)
}

fn mail(url: &Url) -> Option<String> {
    let (local, domain) = url.path().split_once('@')?;
    let Ok(Host::Domain(domain)) = Host::parse(domain) else { return None };
    if local.is_empty() || local.contains([',', ';', ':', '"', '(', ')', ' ']) || !is_host_name(&domain) {
        return None;
    }
    let mut address = String::from("mailto:");
    encode(local, &mut address);
    address.push('@');
    address.push_str(&domain);
    if let Some(query) = url.query() {
        address.push('?');
        encode(query, &mut address);
    }
    Some(address)
}

/// True for dot-separated labels of letters, digits, `-` and `_`, 1 to 63 long, as DNS has them.
fn is_host_name(name: &str) -> bool {
    let name = name.strip_suffix('.').unwrap_or(name);
    name.len() <= 253
        && name.split('.').all(|label| {
            (1..=63).contains(&label.len())
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
        })
}

/// Writes what may stand in a path, query or fragment as it is, and the rest percent-encoded.
/// A `%` stays only where it already encodes something.
fn encode(part: &str, out: &mut String) {
    let bytes = part.as_bytes();
    for (at, &byte) in bytes.iter().enumerate() {
        let keep = match byte {
            b'%' => bytes.get(at + 1..at + 3).is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit)),
            b'-' | b'.' | b'_' | b'~' | b'!' | b'$' | b'&' | b'\'' | b'(' | b')' | b'*' => true,
            b'+' | b',' | b';' | b'=' | b':' | b'@' | b'/' | b'?' => true,
            byte => byte.is_ascii_alphanumeric(),
        };
        if keep {
            out.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::address;

    fn written(link: &str) -> String {
        address(link).unwrap_or_else(|| "no link".to_owned())
    }

    #[test]
    fn web_addresses_are_kept_and_what_a_uri_may_not_hold_is_encoded() {
        assert_eq!(
            written("https://example.com/jobs?id=4&lang=en#apply"),
            "https://example.com/jobs?id=4&lang=en#apply"
        );
        assert_eq!(written(" HTTP://Example.com "), "http://example.com/");
        assert_eq!(
            written("https://example.com/a b/\"<ü>|[1]?q={x}^`"),
            "https://example.com/a%20b/%22%3C%C3%BC%3E%7C%5B1%5D?q=%7Bx%7D%5E%60"
        );
        assert_eq!(written("https://example.com/100%/%41?50%#a#b"), "https://example.com/100%25/%41?50%25#a%23b");
        assert_eq!(written("https://münchen.example/"), "https://xn--mnchen-3ya.example/");
        assert_eq!(written("https://[2001:db8::1]:8443/x"), "https://[2001:db8::1]:8443/x");
    }

    #[test]
    fn mail_addresses_are_kept_with_their_subject() {
        assert_eq!(written("mailto:jobs@example.com"), "mailto:jobs@example.com");
        assert_eq!(
            written("mailto:a.b+c@example.com?subject=Rust role & more"),
            "mailto:a.b+c@example.com?subject=Rust%20role%20&more".replace("&more", "&%20more")
        );
        assert_eq!(written("mailto:jobs@münchen.example"), "mailto:jobs@xn--mnchen-3ya.example");
    }

    #[test]
    fn what_leads_nowhere_safe_is_no_link() {
        for link in [
            "",
            "example.com",
            "javascript:alert(1)",
            "file:///etc/passwd",
            "ftp://example.com",
            "https://",
            "https://a..b/",
            "https://a b/",
            "https://-a.example/",
            "https://example.com:99999/",
            "mailto:",
            "mailto:jobs",
            "mailto:@example.com",
            "mailto:a@b@c",
            "mailto:a@",
            "mailto:a@b.example,c@d.example",
        ] {
            assert_eq!(address(link), None, "{link}");
        }
        assert_eq!(address(&format!("https://example.com/{}", "x".repeat(3000))), None);
    }
}
