// The bulk operations of `Scalar` on whole tensors: where pointers to their elements are taken.

extension Tensor {
  /// f of every element.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func applying(_ function: UnaryFunction, parameter: Double = 0, pool: StoragePool? = nil) -> Tensor {
    let result = Tensor(uninitialized: shape, pool: pool ?? self.pool)
    withElements { x in
      result.withSharedMutableElements { S.apply(function, parameter: parameter, to: x, into: $0, count: count) }
    }
    return result
  }

  /// α x + β self, in place; x has as many elements.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public mutating func combine(_ alpha: S.Accumulator = 1, _ x: Tensor, _ beta: S.Accumulator = 1) {
    require(x.count == count, "cannot add a tensor of shape \(x.shape) to one of shape \(shape)")
    withMutableElements { target in
      x.withElements { S.combine(alpha, $0, beta, into: target, count: x.count) }
    }
  }

  /// Multiplies every element by α, in place.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public mutating func scale(by alpha: S.Accumulator) {
    let count = count
    withMutableElements { S.combine(alpha, UnsafePointer($0), 0, into: $0, count: count) }
  }

  /// α self.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func scaled(by alpha: S.Accumulator, pool: StoragePool? = nil) -> Tensor {
    let result = Tensor(uninitialized: shape, pool: pool ?? self.pool)
    withElements { x in
      result.withSharedMutableElements { S.combine(alpha, x, 0, into: $0, count: count) }
    }
    return result
  }

  /// A reduction of all elements, in the accumulator's type.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func reduced(_ reduction: Reduction) -> S.Accumulator {
    withElements { S.reduce(reduction, $0, $0, count: count) }
  }

  /// Σ selfᵢ otherᵢ, in the accumulator's type.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func dot(_ other: Tensor) -> S.Accumulator {
    require(other.count == count, "the dot product of shapes \(shape) and \(other.shape) does not exist")
    return withElements { a in other.withElements { S.reduce(.dot, a, $0, count: count) } }
  }

  /// A reduction along the last axis; the result lacks it.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func reducedRows(_ reduction: Reduction) -> Tensor {
    let result = Tensor(uninitialized: shape.rank == 0 ? shape : shape.dropping(axis: -1), pool: pool)
    let columns = shape.columns
    withElements { x in
      result.withSharedMutableElements { y in
        for row in 0..<result.count {
          let start = x + row * columns
          y[row] = S(accumulator: S.reduce(reduction, start, start, count: columns))
        }
      }
    }
    return result
  }

  /// Softmax, or its logarithm, along the last axis.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func softmax(logarithm: Bool = false) -> Tensor {
    let result = Tensor(uninitialized: shape, pool: pool)
    withElements { x in
      result.withSharedMutableElements {
        S.softmax(x, into: $0, rows: shape.rows, columns: shape.columns, logarithm: logarithm)
      }
    }
    return result
  }

  /// The elements in another scalar type, each rounded once.
  @_specialize(where S == Double, Target == Float)
  public func converted<Target: Scalar>(
    to type: Target.Type = Target.self, pool: StoragePool? = nil
  ) -> Tensor<Target> {
    if let same = self as? Tensor<Target> { return same }
    let result = Tensor<Target>(uninitialized: shape, pool: pool ?? self.pool)
    if let floats = self as? Tensor<Float> {
      floats.withElements { x in result.withSharedMutableElements { Target.load(x, into: $0, count: count) } }
    } else if let wide = result as? Tensor<S.Accumulator> {
      withElements { x in wide.withSharedMutableElements { S.widen(x, into: $0, count: count) } }
    } else {
      withElements { x in
        result.withSharedMutableElements { y in
          for index in 0..<count { y[index] = Target(x[index].double) }
        }
      }
    }
    return result
  }
}

extension Tensor {
  /// Rows of a table of Floats, in the given order, each element rounded to this scalar type.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public init(gathering rows: ArraySlice<Int>, of table: Tensor<Float>, pool: StoragePool? = nil) {
    require(table.shape.rank >= 1, "a table has rows; a tensor of shape \(table.shape) has none")
    var shape = table.shape
    shape[0] = rows.count
    self.init(uninitialized: shape, pool: pool)
    let source = table.shape
    let (height, width) = (source[0], source.dropping(axis: 0).count)
    table.withElements { elements in
      withSharedMutableElements { target in
        rows.withUnsafeBufferPointer { rows in
          for position in 0..<rows.count {
            let row = rows[position]
            require(row >= 0 && row < height, "row \(row) lies outside a table of shape \(source)")
            S.load(elements + row * width, into: target + position * width, count: width)
          }
        }
      }
    }
  }
}

extension ParameterVector {
  /// A step of Adam along a gradient; the first two slots are the elements' means and mean squares.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public mutating func update(by step: AdamStep, along gradient: ParameterVector, slots: inout [Tensor<S.Accumulator>])
  {
    let count = flat.count
    require(
      gradient.flat.count == count && slots.count >= 2 && slots[0].count == count && slots[1].count == count,
      "\(count) parameters take a gradient, means and mean squares of as many elements")
    let (mean, meanSquare) = (slots[0].withMutableElements { $0 }, slots[1].withMutableElements { $0 })
    flat.withMutableElements { w in
      gradient.flat.withElements { S.update(step, w, $0, mean, meanSquare, count: count) }
    }
    withExtendedLifetime(slots) {}
  }
}

extension Tensor {
  /// The cotangent of f's argument, g f′(x), written to this tensor or, where `accumulating`, added to it.
  mutating func pullBack(
    _ function: UnaryFunction, parameter: Double, _ g: Tensor, input: Tensor, output: Tensor, accumulating: Bool
  ) {
    let count = count
    withMutableElements { dx in
      g.withElements { g in
        input.withElements { x in
          output.withElements { y in
            S.pullBack(
              function, parameter: parameter, cotangent: g, input: x, output: y, into: dx, accumulating: accumulating,
              count: count)
          }
        }
      }
    }
  }

  /// The elements where those of another tensor are positive, and zeros elsewhere.
  func masked(by mask: Tensor) -> Tensor {
    var result = Tensor(uninitialized: shape, pool: pool)
    result.pullBack(.relu, parameter: 0, self, input: mask, output: mask, accumulating: false)
    return result
  }

  /// The cotangent of what softmax, or its logarithm, made this tensor of.
  func pullBackSoftmax(_ g: Tensor, logarithm: Bool) -> Tensor {
    let result = Tensor(uninitialized: shape, pool: pool)
    withElements { y in
      g.withElements { g in
        result.withSharedMutableElements {
          S.pullBackSoftmax(
            cotangent: g, output: y, into: $0, accumulating: false, rows: shape.rows, columns: shape.columns,
            logarithm: logarithm)
        }
      }
    }
    return result
  }

  /// self ← column sums of a matrix + scale · self; sums in the accumulator's type, rounded once.
  mutating func addColumnSums(of matrix: Tensor, scale: S.Accumulator) {
    require(count == matrix.shape.columns, "the column sums of shape \(matrix.shape) do not fit shape \(shape)")
    // A row of ones, all of them the same one, times the matrix.
    let product = MatrixProduct(
      rows: 1, columns: count, depth: matrix.shape.rows, transposesA: true, strideA: 0)
    var one: S = 1
    withMutableElements { c in matrix.withElements { S.multiply(product, 1, &one, $0, scale, into: c) } }
  }

  /// Σ over rows of the element in the column that `columns` names.
  func sumOfEntries(at columns: [Int]) -> S.Accumulator {
    let width = shape.columns
    return withElements { x in
      var total: S.Accumulator = 0
      for (row, column) in columns.enumerated() {
        require(column >= 0 && column < width, "label \(column) lies outside the \(width) classes")
        total += x[row * width + column].accumulator
      }
      return total
    }
  }

  /// Adds a number to the element of each row in the column that `columns` names.
  mutating func addToEntries(at columns: [Int], _ value: S) {
    let width = shape.columns
    withMutableElements { x in for (row, column) in columns.enumerated() { x[row * width + column] += value } }
  }
}
