import Foundation
import Glissade
import GlissadeSuite

/// `glissade`, the command line.
@main
enum GlissadeCommand {
  static var commands: [any Command.Type] {
    [
      TrainCommand.self, CompareCommand.self, FindRateCommand.self, SweepCommand.self, ReportCommand.self,
      OptimizersCommand.self, ModelsCommand.self, PredictCommand.self, ScheduleCommand.self, CheckCommand.self,
      InfoCommand.self,
    ]
  }

  static func main() {
    // A reader that goes away, such as `head`, ends the program quietly.
    signal(SIGPIPE, SIG_DFL)
    exit(run(Array(CommandLine.arguments.dropFirst())))
  }

  /// Runs one command line; the result is the exit status: 0, 1 for a failure, 2 for a command line that makes no sense.
  static func run(_ arguments: [String]) -> Int32 {
    do {
      guard let name = arguments.first, !["help", "--help", "-h"].contains(name) else {
        let topic = commands.first { $0.name == arguments.dropFirst().first }
        say(topic?.help ?? help)
        return 0
      }
      if name == "--version" {
        say("glissade \(version)")
        return 0
      }
      guard let command = commands.first(where: { $0.name == name }) else {
        throw UsageError("There is no command '\(name)'; 'glissade --help' lists the commands.")
      }
      let rest = Array(arguments.dropFirst())
      if rest.contains("--help") || rest.contains("-h") {
        say(command.help)
        return 0
      }
      if let problem = KernelSelection.current.problem ?? ThreadPool.problem { throw UsageError(problem) }
      return try command.run(
        try ParsedOptions(
          rest, options: command.options, command: command.name, takesWords: command.words != nil))
    } catch {
      complain("\(error)")
      return isUsage(error) ? 2 : 1
    }
  }

  /// Whether an error is one of the command line, not of what it asks for.
  private static func isUsage(_ error: any Error) -> Bool {
    error is UsageError || error is OptimizerError || error is ScheduleError || error is ComparisonError
      || error is SweepError || error is MonitorError
  }

  static var help: String {
    let width = commands.map { $0.name.count }.max() ?? 0
    let lines = commands.map { "  \($0.name.padding(toLength: width, withPad: " ", startingAt: 0))  \($0.summary)" }
    return """
      glissade \(version): a research framework for neural-network optimization

      Usage: glissade COMMAND [OPTIONS]

      \(lines.joined(separator: "\n"))

      'glissade COMMAND --help' lists a command's options.
      """
  }
}
