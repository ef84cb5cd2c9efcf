/// Where each parameter of a model lies in one flat vector: named segments, one after the other without gaps.
public struct ParameterLayout: Sendable {
  /// One parameter's place.
  public struct Segment: Hashable, Sendable {
    /// The path of property names from the model to the parameter, such as `hidden.weight` or `0.bias`.
    public let name: String
    /// The sizes of the axes.
    public let shape: Shape
    /// What the parameter is for.
    public let role: Parameter.Role
    /// The elements of the flat vector that it takes up.
    public let range: Range<Int>
  }

  /// All of it in one object, for every copy of a vector copies its layout.
  private final class Contents: Sendable {
    let segments: [Segment]
    let count: Int
    let slots: [Parameter]
    let indices: [ObjectIdentifier: Int]
    let randomSlots: [ObjectIdentifier: Int]
    let stateSlots: [(name: String, slot: StateSlot)]
    let stateIndices: [ObjectIdentifier: Int]
    // Kept, or another object could have the identifier of one.
    private let randomSlotObjects: [RandomSlot]

    init(
      _ slots: [(name: String, parameter: Parameter)], _ randomSlots: [RandomSlot],
      _ stateSlots: [(name: String, slot: StateSlot)]
    ) {
      var segments: [Segment] = []
      var kept: [Parameter] = []
      var indices: [ObjectIdentifier: Int] = [:]
      var start = 0
      for (name, parameter) in slots where indices[ObjectIdentifier(parameter)] == nil {
        indices[ObjectIdentifier(parameter)] = segments.count
        let range = start..<(start + parameter.shape.count)
        segments.append(Segment(name: name, shape: parameter.shape, role: parameter.role, range: range))
        kept.append(parameter)
        start = range.upperBound
      }
      var streams: [ObjectIdentifier: Int] = [:]
      for slot in randomSlots where streams[ObjectIdentifier(slot)] == nil {
        streams[ObjectIdentifier(slot)] = streams.count
      }
      var states: [(name: String, slot: StateSlot)] = []
      var stateIndices: [ObjectIdentifier: Int] = [:]
      for (name, slot) in stateSlots where stateIndices[ObjectIdentifier(slot)] == nil {
        stateIndices[ObjectIdentifier(slot)] = states.count
        states.append((name, slot))
      }
      self.segments = segments
      self.count = start
      self.slots = kept
      self.indices = indices
      self.randomSlots = streams
      self.stateSlots = states
      self.stateIndices = stateIndices
      self.randomSlotObjects = randomSlots
    }
  }

  private let contents: Contents

  /// All places, in order.
  public var segments: [Segment] { contents.segments }
  /// The number of elements of the flat vector.
  public var count: Int { contents.count }
  /// The parameters, in order.
  public var slots: [Parameter] { contents.slots }
  var randomSlots: [ObjectIdentifier: Int] { contents.randomSlots }
  /// The places of state that is not trained, with their names.
  public var stateSlots: [(name: String, slot: StateSlot)] { contents.stateSlots }
  var stateIndices: [ObjectIdentifier: Int] { contents.stateIndices }

  /// A layout of the given slots; a slot that comes twice, as tied weights do, has one place under its first name.
  public init(
    _ slots: [(name: String, parameter: Parameter)], randomSlots: [RandomSlot] = [],
    stateSlots: [(name: String, slot: StateSlot)] = []
  ) {
    contents = Contents(slots, randomSlots, stateSlots)
  }

  /// The shape of a segment, and where it starts, without a copy of the list.
  func place(of index: Int) -> (shape: Shape, start: Int) {
    (contents.segments[index].shape, contents.segments[index].range.lowerBound)
  }

  /// The index of the segment of a slot; traps for a slot that the model does not hold.
  public func index(of parameter: Parameter) -> Int {
    guard let index = contents.indices[ObjectIdentifier(parameter)] else {
      fatalError(
        "a parameter of shape \(parameter.shape) is not part of the model: layers must be stored properties of it")
    }
    return index
  }
}

extension ParameterLayout: Equatable {
  /// Whether two layouts have the same segments.
  public static func == (left: ParameterLayout, right: ParameterLayout) -> Bool {
    left.contents === right.contents || left.segments == right.segments
  }
}
