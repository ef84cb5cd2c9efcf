/// The sizes of a recurrent sequence, and where its rows lie.
struct RecurrentPlan {
  let cell: CellFunction
  let time: Int
  let batch: Int
  let inputs: Int
  let width: Int
  let isReversed: Bool
  let hasStart: Bool
  /// Rows from one time to the next of the same sequence.
  let timeStride: Int
  /// Rows from one sequence to the next at the same time.
  let batchStride: Int

  init(_ operation: RecurrentSequence, input: Shape, weight: Shape, hiddenWeight: Shape) {
    require(input.rank == 3, "a recurrent layer takes a sequence of batches, not shape \(input)")
    cell = operation.cell
    (time, batch) = operation.batchFirst ? (input[1], input[0]) : (input[0], input[1])
    inputs = input[2]
    width = hiddenWeight.columns
    isReversed = operation.isReversed
    hasStart = operation.hasStart
    (timeStride, batchStride) = operation.batchFirst ? (1, time) : (batch, 1)
    check(weight, [cell.gates * width, inputs], "a weight")
    check(hiddenWeight, [cell.gates * width, width], "a hidden weight")
    require(time > 0, "a recurrent layer takes at least one step, not shape \(input)")
  }

  func check(_ shape: Shape, _ expected: Shape, _ what: String) {
    require(shape == expected, "\(what) of a recurrent layer has shape \(expected), not \(shape)")
  }

  /// Rows of the sequence.
  var rows: Int { time * batch }
  /// Rows of the result.
  var outputRows: Int { rows + (cell.hasMemory ? batch : 0) }
  /// From one row of gates to the next, with a gap: rows of a batch at distances of a power of two would share a few places
  /// of the nearest cache.
  var gateStride: Int { cell.blocks * width + 16 }

  /// The row of a sequence at a step, counted in the order in which steps are taken.
  func row(atStep step: Int, of sequence: Int) -> Int {
    (isReversed ? time - 1 - step : step) * timeStride + sequence * batchStride
  }

  /// Rows from a step to the one before it.
  var rowsBack: Int { isReversed ? timeStride : -timeStride }

  /// Sequences that one thread takes at a time: as many as give each thread some, if the work pays for it.
  var sequencesAtATime: Int {
    let work = rows * cell.gates * width * width
    let threads = work < ThreadPool.productGrain ? 1 : ThreadPool.threadCount
    return max(1, (batch + threads - 1) / threads)
  }

  /// A step's rows of one range of sequences.
  func step<A>(
    _ step: Int, _ sequences: Range<Int>, gates: UnsafeMutablePointer<A>, hidden: UnsafeMutablePointer<A>,
    cells: UnsafeMutablePointer<A>, start: (hidden: UnsafePointer<A>, cell: UnsafePointer<A>)
  ) -> CellStep<A> {
    let row = row(atStep: step, of: sequences.lowerBound)
    let isFirst = step == 0
    let before = (row + rowsBack) * width
    let first = sequences.lowerBound * width
    return CellStep(
      rows: sequences.count, width: width, stride: batchStride * width,
      gateStride: batchStride * gateStride, gates: gates + row * gateStride,
      previousHidden: isFirst ? start.hidden + first : UnsafePointer(hidden) + before,
      previousCell: isFirst || !cell.hasMemory ? start.cell + first : UnsafePointer(cells) + before,
      previousStride: isFirst ? width : batchStride * width, hidden: hidden + row * width,
      cell: cell.hasMemory ? cells + row * width : hidden + row * width)
  }
}
