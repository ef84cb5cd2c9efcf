/// The number of spatial axes of a layer, as a type: what tells `Conv1d` from `Conv2d`.
public protocol SpatialRank: Sendable {
  /// The number of axes.
  static var axes: Int { get }
}

/// One axis: sequences [N, C, L].
public enum OneAxis: SpatialRank {
  public static var axes: Int { 1 }
}

/// Two axes: images [N, C, H, W].
public enum TwoAxes: SpatialRank {
  public static var axes: Int { 2 }
}

/// Three axes: volumes [N, C, D, H, W].
public enum ThreeAxes: SpatialRank {
  public static var axes: Int { 3 }
}
