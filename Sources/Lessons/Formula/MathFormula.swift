/// A formula in LaTeX's notation, read into a tree that a page sets as MathML and a terminal as text.
///
/// It knows what machine-learning lessons use: fractions, roots, sums, sub- and superscripts, Greek,
/// functions, text, hats and bars, matrices and cases. With anything else `tree` is nil, and `fault` says where.
public struct MathFormula: Sendable, Equatable {
  /// As it is written.
  public let source: String
  /// What was read; nil where something is not known.
  public let tree: Node?
  /// Why there is no tree; nil where there is one.
  let fault: Fault?

  /// What cannot be read.
  struct Fault: Sendable, Equatable {
    /// The command that is not known; nil where the formula goes wrong otherwise.
    let command: String?
    /// Its place, in the source's bytes.
    let range: Range<Int>
  }

  /// The formula `source`, without its dollar signs.
  public init(_ source: String) {
    self.source = source
    var reader = FormulaReader(source)
    tree = reader.read()
    fault = tree == nil ? reader.fault : nil
  }

  /// A part of a formula.
  public indirect enum Node: Sendable, Equatable {
    /// A name of one letter, set in italics.
    case identifier(String)
    /// A name of several letters, set upright, such as `cos`.
    case function(String)
    case number(String)
    case `operator`(String)
    /// A bracket that grows with what it holds; empty for none.
    case fence(String)
    case text(String)
    /// Room of so many times the height of the type.
    case space(Double)
    case row([Node])
    case fraction(Node, Node)
    case root(Node, degree: Node?)
    case scripts(Node, below: Node?, above: Node?)
    /// A mark over a part, such as a hat.
    case accent(Node, String)
    /// Rows of cells between two brackets; either may be empty.
    case matrix([[Node]], left: String, right: String)
  }
}

/// What the commands stand for.
public enum FormulaSymbols {
  static let identifiers: [String: String] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε", "zeta": "ζ",
    "eta": "η", "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν",
    "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "ϕ", "varphi": "φ",
    "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ",
    "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "ell": "ℓ", "infty": "∞", "partial": "∂",
    "nabla": "∇", "emptyset": "∅", "hbar": "ℏ", "top": "⊤", "bot": "⊥", "dots": "…", "ldots": "…",
    "cdots": "⋯",
    "vdots": "⋮", "prime": "′", "circ": "∘", "star": "⋆",
  ]

  static let operators: [String: String] = [
    "cdot": "·", "times": "×", "div": "÷", "pm": "±", "mp": "∓", "ast": "∗", "odot": "⊙", "oplus": "⊕",
    "otimes": "⊗", "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "approx": "≈",
    "equiv": "≡", "sim": "∼", "propto": "∝", "ll": "≪", "gg": "≫", "in": "∈", "notin": "∉", "subset": "⊂",
    "subseteq": "⊆", "cup": "∪", "cap": "∩", "to": "→", "rightarrow": "→", "leftarrow": "←", "gets": "←",
    "Rightarrow": "⇒", "mapsto": "↦", "mid": "∣", "vert": "|", "Vert": "‖", "|": "‖", "forall": "∀",
    "exists": "∃", "land": "∧", "lor": "∨", "neg": "¬", "langle": "⟨", "rangle": "⟩", "lfloor": "⌊",
    "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉", "{": "{", "}": "}", "%": "%", "#": "#", "&": "&", "_": "_",
    "$": "$", "lVert": "‖", "rVert": "‖", "colon": ":",
  ]

  /// Operators whose limits stand above and below them on a line of their own.
  public static let large: [String: String] = [
    "sum": "∑", "prod": "∏", "int": "∫", "bigcup": "⋃", "bigcap": "⋂",
  ]

  /// Functions that are written by their names.
  public static let functions: Set<String> = [
    "cos", "sin", "tan", "tanh", "cosh", "sinh", "exp", "log", "ln", "min", "max", "arg", "argmin", "argmax",
    "lim", "sup", "inf", "det", "dim", "Pr", "gcd", "mod", "sgn",
  ]

  /// Functions whose limits stand below them.
  public static let limits: Set<String> = ["min", "max", "argmin", "argmax", "lim", "sup", "inf"]

  static let accents: [String: String] = [
    "hat": "^", "widehat": "^", "bar": "¯", "overline": "¯", "tilde": "~", "widetilde": "~", "vec": "→",
    "dot": "˙", "ddot": "¨",
  ]

  /// How wide each is, in times the height of the type.
  static let spaces: [String: Double] = [
    "!": -0.17, ",": 0.17, "thinspace": 0.17, ":": 0.22, ";": 0.28, " ": 0.33, "enspace": 0.5, "quad": 1,
    "qquad": 2,
  ]

  static let texts: Set<String> = ["text", "mathrm", "operatorname", "textrm", "mathit", "textit"]

  static let matrices: [String: (left: String, right: String)] = [
    "matrix": ("", ""), "pmatrix": ("(", ")"), "bmatrix": ("[", "]"), "vmatrix": ("|", "|"),
    "Vmatrix": ("‖", "‖"), "cases": ("{", ""), "aligned": ("", ""),
  ]

  /// The commands of several letters.
  static let commands: [String] =
    (Array(identifiers.keys) + operators.keys + large.keys + functions + accents.keys + spaces.keys + texts
    + ["frac", "tfrac", "dfrac", "sqrt", "left", "begin", "mathbb", "mathcal", "mathbf", "boldsymbol", "bm"])
    .filter { $0.count > 1 }.sorted()
}
