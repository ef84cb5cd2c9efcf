/// A message in the wire format of protocol buffers, as far as TensorBoard's events need it.
///
/// <https://protobuf.dev/programming-guides/encoding/>
struct ProtocolBuffer {
  private(set) var bytes: [UInt8] = []

  /// Adds a whole number.
  mutating func add(_ field: Int, _ value: Int) {
    addVarint(UInt64(field) << 3)
    addVarint(UInt64(bitPattern: Int64(value)))
  }

  /// Adds a number of 64 bits.
  mutating func add(_ field: Int, _ value: Double) {
    addVarint(UInt64(field) << 3 | 1)
    bytes += LittleEndian.bytes(of: [value.bitPattern])
  }

  /// Adds a number of 32 bits.
  mutating func add(_ field: Int, _ value: Float) {
    addVarint(UInt64(field) << 3 | 5)
    bytes += LittleEndian.bytes(of: [value.bitPattern])
  }

  /// Adds a text.
  mutating func add(_ field: Int, _ text: String) { add(field, Array(text.utf8)) }

  /// Adds a message within the message.
  mutating func add(_ field: Int, _ message: ProtocolBuffer) { add(field, message.bytes) }

  private mutating func add(_ field: Int, _ contents: [UInt8]) {
    addVarint(UInt64(field) << 3 | 2)
    addVarint(UInt64(contents.count))
    bytes += contents
  }

  /// Seven bits a byte, the lowest first; all but the last byte have their highest bit set.
  private mutating func addVarint(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}
