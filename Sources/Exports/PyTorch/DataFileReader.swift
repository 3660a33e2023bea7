import Engine
import Lessons

/// The lines of Python that read a file of the author's into `x` and `y`.
struct DataFileReader {
  let modules: [String]
  let code: String

  /// By the name of the dataset in the catalog.
  static let all: [String: @Sendable (Trace) -> DataFileReader] = [
    "csv": csv, "npy": npy, "npz": npz, "idx": idx, "text": text,
  ]

  private static let numpy = "numpy as np"
  private static let note = "# The file is named as in the lesson: run this in the lesson's folder.\n"

  /// The argument `name` between quotes.
  private static func quoted(_ name: String, _ trace: Trace) -> String {
    guard case .text(let text)? = trace.pipeline.load.dataset.argument(name) else { return "\"\"" }
    return JSONSpelling.quoted(text)
  }

  private static func number(_ name: String, _ trace: Trace) -> Int {
    guard case .integer(let number)? = trace.pipeline.load.dataset.argument(name) else { return 0 }
    return number
  }

  /// `values` as the target: numbered in ascending order where they are classes.
  private static func target(_ values: String, _ trace: Trace) -> String {
    trace.load.classes > 0 ? "np.unique(\(values), return_inverse=True)[1]" : values
  }

  @Sendable private static func csv(_ trace: Trace) -> DataFileReader {
    let areWords = !trace.load.classNames.allSatisfy { Double($0)?.isFinite == true }
    let column = "table[1:, target]" + (areWords ? "" : ".astype(float)")
    return DataFileReader(
      modules: [numpy],
      code: note + """
        table = np.loadtxt(
            \(quoted("path", trace)), dtype=str, delimiter=",", quotechar='"', comments=None, encoding="utf-8-sig"
        )
        table = np.char.strip(table)
        target = list(table[0]).index(\(quoted("target", trace)))
        x = np.delete(table[1:], target, axis=1).astype(float)
        y = \(target(column, trace))
        """)
  }

  @Sendable private static func npy(_ trace: Trace) -> DataFileReader {
    DataFileReader(
      modules: [numpy],
      code: note + """
        x = np.load(\(quoted("path", trace)))
        x = x.reshape(len(x), -1)
        y = \(target("np.load(\(quoted("target", trace)))", trace))
        """)
  }

  @Sendable private static func npz(_ trace: Trace) -> DataFileReader {
    DataFileReader(
      modules: [numpy],
      code: note + """
        arrays = np.load(\(quoted("path", trace)))
        x = arrays[\(quoted("x", trace))]
        x = x.reshape(len(x), -1)
        y = \(target("arrays[\(quoted("y", trace))]", trace))
        """)
  }

  @Sendable private static func idx(_ trace: Trace) -> DataFileReader {
    DataFileReader(
      modules: [numpy],
      code: """
        def read_idx(path):
            with open(path, "rb") as file:
                data = file.read()
            types = {8: "u1", 9: "i1", 11: ">i2", 12: ">i4", 13: ">f4", 14: ">f8"}
            shape = np.frombuffer(data, ">u4", count=data[3], offset=4).astype(int)
            return np.frombuffer(data, types[data[2]], count=shape.prod(), offset=4 + 4 * data[3]).reshape(shape)


        \(note)x = read_idx(\(quoted("images", trace)))
        x = x.reshape(len(x), -1).astype(float)
        y = \(target("read_idx(\(quoted("labels", trace)))", trace))
        """)
  }

  @Sendable private static func text(_ trace: Trace) -> DataFileReader {
    let byWord = trace.pipeline.load.dataset.argument("level") == .choice(1)
    let tokens =
      byWord ? #"re.findall(r"[^\W_](?:[^\W_]|['’])*|[^\w\s]|_", file.read())"# : "list(file.read())"
    let context = number("context", trace)
    return DataFileReader(
      modules: [numpy] + (byWord ? ["re"] : []),
      code: note + """
        with open(\(quoted("path", trace)), encoding="utf-8-sig", newline="") as file:
            tokens = \(tokens)[:\(number("max_tokens", trace))]
        vocabulary, numbers = np.unique(tokens, return_inverse=True)
        x = np.lib.stride_tricks.sliding_window_view(numbers[:-1], \(context)).copy()
        y = numbers[\(context):]
        """)
  }
}
