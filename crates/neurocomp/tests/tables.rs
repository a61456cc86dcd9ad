//! Tables as spreadsheets write them: what Excel and others save in Germany, France, Britain and the United States.

use std::fs;
use std::path::PathBuf;

use neurocomp::data::{SpikeTable, Table, VoltageTrace};
use neurocomp::polars::df;

/// A file with these bytes, in a folder that goes when it is dropped.
struct Saved {
    folder: PathBuf,
    file: PathBuf,
}

impl Saved {
    fn new(name: &str, content: impl AsRef<[u8]>) -> Saved {
        let folder = std::env::temp_dir().join(format!("neurocomp-tables-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let file = folder.join("table.csv");
        fs::write(&file, content).unwrap();
        Saved { folder, file }
    }
}

impl Drop for Saved {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The table in `content`.
#[track_caller]
fn read(name: &str, content: impl AsRef<[u8]>) -> Table {
    Table::read(&Saved::new(name, content).file).unwrap()
}

/// Why `content` is refused, without the name of the file.
#[track_caller]
fn refused(name: &str, content: impl AsRef<[u8]>) -> String {
    let error = Table::read(&Saved::new(name, content).file).unwrap_err().to_string();
    let (_, reason) = error.split_once("table.csv").expect("the file is named");
    reason.trim_start_matches([',', ':', ' ']).to_owned()
}

fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    format!("\u{feff}{text}").encode_utf16().flat_map(bytes).collect()
}

#[test]
fn one_table_is_read_alike_in_every_way_of_saving_it() {
    let expected = Table::from(
        df!("trial" => [1_i64, 1, 2], "condition" => ["témoin", "témoin", "cœur, 10 µM"], "rate_hz" => [4.5, 12.25, 1234.5])
            .unwrap(),
    );
    let semicolons = "trial;condition;rate_hz\r\n1;témoin;4,5\r\n1;témoin;12,25\r\n2;cœur, 10 µM;1234,5\r\n";
    let commas = "trial,condition,rate_hz\r\n1,témoin,4.5\r\n1,témoin,12.25\r\n2,\"cœur, 10 µM\",1234.5\r\n";
    let tabs = semicolons.replace(';', "\t");
    // What Excel calls "CSV" in France and Germany: Windows-1252.
    let western: Vec<u8> =
        semicolons.chars().map(|c| if c == 'œ' { 0x9c } else { u8::try_from(c as u32).unwrap() }).collect();
    for (name, content) in [
        ("french", semicolons.as_bytes().to_vec()),
        ("french-utf8", format!("\u{feff}{semicolons}").into_bytes()),
        ("french-western", western),
        ("english", commas.as_bytes().to_vec()),
        ("english-utf8", format!("\u{feff}{commas}").into_bytes()),
        // Google's tables in a country of decimal commas.
        (
            "google",
            commas.replace("1234.5", "\"1234,5\"").replace(",4.5", ",\"4,5\"").replace("12.25", "\"12,25\"").into(),
        ),
        ("tabs", tabs.as_bytes().to_vec()),
        ("unicode-text", utf_16(&tabs, u16::to_le_bytes)),
        ("unicode-text-big", utf_16(&tabs, u16::to_be_bytes)),
        ("macintosh", semicolons.replace("\r\n", "\r").into_bytes()),
        ("told", format!("sep=;\r\n{semicolons}").into_bytes()),
        ("blanks", commas.replace(',', ", ").replace("\"cœur,  ", "\"cœur, ").into_bytes()),
        ("empty-lines", commas.replace("\r\n", "\r\n\r\n").into_bytes()),
        // Excel saves rows and columns that were once used.
        ("once-used", format!("{};;;;\r\n;;;;\r\n", semicolons.replace("\r\n", ";;\r\n")).into_bytes()),
        ("title", format!("Série 3, 12 mai;;\r\n\r\n{semicolons}").into_bytes()),
        ("title-alone", format!("Série 3\r\n{commas}").into_bytes()),
        ("no-end", semicolons.trim_end().as_bytes().to_vec()),
        ("quoted", commas.replace("témoin", "\"témoin\"").into_bytes()),
    ] {
        assert_eq!(read(name, &content), expected, "{name}");
    }
}

#[test]
fn the_readers_of_spikes_and_potentials_read_them_too() {
    let saved =
        Saved::new("spikes", "Versuch 7;;\r\nNeuron;Trial;time (s)\r\n3;1;0,25\r\n3;1;0,5\r\n;;\r\n3;2;0,125\r\n");
    let spikes = SpikeTable::read(&saved.file, 0.0, 1000.0).unwrap();
    assert_eq!(spikes.train(1, 3).unwrap().times(), [250.0, 500.0]);
    assert_eq!(spikes.train(2, 3).unwrap().times(), [125.0]);
    // The line is the file's own: a title, the names, and an empty line are above it.
    fs::write(&saved.file, "Versuch 7;;\r\nNeuron;Trial;time (s)\r\n3;1;0,25\r\n;;\r\n3;1;0,2\r\n").unwrap();
    let error = SpikeTable::read(&saved.file, 0.0, 1000.0).unwrap_err().to_string();
    assert!(error.contains("table.csv, line 5, column `time (s)`: expected times in order"), "{error}");
    fs::write(&saved.file, "time (s);V (mV)\n0;-65,5\n0,001;-64,25\n").unwrap();
    let trace = VoltageTrace::read(&saved.file).unwrap();
    assert_eq!((trace.t.to_vec(), trace.v.to_vec()), (vec![0.0, 1.0], vec![-65.5, -64.25]));
}

#[test]
fn the_decimal_sign_is_found_and_a_number_of_two_values_refused() {
    let numbers = |name: &str, content: &str| read(name, content).numbers("b").unwrap().to_vec();
    assert_eq!(numbers("comma", "a;b\n1,5;2,5\n"), [2.5]);
    assert_eq!(numbers("point", "a;b\n1.5;2.5\n"), [2.5]);
    // A clear comma elsewhere, and a thousand could not begin with 0.
    assert_eq!(numbers("clear", "a;b\n0,1;1,500\n"), [1.5]);
    assert_eq!(numbers("zero", "a;b\n1;0,500\n"), [0.5]);
    assert_eq!(numbers("long", "a\tb\n1\t1234,500\n"), [1234.5]);
    assert_eq!(numbers("power", "a;b\n1;2,5E-03\n"), [0.0025]);
    assert_eq!(numbers("three", "a,b\n1.000,1.500\n"), [1.5]);
    // One column has no separator; its commas are decimal.
    assert_eq!(numbers("one", "b\n1,5\n2,5\n"), [1.5, 2.5]);
    // As the message about `1,500` proposes.
    assert_eq!(numbers("proposed", "a;b\n1;1,5000\n"), [1.5]);
    // A text with a point or a comma in it says nothing.
    assert_eq!(numbers("text", "a;b\nv1.2;2,5\n12.05.2024;3,5\n"), [2.5, 3.5]);
    for (name, content, said) in [
        (
            "thousand",
            "a;b\n1;1,500\n",
            "line 2: `1,500` may be 1500 or 1.5: write `1500`, or `1,5000` if the comma is the decimal sign",
        ),
        ("british", "a,b\n1,\"1,500\"\n", "line 2: `1,500` may be 1500 or 1.5"),
        (
            "german",
            "a;b\n1;1.500\n",
            "line 2: `1.500` may be 1500 or 1.5: write `1500`, or `1.5000` if the point is the decimal sign",
        ),
        ("german-too", "a;b\n1,5;1.500\n", "line 2: `1.500` may be"),
        ("british-too", "a\tb\n1.5\t1,500\n", "line 2: `1,500` may be"),
        (
            "both",
            "a;b\n1,5;2\n3;2.25\n",
            "line 3: numbers with a decimal point (line 3) and with a decimal comma (line 2)",
        ),
    ] {
        let error = refused(name, content);
        assert!(error.starts_with(said), "{name}: {error}");
    }
}

#[test]
fn what_is_no_table_is_told_in_plain_words() {
    let line_1 = "trial,rate\n";
    for (name, content, said) in [
        (
            "xlsx",
            b"PK\x03\x04\x14\x00\x06\x00".to_vec(),
            "is an Excel or LibreOffice workbook, not a text file: open it in a",
        ),
        ("xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), "is an old Excel workbook, not a text file"),
        ("pdf", b"%PDF-1.7\n".to_vec(), "is a PDF document"),
        (
            "picture",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(),
            "is not a text file. In a spreadsheet, save the table as CSV",
        ),
        // é as a Macintosh saves it.
        (
            "mac-letters",
            b"trial;condition\n1;t\x8emoin\n".to_vec(),
            "has letters that are neither in UTF-8 nor in Windows-1252",
        ),
        ("empty", b"\n;;\n".to_vec(), "expected a header line and at least one row, received 0 rows"),
        ("names", line_1.into(), "expected a header line and at least one row"),
        (
            "many",
            "a,b\n1,2\n3,4,5\n".into(),
            "line 3: expected 2 values, one for each name in line 1, received 3: if the comma is",
        ),
        (
            "many-too",
            "a;b\n1;2\n3;4;5\n".into(),
            "line 3: expected 2 values, one for each name in line 1, received 3: if the names",
        ),
        (
            "few",
            "a;b;c\n1;2;3\n4;5\n".into(),
            "line 3: expected 3 values, one for each name in line 1, received 2: is the line",
        ),
        (
            "decimal",
            "t,v\n0,5,1,5\n1,0,2,5\n".into(),
            "line 2: expected 2 values, one for each name in line 1, received 4: if the",
        ),
        ("either", "t;v, mV\n1;2,5\n2;3,5\n".into(), "line 1: both `;` and `,` could separate the columns"),
        ("no-names", "1;2\n3;4\n".into(), "line 1: expected the names of the columns, received numbers"),
        ("no-name", ",trial,rate\n0,1,2.5\n1,2,3.5\n".into(), "line 1: column 1 has no name: write one"),
        ("twice", "rate;rate\n1;2\n".into(), "line 1: two columns have the name `rate`"),
        ("open", "a,b\n1,\"two\n3,4\n".into(), "line 2: a quotation mark `\"` is opened and never closed"),
    ] {
        let error = refused(name, content);
        assert!(error.starts_with(said), "{name}: {error}");
    }
    let error = Table::read("no_such_table.csv").unwrap_err().to_string();
    assert!(error.starts_with("no_such_table.csv: cannot be read: there is no such file in the folder /"), "{error}");
}

#[test]
fn a_value_left_out_is_missing_and_can_be_left_out() {
    let table = read("missing", "cell,rate\nA,4\nB,\nC,NA\nD,8\n");
    let error = table.numbers("rate").unwrap_err().to_string();
    assert!(error.starts_with("column `rate`, row 2: the value is missing; `filter_present"), "{error}");
    let present = table.filter_present("rate").unwrap();
    assert_eq!(present.numbers("rate").unwrap().to_vec(), [4.0, 8.0]);
    assert_eq!(present.texts("cell").unwrap(), ["A", "D"]);
}

#[test]
fn texts_make_groups_and_are_chosen_by_their_own_filter() {
    let table = read("groups", "neuron;condition;rate\nB;drug;8,5\nA;control;4\nB;control;6\nA;drug;12\n");
    let means = table.mean_by("condition", "rate").unwrap();
    assert_eq!(
        (means.texts("condition").unwrap(), means.numbers("rate").unwrap().to_vec()),
        (vec!["control".to_owned(), "drug".to_owned()], vec![5.0, 10.25])
    );
    let counts = table.count_by("neuron").unwrap();
    assert_eq!(
        (counts.texts("neuron").unwrap(), counts.numbers("count").unwrap().to_vec()),
        (vec!["A".to_owned(), "B".to_owned()], vec![2.0, 2.0])
    );
    assert_eq!(table.filter_text("neuron", "A").unwrap().numbers("rate").unwrap().to_vec(), [4.0, 12.0]);
    for (error, said) in [
        (
            table.filter_equal("neuron", 1.0),
            "the column `neuron` holds texts: choose rows by `filter_text(\"neuron\", \"…\")`",
        ),
        (table.filter_text("rate", "4"), "the column `rate` holds numbers: choose rows by `filter_equal(\"rate\", …)`"),
        (table.mean_by("rate", "neuron"), "column `neuron`, row 1: expected a number, received `B`"),
        (table.mean_by("rate", "rate"), "the table already has a column `rate`: choose another name"),
        (table.count_by("cell"), "the table has no column `cell`: its columns are `neuron`, `condition`, `rate`"),
        (table.clone().with_numbers("age", &ndarray::array![1.0]), "age must have 4 elements, received 1"),
        (
            table.join(&read("other", "neuron;depth\n1;20\n2;30\n"), "neuron"),
            "the column `neuron` holds numbers in one table",
        ),
    ] {
        let error = error.unwrap_err().to_string();
        assert!(error.starts_with(said), "{error}");
    }
}

#[test]
fn a_table_is_written_in_one_call_and_only_as_csv() {
    let saved = Saved::new("written", "");
    let table = read("written-from", "condition;rate\n\"à 20 °C, seul\";4,5\ntémoin;\n");
    table.write(&saved.file).unwrap();
    assert_eq!(fs::read_to_string(&saved.file).unwrap(), "condition,rate\n\"à 20 °C, seul\",4.5\ntémoin,\n");
    assert_eq!(Table::read(&saved.file).unwrap(), table);
    let error = table.write(saved.folder.join("table.xlsx")).unwrap_err().to_string();
    assert!(
        error.ends_with("table.xlsx: a table is written as CSV, which spreadsheets open: let the name end in `.csv`")
    );
    assert_eq!(fs::read_dir(&saved.folder).unwrap().count(), 1, "nothing else is written");
}
