import Foundation

extension DataSet {
  /// The data of a source.
  ///
  /// Throws a `MissingData` that says how to get it where it is not there, and a `DataFileError` where it cannot be read. A file is a table
  /// (.csv), arrays of NumPy (.npz, with x_train, y_train, x_test, y_test) or a text (any other in UTF-8), also packed by
  /// gzip; a folder has the four files of MNIST's form, or train.csv and test.csv.
  public static func load(_ source: DataSource, in folders: DataFolders = .standard) throws -> DataSet {
    switch source {
    case .digits:
      let digits = try Digits.load()
      let data = try LabeledData(training: digits.training, test: digits.test)
      return .labeled(try data.reshaped(to: [8, 8]))
    case .mnist: return .labeled(try mnist(in: folders))
    case .fashionMNIST: return .labeled(try fashionMNIST(in: folders))
    case .text:
      guard let path = folders.find(["tinyshakespeare.txt", "text/tinyshakespeare.txt"]) else {
        throw MissingData(source: source, folders: folders)
      }
      return .text(try TextCorpus(contentsOf: path))
    case .path(let path): return try load(path: path)
    }
  }

  private static func mnist(in folders: DataFolders) throws -> LabeledData {
    for folder in folders.paths.flatMap({ ["\($0)/mnist", $0] }) {
      if let files = IDXFiles(in: folder) { return try files.load() }
    }
    throw MissingData(source: .mnist, folders: folders)
  }

  private static func fashionMNIST(in folders: DataFolders) throws -> LabeledData {
    // Not the folders themselves: what lies there in this form is MNIST.
    for folder in folders.paths.map({ "\($0)/fashion-mnist" }) + [debianFashionMNIST] {
      if let files = IDXFiles(in: folder) { return try files.load() }
    }
    throw MissingData(source: .fashionMNIST, folders: folders)
  }

  /// Where Debian's package `dataset-fashion-mnist` puts its files.
  private static let debianFashionMNIST = "/usr/share/datasets/fashion-mnist"

  private static func load(path: String) throws -> DataSet {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw MissingData(source: .path(path), folders: DataFolders([]))
    }
    if isFolder.boolValue { return .labeled(try load(folder: path)) }
    let name = path.hasSuffix(".gz") ? String(path.dropLast(3)) : path
    return try DataFileError.naming(path) {
      if name.hasSuffix(".csv") { return .labeled(try LabeledData(csv: path)) }
      if name.hasSuffix(".npz") { return .labeled(try LabeledData(npz: NPZ(contentsOf: path))) }
      return .text(try TextCorpus(contentsOf: path))
    }
  }

  private static func load(folder: String) throws -> LabeledData {
    if let files = IDXFiles(in: folder) { return try files.load() }
    let here = DataFolders([folder])
    guard let training = here.find(["train.csv", "train.csv.gz"]), let test = here.find(["test.csv", "test.csv.gz"])
    else { throw DataFileError(path: folder, problem: DataError.unknownFolder) }
    return try DataFileError.naming(folder) { try LabeledData(csv: training, test: test) }
  }
}

/// Data that is not where it was looked for.
public struct MissingData: Error, Hashable, CustomStringConvertible {
  /// What was looked for.
  public let source: DataSource
  /// Where.
  public let folders: DataFolders

  /// A sentence that says how to get it.
  public var description: String {
    let places = folders.paths.joined(separator: ", ")
    return switch source {
    case .mnist:
      "MNIST is not in \(places), nor in folders 'mnist' there: put its four files there, "
        + "\(IDXFiles.names.joined(separator: ", ")), as they are or packed by gzip, from any of its mirrors."
    case .fashionMNIST:
      "Fashion-MNIST is not here: 'apt-get install dataset-fashion-mnist' on Debian and Ubuntu, or put its four files, "
        + "as they are on its GitHub page, into a folder 'fashion-mnist' in one of \(places)."
    case .text:
      "tinyshakespeare.txt is not in \(places): get it from the char-rnn or nanoGPT repository, where it is called input.txt, "
        + "or name another text by its path."
    case .digits: "The digits are part of the program, and missing."
    case .path(let path):
      "There is no file or folder '\(path)', and no data set of that name; those with names are "
        + DataSource.names.map(\.name).joined(separator: ", ") + "."
    }
  }
}
