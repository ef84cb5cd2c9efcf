/// The file of a checkpoint, part by part: texts and numbers under dotted names, and tensors.
struct CheckpointFile {
  /// What says that a file is a checkpoint, and of which form.
  private static let format = "glissade-checkpoint-1"
  private static let checksumName = "checksum"
  /// Counts that are believed: sums of two, and all in Double, are exact.
  private static let counts = 0...1 << 52
  private(set) var contents: Safetensors

  /// An empty file.
  init() { contents = Safetensors(metadata: ["format": Self.format]) }

  /// A file of the given contents; throws where they are of another format. Nobody asks for their checksum.
  init(_ contents: Safetensors) throws {
    guard contents.metadata["format"] == Self.format else {
      throw CheckpointError.damaged("it does not say that it is one ('format' is not '\(Self.format)')")
    }
    self.contents = contents
  }

  /// A file from a path; throws where it cannot be read, is of another format, or does not have its checksum.
  init(contentsOf path: String) throws {
    try self.init(Safetensors(contentsOf: path))
    guard contents.metadata[Self.checksumName] == checksum else {
      throw CheckpointError.damaged("its contents do not have its checksum, so some of them were changed")
    }
  }

  /// Writes the file with its checksum.
  func write(to path: String) throws {
    var file = contents
    file.metadata[Self.checksumName] = checksum
    try file.write(to: path)
  }

  /// A check of everything but the checksum itself.
  private var checksum: String {
    var check = CRC32(.castagnoli)
    for (name, text) in contents.metadata.sorted(by: { $0.key < $1.key }) where name != Self.checksumName {
      check.add(Array("\(name)\0\(text)\0".utf8)[...])
    }
    for name in contents.names {
      guard let tensor = contents[name] else { continue }
      check.add(Array("\(name)\0\(tensor.elementType)\(tensor.shape)\0".utf8)[...])
      check.add(tensor.bytes)
    }
    return String(check.value, radix: 16)
  }

  mutating func set(_ name: String, _ text: String?) { contents.metadata[name] = text }
  mutating func set(_ name: String, _ number: Int?) { set(name, number.map { "\($0)" }) }

  /// Sets a number; its text has as many digits as it takes to have the same number again.
  mutating func set(_ name: String, _ number: Double?) { set(name, number.map { "\($0)" }) }

  mutating func set(_ name: String, _ numbers: [String: Double]) {
    set(name, numbers.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(separator: "\n"))
  }

  mutating func set(_ name: String, _ tensor: Tensor<some Scalar>) { contents.insert(tensor, named: name) }

  func text(_ name: String) -> String? { contents.metadata[name] }

  func integer(_ name: String) throws -> Int {
    guard let value = text(name).flatMap(Int.init), Self.counts.contains(value) else { throw missing(name) }
    return value
  }

  /// A number as a count, nil where it is none.
  static func count(_ number: Double) -> Int? { Int(exactly: number).flatMap { counts.contains($0) ? $0 : nil } }

  func number(_ name: String) throws -> Double {
    guard let value = text(name).flatMap(Double.init) else { throw missing(name) }
    return value
  }

  /// A number that may be left out.
  func optionalNumber(_ name: String) throws -> Double? { text(name) == nil ? nil : try number(name) }

  func numbers(_ name: String) throws -> [String: Double] {
    guard let text = text(name) else { throw missing(name) }
    var result: [String: Double] = [:]
    for line in text.split(separator: "\n") {
      guard let sign = line.lastIndex(of: "="), let value = Double(line[line.index(after: sign)...]) else {
        throw missing(name)
      }
      result[String(line[..<sign])] = value
    }
    return result
  }

  /// Names, each on a line.
  func lines(_ name: String) throws -> [String] {
    guard let text = text(name) else { throw missing(name) }
    return text.isEmpty ? [] : text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  func tensor<S: Scalar>(_ name: String, as scalar: S.Type = S.self, shape: Shape? = nil) throws -> Tensor<S> {
    // A tensor of another type would be converted, and its bits be others.
    guard let raw = contents[name] else { throw missing(name) }
    guard raw.elementType == ElementType(S.self) else {
      throw CheckpointError.damaged("'\(name)' is of type \(raw.elementType), not \(S.name)")
    }
    return try contents.tensor(name, shape: shape)
  }

  private func missing(_ name: String) -> CheckpointError { .damaged("'\(name)' is missing or makes no sense") }
}
