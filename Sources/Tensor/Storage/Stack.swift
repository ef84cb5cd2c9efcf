/// Elements in memory of their own, last in, first out; it is not copied.
///
/// Where an array is a property of an object, to read or change an element of it retains and releases the array. A stack has
/// one owner, so that its elements are used where they lie.
struct Stack<Element>: ~Copyable {
  private var elements = UnsafeMutablePointer<Element>.allocate(capacity: 16)
  private var capacity = 16
  /// The number of elements.
  private(set) var count = 0

  deinit {
    elements.deinitialize(count: count)
    elements.deallocate()
  }

  /// The indices of the elements, from the first that came.
  var indices: Range<Int> { 0..<count }

  /// An element in place; traps where there is none.
  subscript(index: Int) -> Element {
    @inline(__always) _read {
      precondition(index >= 0 && index < count)
      yield elements[index]
    }
    @inline(__always) _modify {
      precondition(index >= 0 && index < count)
      yield &elements[index]
    }
  }

  /// Adds an element.
  mutating func append(_ element: consuming Element) {
    if count == capacity { grow() }
    (elements + count).initialize(to: element)
    count += 1
  }

  /// Forgets the last element; traps where there is none.
  mutating func removeLast() {
    precondition(count > 0)
    count -= 1
    (elements + count).deinitialize(count: 1)
  }

  /// Forgets all elements and keeps the memory.
  mutating func removeAll() {
    elements.deinitialize(count: count)
    count = 0
  }

  private mutating func grow() {
    let wider = UnsafeMutablePointer<Element>.allocate(capacity: 2 * capacity)
    wider.moveInitialize(from: elements, count: count)
    elements.deallocate()
    elements = wider
    capacity *= 2
  }
}
