import Foundation
import Testing

@testable import GlissadeData

@Suite("Safetensors") struct SafetensorsTests {
  @Test("A file of PyTorch's is read") func golden() throws {
    let file = try Safetensors(bytes: safetensorsFixture)
    #expect(file.metadata == ["format": "pt", "näme": "a \"quoted\"\ntext"])
    #expect(
      file.names == [
        "u64", "i64", "w.weight", "b", "empty", "scalar", "u32", "i32", "bf", "h", "u16", "i16", "i8", "u8", "flag",
      ])
    #expect(
      try file.tensor("w.weight", as: Double.self) == Tensor([2, 3], (0..<6).map { Double($0) / 3 }))
    #expect(try file.tensor("b", as: Float.self) == Tensor([3], [1.5, -2, .infinity]))
    #expect(try file.tensor("h", as: Float16.self) == Tensor([2, 1], [0.1, 65504]))
    let narrow = [BFloat16(0.1 as Double), BFloat16(3e38 as Double)]
    #expect(try file.tensor("bf", as: BFloat16.self) == Tensor([2], narrow))
    #expect(try file.tensor("scalar", as: Float.self) == Tensor(2.5))
    #expect(try file.tensor("empty", as: Float.self).shape == [0, 3])
    #expect(try file["i64"]?.integers == [-1, 1 << 62])
    #expect(try file["i32"]?.integers == [-1 << 31, 7])
    #expect(try file["i16"]?.integers == [-300])
    #expect(try file["i8"]?.integers == [-128, 127])
    #expect(try file["u8"]?.integers == [0, 255])
    #expect(try file["u16"]?.integers == [65_535])
    #expect(try file["u32"]?.integers == [4_294_967_295])
    #expect(try file["flag"]?.integers == [1, 0, 1])
    #expect(throws: RawTensorError.integerTooLarge(1 << 63)) { try file["u64"]?.integers }
    #expect(throws: RawTensorError.notIntegers(.float32)) { try file["b"]?.integers }
  }

  @Test("Elements in another scalar type are rounded once") func conversion() throws {
    let file = try Safetensors(bytes: safetensorsFixture)
    #expect(try file.tensor("w.weight", as: Float.self).elements[1] == Float(1.0 / 3))
    #expect(try file.tensor("h", as: Double.self).elements[0] == Double(Float16(0.1)))
    #expect(try file.tensor("u64", as: Float.self).elements == [0x1p63])
    #expect(try file.tensor("flag", as: BFloat16.self).elements == [1, 0, 1])
    // Rounding to Double first would lose what decides a tie.
    let odd = 1 << 62 + 1 << 38 + 1
    #expect(try RawTensor([odd], shape: [1]).tensor(as: Float.self).elements == [0x1p62 + 0x1p39])
  }

  @Test("What is written is read again, bit for bit, and the same each time") func roundTrip() throws {
    let file = try Safetensors(bytes: safetensorsFixture)
    let bytes = file.bytes
    #expect(try Safetensors(bytes: bytes) == file)
    #expect(try Safetensors(bytes: bytes).bytes == bytes)
    var own = Safetensors()
    own.insert(Tensor<BFloat16>([3], [1, -0.0, .infinity]), named: "narrow \"\\\u{1}ü")
    own.insert(
      Tensor<Double>([2, 1], [Double(bitPattern: 0x7ff8_0000_0000_0123), -.leastNonzeroMagnitude]), named: "wide")
    own.insert(RawTensor([5, -6], shape: [2]), named: "counts")
    own.insert(Tensor<Float>([0, 2], []), named: "none")
    own.insert(Tensor<Double>([1], [1]), named: "wide 2")
    let again = try Safetensors(bytes: own.bytes)
    #expect(again == own && again.names == own.names)
    #expect(try again.tensor("wide", as: Double.self).elements[0].bitPattern == 0x7ff8_0000_0000_0123)
    // Every tensor lies at a multiple of its elements' size.
    let wide = try #require(again["wide 2"])
    #expect(wide.bytes.startIndex.isMultiple(of: 8))
  }

  @Test("A file is replaced at once; one that is missing or no file is refused") func files() throws {
    try withTemporaryFolder { folder in
      var file = Safetensors(metadata: ["step": "3"])
      file.insert(Tensor<Float>([2], [1, 2]), named: "w")
      let path = folder + "/model.safetensors"
      try file.write(to: path)
      #expect(try Safetensors(contentsOf: path) == file)
      file.metadata["step"] = "4"
      try file.write(to: path)
      #expect(try Safetensors(contentsOf: path).metadata == ["step": "4"])
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["model.safetensors"])
      #expect(throws: InputError.self) { try Safetensors(contentsOf: folder) }
      #expect(throws: InputError.self) { try Safetensors(contentsOf: folder + "/none") }
      #expect(throws: OutputError.self) { try file.write(to: folder + "/none/model.safetensors") }
    }
  }

  @Test("A missing tensor or another shape is told") func wrongModel() throws {
    let file = try Safetensors(bytes: safetensorsFixture)
    #expect(throws: SafetensorsError.noTensor("c")) { try file.tensor("c", as: Float.self) }
    #expect(throws: SafetensorsError.shapeDiffers("b", found: [3], expected: [4])) {
      try file.tensor("b", as: Float.self, shape: [4])
    }
  }
}
