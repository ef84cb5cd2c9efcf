/// Named tensors in one file, in the format in which PyTorch and others exchange weights.
///
/// ```swift
/// var file = Safetensors(metadata: ["format": "pt"])
/// file.insert(weights, named: "0.weight")
/// try file.write(to: "model.safetensors")
/// let same = try Safetensors(contentsOf: "model.safetensors").tensor("0.weight", as: Float.self)
/// ```
/// A file is eight bytes with the length of a header, the header in JSON, and the tensors' bytes without gaps. Reading takes
/// memory for the file once; tensors are parts of it until they are converted.
/// <https://huggingface.co/docs/safetensors>
public struct Safetensors: Sendable, Equatable {
  /// Texts that go with the tensors.
  public var metadata: [String: String]
  /// The names of the tensors, in order.
  public private(set) var names: [String] = []
  var tensors: [String: RawTensor] = [:]

  /// No tensors yet.
  public init(metadata: [String: String] = [:]) { self.metadata = metadata }

  /// The tensor of a name as it is in the file, nil where there is none.
  public subscript(name: String) -> RawTensor? { tensors[name] }

  /// The tensor of a name in a scalar type, converted as by `RawTensor.tensor(as:)`.
  ///
  /// Throws where there is none, where it has another shape than `shape` if that is given, and what the conversion throws.
  public func tensor<S: Scalar>(_ name: String, as scalar: S.Type = S.self, shape: Shape? = nil) throws -> Tensor<S> {
    guard let raw = tensors[name] else { throw SafetensorsError.noTensor(name) }
    if let shape, raw.shape != shape.sizesArray {
      throw SafetensorsError.shapeDiffers(name, found: raw.shape, expected: shape.sizesArray)
    }
    return try raw.tensor()
  }

  /// Adds a tensor at the end, or puts it in the place of the one of that name.
  public mutating func insert(_ tensor: RawTensor, named name: String) {
    require(name != SafetensorsHeader.metadataName, "'\(name)' is no name for a tensor: the format uses it itself")
    if tensors.updateValue(tensor, forKey: name) == nil { names.append(name) }
  }

  /// Adds a tensor bit for bit at the end, or puts it in the place of the one of that name.
  public mutating func insert(_ tensor: Tensor<some Scalar>, named name: String) {
    insert(RawTensor(tensor), named: name)
  }
}
