/// A function of one element that every kernel set computes, with its derivative.
///
/// A `parameter` goes with each call; only the functions that say so read it. Derivatives at kinks follow PyTorch.
///
/// Errors are bounded in units in the last place (ulp) of the exact result, for Float and Double and for every kernel
/// set; where no bound is given, the result is correctly rounded. Narrower types round Float's result once.
/// Docs/Accuracy.md tells how the bounds were found, and what comes of infinities, zeros and NaN.
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
  /// x ↦ eˣ, within 1 ulp in Float and 1.1 in Double
  case exp
  /// x ↦ ln x, within 0.9 ulp
  case log
  /// x ↦ tanh x, within 2.6 ulp
  case tanh
  /// x ↦ 1/(1 + e⁻ˣ), within 2.5 ulp in Float and 2.4 in Double
  case sigmoid
  /// x ↦ erf x = 2/√π ∫₀ˣ e^(−t²) dt, within 1.6 ulp in Float and 1.4 in Double
  case erf
  /// x ↦ max(x, 0), derivative 0 at 0; NaN stays NaN
  case relu
  /// x ↦ x where x > 0, parameter · x elsewhere (derivative `parameter` at 0)
  case leakyReLU
  /// x ↦ x (1 + erf(x/√2))/2, the exact GELU, within 1.3 ulp of max(1, |x|) in Float and 1.8 in Double
  case gelu
  /// x ↦ x / (1 + e⁻ˣ), within 3.3 ulp, of |x| times the least normal number where the result is less
  case silu
  /// x ↦ ln(1 + eˣ), computed as max(x, 0) + ln(1 + e^(−|x|)), within 2 ulp
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
