import CMarkdown
import Synchronization

/// A parsed document of libcmark-gfm with the extensions that lessons use.
///
/// The library keeps tables of special characters that it changes while it parses,
/// so one text is parsed at a time.
struct CMarkDocument: ~Copyable {
  let root: CMarkNode

  private static let isParsing = Mutex<Bool>(false)
  private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()

  /// Parses `bytes`; nil when memory runs out.
  init?(_ bytes: [UInt8]) {
    _ = Self.registered
    let root = Self.isParsing.withLock { _ in
      let parser = cmark_parser_new(CMARK_OPT_DEFAULT)
      defer { cmark_parser_free(parser) }
      for name in ["table", "strikethrough", "autolink", "tasklist"] {
        if let found = cmark_find_syntax_extension(name) {
          cmark_parser_attach_syntax_extension(parser, found)
        }
      }
      bytes.withUnsafeBytes { buffer in
        cmark_parser_feed(parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
      }
      return cmark_parser_finish(parser)
    }
    guard let root else { return nil }
    self.root = CMarkNode(pointer: root)
  }

  deinit { cmark_node_free(root.pointer) }
}

/// A node of a document; valid as long as the document is.
struct CMarkNode {
  let pointer: OpaquePointer

  /// What it is, such as `paragraph`, `table_cell` or `tasklist`.
  var type: String { cmark_node_get_type_string(pointer).map { String(cString: $0) } ?? "" }

  var literal: String { cmark_node_get_literal(pointer).map { String(cString: $0) } ?? "" }

  var firstLine: Int { Int(cmark_node_get_start_line(pointer)) }

  var lastLine: Int { Int(cmark_node_get_end_line(pointer)) }

  /// The first byte's column, from 1; unreliable for inlines.
  var firstColumn: Int { Int(cmark_node_get_start_column(pointer)) }

  var level: Int { Int(cmark_node_get_heading_level(pointer)) }

  var destination: String { cmark_node_get_url(pointer).map { String(cString: $0) } ?? "" }

  var info: String { cmark_node_get_fence_info(pointer).map { String(cString: $0) } ?? "" }

  /// Length and character of a fence; nil for an indented block.
  var fence: (length: Int, character: UInt8)? {
    var length: Int32 = 0
    var offset: Int32 = 0
    var character: CChar = 0
    guard cmark_node_get_fenced(pointer, &length, &offset, &character) != 0 else { return nil }
    return (Int(length), UInt8(bitPattern: character))
  }

  /// The first number of an ordered list; nil for bullets.
  var listStart: Int? {
    cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST ? Int(cmark_node_get_list_start(pointer)) : nil
  }

  /// Whether a task is done; nil for an item that is none.
  var isChecked: Bool? { type == "tasklist" ? cmark_gfm_extensions_get_tasklist_item_checked(pointer) : nil }

  var alignments: [Block.Table.Alignment] {
    let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
    guard let letters = cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
    return (0..<count).map { column in
      switch letters[column] {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .none
      }
    }
  }

  var children: [CMarkNode] {
    var found: [CMarkNode] = []
    var next = cmark_node_first_child(pointer)
    while let child = next {
      found.append(CMarkNode(pointer: child))
      next = cmark_node_next(child)
    }
    return found
  }
}
