extension RecurrentPlan {
  /// The sums of the gates as far as they come from inputs and biases, for the whole sequence.
  ///
  /// A gated unit's hidden bias of its last gate is not among them: that belongs to a block of its own.
  @_specialize(where A == Float)
  @_specialize(where A == Double)
  func multiplyInputs<A: Scalar>(
    _ x: Tensor<A>, _ weight: Tensor<A>, biases: (input: Tensor<A>, hidden: Tensor<A>)?, into gates: Tensor<A>
  ) where A.Accumulator == A {
    let product = MatrixProduct(
      rows: rows, columns: cell.gates * width, depth: inputs, transposesB: true, strideC: gateStride)
    func multiply(_ epilogue: ProductEpilogue<A>) {
      x.withElements { x in
        weight.withElements { weight in
          gates.withSharedMutableElements { A.multiply(product, 1, x, weight, 0, into: $0, epilogue) }
        }
      }
    }
    guard let biases else { return multiply(ProductEpilogue()) }
    var sum = Tensor<A>(uninitialized: [cell.gates * width], pool: gates.pool)
    biases.input.copyElements(into: sum)
    let shared = (cell.hiddenRuns.first?.gates.count ?? 0) * width
    biases.hidden.withElements { hidden in
      sum.withMutableElements { A.combine(1, hidden, 1, into: $0, count: shared) }
    }
    sum.withElements { multiply(ProductEpilogue(bias: $0)) }
    sum.recycle()
  }

  /// All steps, from sums that lack what comes from hidden states; the last cells too.
  @_specialize(where A == Float)
  @_specialize(where A == Double)
  func takeSteps<A: Scalar>(
    _ hiddenWeight: Tensor<A>, bias: Tensor<A>?, from start: (hidden: Tensor<A>, cell: Tensor<A>), gates: Tensor<A>,
    cells: Tensor<A>, into hidden: Tensor<A>
  ) where A.Accumulator == A {
    var transposed = spread(hiddenWeight, transposed: true, pool: gates.pool)
    let stride = transposed.shape.columns
    withPointers(start.hidden, start.cell, transposed, bias ?? start.hidden) { first, firstCell, weight, bias0 in
      withMutablePointers(gates, cells, hidden) { gates, cells, hidden in
        parallelFor(batch, grain: sequencesAtATime) { sequences in
          for index in 0..<time {
            let step = step(
              index, sequences, gates: gates, hidden: hidden, cells: cells, start: (first, firstCell))
            for run in cell.hiddenRuns where index > 0 || hasStart || run.block > 0 {
              let product = MatrixProduct(
                rows: sequences.count, columns: run.gates.count * width, depth: width, strideA: step.previousStride,
                strideB: stride, strideC: step.gateStride)
              let isOwn = run.block > 0
              A.multiply(
                product, 1, step.previousHidden, weight + run.gates.lowerBound * width, isOwn ? 0 : 1,
                into: step.gates + run.block * width,
                ProductEpilogue(bias: isOwn && bias != nil ? bias0 + run.gates.lowerBound * width : nil))
            }
            A.apply(cell, step)
          }
          guard cell.hasMemory else { return }
          for sequence in sequences {
            let last = cells + row(atStep: time - 1, of: sequence) * width
            (hidden + (rows + sequence) * width).update(from: last, count: width)
          }
        }
      }
    }
    transposed.recycle()
  }

  /// The cotangents of the gates' sums, and those of the state to start from.
  @_specialize(where A == Float)
  @_specialize(where A == Double)
  func retraceSteps<A: Scalar>(
    _ hiddenWeight: Tensor<A>, from start: (hidden: Tensor<A>, cell: Tensor<A>), gates: Tensor<A>, cells: Tensor<A>,
    hidden: Tensor<A>, cotangent: Tensor<A>, into sums: Tensor<A>
  ) -> (hidden: Tensor<A>, cell: Tensor<A>) where A.Accumulator == A {
    let hiddenCarry = Tensor<A>.zeros([batch, width], pool: sums.pool)
    let cellCarry =
      cell.hasMemory
      ? cotangent.slice(rows..<outputRows, axis: 0).scaled(by: 1, pool: sums.pool) : hiddenCarry
    let carries = (hiddenCarry, cellCarry)
    var spread = spread(hiddenWeight, transposed: false, pool: sums.pool)
    let stride = spread.shape.columns
    withPointers(start.hidden, start.cell, spread, cotangent) { first, firstCell, weight, g in
      withMutablePointers(gates, cells, hidden) { gates, cells, hidden in
        withMutablePointers(sums, carries.0, carries.1) { sums, hiddenCarry, cellCarry in
          parallelFor(batch, grain: sequencesAtATime) { sequences in
            let carry = hiddenCarry + sequences.lowerBound * width
            for index in (0..<time).reversed() {
              let step = step(
                index, sequences, gates: gates, hidden: hidden, cells: cells, start: (first, firstCell))
              let row = row(atStep: index, of: sequences.lowerBound)
              let stepSums = sums + row * gateStride
              A.pullBack(
                cell,
                CellPullback(
                  of: step, cotangent: g + row * width, hiddenCarry: carry,
                  cellCarry: cellCarry + sequences.lowerBound * width, gates: stepSums))
              for run in cell.hiddenRuns where index > 0 || hasStart {
                let product = MatrixProduct(
                  rows: sequences.count, columns: width, depth: run.gates.count * width,
                  strideA: step.gateStride, strideB: stride, strideC: width)
                A.multiply(
                  product, 1, UnsafePointer(stepSums) + run.block * width,
                  weight + run.gates.lowerBound * width * stride,
                  1, into: carry)
              }
            }
          }
        }
      }
    }
    spread.recycle()
    return carries
  }

  /// The hidden weight with gaps between its rows, or transposed: products read it where it is stored, step after step, and
  /// rows at distances of a power of two would share a few places of the nearest cache.
  private func spread<A: Scalar>(_ weight: Tensor<A>, transposed: Bool, pool: StoragePool?) -> Tensor<A> {
    let (rows, columns) = transposed ? (width, cell.gates * width) : (cell.gates * width, width)
    let stride = columns + 16
    let result = Tensor<A>(uninitialized: [rows, stride], pool: pool)
    weight.withElements { x in
      result.withSharedMutableElements { y in
        if transposed {
          for column in 0..<columns { for row in 0..<rows { y[row * stride + column] = x[column * rows + row] } }
        } else {
          for row in 0..<rows { (y + row * stride).update(from: x + row * columns, count: columns) }
        }
      }
    }
    return result
  }
}

private func withPointers<A: Scalar>(
  _ a: Tensor<A>, _ b: Tensor<A>, _ c: Tensor<A>, _ d: Tensor<A>,
  _ body: (UnsafePointer<A>, UnsafePointer<A>, UnsafePointer<A>, UnsafePointer<A>) -> Void
) {
  a.withElements { a in b.withElements { b in c.withElements { c in d.withElements { d in body(a, b, c, d) } } } }
}

private func withMutablePointers<A: Scalar>(
  _ a: Tensor<A>, _ b: Tensor<A>, _ c: Tensor<A>,
  _ body: (UnsafeMutablePointer<A>, UnsafeMutablePointer<A>, UnsafeMutablePointer<A>) -> Void
) {
  a.withSharedMutableElements { a in
    b.withSharedMutableElements { b in c.withSharedMutableElements { c in body(a, b, c) } }
  }
}
