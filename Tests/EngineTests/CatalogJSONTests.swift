import Engine
import EngineTestSupport
import Testing

@Suite struct CatalogJSONTests {
  @Test func `what is left out takes its default`() throws {
    let cosine = try component(.scheduler, "CosineAnnealingLR", ["T_max": 10])
    #expect(cosine.arguments == [.integer(10), .real(0)])
  }

  @Test func `unknown names, missing and unsuitable values are told apart`() {
    #expect(throws: CatalogMismatch.noComponent("Cosine")) { try component(.scheduler, "Cosine") }
    #expect(throws: CatalogMismatch.noParameter(component: "SGD", parameter: "rate")) {
      try component(.optimizer, "SGD", ["rate": 1])
    }
    #expect(throws: CatalogMismatch.missing(component: "SGD", parameter: "lr")) {
      try component(.optimizer, "SGD")
    }
    #expect(throws: CatalogMismatch.outside(component: "CosineAnnealingLR", parameter: "T_max")) {
      try component(.scheduler, "CosineAnnealingLR", ["T_max": 0])
    }
  }

  @Test(arguments: [
    ("0.95**e", 2, 0.9025), ("1/(1+e)", 3, 0.25), ("min(1,(e+1)/8)", 1, 0.25), ("min(1,(e+1)/8)", 20, 1),
    ("0.5 if e%7==0 else 1", 14, 0.5), ("0.5 if e%7==0 else 1", 15, 1), ("2 - -e // 2 ** 1", 3, 4),
    ("lambda e: 1e-1 if e<2 and not e==0 else max(2,e,3)", 1, 0.1),
  ])
  func `the goldens' lambdas are read as Python reads them`(text: String, epoch: Int, value: Double) throws {
    #expect(abs(try PythonFormula.parse(text)(epoch) - value) < 1e-15)
  }
}
