import GlissadeNumerics
import Testing

/// What NumPy 2.4.6's `RandomState(seed)` draws.
struct NumPyDraws: CustomTestStringConvertible, Sendable {
  let seed: UInt32
  /// Words 0, 1, 2, 623, 624, 625, 1247 and 1248: the state is renewed after each 624.
  let words: [UInt32]
  /// Numbers 0, 1, 2, 311, 312 and 699 of `uniform(size=700)`.
  let uniform: [Double]
  /// Numbers 0, 1, 2, 3, 500, 999 and 1000 of `normal(size=1001)`.
  let normal: [Double]
  /// `normal()`, `uniform(-3, 5)`, `normal()`, `normal(2, 0.5)`, `uniform(30, 60)`: the second normal number waited.
  let mixed: [Double]

  var testDescription: String { "seed \(seed)" }

  static let all = [
    NumPyDraws(
      seed: 0,
      words: [
        0x8c7f_0aac, 0x97c4_aa2f, 0xb716_a675, 0xe203_1ce4, 0x145b_8f3a, 0x4028_cf81, 0x4446_3f17, 0xf9e9_ecc8,
      ],
      uniform: [
        0.5488135039273248, 0.7151893663724195, 0.6027633760716439, 0.14694664540037505, 0.07952208258675575,
        0.8427768626848423,
      ],
      normal: [
        1.764052345967664, 0.4001572083672233, 0.9787379841057392, 2.240893199201458, 0.38273243001226814,
        -0.35811407547985674, 0.555962679709798,
      ],
      mixed: [1.764052345967664, 1.822107008573151, 0.4001572083672233, 0.865835899409813, 49.37682339199968]),
    NumPyDraws(
      seed: 42,
      words: [
        0x5fe1_dc66, 0xcbea_3db3, 0xf362_035c, 0x4038_6559, 0x067d_62e4, 0x2f30_7dd9, 0x3c72_220d, 0x9e45_f1d9,
      ],
      uniform: [
        0.3745401188473625, 0.9507143064099162, 0.7319939418114051, 0.07845638134226596, 0.02535074341545751,
        0.4811401018548175,
      ],
      normal: [
        0.4967141530112327, -0.13826430117118466, 0.6476885381006925, 1.5230298564080254, 0.9261775475316414,
        0.5725827813561586, 1.3993554365860021,
      ],
      mixed: [0.4967141530112327, 2.8559515344912407, -0.13826430117118466, 1.4440599409765398, 34.67983561008608]),
    NumPyDraws(
      seed: 43,
      words: [
        0x1d74_3744, 0x7f32_4d40, 0x9beb_c8ff, 0x4039_8346, 0x4ed7_b993, 0x4e6e_141e, 0x04f0_3401, 0x0217_2b45,
      ],
      uniform: [
        0.11505456638977896, 0.6090665392794814, 0.13339096418598828, 0.7975581977581797, 0.30797919859265654,
        0.3712160863719848,
      ],
      normal: [
        0.25739992534469336, -0.9084814327806611, -0.37850310605882326, -0.5349155987755707, -1.3415182745232885,
        -0.19430577580564862, 0.799107098469912,
      ],
      mixed: [0.25739992534469336, -1.9328722865120938, -0.9084814327806611, 1.618837612278766, 55.774124728457934]),
    NumPyDraws(
      seed: .max,
      words: [
        0x18fe_69a3, 0x1c92_4122, 0xe991_ec0c, 0x3d38_0f30, 0xe61c_e0ed, 0x2730_4316, 0xd156_089d, 0x8f15_fa72,
      ],
      uniform: [
        0.0976320289940138, 0.9123828453026218, 0.78903530185164, 0.2845819535787153, 0.89887815082878,
        0.008352749376617896,
      ],
      normal: [
        0.6484086742306527, 0.6693235306338161, -1.0805437227474493, 0.2845010447986309, -0.3371512942463259,
        0.8396779525796308, -0.7083537506423528,
      ],
      mixed: [0.6484086742306527, -2.856482608106038, 0.6693235306338161, 2.0406518340586346, 34.38351467981815]),
  ]
}

@Suite("NumPy's legacy generator") struct NumPyRandomStateTests {
  @Test("The words of the Mersenne twister, over two renewals of its state", arguments: NumPyDraws.all)
  func words(_ draws: NumPyDraws) {
    var generator = MersenneTwister(seed: draws.seed)
    let words = (0..<1249).map { _ in generator.nextWord() }
    #expect([0, 1, 2, 623, 624, 625, 1247, 1248].map { words[$0] } == draws.words)
  }

  @Test("Uniform numbers have NumPy's bits", arguments: NumPyDraws.all)
  func uniform(_ draws: NumPyDraws) {
    var random = NumPyRandomState(seed: draws.seed)
    let numbers = (0..<700).map { _ in random.uniform() }
    #expect([0, 1, 2, 311, 312, 699].map { numbers[$0] } == draws.uniform)
  }

  @Test("Normal numbers within 1e-15", arguments: NumPyDraws.all)
  func normal(_ draws: NumPyDraws) {
    var random = NumPyRandomState(seed: draws.seed)
    let numbers = (0..<1001).map { _ in random.normal() }
    for (index, expected) in zip([0, 1, 2, 3, 500, 999, 1000], draws.normal) {
      #expect((numbers[index] - expected).magnitude <= 1e-15 * expected.magnitude, "number \(index)")
    }
  }

  @Test("The second normal number of a pair waits while others are drawn", arguments: NumPyDraws.all)
  func mixed(_ draws: NumPyDraws) {
    var random = NumPyRandomState(seed: draws.seed)
    let numbers = [
      random.normal(), random.uniform(-3, 5), random.normal(), random.normal(mean: 2, deviation: 0.5),
      random.uniform(30, 60),
    ]
    for (number, expected) in zip(numbers, draws.mixed) {
      #expect((number - expected).magnitude <= 1e-15 * expected.magnitude)
    }
  }

  @Test("A copy goes on by itself, with its waiting number") func copies() {
    var random = NumPyRandomState(seed: 7)
    _ = random.normal()
    var copy = random
    let numbers = (0..<5).map { _ in random.normal() }
    #expect((0..<5).map { _ in copy.normal() } == numbers)
    #expect(copy == random)
  }
}
