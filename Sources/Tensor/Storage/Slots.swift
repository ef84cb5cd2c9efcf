/// The state of an elementwise rule at one element, or one register of elements: up to five values. The numbers that are
/// the same for all elements come in the same form.
@frozen public struct Slots<V: Lane> {
  @usableFromInline var first: V
  @usableFromInline var second: V
  @usableFromInline var third: V
  @usableFromInline var fourth: V
  @usableFromInline var fifth: V

  /// The most slots that a rule may have.
  public static var capacity: Int { 5 }

  /// All slots zero.
  @inlinable @inline(__always) public init() {
    first = V(0)
    second = V(0)
    third = V(0)
    fourth = V(0)
    fifth = V(0)
  }

  /// The value of a slot, in the order in which the rule lists them.
  @inlinable @inline(__always) public subscript(index: Int) -> V {
    get {
      switch index {
      case 0: first
      case 1: second
      case 2: third
      case 3: fourth
      case 4: fifth
      default: fatalError("a rule has five slots at most, numbered from 0")
      }
    }
    set {
      switch index {
      case 0: first = newValue
      case 1: second = newValue
      case 2: third = newValue
      case 3: fourth = newValue
      case 4: fifth = newValue
      default: fatalError("a rule has five slots at most, numbered from 0")
      }
    }
  }
}

extension Slots {
  /// The given values in order, then zeros; five at most.
  @usableFromInline init(_ values: [V]) {
    require(values.count <= Self.capacity, "a rule takes at most \(Self.capacity) numbers, not \(values.count)")
    self.init()
    for (index, value) in values.enumerated() { self[index] = value }
  }

  /// Numbers, rounded to another lane's precision, in each of its elements.
  @inlinable @inline(__always) init(_ numbers: Slots<ScalarLane<Double>>) {
    first = V(numbers.first.value)
    second = V(numbers.second.value)
    third = V(numbers.third.value)
    fourth = V(numbers.fourth.value)
    fifth = V(numbers.fifth.value)
  }
}
