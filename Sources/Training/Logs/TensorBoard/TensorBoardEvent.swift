/// Numbers of one step, as an event of TensorBoard's files.
///
/// The messages `Event` and `Summary` of TensorFlow's `event.proto` and `summary.proto`, and its TFRecord framing: the length,
/// its check, the message, its check.
struct TensorBoardEvent {
  /// When it was, in seconds since 1970.
  let seconds: Double
  /// The number of steps taken.
  let step: Int
  /// The numbers under their names.
  let scalars: [(tag: String, value: Float)]

  /// The event as it stands in the file.
  var record: [UInt8] {
    var summary = ProtocolBuffer()
    for scalar in scalars {
      var value = ProtocolBuffer()
      value.add(1, scalar.tag)
      value.add(2, scalar.value)
      summary.add(1, value)
    }
    var event = ProtocolBuffer()
    event.add(1, seconds)
    event.add(2, step)
    event.add(5, summary)
    return Self.framed(event)
  }

  /// What a file begins with: the version of its format.
  static func fileStart(seconds: Double) -> [UInt8] {
    var event = ProtocolBuffer()
    event.add(1, seconds)
    event.add(3, "brain.Event:2")
    return framed(event)
  }

  private static func framed(_ message: ProtocolBuffer) -> [UInt8] {
    let length = LittleEndian.bytes(of: [UInt64(message.bytes.count)])
    return length + LittleEndian.bytes(of: [masked(length)]) + message.bytes
      + LittleEndian.bytes(of: [masked(message.bytes)])
  }

  /// TFRecord's form of a check, for data that may hold checks itself.
  private static func masked(_ bytes: [UInt8]) -> UInt32 {
    let check = CRC32.of(bytes[...], .castagnoli)
    return (check >> 15 | check << 17) &+ 0xa282_ead8
  }
}
