import Views

/// A page with every kind of block, as a lesson's views make them.
enum TerminalSamples {
  static let page = Page(
    cover: Cover(
      language: "en", title: "CosineAnnealingLR in PyTorch", badges: ["PyTorch", "ml"], minutes: 12,
      summary:
        "How the cosine schedule lowers and raises the learning rate, and what that does to a model while it trains.",
      seed: 42, claims: [.init(text: "lr[11] == 0", line: 41), .init(text: "accuracy[20] > 0.85", line: 52)],
      slug: "cosine-annealing-lr"), documents: [document])

  static let document = Document(
    name: "visual", title: "Visual",
    blocks: prose + [.stages(stages)] + training + prediction + quiz + practice + rest)

  static let prose: [Block] = [
    .heading(level: 2, text: [.text("Data flow")], anchor: "flow"),
    .paragraph([
      .text("Five stages, "), .strong([.text("one real run")]), .text(". The rate of epoch 11 is "),
      .value(text: "0", expression: "lr[11]"), .text(" "), .claim(expression: "lr[11] == 0"), .text(", "),
      .emphasis([.text("not")]), .text(" that of "), .strikethrough([.text("epoch 10")]), .text("; see "),
      .link(destination: "https://arxiv.org/abs/1608.03983", text: [.text("the paper")]), .text(" and "),
      .code("CosineAnnealingLR"), .text(" for "), .symbol("x", index: "4"), .text(" and "),
      .formula(#"\eta_t"#), .text(". 学習率は余弦に従って下がり、また上がります。"),
    ]),
    .formula(
      #"\eta_t = \eta_{min} + \frac{1}{2}(\eta_{max} - \eta_{min})\left(1 + \cos\left(\frac{T_{cur}}{T_{max}}\pi\right)\right)"#
    ),
    .list(
      start: nil,
      items: [
        [
          .paragraph([.text("A first item")]),
          .list(start: 9, items: [[.paragraph([.text("nine")])], [.paragraph([.text("ten")])]]),
        ],
        [
          .paragraph([
            .text(
              "A second that is long enough to be wrapped where the terminal is as narrow as eighty columns.")
          ])
        ],
      ]),
    .quote([.paragraph([.text("Warm restarts, without the restarts.")])]),
    .code(language: "python", text: "for epoch in range(20):\n\ttrain()\n    scheduler.step()\n"),
  ]

  static let stages: [Stage] = [
    Stage(
      hue: .load, number: 1, title: "Data Loading", summary: "1000 rows, 20 features, 2 classes",
      input: "1000 × 20", output: "1000 × 20",
      blocks: [.tensor(tensor), .scatter(scatter)]),
    Stage(
      hue: .preprocess, number: 2, title: "Preprocessing", summary: "split, then zero mean and unit variance",
      input: "1000 × 20", output: "800 × 20 · 200 × 20", blocks: [.histogram(histogram)]),
    Stage(
      hue: .train, number: 3, title: "Model Training", summary: "20 → 64 → 2, ReLU; SGD with momentum",
      input: "32 × 20", output: "32 × 2", blocks: [.graph(graph)]),
    Stage(
      hue: .schedule, number: 4, title: "Learning Rate Scheduling", summary: "CosineAnnealingLR, T_max = 10",
      input: "0.1", output: "0.1 → 0 → 0.1",
      blocks: [.paragraph([.text("The rate falls to its floor and climbs again.")])]),
    Stage(
      hue: .evaluate, number: 5, title: "Model Evaluation", summary: "182 of 200 validation rows right",
      input: "200 × 20", output: "91.0 %", blocks: [.image(pixels)]),
  ]

  static let tensor = Tensor(
    caption: Caption("As loaded", reading: "The largest of these, −11.44, is in row 1.", hue: .load),
    columns: (1...12).map { $0 == 9 ? nil : [.symbol("x", index: "\($0)")] },
    rows: (1...4).map { row in
      Tensor.Row(
        title: "\(row)",
        cells: (1...12).map { column in
          let value = Double((row * 37 + column * 53) % 101 - 50) / 8
          return column == 9 ? nil : .init(value, text: text(value))
        })
    }, scale: 6.25)

  static let histogram = Histogram(
    caption: Caption("Feature x₄", reading: "Mean 0, deviation 1.", hue: .preprocess),
    lower: .init(-4.2, text: "−4.2"), upper: .init(4.4, text: "4.4"),
    counts: [1, 1, 4, 3, 8, 16, 26, 35, 52, 77, 97, 114, 109, 98, 82, 58, 37, 24, 16, 8, 5, 4, 3, 1])

  static let scatter = Scatter(
    caption: Caption("The plane", reading: "Two moons.", hue: .load), axes: ["x₁", "x₂"],
    classes: ["0", "1"],
    points: (0..<120).map { index in
      let share = Double(index % 60) / 59
      let y = 1 - 4 * (share - 0.5) * (share - 0.5)
      return index < 60 ? .init(x: 2 * share - 1, y: y, group: 0) : .init(x: 2 * share, y: 0.5 - y, group: 1)
    })

  static let graph = Graph(
    caption: Caption("The model", reading: "1474 parameters in 2 layers.", hue: .train),
    nodes: [
      .init(title: "Linear", detail: "1344 parameters"), .init(title: "ReLU", detail: "max(0, x)"),
      .init(title: "Linear", detail: "130 parameters"),
    ], edges: ["32 × 20", "32 × 64", "32 × 64", "32 × 2"])

  static let pixels = Pixels(
    caption: Caption("A digit", reading: "The truth is 0.", hue: .evaluate), rows: 6, columns: 8,
    values: (0..<48).map { Double(($0 * 7) % 17) }, range: 0...16, isSigned: false)

  static let training: [Block] = [
    .heading(level: 2, text: [.text("Training trace")], anchor: "training"), .chart(chart), .table(epochs),
  ]

  /// A chart with a rule at an epoch.
  static var pointedChart: Chart {
    var pointed = Chart(axis: "epoch", x: chart.x, panels: [chart.panels[0]])
    pointed.chosen = 9
    return pointed
  }

  static let chart = Chart(
    axis: "epoch", x: (1...20).map { Double($0) },
    panels: [
      .init(
        caption: Caption(
          "Loss", reading: "Falls from 0.45 to 0.05; validation rises from epoch 12.", hue: .train),
        axis: "cross-entropy",
        series: [
          series("training") { 0.45 / $0 + 0.02 },
          series("validation", secondary: true) { 0.24 + 0.0006 * ($0 - 9) * ($0 - 9) },
        ], ticks: [.init(0, text: "0.00"), .init(0.25, text: "0.25"), .init(0.5, text: "0.50")]),
      .init(
        caption: Caption("Learning rate", reading: "Falls to 0 at epoch 11 and rises again.", hue: .schedule),
        axis: "per step", series: [series("lr") { ($0 - 11) * ($0 - 11) / 1000 }],
        ticks: [.init(0, text: "0.00"), .init(0.05, text: "0.05"), .init(0.1, text: "0.10")]),
    ])

  static let epochs = Table(
    caption: "Epoch by epoch",
    columns: [
      .init([.text("Epoch")], isNumeric: true), .init([.text("Loss ↓")], isNumeric: true),
      .init([.text("Accuracy ↑")], isNumeric: true), .init([.text("Learning rate")], isNumeric: true),
      .init([.text("Observation")]),
    ],
    rows: [
      .init(
        [
          [.text("1")], [.text("0.4489")], [.text("77.2 %")], [.text("0.10000")],
          [.text("Starts at the full rate, 0.1; one pass takes accuracy from chance to 77 %.")],
        ], epoch: 1),
      .init(
        [
          [.text("10")], [.text("0.0363")], [.text("99.2 %")], [.text("0.00245")],
          [.text("Almost its minimum: the weights barely move.")],
        ], isMarked: true, epoch: 10),
    ], hue: .train)

  static let prediction: [Block] = [
    .heading(level: 2, text: [.text("Prediction trace")], anchor: "prediction"),
    .steps([
      Step(
        number: 1, title: "Input layer", detail: "validation row 1", shape: "[1, 20]",
        strip: strip(20, chosen: nil)),
      Step(
        number: 2, title: "Hidden layer with ReLU", detail: "Linear 20 → 64, ReLU", shape: "[1, 64]",
        facts: ["27 of 64 units are zero"], strip: strip(64, chosen: 45),
        blocks: [.paragraph([.text("Each unit sees all features.")])]),
      Step(
        number: 3, title: "Hidden layer with ReLU", detail: "Linear 64 → 300, ReLU", shape: "[1, 300]",
        strip: strip(300, chosen: 290)),
      Step(
        number: 4, title: "Output layer with softmax", detail: "Linear 64 → 2", shape: "[1, 2]",
        blocks: [.bars(probabilities)]),
    ]),
  ]

  static func strip(_ count: Int, chosen: Int?) -> Step.Strip {
    let values = (0..<count).map { Double(($0 * 29) % 41 - 12) / 8 }
    let terms = Bars(
      caption: Caption("Terms", reading: "", hue: .evaluate),
      bars: [
        .init(label: [.symbol("x", index: "1"), .text(" · w")], value: 1.241, text: "1.241"),
        .init(label: [.symbol("x", index: "11"), .text(" · w")], value: -0.989, text: "−0.989"),
        .init(label: [.text("14 more")], value: 0.34, text: "0.340"),
      ], full: 1.241)
    return Step.Strip(
      caption: Caption("Activations", reading: "", hue: .evaluate),
      cells: values.map { .init($0, text: text($0)) }, scale: 3.5,
      chosen: chosen,
      unit: chosen.map {
        .init(
          title: "Unit \($0 + 1)",
          parts: [
            .init(terms: terms, equation: "Σ w·x + b = 5.028 + −0.255 = 4.773 → ReLU → 4.773"),
            .init(equation: "h′ = o·tanh c′"),
          ])
      })
  }

  static let probabilities = Bars(
    caption: Caption("Class probabilities", reading: "Class 1 with 97.31 %.", hue: .evaluate),
    bars: [
      .init(label: [.text("class 0")], value: 0.0269, text: "2.69 %"),
      .init(label: [.text("class 1")], value: 0.9731, text: "97.31 %", isMarked: true),
    ], full: 1)

  static let quiz: [Block] = [
    .heading(level: 2, text: [.text("Quiz")], anchor: "quiz"),
    .question(
      Question(
        number: 1, count: 2, prompt: [.text("What happens in the middle of the cosine cycle?")], body: [],
        answer: .options(
          [
            .init(text: [.text("It reaches its minimum")], isRight: true, feedback: []),
            .init(text: [.text("It stays constant")], isRight: false, feedback: []),
          ], isMultiple: false), explanation: [])),
    .question(
      Question(
        number: 2, count: 2, prompt: [.text("What learning rate does epoch 6 train with?")], body: [],
        answer: .number(value: 0.05, tolerance: 0.001, text: "0.05"), explanation: [])),
  ]

  static let practice: [Block] = [
    .cards([
      Card(
        front: [.text("What does "), .code("T_max"), .text(" count?")],
        back: [
          .paragraph([
            .text("Scheduler steps from the highest rate to the lowest, which is half a cycle of the cosine.")
          ])
        ]),
      Card(
        front: [.text("What happens in the middle?")],
        body: [
          .list(start: nil, items: [[.paragraph([.text("It falls")])], [.paragraph([.text("It rises")])]])
        ],
        back: [.paragraph([.strong([.text("It falls")])])], question: .init(view: "visual", number: 1)),
    ]),
    .goals(
      Goals(targets: [
        .init(
          text: "val_accuracy[epochs] >= 0.92", reading: "val_accuracy[epochs] = 0.91", isMet: false,
          condition: "val_accuracy[last] >= 0.92"),
        .init(text: "parameters <= 3000", reading: "parameters = 1474", isMet: true, condition: nil),
      ])), .script(Script(file: "cosine", text: "# %%\nprint(1 < 2)\n")),
  ]

  static let rest: [Block] = [
    .table(HTMLSamples.terms), .scatter(HTMLSamples.curve),
    .chart(Chart(axis: "epoch", x: HTMLSamples.chart.x, panels: [HTMLSamples.chart.panels[1]])),
    .chart(pointedChart),
    .controls(ControlsSample.controls),
    .note(
      Note(
        .insight, title: "Key insight",
        blocks: [.paragraph([.text("The rate goes smoothly down and up again.")])])),
    .disclosure(
      summary: [.text("All claims")], blocks: [.paragraph([.code("lr[11] == 0"), .text(", line 41")])]),
  ]

  private static func series(_ name: String, secondary: Bool = false, _ value: (Double) -> Double)
    -> Chart.Series
  {
    let values = (1...20).map { value(Double($0)) }
    return .init(name: name, values: values, texts: values.map { text($0) }, isSecondary: secondary)
  }

  /// `value` to a hundredth, with a real minus sign.
  private static func text(_ value: Double) -> String {
    let hundredths = Int((abs(value) * 100).rounded())
    return (value < 0 ? "−" : "") + "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "")
      + "\(hundredths % 100)"
  }
}
