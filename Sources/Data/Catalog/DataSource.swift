/// Which data is meant, as it is said on a command line.
public enum DataSource: Sendable, Hashable {
  /// The embedded handwritten digits.
  case digits
  /// The handwritten digits of LeCun, Cortes and Burges: 60,000 and 10,000 images of 28 × 28 pixels.
  case mnist
  /// Images of clothes in MNIST's form (Xiao, Rasul, Vollgraf 2017, arXiv:1708.07747).
  case fashionMNIST
  /// Parts of Shakespeare's plays, 1,115,394 characters (Karpathy 2015).
  case text
  /// A file or folder.
  case path(String)

  /// The source of a name; a text that is no name is a path.
  public init(_ text: String) { self = DataSource.names.first { $0.name == text }?.source ?? .path(text) }

  /// The names of sources that have one.
  public static let names: [(name: String, source: DataSource)] = [
    ("digits", .digits), ("mnist", .mnist), ("fashion-mnist", .fashionMNIST), ("text", .text),
  ]

  /// What the source is called: its name or its path.
  public var name: String {
    if case .path(let path) = self { return path }
    return DataSource.names.first { $0.source == self }?.name ?? ""
  }
}

/// Data to train on.
public enum DataSet: Sendable {
  /// Images, or other inputs, with classes.
  case labeled(LabeledData)
  /// A text, to be predicted symbol by symbol.
  case text(TextCorpus)
}
