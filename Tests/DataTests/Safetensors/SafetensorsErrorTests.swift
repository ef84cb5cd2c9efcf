import Testing

@testable import GlissadeData

@Suite("Malformed safetensors") struct SafetensorsErrorTests {
  /// A file with the given header and so many bytes after it.
  func file(_ header: String, _ count: Int = 0) -> [UInt8] {
    LittleEndian.bytes(of: [UInt64(header.utf8.count)]) + Array(header.utf8) + [UInt8](repeating: 0, count: count)
  }

  func entry(_ name: String, _ from: Int, _ to: Int, shape: String = "[2]", type: String = "F32") -> String {
    "\"\(name)\":{\"dtype\":\"\(type)\",\"shape\":\(shape),\"data_offsets\":[\(from),\(to)]}"
  }

  func expect(_ error: SafetensorsError, _ bytes: [UInt8]) {
    #expect(throws: error, "\(error)") { try Safetensors(bytes: bytes) }
  }

  @Test func lengths() {
    expect(.tooShort(7), [1, 2, 3, 4, 5, 6, 7])
    expect(.headerTooLong(.max), [UInt8](repeating: 255, count: 20))
    expect(.headerTooLong(100_000_001), LittleEndian.bytes(of: [100_000_001 as UInt64]))
    expect(.headerCutOff(9, found: 2), LittleEndian.bytes(of: [9 as UInt64]) + [0x7b, 0x7d])
    expect(.noHeader, file(" {}"))
    expect(.noHeader, file(""))
    #expect(throws: Never.self) { try Safetensors(bytes: file("{} \n")) }
  }

  @Test func offsets() {
    let (a, b) = (entry("a", 0, 8), entry("b", 8, 16))
    #expect(throws: Never.self) { try Safetensors(bytes: file("{\(b),\(a)}", 16)) }
    expect(.bytesLeft(1), file("{\(a),\(b)}", 17))
    expect(.misplaced("b", from: 8, to: 16, expected: 8, byteCount: 15), file("{\(a),\(b)}", 15))
    expect(.misplaced("c", from: 4, to: 12, expected: 8, byteCount: 16), file("{\(a),\(entry("c", 4, 12))}", 16))
    expect(.misplaced("c", from: 9, to: 17, expected: 8, byteCount: 17), file("{\(a),\(entry("c", 9, 17))}", 17))
    expect(.malformed("a", "'data_offsets' is not a beginning and an end"), file("{\(entry("a", 8, 0))}", 8))
  }

  @Test func entries() {
    expect(.duplicateName("a"), file("{\(entry("a", 0, 8)),\(entry("a", 8, 16))}", 16))
    expect(.duplicateName("k"), file(#"{"__metadata__":{"k":"1","k":"2"}}"#))
    expect(.unsupportedType("a", "F8_E4M3"), file("{\(entry("a", 0, 2, type: "F8_E4M3"))}", 2))
    expect(.sizesDiffer("a", .float32, shape: [3], byteCount: 8), file("{\(entry("a", 0, 8, shape: "[3]"))}", 8))
    let huge = "[4294967296,4294967296,4]"
    expect(
      .sizesDiffer("a", .float32, shape: [1 << 32, 1 << 32, 4], byteCount: 0),
      file("{\(entry("a", 0, 0, shape: huge))}"))
    expect(
      .malformed("a", "'dtype', 'shape' or 'data_offsets' is missing"), file(#"{"a":{"dtype":"F32","shape":[]}}"#))
    expect(.malformed("a", "'dtype' is given twice"), file(#"{"a":{"dtype":"F32","dtype":"F32"}}"#))
    // A key that the format does not have is passed over, as by its own library.
    #expect(throws: Never.self) {
      try Safetensors(bytes: file(#"{"a":{"x":[{"y":null}],"dtype":"F32","shape":[0],"data_offsets":[0,0]}}"#))
    }
  }

  @Test func headerText() {
    for (text, position) in [
      (#"{"a":1}"#, 5), ("{", 1), ("{}x", 2), (#"{"a":{"shape":[-1]}}"#, 17), (#"{"a":{"shape":[1.5]}}"#, 18),
      (#"{"a":{"shape":[01]}}"#, 17), (#"{"a":{"shape":[99999999999999999999]}}"#, 35),
      (#"{"__metadata__":{"a":1}}"#, 21), (#"{"\ud800":{}}"#, 8), ("{\"a\n\":{}}", 3), (#"{"a":{"x":tru}}"#, 10),
      (#"{"a":{"x":1e}}"#, 12),
    ] {
      let error = #expect(throws: SafetensorsError.self, "\(text)") { try Safetensors(bytes: file(text)) }
      guard case .header(let place) = error else {
        Issue.record("\(text): \(String(describing: error))")
        continue
      }
      #expect(place.position == position, "\(text): \(place)")
    }
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: SafetensorsError.self) { try Safetensors(bytes: file(#"{"a":{"x":"# + deep)) }
  }

  @Test("A damaged file is read or refused") func damaged() {
    readDamaged(safetensorsFixture, refusing: SafetensorsError.self) { bytes in
      let file = try Safetensors(bytes: bytes)
      for name in file.names {
        do { _ = try file.tensor(name, as: Float.self) } catch is RawTensorError {}
      }
    }
  }
}
