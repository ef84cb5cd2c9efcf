extension AttentionPlan {
  /// The result, written to a new tensor.
  @_specialize(where A == Float)
  @_specialize(where A == Double)
  func attend<A: Scalar>(_ q: Tensor<A>, _ k: Tensor<A>, _ v: Tensor<A>, mask: Tensor<A>?, into output: Tensor<A>)
  where A.Accumulator == A {
    AttentionOperands.with(q, k, v, mask) { operands in
      output.withSharedMutableElements { output in
        let count = pairs * blocks
        parallelFor(count, grain: grain(count)) { range in
          for index in range {
            let block = block(index % blocks, ofPair: index / blocks)
            let weights = scratch(block, count: 1, of: A.self)
            computeWeights(block, operands, into: weights)
            let product = MatrixProduct(
              rows: block.rows.count, columns: valueWidth, depth: block.keys, strideB: valueStride,
              strideC: valueStride)
            A.multiply(
              product, 1, weights, operands.v + placeOfValue(block.pair), 0,
              into: output + placeOfResult(block.pair, block.rows.lowerBound))
          }
        }
      }
    }
  }

  /// The cotangents of queries, keys and values, written to new tensors; and of all scores, where they are asked for.
  @_specialize(where A == Float)
  @_specialize(where A == Double)
  func pullBack<A: Scalar>(
    _ q: Tensor<A>, _ k: Tensor<A>, _ v: Tensor<A>, mask: Tensor<A>?, _ g: Tensor<A>,
    into cotangents: (q: Tensor<A>, k: Tensor<A>, v: Tensor<A>), scores: Tensor<A>?
  ) where A.Accumulator == A {
    AttentionOperands.with(q, k, v, mask) { operands in
      g.withElements { g in
        cotangents.q.withSharedMutableElements { dq in
          cotangents.k.withSharedMutableElements { dk in
            cotangents.v.withSharedMutableElements { dv in
              parallelFor(pairs, grain: grain(pairs)) { range in
                for pair in range { pullBack(pair, operands, g, into: dq, dk, dv, scores: scores) }
              }
            }
          }
        }
      }
    }
  }

  /// The pullback of one pair, from the last block of queries, which sees all keys that any does, to the first.
  @_specialize(where A == Float)
  @_specialize(where A == Double)
  private func pullBack<A: Scalar>(
    _ pair: Int, _ operands: AttentionOperands<A>, _ g: UnsafePointer<A>, into dq: UnsafeMutablePointer<A>,
    _ dk: UnsafeMutablePointer<A>, _ dv: UnsafeMutablePointer<A>, scores: Tensor<A>?
  ) where A.Accumulator == A {
    let (dk, dv) = (dk + placeOfKey(pair), dv + placeOfValue(pair))
    for index in (0..<blocks).reversed() {
      let block = block(index, ofPair: pair)
      let (rows, keys) = (block.rows.count, block.keys)
      let weights = scratch(block, count: 2, of: A.self)
      let errors = weights + rows * keys
      computeWeights(block, operands, into: weights)
      let beta: A = index == blocks - 1 ? 0 : 1
      let g = g + placeOfResult(pair, block.rows.lowerBound)
      // dV += Pᵀ G
      let toValues = MatrixProduct(
        rows: keys, columns: valueWidth, depth: rows, transposesA: true, strideB: valueStride, strideC: valueStride)
      A.multiply(toValues, 1, weights, g, beta, into: dv)
      // The scores' cotangent, by way of G Vᵀ.
      let toWeights = MatrixProduct(
        rows: rows, columns: keys, depth: valueWidth, transposesB: true, strideA: valueStride, strideB: valueStride)
      A.multiply(toWeights, 1, g, operands.v + placeOfValue(pair), 0, into: errors)
      A.pullBackSoftmax(
        cotangent: errors, output: weights, into: errors, accumulating: false, rows: rows, columns: keys,
        logarithm: false)
      scores?.withSharedMutableElements { scores in
        for row in 0..<rows {
          let place = (pair * queries + block.rows.lowerBound + row) * self.keys
          (scores + place).update(from: errors + row * keys, count: keys)
        }
      }
      let toQueries = MatrixProduct(
        rows: rows, columns: width, depth: keys, strideB: stride, strideC: stride)
      A.multiply(
        toQueries, A(scale), errors, operands.k + placeOfKey(pair), 0,
        into: dq + placeOfQuery(pair, block.rows.lowerBound))
      let toKeys = MatrixProduct(
        rows: keys, columns: width, depth: rows, transposesA: true, strideB: stride, strideC: stride)
      A.multiply(toKeys, A(scale), errors, operands.q + placeOfQuery(pair, block.rows.lowerBound), beta, into: dk)
    }
    // Keys that no query sees.
    let seen = blocks > 0 ? block(blocks - 1, ofPair: pair).keys : 0
    for key in seen..<max(seen, keys) {
      (dk + key * stride).update(repeating: 0, count: width)
      (dv + key * valueStride).update(repeating: 0, count: valueWidth)
    }
  }

  /// The weights of a block, [rows, keys]: softmax(q kᵀ · scale + mask).
  @_specialize(where A == Float)
  @_specialize(where A == Double)
  private func computeWeights<A: Scalar>(
    _ block: AttentionBlock, _ operands: AttentionOperands<A>, into weights: UnsafeMutablePointer<A>
  ) where A.Accumulator == A {
    let (rows, keys) = (block.rows.count, block.keys)
    let product = MatrixProduct(
      rows: rows, columns: keys, depth: width, transposesB: true, strideA: stride, strideB: stride)
    A.multiply(
      product, A(scale), operands.q + placeOfQuery(block.pair, block.rows.lowerBound),
      operands.k + placeOfKey(block.pair), 0, into: weights)
    for row in 0..<rows {
      let scores = weights + row * keys
      if let mask = operands.mask {
        let (start, step) = placeInMask(block.pair, block.rows.lowerBound + row)
        A.apply(.add, scores, stride: 1, mask + start, stride: step, into: scores, count: keys)
      }
      let seen = block.rows.lowerBound + row + 1
      if isCausal && seen < keys { (scores + seen).update(repeating: -.infinity, count: keys - seen) }
    }
    A.softmax(weights, into: weights, rows: rows, columns: keys, logarithm: false)
  }

  /// This thread's memory for so many matrices of a block's scores.
  private func scratch<A>(_ block: AttentionBlock, count: Int, of type: A.Type) -> UnsafeMutablePointer<A> {
    let bytes = count * block.rows.count * block.keys * MemoryLayout<A>.stride
    return Workspace.memory(for: .scores, bytes: max(64, bytes)).assumingMemoryBound(to: A.self)
  }
}
