/// LaTeX's names and the characters that they stand for.
enum FormulaSymbols {
  static let symbols: [String: String] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ",
    "eta": "η", "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ",
    "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "φ", "varphi": "φ", "chi": "χ",
    "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π",
    "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "sum": "Σ", "prod": "Π", "int": "∫", "partial": "∂",
    "nabla": "∇", "infty": "∞", "ldots": "…", "dots": "…", "cdots": "…", "ell": "ℓ", "lVert": "‖",
    "rVert": "‖",
    "Vert": "‖", "lvert": "|", "rvert": "|", "vert": "|", "mid": " | ", "lfloor": "⌊", "rfloor": "⌋",
    "lceil": "⌈",
    "rceil": "⌉", "langle": "⟨", "rangle": "⟩", "top": "ᵀ", "prime": "′", "degree": "°", "circ": "°",
    "forall": "∀",
    "exists": "∃", "emptyset": "∅", "hbar": "ħ", "mathbb": "", "colon": ":",
  ]

  static let relations: [String: String] = [
    "cdot": "·", "times": "×", "div": "÷", "pm": "±", "mp": "∓", "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥",
    "ne": "≠", "neq": "≠", "approx": "≈", "sim": "∼", "simeq": "≃", "equiv": "≡", "propto": "∝", "to": "→",
    "rightarrow": "→", "leftarrow": "←", "gets": "←", "Rightarrow": "⇒", "Leftrightarrow": "⇔", "mapsto": "↦",
    "in": "∈", "notin": "∉", "subset": "⊂", "cup": "∪", "cap": "∩", "odot": "⊙", "otimes": "⊗", "oplus": "⊕",
    "ll": "≪", "gg": "≫", "land": "∧", "lor": "∨", "bmod": "mod", "ast": "∗", "star": "⋆",
  ]

  /// Marks that combine with the character before them.
  static let accents: [String: String] = [
    "hat": "\u{302}", "widehat": "\u{302}", "bar": "\u{304}", "overline": "\u{304}", "tilde": "\u{303}",
    "widetilde": "\u{303}", "vec": "\u{20d7}", "dot": "\u{307}", "ddot": "\u{308}",
  ]

  static let functions: Set<String> = [
    "sin", "cos", "tan", "exp", "log", "ln", "max", "min", "arg", "argmax", "argmin", "lim", "sup", "inf",
    "det",
    "dim", "ker", "Pr", "tanh", "sinh", "cosh", "softmax", "deg", "gcd", "mod",
  ]

  /// A backslash and one character that is no letter.
  static let escapes: [Character: String] = [
    "\\": "\n", ",": " ", ";": " ", ":": " ", "!": "", " ": " ", "|": "‖", "\n": " ",
  ]

  static let fractions = [
    "1/2": "½", "1/3": "⅓", "2/3": "⅔", "1/4": "¼", "3/4": "¾", "1/5": "⅕", "1/6": "⅙", "1/8": "⅛",
  ]

  static let superscripts = zipped(
    "0123456789+−=()abcdefghijklmnoprstuvwxyzTαβ∗′", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀᵅᵝ∗′")

  static let subscripts = zipped(
    "0123456789+−=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ")

  private static func zipped(_ plain: String, _ script: String) -> [Character: Character] {
    Dictionary(zip(plain, script)) { first, _ in first }
  }
}
