/// A convolution over one to four spatial axes: its window, and the groups into which the channels fall.
///
/// With g groups, the outputs of each group see the inputs of that group alone; with as many groups as input channels
/// the convolution is depthwise.
public struct ConvolutionGeometry: Hashable, Sendable {
  /// The window.
  public let window: WindowGeometry
  /// The number of groups.
  public let groups: Int

  /// A convolution of the given window, with one group by default.
  public init(_ window: WindowGeometry, groups: Int = 1) {
    require(groups >= 1, "a convolution has one group or more, not \(groups)")
    self.window = window
    self.groups = groups
  }
}
