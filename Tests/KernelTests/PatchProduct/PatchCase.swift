import GlissadeNumerics

/// Sizes of a product with patches: those of a window that slides over the rows of images.
struct PatchCase {
  var outputs: Int
  var channels: Int
  var kernel: Int
  /// The positions of the window along a row, and the number of rows.
  var width: Int
  var height: Int
  var stride = 1
  /// Whether the patches are transposed: positions are what is summed over.
  var isTransposed = false

  /// Rows that are alone, few and many; panels that are full and that are not; depths below, at and above a block's.
  static let all = [
    PatchCase(outputs: 1, channels: 1, kernel: 1, width: 1, height: 1),
    PatchCase(outputs: 3, channels: 2, kernel: 3, width: 5, height: 4),
    PatchCase(outputs: 14, channels: 1, kernel: 5, width: 28, height: 3),
    PatchCase(outputs: 33, channels: 23, kernel: 5, width: 14, height: 14),
    PatchCase(outputs: 8, channels: 128, kernel: 2, width: 16, height: 2),
    PatchCase(outputs: 7, channels: 57, kernel: 3, width: 70, height: 2),
    PatchCase(outputs: 5, channels: 3, kernel: 3, width: 9, height: 7, stride: 2),
    PatchCase(outputs: 65, channels: 9, kernel: 5, width: 14, height: 14, isTransposed: true),
    PatchCase(outputs: 6, channels: 11, kernel: 3, width: 33, height: 17, isTransposed: true),
    PatchCase(outputs: 2, channels: 3, kernel: 1, width: 9, height: 3, stride: 3, isTransposed: true),
  ]

  private var rowLength: Int { (width - 1) * stride + kernel }
  private var channelLength: Int { ((height - 1) * stride + kernel) * rowLength }

  /// Elements of the image.
  var imageCount: Int { channels * channelLength }

  /// Calls `body` with the product; there are `gap` elements between the rows of C.
  func withProduct(gap: Int, _ body: (PatchProduct) -> Void) {
    var taps: [Int] = []
    for channel in 0..<channels {
      for y in 0..<kernel { for x in 0..<kernel { taps.append(channel * channelLength + y * rowLength + x) } }
    }
    let positions = (0..<height * width).map { ($0 / width * rowLength + $0 % width) * stride }
    let (rows, depth) = isTransposed ? (taps, positions) : (positions, taps)
    rows.withUnsafeBufferPointer { rows in
      depth.withUnsafeBufferPointer { depth in
        guard let rowOffsets = rows.baseAddress, let depthOffsets = depth.baseAddress else { return }
        body(
          PatchProduct(
            rows: rows.count, columns: outputs, depth: depth.count, rowOffsets: rowOffsets, depthOffsets: depthOffsets,
            transposesC: !isTransposed, strideC: (isTransposed ? outputs : rows.count) + gap))
      }
    }
  }
}

extension PatchProduct {
  /// Elements of C, with those between its rows.
  var countC: Int { (transposesC ? columns : rows) * strideC }

  /// C for an image, a matrix, a bias for each of its rows and what C was.
  func result<S: Scalar>(_ image: [S], _ b: [S], bias: [S]?, _ c: [S]) -> [S] {
    var c = c
    var packed = [S](repeating: .nan, count: PatchProduct.packedCount(rows: columns, depth: depth))
    S.packForPatches(b, stride: b.count / columns, rows: columns, depth: depth, into: &packed)
    if let bias {
      bias.withUnsafeBufferPointer { S.multiply(self, image, packed, bias: $0.baseAddress, into: &c) }
    } else {
      S.multiply(self, image, packed, bias: nil, into: &c)
    }
    return c
  }
}
