/// What random numbers are for; streams of different purposes are independent even if all else is the same.
///
/// Make your own from any name: `RandomPurpose("augmentation")`.
public struct RandomPurpose: Hashable, Sendable {
  /// The name from which the code derives.
  public let name: String
  /// The 64-bit FNV-1a hash of the name's UTF-8.
  let code: UInt64

  /// The purpose with this name; equal names are equal purposes on every machine.
  public init(_ name: String) {
    self.name = name
    code = name.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  /// Initial values of parameters.
  public static let initialization = RandomPurpose("initialization")
  /// The order of examples within an epoch.
  public static let shuffling = RandomPurpose("shuffling")
  /// Masks of dropout.
  public static let dropout = RandomPurpose("dropout")
  /// Noise added to weights or inputs.
  public static let noise = RandomPurpose("noise")
  /// Noise added to gradients by an optimizer's transform.
  public static let gradientNoise = RandomPurpose("gradient noise")
  /// The choice between the two neighbors of a number that is rounded.
  public static let rounding = RandomPurpose("rounding")
  /// Probes from which an optimizer learns a preconditioner.
  public static let preconditioning = RandomPurpose("preconditioning")
  /// The division of a data set into parts.
  public static let splitting = RandomPurpose("splitting")
  /// Probe directions and points of checks and estimators.
  public static let checking = RandomPurpose("checking")
}
