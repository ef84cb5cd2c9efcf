/// The state of an elementwise rule at one element, or one register of elements: up to five values.
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
