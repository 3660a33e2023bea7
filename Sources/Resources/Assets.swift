import CResources

/// The files that the executable carries, so that it needs nothing beside it.
///
/// ```swift
/// let style = Assets.text("page/lesson.css")
/// ```
///
/// A file is added by an array and a row in `Sources/CResources/resources.c`.
public enum Assets {
  /// Every embedded file's path within `Resources/`; the page's styles and scripts are
  /// there as `Tools/page` packs them.
  public static var names: [String] { (0..<asset_count).map { String(cString: assets[$0].name) } }

  /// The bytes of the file `name`; nil where none of that name is embedded.
  public static func bytes(_ name: String) -> [UInt8]? { buffer(name).map { Array($0) } }

  /// The file `name` as UTF-8 text; nil where none of that name is embedded.
  public static func text(_ name: String) -> String? {
    buffer(name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The file `name` where it lies in the executable, as long as that runs.
  static func buffer(_ name: String) -> UnsafeBufferPointer<UInt8>? {
    for i in 0..<asset_count where String(cString: assets[i].name) == name {
      return UnsafeBufferPointer(start: assets[i].bytes, count: assets[i].count)
    }
    return nil
  }
}
