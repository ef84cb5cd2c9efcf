/// A choice among the parameters of a model, by role or name.
public struct SegmentMask: Sendable {
  private let predicate: @Sendable (ParameterLayout.Segment) -> Bool

  /// The parameters for which `predicate` is true.
  public init(_ predicate: @escaping @Sendable (ParameterLayout.Segment) -> Bool) { self.predicate = predicate }

  /// All parameters.
  public static let all = SegmentMask { _ in true }
  /// Parameters of the given roles; `.roles(.weight, .embedding)` is what is usually meant to decay.
  public static func roles(_ roles: Parameter.Role...) -> SegmentMask { SegmentMask { roles.contains($0.role) } }
  /// Parameters whose name contains one of the texts.
  public static func names(containing texts: String...) -> SegmentMask {
    SegmentMask { segment in texts.contains { segment.name.contains($0) } }
  }
  /// Matrices and kernels: parameters of more than one axis.
  public static let matrices = SegmentMask { $0.shape.rank > 1 }
  /// The others.
  public static prefix func ! (mask: SegmentMask) -> SegmentMask { SegmentMask { !mask.includes($0) } }

  /// Whether a parameter is chosen.
  public func includes(_ segment: ParameterLayout.Segment) -> Bool { predicate(segment) }
}
