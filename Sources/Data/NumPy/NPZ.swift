/// Named arrays in one file, as NumPy's `savez` and `savez_compressed` write them.
///
/// ```swift
/// let images = try NPZ(contentsOf: "mnist.npz").tensor("x_train", as: Float.self)
/// ```
public struct NPZ: Sendable, Equatable {
  /// The names of the arrays, in the order of the file.
  public let names: [String]
  private let arrays: [String: RawTensor]

  /// The arrays of a file; throws an `InputError` where it cannot be read, else as `init(bytes:limit:)`.
  public init(contentsOf path: String, limit: Int = 4 << 30) throws {
    try self.init(bytes: FileContents.bytes(of: path), limit: limit)
  }

  /// The arrays of a file's bytes.
  ///
  /// Throws a `ZipError`, a `DeflateError` or an `NPYError` where they are not of the format, are damaged, or take more than
  /// `limit` bytes in all (default 4 GiB).
  public init(bytes: [UInt8], limit: Int = 4 << 30) throws {
    let archive = try ZipArchive(bytes[...])
    var names: [String] = []
    var arrays: [String: RawTensor] = [:]
    var left = limit
    for entry in archive.entries {
      let name = entry.name.hasSuffix(".npy") ? String(entry.name.dropLast(4)) : entry.name
      guard entry.size <= left else { throw DeflateError.tooLarge(limit: limit) }
      left -= entry.size
      let contents = try archive.contents(of: entry)
      guard arrays.updateValue(try RawTensor(npy: contents), forKey: name) == nil else {
        throw NPYError.duplicateName(name)
      }
      names.append(name)
    }
    self.names = names
    self.arrays = arrays
  }

  /// The array of a name, nil where there is none.
  public subscript(name: String) -> RawTensor? { arrays[name] }

  /// The array of a name in a scalar type, converted as by `RawTensor.tensor(as:)`; throws where there is none.
  public func tensor<S: Scalar>(_ name: String, as scalar: S.Type = S.self) throws -> Tensor<S> {
    guard let array = arrays[name] else { throw NPYError.noArray(name) }
    return try array.tensor()
  }
}
