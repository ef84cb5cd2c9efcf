import Testing

@testable import GlissadeTraining

/// Bytes against the formats' definitions; `.ci/check-tensorboard` has TensorBoard itself read a file.
@Suite struct TensorBoardTests {
  @Test func messagesAreInTheWireFormat() {
    var message = ProtocolBuffer()
    message.add(1, 150)
    #expect(message.bytes == [0x08, 0x96, 0x01])
    message = ProtocolBuffer()
    message.add(2, "testing")
    #expect(message.bytes == [0x12, 0x07] + Array("testing".utf8))
    message = ProtocolBuffer()
    message.add(3, Float(1))
    message.add(1, 1.0)
    #expect(message.bytes == [0x1d, 0, 0, 0x80, 0x3f, 0x09, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f])
    var outer = ProtocolBuffer()
    outer.add(16, message)
    #expect(outer.bytes == [0x82, 0x01, 14] + message.bytes)
    message = ProtocolBuffer()
    message.add(1, -1)
    #expect(message.bytes == [0x08] + [UInt8](repeating: 0xff, count: 9) + [0x01])
  }

  @Test func recordsAreFramed() {
    let record = TensorBoardEvent.fileStart(seconds: 0)
    // The length, as 64 bits, and the check of these eight bytes.
    #expect(Array(record.prefix(8)) == [24, 0, 0, 0, 0, 0, 0, 0])
    #expect(record.count == 8 + 4 + 24 + 4)
    let message = Array(record[12..<36])
    #expect(message == [0x09, 0, 0, 0, 0, 0, 0, 0, 0, 0x1a, 13] + Array("brain.Event:2".utf8))
    #expect(record[8..<12].elementsEqual(masked(Array(record.prefix(8)))))
    #expect(record[36...].elementsEqual(masked(message)))
  }

  /// ((check rotated right by 15) + 0xa282ead8), as TensorFlow's record_writer.h has it.
  private func masked(_ bytes: [UInt8]) -> [UInt8] {
    let check = CRC32.of(bytes[...], .castagnoli)
    let value = (check >> 15 | check << 17) &+ 0xa282_ead8
    return (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  @Test func aNumberIsASummary() {
    let record = TensorBoardEvent(seconds: 2, step: 300, scalars: [(tag: "loss", value: 0.5)]).record
    let value: [UInt8] = [0x0a, 4] + Array("loss".utf8) + [0x15, 0, 0, 0, 0x3f]
    let summary: [UInt8] = [0x0a, UInt8(value.count)] + value
    let event: [UInt8] = [0x09, 0, 0, 0, 0, 0, 0, 0, 0x40, 0x10, 0xac, 0x02, 0x2a, UInt8(summary.count)] + summary
    #expect(Array(record[12..<(record.count - 4)]) == event)
  }
}
