/// What can be wrong with data; each case describes itself in a sentence that says what to do.
public enum DataError: Error, Equatable, CustomStringConvertible {
  /// Inputs and labels or targets do not go together.
  case sizesDiffer(String)
  /// A label is negative or too large.
  case labelOutsideClasses(Int, classCount: Int)

  /// The sentence.
  public var description: String {
    switch self {
    case .sizesDiffer(let sizes): "There are \(sizes); give as many as there are inputs."
    case .labelOutsideClasses(let label, let count):
      "Label \(label) lies outside the \(count) classes, which are numbered from 0 to \(count - 1)."
    }
  }
}
