/// A vision transformer: an encoder over the patches of an image and a class token, whose result is read (Dosovitskiy et al.
/// 2021, arXiv:2010.11929).
///
/// x has shape [batch, channels, size, size], the result [batch, classes]. Blocks normalize first, with ε = 1e-6 and exact GELU.
/// Much as in torchvision, the patches' projection begins as LeCun's normal values, positions normal of deviation 0.02, matrices
/// as Glorot's uniform values, biases, the class token and the last layer at zero.
///
/// ```swift
/// let base = VisionTransformer(
///   classes: 1_000, channels: 3, size: 224, patch: 16, width: 768, layers: 12, heads: 12)   // ViT-B/16: 86,567,656 parameters
/// ```
public struct VisionTransformer: Layer {
  /// The projection of patches.
  public let patches: Conv2d
  /// The token that stands before the patches, [1, 1, width].
  public let classToken: Parameter
  /// What is added to the token and the patches, [1, 1 + patches, width].
  public let positions: Parameter
  /// What is dropped of their sum.
  public let dropout: Dropout
  /// The blocks.
  public let blocks: [TransformerBlock]
  /// The normalization after them.
  public let norm: LayerNorm
  /// The last layer.
  public let head: Dense

  /// A network for square images of `size` pixels, which `patch` divides; by default a small one for MNIST.
  ///
  /// The dense layers of a block are `hidden` wide, by default four times the width.
  public init(
    classes: Int = 10, channels: Int = 1, size: Int = 28, patch: Int = 7, width: Int = 64, layers: Int = 4,
    heads: Int = 4, hidden: Int? = nil, dropout: Double = 0
  ) {
    require(patch > 0 && size.isMultiple(of: patch), "patches of \(patch) pixels do not tile images of \(size)")
    let count = (size / patch) * (size / patch)
    patches = Conv2d(channels, width, kernel: .all(patch), stride: .all(patch), initializer: .leCun())
    classToken = Parameter([1, 1, width], role: .embedding, initializer: .zeros)
    positions = Parameter([1, count + 1, width], role: .embedding, initializer: .normal(deviation: 0.02))
    self.dropout = Dropout(dropout)
    blocks = (0..<layers).map { _ in
      TransformerBlock(
        width: width, heads: heads, hidden: hidden ?? 4 * width, dropout: dropout, epsilon: 1e-6, initializer: .glorot)
    }
    norm = LayerNorm(width, epsilon: 1e-6)
    head = Dense(width, classes, initializer: .zeros)
  }

  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    let embedded = patches(x)
    let (batch, width) = (embedded.shape[0], embedded.shape[1])
    let sequence = embedded.reshaped(to: batch, width, -1).transposed(0, 2, 1)
    let empty = x.tape.constant(Tensor.zeros([batch, 1, width], pool: x.tape.pool))
    var hidden = concatenate([empty + x.tape[classToken], sequence], axis: 1) + x.tape[positions]
    hidden = dropout(hidden)
    for block in blocks { hidden = block(hidden) }
    return head(norm(hidden.slice(0..<1, axis: 1).reshaped(to: batch, width)))
  }
}
