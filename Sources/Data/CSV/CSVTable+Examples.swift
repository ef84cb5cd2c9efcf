extension CSVTable {
  /// The most classes that labels may be numbers of.
  static let maximumClassCount = 65_536

  /// The rows with their labels as classes, and what the classes are called.
  ///
  /// Labels that are all whole numbers from 0 are the classes' numbers. Otherwise the classes are the texts that occur, in
  /// the order of their Unicode scalars; or `classes`, which a test set takes over from the training set, and then a label
  /// that is none of them throws.
  public func labeledExamples(classes: [String]? = nil) throws -> (examples: LabeledExamples, classes: [String]) {
    let classes = classes ?? classNames
    var numbers: [String: Int] = [:]
    for (number, name) in classes.enumerated() { numbers[name] = number }
    let indices = try labels.map { label in
      guard let number = numbers[label] ?? numbers[CSVTable.wholeNumber(label).map(String.init) ?? label] else {
        throw CSVError.unknownClass(label)
      }
      return number
    }
    let examples = try LabeledExamples(features: features, labels: indices, classCount: classes.count)
    return (examples, classes)
  }

  /// The rows with their labels as numbers to predict; throws where one is no number.
  public func targetExamples() throws -> TargetExamples {
    let targets = try labels.map { label in
      guard let value = DecimalNumber.float(Array(label.utf8)[...]) else { throw CSVError.unknownClass(label) }
      return value
    }
    return try TargetExamples(features: features, targets: Tensor([targets.count, 1], targets))
  }

  private var classNames: [String] {
    let numbers = labels.compactMap(CSVTable.wholeNumber)
    if numbers.count == labels.count, let largest = numbers.max() { return (0...largest).map(String.init) }
    return Set(labels).sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
  }

  /// The number of a class that is written as one.
  private static func wholeNumber(_ text: String) -> Int? {
    Int(text).flatMap { (0..<maximumClassCount).contains($0) ? $0 : nil }
  }
}
