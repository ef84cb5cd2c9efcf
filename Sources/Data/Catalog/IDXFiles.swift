/// The four files of MNIST's form in a folder.
struct IDXFiles {
  /// Their usual names; each may have `.gz` behind it.
  static let names = [
    "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte",
  ]

  private let paths: [String]

  /// The files of a folder, nil where one is missing.
  init?(in folder: String) {
    let here = DataFolders([folder])
    paths = IDXFiles.names.compactMap { here.find([$0, "\($0).gz"]) }
    guard paths.count == IDXFiles.names.count else { return nil }
  }

  /// The images and labels, with pixels from 0 to 1.
  func load() throws -> LabeledData {
    let tensors = try paths.map { path in try DataFileError.naming(path) { try RawTensor(idxFile: path) } }
    return try LabeledData(
      images: tensors[0], labels: tensors[1], testImages: tensors[2], testLabels: tensors[3])
  }
}
