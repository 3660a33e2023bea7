/// An arithmetic expression of `epoch`, compiled to a stack program: plain data that runs in the browser too.
public struct Formula: Sendable, Equatable {
  /// One step: pushes a value, or replaces the topmost values by a result.
  public enum Instruction: Sendable, Equatable {
    case constant(Double)
    /// Pushes the number of the epoch, from 0.
    case epoch
    case add, subtract, multiply, divide, power, remainder, negate
    case minimum, maximum
    case abs, sqrt, exp, log, cos, sin, floor
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
    case and, or, not
    /// Of condition, then, otherwise: one of the last two.
    case select
  }

  /// The program, in order.
  public let program: [Instruction]
  /// The expression as the lesson has it.
  public let text: String
  /// The most values that lie on the stack at once.
  private let height: Int

  /// The formula of `program`, nil unless it leaves exactly one value and never takes from an empty stack.
  public init?(_ program: [Instruction], text: String) {
    var depth = 0
    var height = 0
    for instruction in program {
      guard depth >= instruction.operands else { return nil }
      depth += 1 - instruction.operands
      height = max(height, depth)
    }
    guard depth == 1 else { return nil }
    self.program = program
    self.height = height
    self.text = text
  }

  /// Two formulas are equal when their programs are.
  public static func == (a: Formula, b: Formula) -> Bool { a.program == b.program }

  /// The value at `epoch`, counted from 0 as PyTorch's `lr_lambda` does. Takes nothing from the heap.
  public func callAsFunction(_ epoch: Int) -> Double {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: height) { stack in
      var depth = 0
      for instruction in program {
        depth -= instruction.operands
        stack[depth] = instruction.result(of: stack[depth..<depth + instruction.operands], epoch: epoch)
        depth += 1
      }
      return stack[0]
    }
  }
}

extension Formula.Instruction {
  /// How many values it takes from the stack.
  public var operands: Int {
    switch self {
    case .constant, .epoch: 0
    case .negate, .abs, .sqrt, .exp, .log, .cos, .sin, .floor, .not: 1
    case .select: 3
    default: 2
    }
  }

  fileprivate func result(of x: Slice<UnsafeMutableBufferPointer<Double>>, epoch: Int) -> Double {
    let a = x.first ?? 0
    let b = x.last ?? 0
    switch self {
    case .constant(let value): return value
    case .epoch: return Double(epoch)
    case .add: return a + b
    case .subtract: return a - b
    case .multiply: return a * b
    case .divide: return a / b
    case .power: return Double.pow(a, b)
    case .remainder: return a - b * (a / b).rounded(.down)
    case .negate: return -a
    case .minimum: return b < a ? b : a
    case .maximum: return b > a ? b : a
    case .abs: return a.magnitude
    case .sqrt: return a.squareRoot()
    case .exp: return Double.exp(a)
    case .log: return Double.log(a)
    case .cos: return Double.cos(a)
    case .sin: return Double.sin(a)
    case .floor: return a.rounded(.down)
    case .equal: return a == b ? 1 : 0
    case .notEqual: return a != b ? 1 : 0
    case .less: return a < b ? 1 : 0
    case .lessOrEqual: return a <= b ? 1 : 0
    case .greater: return a > b ? 1 : 0
    case .greaterOrEqual: return a >= b ? 1 : 0
    case .and: return a != 0 && b != 0 ? 1 : 0
    case .or: return a != 0 || b != 0 ? 1 : 0
    case .not: return a == 0 ? 1 : 0
    case .select: return a != 0 ? x[x.startIndex + 1] : b
    }
  }
}
