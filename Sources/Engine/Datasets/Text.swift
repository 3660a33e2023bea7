/// The author's own text for a model that says what comes next.
///
/// The text is cut into tokens: characters (Unicode scalars, as Python has them), or words, numbers and
/// single marks, with the spaces between them left out. The distinct tokens in ascending order are the
/// vocabulary and the classes; row i has the numbers of tokens i to i + `context` − 1 as features and that of
/// token i + `context` as target. `data.classes` is the vocabulary's size, an `Embedding`'s `num_embeddings`.
/// Neighbouring rows overlap: split with `shuffle: false` to validate on text that was never read. The caller
/// reads the file; throws without its table.
struct Text: StoredDataset {
  static let info = Info(
    "text",
    [
      .file("path", "the text, relative to the lesson and within its folder"),
      .choice("level", ["character", "word"], default: 0, "what a token is"),
      .integer("context", in: 1...1024, default: 8, "tokens that the next one is told from"),
      .integer("max_tokens", in: 2...1_000_000, default: 10_000, "tokens to read; what follows is left out"),
    ],
    summary: "Windows of a text of the author's, each with the token that comes next.",
    source: "Bengio et al., A neural probabilistic language model, 2003", example: "path: tale.txt")

  init(_ arguments: inout Arguments) {}
}
