//! From the bytes of a file to its text: UTF-8, UTF-16 and Windows-1252, as spreadsheets write them.

use super::fault::{Words, words};

/// The text, with `\n` at the end of each line, or why this is none.
pub(super) fn decoded(bytes: Vec<u8>) -> Result<String, Words> {
    if let Some(kind) = no_text(&bytes) {
        return Err(kind);
    }
    let text = match bytes.as_slice() {
        [0xff, 0xfe, rest @ ..] => utf_16(rest, u16::from_le_bytes)?,
        [0xfe, 0xff, rest @ ..] => utf_16(rest, u16::from_be_bytes)?,
        bytes if bytes.contains(&0) => {
            return Err(words(
                "is not a text file. In a spreadsheet, save the table as CSV",
                "n’est pas un fichier texte. Dans un tableur, enregistrez le tableau en CSV",
            ));
        }
        _ => String::from_utf8(bytes).or_else(|error| windows_1252(error.as_bytes()))?,
    };
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    // An old Macintosh ends its lines by a carriage return alone.
    Ok(if text.contains('\n') { text } else { text.replace('\r', "\n") })
}

/// Files that are no text, by their first bytes.
fn no_text(bytes: &[u8]) -> Option<Words> {
    let kind = match bytes {
        [b'P', b'K', 3, 4, ..] => words("an Excel or LibreOffice workbook", "un classeur Excel ou LibreOffice"),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => words("an old Excel workbook", "un ancien classeur Excel"),
        [b'%', b'P', b'D', b'F', ..] => words("a PDF document", "un document PDF"),
        _ => return None,
    };
    Some((
        format!("is {}, not a text file: open it in a spreadsheet and save the sheet as CSV", kind.0),
        format!("est {}, pas un fichier texte : ouvrez-le dans un tableur et enregistrez la feuille en CSV", kind.1),
    ))
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Words> {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    let text: Result<String, _> = char::decode_utf16(units).collect();
    text.map_err(|_| unreadable("UTF-16"))
}

/// Windows-1252, the usual encoding of a spreadsheet's plain CSV in western Europe. Bytes that mean there what nobody writes
/// into a table are refused: they come from another encoding, such as a Macintosh's, in which `é` is Windows’ `Ž`.
fn windows_1252(bytes: &[u8]) -> Result<String, Words> {
    let letter = |&byte: &u8| match byte {
        0..=0x7f | 0xc0..=0xff => Some(char::from(byte)),
        0xa0 | 0xab | 0xbb | 0xb0..=0xb3 | 0xb5 | 0xb7 => Some(char::from(byte)), // blank « » ° ± ² ³ µ ·
        0x92 => Some('’'),
        0x9c => Some('œ'),
        _ => None,
    };
    bytes.iter().map(letter).collect::<Option<String>>().ok_or_else(|| unreadable("Windows-1252"))
}

fn unreadable(encoding: &str) -> Words {
    (
        format!("has letters that are neither in UTF-8 nor in {encoding}: in the spreadsheet, save it as “CSV UTF-8”"),
        format!(
            "a des lettres qui ne sont ni en UTF-8 ni en {encoding} : dans le tableur, enregistrez-le en « CSV UTF-8 »"
        ),
    )
}
