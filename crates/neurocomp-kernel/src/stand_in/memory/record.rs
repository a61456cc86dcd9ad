//! The file of a remembered cell.
//!
//! | bytes | what |
//! | --- | --- |
//! | 16 | [`FORMAT`] |
//! | 32 | SHA-256 of all that follows |
//! | 32 | the key of the cell, so that a file under another cell's name is noticed |
//! | | parts, each with its length before it in eight bytes: the object, then name and type of each new variable |

use sha2::{Digest, Sha256};
use std::fmt::Write;

/// What the file is, and the version of the format.
const FORMAT: &[u8; 16] = b"neurocomp cell 1";

const DIGEST: usize = 32;

/// What is remembered of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compiled {
    /// The file that rustc made.
    pub object: Vec<u8>,
    /// Name and type of each new variable.
    pub types: Vec<(String, String)>,
}

/// Names a cell by all that its compilation depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key([u8; DIGEST]);

impl Key {
    /// The key of a cell that depends on these parts, in this order.
    pub fn of(parts: &[&[u8]]) -> Key {
        let mut hash = Sha256::new();
        for part in parts {
            // Without the lengths, `["ab", "c"]` and `["a", "bc"]` would be one cell.
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
        Key(hash.finalize().into())
    }

    /// The name of the cell's file: 64 hexadecimal digits.
    pub fn name(&self) -> String {
        let mut name = String::with_capacity(2 * DIGEST);
        for byte in self.0 {
            write!(name, "{byte:02x}").ok(); // a String takes everything
        }
        name
    }

    /// The name of the folder in which the cell's file is.
    pub fn shelf(&self) -> String {
        format!("{:02x}", self.0[0])
    }
}

/// Whether files of cells, or with two digits their folders, are named like this.
pub fn is_name(name: &str, digits: usize) -> bool {
    name.len() == digits && name.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// The digits in the name of a cell's file.
pub const DIGITS: usize = 2 * DIGEST;

/// The content of the file of this cell.
pub fn encode(key: &Key, cell: &Compiled) -> Vec<u8> {
    let mut body = key.0.to_vec();
    let mut put = |part: &[u8]| {
        body.extend((part.len() as u64).to_le_bytes());
        body.extend(part);
    };
    put(&cell.object);
    for (name, kind) in &cell.types {
        put(name.as_bytes());
        put(kind.as_bytes());
    }
    [FORMAT.as_slice(), &Sha256::digest(&body), &body].concat()
}

/// The cell in a file of this content, if the content is whole and the cell the one of this key.
pub fn decode(key: &Key, content: &[u8]) -> Option<Compiled> {
    let (digest, body) = content.strip_prefix(FORMAT)?.split_at_checked(DIGEST)?;
    if digest != Sha256::digest(body).as_slice() {
        return None;
    }
    let mut rest = body.strip_prefix(&key.0)?;
    let object = part(&mut rest)?.to_vec();
    let mut types = Vec::new();
    while !rest.is_empty() {
        types.push((text(&mut rest)?, text(&mut rest)?));
    }
    Some(Compiled { object, types })
}

fn part<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let (length, after) = rest.split_first_chunk()?;
    let length = usize::try_from(u64::from_le_bytes(*length)).ok()?;
    let (part, after) = after.split_at_checked(length)?;
    *rest = after;
    Some(part)
}

fn text(rest: &mut &[u8]) -> Option<String> {
    String::from_utf8(part(rest)?.to_vec()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell() -> Compiled {
        Compiled {
            object: (0..=255).collect(),
            types: vec![("rates".into(), "ndarray::Array1<f64>".into()), ("größe".into(), "()".into())],
        }
    }

    #[test]
    fn a_cell_comes_back_as_it_was() {
        let empty = Compiled { object: vec![], types: vec![] };
        for cell in [cell(), empty] {
            let key = Key::of(&[&cell.object]);
            assert_eq!(decode(&key, &encode(&key, &cell)), Some(cell));
        }
    }

    #[test]
    fn every_flipped_bit_and_every_truncation_is_noticed() {
        let key = Key::of(&[b"let x = 1;"]);
        let whole = encode(&key, &cell());
        for place in 0..whole.len() {
            assert_eq!(decode(&key, &whole[..place]), None, "cut at {place}");
            for bit in 0..8 {
                let mut flipped = whole.clone();
                flipped[place] ^= 1 << bit;
                assert_eq!(decode(&key, &flipped), None, "byte {place}, bit {bit}");
            }
        }
        assert_eq!(decode(&key, &[&whole[..], &[0]].concat()), None, "one byte more");
        assert_eq!(decode(&Key::of(&[b"let x = 2;"]), &whole), None, "the file of another key");
    }

    #[test]
    fn a_body_that_is_none_is_refused_also_where_its_digest_is_right() {
        let key = Key::of(&[]);
        let long = u64::MAX.to_le_bytes();
        let not_text = [[0; 8], 1u64.to_le_bytes()].concat();
        for body in [&[][..], &[1, 2, 3], &long, &[&not_text[..], &[0xff], &[0; 8]].concat()] {
            let body = [&key.0[..], body].concat();
            let file = [FORMAT.as_slice(), &Sha256::digest(&body), &body].concat();
            assert_eq!(decode(&key, &file), None);
        }
    }

    #[test]
    fn the_key_is_sha_256_of_the_parts_with_their_lengths() {
        // printf '\x01\0\0\0\0\0\0\0a' | sha256sum
        let sum = "ae6121c88ba555f64c3d812123eb799d128015541f850c5e9bf1d54c08ad8481";
        assert_eq!(Key::of(&[b"a"]).name(), sum);
        assert_eq!(Key::of(&[b"a"]).shelf(), sum[..2]);
        let keys: [Key; 5] = [
            Key::of(&[b"ab", b"c"]),
            Key::of(&[b"a", b"bc"]),
            Key::of(&[b"abc"]),
            Key::of(&[b"abc", b""]),
            Key::of(&[b"c", b"ab"]),
        ];
        for (place, key) in keys.iter().enumerate() {
            assert!(!keys[..place].contains(key));
        }
    }
}
