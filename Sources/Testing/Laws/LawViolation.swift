/// A law that an optimizer breaks.
public struct LawViolation: Error, Hashable, CustomStringConvertible {
  /// What was checked.
  public let optimizer: String
  /// The scalar type.
  public let scalar: String
  /// The law.
  public let law: OptimizerLaw
  /// What happened.
  public let message: String

  /// The law and what happened instead.
  public var description: String { "\(optimizer) in \(scalar): \(law.rawValue), but \(message)" }
}

/// All laws that an optimizer breaks: what `checkLaws` throws.
public struct LawViolations: Error, CustomStringConvertible {
  /// At least one.
  public let violations: [LawViolation]

  /// A line for each.
  public var description: String { violations.map(\.description).joined(separator: "\n") }
}

/// What holds of every optimizer, or of those that say so.
public enum OptimizerLaw: String, CaseIterable, Sendable {
  /// A copy of parameters and state goes on as if nothing had happened.
  case resume = "saved and restored at any step equals uninterrupted"
  /// Clipping at an enormous norm, a schedule of ones, a frame that does nothing.
  case identity = "identity transforms change no bit"
  /// Also after ordinary gradients.
  case zeroGradients = "zero gradients keep everything finite"
  /// Down to the smallest number of the scalar type, alone and after ordinary gradients.
  case tinyGradients = "tiny gradients keep everything finite"
  /// The caller's gradient and copies of parameters are left alone.
  case values = "arguments are values"
  /// A model without parameters is no special case.
  case empty = "an empty vector is left alone"
  /// Of elementwise optimizers: registers and single scalars, of every length.
  case lanes = "the vectorized path equals the scalar path bit for bit"
  /// Of those that say `.elementwise`.
  case permutation = "permuting parameters permutes the result"
  /// Of those that do not say `.segmented`.
  case segments = "the result does not depend on how parameters are divided into segments"
  /// Of those that say `.scaleInvariant`.
  case scale = "gradients times a number give the same steps"
  /// The mean of equal gradients to the bit, of different ones to rounding.
  case accumulation = "accumulating micro-batches equals the large batch"
  /// Of entries of the registry: to 0 or none, from choice to choice, and back.
  case switching = "a hyperparameter that decides what is kept can change and change back"
}
