import Foundation

/// The folders in which data sets are looked for.
public struct DataFolders: Sendable, Hashable {
  /// The paths, first first.
  public let paths: [String]

  /// The given folders.
  public init(_ paths: [String]) { self.paths = paths }

  /// The folder that the environment variable GLISSADE_DATA names, ./data, and ~/.cache/glissade.
  public static var standard: DataFolders {
    let named = ProcessInfo.processInfo.environment["GLISSADE_DATA"].flatMap { $0.isEmpty ? nil : $0 }
    return DataFolders([named, "data", NSHomeDirectory() + "/.cache/glissade"].compactMap(\.self))
  }

  /// The first of some relative paths that exists in one of the folders, nil where none does.
  func find(_ names: [String]) -> String? {
    paths.flatMap { folder in names.map { "\(folder)/\($0)" } }.first(where: FileManager.default.fileExists)
  }
}
