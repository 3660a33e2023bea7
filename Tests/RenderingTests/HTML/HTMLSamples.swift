import Foundation
import Rendering
import Resources
import Views

/// A page with every kind of block, in the manner of a lesson's Visual view.
enum HTMLSamples {
  static func assets() throws -> PageAssets {
    func text(_ name: String) -> String { Assets.text("page/\(name)") ?? "" }
    func script(_ name: String) -> PlainScript { PlainScript(text(name), hash: text(name + ".sha256")) }
    return try PageAssets(
      lesson: (text("lesson.css"), script("boot.js"), text("page.mustache")),
      behaviour: PackedScript(Assets.bytes("page/lesson.js.z") ?? [], hash: text("lesson.js.sha256")),
      index: (text("index.css"), script("index.js"), text("index.mustache")))
  }

  static let cover = Cover(
    language: "en", title: "CosineAnnealingLR in PyTorch", badges: ["PyTorch", "ml"], minutes: 12,
    summary: "How the cosine schedule lowers and raises the learning rate.", seed: 42,
    claims: [.init(text: "lr[11] == 0", line: 41), .init(text: "accuracy[20] > 0.85", line: 52)],
    slug: "cosine-annealing-lr")

  static let page = Page(
    cover: cover, documents: [Document(name: "visual", title: "Visual", blocks: families.flatMap(\.blocks))])

  /// A family of blocks, each with its golden file.
  static let families: [(name: String, blocks: [Block])] = [
    (
      "stages", [.heading(level: 2, text: [.text("Data flow")], anchor: "visual-data-flow"), .stages(stages)]
    ),
    (
      "chart",
      [.heading(level: 2, text: [.text("Training trace")], anchor: "visual-training"), .chart(chart)]
    ),
    ("table", [.table(log)]), ("terms", [.table(worked), .table(terms)]),
    (
      "steps", [.heading(level: 2, text: [.text("Prediction trace")], anchor: "visual-steps"), .steps(steps)]
    ),
    ("prose", prose), ("scatter", [.scatter(scatter), .scatter(curve)]),
    ("pixels", [.image(pixels), .image(manyPixels)]),
    ("controls", [.controls(ControlsSample.controls)]),
    ("quiz", questions.map { .question($0) }),
    ("practice", practice),
    (
      "note",
      [.note(Note(.insight, title: "Key insight", blocks: [.paragraph([.text("Down, and up again.")])]))]
    ),
  ]

  static let prose: [Block] = [
    .paragraph([
      .text("The rate of epoch 11 is "), .value(text: "0", expression: "lr[11]"),
      .claim(expression: "lr[11] == 0"), .text(", "), .emphasis([.text("not")]), .text(" that of "),
      .strikethrough([.text("10")]), .text("; see "),
      .link(destination: "https://arxiv.org/abs/1608.03983", text: [.text("the paper")]), .text(" and "),
      .code("T_max"), .text(" for "), .symbol("x", index: "4"), .lineBreak, .formula(#"\eta_t"#),
    ]),
    .formula(
      #"\eta_t = \eta_{\min} + \frac{1}{2}(\eta_0 - \eta_{\min})\left(1 + \cos\frac{\pi t}{T_{\max}}\right)"#),
    .list(start: nil, items: [[.paragraph([.text("one")])], [.paragraph([.text("two")])]]),
    .list(start: 3, items: [[.paragraph([.text("three")])]]),
    .quote([.paragraph([.text("Warm restarts.")])]),
    .code(language: "python", text: "scheduler.step()  # <1>\n"),
    .disclosure(summary: [.text("More")], blocks: [.paragraph([.text("Hidden at first.")])]),
  ]

  static let tensor = Tensor(
    caption: Caption("As loaded", reading: "The largest of these is −11.44.", hue: .load),
    columns: ["1", "2", nil, "20"].map { $0.map { [.symbol("x", index: $0)] } },
    rows: [
      .init(
        title: "1",
        cells: [.init(0.48, text: "0.48"), .init(-11.44, text: "−11.44"), nil, .init(-4.36, text: "−4.36")]),
      .init(
        title: "2", cells: [.init(0.19, text: "0.19"), .init(0, text: "0"), nil, .init(2.16, text: "2.16")]),
    ], scale: 11.44)

  static let histogram = Histogram(
    caption: Caption("Feature x₄", reading: "Mean 0, deviation 1.", hue: .preprocess),
    lower: .init(-4.2, text: "−4.2"), upper: .init(4.4, text: "4.4"),
    counts: [1, 0, 4, 3, 8, 16, 26, 35, 52, 77, 97, 114, 109, 98, 82, 58, 37, 24, 16, 8, 5, 4, 3, 1])

  static let graph = Graph(
    caption: Caption("The model", reading: "1474 parameters in 2 layers.", hue: .train),
    nodes: [
      .init(title: "Linear", detail: "1344 parameters"), .init(title: "ReLU", detail: "no parameters"),
      .init(title: "Linear", detail: "130 parameters"),
    ], edges: ["32 × 20", "32 × 64", "32 × 64", "32 × 2"])

  static let metrics = Table(
    caption: "Metrics", columns: [.init([.text("metric")]), .init([.text("value")], isNumeric: true)],
    rows: [.init([[.code("accuracy")], [.text("91.0 %")]], isMarked: true)], hue: .evaluate)

  static let worked = Table(
    caption: "Epoch 2", columns: [.init([.text("Term")]), .init([.text("Value")], isNumeric: true)],
    rows: [
      .init([[.formula("t")], [.text("1")]]),
      .init([[.formula(#"\eta_t"#)], [.text("0.09")]], isMarked: true),
    ], hue: .schedule, role: .worked)

  static let terms = Table(
    columns: [[.text("epoch")], [.formula("t")], [.formula(#"\eta_t"#)]].map { .init($0, isNumeric: true) },
    rows: [["1", "0", "0.10"], ["2", "1", "0.09"]].map { .init($0.map { [.text($0)] }) }, hue: .schedule,
    role: .terms)

  static let curve = Scatter(
    caption: Caption("ROC", reading: "From corner to corner.", hue: .evaluate), axes: ["false", "true"],
    classes: ["thresholds"],
    points: [(0, 0), (0.1, 0.8), (1, 1)].map { .init(x: $0, y: $1, group: 0) }, isConnected: true)

  static let stages: [Stage] = [
    stage(.load, 1, "Data Loading", [.tensor(tensor), .histogram(histogram)]),
    stage(
      .preprocess, 2, "Preprocessing",
      [.tensor(tensor), .tensor(tensor), .histogram(histogram), .histogram(histogram)]),
    stage(.train, 3, "Model Training", [.graph(graph)]),
    stage(
      .schedule, 4, "Learning Rate Scheduling",
      [.chart(Chart(axis: "epoch", x: chart.x, panels: [chart.panels[1]]))]),
    stage(.evaluate, 5, "Model Evaluation", [.table(metrics), .bars(bars)]),
  ]

  private static func stage(_ hue: Hue, _ number: Int, _ title: String, _ blocks: [Block]) -> Stage {
    Stage(
      hue: hue, number: number, title: title, summary: "What it does, in one line", input: "1000 × 20",
      output: "800 × 20", blocks: [.paragraph([.text("What happens here.")])] + blocks)
  }

  static let chart: Chart = {
    let x = (1...20).map { Double($0) }
    let loss = x.map { 0.5 / $0 }
    let rate = x.map { 0.05 * (1 + cos(.pi * ($0 - 1) / 10)) }
    func text(_ value: Double) -> String { String(format: "%.4f", value) }
    return Chart(
      axis: "epoch", x: x,
      panels: [
        .init(
          caption: Caption("Loss", reading: "Falls from 0.5 to 0.025.", hue: .train),
          axis: "Loss (cross-entropy)",
          series: [
            .init(name: "training", values: loss, texts: loss.map(text)),
            .init(
              name: "validation", values: loss.map { $0 / 2 + 0.2 }, texts: loss.map { text($0 / 2 + 0.2) },
              isSecondary: true),
          ], ticks: [0, 0.25, 0.5].map { .init($0, text: text($0)) }),
        .init(
          caption: Caption("Learning rate", reading: "Lowest at epoch 11.", hue: .schedule),
          axis: "Learning rate",
          series: [.init(name: "learning rate", values: rate, texts: rate.map(text), isStepped: true)],
          ticks: [0, 0.05, 0.1].map { .init($0, text: text($0)) }),
      ], anchor: "epoch")
  }()

  static let log = Table(
    columns: [
      .init([.text("Epoch")], isNumeric: true), .init([.text("Loss ↓")], isNumeric: true),
      .init([.text("Observation")]),
    ],
    rows: [
      .init([[.text("1")], [.text("0.4489")], [.text("Starts at the full rate.")]], epoch: 1),
      .init([[.text("10")], [.text("0.0363")], [.text("Almost its minimum.")]], isMarked: true, epoch: 10),
    ])

  static let bars = Bars(
    caption: Caption("Terms", reading: "Their sum is 0.252.", hue: .train),
    bars: [
      .init(label: [.symbol("x", index: "1"), .text(" · w")], value: 1.241, text: "1.241", isMarked: true),
      .init(label: [.symbol("x", index: "8"), .text(" · w")], value: -0.989, text: "−0.989"),
    ], full: 1.241)

  static let steps: [Step] = [
    Step(
      number: 1, title: "Hidden layer with ReLU", detail: "Linear 20 → 4, ReLU", shape: "4",
      facts: ["1 of 4 units is zero"],
      strip: .init(
        caption: Caption("Activations", reading: "The largest is unit 3.", hue: .train),
        cells: [0, 0.487, 2.866, -0.2].map { .init($0, text: "\($0)") }, scale: 2.866,
        chosen: 2,
        unit: .init(
          title: "Unit 3",
          parts: [
            .init(terms: bars, equation: "Σ w·x + b = 3.121 + −0.255 = 2.866"),
            .init(equation: "h′ = o·tanh c′"),
          ]))),
    Step(
      number: 2, title: "Hidden layer", detail: "Linear 4 → 260", shape: "260",
      strip: .init(
        caption: Caption("Activations", reading: "The largest is unit 2.", hue: .train),
        cells: (0..<260).map { unit in
          unit == 1 ? .init(2, text: "2") : unit % 40 == 3 ? .init(-1, text: "−1") : .init(0, text: "0")
        }, scale: 2, chosen: 1,
        unit: .init(title: "Unit 2", parts: [.init(equation: "Σ w·h = 2")]))),
    Step(
      number: 3, title: "Prediction", detail: "", shape: "2",
      blocks: [
        .bars(
          Bars(
            caption: Caption("Probabilities", reading: "Class 1 is the answer.", hue: .evaluate),
            bars: [
              .init(label: [.text("class 0")], value: 0.2, text: "20 %"),
              .init(label: [.text("class 1")], value: 0.8, text: "80 %", isMarked: true),
            ], full: 1))
      ]),
  ]

  static let scatter = Scatter(
    caption: Caption("The plane", reading: "Two classes.", hue: .load), axes: ["x₁", "x₂"],
    classes: ["0", "1"],
    points: (0..<40).map { .init(x: Double($0 % 7), y: Double($0 * $0 % 11), group: $0 % 2) })

  static let pixels = Pixels(
    caption: Caption("Row 1", reading: "A stroke.", hue: .load), rows: 2, columns: 3,
    values: [0, 8, 16, 0, 4, 16],
    range: 0...16, isSigned: false)

  /// More than cells can show: drawn, with a table beside it.
  static let manyPixels = Pixels(
    caption: Caption("Row 2", reading: "A slope.", hue: .load), rows: 13, columns: 20,
    values: (0..<260).map { Double($0 % 20 / 4) }, range: 0...4, isSigned: false)

  static let practice: [Block] = [
    .cards([
      Card(
        front: [.text("What does "), .code("T_max"), .text(" count?")], back: [.paragraph([.text("Steps.")])]),
      Card(front: [.text("What happens?")], back: [], question: .init(view: "visual", number: 1)),
    ]),
    .goals(
      Goals(targets: [
        .init(
          text: "val_loss[epochs] < 0.2", reading: "val_loss[epochs] = 0.3", isMet: false,
          condition: "val_loss[last] < 0.2"),
        .init(text: "decreasing(loss)", reading: "loss", isMet: true, condition: nil),
      ])), .script(Script(file: "cosine", text: "# %%\nprint(1 < 2)\n")),
  ]

  static let questions: [Question] = [
    Question(
      number: 1, count: 4, prompt: [.text("What happens in the middle?")], body: [],
      answer: .options(
        [
          .init(
            text: [.text("It reaches its minimum")], isRight: true,
            feedback: [.paragraph([.text("Ten steps do it.")])],
            proof: .init(anchor: "visual-epoch-11", text: "See epoch 11")),
          .init(text: [.text("It stays constant")], isRight: false, feedback: []),
        ], isMultiple: false), explanation: [.paragraph([.text("The period is 20 epochs.")])]),
    Question(
      number: 2, count: 4, prompt: [.text("Which rate has epoch 6?")], body: [],
      answer: .number(value: 0.05, tolerance: 0.001, text: "0.05"), explanation: []),
    Question(
      number: 3, count: 4, prompt: [.text("Which function?")], body: [.paragraph([.text("One word.")])],
      answer: .text(["cosine", "cos"]), explanation: []),
    Question(
      number: 4, count: 4, prompt: [.text("In which order?")], body: [],
      answer: .ordering(items: [[.text("split")], [.text("load")]], order: [1, 0]), explanation: []),
  ]
}
