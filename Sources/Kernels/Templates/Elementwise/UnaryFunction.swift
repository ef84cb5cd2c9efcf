/// A function of one element that every kernel set computes, with its derivative.
///
/// A `parameter` goes with each call; only the functions that say so read it. Derivatives at kinks follow PyTorch.
public enum UnaryFunction: UInt8, CaseIterable, Sendable {
  /// x ↦ −x
  case negate
  /// x ↦ |x|, derivative 0 at 0
  case absolute
  /// x ↦ x²
  case square
  /// x ↦ √x
  case squareRoot
  /// x ↦ 1/x
  case reciprocal
  /// x ↦ eˣ
  case exp
  /// x ↦ ln x
  case log
  /// x ↦ tanh x
  case tanh
  /// x ↦ 1/(1 + e⁻ˣ)
  case sigmoid
  /// x ↦ erf x = 2/√π ∫₀ˣ e^(−t²) dt
  case erf
  /// x ↦ max(x, 0), derivative 0 at 0; NaN stays NaN
  case relu
  /// x ↦ x where x > 0, parameter · x elsewhere (derivative `parameter` at 0)
  case leakyReLU
  /// x ↦ x (1 + erf(x/√2))/2, the exact GELU
  case gelu
  /// x ↦ x / (1 + e⁻ˣ)
  case silu
  /// x ↦ ln(1 + eˣ), computed as max(x, 0) + ln(1 + e^(−|x|))
  case softplus
}

/// A function of two elements that every kernel set computes.
public enum BinaryFunction: UInt8, CaseIterable, Sendable {
  /// (a, b) ↦ a + b
  case add
  /// (a, b) ↦ a − b
  case subtract
  /// (a, b) ↦ a b
  case multiply
  /// (a, b) ↦ a / b
  case divide
  /// (a, b) ↦ b where a < b, else a
  case maximum
  /// (a, b) ↦ b where b < a, else a
  case minimum
}

/// A reduction of one or two vectors to one number that every kernel set computes.
public enum Reduction: UInt8, CaseIterable, Sendable {
  /// Σ aᵢ
  case sum
  /// Σ |aᵢ|
  case sumOfMagnitudes
  /// Σ aᵢ²
  case sumOfSquares
  /// Σ aᵢ bᵢ
  case dot
  /// max aᵢ, −∞ of nothing, NaN if any element is NaN
  case maximum
}
