/// The sizes of an attention, and where the matrices of each pair of a batch and a head lie.
struct AttentionPlan {
  let pairs: Int
  let queries: Int
  let keys: Int
  /// Numbers of a query and a key.
  let width: Int
  /// Numbers of a value.
  let valueWidth: Int
  /// Heads that stand side by side in a row.
  let heads: Int
  let isCausal: Bool
  let scale: Double
  let outputShape: Shape
  /// The shape of all scores, to which a mask broadcasts.
  let scoresShape: Shape
  private let maskStrides: SIMD8<Int>

  init(_ operation: Attention, _ q: Shape, _ k: Shape, _ v: Shape, mask: Shape?) {
    let rank = q.rank
    require(
      rank >= 2 && k.rank == rank && v.rank == rank && q[-1] == k[-1] && k[-2] == v[-2]
        && (0..<rank - 2).allSatisfy { q[$0] == k[$0] && q[$0] == v[$0] },
      "attention of queries \(q) to keys \(k) and values \(v)")
    let heads = operation.heads ?? 1
    require(
      heads > 0 && (operation.heads == nil || rank == 3) && q[-1].isMultiple(of: heads) && v[-1].isMultiple(of: heads),
      "attention with \(heads) heads takes [batch, time, width], not \(q) and \(v)")
    self.heads = heads
    (queries, keys) = (q[-2], k[-2])
    (width, valueWidth) = (q[-1] / heads, v[-1] / heads)
    isCausal = operation.isCausal
    scale = operation.scale ?? 1 / Double(width).squareRoot()
    var output = q
    output[-1] = v[-1]
    outputShape = output
    var scores = Shape((0..<rank - 2).map { q[$0] })
    if operation.heads != nil { scores.append(heads) }
    pairs = scores.count
    scores.append(queries)
    scores.append(keys)
    scoresShape = scores
    if let mask {
      require(
        Shape.broadcast(mask, scores) == scores, "a mask of shape \(mask) does not broadcast to the scores' \(scores)")
    }
    maskStrides = (mask ?? scores).strides(broadcastTo: scores)
  }

  /// Queries whose scores are computed together: few enough for a near cache, and of causal ones to leave much out.
  ///
  /// Part of the definition of the pullback, which adds block to block: it depends on sizes alone.
  private var blockRows: Int { max(8, min(isCausal ? 32 : 64, (1 << 15) / max(1, keys))) }

  /// The number of blocks of queries.
  var blocks: Int { (queries + blockRows - 1) / blockRows }

  /// A block of queries of a pair, and how many keys any of them sees.
  func block(_ block: Int, ofPair pair: Int) -> AttentionBlock {
    let rows = block * blockRows..<min(queries, (block + 1) * blockRows)
    return AttentionBlock(pair: pair, rows: rows, keys: isCausal ? min(keys, rows.upperBound) : keys)
  }

  /// How many of so many pieces of the whole work pay for a thread.
  func grain(_ pieces: Int) -> Int {
    pairs * queries * keys * (width + valueWidth) < ThreadPool.productGrain ? max(1, pieces) : 1
  }

  /// Where a row of a pair's matrix starts, with so many rows, of so many numbers each.
  private func place(_ pair: Int, _ row: Int, rows: Int, width: Int) -> Int {
    (pair / heads * rows + row) * heads * width + pair % heads * width
  }
  func placeOfQuery(_ pair: Int, _ row: Int) -> Int { place(pair, row, rows: queries, width: width) }
  func placeOfKey(_ pair: Int) -> Int { place(pair, 0, rows: keys, width: width) }
  func placeOfValue(_ pair: Int) -> Int { place(pair, 0, rows: keys, width: valueWidth) }
  func placeOfResult(_ pair: Int, _ row: Int) -> Int { place(pair, row, rows: queries, width: valueWidth) }
  /// Numbers from one query, or key, to the next; and from one value, or result.
  var stride: Int { heads * width }
  var valueStride: Int { heads * valueWidth }

  /// Where in a mask a row of a pair's scores starts, and the distance from key to key: 0 where all share one number.
  func placeInMask(_ pair: Int, _ row: Int) -> (start: Int, step: Int) {
    let rank = scoresShape.rank
    var (start, rest) = (row * maskStrides[rank - 2], pair)
    for axis in (0..<rank - 2).reversed() {
      start += rest % scoresShape[axis] * maskStrides[axis]
      rest /= scoresShape[axis]
    }
    return (start, maskStrides[rank - 1])
  }
}

/// Some queries of one pair of a batch and a head.
struct AttentionBlock {
  let pair: Int
  let rows: Range<Int>
  /// Keys that any of the queries sees.
  let keys: Int
}

/// What attention reads.
struct AttentionOperands<A: Scalar> {
  let q: UnsafePointer<A>
  let k: UnsafePointer<A>
  let v: UnsafePointer<A>
  let mask: UnsafePointer<A>?

  /// Calls `body` with the elements of tensors.
  static func with(
    _ q: Tensor<A>, _ k: Tensor<A>, _ v: Tensor<A>, _ mask: Tensor<A>?, _ body: (AttentionOperands<A>) -> Void
  ) {
    q.withElements { q in
      k.withElements { k in
        v.withElements { v in
          Tensor.withElements(of: mask) { body(AttentionOperands(q: q, k: k, v: v, mask: $0)) }
        }
      }
    }
  }
}
