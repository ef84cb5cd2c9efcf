/// Handwritten digits, 1,797 images of 8 × 8 pixels in ten classes, embedded in the package.
///
/// The test part of the UCI set (Alpaydin and Kaynak 1998, doi:10.24432/C50P49, CC BY 4.0), the one that scikit-learn ships.
/// Pixels are scaled from 0…16 to 0…1, which every scalar type holds exactly.
public struct Digits: Sendable {
  /// 1,437 images to train on.
  public let training: LabeledExamples
  /// 360 images to test on, in the same proportions of classes.
  public let test: LabeledExamples

  /// The number of images to train on.
  public static let trainingCount = 1_437
  /// The number of images to test on.
  public static let testCount = 360

  /// The digits in their fixed split.
  public static func load() throws -> Digits {
    let (pixels, labels) = try DigitsDecoder.decode()
    let features = Tensor<Float>([labels.count, 64], pixels.map { Float($0) / 16 })
    let all = try LabeledExamples(features: features, labels: labels, classCount: 10)
    let split = stratifiedSplit(
      labels: labels, testCount: testCount, stream: RandomStream(seed: 0, purpose: .splitting, index: 0))
    return Digits(training: try all.selecting(split.training), test: try all.selecting(split.test))
  }
}
