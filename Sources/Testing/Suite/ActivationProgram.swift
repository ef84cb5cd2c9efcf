/// Activation functions that are compositions, each with options other than the defaults where it has some.
enum ActivationProgram: String, CaseIterable, DifferentiableFunction {
  case relu6, elu, celu, selu, geluTanh, mish, softplusScaled, softplusSharp, logSigmoid, softsign, tanhShrink, hardTanh
  case hardSigmoid, hardSwish, softShrink, hardShrink, threshold, softmaxFirst, logSoftmaxMiddle, logSumExp, glu, swiGLU
  case normalize

  func callAsFunction<S: Scalar>(_ x: [Variable<S>]) -> Variable<S> {
    let x = x[0]
    return switch self {
    case .relu6: GlissadeTensor.relu6(3 * x)
    case .elu: GlissadeTensor.elu(x, alpha: 0.75)
    case .celu: GlissadeTensor.celu(x, alpha: 0.5)
    case .selu: GlissadeTensor.selu(x)
    case .geluTanh: GlissadeTensor.geluTanh(x)
    case .mish: GlissadeTensor.mish(x)
    case .softplusScaled: GlissadeTensor.softplus(x, beta: 2)
    case .softplusSharp: GlissadeTensor.softplus(x, beta: 4, threshold: 3)
    case .logSigmoid: GlissadeTensor.logSigmoid(x)
    case .softsign: GlissadeTensor.softsign(x)
    case .tanhShrink: GlissadeTensor.tanhShrink(x)
    case .hardTanh: GlissadeTensor.hardTanh(x, from: -0.5, to: 1)
    case .hardSigmoid: GlissadeTensor.hardSigmoid(2 * x)
    case .hardSwish: GlissadeTensor.hardSwish(2 * x)
    case .softShrink: GlissadeTensor.softShrink(x)
    case .hardShrink: GlissadeTensor.hardShrink(x)
    case .threshold: GlissadeTensor.threshold(x, 0.25, value: -1)
    case .softmaxFirst: GlissadeTensor.softmax(x, axis: 0)
    case .logSoftmaxMiddle: GlissadeTensor.logSoftmax(x, axis: 1)
    case .logSumExp: GlissadeTensor.logSumExp(x, axis: 1)
    case .glu: GlissadeTensor.glu(x, axis: 2)
    case .swiGLU: GlissadeTensor.swiGLU(x, axis: 0)
    case .normalize: GlissadeTensor.normalize(x, axis: 1)
    }
  }
}

/// Shaping of variables.
enum ShapingProgram: String, CaseIterable, DifferentiableFunction {
  case slice, concatenate, stack, split, sumKeeping, gatherRows, gatherFrozen

  func callAsFunction<S: Scalar>(_ x: [Variable<S>]) -> Variable<S> {
    let x = x[0]
    return switch self {
    case .slice: x.slice(1..<3, axis: 1)
    case .concatenate: GlissadeTensor.concatenate([x, 2 * x.slice(0..<1, axis: 1)], axis: 1)
    case .stack: GlissadeTensor.stack([x, square(x)], axis: 1)
    case .split: x.split(2, axis: 0)[1] * x.split(2, axis: 0)[0]
    case .sumKeeping: x * x.sum(keeping: 1)
    case .gatherRows: x.applying(GatherRows([3, 0, 3], shape: [3]))
    case .gatherFrozen:
      // The frozen row gets no gradient: here it is not asked for.
      x.applying(GatherRows([1, 2], shape: [2, 1], frozenRow: 0))
    }
  }
}
