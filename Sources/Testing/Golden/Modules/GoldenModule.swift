import GlissadeTraining

/// What a layer, function or loss of another library is here.
struct GoldenModule {
  /// The places of parameters and state.
  var layout = ParameterLayout([])
  /// Our names by theirs; a parameter of theirs that holds several of ours has their rows one after the other.
  var names: [String: [String]] = [:]
  /// Whether the pass is one of training.
  var isTraining = false
  /// The outputs by name; a loss has one, `value`.
  var forward: (GoldenInputs) throws -> [String: Variable<Double>]

  /// A function without parameters.
  init(_ forward: @escaping (GoldenInputs) throws -> [String: Variable<Double>]) { self.forward = forward }

  /// A layer of one input and one output, called `input` and `output`.
  init(_ layer: some Layer) { self.init(layer) { ["output": layer(try $0.variable("input"))] } }

  /// A layer that is called in a way of its own.
  init(_ layer: some Layer, _ forward: @escaping (GoldenInputs) throws -> [String: Variable<Double>]) {
    layout = ParameterLayout(of: layer)
    names = PyTorchNames(of: layer).names(in: layout)
    self.forward = forward
  }

  /// Makes a module from the configuration of a case; it reads all that it understands.
  typealias Maker = @Sendable (GoldenHyper) throws -> GoldenModule
}

/// The inputs of a case.
struct GoldenInputs {
  /// The tape on which they are.
  let tape: Tape<Double>
  private let tensors: [String: JSONValue]
  private(set) var variables: [String: Variable<Double>] = [:]

  init(_ tensors: [String: JSONValue], on tape: Tape<Double>) throws {
    self.tape = tape
    self.tensors = tensors
    for (name, value) in tensors where value["dtype"] == nil || value["dtype"]?.text == "float32" {
      variables[name] = tape.variable(try value.tensor())
    }
  }

  /// Whether there is an input of a name.
  func has(_ name: String) -> Bool { tensors[name] != nil && tensors[name] != .null }

  /// The shape of an input.
  func shape(_ name: String) throws -> Shape {
    guard let tensor = tensors[name] else { throw GoldenUnsupported("there is no input '\(name)'") }
    return try tensor.shape()
  }

  /// An input of numbers, through which gradients flow.
  func variable(_ name: String) throws -> Variable<Double> {
    guard let variable = variables[name] else { throw GoldenUnsupported("there is no input of numbers '\(name)'") }
    return variable
  }

  /// An input of whole numbers, such as tokens or labels.
  func integers(_ name: String) throws -> [Int] {
    guard let values = tensors[name]?["data"]?.array?.compactMap(\.count) else {
      throw GoldenUnsupported("there is no input of whole numbers '\(name)'")
    }
    return values
  }

  /// An input of truth values.
  func flags(_ name: String) throws -> [Bool] {
    guard let values = tensors[name]?["data"]?.array else {
      throw GoldenUnsupported("there is no input of truth values '\(name)'")
    }
    return values.map { $0.bool ?? ($0.number != 0) }
  }
}
