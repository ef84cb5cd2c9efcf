/// A recurrent cell that every kernel set computes, from the sums of its gates on.
///
/// Each unit has as many numbers in each row as the cell has blocks, block after block: sums of products, weights and biases
/// included, which a step overwrites by what the pullback needs.
public enum CellFunction: UInt8, CaseIterable, Sendable {
  /// h ← tanh s
  case tanh
  /// h ← max(s, 0)
  case rectified
  /// r, z ← σ(s), n ← tanh(s + r m), h ← n + z (h − n); blocks r, z, n, m, of which m is the hidden state's part of n.
  case gated
  /// i, f, o ← σ(s), g ← tanh s, c ← f c + i g, h ← o tanh c; blocks i, f, g, o.
  case longShortTerm

  /// The numbers that each unit has in a row.
  @_alwaysEmitIntoClient @inline(__always) public var blocks: Int {
    switch self {
    case .tanh, .rectified: 1
    case .gated, .longShortTerm: 4
    }
  }
}

/// One step of a recurrent cell on some rows.
@frozen public struct CellStep<Element> {
  /// The number of rows.
  public var rows: Int
  /// The number of units.
  public var width: Int
  /// Elements from one row to the next of hidden states and cells.
  public var stride: Int
  /// Elements from one row to the next of gates.
  public var gateStride: Int
  /// The sums of the gates, [rows, blocks, width]; overwritten by what the pullback needs.
  public var gates: UnsafeMutablePointer<Element>
  /// The hidden state before, [rows, width], and its own distance from row to row.
  public var previousHidden: UnsafePointer<Element>
  /// The cell before, where there are cells.
  public var previousCell: UnsafePointer<Element>
  /// Elements from one row to the next of the states before.
  public var previousStride: Int
  /// The hidden state after.
  public var hidden: UnsafeMutablePointer<Element>
  /// The cell after, where there are cells.
  public var cell: UnsafeMutablePointer<Element>

  /// A step.
  @_alwaysEmitIntoClient @inline(__always)
  public init(
    rows: Int, width: Int, stride: Int, gateStride: Int, gates: UnsafeMutablePointer<Element>,
    previousHidden: UnsafePointer<Element>, previousCell: UnsafePointer<Element>, previousStride: Int,
    hidden: UnsafeMutablePointer<Element>, cell: UnsafeMutablePointer<Element>
  ) {
    self.rows = rows
    self.width = width
    self.stride = stride
    self.gateStride = gateStride
    self.gates = gates
    self.previousHidden = previousHidden
    self.previousCell = previousCell
    self.previousStride = previousStride
    self.hidden = hidden
    self.cell = cell
  }
}

/// The pullback of one step of a recurrent cell on some rows.
@frozen public struct CellPullback<Element> {
  /// The step, after it was taken: gates hold what it left there. Nothing of it is written.
  public var step: CellStep<Element>
  /// The cotangent of the hidden state after, as far as it does not come from later steps, laid out like that state.
  public var cotangent: UnsafePointer<Element>
  /// The rest of it, [rows, width], which becomes the cotangent of the state before, as far as it passes no gate's sum.
  public var hiddenCarry: UnsafeMutablePointer<Element>
  /// The cotangent of the cell after, [rows, width], which becomes that of the cell before.
  public var cellCarry: UnsafeMutablePointer<Element>
  /// The cotangents of the gates' sums, laid out like the gates.
  public var gates: UnsafeMutablePointer<Element>

  /// A pullback.
  @_alwaysEmitIntoClient @inline(__always)
  public init(
    of step: CellStep<Element>, cotangent: UnsafePointer<Element>, hiddenCarry: UnsafeMutablePointer<Element>,
    cellCarry: UnsafeMutablePointer<Element>, gates: UnsafeMutablePointer<Element>
  ) {
    self.step = step
    self.cotangent = cotangent
    self.hiddenCarry = hiddenCarry
    self.cellCarry = cellCarry
    self.gates = gates
  }
}
