// Tensors as files hold them. Every machine that Swift runs on keeps numbers little-endian, as the files do.

extension Tensor {
  /// A tensor of the bytes of its elements, little-endian and row-major; traps where their number is not the shape's.
  package init(_ shape: Shape, littleEndian bytes: ArraySlice<UInt8>) {
    require(
      bytes.count == shape.count * MemoryLayout<S>.size, "\(bytes.count) bytes do not fill shape \(shape) of \(S.name)")
    self.init(uninitialized: shape, pool: nil)
    withSharedMutableElements { target in
      bytes.withUnsafeBytes { source in
        UnsafeMutableRawBufferPointer(start: target, count: source.count).copyMemory(from: source)
      }
    }
  }

  /// The bytes of the elements, little-endian and row-major.
  package var littleEndianBytes: [UInt8] {
    withElements { Array(UnsafeRawBufferPointer(start: $0, count: count * MemoryLayout<S>.size)) }
  }
}

extension Tensor<Float> {
  /// A tensor whose elements are those of a table of 256 at the given bytes; traps where their number is not the shape's.
  package init(_ shape: Shape, lookingUp bytes: ArraySlice<UInt8>, in table: [Float]) {
    require(bytes.count == shape.count && table.count == 256, "\(bytes.count) bytes do not fill shape \(shape)")
    self.init(uninitialized: shape, pool: nil)
    withSharedMutableElements { target in
      for (index, byte) in bytes.enumerated() { target[index] = table[Int(byte)] }
    }
  }
}
