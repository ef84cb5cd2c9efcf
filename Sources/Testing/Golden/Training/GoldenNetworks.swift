import GlissadeModels

/// The networks of the family `training`, by what the cases call them.
enum GoldenNetworks {
  /// A network; it reads what it understands.
  static func make(_ hyper: GoldenHyper) throws -> any Layer {
    switch try hyper.text("model") {
    case "mlp":
      let sizes = try hyper.required("layers").array?.compactMap(\.count) ?? []
      switch try hyper.text("activation") {
      case "relu": return MLP(sizes, activation: ReLU())
      case "tanh": return MLP(sizes, activation: Tanh())
      case let name: throw GoldenUnsupported("'activation' is \(name)")
      }
    case "conv1(3x3, pad 1) bn1 relu maxpool2 conv2(3x3, no bias) bn2 relu global-mean fc": return GoldenConvNet()
    case "emb lstm head": return GoldenSequenceModel(CharRNN(vocabulary: 6, hidden: 5, width: 4))
    case "emb gru head": return GoldenSequenceModel(CharRNN(vocabulary: 6, hidden: 5, cell: .gated, width: 4))
    case let name where name.hasPrefix("emb + pos, one pre-norm causal encoder layer (gelu erf, 2 heads"):
      return GoldenTransformer()
    case let name: throw GoldenUnsupported("there is no network '\(name)'")
    }
  }
}

/// Two convolutions with batch normalization.
struct GoldenConvNet: Layer {
  let conv1 = Conv2d(1, 3, kernel: 3, padding: 1)
  let bn1 = BatchNorm(3)
  let conv2 = Conv2d(3, 4, kernel: 3, bias: false)
  let bn2 = BatchNorm(4)
  let fc = Dense(4, 3)

  func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    let pooled = MaxPool2d(2)(relu(bn1(conv1(x))))
    return fc(GlobalAveragePool()(relu(bn2(conv2(pooled)))))
  }
}

/// A recurrent language model under the names of the cases.
struct GoldenSequenceModel: Layer, PyTorchNamed {
  let model: CharRNN
  init(_ model: CharRNN) { self.model = model }

  func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { model(x) }

  func collectPyTorchSlots(into collector: inout SlotCollector) {
    collector.collect(model.embedding as Any, named: "emb")
    collector.collect(model.recurrent, named: "rnn")
    collector.collect(model.output, named: "head")
  }
}

/// One block of a causal transformer on embedded tokens and positions.
struct GoldenTransformer: Layer {
  let emb = Embedding(6, 4)
  let pos = Embedding(5, 4)
  let block = TransformerBlock(width: 4, heads: 2, hidden: 6, isCausal: true)
  let norm = LayerNorm(4)
  let head = Dense(4, 6, bias: false)

  func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    head(norm(block(emb(x) + x.tape[pos.weight])))
  }
}
