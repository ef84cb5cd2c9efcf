@testable import GlissadeData

/// What reading an archive of arrays may throw.
protocol ArchiveError: Error {}
extension ZipError: ArchiveError {}
extension DeflateError: ArchiveError {}
extension NPYError: ArchiveError {}
