//! What can be wrong with digits or with the files they come from.

use crate::language::{choose, debug_as_display};
use crate::parameter::ParameterError;

/// What can be wrong with digits or with the files they come from. The message says what to do.
#[derive(Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum DigitsError {
    /// Nobody said where the files are.
    #[error(
        "{}",
        choose(
            "MNIST is not here: fetch it with `cargo xtask data mnist`, or let the variable NEUROCOMP_DATA name the folder \
         with its four files, or use digits::draw, which needs none",
            "MNIST n’est pas ici : téléchargez-le par `cargo xtask data mnist`, ou donnez à la variable NEUROCOMP_DATA le \
         nom du dossier de ses quatre fichiers, ou utilisez digits::draw, qui n’en demande aucun",
        )
    )]
    NoFolder,
    /// There is no such folder.
    #[error("{}", choose(
        format!("MNIST: there is no folder {folder}: correct NEUROCOMP_DATA, or use digits::draw, which needs no file"),
        format!(
            "MNIST : il n’y a pas de dossier {folder} : corrigez NEUROCOMP_DATA, ou utilisez digits::draw, qui ne \
             demande aucun fichier"
        ),
    ))]
    Folder {
        /// Its name.
        folder: String,
    },
    /// A file that is not there.
    #[error("{}", choose(
        format!(
            "MNIST: {file}.gz is not in the folder {folder}: download it into this folder, or use digits::draw, which \
             needs no file"
        ),
        format!(
            "MNIST : {file}.gz n’est pas dans le dossier {folder} : téléchargez-le dans ce dossier, ou utilisez \
             digits::draw, qui ne demande aucun fichier"
        ),
    ))]
    Missing {
        /// Its name, without `.gz`.
        file: &'static str,
        /// Where it was looked for.
        folder: String,
    },
    /// A file that the system does not let one read.
    #[error("{}", choose(
        format!("MNIST: {file} cannot be read ({reason}): may you read it, is it a file?"),
        format!("MNIST : {file} ne peut pas être lu ({reason}) : avez-vous le droit de le lire, est-ce un fichier ?"),
    ))]
    Unreadable {
        /// Its name.
        file: String,
        /// What the system says.
        reason: String,
    },
    /// A compressed file that cannot be unpacked.
    #[error("{}", choose(
        format!("MNIST: {file}.gz is incomplete or damaged ({reason}): delete it and download it again"),
        format!("MNIST : {file}.gz est incomplet ou abîmé ({reason}) : supprimez-le et téléchargez-le de nouveau"),
    ))]
    Unpack {
        /// Its name, without `.gz`.
        file: &'static str,
        /// What the unpacker says.
        reason: String,
    },
    /// A file that does not begin as it should.
    #[error("{}", choose(
        format!(
            "MNIST: {file} must begin with the number {expected:#010x}, received {received:#010x}: it is no file of \
             MNIST; delete it and download it again"
        ),
        format!(
            "MNIST : {file} doit commencer par le nombre {expected:#010x}, reçu {received:#010x} : ce n’est pas un \
             fichier de MNIST ; supprimez-le et téléchargez-le de nouveau"
        ),
    ))]
    Magic {
        /// Its name.
        file: &'static str,
        /// The magic number it should have.
        expected: u32,
        /// The one it has.
        received: u32,
    },
    /// A file with the name of another.
    #[error("{}", choose(
        format!("MNIST: {file} holds what belongs into {holds}: give both files their right names"),
        format!("MNIST : {file} contient ce qui doit être dans {holds} : donnez leurs vrais noms aux deux fichiers"),
    ))]
    Swapped {
        /// Its name.
        file: &'static str,
        /// The name it should have.
        holds: &'static str,
    },
    /// Another number of digits, or pictures of another size.
    #[error("{}", choose(
        format!("MNIST: {file} must hold {expected}, received {received}: delete it and download it again"),
        format!("MNIST : {file} doit contenir {expected}, reçu {received} : supprimez-le et téléchargez-le de nouveau"),
    ))]
    Shape {
        /// Its name.
        file: &'static str,
        /// Number of digits, rows, columns.
        expected: String,
        /// Those received.
        received: String,
    },
    /// A file too short or too long.
    #[error("{}", choose(
        format!(
            "MNIST: {file} must have {expected} bytes (unpacked), received {received}: delete it and download it again"
        ),
        format!(
            "MNIST : {file} doit avoir {expected} octets (décompressé), reçu {received} : supprimez-le et \
             téléchargez-le de nouveau"
        ),
    ))]
    Length {
        /// Its name.
        file: &'static str,
        /// The length it should have, bytes.
        expected: usize,
        /// Its length, bytes.
        received: usize,
    },
    /// A file with something else in it.
    #[error("{}", choose(
        format!(
            "MNIST: {file} is damaged or is another data set: its SHA-256 (unpacked) must be {expected}, received \
             {received}; delete it and download it again"
        ),
        format!(
            "MNIST : {file} est abîmé ou vient d’une autre base : son SHA-256 (décompressé) doit être {expected}, \
             reçu {received} ; supprimez-le et téléchargez-le de nouveau"
        ),
    ))]
    Checksum {
        /// Its name.
        file: &'static str,
        /// The checksum it should have.
        expected: &'static str,
        /// Its checksum.
        received: String,
    },
    /// No place to unpack the files.
    #[error("{}", choose(
        format!("MNIST: 55 MB cannot be written into the temporary folder {folder} ({reason}): is the disk full?"),
        format!(
            "MNIST : impossible d’écrire 55 Mo dans le dossier temporaire {folder} ({reason}) : disque plein ?"
        ),
    ))]
    Scratch {
        /// The folder.
        folder: String,
        /// What the system says.
        reason: String,
    },
    /// A set without a digit.
    #[error(
        "{}",
        choose("a set must have at least 1 digit, received 0", "un ensemble doit avoir au moins 1 chiffre, reçu 0",)
    )]
    Empty,
    /// More digits than memory allows.
    #[error("{}", choose(
        format!("the number of digits must be at most {most}, received {received}"),
        format!("le nombre de chiffres doit être au plus {most}, reçu {received}"),
    ))]
    TooMany {
        /// The most allowed.
        most: usize,
        /// The number received.
        received: usize,
    },
    /// Pictures of another size, or not as many as labels.
    #[error("{}", choose(
        format!("{labels} digits must have {labels} × 784 bytes, received {received}"),
        format!("{labels} chiffres doivent avoir {labels} × 784 octets, reçu {received}"),
    ))]
    Pixels {
        /// The number of labels.
        labels: usize,
        /// The number of bytes.
        received: usize,
    },
    /// A label that is no digit.
    #[error("{}", choose(
        format!("labels[{index}] must be 0 to 9, received {received}"),
        format!("labels[{index}] doit être de 0 à 9, reçu {received}"),
    ))]
    Label {
        /// Its place.
        index: usize,
        /// The label received.
        received: u8,
    },
    /// Not one answer per digit.
    #[error("{}", choose(
        format!("there must be one answer per digit: received {received} answers for {digits} digits"),
        format!("il faut une réponse par chiffre : reçu {received} réponses pour {digits} chiffres"),
    ))]
    Answers {
        /// The number of digits.
        digits: usize,
        /// The number of answers received.
        received: usize,
    },
    /// A picture that is not there.
    #[error("{}", choose(
        format!("the index of a digit must be 0 to {}, received {received}", digits - 1),
        format!("l’indice d’un chiffre doit être de 0 à {}, reçu {received}", digits - 1),
    ))]
    Index {
        /// The number of digits.
        digits: usize,
        /// The index received.
        received: usize,
    },
    /// Digits of which there are none.
    #[error("{}", choose(
        format!("two different digits of which the set has examples are needed, received {a} and {b}"),
        format!("il faut deux chiffres différents dont l’ensemble a des exemples, reçu {a} et {b}"),
    ))]
    Pair {
        /// The first.
        a: u8,
        /// The second.
        b: u8,
    },
    /// A digit of which there is none.
    #[error("{}", choose(
        format!("the set has no example of the digit {digit}"),
        format!("l’ensemble n’a pas d’exemple du chiffre {digit}"),
    ))]
    NoExample {
        /// The digit.
        digit: u8,
    },
    /// A parameter out of its range.
    #[error(transparent)]
    Parameter(#[from] ParameterError),
}

debug_as_display!(DigitsError);
