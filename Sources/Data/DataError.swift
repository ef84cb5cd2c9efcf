/// What can be wrong with data; each case describes itself in a sentence that says what to do.
public enum DataError: Error, Equatable, CustomStringConvertible {
  /// Inputs and labels or targets do not go together.
  case sizesDiffer(String)
  /// A label is negative or too large.
  case labelOutsideClasses(Int, classCount: Int)
  /// There is nothing to train on, or nothing to test with.
  case noExamples
  /// A folder has no files that are known.
  case unknownFolder

  /// The sentence.
  public var description: String {
    switch self {
    case .sizesDiffer(let sizes): "There are \(sizes); give as many as there are inputs."
    case .labelOutsideClasses(let label, let count):
      "Label \(label) lies outside the \(count) classes, which are numbered from 0 to \(count - 1)."
    case .noExamples: "There are too few examples for a part to train on and one to test with."
    case .unknownFolder:
      "A folder of data has \(IDXFiles.names.joined(separator: ", ")), as they are or packed by gzip, or train.csv and "
        + "test.csv; this one has neither."
    }
  }
}
