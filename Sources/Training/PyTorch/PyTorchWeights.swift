/// The weights of a model in the names and layouts of PyTorch, to be exchanged in a safetensors file.
///
/// ```swift
/// try PyTorchWeights(trainer.parameters, trainer.modelState).file(for: model).write(to: "model.safetensors")
/// let weights = try PyTorchWeights<Float>(Safetensors(contentsOf: "model.safetensors"), for: model)
/// ```
/// In Python: `model.load_state_dict(safetensors.torch.load_file("model.safetensors"))`, and
/// `safetensors.torch.save_file(model.state_dict(), "model.safetensors")`, where tied weights need a copy first. Names are those of
/// `PyTorchNames`; `Docs/Guides/PyTorchWeights.md` lists them.
public struct PyTorchWeights<S: Scalar>: Sendable {
  /// The parameters.
  public var parameters: ParameterVector<S>
  /// The state, such as running means.
  public var state: ModelState<S>

  /// The weights of a model with its state, by default that before the first step.
  public init(_ parameters: ParameterVector<S>, _ state: ModelState<S>? = nil) {
    self.parameters = parameters
    self.state = state ?? ModelState(parameters.layout)
  }

  /// The weights of a file for a model.
  ///
  /// Throws where a tensor is missing or has another shape, and, unless `allowsOthers`, where the file holds one that the model
  /// lacks.
  public init(_ file: Safetensors, for model: some Layer, allowsOthers: Bool = false) throws {
    let layout = ParameterLayout(of: model)
    self.init(.zeros(layout))
    let entries = PyTorchNames(of: model).entries
    let names = Set(entries.map(\.name))
    if !allowsOthers, let other = file.names.first(where: { !names.contains($0) }) {
      throw PyTorchWeightsError.unknownTensor(other)
    }
    for entry in entries {
      if let slot = entry.state {
        guard let index = layout.stateSlots.firstIndex(where: { $0.slot === slot }) else { continue }
        state.tensors[index] = try file.tensor(entry.name, shape: slot.shape)
        continue
      }
      let tensor: Tensor<S> = try file.tensor(entry.name, shape: entry.shape)
      let elements = tensor.elements
      var start = 0
      for parameter in entry.parameters {
        let end = start + parameter.shape.count
        parameters[parameter] = Tensor(parameter.shape, elements[start..<end])
        start = end
      }
    }
  }

  /// The file of a model with these weights; counts are whole numbers, as in PyTorch.
  public func file(for model: some Layer) -> Safetensors {
    var file = Safetensors(metadata: ["format": "pt"])
    let parameters = parameters.rebound(to: ParameterLayout(of: model))
    for entry in PyTorchNames(of: model).entries {
      if let slot = entry.state {
        guard let index = parameters.layout.stateSlots.firstIndex(where: { $0.slot === slot }) else { continue }
        let tensor = state.tensors[index]
        if entry.name.hasSuffix("num_batches_tracked") {
          file.insert(RawTensor([Int(tensor.item.double)], shape: []), named: entry.name)
        } else {
          file.insert(tensor, named: entry.name)
        }
      } else {
        let elements = entry.parameters.flatMap { parameters[$0].elements }
        file.insert(Tensor<S>(entry.shape, elements), named: entry.name)
      }
    }
    return file
  }
}

/// What can be wrong with weights of PyTorch beside what `SafetensorsError` says.
public enum PyTorchWeightsError: Error, Hashable, CustomStringConvertible {
  /// The file holds a tensor that the model lacks.
  case unknownTensor(String)

  /// A sentence that says what to do.
  public var description: String {
    switch self {
    case .unknownTensor(let name):
      "The weights hold '\(name)', which the model lacks: choose the model with which they were made."
    }
  }
}
