import CResources

/// The files of `Resources/` that the executable carries, so that it needs nothing beside it.
///
/// ```swift
/// let style = Assets.text("page/style/base.css")
/// ```
///
/// A file is added by an array and a row in `Sources/CResources/resources.c`.
public enum Assets {
  /// Every embedded file's path within `Resources/`.
  public static var names: [String] { (0..<asset_count).map { String(cString: assets[$0].name) } }

  /// The bytes of the file `name`; nil where none of that name is embedded.
  public static func bytes(_ name: String) -> [UInt8]? { buffer(name).map { Array($0) } }

  /// The file `name` as UTF-8 text; nil where none of that name is embedded.
  public static func text(_ name: String) -> String? {
    buffer(name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The CSS of a lesson's page.
  public static var lessonStyle: String { joined("page/style/") { $0 != "course.css" } }

  /// The CSS of the index.
  public static var indexStyle: String {
    joined("page/style/") { ["base.css", "head.css", "course.css", "modes.css"].contains($0) }
  }

  /// The engine as WebAssembly, packed by gzip, and the JavaScript that runs it; nil where the executable was built
  /// without it.
  public static var engine: (module: [UInt8], script: String)? {
    bytes("engine.wasm.gz").map { ($0, joined("page/engine/") { _ in true }) }
  }

  /// The JavaScript of a lesson's page.
  public static var lessonScript: String { joined("page/script/") { $0 != "index.js" } }

  /// The JavaScript of the index.
  public static var indexScript: String { joined("page/script/") { ["core.js", "index.js"].contains($0) } }

  /// The files in `folder` whose names `isWanted`, one after another in the order in which they are embedded.
  private static func joined(_ folder: String, _ isWanted: (Substring) -> Bool) -> String {
    names.filter { $0.hasPrefix(folder) && isWanted($0.dropFirst(folder.count)) }
      .compactMap { text($0) }.joined()
  }

  private static func buffer(_ name: String) -> UnsafeBufferPointer<UInt8>? {
    for i in 0..<asset_count where String(cString: assets[i].name) == name {
      return UnsafeBufferPointer(start: assets[i].bytes, count: assets[i].count)
    }
    return nil
  }
}
