import Engine

/// Epochs that follow one another under the same formula, with the numbers that it asks for.
struct TermStretch {
  let scheduler: String
  /// Its place among the schedulers that follow one another, and in those that are made of such.
  let path: [Int]
  /// The epochs, from 1.
  let epochs: ClosedRange<Int>
  /// What each number is.
  let titles: [[Inline]]
  /// The numbers of each epoch; the last is the rate.
  let rows: [[Double]]
  private let column: [ColumnFormat]

  /// The epoch that is asked for, if it is one of these.
  private let asked: Int?

  /// The stretches of `trace`'s schedule, in order; none where it has no schedule.
  /// That with `epoch` in it shows it first.
  static func stretches(of trace: Trace, showing epoch: Int? = nil) -> [TermStretch] {
    let all = (try? trace.scheduleTerms()) ?? []
    let starts = all.indices.filter { $0 == 0 || !all[$0].isLike(all[$0 - 1]) }
    return zip(starts, starts.dropFirst() + [all.count]).map { TermStretch(all[$0..<$1], epoch) }
  }

  private init(_ terms: ArraySlice<Terms>, _ epoch: Int?) {
    let list = terms.first?.list ?? []
    scheduler = terms.first?.scheduler.name.description ?? ""
    path = terms.first?.path ?? []
    epochs = terms.startIndex + 1...terms.endIndex
    asked = epoch.flatMap { [epochs] in epochs.contains($0) ? $0 : nil }
    titles = list.map(\.title)
    rows = terms.map { $0.list.map(\.value) }
    let columns = list.indices.map { [rows] place in rows.map { $0[place] } }
    let values = columns.map { Set($0.filter(\.isFinite)) }
    // What takes its values from another term, as the best does from what is watched, is written like that.
    column = columns.indices.map { place in
      let source = values.indices.first {
        values[place].count > 1 && values[$0].isStrictSuperset(of: values[place])
      }
      return ColumnFormat(terms: columns[source ?? place])
    }
  }

  /// `Epochs 6 to 40`.
  var name: String {
    epochs.count == 1 ? "Epoch \(epochs.lowerBound)" : "Epochs \(epochs.lowerBound) to \(epochs.upperBound)"
  }

  var blocks: [Block] {
    [.table(worked)]
      + (varying.count > 1
        ? [.disclosure(summary: [.text("\(name), term by term")], blocks: [.table(table)])] : [])
  }

  /// The epoch that is shown first: the one that is asked for,
  /// or past a quarter of the way the first at which the rate moves.
  var chosen: Int {
    if let asked { return asked }
    let quarter = (rows.count - 1 + 3) / 4
    let moves = rows.indices.dropFirst().filter { rows[$0].last != rows[$0 - 1].last }
    return (moves.first { $0 >= quarter } ?? moves.last ?? quarter) + epochs.lowerBound
  }

  /// The numbers of the chosen epoch, one below the other, ending with its rate.
  private var worked: Table {
    let row = rows[chosen - epochs.lowerBound]
    return Table(
      caption: "Epoch \(chosen)",
      columns: [.init([.text("Term")]), .init([.text("Value")], isNumeric: true)],
      rows: row.indices.map {
        .init([titles[$0], [.text(column[$0].text(row[$0]))]], isMarked: $0 == row.count - 1)
      }, hue: .schedule, role: .worked)
  }

  /// The terms that are not the same in every epoch.
  private var varying: [Int] {
    titles.indices.filter { place in rows.contains { !same($0[place], rows[0][place]) } }
  }

  private func same(_ a: Double, _ b: Double) -> Bool { a == b || a.isNaN && b.isNaN }

  /// The numbers of every epoch, without those that never change.
  private var table: Table {
    Table(
      columns: [.init([.text("epoch")], isNumeric: true)]
        + varying.map { .init(titles[$0], isNumeric: true) },
      rows: rows.enumerated().map { place, row in
        .init(
          [[.text("\(epochs.lowerBound + place)")]] + varying.map { [.text(column[$0].text(row[$0]))] },
          isMarked: epochs.lowerBound + place == asked)
      }, hue: .schedule, role: .terms)
  }
}

extension Term {
  /// What heads its column.
  fileprivate var title: [Inline] {
    let name = symbol.description
    if isPart { return [.formula(#"\eta"#), .text(" after \(name)")] }
    let words = name.dropFirst(6).dropLast()
    let isText = name.hasPrefix(#"\text{"#) && name.hasSuffix("}") && !words.contains("}")
    return isText ? [.text(String(words))] : [.formula(name)]
  }
}

extension Terms {
  /// Whether it goes on from `other`: the same scheduler's formula, and its steps counted from the same one.
  fileprivate func isLike(_ other: Terms) -> Bool {
    path == other.path && scheduler.name.description == other.scheduler.name.description
      && list.map(\.symbol.description) == other.list.map(\.symbol.description)
      && (list.first?.value ?? 0) > (other.list.first?.value ?? 0)
  }
}
