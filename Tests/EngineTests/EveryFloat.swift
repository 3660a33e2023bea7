import Foundation
import Testing

@testable import Engine

/// A function of one Float beside the C library's in Double, to compare on each of the 2³² floats.
struct EveryFloat: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let value: @Sendable (Float) -> Float
  let reference: @Sendable (Double) -> Double

  static let all = [
    EveryFloat(testDescription: "exp", value: { Float.exp($0) }, reference: { Foundation.exp($0) }),
    EveryFloat(testDescription: "log", value: { Float.log($0) }, reference: { Foundation.log($0) }),
    EveryFloat(testDescription: "tanh", value: { Float.tanh($0) }, reference: { Foundation.tanh($0) }),
  ]

  /// The first float whose value is neither the nearest to the truth nor a neighbour of that.
  ///
  /// All of them take a minute or two in a release build; a debug build takes one in 4,093.
  var firstMistake: Float? {
    #if DEBUG
      let step = 4_093
    #else
      let step = 1
    #endif
    for bits in stride(from: 0, through: Int(UInt32.max), by: step) {
      let x = Float(bitPattern: UInt32(truncatingIfNeeded: bits))
      let (y, nearest) = (value(x), Float(reference(Double(x))))
      let isRight = y == nearest || y.nextUp == nearest || y.nextDown == nearest || (y.isNaN && nearest.isNaN)
      if !isRight { return x }
    }
    return nil
  }
}
