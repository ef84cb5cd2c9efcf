import Foundation

extension ComparisonLine {
  /// The line's text, members in alphabetic order.
  public var text: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }

  /// Reads a line; nil for an event of another name, which is to be ignored.
  init?(text: some StringProtocol) throws {
    let (decoder, data) = (JSONDecoder(), Data(text.utf8))
    switch try decoder.decode(Event.self, from: data).event {
    case "comparison": self = .comparison(try decoder.decode(ComparisonHeader.self, from: data))
    case "trial": self = .trial(try decoder.decode(TrialLine.self, from: data))
    case "tuned": self = .tuned(try decoder.decode(TunedLine.self, from: data))
    case "run": self = .run(try decoder.decode(RunLine.self, from: data))
    case "summary": self = .summary(try decoder.decode(SummaryLine.self, from: data))
    case "test": self = .test(try decoder.decode(TestLine.self, from: data))
    case "profile": self = .profile(try decoder.decode(ProfileLine.self, from: data))
    case "finished": self = .finished(try decoder.decode(FinishedLine.self, from: data))
    default: return nil
    }
  }
}

/// What every line has.
private struct Event: Codable { let event: String }

extension ComparisonLine: Encodable {
  public func encode(to encoder: any Encoder) throws {
    let (name, members): (String, any Encodable) =
      switch self {
      case .comparison(let line): ("comparison", line)
      case .trial(let line): ("trial", line)
      case .tuned(let line): ("tuned", line)
      case .run(let line): ("run", line)
      case .summary(let line): ("summary", line)
      case .test(let line): ("test", line)
      case .profile(let line): ("profile", line)
      case .finished(let line): ("finished", line)
      }
    try Event(event: name).encode(to: encoder)
    try members.encode(to: encoder)
  }
}
