extension Safetensors {
  /// The file: the same bytes for the same tensors, in the same order, and metadata.
  public var bytes: [UInt8] {
    let parts = parts
    var bytes: [UInt8] = []
    bytes.reserveCapacity(parts.reduce(0) { $0 + $1.count })
    for part in parts { bytes += part }
    return bytes
  }

  /// Writes the file beside, makes sure that it reached the disk, and renames it to its place; throws an `OutputError` where
  /// that fails, and leaves what was there.
  public func write(to path: String) throws { try AtomicFile.write(parts, to: path) }

  /// The length of the header, the header, and the tensors.
  private var parts: [ArraySlice<UInt8>] {
    // The widest elements first, so that every tensor lies at a multiple of its elements' size.
    let members = names.compactMap { name in tensors[name].map { (name: name, tensor: $0) } }
    let order = members.indices.sorted {
      (members[$1].tensor.elementType.byteCount, $0) < (members[$0].tensor.elementType.byteCount, $1)
    }
    var starts = [Int](repeating: 0, count: members.count)
    var end = 0
    for index in order {
      starts[index] = end
      end += members[index].tensor.bytes.count
    }
    var texts: [String] = []
    if !metadata.isEmpty {
      let pairs = metadata.sorted { $0.key < $1.key }.map { "\(JSONText.quoted($0)):\(JSONText.quoted($1))" }
      texts.append("\(JSONText.quoted(SafetensorsHeader.metadataName)):{\(pairs.joined(separator: ","))}")
    }
    for (member, start) in zip(members, starts) {
      let tensor = member.tensor
      let shape = tensor.shape.map(String.init).joined(separator: ",")
      texts.append(
        """
        \(JSONText.quoted(member.name)):{"dtype":"\(tensor.elementType.safetensorsName)","shape":[\(shape)],\
        "data_offsets":[\(start),\(start + tensor.bytes.count)]}
        """)
    }
    var header = Array("{\(texts.joined(separator: ","))}".utf8)
    header += [UInt8](repeating: UInt8(ascii: " "), count: -header.count & 7)
    let length = LittleEndian.bytes(of: [UInt64(header.count)])
    return [length[...], header[...]] + order.map { members[$0].tensor.bytes }
  }
}
