import Testing

@testable import GlissadeData

@Suite("NPY and NPZ") struct NPYTests {
  @Test("Arrays of NumPy's") func arrays() throws {
    let floats = Tensor<Float>([2, 3], [1.5, -2, .infinity, 0, 0.1, 65_504])
    #expect(try RawTensor(npy: Fixture.npyFloats[...]).tensor(as: Float.self) == floats)
    #expect(try RawTensor(npy: Fixture.npyHalves[...]).tensor(as: Float16.self) == floats.converted())
    let counted = try RawTensor(npy: Fixture.npyFortran[...]).tensor(as: Double.self)
    #expect(counted == Tensor([2, 3, 2], (0..<12).map(Double.init)))
    #expect(try RawTensor(npy: Fixture.npyShorts[...]).integers == [1, -2, 32_767, -32_768])
    let truths = try RawTensor(npy: Fixture.npyTruths[...])
    #expect(try truths.integers == [1, 0, 1] && truths.shape == [3, 1])
    let scalar = try RawTensor(npy: Fixture.npyScalar[...])
    #expect(try scalar.shape == [] && scalar.tensor(as: Double.self).item == 0x1p63)
  }

  /// A file of version 1 with a header, and elements after it.
  func file(_ header: String, _ elements: [UInt8] = [], version: UInt8 = 1) -> [UInt8] {
    [0x93] + Array("NUMPY".utf8) + [version, 0, UInt8(header.utf8.count), 0] + Array(header.utf8) + elements
  }

  @Test("Malformed arrays are refused") func malformed() {
    func expect(_ error: NPYError, _ bytes: [UInt8]) {
      #expect(throws: error, "\(error)") { try RawTensor(npy: bytes[...]) }
    }
    let good = "{'descr': '<f4', 'fortran_order': False, 'shape': (1,), }"
    #expect(throws: Never.self) { try RawTensor(npy: file(good, [0, 0, 0, 0])[...]) }
    #expect(throws: Never.self) {
      try RawTensor(npy: file("{\"shape\":(1L, 1L),\"descr\":\"|b1\",\"fortran_order\":True}\n", [1])[...])
    }
    expect(.notNPY, Array("NUMPY".utf8))
    expect(.cutOff, [0x93] + Array("NUMPY".utf8) + [1])
    expect(.cutOff, Array(file(good).dropLast()))
    expect(.version(4), file(good, version: 4))
    expect(.headerTooLong(0x01_0000), [0x93] + Array("NUMPY".utf8) + [2, 0, 0, 0, 1, 0])
    expect(.sizesDiffer(.float32, shape: [1], byteCount: 3), file(good, [0, 0, 0]))
    expect(.unsupportedType("<c8"), file(good.replacing("f4", with: "c8")))
    expect(.unsupportedType("|O"), file(good.replacing("<f4", with: "|O")))
    expect(.header("a ''' is missing"), file(good.replacing("'<f4'", with: "[('a', '<f4')]")))
    expect(.header("'fortran_order' is neither True nor False"), file(good.replacing("False", with: "0")))
    expect(.header("'shape' is no tuple of whole numbers"), file(good.replacing("(1,)", with: "(-1,)")))
    expect(.header("an entry is missing"), file("{'descr': '<f4'}"))
    expect(.header("'x' is unknown or comes twice"), file("{'x': 1}"))
    expect(.header("something follows it"), file(good + "x"))
    let huge = "(4294967296, 4294967296, 4)"
    expect(
      .sizesDiffer(.float32, shape: [1 << 32, 1 << 32, 4], byteCount: 0), file(good.replacing("(1,)", with: huge)))
  }

  @Test("Archives, stored and packed") func archives() throws {
    let stored = try NPZ(bytes: Fixture.npzStored)
    #expect(stored.names == ["x", "y"] && stored["x"]?.shape == [2, 3])
    #expect(try stored["x"]?.integers == [0, 1, 2, 3, 4, 5])
    #expect(try stored.tensor("y", as: Float.self).elements == [1.5])
    #expect(throws: NPYError.noArray("z")) { try stored.tensor("z", as: Float.self) }
    #expect(try NPZ(bytes: Fixture.npzPacked)["squares"]?.integers == (0..<200).map { $0 * $0 })
    #expect(throws: DeflateError.tooLarge(limit: 900)) { try NPZ(bytes: Fixture.npzPacked, limit: 900) }
    // 176 and 132 bytes: the second is too much.
    #expect(throws: DeflateError.tooLarge(limit: 300)) { try NPZ(bytes: Fixture.npzStored, limit: 300) }
  }

  @Test("Malformed archives are refused") func malformedArchives() throws {
    #expect(throws: ZipError.noArchive) { try NPZ(bytes: []) }
    #expect(throws: ZipError.noArchive) { try NPZ(bytes: Array(Fixture.npzStored.dropLast())) }
    let end = Fixture.npzStored.count - 22
    var many = Fixture.npzStored
    many.replaceSubrange(end + 8..<end + 12, with: [255, 255, 255, 255])
    #expect(throws: ZipError.unsupported("it is of the 64-bit extension")) { try NPZ(bytes: many) }
    var outside = Fixture.npzStored
    outside[end + 19] = 0x10
    #expect(throws: ZipError.damaged("its directory lies outside it")) { try NPZ(bytes: outside) }
    let directory = try #require(
      Fixture.npzStored[..<end].indices.first { Fixture.npzStored[$0...].starts(with: [0x50, 0x4b, 1, 2]) })
    var encrypted = Fixture.npzStored
    encrypted[directory + 8] |= 1
    #expect(throws: ZipError.unsupported("'x.npy' is encrypted")) { try NPZ(bytes: encrypted) }
    var other = Fixture.npzStored
    other[directory + 10] = 12
    #expect(throws: ZipError.unsupported("'x.npy' is packed by method 12")) { try NPZ(bytes: other) }
    var wrong = Fixture.npzStored
    wrong[directory + 16] ^= 1
    #expect(throws: DeflateError.checksum) { try NPZ(bytes: wrong) }
  }

  @Test("Damaged files are read or refused") func damaged() {
    for fixture in [Fixture.npyFloats, Fixture.npyFortran, Fixture.npyScalar] {
      readDamaged(fixture, refusing: NPYError.self) { bytes in
        let array = try RawTensor(npy: bytes[...])
        do { _ = try array.tensor(as: Float.self) } catch is RawTensorError {}
      }
    }
    for fixture in [Fixture.npzStored, Fixture.npzPacked] {
      readDamaged(fixture, refusing: (any ArchiveError).self) { _ = try NPZ(bytes: $0) }
    }
  }
}
