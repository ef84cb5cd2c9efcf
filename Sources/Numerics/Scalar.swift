/// A number that tensors hold: Float, Double, Float16, BFloat16, Dual, or one of your own.
///
/// A new scalar type conforms by its name, its accumulator, its value as a Double and four elementary functions;
/// everything else has a default. The bulk operations, static functions over raw buffers, are where all element loops of the framework run:
/// their defaults are plain loops in the scalar's own arithmetic, which also serve the tests as the oracle, and a
/// conformance replaces those for which it has something faster.
///
/// Sums over the elements of a row, and whole cells, are left to accumulators: operations call the functions for softmax's
/// pullback, standardization and recurrent cells in the accumulator's type.
///
/// The buffer that a bulk operation writes may be one that it walks element by element (in-place use); buffers must not
/// overlap otherwise.
public protocol Scalar: BinaryFloatingPoint, Sendable, BitwiseCopyable where RawSignificand: Sendable {
  /// The type in which sums of many terms, and optimizer state, are kept: the type itself, or Float for narrower ones.
  associatedtype Accumulator: Scalar where Accumulator.Accumulator == Accumulator

  /// The name that the command line and reports use, such as `float16`.
  static var name: String { get }
  /// The value as a Double, correctly rounded.
  var double: Double { get }
  /// The value in the accumulator's type; exact.
  var accumulator: Accumulator { get }
  /// The accumulator's value rounded to this type.
  init(accumulator: Accumulator)
  /// The bits that stand for the value in a hash of parameters; different values have different bits.
  var hashBits: UInt64 { get }

  /// eˣ
  static func exp(_ x: Self) -> Self
  /// ln x; −∞ at 0, NaN below.
  static func log(_ x: Self) -> Self
  /// tanh x
  static func tanh(_ x: Self) -> Self
  /// 1/(1 + e⁻ˣ)
  static func sigmoid(_ x: Self) -> Self
  /// erf x = 2/√π ∫₀ˣ e^(−t²) dt
  static func erf(_ x: Self) -> Self

  /// yᵢ ← f(xᵢ) for `count` elements.
  static func apply(
    _ function: UnaryFunction, parameter: Double, to x: UnsafePointer<Self>, into y: UnsafeMutablePointer<Self>,
    count: Int)
  /// dxᵢ ← gᵢ f′(xᵢ), or dxᵢ ← dxᵢ + gᵢ f′(xᵢ) where `accumulating`; yᵢ is f(xᵢ).
  static func pullBack(
    _ function: UnaryFunction, parameter: Double, cotangent g: UnsafePointer<Self>, input x: UnsafePointer<Self>,
    output y: UnsafePointer<Self>, into dx: UnsafeMutablePointer<Self>, accumulating: Bool, count: Int)
  /// yᵢ ← f(aᵢ, bᵢ); a stride of 0 uses the first element of that operand throughout, a stride of 1 walks it.
  static func apply(
    _ function: BinaryFunction, _ a: UnsafePointer<Self>, stride strideA: Int, _ b: UnsafePointer<Self>,
    stride strideB: Int, into y: UnsafeMutablePointer<Self>, count: Int)
  /// yᵢ ← α xᵢ + β yᵢ; with β = 0, y is written without being read.
  static func combine(
    _ alpha: Accumulator, _ x: UnsafePointer<Self>, _ beta: Accumulator, into y: UnsafeMutablePointer<Self>, count: Int)
  /// The reduction of `count` elements of a (and, for `.dot`, b), in a fixed order that no thread count changes.
  static func reduce(_ reduction: Reduction, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>, count: Int)
    -> Accumulator
  /// C ← α op(A) op(B) + β C with an epilogue, for each product of the batch.
  static func multiply(
    _ product: MatrixProduct, _ alpha: Accumulator, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>,
    _ beta: Accumulator, into c: UnsafeMutablePointer<Self>, _ epilogue: ProductEpilogue<Self>)
  /// Writes a matrix with `stride` elements from row to row as the product with patches takes it, in at most
  /// `PatchProduct.packedCount` elements.
  static func packForPatches(
    _ b: UnsafePointer<Self>, stride: Int, rows: Int, depth: Int, into packed: UnsafeMutablePointer<Self>)
  /// C ← P Bᵀ, plus a bias for each row of B if there is one, or plus C; P are patches of an image, B is packed.
  ///
  /// Called on accumulators only.
  static func multiply(
    _ product: PatchProduct, _ image: UnsafePointer<Self>, _ packed: UnsafePointer<Self>, bias: UnsafePointer<Self>?,
    into c: UnsafeMutablePointer<Self>)
  /// For each row: yⱼ ← e^(xⱼ) / Σ e^(xₖ), or with `logarithm` yⱼ ← xⱼ − ln Σ e^(xₖ); shifted by the row's maximum.
  static func softmax(
    _ x: UnsafePointer<Self>, into y: UnsafeMutablePointer<Self>, rows: Int, columns: Int, logarithm: Bool)
  /// The largest input of each window in a row, and how far it is from the window's first, as a number; the first of equal
  /// ones, and NaN if there is any.
  ///
  /// Called on accumulators only.
  static func largest(
    _ row: WindowRow, _ x: UnsafePointer<Self>, into y: UnsafeMutablePointer<Self>, places: UnsafeMutablePointer<Self>)
  /// A step of Adam on `count` weights, along their gradient, with their means and mean squares.
  static func update(
    _ step: AdamStep, _ w: UnsafeMutablePointer<Self>, _ g: UnsafePointer<Self>,
    _ mean: UnsafeMutablePointer<Accumulator>, _ meanSquare: UnsafeMutablePointer<Accumulator>, count: Int)
  /// For each row: dxⱼ ← yⱼ (gⱼ − Σ gₖ yₖ) for softmax's result y, or with `logarithm` dxⱼ ← gⱼ − e^(yⱼ) Σ gₖ; added to dx
  /// where `accumulating`. dx and g may be the same buffer.
  static func pullBackSoftmax(
    cotangent g: UnsafePointer<Self>, output y: UnsafePointer<Self>, into dx: UnsafeMutablePointer<Self>,
    accumulating: Bool, rows: Int, columns: Int, logarithm: Bool)
  /// For each row: yⱼ ← (xⱼ − mean)/√(variance + ε) · gainⱼ + offsetⱼ, where gain and offset are given.
  static func normalize(
    _ x: UnsafePointer<Self>, _ rows: RowNormalization, gain: UnsafePointer<Self>?, offset: UnsafePointer<Self>?,
    into y: UnsafeMutablePointer<Self>)
  /// The cotangent of x, written to dx or added to it where `accumulating`, and over all rows the sums of the cotangents of
  /// gain and offset, in a fixed order, written; what has no place is not computed.
  static func pullBackNormalization(
    cotangent g: UnsafePointer<Self>, input x: UnsafePointer<Self>, _ rows: RowNormalization,
    gain: UnsafePointer<Self>?, into dx: UnsafeMutablePointer<Self>?, accumulating: Bool,
    gainSums: UnsafeMutablePointer<Self>?, offsetSums: UnsafeMutablePointer<Self>?)
  /// A step of a recurrent cell on some rows.
  static func apply(_ cell: CellFunction, _ step: CellStep<Self>)
  /// The pullback of a step of a recurrent cell on some rows.
  static func pullBack(_ cell: CellFunction, _ call: CellPullback<Self>)
  /// yᵢ ← xᵢ rounded to this type: how data sets, which are kept in Float, enter a computation.
  static func load(_ x: UnsafePointer<Float>, into y: UnsafeMutablePointer<Self>, count: Int)
  /// yᵢ ← xᵢ in the accumulator's type.
  static func widen(_ x: UnsafePointer<Self>, into y: UnsafeMutablePointer<Accumulator>, count: Int)
  /// yᵢ ← xᵢ rounded to this type.
  static func narrow(_ x: UnsafePointer<Accumulator>, into y: UnsafeMutablePointer<Self>, count: Int)
}

extension Scalar where Accumulator == Self {
  public var accumulator: Self { self }
  public init(accumulator: Self) { self = accumulator }
}

extension Scalar {
  /// The Double rounded to this type.
  public init(rounding value: Double) { self.init(value) }
  public var hashBits: UInt64 { double.bitPattern }
  public static func sigmoid(_ x: Self) -> Self { 1 / (1 + exp(-x)) }

  /// C ← α op(A) op(B) + β C, for each product of the batch.
  @inlinable
  public static func multiply(
    _ product: MatrixProduct, _ alpha: Accumulator, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>,
    _ beta: Accumulator, into c: UnsafeMutablePointer<Self>
  ) {
    multiply(product, alpha, a, b, beta, into: c, ProductEpilogue())
  }
}
