import Testing

@testable import GlissadeData

@Suite("Synthetic tasks") struct SyntheticTests {
  @Test("The adding problem: two marks, one in each half, and their sum") func adding() throws {
    let examples = try AddingProblem(length: 11).examples(count: 50, seed: 1)
    #expect(examples.features.shape == [50, 11, 2] && examples.targets.shape == [50, 1])
    for example in 0..<50 {
      let marked = (0..<11).filter { examples.features[example, $0, 1] == 1 }
      #expect(marked.count == 2 && marked[0] < 5 && marked[1] >= 5)
      #expect((0..<11).allSatisfy { [0, 1].contains(examples.features[example, $0, 1]) })
      let sum = marked.map { examples.features[example, $0, 0] }.reduce(0, +)
      #expect(examples.targets[example, 0] == sum)
    }
    // Predicting 1 always has a mean squared error of 1/6.
    let targets = try AddingProblem(length: 2).examples(count: 4_000, seed: 2).targets.doubles
    let error = targets.reduce(0) { $0 + ($1 - 1) * ($1 - 1) } / 4_000
    #expect((error - 1.0 / 6).magnitude < 0.01)
  }

  @Test("Copying: symbols, blanks, the sign; then the symbols at the end") func copying() throws {
    let task = CopyMemory(gap: 5, symbolCount: 3, kinds: 4)
    let examples = try task.examples(count: 20, seed: 1)
    #expect(examples.inputLength == 11 && examples.vocabularySize == 6 && examples.count == 20)
    for example in 0..<20 {
      let (input, target) = examples.tokens(of: [example])
      #expect(Array(input[3...]) == [4, 4, 4, 4, 5, 4, 4, 4])
      #expect(Array(target[..<8]) == [4, 4, 4, 4, 4, 4, 4, 4])
      #expect(input[..<3] == target[8...] || Array(input[..<3]) == Array(target[8...]))
      #expect(input[..<3].allSatisfy { $0 < 4 })
    }
    #expect(Set(examples.inputs) == Set(0..<6))
  }

  @Test("Addition modulo p: every pair once, in one of two parts") func modular() throws {
    let (training, test) = try ModularAddition(modulus: 7).split(trainingShare: 0.4, seed: 1, encoding: .numbers)
    #expect(training.count == 20 && test.count == 29 && training.classCount == 7)
    var pairs: Set<[Float]> = []
    for part in [training, test] {
      for example in 0..<part.count {
        let (a, b) = (part.features[example, 0], part.features[example, 1])
        pairs.insert([a, b])
        #expect(part.labels[example] == (Int(a) + Int(b)) % 7)
      }
    }
    #expect(pairs.count == 49)
    let oneHot = try ModularAddition(modulus: 7).split(trainingShare: 0.4, seed: 1).training
    #expect(oneHot.labels == training.labels && oneHot.features.shape == [20, 14])
    for example in 0..<20 {
      let ones = (0..<14).filter { oneHot.features[example, $0] == 1 }
      #expect(ones == [Int(training.features[example, 0]), 7 + Int(training.features[example, 1])])
    }
  }

  @Test("Written addition: the sums are right, and every pair is there") func written() throws {
    let task = WrittenAddition(digits: 2)
    let (training, test) = try task.split(seed: 1)
    #expect(training.count == 9_000 && test.count == 1_000 && training.vocabularySize == task.vocabulary.count)
    var questions: Set<String> = []
    for example in 0..<test.count {
      let (input, target) = test.tokens(of: [example])
      let (question, answer) = (task.vocabulary.decode(input), task.vocabulary.decode(target))
      questions.insert(question)
      let terms = question.split(separator: "+").compactMap { Int($0) }
      #expect(terms.count == 2 && Int(answer) == terms[0] + terms[1] && answer.count == 3, "\(question) \(answer)")
    }
    #expect(questions.count == 1_000)
  }

  @Test("Points lie on their curves where there is no noise") func points() throws {
    let spirals = try Spirals(classCount: 3, turns: 1, noise: 0).examples(count: 60, seed: 1)
    for example in 0..<60 {
      let (x, y) = (Double(spirals.features[example, 0]), Double(spirals.features[example, 1]))
      let radius = (x * x + y * y).squareRoot()
      let halfTurns = 2 * (radius + Double(spirals.labels[example]) / 3)
      #expect((x - radius * cosineOfHalfTurns(halfTurns)).magnitude < 1e-5)
      #expect((y - radius * cosineOfHalfTurns(halfTurns - 0.5)).magnitude < 1e-5)
    }
    let moons = try TwoMoons(noise: 0).examples(count: 60, seed: 1)
    for example in 0..<60 {
      let (x, y) = (Double(moons.features[example, 0]), Double(moons.features[example, 1]))
      let (u, v) = moons.labels[example] == 0 ? (x, y) : (1 - x, 0.5 - y)
      #expect((u * u + v * v - 1).magnitude < 1e-5 && v > -1e-5)
    }
    let sine = try SineRegression(periods: 0.5, noise: 0).examples(count: 20, seed: 1)
    for example in 0..<20 {
      let x = Double(sine.features[example, 0])
      #expect((Double(sine.targets[example, 0]) - cosineOfHalfTurns(x - 0.5)).magnitude < 1e-6)
    }
  }

  @Test("Noise has the deviation asked for") func noise() throws {
    let quiet = try SineRegression(noise: 0).examples(count: 2_000, seed: 5).targets.doubles
    let noisy = try SineRegression(noise: 0.3).examples(count: 2_000, seed: 5).targets.doubles
    let variance = zip(quiet, noisy).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / 2_000
    #expect((variance.squareRoot() - 0.3).magnitude < 0.02)
  }

  @Test("Curves of one class resemble each other more than those of others") func curves() throws {
    let task = OneDimensionalDigits(largestShift: 0)
    let examples = try task.examples(count: 400, seed: 1)
    #expect(examples.features.shape == [400, 40] && examples.labels[..<12] == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1])
    let means = (0..<10).map { label in
      (0..<40).map { place in
        stride(from: label, to: 400, by: 10).reduce(0) { $0 + examples.features[$1, place] } / 40
      }
    }
    let test = try task.examples(count: 200, seed: 1, first: 400)
    let correct = (0..<200).count { example in
      let distances = means.map { mean in
        (0..<40).reduce(Float(0)) {
          $0 + (mean[$1] - test.features[example, $1]) * (mean[$1] - test.features[example, $1])
        }
      }
      return distances.indices.min { distances[$0] < distances[$1] } == test.labels[example]
    }
    // One in ten is chance; shifted, as by default, the means say little.
    #expect(correct > 120, "\(correct) of 200")
  }

  @Test("An example depends on the seed and its number alone") func streams() throws {
    func check(_ make: (_ count: Int, _ seed: UInt64, _ first: Int) throws -> Tensor<Float>) throws {
      let all = try make(6, 9, 0)
      let later = try make(2, 9, 4)
      #expect(Tensor(gathering: [4, 5], of: all) == later)
      #expect(try make(6, 8, 0) != all)
    }
    try check { try AddingProblem(length: 5).examples(count: $0, seed: $1, first: $2).features }
    try check { try Spirals().examples(count: $0, seed: $1, first: $2).features }
    try check { try TwoMoons().examples(count: $0, seed: $1, first: $2).features }
    try check { try SineRegression().examples(count: $0, seed: $1, first: $2).features }
    try check { try OneDimensionalDigits().examples(count: $0, seed: $1, first: $2).features }
    let copies = try CopyMemory().examples(count: 6, seed: 9)
    #expect(try copies.selecting([4, 5]) == CopyMemory().examples(count: 2, seed: 9, first: 4))
  }

  @Test("Sequences that do not go together are refused") func sequences() {
    func make(_ inputs: [Int], _ targets: [Int]) throws {
      _ = try SequenceExamples(inputs: inputs, inputLength: 2, targets: targets, targetLength: 1, vocabularySize: 3)
    }
    #expect(throws: Never.self) { try make([0, 1, 2, 2], [0, 1]) }
    #expect(throws: DataError.self) { try make([0, 1, 2], [0, 1]) }
    #expect(throws: DataError.self) { try make([0, 1, 2, 2], [0]) }
    #expect(throws: DataError.labelOutsideClasses(3, classCount: 3)) { try make([0, 3], [0]) }
    #expect(throws: DataError.labelOutsideClasses(-1, classCount: 3)) { try make([0, 1], [-1]) }
  }

  @Test("A random split has all examples once, in the given share") func splitting() {
    let stream = RandomStream(seed: 1, purpose: .splitting)
    let (training, test) = randomSplit(count: 101, trainingShare: 0.7, stream: stream)
    #expect(training.count == 71 && (training + test).sorted() == Array(0..<101))
    #expect(randomSplit(count: 3, trainingShare: 1, stream: stream).test == [])
    #expect(randomSplit(count: 0, trainingShare: 0.5, stream: stream).training == [])
  }
}
