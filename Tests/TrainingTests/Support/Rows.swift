import GlissadeTraining

/// Images as sequences of rows.
struct Rows: Layer {
  func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { x.reshaped(to: -1, 8, 8) }
}
