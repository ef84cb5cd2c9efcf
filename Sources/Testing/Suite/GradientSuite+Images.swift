extension GradientSuite {
  /// Convolutions, pooling and interpolation with each of their options.
  static var images: [any GradientSubject] { convolutions + transposedConvolutions + pooling + resampling }

  private static var convolutions: [any GradientSubject] {
    [
      layer(Conv1d(2, 3, kernel: 3, padding: 1), [2, 2, 7], name: "Conv1d"),
      layer(Conv1d(2, 3, kernel: 3, stride: 2, padding: 2, dilation: 2), [1, 2, 10], name: "Conv1d, dilated"),
      layer(Conv1d(3, 6, kernel: 3, groups: 3, bias: false), [2, 3, 6], name: "Conv1d, depthwise, no bias"),
      layer(Conv2d(2, 3, kernel: 3), [2, 2, 5, 6], name: "Conv2d"),
      layer(Conv2d(2, 3, kernel: 3), [9, 2, 4, 3], name: "Conv2d, more images than partial sums"),
      layer(Conv2d(2, 2, kernel: [3, 2], stride: [2, 1], padding: [1, 0]), [2, 2, 6, 4], name: "Conv2d, strides"),
      layer(
        Conv2d(2, 2, kernel: [3, 2], padding: [2, 0], dilation: [2, 1]), [1, 2, 6, 5], name: "Conv2d, dilations"),
      layer(Conv2d(4, 6, kernel: 2, groups: 2, bias: false), [2, 4, 4, 3], name: "Conv2d, groups, no bias"),
      layer(Conv2d(3, 3, kernel: 3, padding: .same, groups: 3), [2, 3, 4, 4], name: "Conv2d, depthwise"),
      layer(Conv2d(1, 2, kernel: [4, 3], padding: .same), [2, 1, 5, 5], name: "Conv2d, same, even kernel"),
      layer(Conv2d(3, 2, kernel: 1), [2, 3, 3, 3], name: "Conv2d, pointwise"),
      layer(Conv2d(3, 2, kernel: 1, stride: 2), [2, 3, 5, 4], name: "Conv2d, pointwise with strides"),
      layer(Conv2d(1, 2, kernel: 2, stride: 3, padding: 2), [1, 1, 2, 3], name: "Conv2d, windows in the padding"),
      layer(Conv2d(1, 2, kernel: 3, padding: 1, border: .reflect), [2, 1, 4, 5], name: "Conv2d, reflected"),
      layer(Conv2d(1, 2, kernel: 3, padding: 2, border: .replicate), [2, 1, 4, 3], name: "Conv2d, replicated"),
      layer(Conv2d(1, 2, kernel: 3, padding: .same, border: .circular), [2, 1, 4, 3], name: "Conv2d, circular"),
      layer(
        Sequential {
          Conv2d(2, 3, kernel: 3, padding: 1)
          ReLU()
        }, [2, 2, 4, 5], name: "Conv2d, rectified"),
      layer(
        Sequential {
          Conv2d(2, 3, kernel: 3, stride: 2)
          ReLU()
        }, [2, 2, 5, 7], name: "Conv2d, strides, rectified"),
      layer(Conv3d(2, 2, kernel: 2, padding: 1), [1, 2, 3, 3, 2], name: "Conv3d"),
      layer(
        Conv3d(2, 2, kernel: [1, 2, 3], stride: [2, 1, 2], padding: [0, 1, 1], groups: 2), [2, 2, 3, 3, 4],
        name: "Conv3d, options"),
    ]
  }

  private static var transposedConvolutions: [any GradientSubject] {
    [
      layer(ConvTranspose1d(2, 3, kernel: 3, stride: 2), [2, 2, 4], name: "ConvTranspose1d"),
      layer(ConvTranspose2d(2, 3, kernel: 3), [1, 2, 3, 4], name: "ConvTranspose2d"),
      layer(
        ConvTranspose2d(2, 2, kernel: 3, stride: 2, padding: 1, outputPadding: 1), [2, 2, 3, 3],
        name: "ConvTranspose2d, output padding"),
      layer(
        ConvTranspose2d(4, 2, kernel: 2, dilation: 2, groups: 2, bias: false), [1, 4, 3, 2],
        name: "ConvTranspose2d, groups"),
      layer(
        ConvTranspose3d(2, 1, kernel: 2, stride: [1, 2, 1], outputPadding: [0, 1, 0]), [1, 2, 2, 2, 3],
        name: "ConvTranspose3d"),
    ]
  }

  private static var pooling: [any GradientSubject] {
    [
      pool(MaxPool1d(2), [2, 2, 7], "MaxPool1d"),
      pool(MaxPool2d(2), [2, 2, 4, 6], "MaxPool2d"),
      pool(MaxPool2d(3, stride: 2, padding: 1), [1, 2, 5, 6], "MaxPool2d, overlapping"),
      pool(MaxPool2d(2, stride: 2, dilation: 2, roundsUp: true), [1, 1, 6, 7], "MaxPool2d, dilated, rounded up"),
      pool(MaxPool3d([1, 2, 2], stride: 1), [1, 1, 2, 3, 4], "MaxPool3d"),
      pool(AvgPool1d(2), [1, 2, 6], "AvgPool1d"),
      pool(AvgPool2d(3, stride: 2, padding: 1), [1, 1, 5, 5], "AvgPool2d, padding counted"),
      pool(
        AvgPool2d(3, stride: 2, padding: 1, roundsUp: true, countsPadding: false), [1, 1, 6, 6],
        "AvgPool2d, padding not counted"),
      pool(AvgPool2d([3, 2], stride: [2, 1], roundsUp: true), [2, 1, 6, 4], "AvgPool2d, rounded up"),
      pool(AvgPool3d(2), [1, 2, 2, 4, 2], "AvgPool3d"),
      pool(AdaptiveAvgPool1d(3), [1, 2, 7], "AdaptiveAvgPool1d"),
      pool(AdaptiveAvgPool2d([3, 2]), [1, 2, 7, 5], "AdaptiveAvgPool2d"),
      pool(AdaptiveMaxPool2d([2, 3]), [1, 1, 5, 7], "AdaptiveMaxPool2d"),
      pool(GlobalAveragePool(), [2, 3, 3, 2], "GlobalAveragePool"),
      pool(GlobalMaxPool(), [2, 3, 3, 2], "GlobalMaxPool"),
    ]
  }

  private static var resampling: [any GradientSubject] {
    var result: [any GradientSubject] = []
    for interpolation in Interpolation.allCases {
      let label = interpolation.rawValue
      result.append(layer(Upsample(by: 2, interpolation), [1, 2, 2, 3], name: "Upsample, doubled, \(label)"))
      result.append(layer(Upsample(to: [5, 2], interpolation), [1, 2, 2, 3], name: "Upsample, to sizes, \(label)"))
      result.append(layer(Upsample(by: [3], interpolation), [1, 2, 4], name: "Upsample of sequences, \(label)"))
    }
    result.append(layer(PixelShuffle(2), [1, 8, 2, 3]))
    result.append(FunctionSubject(PixelUnshuffleProgram(), at: [sample([1, 2, 4, 6])]))
    result.append(layer(Flatten(), [2, 3, 2]))
    result.append(layer(Unflatten(1, 2, 3), [2, 6]))
    return result
  }

  /// A pooling at numbers of which no two are alike, nor so near that a difference's step exchanges them.
  private static func pool(_ layer: some Layer, _ shape: Shape, _ name: String) -> any GradientSubject {
    let numbers = (0..<shape.count).map { index -> Double in Double(2 * (index * 37 % 127) - 125) / 64 }
    let point = Tensor<Double>(shape, numbers)
    return LayerSubject(layer, at: point, seed: 7, pass: .evaluation, name: name)
  }
}

struct PixelUnshuffleProgram: DifferentiableFunction {
  func callAsFunction<S: Scalar>(_ x: [Variable<S>]) -> Variable<S> { pixelUnshuffle(x[0], factor: 2) }
}
