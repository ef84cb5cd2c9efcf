extension Tensor where S.Accumulator == S {
  /// Each row along the last axis less its mean, over its deviation, times a gain plus an offset.
  func normalized(gain: Tensor?, offset: Tensor?, epsilon: Double) -> Tensor {
    let result = Tensor(uninitialized: shape, pool: pool)
    withElements { x in
      Tensor.withElements(of: gain) { gain in
        Tensor.withElements(of: offset) { offset in
          result.withSharedMutableElements {
            S.normalize(x, normalization(epsilon), gain: gain, offset: offset, into: $0)
          }
        }
      }
    }
    return result
  }

  /// Its pullback: the cotangents of the tensor, of the gain and of the offset, those that are needed.
  func pullBackNormalization(
    _ g: Tensor, gain: Tensor?, epsilon: Double, needsInput: Bool, needsGain: Bool, needsOffset: Bool
  ) -> (input: Tensor?, gain: Tensor?, offset: Tensor?) {
    let sums = [shape.columns] as Shape
    let input = needsInput ? Tensor(uninitialized: shape, pool: pool) : nil
    let gainSums = needsGain ? Tensor(uninitialized: sums, pool: pool) : nil
    let offsetSums = needsOffset ? Tensor(uninitialized: sums, pool: pool) : nil
    withElements { x in
      g.withElements { g in
        Tensor.withElements(of: gain) { gain in
          Tensor.withSharedMutableElements(of: input) { dx in
            Tensor.withSharedMutableElements(of: gainSums) { gainSums in
              Tensor.withSharedMutableElements(of: offsetSums) { offsetSums in
                S.pullBackNormalization(
                  cotangent: g, input: x, normalization(epsilon), gain: gain, into: dx, accumulating: false,
                  gainSums: gainSums, offsetSums: offsetSums)
              }
            }
          }
        }
      }
    }
    return (input, gainSums, offsetSums)
  }

  private func normalization(_ epsilon: Double) -> RowNormalization {
    RowNormalization(rows: shape.rows, columns: shape.columns, epsilon: epsilon)
  }
}
