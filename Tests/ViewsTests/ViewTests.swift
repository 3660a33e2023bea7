import Testing
import Views

@Suite struct `Views of a lesson` {
  @Test func `x`() { #expect(Samples.cosine.trace.epochs.count == 20) }
}
