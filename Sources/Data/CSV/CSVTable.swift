/// Rows of numbers from comma-separated values, with a label each if a column has them.
///
/// ```swift
/// let flowers = try CSVTable(contentsOf: "iris.csv", labels: .named("species")).labeledExamples()
/// ```
public struct CSVTable: Sendable, Equatable {
  /// Which column has the labels.
  public enum Labels: Sendable, Hashable {
    /// None.
    case none
    /// The column at an index from 0, or from the end where it is negative.
    case at(Int)
    /// The column that the first row names so.
    case named(String)
  }

  /// The names of all columns, that of labels included; empty where the first row has none.
  public let names: [String]
  /// The numbers, [rows, columns without labels].
  public let features: Tensor<Float>
  /// The labels as they are written; empty where there are none.
  public let labels: [String]

  /// The rows of a file, plain or packed by gzip; throws an `InputError` where it cannot be read, a `DeflateError` where it
  /// does not unpack, else as `init(bytes:)`.
  public init(
    contentsOf path: String, labels: Labels = .at(-1), hasNames: Bool? = nil, separator: Unicode.Scalar = ","
  ) throws {
    try self.init(
      bytes: Gzip.unpackIfPacked(FileContents.bytes(of: path)), labels: labels, hasNames: hasNames,
      separator: separator)
  }

  /// The rows of a file's bytes, in UTF-8.
  ///
  /// Throws a `CSVError`, with the line, where the rows have different lengths, quotes do not match, or a field that is no
  /// label is no number.
  /// - Parameters:
  ///   - bytes: The file, unpacked.
  ///   - labels: Which column has the labels, by default the last.
  ///   - hasNames: Whether the first row names the columns; by default, where a field of it that is no label is no number.
  ///   - separator: What is between fields, an ASCII character.
  public init(
    bytes: [UInt8], labels: Labels = .at(-1), hasNames: Bool? = nil, separator: Unicode.Scalar = ","
  ) throws {
    require(separator.isASCII, "fields are separated by an ASCII character, not '\(separator)'")
    var reader = CSVReader(bytes, separator: UInt8(ascii: separator))
    var fields: [ArraySlice<UInt8>] = []
    guard try reader.readRecord(into: &fields) else { throw CSVError.noRows }
    let width = fields.count
    let first = fields.map { String(decoding: $0, as: UTF8.self) }
    let column = try CSVTable.column(labels, first)
    guard width > (column == nil ? 0 : 1) else { throw CSVError.noNumbers }
    let isNamed =
      hasNames ?? (labels.isName || fields.indices.contains { $0 != column && DecimalNumber.float(fields[$0]) == nil })
    names = isNamed ? first : []
    var numbers: [Float] = []
    var texts: [String] = []
    var count = 0
    var hasRow = isNamed ? try reader.readRecord(into: &fields) : true
    while hasRow {
      guard fields.count == width else {
        throw CSVError.fieldCount(line: reader.recordLine, found: fields.count, expected: width)
      }
      for (index, field) in fields.enumerated() {
        if index == column {
          texts.append(String(decoding: field, as: UTF8.self))
        } else if let number = DecimalNumber.float(field) {
          numbers.append(number)
        } else {
          throw CSVError.notNumber(
            line: reader.recordLine, column: index + 1, text: String(decoding: field.prefix(40), as: UTF8.self))
        }
      }
      count += 1
      hasRow = try reader.readRecord(into: &fields)
    }
    guard count > 0 else { throw CSVError.noRows }
    guard max(count, width) <= Int(Int32.max) else { throw CSVError.tooLarge }
    features = Tensor([count, width - (column == nil ? 0 : 1)], numbers)
    self.labels = texts
  }

  /// The index of the column of labels, nil for none.
  private static func column(_ labels: Labels, _ first: [String]) throws -> Int? {
    switch labels {
    case .none: return nil
    case .at(let index):
      let column = index < 0 ? first.count + index : index
      guard first.indices.contains(column) else { throw CSVError.noColumn("\(index)", count: first.count) }
      return column
    case .named(let name):
      guard let column = first.firstIndex(of: name) else { throw CSVError.noColumn(name, count: first.count) }
      return column
    }
  }
}

extension CSVTable.Labels {
  fileprivate var isName: Bool { if case .named = self { true } else { false } }
}
