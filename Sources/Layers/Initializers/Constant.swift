/// Every element the same.
public struct ConstantInitializer: Initializer {
  /// The value of every element.
  public let value: Double

  /// Every element `value`.
  public init(_ value: Double) { self.value = value }

  public func values(shape: Shape, stream: RandomStream) -> [Double] {
    [Double](repeating: value, count: shape.count)
  }
}

extension Initializer where Self == ConstantInitializer {
  /// Every element 0.
  public static var zeros: Self { ConstantInitializer(0) }
  /// Every element 1.
  public static var ones: Self { ConstantInitializer(1) }
  /// Every element `value`.
  public static func constant(_ value: Double) -> Self { ConstantInitializer(value) }
}
