import GlissadeLayers
import Testing

/// One layer or activation of PyTorch with its output and gradients.
struct GoldenLayer: Decodable, Sendable, CustomTestStringConvertible {
  let name: String
  let kind: String
  let config: [String: Double]
  let input: GoldenTensor
  let params: [String: GoldenTensor]
  let output: GoldenTensor
  /// The output's cotangent; nil where only the output is compared.
  let upstream: GoldenTensor?
  let inputGradient: GoldenTensor?
  let parameterGradients: [String: GoldenTensor]?
  let rtol: Double
  let atol: Double

  var testDescription: String { name }

  static let all: [GoldenLayer] = goldenCases(goldenLayersText)

  /// The layer of this framework; nil for a kind that it does not have.
  var layer: (any Layer)? {
    let width = input.shape.last ?? 1
    let heads = Int(config["num_heads"] ?? config["nhead"] ?? 1)
    let isCausal = config["causal"] == 1
    switch kind {
    case "dense":
      return Dense(Int(config["in_features"] ?? 0), Int(config["out_features"] ?? 0), bias: config["bias"] == 1)
    case "layerNorm": return LayerNorm(width, epsilon: config["eps"] ?? 0)
    case "attention":
      return MultiHeadAttention(width: width, heads: heads, isCausal: isCausal, bias: config["bias"] == 1)
    case "encoder":
      return EncoderLayer(
        width: width, hidden: Int(config["dim_feedforward"] ?? 0), heads: heads, isCausal: isCausal,
        normalizesFirst: config["norm_first"] == 1, epsilon: config["layer_norm_eps"] ?? 0)
    case "relu": return ReLU()
    case "leaky_relu": return config["negative_slope"].map { LeakyReLU(slope: $0) } ?? LeakyReLU()
    case "gelu": return GELU()
    case "silu": return SiLU()
    case "softplus": return Softplus()
    case "sigmoid": return Sigmoid()
    case "tanh": return Tanh()
    case "abs": return FunctionLayer(.absolute)
    case "softmax": return FunctionLayer(.softmax)
    case "log_softmax": return FunctionLayer(.logSoftmax)
    default: return nil
    }
  }
}

/// Functions that are not layers of the framework.
struct FunctionLayer: Layer {
  enum Function: Sendable { case absolute, softmax, logSoftmax }
  let function: Function

  init(_ function: Function) { self.function = function }

  func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    switch function {
    case .absolute: abs(x)
    case .softmax: softmax(x)
    case .logSoftmax: logSoftmax(x)
    }
  }
}

/// PyTorch's `TransformerEncoderLayer` from the framework's layers: ReLU and norms after, or GELU and norms before.
struct EncoderLayer: Layer {
  let attention: MultiHeadAttention
  let hidden: Dense
  let output: Dense
  let first: LayerNorm
  let second: LayerNorm
  let normalizesFirst: Bool

  init(width: Int, hidden: Int, heads: Int, isCausal: Bool, normalizesFirst: Bool, epsilon: Double) {
    attention = MultiHeadAttention(width: width, heads: heads, isCausal: isCausal)
    self.hidden = Dense(width, hidden)
    output = Dense(hidden, width)
    first = LayerNorm(width, epsilon: epsilon)
    second = LayerNorm(width, epsilon: epsilon)
    self.normalizesFirst = normalizesFirst
  }

  func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    if normalizesFirst {
      let attended = x + attention(first(x))
      return attended + output(gelu(hidden(second(attended))))
    }
    let attended = first(x + attention(x))
    return second(attended + output(relu(hidden(attended))))
  }
}
